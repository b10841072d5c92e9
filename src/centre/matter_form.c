/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_form: see matter_form.h. Lines are filled in first, then put; so what somebody wrote into a matter can not
 * become a mark of the form.
 */
#include "matter_form.h"

#include "buf.h"
#include "html_write.h"
#include "markdown_write.h"
#include "matter_form_private.h"

struct forming {
    struct db *db;
    struct arena *arena;
    const struct form_wish *wish;
    struct buf *out;
    struct html_writer html;
    bool in_table; /* the line before was a row */
    size_t line;   /* from 1 */
    struct err *err;
};

static const struct str DOTS = STR_INIT("……………");

bool matter_form_lists(const struct kind_form *f)
{
    for (size_t i = 0; i < f->lines.len; i++)
        if (str_starts(f->lines.at[i], STR("+"))) return true;
    return false;
}

struct kind_form matter_form_of(struct arena *a, struct str name, struct str text)
{
    struct {
        VEC_FIELDS(struct str);
    } lines = {0};
    while (text.len) {
        struct str_cut cut = str_cut(text, STR("\n"));
        *vec_push(a, &lines) = cut.head;
        text = cut.tail;
    }
    return (struct kind_form){.word = name, .name = name, .lines = {lines.at, lines.len}};
}

bool form_matter_load(struct form_matter *out, struct db *db, struct arena *a, struct matter_id id, struct date on,
                      struct err *err)
{
    struct kept_matter m;
    *out = (struct form_matter){.on = on, .n = 1};
    if (!matter_load(&m, db, a, id, err) || !board_matter(&out->row, db, a, &m, on, err) ||
        !kind_load(&out->kind, db, db, a, m.kind, m.version, err) || !matter_events(&out->events, db, a, id, err))
        return false;
    if (!matter_holds(&out->holds, a, &m, &out->kind, &out->events, on))
        return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("matter_event"));
    return true;
}

/* --- one line */

static struct str line_number(const struct forming *f)
{
    char room[24];
    int len = snprintf(room, sizeof room, "%zu", f->line);
    return str_copy(f->arena, (struct str){room, (size_t)len});
}

static void put_value(const struct forming *f, struct buf *b, struct str value)
{
    if (f->wish->html)
        buf_put(b, value);
    else
        markdown_text(b, value);
}

/* A line with what its braces name; *empty says whether one of them is. */
static bool fill_line(struct str *out, bool *empty, const struct forming *f, const struct form_matter *m,
                      struct str line)
{
    struct buf b = buf_make(SIZE_MAX);
    bool ok = true;
    *empty = false;
    while (ok && line.len) {
        struct str_cut before = str_cut(line, STR("{")), name = str_cut(before.tail, STR("}"));
        struct str value;
        buf_put(&b, before.head);
        line = before.found ? name.tail : STR("");
        if (!before.found) break;
        ok = name.found && form_value(&value, f->arena, f->db, m, name.head);
        if (!ok) {
            fail(f->err, ERR_MATTER_FORM_LINE, f->wish->form->word, line_number(f), name.head);
            break;
        }
        *empty |= !value.len;
        put_value(f, &b, value.len ? value : DOTS);
    }
    *out = str_copy(f->arena, buf_str(&b));
    buf_free(&b);
    return ok;
}

/* --- how it is put */

static void put_cells(struct forming *f, struct str row, bool head)
{
    struct html_writer *h = &f->html;
    size_t cells = 0;
    struct str rest = str_from(row, 1);
    if (f->wish->html) html_open(h, "tr");
    while (rest.len) {
        struct str_cut cut = str_cut(rest, STR("|"));
        if (f->wish->html) html_element(h, head ? "th" : "td", cut.head);
        rest = cut.tail;
        cells++;
    }
    if (f->wish->html) {
        html_close(h);
        return;
    }
    buf_put(f->out, row);
    buf_char(f->out, '\n');
    if (!head) return;
    for (size_t i = 0; i < cells; i++) buf_put(f->out, STR("|---"));
    buf_put(f->out, STR("|\n"));
}

static void end_table(struct forming *f)
{
    if (!f->in_table) return;
    f->in_table = false;
    if (f->wish->html) html_close(&f->html);
}

static void put_html(struct forming *f, struct str line)
{
    struct html_writer *h = &f->html;
    bool bold = line.len > 4 && str_starts(line, STR("**")) && str_ends(line, STR("**"));
    if (str_starts(line, STR("# ")))
        html_element(h, "h1", str_from(line, 2));
    else if (bold)
        html_element(h, "h2", str_part(line, 2, line.len - 4));
    else if (line.len)
        html_element(h, "p", line);
}

static void put_line(struct forming *f, struct str line)
{
    if (str_starts(line, STR("|"))) {
        bool head = !f->in_table;
        if (head && f->wish->html) html_open(&f->html, "table");
        f->in_table = true;
        put_cells(f, line, head);
        return;
    }
    end_table(f);
    if (f->wish->html) {
        put_html(f, line);
        return;
    }
    buf_put(f->out, line);
    /* two blanks keep the lines of a paper apart where Markdown would join them */
    if (line.len && !str_starts(line, STR("#"))) buf_put(f->out, STR("  "));
    buf_char(f->out, '\n');
}

static bool put_filled(struct forming *f, const struct form_matter *m, struct str line, bool may_lack)
{
    struct str text;
    bool empty;
    if (!fill_line(&text, &empty, f, m, line)) return false;
    if (!(may_lack && empty)) put_line(f, text);
    return true;
}

static bool put_each(struct forming *f, struct form_matter *first, struct str line)
{
    for (size_t i = 0; i < f->wish->id_count; i++) {
        struct form_matter m;
        struct arena_mark mark = arena_mark(f->arena);
        if (!form_matter_load(&m, f->db, f->arena, f->wish->ids[i], first->on, f->err)) return false;
        m.n = i + 1;
        if (!put_filled(f, &m, line, false)) return false;
        arena_reset(f->arena, mark);
    }
    return true;
}

static bool put_form_line(struct forming *f, struct form_matter *m, struct str line)
{
    if (str_starts(line, STR("?"))) return put_filled(f, m, str_from(line, 1), true);
    if (str_starts(line, STR("+"))) return put_each(f, m, str_from(line, 1));
    if (!str_starts(line, STR("*|"))) return put_filled(f, m, line, false);
    for (m->hold = 0; m->hold < m->holds.len; m->hold++)
        if (!put_filled(f, m, str_from(line, 1), false)) return false;
    return true;
}

static const char CSS[] = "body{font-family:'Times New Roman',serif;font-size:14pt;max-width:17cm;margin:1cm auto}"
                          "h1{font-size:14pt;text-align:center}h2{font-size:13pt;margin:0}p{margin:6pt 0}"
                          "table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:3pt;"
                          "text-align:left;vertical-align:top}";

bool matter_form_write(struct buf *out, struct db *db, struct arena *a, const struct form_wish *w, struct err *err)
{
    struct forming f = {.db = db, .arena = a, .wish = w, .out = out, .html = html_to(out), .err = err};
    struct form_matter m;
    if (!form_matter_load(&m, db, a, w->ids[0], w->on, err)) return false;
    if (w->html) {
        html_doctype(&f.html, "vi", w->form->name);
        html_style(&f.html, CSS);
        html_close(&f.html);
        html_open(&f.html, "body");
    }
    for (size_t i = 0; i < w->form->lines.len; i++) {
        f.line = i + 1;
        if (!put_form_line(&f, &m, w->form->lines.at[i])) return false;
    }
    end_table(&f);
    if (w->html) html_close_all(&f.html);
    return true;
}
