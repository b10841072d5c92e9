/* SPDX-License-Identifier: Apache-2.0
 *
 * check_value: the questions that rules ask about one or two items: what kind of thing it counts, what number it can
 * have been, whether two speak of the same thing.
 *
 * A figure becomes an interval in three steps: the printed digits under a reading (interval_printed), the upper end of
 * a range, the bound ("hơn"). Figures that count whole things are exact; a percentage, a measure or a rounded amount of
 * money is not.
 */
#include "check_private.h"
#include "indicator.h"

enum { PLANS_MOST = 64, DONE_NEAR = 40 };

bool is_figure(const struct item *i, enum figure_kind kind)
{
    return i->f->kind == kind;
}

bool unit_is_percent(struct str unit)
{
    return str_starts(unit, STR("%"));
}

bool unit_is_money(struct str unit)
{
    return str_starts(unit, STR("VND")) || str_starts(unit, STR("USD")) || str_starts(unit, STR("EUR"));
}

/* A noun counts things; a symbol measures. "điểm" may be half a point, so it measures; so do ranks, which are not
 * added. */
bool unit_is_count(struct str unit)
{
    static const char *const measures[] = {
        "điểm", "điểm %", "hạng", "vị trí", "bậc",    "lần",   "ha",        "m",   "m2", "m²",  "m3",
        "m³",   "km",     "km2",  "km²",    "mm",     "cm",    "kg",        "tấn", "tạ", "yến", "g",
        "lít",  "l",      "kwh",  "mw",     "mwh",    "kw",    "gwh",       "°c",  "độ", "giờ", "phút",
        "ngày", "tháng",  "năm",  "tuổi",   "héc-ta", "hecta", "ngày công", NULL};
    if (unit.len == 0 || unit_is_percent(unit) || unit_is_money(unit) || str_has(unit, STR("/"))) return false;
    char lower[32];
    size_t n = unit.len < sizeof lower ? unit.len : sizeof lower;
    for (size_t k = 0; k < n; k++) {
        char ch = unit.ptr[k];
        lower[k] = ch >= 'A' && ch <= 'Z' ? (char)(ch - 'A' + 'a') : ch;
    }
    for (const char *const *m = measures; *m; m++)
        if (str_eq((struct str){lower, n}, str_of(*m))) return false;
    return true;
}

bool is_percent(const struct item *i)
{
    return i->f->percent;
}

bool is_money(const struct item *i)
{
    return i->f->money;
}

bool is_count(const struct item *i)
{
    return i->f->count;
}

/* --- readings */

struct interval item_interval(const struct item *i, enum printing how)
{
    struct interval v = interval_printed(item_value(i), i->exact, how);
    if (i->f->has_max) v = interval_hull(v, interval_printed(item_max(i), i->exact, how));
    return how == PRINTED_EXACT ? v : interval_bound(v, item_value(i), i->f->bound);
}

struct interval item_ratio(const struct item *i, enum printing how)
{
    return interval_shift(item_interval(i, how), -2);
}

struct interval item_factor(const struct item *i, enum printing how)
{
    struct interval f = interval_add(interval_point(DECIMAL_INT(100)), item_interval(i, how));
    return interval_shift(f, -2);
}

bool severity_of(enum severity *out, enum printing how)
{
    switch (how) {
    case PRINTED_EXACT:
    case PRINTED_ROUNDED: return false;
    case PRINTED_CUT: *out = SEVERITY_NOTE; return true;
    case PRINTED_LAST_PLACE:
    case PRINTED_ROUND_NUMBER: *out = SEVERITY_DOUBT; return true;
    case PRINTINGS: *out = SEVERITY_CONTRADICTION; return true;
    }
    return false;
}

enum severity at_most(enum severity s, enum severity most)
{
    return s > most ? most : s;
}

/* --- two items */

bool speaks_of(const struct item *i, const char *phrase)
{
    char lower[400];
    return has_words(lower_words(lower, sizeof lower, item_subject(i)), phrase);
}

enum related subject_related(const struct checker *c, const struct item *a, const struct item *b)
{
    if (a->subject_number == b->subject_number) return SAME;
    struct subject p = subject_words(&c->numbers, a->subject_number);
    struct subject q = subject_words(&c->numbers, b->subject_number);
    uint32_t i = 0, j = 0, common = 0;
    while (i < p.count && j < q.count) {
        if (p.words[i] == q.words[j])
            common++, i++, j++;
        else if (p.words[i] < q.words[j])
            i++;
        else
            j++;
    }
    return common >= 2 && (common == p.count || common == q.count) ? RELATED : UNRELATED;
}

bool same_series(const struct item *a, const struct item *b)
{
    return a->subject_number == b->subject_number && a->f->place_number == b->f->place_number &&
           a->f->unit_number == b->f->unit_number;
}

static int series_order(const struct item *p, const struct item *q)
{
    if (p->subject_number != q->subject_number) return p->subject_number < q->subject_number ? -1 : 1;
    if (p->f->place_number != q->f->place_number) return p->f->place_number < q->f->place_number ? -1 : 1;
    if (p->f->unit_number != q->f->unit_number) return p->f->unit_number < q->f->unit_number ? -1 : 1;
    return 0;
}

void series_of(const struct checker *c, const struct item *i, uint32_t *first, uint32_t *end)
{
    uint32_t lo = 0, hi = c->count;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (series_order(&c->items[c->by_series[mid]], i) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    *first = lo;
    for (hi = c->count; lo < hi;) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (series_order(&c->items[c->by_series[mid]], i) <= 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    *end = lo;
}

/* "(Tổng) kế hoạch vốn đầu tư công", "được bố trí 512,6 tỷ đồng kế hoạch vốn": a plan by its words. */
static bool named_plan(const struct item *i)
{
    static const char *const nouns[] = {"kế hoạch vốn", "kế hoạch đầu tư", "dự toán", "vốn đầu tư công", NULL};
    static const char *const starts[] = {"kế hoạch vốn", "kế hoạch đầu tư công", NULL};
    char lower[400];
    struct str subject = lower_words(lower, sizeof lower, item_subject(i)), after = str_trim(words_after(i));
    const struct indicator *known = i->f->indicator.len ? indicator_find(i->f->indicator) : NULL;
    if (known && known->base.len && known->base_kind == KIND_LEVEL) return true;
    if (str_starts(subject, STR("tổng "))) subject = str_from(subject, strlen("tổng "));
    for (const char *const *n = nouns; *n; n++)
        if (str_starts(subject, str_of(*n))) return is_money(i);
    for (const char *const *n = starts; *n; n++)
        if (str_starts(after, str_of(*n))) return is_money(i);
    return false;
}

bool is_plan(const struct item *i)
{
    static const char *const done[] = {"đã giải ngân", "giải ngân được", "giải ngân đạt", NULL};
    struct str near = last_words(i, DONE_NEAR);
    if (speaks_of(i, "giải ngân") && has_any(near, done)) return false;
    return i->f->aspect == ASPECT_PLAN || (is_figure(i, KIND_LEVEL) && i->f->aspect == ASPECT_ACTUAL && named_plan(i));
}

uint32_t item_core(const struct checker *c, const struct item *i)
{
    return c->numbers.core_of.at[i->subject_number - 1];
}

int plan_order(const struct checker *c, const struct item *a, const struct item *b)
{
    uint32_t x = item_core(c, a), y = item_core(c, b);
    if (a->f->place_number != b->f->place_number) return a->f->place_number < b->f->place_number ? -1 : 1;
    if (a->f->unit_number != b->f->unit_number) return a->f->unit_number < b->f->unit_number ? -1 : 1;
    if (x != y) return x < y ? -1 : 1;
    int p = a->f->period.to.year, q = b->f->period.to.year;
    return (p > q) - (p < q);
}

void plans_like(const struct checker *c, const struct item *i, uint32_t *first, uint32_t *end)
{
    uint32_t lo = 0, hi = c->plan_count;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (plan_order(c, &c->items[c->by_plan[mid]], i) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    *first = lo;
    while (lo < c->plan_count && lo - *first < PLANS_MOST && plan_order(c, &c->items[c->by_plan[lo]], i) == 0) lo++;
    *end = lo;
}

bool place_compatible(const struct item *a, const struct item *b)
{
    return a->f->place_number == b->f->place_number || a->f->place_number == 0 || b->f->place_number == 0;
}

bool near_intervals(struct interval a, struct interval b, bool percent)
{
    struct interval points = interval_between(DECIMAL_INT(-15), DECIMAL_INT(15));
    struct interval third = interval_between((struct decimal){75, 2}, (struct decimal){134, 2});
    return percent ? interval_meets(interval_add(a, points), b) : interval_meets(interval_mul(a, third), b);
}

/* Digits without zeros at the end: 76,31 and 763,1 have the same. */
static int64_t bare_digits(struct decimal d)
{
    int64_t n = d.coefficient < 0 ? -d.coefficient : d.coefficient;
    while (n && n % 10 == 0) n /= 10;
    return n;
}

bool near_values(const struct item *a, const struct item *b)
{
    int64_t digits = bare_digits(item_value(a));
    if (digits > 99 && digits == bare_digits(item_value(b))) return true;
    return near_intervals(item_interval(a, PRINTED_ROUNDED), item_interval(b, PRINTED_ROUNDED), is_percent(a));
}

bool same_plan(const struct item *a, const struct item *b)
{
    return item_plan(a)->words != 0 && item_plan(a)->words == item_plan(b)->words;
}

bool constant_prices(const struct item *i)
{
    static const char *const subjects[] = {"grdp",
                                           "gdp",
                                           "giá trị sản xuất",
                                           "giá trị sản phẩm",
                                           "tổng sản phẩm",
                                           "giá trị gia tăng",
                                           "giá trị tăng thêm",
                                           "tăng trưởng kinh tế",
                                           "chỉ số",
                                           "gtsx",
                                           "va",
                                           NULL};
    for (const char *const *s = subjects; *s; s++)
        if (speaks_of(i, *s)) return true;
    return has_words(words_before(i), "giá so sánh") || has_words(words_after(i), "giá so sánh");
}

enum { LOOK_BACK = 8, CHAIN_BACK = 16 };

static bool value_of(const struct item *level, const struct item *i)
{
    if (!is_figure(level, KIND_LEVEL) || is_percent(level) || level->subject_number != i->subject_number) return false;
    return (level->f->aspect == ASPECT_PLAN) == (i->f->aspect == ASPECT_PLAN);
}

/* "3.409 doanh nghiệp, với số vốn là 28.335,15 tỷ đồng, tăng 6,25% về số lượng": another figure stands between. */
static const struct item *value_in_sentence(const struct checker *c, const struct item *i)
{
    for (const struct item *level = i; level > c->items && i - level < LOOK_BACK;) {
        level--;
        if (level->sentence != i->sentence) break;
        if (value_of(level, i) && level->f->place_number == i->f->place_number &&
            period_eq(level->f->period, i->f->period))
            return level;
    }
    return NULL;
}

/* "tăng 6,25% so với cùng kỳ về số lượng": of the count, whatever stands between. */
static const struct item *count_in_sentence(const struct checker *c, const struct item *i)
{
    static const char *const of_count[] = {"về số lượng", "về lượng", NULL};
    size_t end = 0;
    while (end < words_after(i).len && !strchr(",;.", words_after(i).ptr[end])) end++;
    if (!is_figure(i, KIND_GROWTH) || !has_any(str_part(words_after(i), 0, end), of_count)) return NULL;
    for (const struct item *level = i; level > c->items && i - level < LOOK_BACK;) {
        level--;
        if (level->sentence != i->sentence) break;
        bool counts = is_figure(level, KIND_LEVEL) && is_count(level) && level->f->aspect != ASPECT_PLAN;
        if (counts && level->f->place_number == i->f->place_number && period_eq(level->f->period, i->f->period))
            return level;
    }
    return NULL;
}

/* The nearest level of the chain before i, else the first after it; a chain may be long, so not all of it is looked
 * at. */
const struct item *chain_value(const struct checker *c, const struct item *i)
{
    const struct item *counted = count_in_sentence(c, i);
    if (counted) return counted;
    const struct item *end = c->items + c->count, *level = i;
    for (int n = 0; n < CHAIN_BACK && level > c->items; n++)
        if (value_of(--level, i) && level->chain == i->chain) return level;
    level = i;
    for (int n = 0; n < CHAIN_BACK && ++level < end; n++)
        if (value_of(level, i) && level->chain == i->chain) return level;
    return value_in_sentence(c, i);
}
