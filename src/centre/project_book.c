/* SPDX-License-Identifier: Apache-2.0
 *
 * project_book: see project_book.h. What belongs to a project is found by going through projects and rows together,
 * both in the order of ids; so the cost is that of reading them.
 */
#include "project_book.h"

#include "project_table.h"

struct str book_field(const struct book_project *p, const char *field)
{
    const struct name_value *v = name_value_find(&p->row.matter.fields, str_of(field));
    return v ? v->value : STR("");
}

/* --- stages and obstacles */

static int32_t days_past(struct date due, struct date ended, struct date on)
{
    struct date until = date_known(ended) ? ended : on;
    if (!date_known(due) || date_cmp(until, due) <= 0) return 0;
    return date_to_days(until) - date_to_days(due);
}

static void add_stage(struct project_book *b, struct arena *a, struct book_project *p, size_t from, size_t to,
                      struct str stage)
{
    struct book_stage s = {0};
    for (size_t i = from; i < to; i++) {
        const struct kept_stage *k = &b->stages.at[i];
        if (!str_eq(k->stage, stage)) continue;
        if (!s.first && date_known(k->planned_to)) s.first = k;
        s.last = k;
    }
    if (!s.last) return;
    s.open = !date_known(s.last->actual_to) || date_cmp(s.last->actual_to, b->on) > 0;
    s.late = days_past(s.last->planned_to, s.open ? (struct date){0} : s.last->actual_to, b->on);
    *vec_push(a, &p->stages) = s;
}

static void add_obstacles(struct project_book *b, struct arena *a, struct book_project *p, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++) {
        const struct kept_obstacle *k = &b->obstacles.at[i];
        if (date_cmp(k->opened, b->on) > 0) continue;
        if (k->step == 0) *vec_push(a, &p->obstacles) = (struct book_obstacle){.first = k};
        if (p->obstacles.len) p->obstacles.at[p->obstacles.len - 1].last = k;
    }
    for (size_t i = 0; i < p->obstacles.len; i++) {
        struct book_obstacle *o = &p->obstacles.at[i];
        o->open = !date_known(o->last->settled) || date_cmp(o->last->settled, b->on) > 0;
        o->late = days_past(o->last->due, o->open ? (struct date){0} : o->last->settled, b->on);
    }
}

/* --- the group */

static void set_group(struct book_project *p)
{
    struct str total = book_field(p, "total");
    struct decimal d;
    bool known = decimal_read(&d, total);
    const char *const days[] = {"policy_on", "decided_on"};
    p->grouped_on = p->row.matter.opened;
    for (size_t i = 0; i < 2; i++) {
        struct date day;
        if (!date_read(&day, book_field(p, days[i]))) continue;
        p->grouped_on = day;
        break;
    }
    p->group = project_group_of(book_field(p, "sector"), book_field(p, "criterion"), known ? &d : NULL, p->grouped_on);
}

/* --- loading */

static bool add_project(struct project_book *b, struct db *db, struct arena *a, const struct kept_matter *m,
                        struct err *err)
{
    struct book_project *p = vec_push(a, b);
    *p = (struct book_project){0};
    if (!board_matter(&p->row, db, a, m, b->on, err)) return false;
    p->number = p->row.matter.number;
    set_group(p);
    return true;
}

static int by_id(const void *x, const void *y)
{
    const struct book_project *a = x, *b = y;
    return (a->row.matter.id.n > b->row.matter.id.n) - (a->row.matter.id.n < b->row.matter.id.n);
}

static bool load_projects(struct project_book *b, struct db *db, struct arena *a, const struct book_wish *w,
                          struct err *err)
{
    struct board_wish asked = {.unit = w->unit, .under = w->under, .on = w->on};
    struct matter_filter f;
    struct kept_matter one;
    if (w->one.n) return matter_load(&one, db, a, w->one, err) && add_project(b, db, a, &one, err);
    asked.filter.kind = STR("project");
    if (!board_filter(&f, db, a, &asked, err)) return false;
    f.most = MATTER_PAGE_MOST;
    for (bool more = true; more;) {
        struct matter_list page;
        if (!matter_page(&page, &more, db, a, &f, err)) return false;
        for (size_t i = 0; i < page.len; i++) {
            f.after = page.at[i].id;
            if (!add_project(b, db, a, &page.at[i], err)) return false;
        }
        more = more && page.len > 0;
    }
    if (b->len) qsort(b->at, b->len, sizeof *b->at, by_id);
    return true;
}

/* Rows of one table, in the order of projects; `project` says of which one a row is. */
struct row_span {
    size_t from, to;
};

static void row_span_next(struct row_span *s, const struct project_book *b, struct matter_id id, size_t len,
                          struct matter_id (*project)(const struct project_book *b, size_t i))
{
    s->from = s->to;
    while (s->from < len && project(b, s->from).n < id.n) s->from++;
    s->to = s->from;
    while (s->to < len && project(b, s->to).n == id.n) s->to++;
}

static struct matter_id of_line(const struct project_book *b, size_t i)
{
    return b->lines.at[i].line.project;
}

static struct matter_id of_stage(const struct project_book *b, size_t i)
{
    return b->stages.at[i].project;
}

static struct matter_id of_obstacle(const struct project_book *b, size_t i)
{
    return b->obstacles.at[i].project;
}

static void join(struct project_book *b, struct arena *a, const struct book_wish *w)
{
    struct project_terms terms = project_stages();
    struct capital_line *all = arena_array(a, struct capital_line, b->lines.len);
    struct row_span lines = {0}, stages = {0}, obstacles = {0};
    for (size_t i = 0; i < b->lines.len; i++) all[i] = b->lines.at[i].line;
    for (size_t i = 0; i < b->len; i++) {
        struct book_project *p = &b->at[i];
        struct matter_id id = p->row.matter.id;
        row_span_next(&lines, b, id, b->lines.len, of_line);
        row_span_next(&stages, b, id, b->stages.len, of_stage);
        row_span_next(&obstacles, b, id, b->obstacles.len, of_obstacle);
        p->lines = all + lines.from;
        p->line_count = lines.to - lines.from;
        for (size_t s = 0; s < terms.len; s++) add_stage(b, a, p, stages.from, stages.to, terms.at[s].code);
        add_obstacles(b, a, p, obstacles.from, obstacles.to);
        capital_year_of(&p->year, p->lines, p->line_count, w->year, w->on, w->source);
    }
}

bool project_book(struct project_book *out, struct db *db, struct arena *a, const struct book_wish *w, struct err *err)
{
    *out = (struct project_book){.year = w->year, .on = w->on};
    if (!load_projects(out, db, a, w, err) || !project_lines(&out->lines, db, a, w->one, err) ||
        !project_stage_rows_of(&out->stages, db, a, w->one, err) ||
        !project_obstacle_rows_of(&out->obstacles, db, a, w->one, err))
        return false;
    join(out, a, w);
    return true;
}
