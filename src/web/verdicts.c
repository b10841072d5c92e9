/* SPDX-License-Identifier: Apache-2.0
 *
 * verdicts: see verdicts.h.
 */
#include "verdicts.h"

#include "answer_show.h"
#include "matter_board.h"

struct str value_shown(struct visit *v, const struct answer *a, const struct indicator *i)
{
    struct buf b = buf_make(200);
    if (a->value.known) show_measured(&b, a->value, i);
    return kept_text(v, &b);
}

struct str answer_id(struct visit *v, const struct answer *a, const struct question *q, enum asked what)
{
    struct buf b = buf_make(1000);
    if (a->rule != ANSWER_NONE) answer_id_write(&b, a, q, what);
    return kept_text(v, &b);
}

static struct str rate_shown(struct visit *v, const struct comparison *c, bool is_signed)
{
    struct buf b = buf_make(200);
    if (c->why == COMPARABLE) show_comparison(&b, c, is_signed);
    return kept_text(v, &b);
}

static struct verdict_view view_of(struct visit *v, struct str family, struct str state, struct str symbol,
                                   const char *label, const char *word)
{
    return (struct verdict_view){.family = family,
                                 .state = state,
                                 .label = tr_text(v->lang, label),
                                 .word = tr_text(v->lang, word),
                                 .rate = STR(""),
                                 .gap = STR(""),
                                 .shape = shape_link(v, symbol)};
}

struct verdict_view verdict_of_plan(struct visit *v, const struct stand_row *r)
{
    static const struct {
        struct str state, symbol;
        const char *word;
    } SHOWN[PLAN_VERDICTS] = {
        [PLAN_NO_VERDICT] = {STR_INIT("hold"), STR_INIT("plan-hold"), tr("Không so được")},
        [PLAN_EXCEEDED] = {STR_INIT("good"), STR_INIT("plan-good"), tr("Vượt")},
        [PLAN_REACHED] = {STR_INIT("good"), STR_INIT("plan-good"), tr("Đạt")},
        [PLAN_NOT_REACHED] = {STR_INIT("bad"), STR_INIT("plan-bad"), tr("Chưa đạt")},
        [PLAN_UNDER_WAY] = {STR_INIT("watch"), STR_INIT("plan-watch"), tr("Chưa đạt, còn thời gian")},
    };
    bool none = r->plan.rule == ANSWER_NONE && r->ratio.rule == ANSWER_NONE;
    bool neither = r->plan_verdict == PLAN_NO_VERDICT && r->ratio.rule != ANSWER_NONE &&
                   r->ratio.comparison.why == COMPARABLE; /* neither more nor less is good */
    const char *word = none ? tr("Chưa có kế hoạch") : neither ? tr("Bằng") : SHOWN[r->plan_verdict].word;
    struct verdict_view out = view_of(v, STR("plan"), SHOWN[r->plan_verdict].state, SHOWN[r->plan_verdict].symbol,
                                      tr("So kế hoạch"), word);
    if (r->ratio.rule != ANSWER_NONE) out.rate = rate_shown(v, &r->ratio.comparison, false);
    struct str plan = value_shown(v, &r->plan, r->question.indicator);
    if (plan.len) out.gap = said_text(v, tr("kế hoạch {1}"), plan, STR(""));
    return out;
}

/* "Tăng 8,3 %": the word says the sign. */
static struct str change_shown(struct visit *v, const struct comparison *c)
{
    struct comparison size = *c;
    int sign = decimal_sign(c->value);
    if (sign < 0) size.value = decimal_neg(c->value);
    struct str rate = rate_shown(v, &size, false);
    if (sign == 0) return tr_text(v->lang, tr("Tương đương"));
    return said_text(v, sign > 0 ? tr("Tăng {1}") : tr("Giảm {1}"), rate, STR(""));
}

struct verdict_view verdict_of_period(struct visit *v, const struct stand_row *r)
{
    const struct comparison *c = &r->growth.comparison;
    bool known = r->growth.rule != ANSWER_NONE && c->why == COMPARABLE;
    if (!known) {
        struct verdict_view none = view_of(v, STR("period"), STR("hold"), STR("period-hold"), tr("So cùng kỳ"),
                                           tr("Không so được"));
        if (r->value.rule != ANSWER_NONE && v->lang == LANG_VI)
            none.gap = r->like.rule == LIKE_NOT ? r->like.note : incomparable_reason(c->why);
        return none;
    }
    bool up = decimal_sign(c->value) > 0, better = r->year_verdict == YEAR_BETTER,
         worse = r->year_verdict == YEAR_WORSE;
    struct str symbol = better  ? up ? STR("period-up-good") : STR("period-down-good")
                         : worse ? up ? STR("period-up-bad") : STR("period-down-bad")
                                 : STR("period-even");
    struct str state = better ? STR("good") : worse ? STR("bad") : STR("hold");
    struct verdict_view out = view_of(v, STR("period"), state, symbol, tr("So cùng kỳ"), "");
    out.word = change_shown(v, c);
    if (r->growth.made_count == 2) {
        const struct figure *f = &r->growth.made[1]->figure;
        struct answer base = {
            .rule = ANSWER_FIGURE,
            .value = {.known = !f->has_max, .value = f->value, .bound = f->bound, .measure = f->measure}};
        struct str shown = value_shown(v, &base, r->question.indicator);
        if (shown.len) out.gap = said_text(v, tr("{1}: {2}"), shown_period(v, f->key.period), shown);
    }
    return out;
}

struct verdict_view verdict_of_pace(struct visit *v, const struct stand_row *r)
{
    static const struct {
        struct str state, symbol;
        const char *word;
    } SHOWN[PACE_VERDICTS] = {
        [PACE_NO_VERDICT] = {STR_INIT("hold"), STR_INIT("pace-even"), ""},
        [PACE_AHEAD] = {STR_INIT("good"), STR_INIT("pace-good"), tr("Nhanh hơn nhịp")},
        [PACE_EVEN] = {STR_INIT("good"), STR_INIT("pace-even"), tr("Đúng nhịp")},
        [PACE_BEHIND] = {STR_INIT("bad"), STR_INIT("pace-bad"), tr("Chậm nhịp")},
    };
    return view_of(v, STR("pace"), SHOWN[r->pace].state, SHOWN[r->pace].symbol, tr("Nhịp"), SHOWN[r->pace].word);
}

struct verdict_view verdict_of_clock(struct visit *v, const struct board_matter *m)
{
    static const struct {
        struct str state, symbol;
        const char *word;
    } SHOWN[MATTER_VERDICTS] = {
        [MATTER_IN_TIME] = {STR_INIT("good"), STR_INIT("clock-open"), tr("Còn hạn")},
        [MATTER_SOON] = {STR_INIT("watch"), STR_INIT("clock-watch"), tr("Sắp hạn")},
        [MATTER_LATE] = {STR_INIT("bad"), STR_INIT("clock-bad"), tr("Quá hạn")},
        [MATTER_NO_CLOCK] = {STR_INIT("hold"), STR_INIT("clock-open"), tr("Không hạn")},
        [MATTER_STANDS] = {STR_INIT("hold"), STR_INIT("clock-hold"), tr("Tạm dừng")},
        [MATTER_ENDED_IN_TIME] = {STR_INIT("good"), STR_INIT("clock-good"), tr("Xong đúng hạn")},
        [MATTER_ENDED_LATE] = {STR_INIT("bad"), STR_INIT("clock-bad"), tr("Xong, quá hạn")},
        [MATTER_ENDED] = {STR_INIT("hold"), STR_INIT("clock-good"), tr("Đã xong")},
        [MATTER_NOT_COUNTED] = {STR_INIT("hold"), STR_INIT("clock-open"), tr("Đã thôi")},
    };
    struct verdict_view out = view_of(v, STR("clock"), SHOWN[m->verdict].state, SHOWN[m->verdict].symbol, tr("Hạn"),
                                      SHOWN[m->verdict].word);
    bool left = m->verdict == MATTER_IN_TIME || m->verdict == MATTER_SOON;
    uint64_t days = (uint64_t)(m->late < 0 ? -m->late : m->late);
    if (m->verdict == MATTER_LATE || m->verdict == MATTER_ENDED_LATE)
        out.word = said_text(v, tr("{1} {2} ngày"), out.word, shown_count(v, days));
    else if (left && days)
        out.word = said_text(v, tr("Còn {1} ngày"), shown_count(v, days), STR(""));
    else if (left)
        out.word = tr_text(v->lang, tr("Đến hạn hôm nay"));
    return out;
}
