/* SPDX-License-Identifier: Apache-2.0
 *
 * csv_write: see csv_write.h. A cell is quoted when it holds the separator, a quote or a line end, or begins or ends
 * with a space that some readers would drop; a quote inside is doubled.
 */
#include "csv_write.h"

#include "buf.h"

struct csv_writer csv_to(struct buf *out, enum csv_dialect dialect)
{
    if (dialect == CSV_EXCEL) buf_put(out, STR("\xEF\xBB\xBF"));
    return (struct csv_writer){.out = out, .dialect = dialect};
}

static char separator(const struct csv_writer *w)
{
    return w->dialect == CSV_EXCEL ? ';' : ',';
}

static void start_cell(struct csv_writer *w)
{
    if (w->in_row) buf_char(w->out, separator(w));
    w->in_row = true;
}

static bool needs_quotes(const struct csv_writer *w, struct str s)
{
    if (s.len && (s.ptr[0] == ' ' || s.ptr[s.len - 1] == ' ')) return true;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == separator(w) || c == '"' || c == '\n' || c == '\r') return true;
    }
    return false;
}

static bool looks_like_formula(struct str s)
{
    return s.len && (s.ptr[0] == '=' || s.ptr[0] == '+' || s.ptr[0] == '-' || s.ptr[0] == '@' || s.ptr[0] == '\t' ||
                     s.ptr[0] == '\r');
}

void csv_write_text(struct csv_writer *w, struct str s)
{
    bool quotes = needs_quotes(w, s);
    start_cell(w);
    if (quotes) buf_char(w->out, '"');
    if (w->dialect == CSV_EXCEL && looks_like_formula(s)) buf_char(w->out, '\'');
    size_t plain = 0;
    for (size_t i = 0; quotes && i < s.len; i++) {
        if (s.ptr[i] != '"') continue;
        buf_put(w->out, str_part(s, plain, i + 1));
        buf_char(w->out, '"');
        plain = i + 1;
    }
    buf_put(w->out, str_from(s, plain));
    if (quotes) buf_char(w->out, '"');
}

void csv_write_decimal(struct csv_writer *w, struct decimal d)
{
    start_cell(w);
    size_t from = w->out->len;
    decimal_write(w->out, d);
    if (w->dialect != CSV_EXCEL) return;
    for (size_t i = from; i < w->out->len; i++)
        if (w->out->ptr[i] == '.') w->out->ptr[i] = ',';
}

void csv_write_int(struct csv_writer *w, int64_t n)
{
    start_cell(w);
    buf_i64(w->out, n);
}

void csv_write_empty(struct csv_writer *w)
{
    start_cell(w);
}

void csv_write_end_row(struct csv_writer *w)
{
    buf_put(w->out, w->dialect == CSV_LINES ? STR("\n") : STR("\r\n"));
    w->in_row = false;
}
