/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_grade: see matter_grade.h. Due days of the index are those of now and the first ones are asked for, so all
 * tasks of somebody are looked at.
 */
#include "matter_grade.h"

#include "kind_cache.h"
#include "said.h"

enum { PAGE = 1000 };

struct grading {
    struct db *db;
    struct arena *arena;
    struct err *err;
    const struct grade_wish *wish;
    struct kind_cache kinds;
    struct task_grade *out;
};

static bool weight_of(struct decimal *out, struct grading *g, const struct kept_matter *m)
{
    const struct name_value *v = name_value_find(&m->fields, STR("coefficient"));
    *out = DECIMAL_INT(1);
    if (!v) return true;
    return (decimal_read(out, v->value) && decimal_sign(*out) > 0) ||
           fail(g->err, ERR_GRADE_WEIGHT, m->number, v->value);
}

/* How often it came into a state that says that it was sent back. */
static bool returns_of(uint32_t *out, struct grading *g, const struct kept_matter *m)
{
    const struct matter_kind *kind;
    struct kept_events events;
    *out = 0;
    if (!kind_cached(&kind, &g->kinds, g->db, g->arena, m, g->err) ||
        !matter_events(&events, g->db, g->arena, m->id, g->err))
        return false;
    for (size_t i = 0; i < events.len; i++) {
        const struct kind_state *s = kind_state_find(kind, events.at[i].to);
        *out += events.at[i].kind == MATTER_EVENT_MOVE && s && s->returned;
    }
    return true;
}

static bool look_at(struct grading *g, const struct kept_matter *m)
{
    struct graded_task t = {.counted = date_known(m->first_due)};
    bool inside = t.counted && date_cmp(g->wish->from, m->first_due) <= 0 && date_cmp(m->first_due, g->wish->to) <= 0;
    if (m->group == MATTER_DROPPED || (t.counted && !inside)) return true;
    if (!t.counted) {
        g->out->without_due++;
        return true;
    }
    t.item.done = m->group == MATTER_DONE;
    t.item.late = t.item.done && date_cmp(m->ended, m->first_due) > 0;
    t.item.excused = t.item.late && date_known(m->due_day) && date_cmp(m->ended, m->due_day) <= 0;
    if (!weight_of(&t.item.weight, g, m) || !returns_of(&t.item.returns, g, m) ||
        !board_matter(&t.row, g->db, g->arena, m, g->wish->to, g->err))
        return false;
    *vec_push(g->arena, &g->out->tasks) = t;
    return true;
}

static bool look_at_all(struct grading *g)
{
    struct matter_filter f = {.kind = STR("task"), .person = g->wish->person, .most = PAGE};
    if (g->wish->unit) {
        f.units = &g->wish->unit->id;
        f.unit_count = 1;
        f.by_units = true;
    }
    for (bool more = true; more;) {
        struct matter_list page;
        if (!matter_page(&page, &more, g->db, g->arena, &f, g->err)) return false;
        for (size_t i = 0; i < page.len; i++)
            if (!look_at(g, &page.at[i])) return false;
        if (page.len) f.after = page.at[page.len - 1].id;
    }
    return true;
}

bool matter_grade(struct task_grade *out, struct db *db, struct arena *a, const struct grade_wish *w, struct err *err)
{
    struct grading g = {.db = db, .arena = a, .err = err, .wish = w, .out = out};
    *out = (struct task_grade){.rule = grading_rule_on(w->to)};
    if (!out->rule) return fail(err, ERR_GRADE_RULE, date_text(a, w->to));
    if (!db_begin(db, DB_TRANSACTION_READ, err)) return false;
    bool ok = look_at_all(&g);
    db_rollback(db);
    if (!ok) return false;
    struct grade_item *items = arena_array(a, struct grade_item, out->tasks.len);
    for (size_t i = 0; i < out->tasks.len; i++) items[i] = out->tasks.at[i].item;
    return grade_reckon(&out->grade, out->rule, items, out->tasks.len) || fail(err, ERR_GRADE_WEIGHT, STR(""), STR(""));
}
