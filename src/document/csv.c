/* SPDX-License-Identifier: Apache-2.0
 *
 * csv: tables as text, as people and programs make them, into a sheet_maker: separated by commas, semicolons, tabs or
 * bars, in UTF-8, UTF-16 or an old encoding, with any line ends, perhaps behind gzip, or many of them in one ZIP (each
 * a sheet). RFC 4180 quotes: "a ""b"" c"; a quote inside an unquoted field is a character like others.
 *
 * Which separator: the line "sep=;" of Excel decides; else the first of tab, semicolon, bar under which the records
 * agree about their number of fields; where they agree under none, nor under the comma, the first under which more than
 * half of them do; else the comma. So "1,5;2,5" is two fields, and a title above the table, which has no separator,
 * does not count.
 *
 * All cells are text here. What is a number is decided later, column by column (sheet_number.c).
 */
#include "sheet_maker.h"
#include "text.h"
#include "utf8.h"
#include "zip.h"

enum { SAMPLE_RECORDS = 200, FIELDS_MOST = 4096 };

struct csv {
    struct str bytes;
    size_t at;
    char separator;
    bool unclosed; /* a quote was open at the end */
    size_t line;   /* from 1: where the field began that was read last */
    size_t lines;
};

static bool ends_in(struct str name, struct str suffix)
{
    if (name.len < suffix.len) return false;
    for (size_t i = 0; i < suffix.len; i++)
        if ((name.ptr[name.len - suffix.len + i] | 32) != (suffix.ptr[i] | 32)) return false;
    return true;
}

static bool at_line_end(const struct csv *c)
{
    return c->at >= c->bytes.len || c->bytes.ptr[c->at] == '\n' || c->bytes.ptr[c->at] == '\r';
}

static void line_end_skip(struct csv *c)
{
    bool cr = c->at < c->bytes.len && c->bytes.ptr[c->at] == '\r';
    if (cr) c->at++;
    if (c->at < c->bytes.len && c->bytes.ptr[c->at] == '\n') c->at++;
    c->lines++;
}

/* The inside of quotes; the first of them was passed. A copy only when quotes are doubled. */
static struct str quoted(struct csv *c, struct arena *a)
{
    size_t start = c->at;
    bool doubled = false;
    for (; c->at < c->bytes.len; c->at++) {
        if (c->bytes.ptr[c->at] == '\n') c->lines++;
        if (c->bytes.ptr[c->at] != '"') continue;
        if (c->at + 1 == c->bytes.len || c->bytes.ptr[c->at + 1] != '"') break;
        doubled = true;
        c->at++;
    }
    struct str inside = str_part(c->bytes, start, c->at);
    c->unclosed = c->at == c->bytes.len;
    if (!c->unclosed) c->at++;
    if (!doubled || !a) return inside;
    char *p = arena_alloc(a, inside.len, 1);
    size_t n = 0;
    for (size_t i = 0; i < inside.len; i++) {
        p[n++] = inside.ptr[i];
        if (inside.ptr[i] == '"') i++;
    }
    return (struct str){p, n};
}

/* The field at c->at; stops before the separator or the line end. a NULL: for counting, quotes stay doubled. */
static struct str field(struct csv *c, struct arena *a)
{
    size_t start = c->at;
    c->line = c->lines + 1;
    while (c->at < c->bytes.len && c->bytes.ptr[c->at] == ' ') c->at++;
    if (c->at < c->bytes.len && c->bytes.ptr[c->at] == '"') {
        c->at++;
        struct str s = quoted(c, a);
        while (!at_line_end(c) && c->bytes.ptr[c->at] != c->separator) c->at++; /* what stands behind the quote */
        return s;
    }
    while (!at_line_end(c) && c->bytes.ptr[c->at] != c->separator) c->at++;
    return str_part(c->bytes, start, c->at);
}

/* --- which separator ---------------------------------------------------------------------------------------------- */

/* Whether most of the first records (so many fifths) have the same number of fields, of at least two, under this
 * separator. */
static bool fits(struct str bytes, char separator, size_t fifths)
{
    struct csv c = {.bytes = bytes, .separator = separator};
    uint32_t counts[SAMPLE_RECORDS];
    size_t records = 0, best = 0, several = 0;
    while (c.at < bytes.len && records < SAMPLE_RECORDS) {
        uint32_t n = 1;
        (void)field(&c, NULL);
        while (!at_line_end(&c)) {
            c.at++;
            n++;
            (void)field(&c, NULL);
        }
        line_end_skip(&c);
        counts[records++] = n;
    }
    for (size_t i = 0; i < records; i++) {
        size_t same = 0;
        if (counts[i] < 2) continue;
        several++;
        for (size_t k = 0; k < records; k++) same += counts[k] == counts[i];
        if (same > best) best = same;
    }
    return several > 0 && best * 5 >= several * fifths && several * 2 >= records;
}

/* One byte of ASCII that is no quote and ends no line: half a letter as separator would cut letters in two. */
static bool may_separate(char c)
{
    return (c >= ' ' || c == '\t') && (unsigned char)c < 0x7f && c != '"';
}

static char separator_of(struct str *bytes, struct str name)
{
    static const char ASKED[] = {'\t', ';', '|'};
    if (str_starts(*bytes, STR("sep=")) && bytes->len > 4 && may_separate(bytes->ptr[4])) {
        char separator = bytes->ptr[4];
        struct csv c = {.bytes = *bytes, .at = 5};
        line_end_skip(&c);
        *bytes = str_from(*bytes, c.at);
        return separator;
    }
    if (ends_in(name, STR(".tsv")) || ends_in(name, STR(".tab"))) return '\t';
    for (size_t fifths = 4; fifths >= 3; fifths--) {
        for (size_t i = 0; i < sizeof ASKED; i++)
            if (fits(*bytes, ASKED[i], fifths)) return ASKED[i];
        if (fits(*bytes, ',', fifths)) break;
    }
    return ',';
}

/* --- one table ---------------------------------------------------------------------------------------------------- */

static void put_records(struct sheet_maker *m, struct csv *c)
{
    for (uint32_t row = 0; c->at < c->bytes.len && !m->refused; row++) {
        for (uint32_t column = 0; !m->refused; column++) {
            struct str s = field(c, m->arena);
            if (c->unclosed) {
                struct buf b = buf_make(24);
                buf_format(&b, "%zu", c->line);
                (void)sheet_refuse(m, REFUSED_QUOTE, str_copy(m->arena, buf_str(&b)));
                buf_free(&b);
                return;
            }
            sheet_put_text(m, row, column, 0, s);
            if (at_line_end(c)) break;
            c->at++;
        }
        line_end_skip(c);
    }
}

static void refuse_encoding(struct sheet_maker *m, struct str bytes, size_t bad)
{
    enum legacy_encoding like = legacy_guess(bytes);
    if (like != LEGACY_NONE) {
        (void)sheet_refuse(m, REFUSED_LEGACY, legacy_name(like));
        return;
    }
    size_t line = 1;
    struct buf b = buf_make(24);
    for (size_t i = 0; i < bad; i++) line += bytes.ptr[i] == '\n';
    buf_format(&b, "%zu", line);
    (void)sheet_refuse(m, REFUSED_UTF8, str_copy(m->arena, buf_str(&b)));
    buf_free(&b);
}

/* Bytes as UTF-8. `lenient`: what is neither UTF-8 nor known is taken as Western (*recoded). */
static bool decode(struct sheet_maker *m, struct str *bytes, bool *recoded, enum legacy_encoding from, bool lenient)
{
    struct legacy_map map;
    struct err err;
    size_t bad = 0;
    *recoded = false;
    if (from == LEGACY_NONE) from = legacy_guess_utf16(*bytes);
    if (from == LEGACY_NONE && !utf8_valid(*bytes, &bad)) {
        if (!lenient) {
            refuse_encoding(m, *bytes, bad);
            return false;
        }
        from = legacy_guess(*bytes);
        if (from == LEGACY_NONE) from = LEGACY_CP1252;
        *recoded = true;
    }
    if (from != LEGACY_NONE && !legacy_convert(bytes, &map, m->arena, *bytes, from, &err))
        return sheet_refuse(m, REFUSED_ALREADY, legacy_name(from));
    if (str_starts(*bytes, STR("\xEF\xBB\xBF"))) *bytes = str_from(*bytes, 3);
    return !memchr(bytes->ptr, 0, bytes->len) || sheet_refuse(m, REFUSED_DAMAGED, STR("NUL"));
}

static void one_table(struct sheet_maker *m, struct str bytes, struct str name, struct str title,
                      enum legacy_encoding from, bool lenient)
{
    bool recoded;
    if (bytes.len == 0) bytes = STR("\n");
    if (!decode(m, &bytes, &recoded, from, lenient)) return;
    sheet_begin(m, title, false);
    struct csv c = {.separator = separator_of(&bytes, name)};
    c.bytes = bytes;
    put_records(m, &c);
    if (!m->refused) m->sheets.at[m->sheets.len - 1].recoded = recoded;
    sheet_end(m);
}

/* "gso/Land/Change in area.csv" -> "Change in area": in UTF-8. */
static struct str title_of(struct arena *a, struct str path)
{
    static const struct str SUFFIXES[] = {STR_INIT(".gz"), STR_INIT(".csv"), STR_INIT(".tsv"), STR_INIT(".txt"),
                                          STR_INIT(".tab")};
    for (ptrdiff_t slash; (slash = str_find_char(path, '/')) >= 0;) path = str_from(path, (size_t)slash + 1);
    for (size_t i = 0; i < sizeof SUFFIXES / sizeof *SUFFIXES; i++)
        if (ends_in(path, SUFFIXES[i]) && path.len > SUFFIXES[i].len)
            path = str_part(path, 0, path.len - SUFFIXES[i].len);
    char *p = str_copy_z(a, path);
    bool valid = utf8_valid(path, NULL);
    for (size_t i = 0; i < path.len; i++) {
        unsigned char c = (unsigned char)p[i];
        if (c < 0x20 || c == 0x7F || (c >= 0x80 && !valid)) p[i] = '?';
    }
    return utf8_clip((struct str){p, path.len}, 200);
}

static void refuse_packed(struct sheet_maker *m, enum zip_result r)
{
    (void)sheet_refuse(m,
                       r == ZIP_BOMB     ? REFUSED_BOMB
                       : r == ZIP_LOCKED ? REFUSED_LOCKED
                                         : REFUSED_DAMAGED,
                       STR("zip"));
}

static void many_tables(struct sheet_maker *m, struct str bytes, enum legacy_encoding from)
{
    struct zip z;
    enum zip_result r = zip_open(&z, m->arena, bytes);
    for (size_t i = 0; r == ZIP_DONE && i < z.entry_count && !m->refused; i++) {
        const struct zip_entry *e = &z.entries[i];
        struct str content;
        if (!ends_in(e->name, STR(".csv")) && !ends_in(e->name, STR(".tsv"))) continue;
        r = zip_read(&content, &z, e);
        if (r == ZIP_DONE) one_table(m, content, e->name, title_of(m->arena, e->name), from, true);
    }
    if (r != ZIP_DONE) refuse_packed(m, r);
}

void sheet_parse_csv(struct sheet_maker *m, struct str bytes, struct str name, enum legacy_encoding from)
{
    if (str_starts(bytes, STR("PK\x03\x04"))) {
        many_tables(m, bytes, from);
        return;
    }
    struct str title = title_of(m->arena, name);
    if (gzip_is(bytes)) {
        enum zip_result r = gzip_read(&bytes, m->arena, bytes);
        if (ends_in(name, STR(".gz"))) name.len -= 3;
        if (r != ZIP_DONE) {
            refuse_packed(m, r);
            return;
        }
    }
    one_table(m, bytes, name, title, from, false);
}
