/* SPDX-License-Identifier: Apache-2.0
 *
 * check_plan: rules about value, plan and per cent of the plan.
 *
 *   value / plan = ratio        all three said, in one sentence or apart: they must fit
 *   value / ratio = plan        the plan that follows; two such plans of one year must have a number in common
 *   "vượt 108% kế hoạch"        word for word 208 % of the plan
 *   "56% so với dự toán A và B" one ratio of two plans
 *
 * Traps. A budget has several plans at once: what the city gives, what the council gives, what is striven for; "81,2%
 * kế hoạch Chính phủ giao" beside "42,9% kế hoạch HĐND giao" is no fault. So two ratios are compared only when the
 * words that name the plan are the same, and "kế hoạch" alone may be that of a month or of a year: then it is a doubt
 * at most. A number that is "striven for" after a ratio is not the plan of that ratio.
 * A plan said apart from its ratio may have been changed since, so only in one paragraph, with one number and no word
 * of a change is it certain.
 */
#include "buf.h"
#include "check_private.h"
#include "utf8.h"

static const char *const PLAN_NOUNS[] = {"dự toán", "kế hoạch", "chỉ tiêu", "mục tiêu", NULL};
static const char *const AIMS[] = {"phấn đấu", "dự kiến", "tập trung", "đề nghị", NULL};

enum { SENTENCE_MOST = 48, SERIES_MOST = 64, NEAR = 90, VALUE_BACK = 8, EXCESS_NEAR = 4 };

/* The words since the figure before it in its sentence, at most NEAR bytes. */
static struct str near_before(const struct checker *c, const struct item *i)
{
    size_t most = NEAR;
    if (i > c->items && i[-1].sentence == i->sentence && i->start >= i[-1].end && i->start - i[-1].end < most)
        most = i->start - i[-1].end;
    return last_words(i, most);
}

/* "vượt 2.500 tỷ (tương đương 2,2% dự toán)": a distance, not the value's own ratio. */
static bool is_distance(const struct item *i)
{
    return ends_with_words(words_before(i), "tương đương") || ends_with_words(words_before(i), "tương ứng");
}

/* "Kế hoạch vốn X tỷ. Giải ngân Y tỷ": what is paid out of the capital planned, whatever else the words say. */
static bool is_capital(const struct checker *c, const struct item *plan, const struct item *v)
{
    static const char *const capital[] = {"vốn", "đầu tư", NULL};
    return speaks_of(v, "giải ngân") && item_core(c, plan) == item_core(c, v) &&
           (speaks_of(plan, "vốn") || speaks_of(plan, "đầu tư") ||
            has_any(utf8_clip(words_after(plan), NEAR / 2), capital));
}

/* A level that is the plan of value v: in its sentence, called a plan, not striven for. */
static bool is_plan_of(const struct checker *c, const struct item *plan, const struct item *v)
{
    if (!is_figure(plan, KIND_LEVEL) || !is_plan(plan) || plan->f->unit_number != v->f->unit_number || plan == v)
        return false;
    if (!place_compatible(plan, v) || (subject_related(c, plan, v) == UNRELATED && !is_capital(c, plan, v)))
        return false;
    struct str near = near_before(c, plan);
    return (has_any(near, PLAN_NOUNS) || is_capital(c, plan, v)) && !has_any(near, AIMS);
}

/* The plans and the ratios about v in the sentence of v. */
struct plans {
    const struct item *plan; /* the only one, or one of them */
    unsigned plans, ratios;
    bool fits; /* one of the plans fits the ratio asked for */
};

/* In per cent. */
static struct interval ratio_of(const struct item *v, const struct item *plan, enum printing how)
{
    return interval_shift(interval_div(item_interval(v, how), item_interval(plan, how)), 2);
}

static struct interval plan_of(const struct item *v, const struct item *ratio, enum printing how)
{
    return interval_div(item_interval(v, how), item_ratio(ratio, how));
}

static struct plans plans_of(const struct checker *c, const struct item *v, const struct item *ratio, enum printing how)
{
    struct plans p = {0};
    const struct item *first = v, *end = c->items + c->count, *i;
    for (unsigned n = 0; n < SENTENCE_MOST && first > c->items && first[-1].sentence == v->sentence; n++) first--;
    for (i = first; i < end && i - first < 2 * SENTENCE_MOST && i->sentence == v->sentence; i++) {
        if (is_figure(i, KIND_PLAN_RATIO) && subject_related(c, i, v) != UNRELATED) p.ratios++;
        if (!is_plan_of(c, i, v)) continue;
        p.plans++;
        p.plan = i;
        p.fits = p.fits || interval_meets(ratio_of(v, i, how), item_interval(ratio, how));
    }
    return p;
}

/* The value of a ratio with which something can be reckoned; NULL when there is none. */
static const struct item *ratio_value(const struct checker *c, const struct item *i)
{
    if (!is_figure(i, KIND_PLAN_RATIO) || item_value(i).coefficient <= 0 || is_distance(i)) return NULL;
    const struct item *v = chain_value(c, i);
    return v && item_value(v).coefficient > 0 ? v : NULL;
}

/* Value, ratio and plan that agree from reading `how` on. */
static void say_ratio(struct checker *c, const struct item *v, const struct item *ratio, const struct item *plan,
                      enum severity severity, enum printing how)
{
    struct interval digits = ratio_of(v, plan, PRINTED_EXACT), is = ratio_of(v, plan, PRINTED_ROUNDED);
    struct finding *f = found(c, severity, MESSAGE_RATIO_PLAN, show_item(c, v), show_item(c, plan),
                              show_about(c, digits, is, STR("%")), show_item(c, ratio));
    finding_remark(c, f, how);
    finding_numbers(f, plain_interval(c, is, STR("%")), plain_item(c, ratio));
    finding_point(f, v);
    finding_point(f, ratio);
    finding_point(f, plan);
}

static bool near_ratio(const struct item *v, const struct item *ratio, const struct item *plan)
{
    return near_intervals(ratio_of(v, plan, PRINTED_ROUNDED), item_interval(ratio, PRINTED_ROUNDED), true);
}

/* The plan stands in the sentence of the value; false when none does. */
static bool plan_in_sentence(struct checker *c, const struct item *v, const struct item *i)
{
    struct plans p = {0};
    enum printing how = PRINTED_ROUNDED;
    for (; how < PRINTINGS; how++)
        if ((p = plans_of(c, v, i, how)).plans == 0 || p.fits) break;
    enum severity severity;
    if (p.plans == 0) return false;
    if (!severity_of(&severity, how)) return true;
    bool sure = near_ratio(v, i, p.plan) || (p.plan->subject_number == v->subject_number && p.plan->chain == v->chain);
    if (p.plans > 1 || p.ratios > 1 || !sure) severity = at_most(severity, SEVERITY_DOUBT);
    say_ratio(c, v, i, p.plan, severity, how);
    return true;
}

/* --- a plan said in another sentence, document, or in the record */

static bool is_plan_apart(const struct checker *c, const struct item *plan, const struct item *v)
{
    bool recorded = plan->f->document == CHECK_RECORD, named = recorded;
    if (recorded && str_eq(c->record[plan->start].figure->key.layer, STR("phan_dau"))) return false;
    struct period of = plan->f->period, at = v->f->period;
    for (const char *const *n = PLAN_NOUNS; *n && !named; n++) named = speaks_of(plan, *n);
    named = named || is_capital(c, plan, v);
    if (plan->sentence == v->sentence || item_value(plan).coefficient <= 0) return false;
    bool covers = date_cmp(of.from, at.from) <= 0 && date_cmp(of.to, at.to) >= 0;
    if (of.kind == PERIOD_NONE || (!covers && !is_capital(c, plan, v))) return false;
    struct str near = near_before(c, plan);
    if (has_any(near, AIMS) || (!recorded && !named && !has_any(near, PLAN_NOUNS))) return false;
    if (item_core(c, plan) == 0) return recorded || is_capital(c, plan, v);
    return plan->subject_number == v->subject_number || named || is_capital(c, plan, v);
}

struct apart {
    const struct item *plan; /* one of them, of the value's document if there is one there */
    unsigned values;         /* different numbers for it in that document */
    bool fits;               /* some plan, wherever it stands, fits the ratio */
};

static struct apart plans_apart(const struct checker *c, const struct item *v, const struct item *ratio,
                                enum printing how)
{
    struct apart out = {0};
    uint32_t first, end;
    plans_like(c, v, &first, &end);
    for (uint32_t n = first; n < end; n++) {
        const struct item *plan = &c->items[c->by_plan[n]];
        if (!is_plan_apart(c, plan, v)) continue;
        out.fits = out.fits || interval_meets(ratio_of(v, plan, how), item_interval(ratio, how));
        bool here = plan->f->document == v->f->document;
        if (out.plan && !here) continue;
        if (!out.plan || out.plan->f->document != v->f->document) out.values = 0;
        if (out.values == 0 || !decimal_eq(item_value(plan), item_value(out.plan))) out.values++;
        out.plan = plan;
    }
    return out;
}

/* Words that say that the plan has more than one number: changed, enlarged, carried over. */
static bool plan_moves(const struct item *i)
{
    static const char *const words[] = {"điều chỉnh", "bổ sung",    "kéo dài",     "chuyển nguồn",
                                        "chưa kể",    "bao gồm cả", "chuyển sang", "giao đầu năm",
                                        "còn lại",    "đã phân bổ", "đã bố trí",   NULL};
    return has_any(words_before(i), words) || has_any(words_after(i), words);
}

static bool names_a_part(const struct item *v)
{
    static const char *const parts[] = {"trong đó", "riêng", "gồm", "bao gồm", NULL};
    return has_any(words_before(v), parts);
}

/* Another ratio of the same thing in the document, said without "vượt": it shows what was meant. */
static const struct item *ratio_in_body(const struct checker *c, const struct item *i)
{
    unsigned looked = 0;
    for (const struct item *o = c->items; o < c->items + c->count && looked < 4 * SERIES_MOST; o++) {
        if (o->f->document != i->f->document || o == i || !is_figure(o, KIND_PLAN_RATIO)) continue;
        looked++;
        if (o->sentence != i->sentence && subject_related(c, o, i) != UNRELATED && place_compatible(o, i) &&
            period_same_time(o->f->period, i->f->period) && !ends_with_words(words_before(o), "vượt"))
            return o;
    }
    return NULL;
}

static void plan_apart(struct checker *c, const struct item *v, const struct item *i)
{
    static const char *const shorter[] = {"quý", "tháng", "tuần", NULL};
    if (v->f->place_number == 0 || v->f->period.kind == PERIOD_NONE || names_a_part(v) ||
        has_any(item_plan(i)->text, shorter))
        return;
    struct apart p = {0};
    enum printing how = PRINTED_ROUNDED;
    for (; how < PRINTINGS; how++)
        if ((p = plans_apart(c, v, i, how)).plan == NULL || p.fits) break;
    enum severity severity;
    if (!p.plan || !severity_of(&severity, how) || !near_ratio(v, i, p.plan)) return;
    if (i->lead && ratio_in_body(c, i)) return; /* the lead is held against its body */
    bool certain = p.values == 1 && p.plan->f->document == v->f->document && p.plan->paragraph == v->paragraph &&
                   item_plan(i)->bare && !v->table && v->said && v->sentence == i->sentence;
    if (!certain || plan_moves(p.plan) || plan_moves(v)) severity = at_most(severity, SEVERITY_DOUBT);
    say_ratio(c, v, i, p.plan, severity, how);
}

/* "Tỷ lệ giải ngân vốn đầu tư công đạt 94,35%": the amount paid out stands in a sentence before. */
static const struct item *value_apart(const struct checker *c, const struct item *i)
{
    if (!is_figure(i, KIND_PLAN_RATIO) || item_value(i).coefficient <= 0 || !speaks_of(i, "giải ngân")) return NULL;
    for (const struct item *v = i; v > c->items && i - v < VALUE_BACK && v[-1].paragraph == i->paragraph;) {
        v--;
        if (is_figure(v, KIND_LEVEL) && is_money(v) && !is_plan(v) && item_core(c, v) == item_core(c, i) &&
            v->f->place_number == i->f->place_number && period_same_time(v->f->period, i->f->period) &&
            speaks_of(v, "giải ngân"))
            return item_value(v).coefficient > 0 ? v : NULL;
    }
    return NULL;
}

void check_value_ratio_plan(struct checker *c)
{
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        const struct item *v = ratio_value(c, i);
        if (!v) v = value_apart(c, i);
        if (!v || is_plan(v)) continue;
        if (!plan_in_sentence(c, v, i)) plan_apart(c, v, i);
    }
}

void check_implied_plan(struct checker *c)
{
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        const struct item *v = ratio_value(c, i);
        if (!v || plans_of(c, v, i, PRINTED_ROUNDED).plans > 0) continue;
        struct interval plan = plan_of(v, i, PRINTED_ROUNDED);
        struct finding *f = found(c, SEVERITY_NOTE, MESSAGE_IMPLIED_PLAN, show_item(c, v), show_item(c, i),
                                  show_about(c, plan_of(v, i, PRINTED_EXACT), plan, v->f->unit),
                                  show_interval(c, plan, v->f->unit));
        finding_numbers(f, plain_interval(c, plan, v->f->unit), plain_item(c, v));
        finding_point(f, v);
        finding_point(f, i);
    }
}

/* --- two ratios of one plan */

struct implied {
    const struct item *value, *ratio;
    struct interval plan;
};

/* The only ratio of its value to this plan. */
static bool only_ratio(const struct checker *c, const struct item *i)
{
    uint32_t first = c->chain_first[i->chain], len = c->chain_first[i->chain + 1] - first;
    const struct item *v = chain_value(c, i);
    uint32_t last = len < SENTENCE_MOST ? len : SENTENCE_MOST;
    for (uint32_t n = 0; n < last; n++) {
        const struct item *other = &c->items[c->by_chain[first + n]];
        if (other == i || !is_figure(other, KIND_PLAN_RATIO) || item_plan(other)->words != item_plan(i)->words)
            continue;
        if (chain_value(c, other) == v) return false;
    }
    return true;
}

static bool usable(const struct checker *c, const struct item *i, struct implied *out)
{
    const struct item *v = ratio_value(c, i);
    if (!v || v->f->aspect == ASPECT_PLAN || item_plan(i)->words == 0 || i->f->period.kind == PERIOD_NONE ||
        !only_ratio(c, i))
        return false;
    *out = (struct implied){v, i, plan_of(v, i, PRINTED_ROUNDED)};
    return !out->plan.lo_free || !out->plan.hi_free;
}

static void say_one_plan(struct checker *c, const struct implied *a, const struct implied *b, struct interval both)
{
    struct str unit = a->value->f->unit;
    struct finding *f = found(c, SEVERITY_NOTE, MESSAGE_ONE_PLAN, show_item(c, a->value), show_item(c, a->ratio),
                              show_item(c, b->value), show_item(c, b->ratio), show_interval(c, both, unit));
    finding_numbers(f, plain_interval(c, a->plan, unit), plain_interval(c, both, unit));
    const struct item *points[] = {a->value, a->ratio, b->value, b->ratio};
    for (size_t n = 0; n < sizeof points / sizeof *points; n++) finding_point(f, points[n]);
}

/* Words that say whose plan it is, or that it is the year's: without them it may be the plan of a month. */
static bool plan_is_named(const struct item *ratio)
{
    static const char *const year[] = {"năm", "cả năm", NULL};
    static const char *const givers[] = {"thành phố", "tỉnh",      "hđnd",      "trung ương", "tw",
                                         "bộ",        "chính phủ", "thủ tướng", "pháp lệnh",  NULL};
    return has_any(item_plan(ratio)->text, year) || has_any(item_plan(ratio)->text, givers);
}

static void say_two_plans(struct checker *c, const struct implied *a, const struct implied *b)
{
    enum printing how = PRINTED_ROUNDED;
    while (how < PRINTINGS && !interval_meets(plan_of(a->value, a->ratio, how), plan_of(b->value, b->ratio, how)))
        how++;
    enum severity severity;
    if (!severity_of(&severity, how) || !near_intervals(a->plan, b->plan, false)) return;
    bool sure = a->ratio->f->document == b->ratio->f->document && plan_is_named(a->ratio) && plan_is_named(b->ratio);
    if (!sure) severity = at_most(severity, SEVERITY_DOUBT);
    struct str unit = a->value->f->unit;
    struct interval digits_a = plan_of(a->value, a->ratio, PRINTED_EXACT),
                    digits_b = plan_of(b->value, b->ratio, PRINTED_EXACT);
    struct finding *f = found(c, severity, MESSAGE_TWO_PLANS, show_item(c, a->value), show_item(c, a->ratio),
                              show_about(c, digits_a, a->plan, unit), show_interval(c, a->plan, unit),
                              show_item(c, b->value), show_item(c, b->ratio), show_about(c, digits_b, b->plan, unit),
                              show_interval(c, b->plan, unit));
    finding_remark(c, f, how);
    finding_numbers(f, plain_interval(c, a->plan, unit), plain_interval(c, b->plan, unit));
    const struct item *points[] = {a->value, a->ratio, b->value, b->ratio};
    for (size_t n = 0; n < sizeof points / sizeof *points; n++) finding_point(f, points[n]);
}

/* Figures of one series and one year: all that name one plan must have a plan in common. */
static void one_plan_of(struct checker *c, const struct implied *list, size_t count)
{
    bool done[SERIES_MOST] = {false};
    for (size_t a = 0; a < count; a++) {
        if (done[a]) continue;
        struct interval common = list[a].plan;
        const struct implied *last = NULL;
        size_t b = a + 1;
        for (; b < count; b++) {
            if (done[b] || !same_plan(list[a].ratio, list[b].ratio) ||
                list[a].value->f->unit_number != list[b].value->f->unit_number)
                continue;
            done[b] = true;
            if (period_same_time(list[a].ratio->f->period, list[b].ratio->f->period)) continue;
            struct interval both;
            if (!interval_meet(&both, common, list[b].plan)) {
                say_two_plans(c, &list[a], &list[b]);
                last = NULL;
                break;
            }
            common = both;
            last = &list[b];
        }
        if (last && interval_finite(common)) say_one_plan(c, &list[a], last, common);
    }
}

void check_ratios_one_plan(struct checker *c)
{
    struct implied list[SERIES_MOST];
    for (uint32_t n = 0; n < c->count;) {
        const struct item *first = &c->items[c->by_series[n]];
        size_t count = 0;
        for (; n < c->count; n++) {
            const struct item *i = &c->items[c->by_series[n]];
            if (!same_series(first, i) || first->f->period.to.year != i->f->period.to.year) break;
            if (count < SERIES_MOST && i->f->place_number != 0 && usable(c, i, &list[count])) count++;
        }
        one_plan_of(c, list, count);
    }
}

/* --- words */

void check_one_ratio_two_plans(struct checker *c)
{
    const struct item *said = NULL; /* one pair of plans is named once in a document */
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        if (!is_figure(i, KIND_PLAN_RATIO) || i->f->aspect == ASPECT_PLAN) continue;
        ptrdiff_t and = str_find(item_plan(i)->text, STR(" và "));
        if (and < 0 || (said && said->f->document == i->f->document && same_plan(said, i))) continue;
        struct str left = str_part(item_plan(i)->text, 0, (size_t) and),
                   right = str_from(item_plan(i)->text, (size_t) and +4);
        if (!has_any(left, PLAN_NOUNS) || !has_any(right, PLAN_NOUNS)) continue;
        if (decimal_cmp(item_value(i), DECIMAL_INT(100)) == 0) continue; /* all of both */
        said = i;
        struct finding *f = found(c, SEVERITY_NOTE, MESSAGE_RATIO_OF_TWO, show_item(c, i), show_plan(c, i));
        finding_numbers(f, (struct str){"", 0}, plain_item(c, i));
        finding_point(f, i);
    }
}

/* The value stands in the quote, and is not 100 more than what stands there. */
static bool printed_as_it_is(const struct item *i)
{
    struct buf b = buf_make(64);
    decimal_write_vi(&b, decimal_trim(item_value(i)));
    bool there = str_has(quote_of(i), buf_str(&b));
    buf_free(&b);
    return there;
}

/* "huyện A vượt 92,5%, huyện B vượt 136,5%": beside one that can only be an excess the other is one too. */
static bool beside_excess(const struct checker *c, const struct item *i)
{
    for (ptrdiff_t d = -EXCESS_NEAR; d <= EXCESS_NEAR; d++) {
        if (d < c->items - i || d >= c->items + c->count - i || i[d].sentence != i->sentence) continue;
        if (is_figure(&i[d], KIND_PLAN_RATIO) && !printed_as_it_is(&i[d])) return true;
    }
    struct str rest = words_before(i), exceeds = STR("vượt ");
    for (ptrdiff_t at; (at = str_find(rest, exceeds)) >= 0;) {
        size_t digits = 0;
        rest = str_from(rest, (size_t)at + exceeds.len);
        while (digits < rest.len && rest.ptr[digits] >= '0' && rest.ptr[digits] <= '9') digits++;
        if (digits > 0 && digits < 3) return true;
    }
    return false;
}

/* "vượt 108%": the number printed is the value itself, so the reader took it for what is reached; "vượt 8%" has value
 * 108. */
void check_exceeds_means_reaches(struct checker *c)
{
    unsigned most = 32;
    for (const struct item *i = c->items; i < c->items + c->count && most; i++) {
        if (!is_figure(i, KIND_PLAN_RATIO) || i->f->document == CHECK_RECORD) continue;
        static const char *const exceeds[] = {"vượt", "vượt mức", "vượt trên", "vượt hơn", "vượt gần", NULL};
        bool says = false;
        for (const char *const *w = exceeds; *w; w++) says = says || ends_with_words(words_before(i), *w);
        if (!says || decimal_cmp(item_value(i), DECIMAL_INT(100)) <= 0 ||
            decimal_cmp(item_value(i), DECIMAL_INT(200)) >= 0)
            continue;
        struct decimal word_for_word;
        if (!printed_as_it_is(i) || beside_excess(c, i) ||
            !decimal_add(&word_for_word, item_value(i), DECIMAL_INT(100)))
            continue;
        most--;
        const struct item *body = ratio_in_body(c, i);
        struct str word = show_decimal(c, word_for_word, STR("%"));
        struct str said = show_decimal(c, item_value(i), STR("%"));
        struct finding *f = body ? found(c, SEVERITY_DOUBT, MESSAGE_EXCEEDS_BODY, said, word, show_item(c, body))
                                 : found(c, SEVERITY_DOUBT, MESSAGE_EXCEEDS, said, word);
        finding_numbers(f, plain_item(c, i), plain_interval(c, interval_point(word_for_word), STR("%")));
        finding_point(f, i);
        if (body) finding_point(f, body);
    }
}
