/* SPDX-License-Identifier: Apache-2.0
 *
 * report_targets: see report_targets.h. What is said is the same in both forms, and the same as `dieuhanh programme
 * status` says.
 */
#include "report_targets.h"

#include "buf.h"
#include "explain_target.h"
#include "html_write.h"
#include "markdown_write.h"

static const struct str TITLE = STR_INIT("Chương trình, đề án và chỉ tiêu");
static const struct str HEADS[] = {STR_INIT("Mã"),        STR_INIT("Chỉ tiêu"),    STR_INIT("Mức"),
                                   STR_INIT("Thực hiện"), STR_INIT("Với mức năm"), STR_INIT("Với cả giai đoạn")};
enum { HEAD_COUNT = sizeof HEADS / sizeof *HEADS, LINE_MOST = 8000 };

bool report_targets_make(struct report *r, const struct snapshot *s, struct db *db, struct arena *a, struct err *err)
{
    struct target_rows *rows = arena_new(a, struct target_rows);
    r->targets = arena_new(a, struct programme_status);
    if (!target_rows_load(rows, db, a, err) ||
        !programme_status_make(r->targets, rows, s, db, a, &r->stand.unit, STR(""), r->stand.period, err))
        return false;
    r->target_notes = arena_array(a, size_t, r->targets->targets.len);
    for (size_t i = 0; i < r->targets->targets.len; i++) {
        struct explanation e;
        if (!explain_target(&e, r->targets, &r->targets->targets.at[i], s, db, a, err)) return false;
        *vec_push(a, &r->notes) = e;
        r->target_notes[i] = r->notes.len;
    }
    return true;
}

/* --- the words of both */

struct cells {
    struct str text[HEAD_COUNT];
};

static struct str verdict_text(struct arena *a, const struct target_result *r)
{
    struct buf b = buf_make(200);
    if (r->level) target_result_write(&b, r);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct cells cells_of(struct arena *a, const struct target_state *t)
{
    const struct target_result *m = t->on[AXIS_YEAR].level ? &t->on[AXIS_YEAR] : &t->on[AXIS_TERM];
    struct cells c = {{t->kept->target.code, t->kept->target.name, m->wanted, m->number.shown,
                       verdict_text(a, &t->on[AXIS_YEAR]), verdict_text(a, &t->on[AXIS_TERM])}};
    if (m->number.shown.len && m->number.estimate) {
        struct buf b = buf_make(400);
        buf_put(&b, m->number.shown);
        buf_put(&b, STR(" (ước)"));
        c.text[3] = str_copy(a, buf_str(&b));
        buf_free(&b);
    }
    return c;
}

/* The cell that links to the note: the number, else the verdict. */
static size_t linked(const struct cells *c)
{
    return c->text[3].len ? 3 : c->text[4].len ? 4 : 5;
}

static bool says_something(const struct programme_state *p)
{
    return p->sum[AXIS_YEAR].of || p->sum[AXIS_TERM].of;
}

static bool counts_something(const struct programme_status *s)
{
    return s->sum[AXIS_YEAR].of || s->sum[AXIS_TERM].of;
}

static void programme_title(struct buf *b, const struct programme *p)
{
    buf_put(b, p->name);
    if (!p->symbol.len) return;
    buf_put(b, STR(" ("));
    buf_put(b, p->symbol);
    buf_put(b, STR(")"));
}

static void sum_line(struct buf *b, struct arena *a, const struct programme_status *s, const struct target_sum *sum,
                     enum target_axis axis)
{
    buf_put(b, STR("So với "));
    buf_put(b, target_axis_name(s, a, axis));
    buf_put(b, STR(": "));
    target_sum_write(b, sum);
    buf_char(b, '.');
}

static void missed_line(struct buf *b, struct arena *a, const struct programme_status *s, const struct target_state *t)
{
    buf_put(b, t->kept->target.name);
    buf_put(b, STR("; "));
    enum target_axis axis = t->on[AXIS_YEAR].verdict == TARGET_MISSED ? AXIS_YEAR : AXIS_TERM;
    target_axis_write(b, a, s, t, axis);
    buf_put(b, STR("; "));
    target_note_write(b, a, t->note);
    buf_char(b, '.');
}

/* Calls `put` with each line under the table of a programme, or of all. */
struct line_sink {
    void (*put)(void *self, struct str line);
    void *self;
};

static void put_lines(const struct line_sink *sink, struct arena *a, const struct programme_status *s,
                      const struct target_sum *sum, size_t first, size_t end)
{
    struct buf b = buf_make(LINE_MOST);
    for (enum target_axis axis = 0; axis < AXES; axis++) {
        if (!sum[axis].of) continue;
        buf_clear(&b);
        sum_line(&b, a, s, &sum[axis], axis);
        sink->put(sink->self, buf_str(&b));
    }
    for (size_t i = first; i < end; i++) {
        if (!target_is_missed(&s->targets.at[i])) continue;
        buf_clear(&b);
        buf_put(&b, STR("Không đạt: "));
        missed_line(&b, a, s, &s->targets.at[i]);
        sink->put(sink->self, buf_str(&b));
    }
    buf_free(&b);
}

static void put_claims(const struct line_sink *sink, struct arena *a, const struct programme_status *s)
{
    for (size_t i = 0; i < s->claims.len; i++) {
        struct buf b = buf_make(LINE_MOST);
        if (!s->claims.at[i].agrees) buf_put(&b, STR("Nghi vấn: "));
        target_claim_write(&b, a, s, &s->claims.at[i]);
        buf_char(&b, '.');
        sink->put(sink->self, buf_str(&b));
        buf_free(&b);
    }
}

/* --- Markdown */

static void markdown_line(void *self, struct str line)
{
    struct buf *b = self;
    buf_put(b, STR("- "));
    markdown_text(b, line);
    buf_char(b, '\n');
}

static void markdown_table(struct buf *b, struct arena *a, const struct report *r, const struct programme_state *p)
{
    buf_char(b, '|');
    for (size_t i = 0; i < HEAD_COUNT; i++) {
        buf_char(b, ' ');
        buf_put(b, HEADS[i]);
        buf_put(b, STR(" |"));
    }
    buf_put(b, STR("\n|---|---|---|---:|---|---|\n"));
    for (size_t i = p->first; i < p->end; i++) {
        struct cells c = cells_of(a, &r->targets->targets.at[i]);
        buf_char(b, '|');
        for (size_t k = 0; k < HEAD_COUNT; k++) {
            bool link = k == linked(&c) && c.text[k].len;
            buf_put(b, link ? STR(" [") : STR(" "));
            markdown_text(b, c.text[k]);
            if (link) buf_format(b, "](#so-%zu)", r->target_notes[i]);
            buf_put(b, STR(" |"));
        }
        buf_char(b, '\n');
    }
    buf_char(b, '\n');
}

void report_targets_markdown(struct buf *b, struct arena *a, const struct report *r)
{
    const struct programme_status *s = r->targets;
    struct line_sink sink = {markdown_line, b};
    if (!counts_something(s)) return;
    buf_put(b, STR("\n## "));
    buf_put(b, TITLE);
    buf_put(b, STR("\n\n"));
    put_lines(&sink, a, s, s->sum, 0, 0);
    put_claims(&sink, a, s);
    for (size_t i = 0; i < s->programmes.len; i++) {
        const struct programme_state *p = &s->programmes.at[i];
        struct buf title = buf_make(LINE_MOST);
        if (!says_something(p)) continue;
        programme_title(&title, p->programme);
        buf_put(b, STR("\n### "));
        markdown_text(b, buf_str(&title));
        buf_put(b, STR("\n\n"));
        if (p->first < p->end) markdown_table(b, a, r, p);
        put_lines(&sink, a, s, p->sum, p->first, p->end);
        buf_free(&title);
    }
}

/* --- HTML */

static void html_line(void *self, struct str line)
{
    html_element(self, "li", line);
}

static void html_row(struct html_writer *h, struct arena *a, const struct report *r, size_t i)
{
    struct cells c = cells_of(a, &r->targets->targets.at[i]);
    html_open(h, "tr");
    for (size_t k = 0; k < HEAD_COUNT; k++) {
        char target[32];
        html_open(h, "td");
        if (k == 3) html_attribute(h, "class", STR("so"));
        if (k == linked(&c) && c.text[k].len) {
            snprintf(target, sizeof target, "#so-%zu", r->target_notes[i]);
            html_open(h, "a");
            html_link(h, "href", str_of(target));
            html_text(h, c.text[k]);
            html_close(h);
        } else {
            html_text(h, c.text[k]);
        }
        html_close(h);
    }
    html_close(h);
}

static void html_table(struct html_writer *h, struct arena *a, const struct report *r, const struct programme_state *p)
{
    html_open(h, "table");
    html_open(h, "thead");
    html_open(h, "tr");
    for (size_t i = 0; i < HEAD_COUNT; i++) html_element(h, "th", HEADS[i]);
    html_close(h);
    html_close(h);
    html_open(h, "tbody");
    for (size_t i = p->first; i < p->end; i++) html_row(h, a, r, i);
    html_close(h);
    html_close(h);
}

void report_targets_html(struct html_writer *h, struct arena *a, const struct report *r)
{
    const struct programme_status *s = r->targets;
    struct line_sink sink = {html_line, h};
    if (!counts_something(s)) return;
    html_element(h, "h2", TITLE);
    html_open(h, "ul");
    put_lines(&sink, a, s, s->sum, 0, 0);
    put_claims(&sink, a, s);
    html_close(h);
    for (size_t i = 0; i < s->programmes.len; i++) {
        const struct programme_state *p = &s->programmes.at[i];
        struct buf title = buf_make(LINE_MOST);
        if (!says_something(p)) continue;
        programme_title(&title, p->programme);
        html_element(h, "h3", buf_str(&title));
        if (p->first < p->end) html_table(h, a, r, p);
        html_open(h, "ul");
        put_lines(&sink, a, s, p->sum, p->first, p->end);
        html_close(h);
        buf_free(&title);
    }
}
