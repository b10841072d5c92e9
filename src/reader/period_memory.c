/* SPDX-License-Identifier: Apache-2.0
 *
 * period_memory: what the times of a sentence, of a block and of the whole text leave to what follows (and to what
 * stood before: figures of a title without a time take it from the body, period_repair).
 *
 * What a sentence leaves behind: only times of figures that are no plans, and times that open it; not every time that
 * it names.
 */
#include "period_private.h"

static bool used(const struct reader *r, const struct when *w)
{
    for (size_t k = 0; k < r->mentions.len; k++)
        if (r->mentions.at[k].period_source == FROM_OWN && w->first >= r->mentions.at[k].zone &&
            w->last <= r->mentions.at[k].tail_end &&
            period_eq(period_widen(w->period), r->mentions.at[k].figure.period))
            return true;
    return false;
}

/* "Theo báo cáo tại kỳ họp, 6 tháng đầu năm, dù gặp nhiều khó khăn nhưng ...": the time of what follows. */
static bool between_commas(const struct reader *r, const struct when *w)
{
    const struct tokens *ts = &r->tokens;
    size_t n, from = w->first;
    if (from > r->first && lexicon_at(ts, from - 1, LEX_INSIDE_TIME, &n)) from--;
    return w->first <= r->first + 20 && from > r->first && token_is_punct(ts, from - 1, ',') &&
           token_is_punct(ts, w->last, ',');
}

/* A later sentence goes over to another time: "Lũy kế 10 tháng, ...". */
static bool goes_over(const struct reader *r, const struct when *w)
{
    return w->first <= r->first + 2 && token_is_punct(&r->tokens, w->last, ',') && r->mentions.len;
}

/* The time that opens the block, when the sentence is one of its first. */
static void find_topic(struct reader *r)
{
    bool later = r->carry.block_topic.kind || r->sentence > 1;
    if (later && (r->whens.len == 0 || !goes_over(r, &r->whens.at[0]))) return;
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        bool opens = w->first <= r->first + 3 || between_commas(r, w);
        if (w->period.kind == PERIOD_NONE || w->role == WHEN_BASE || w->role == WHEN_UNTIL || period_is_base(r, w) ||
            period_names_plan(r, w) || period_is_apart(r, w) || period_aside(r, w))
            continue;
        if (w->period.kind == PERIOD_YEARS && !opens) continue;
        if (class_between(r, LEX_TARGET, r->first, w->first, NULL, NULL)) continue;
        if (w->period.kind == PERIOD_DAY || period_ahead(r, w->period)) continue;
        if (!opens && (used(r, w) || r->mentions.len == 0 || w->first > r->first + 14)) continue;
        r->carry.block_topic = period_widen(r->mentions.len ? period_as_of(r, &r->mentions.at[0], w) : w->period);
        return;
    }
}

/* "13 xã đạt chuẩn từ năm 2014 đến năm 2020" of a text of 2022: history of this one figure. */
static bool over_years(const struct reader *r, struct period p)
{
    return p.kind == PERIOD_YEARS && date_known(r->date) && p.to.year < r->date.year;
}

/* Whether this sentence set targets with a word of aiming, or went on with them. */
static void remember_plan(struct reader *r)
{
    struct carry *c = &r->carry;
    bool all = r->mentions.len > 0, aimed = false;
    for (size_t k = 0; k < r->mentions.len; k++) {
        all = all && r->mentions.at[k].figure.aspect == ASPECT_PLAN;
        aimed = aimed || r->mentions.at[k].governed;
    }
    c->plan_run = all && (aimed || c->plan_run);
    if (!all || !aimed) return;
    c->plan_period = r->mentions.at[0].figure.period;
    for (size_t k = 0; k < r->whens.len; k++) /* a horizon is of one target */
        if (r->whens.at[k].role == WHEN_UNTIL) c->plan_period = (struct period){.kind = PERIOD_NONE};
}

void period_remember(struct reader *r)
{
    find_topic(r);
    if (r->mentions.len) remember_plan(r);
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        if (period_is_apart(r, w) || period_aside(r, w)) continue;
        if (w->period.kind == PERIOD_YEARS) r->carry.term = w->period;
        if (r->mentions.len == 0 && w->role == WHEN_PERIOD && w->period.kind == PERIOD_YEAR && !period_is_base(r, w) &&
            !period_names_plan(r, w) && !period_ahead(r, w->period))
            r->carry.block_weak = w->period;
        bool running = !date_known(r->date) || date_cmp(w->period.to, r->date) >= 0;
        if (r->mentions.len == 0 && w->period.kind == PERIOD_YEARS && running &&
            (w->relative || lexicon_is(&r->tokens, w->first, LEX_STAGE)))
            r->carry.block_weak = w->period; /* "..., giai đoạn 2016-2020. Trong đó ..." */
    }
    for (size_t k = 0; k < r->mentions.len; k++) {
        const struct mention *m = &r->mentions.at[k];
        if ((m->period_source == FROM_OWN || m->period_source == FROM_SENTENCE) && m->figure.aspect != ASPECT_PLAN &&
            (!m->bracket || m->sign) && !m->aside && !over_years(r, m->figure.period))
            r->carry.block_last = m->figure.period;
        if (r->carry.first_own.kind == PERIOD_NONE && m->period_source == FROM_OWN)
            r->carry.first_own = m->figure.period;
    }
}

/* What flows in and was told before the text named its time ("Hải quan thu 577 tỷ đồng. ... Trong 5 tháng đầu năm,
 * ...") is of that time. */
static void settle_early(struct reader *r, struct period p)
{
    int year = date_known(r->date) ? r->date.year : 0;
    bool window = p.kind != PERIOD_TO_DATE && p.kind != PERIOD_YEARS && p.kind != PERIOD_YEAR &&
                  period_one_year(p) == year;
    for (size_t k = 0; k < r->early.len && window; k++) r->out.at[r->early.at[k]].figure.period = p;
    r->early.len = 0;
}

void period_leave(struct reader *r)
{
    struct carry *c = &r->carry;
    struct period p = c->block_topic.kind ? c->block_topic : c->block_last;
    if (p.kind && p.kind != PERIOD_TO_DATE && period_one_year(p) == r->date.year) settle_early(r, p);
    bool history = date_known(r->date) && p.kind && p.to.year + 1 < r->date.year;
    /* "Tính đến giữa tháng 10, ...": another day than that of the text is spoken of on. */
    bool day = p.kind == PERIOD_TO_DATE && (!date_known(r->date) || date_cmp(p.to, r->date) == 0);
    if (p.kind && !day && !history) c->period = p;
    c->plan_run = false;
    c->before = c->block_last;
    c->block_topic = c->block_last = c->block_weak = (struct period){.kind = PERIOD_NONE};
}

void period_repair(struct reader *r)
{
    for (; r->repaired < r->timeless.len; r->repaired++) {
        size_t at = r->timeless.at[r->repaired];
        struct figure_statement *f = &r->out.at[at].figure;
        const struct figure_statement *same = NULL, *near = NULL;
        for (size_t i = at + 1; i < r->out.len && i < at + PERIOD_BODY && !same; i++) {
            const struct figure_statement *g = &r->out.at[i].figure;
            if (r->out.at[i].kind != STATEMENT_FIGURE || g->heading || !str_eq(g->unit, f->unit)) continue;
            if (g->kind == f->kind && decimal_eq(g->value, f->value)) same = g;
            if (!near && i < at + 4 && g->kind == f->kind) near = g;
        }
        if (same)
            f->period = same->period;
        else if (near && r->out.at[at].figure.kind != KIND_FRACTION)
            f->period = near->period;
    }
}
