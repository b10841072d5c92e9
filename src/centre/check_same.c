/* SPDX-License-Identifier: Apache-2.0
 *
 * check_same: rules about one figure that is said more than once: in two places of a document, in two documents, in the
 * heading or lead and in the body, as an estimate and as actual, as a target and as reached.
 *
 * Two figures are one figure when all of this is equal: content words of the subject, place, unit of measure, days of
 * the period, kind, aspect, base of comparison, words of the plan. That is not enough. A list gives parts under one
 * name ("8,1 triệu lượt khách, trong đó 131.000 lượt ..."), one sentence of each level of government is like the next,
 * a small noun ("phần quà") names many things, and the subject of a clause may have been taken over wrongly from the
 * one before. So
 *
 *   - figures of one sentence, of one table, after "trong đó" or "riêng", or of another scope ("cấp tỉnh", "khu vực")
 *     are not compared; nor is a subject of one word
 *   - an error of writing is near: 8.343 and 8.434, 76,31 and 763,1. Numbers far from each other are numbers of two
 *     things; within one document nothing is said of them. A hypothesis ("nếu"), a price by the piece, a list item
 *     with a label of its own, a year in brackets tell two things apart
 *   - only money and what the catalogue knows is compared
 *   - a contradiction needs a subject of three words, or one that the catalogue knows, said in the sentence of each
 *     figure, and its year said there or at the top of the document; percentages need that the values to which they
 *     belong agree
 *
 * A heading says less than the body: it drops words of the subject, "ước", digits. It is held against every figure of
 * the body that it may mean, and only when none fits is something said.
 */
#include "check_private.h"
#include "utf8.h"

enum { SAME_MOST = 64, HEADINGS_MOST = 64, OWNER_MOST = 90, RATIO_BACK = 4 };

static bool opens_a_part(const struct item *i)
{
    static const char *const parts[] = {"trong đó", "riêng", "bao gồm", "gồm", "còn lại", NULL};
    struct str near = last_words(i, 100);
    return has_any(near, parts);
}

static enum figure_against against_of(const struct item *i)
{
    return i->f->against == AGAINST_PREVIOUS_YEAR ? AGAINST_SAME_PERIOD : i->f->against;
}

static bool same_meaning(const struct item *a, const struct item *b)
{
    return a->f->kind == b->f->kind && against_of(a) == against_of(b) &&
           period_eq(a->f->against_period, b->f->against_period) &&
           (!is_figure(a, KIND_PLAN_RATIO) || same_plan(a, b)) && a->f->has_of == b->f->has_of &&
           (!a->f->has_of || decimal_eq(item_of(a), item_of(b)));
}

static enum printing agrees_from(const struct item *a, const struct item *b)
{
    enum printing how = PRINTED_ROUNDED;
    while (how < PRINTINGS && !interval_meets(item_interval(a, how), item_interval(b, how))) how++;
    return how;
}

/* More digits say more; a bound or a range says less. */
static int precision_of(const struct item *i)
{
    int digits = item_value(i).scale;
    return (i->f->bound == BOUND_EXACT && !i->f->has_max ? 100 : 0) + digits;
}

static void say_twice(struct checker *c, const struct item *a, const struct item *b, enum severity severity,
                      enum printing how)
{
    struct finding *f = found(c, severity, MESSAGE_TWICE, show_subject(c, a), show_period(c, a->f->period),
                              show_item(c, a), show_item(c, b));
    finding_remark(c, f, how);
    finding_numbers(f, plain_item(c, a), plain_item(c, b));
    finding_point(f, a);
    finding_point(f, b);
}

/* The value of one ratio agrees with that of the other: the two speak of one figure. */
static bool values_agree(const struct checker *c, const struct item *head, const struct item *body)
{
    const struct item *a = chain_value(c, head), *b = chain_value(c, body);
    return a && b && a->f->unit_number == b->f->unit_number && agrees_from(a, b) < PRINTINGS;
}

/* Words that say of which part of the whole a sentence speaks. */
static bool same_scope(const struct item *a, const struct item *b)
{
    static const char *const scopes[] = {
        "cấp tỉnh",   "cấp huyện",   "cấp xã",     "cấp quận", "cấp thành phố", "khu vực", "khối",    "riêng",
        "nhóm",       "loại",        "thị trường", "mỗi",      "bình quân",     "đơn vị",  "nội địa", "trong nước",
        "nước ngoài", "chuyển tiếp", "mới",        "lũy kế",   "luỹ kế",        NULL};
    for (const char *const *s = scopes; *s; s++)
        if ((has_words(words_before(a), *s) || speaks_of(a, *s)) !=
            (has_words(words_before(b), *s) || speaks_of(b, *s)))
            return false;
    return true;
}

/* What follows "của" after the number: "diện tích 3,00 km2 của xã Tân Tiến". */
static struct str owner_of(const struct item *i)
{
    static const char *const kinds[] = {"của xã",   "của phường", "của thị trấn",  "của huyện",   "của quận",
                                        "của tỉnh", "của thị xã", "của thành phố", "của công ty", NULL};
    struct str next = utf8_clip(words_after(i), OWNER_MOST);
    for (const char *const *k = kinds; *k; k++) {
        ptrdiff_t at = str_find(next, str_of(*k));
        if (at < 0) continue;
        next = str_from(next, (size_t)at);
        size_t end = 0;
        while (end < next.len && !strchr(",;.()", next.ptr[end])) end++;
        return str_part(next, 0, end);
    }
    return (struct str){"", 0};
}

/* "- Dự án thứ nhất: dài 4 km, tổng mức đầu tư ...": what an item of a list is about. */
static struct str label_of(const struct item *i)
{
    ptrdiff_t colon = str_find_char(words_before(i), ':');
    return colon > 0 ? str_part(words_before(i), 0, (size_t)colon) : (struct str){"", 0};
}

/* A year right after the figure in brackets: "96,91 tỷ USD (2011)". 0: none. */
static uint64_t year_after(const struct item *i)
{
    struct str after = str_trim(words_after(i));
    uint64_t year = 0;
    if (!str_starts(after, STR("(")) || after.len < 5) return 0;
    return str_to_u64(&year, str_part(after, 1, 5), 2200) && year > 1900 ? year : 0;
}

/* Said of two cases, two items or two years, though subject and period were read the same. */
static bool told_apart(const struct item *a, const struct item *b)
{
    struct str p = label_of(a), q = label_of(b);
    if (p.len && q.len && !str_eq(p, q)) return true;
    if (year_after(a) != year_after(b)) return true;
    return has_words(words_before(a), "nếu") || has_words(words_before(b), "nếu") ||
           str_starts(words_after(a), STR("/")) || str_starts(words_after(b), STR("/"));
}

static bool same_owner(const struct item *a, const struct item *b)
{
    return str_eq(owner_of(a), owner_of(b));
}

/* Growth or ratios of values that agree. */
static bool percent_agrees(const struct checker *c, const struct item *a, const struct item *b)
{
    return is_percent(a) && (is_figure(a, KIND_GROWTH) || is_figure(a, KIND_PLAN_RATIO)) && values_agree(c, a, b);
}

static bool same_indicator(const struct item *a, const struct item *b)
{
    return a->f->indicator.len && str_eq(a->f->indicator, b->f->indicator);
}

/* Amounts of money and what the catalogue knows. Nouns and measures without a name in it ("đơn vị", "phần quà", a width
 * of 48,5 m) stand for another thing in every sentence; so do ranges and prices by the piece. */
static bool is_comparable(const struct item *a, const struct item *b)
{
    bool amount = is_money(a) && !str_has(a->f->unit, STR("/"));
    return !a->f->has_max && !b->f->has_max && (amount || same_indicator(a, b));
}

/* How often each digit stands in a number, without zeros at the end. */
static void count_digits(unsigned char counts[10], struct decimal d)
{
    int64_t n = d.coefficient < 0 ? -d.coefficient : d.coefficient;
    memset(counts, 0, 10);
    while (n && n % 10 == 0) n /= 10;
    for (; n; n /= 10) counts[n % 10]++;
}

static bool same_digits(const struct item *a, const struct item *b)
{
    unsigned char p[10], q[10];
    count_digits(p, item_value(a));
    count_digits(q, item_value(b));
    return memcmp(p, q, sizeof p) == 0;
}

/* An error of writing leaves most of the number as it was: within a tenth, or the same digits with the point or the
 * order changed. Two growths may well be near each other without being one. */
static bool near_writing(const struct item *a, const struct item *b)
{
    struct interval tenth = interval_between((struct decimal){90, 2}, (struct decimal){111, 2});
    struct interval p = item_interval(a, PRINTED_ROUNDED), q = item_interval(b, PRINTED_ROUNDED);
    if (!near_values(a, b)) return false;
    return same_digits(a, b) || (!is_figure(a, KIND_GROWTH) && interval_meets(interval_mul(p, tenth), q));
}

/* How sure it is that the two, equal in subject, place, time and meaning, are one figure, so that a difference is a
 * fault: the most that may be said of it. False: nothing. */
static bool surely_same(const struct checker *c, const struct item *a, const struct item *b, enum severity *most)
{
    uint32_t words = subject_words(&c->numbers, a->subject_number).count;
    bool known = same_indicator(a, b), agree = percent_agrees(c, a, b);
    bool near = agree ? near_values(a, b) : near_writing(a, b);
    bool two_documents = a->f->document != b->f->document;
    *most = SEVERITY_CONTRADICTION;
    if (a->sentence == b->sentence || opens_a_part(a) || opens_a_part(b) || (words < 3 && !known)) return false;
    if (a->table && b->table && !two_documents) return false;
    if (a->f->period.kind == PERIOD_NONE || (two_documents && a->f->place_number == 0)) return false;
    if (a->paragraph == b->paragraph || !same_owner(a, b) || told_apart(a, b)) return false;
    if (!same_scope(a, b) || (!near && !two_documents) || !(agree || is_comparable(a, b))) return false;
    if ((is_percent(a) && !agree) || !near || !a->said || !b->said || !a->timed || !b->timed || a->table || b->table)
        *most = SEVERITY_DOUBT;
    if (a->f->aspect == ASPECT_PLAN && !near) return false;
    if (a->f->aspect == ASPECT_PLAN || (two_documents && a->f->aspect == ASPECT_ESTIMATE)) *most = SEVERITY_NOTE;
    return true;
}

/* A figure of the lead and the one of the body that it surely means: left to lead_against_body. */
static bool lead_pair(const struct checker *c, const struct item *head, const struct item *body)
{
    if (!head->lead || body->lead || head->f->document != body->f->document ||
        head->subject_number != body->subject_number)
        return false;
    if (head->f->period.kind == PERIOD_NONE || !period_same_time(head->f->period, body->f->period)) return false;
    return head->f->place_number == body->f->place_number && (!is_percent(head) || values_agree(c, head, body));
}

/* All of list mean the same by their words: each is held against the most precise one. */
static void same_figures(struct checker *c, const struct item *const *list, size_t count)
{
    const struct item *best = list[0];
    for (size_t n = 1; n < count; n++)
        if (precision_of(list[n]) > precision_of(best)) best = list[n];
    for (size_t n = 0; n < count; n++) {
        enum severity severity, most;
        enum printing how = agrees_from(best, list[n]);
        bool seen = list[n] == best;
        for (size_t m = 0; m < n && !seen; m++) seen = decimal_eq(item_value(list[m]), item_value(list[n]));
        if (seen || lead_pair(c, best, list[n]) || lead_pair(c, list[n], best)) continue;
        if (!severity_of(&severity, how) || !surely_same(c, best, list[n], &most)) continue;
        say_twice(c, best, list[n], at_most(severity, most), how);
    }
}

static bool comparable(const struct item *i)
{
    return !i->f->heading && item_subject(i).len > 0;
}

/* Items [first, end) of by_series are of one series and time: sort them out by meaning. */
static void sort_out(struct checker *c, uint32_t first, uint32_t end)
{
    const struct item *list[SAME_MOST];
    bool done[SAME_MOST] = {false};
    uint32_t count = end - first < SAME_MOST ? end - first : SAME_MOST;
    for (uint32_t a = 0; a < count; a++) {
        const struct item *i = &c->items[c->by_series[first + a]];
        size_t n = 0;
        for (uint32_t b = a; b < count && !done[a] && comparable(i); b++) {
            const struct item *o = &c->items[c->by_series[first + b]];
            if (done[b] || !comparable(o) || !same_meaning(i, o) || i->f->aspect != o->f->aspect) continue;
            if (b > a) done[b] = true;
            list[n++] = o;
        }
        if (n > 1) same_figures(c, list, n);
    }
}

static uint32_t end_of_time(const struct checker *c, uint32_t first)
{
    const struct item *a = &c->items[c->by_series[first]];
    uint32_t end = first + 1;
    for (; end < c->count; end++) {
        const struct item *b = &c->items[c->by_series[end]];
        if (!same_series(a, b) || date_cmp(a->f->period.from, b->f->period.from) ||
            date_cmp(a->f->period.to, b->f->period.to))
            break;
    }
    return end;
}

void check_same_figure_twice(struct checker *c)
{
    for (uint32_t n = 0, end; n < c->count; n = end) {
        end = end_of_time(c, n);
        if (end - n > 1) sort_out(c, n, end);
    }
}

/* --- heading and body */

static bool same_time_or_none(const struct item *a, const struct item *b)
{
    return a->f->period.kind == PERIOD_NONE || b->f->period.kind == PERIOD_NONE ||
           period_same_time(a->f->period, b->f->period);
}

/* Per cents of two values that differ: of two things. */
static bool values_differ(const struct checker *c, const struct item *head, const struct item *body)
{
    const struct item *a = chain_value(c, head), *b = chain_value(c, body);
    return is_percent(head) && a && b && a->f->unit_number == b->f->unit_number && agrees_from(a, b) == PRINTINGS;
}

/* A figure of the body that the heading may mean. Another plan is another figure, an unknown one may be the same, and
 * "dự toán" alone is that of which the body speaks. */
static bool may_mean(const struct checker *c, const struct item *head, const struct item *body)
{
    if (body->lead || body->table || body->f->unit_number != head->f->unit_number || body->f->kind != head->f->kind)
        return false;
    if ((body->f->aspect == ASPECT_PLAN) != (head->f->aspect == ASPECT_PLAN) || against_of(body) != against_of(head))
        return false;
    bool other_plan = item_plan(head)->words && item_plan(body)->words &&
                      item_plan(head)->words != item_plan(body)->words;
    if (other_plan && !item_plan(head)->bare) return false;
    return place_compatible(head, body) && same_time_or_none(head, body) &&
           subject_related(c, head, body) != UNRELATED && body->f->has_of == head->f->has_of && !opens_a_part(body) &&
           !values_differ(c, head, body);
}

struct body {
    const struct item *best;
    bool fits, one_value; /* some figure fits; all that have exactly the subject of the best say one value */
    unsigned related;
};

static struct body body_of(const struct checker *c, const struct item *head)
{
    struct body b = {.one_value = true};
    for (const struct item *i = head + 1; i < c->items + c->count && i->f->document == head->f->document && !b.fits;
         i++) {
        if (!may_mean(c, head, i)) continue;
        bool same = i->subject_number == head->subject_number;
        b.fits = agrees_from(head, i) < PRINTINGS;
        b.related++;
        if (!b.best || (same && b.best->subject_number != head->subject_number))
            b.best = i;
        else if (same && !decimal_eq(item_value(i), item_value(b.best)))
            b.one_value = false;
    }
    return b;
}

static void head_against_body(struct checker *c, const struct item *head)
{
    struct body b = body_of(c, head);
    enum severity severity = SEVERITY_DOUBT;
    if (!b.best || b.fits || !near_values(head, b.best)) return;
    if (b.one_value && lead_pair(c, head, b.best)) {
        if (!surely_same(c, head, b.best, &severity)) return;
    } else if (b.related > 1 || !head->f->heading || !is_comparable(head, b.best)) {
        return;
    }
    struct finding *f = found(c, severity, MESSAGE_LEAD, show_subject(c, b.best), show_period(c, b.best->f->period),
                              show_item(c, head), show_item(c, b.best));
    finding_numbers(f, plain_item(c, b.best), plain_item(c, head));
    finding_point(f, head);
    finding_point(f, b.best);
}

void check_lead_against_body(struct checker *c)
{
    unsigned left = HEADINGS_MOST;
    for (const struct item *i = c->items; i < c->items + c->count && left; i++) {
        if (!i->lead || i->table || item_subject(i).len == 0 || i->f->document == CHECK_RECORD) continue;
        left--;
        head_against_body(c, i);
    }
}

/* --- estimate, actual, target */

static bool says_estimate(const struct item *i)
{
    static const char *const words[] = {"ước", "dự kiến", "ước tính", "dự ước", NULL};
    return has_any(words_before(i), words) || has_any(words_after(i), words);
}

/* "ước" since the figure before it, whatever the reader made of it. */
static bool is_estimate(const struct item *i)
{
    struct str near = last_words(i, 30);
    return i->f->aspect == ASPECT_ESTIMATE ? says_estimate(i) : i->f->aspect == ASPECT_ACTUAL && has_words(near, "ước");
}

static void heading_drops_estimate(struct checker *c, const struct item *head)
{
    for (const struct item *i = head + 1; i < c->items + c->count && i->f->document == head->f->document; i++) {
        if (i->f->heading || !is_estimate(i) || !is_figure(i, KIND_LEVEL) || i->f->unit_number != head->f->unit_number)
            continue;
        if (!is_comparable(head, i)) continue;
        if (!decimal_eq(item_value(i), item_value(head)) || subject_related(c, i, head) == UNRELATED) continue;
        struct finding *f = found(c, SEVERITY_NOTE, MESSAGE_HEADING_ESTIMATE, show_item(c, head), show_item(c, i));
        finding_numbers(f, plain_item(c, i), plain_item(c, head));
        finding_point(f, head);
        finding_point(f, i);
        return;
    }
}

static void estimate_and_actual(struct checker *c, uint32_t first, uint32_t end)
{
    uint32_t last = end - first < SAME_MOST ? end : first + SAME_MOST;
    const struct item *estimate = NULL, *actual = NULL;
    for (uint32_t n = first; n < last; n++) {
        const struct item *i = &c->items[c->by_series[n]];
        if (!comparable(i) || !is_figure(i, KIND_LEVEL) || i->table) continue;
        if (i->f->aspect == ASPECT_ESTIMATE && is_estimate(i) && !estimate) estimate = i;
        if (i->f->aspect == ASPECT_ACTUAL && !actual) actual = i;
    }
    if (!estimate || !actual || !is_comparable(estimate, actual) || estimate->f->document != actual->f->document ||
        estimate->sentence == actual->sentence)
        return;
    if (!decimal_eq(item_value(estimate), item_value(actual)) || estimate->f->period.kind == PERIOD_NONE) return;
    struct finding *f = found(c, SEVERITY_DOUBT, MESSAGE_ESTIMATE_ACTUAL, show_subject(c, estimate),
                              show_period(c, estimate->f->period), show_item(c, estimate));
    finding_numbers(f, plain_item(c, estimate), plain_item(c, actual));
    finding_point(f, estimate);
    finding_point(f, actual);
}

void check_estimate_called_actual(struct checker *c)
{
    unsigned left = HEADINGS_MOST;
    for (const struct item *i = c->items; i < c->items + c->count && left; i++) {
        if (!i->f->heading || !is_figure(i, KIND_LEVEL) || is_percent(i) || says_estimate(i) ||
            i->f->aspect == ASPECT_PLAN)
            continue;
        if (i->f->document == CHECK_RECORD) continue;
        left--;
        heading_drops_estimate(c, i);
    }
    for (uint32_t n = 0, end; n < c->count; n = end) {
        end = end_of_time(c, n);
        if (end - n > 1) estimate_and_actual(c, n, end);
    }
}

/* The ratio to plan of what fell: the nearest before it since the value, else the one right after it. */
static const struct item *ratio_beside(const struct checker *c, const struct item *i)
{
    for (const struct item *r = i; r > c->items && i - r < RATIO_BACK && r[-1].sentence == i->sentence;) {
        r--;
        if (r->subject_number != i->subject_number || (is_figure(r, KIND_LEVEL) && !is_percent(r))) break;
        if (is_figure(r, KIND_PLAN_RATIO)) return r;
    }
    const struct item *next = i + 1;
    bool after = next < c->items + c->count && next->sentence == i->sentence && next->chain == i->chain;
    return after && is_figure(next, KIND_PLAN_RATIO) && next->subject_number == i->subject_number ? next : NULL;
}

/* "mặc dù đạt chỉ tiêu của năm 2023, tuy nhiên, giảm 9,8%": in words, or by a ratio of 100 % and more in the clause. */
void check_plan_met_but_fell(struct checker *c)
{
    static const char *const met[] = {
        "đạt chỉ tiêu", "đạt kế hoạch", "đạt dự toán",         "vượt chỉ tiêu",       "vượt kế hoạch",
        "vượt dự toán", "đạt và vượt",  "hoàn thành chỉ tiêu", "hoàn thành kế hoạch", NULL};
    static const char *const not_met[] = {"không đạt", "chưa đạt", "không hoàn thành", "chưa hoàn thành", NULL};
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        if (!is_figure(i, KIND_GROWTH) || item_value(i).coefficient >= 0 || i->f->aspect == ASPECT_PLAN || i->table)
            continue;
        const struct item *ratio = ratio_beside(c, i);
        if (ratio && decimal_cmp(item_value(ratio), DECIMAL_INT(100)) < 0) continue;
        if (!ratio && (!has_any(words_before(i), met) || has_any(words_before(i), not_met))) continue;
        struct finding *f = found(c, SEVERITY_NOTE, MESSAGE_MET_BUT_FELL, show_subject(c, i), show_item(c, i));
        finding_numbers(f, (struct str){"", 0}, plain_item(c, i));
        if (ratio) finding_point(f, ratio);
        finding_point(f, i);
    }
}

/* The growth that was reached of what the plan speaks of: the nearest one whose words and time are the plan's. */
static const struct item *reached_of(const struct checker *c, const struct item *plan)
{
    const struct item *end = c->items + c->count, *best = NULL;
    for (int n = 1; n <= SAME_MOST; n++) {
        const struct item *around[] = {plan - c->items >= n ? plan - n : NULL, end - plan > n ? plan + n : NULL};
        for (int k = 0; k < 2 && !best; k++) {
            const struct item *i = around[k];
            if (!i || i->f->document != plan->f->document || !is_figure(i, KIND_GROWTH) || !i->said) continue;
            if (i->f->aspect == ASPECT_PLAN || i->f->heading || i->f->has_max ||
                i->f->place_number != plan->f->place_number)
                continue;
            bool same = against_of(i) == against_of(plan) && period_same_time(i->f->period, plan->f->period);
            if (same && subject_related(c, i, plan) != UNRELATED) best = i;
        }
        if (best) break;
    }
    return best;
}

void check_target_missed(struct checker *c)
{
    static const char *const aims[] = {"chỉ tiêu",   "mục tiêu", "kế hoạch", "kịch bản", "phấn đấu",
                                       "nghị quyết", "đề ra",    "dự toán",  NULL};
    for (const struct item *plan = c->items; plan < c->items + c->count; plan++) {
        if (!is_figure(plan, KIND_GROWTH) || plan->f->aspect != ASPECT_PLAN || plan->f->has_max || plan->table)
            continue;
        if (plan->f->period.kind == PERIOD_NONE || !plan->said) continue;
        if (!has_any(words_before(plan), aims) && !has_any(words_after(plan), aims)) continue;
        const struct item *reached = reached_of(c, plan);
        struct decimal short_by;
        if (!reached || !decimal_sub(&short_by, item_value(plan), item_value(reached))) continue;
        if (!interval_below(item_interval(reached, PRINTED_LAST_PLACE), item_interval(plan, PRINTED_LAST_PLACE)))
            continue;
        struct finding *f = found(c, SEVERITY_NOTE, MESSAGE_TARGET_MISSED, show_subject(c, reached),
                                  show_period(c, reached->f->period), show_item(c, reached), show_item(c, plan),
                                  show_decimal(c, short_by, STR("điểm %")));
        finding_numbers(f, plain_item(c, plan), plain_item(c, reached));
        finding_point(f, reached);
        finding_point(f, plan);
    }
}
