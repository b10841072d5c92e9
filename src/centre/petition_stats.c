/* SPDX-License-Identifier: Apache-2.0
 *
 * petition_stats: see petition_stats.h.
 */
#include "petition_stats.h"

uint64_t petition_total(const struct petition_sum *s)
{
    return s->carried + s->received;
}

uint64_t petition_settled(const struct petition_sum *s)
{
    return s->settled_in_time + s->settled_late + s->settled_no_clock;
}

uint64_t petition_under(const struct petition_sum *s)
{
    return petition_settled(s) + s->left_in_time + s->left_late;
}

/* Which number it counts in, for the time; NULL when it came later or had ended before. */
static uint64_t *place_of(struct petition_sum *s, const struct petition *p, struct date from, struct date to)
{
    const struct kept_matter *m = &p->matter;
    bool ended = date_known(m->ended) && date_cmp(m->ended, to) <= 0, has_due = date_known(m->due_day);
    if (date_cmp(p->received, to) > 0 || (date_known(m->ended) && date_cmp(m->ended, from) < 0)) return NULL;
    if (ended && word_list_has(p->kind->petition.passed, m->state)) return &s->passed;
    if (ended && m->group == MATTER_DROPPED) return &s->dropped;
    if (ended && !has_due) return &s->settled_no_clock;
    if (ended) return date_cmp(m->ended, m->due_day) > 0 ? &s->settled_late : &s->settled_in_time;
    bool stands = m->group == MATTER_PAUSED;
    return has_due && !stands && date_cmp(to, m->due_day) > 0 ? &s->left_late : &s->left_in_time;
}

static struct petition_sum *sum_of(struct petition_stats *out, struct arena *a, const struct matter_kind *k)
{
    if (out->sums.len && str_eq(out->sums.at[out->sums.len - 1].kind, k->word)) return &out->sums.at[out->sums.len - 1];
    struct petition_sum *s = vec_push(a, &out->sums);
    *s = (struct petition_sum){.kind = k->word, .name = k->name};
    return s;
}

static struct petition_outcome *outcome_of(struct petition_stats *out, struct arena *a, const struct matter_kind *k,
                                           struct str value)
{
    for (size_t i = 0; i < out->outcomes.len; i++)
        if (str_eq(out->outcomes.at[i].kind, k->word) && str_eq(out->outcomes.at[i].outcome, value))
            return &out->outcomes.at[i];
    struct petition_outcome *o = vec_push(a, &out->outcomes);
    *o = (struct petition_outcome){.kind = k->word, .name = k->name, .outcome = value};
    return o;
}

/* All choices of a kind, so that what nobody had is there with 0. */
static void count_outcome(struct petition_stats *out, struct arena *a, const struct petition *p)
{
    const struct kind_petition *voice = &p->kind->petition;
    const struct kind_field *f = kind_field_find(p->kind, voice->outcome);
    if (!f) return;
    for (size_t i = 0; i < f->choices.len; i++) outcome_of(out, a, p->kind, f->choices.at[i]);
    outcome_of(out, a, p->kind, petition_field(p, voice->outcome))->count++;
}

/* Each that was settled is in one row of its kind, so the rows of a kind make the whole of each of them. */
static void count_wholes(struct petition_stats *out)
{
    for (size_t i = 0; i < out->outcomes.len; i++)
        for (size_t k = 0; k < out->outcomes.len; k++)
            if (str_eq(out->outcomes.at[i].kind, out->outcomes.at[k].kind))
                out->outcomes.at[i].of += out->outcomes.at[k].count;
}

static void add(struct petition_sum *to, const struct petition_sum *s)
{
    to->carried += s->carried;
    to->received += s->received;
    to->dropped += s->dropped;
    to->passed += s->passed;
    to->settled_in_time += s->settled_in_time;
    to->settled_late += s->settled_late;
    to->settled_no_clock += s->settled_no_clock;
    to->left_in_time += s->left_in_time;
    to->left_late += s->left_late;
    to->onward += s->onward;
}

bool petition_stats(struct petition_stats *out, struct db *db, struct arena *a, const struct petition_wish *w,
                    struct date from, struct date to, struct err *err)
{
    struct petition_list list;
    struct petition_sum all = {.kind = STR("")};
    *out = (struct petition_stats){0};
    if (!petition_rows(&list, db, a, w, err)) return false;
    for (size_t i = 0; i < list.len; i++) {
        const struct petition *p = &list.at[i];
        struct petition_sum *s = sum_of(out, a, p->kind);
        uint64_t *place = place_of(s, p, from, to);
        if (!place) continue;
        bool settled = place == &s->settled_in_time || place == &s->settled_late || place == &s->settled_no_clock;
        bool goes_on = settled && word_list_has(p->kind->petition.onward, p->matter.state);
        ++*place;
        ++*(date_cmp(p->received, from) < 0 ? &s->carried : &s->received);
        s->onward += goes_on;
        if (settled && !goes_on) count_outcome(out, a, p);
    }
    count_wholes(out);
    for (size_t i = 0; i < out->sums.len; i++) add(&all, &out->sums.at[i]);
    *vec_push(a, &out->sums) = all;
    return true;
}
