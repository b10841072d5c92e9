/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_aim: see matter_aim.h.
 */
#include "matter_aim.h"

#include "target_rows.h"

static const struct str FIELD = STR_INIT("aim");

void aim_add(struct aim_sum *to, const struct aim_sum *s)
{
    to->all += s->all;
    to->done += s->done;
    to->late += s->late;
}

static void count(struct aim_sum *out, const struct kept_matter *m, struct date on)
{
    bool over = date_known(m->due_day) && date_cmp(m->due_day, on) < 0 && m->group != MATTER_PAUSED;
    if (m->group == MATTER_DROPPED) return;
    out->all++;
    out->done += m->group == MATTER_DONE;
    out->late += m->group == MATTER_DONE ? m->truth == OUTCOME_LATE : over;
}

bool matter_aim(struct aim_sum *out, struct db *db, struct arena *a, struct str code, struct date on, struct err *err)
{
    struct matter_list list;
    bool more = true;
    struct matter_filter f = {.kind = STR("task"), .words = code, .most = MATTER_PAGE_MOST};
    *out = (struct aim_sum){0};
    if (!matter_page(&list, &more, db, a, &f, err)) return false;
    for (size_t i = 0; i < list.len; i++) {
        const struct name_value *v = name_value_find(&list.at[i].fields, FIELD);
        if (v && str_eq(v->value, code)) count(out, &list.at[i], on);
    }
    return true;
}

bool matter_aim_known(struct str *out, struct db *db, struct arena *a, struct str typed, struct err *err)
{
    struct target_rows rows;
    if (!target_rows_load(&rows, db, a, err)) return false;
    const struct programme *p = programme_find(&rows, typed);
    const struct kept_target *t = p ? NULL : target_on(&rows, typed, (struct date){0});
    if (!p && !t) return fail(err, ERR_MATTER_AIM_UNKNOWN, typed);
    *out = p ? p->code : t->target.code;
    return true;
}

static bool has_code(const struct str_list *l, struct str code)
{
    return word_list_has((struct word_list){l->at, l->len}, code);
}

/* Programmes may stand in any order, so they are gone through until none is added: once for each level. */
static void add_programmes(struct str_list *out, struct arena *a, const struct target_rows *rows)
{
    for (size_t before = 0; before != out->len;) {
        before = out->len;
        for (size_t i = 0; i < rows->programmes.len; i++) {
            const struct programme *p = &rows->programmes.at[i];
            if (p->parent.len && has_code(out, p->parent) && !has_code(out, p->code)) *vec_push(a, out) = p->code;
        }
    }
}

bool matter_aim_below(struct str_list *out, struct db *db, struct arena *a, struct str typed, struct err *err)
{
    struct target_rows rows;
    struct str code;
    *out = (struct str_list){0};
    if (!matter_aim_known(&code, db, a, typed, err) || !target_rows_load(&rows, db, a, err)) return false;
    *vec_push(a, out) = code;
    if (!programme_find(&rows, code)) return true;
    add_programmes(out, a, &rows);
    for (size_t i = 0; i < rows.targets.len; i++) {
        const struct target *t = &rows.targets.at[i].target;
        if (has_code(out, t->programme) && !has_code(out, t->code)) *vec_push(a, out) = t->code;
    }
    return true;
}
