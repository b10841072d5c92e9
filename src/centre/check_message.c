/* SPDX-License-Identifier: Apache-2.0
 *
 * check_message: the texts of the checker: one table of templates in both languages, numbers as people write them, and
 * the making of a finding.
 *
 * Numbers: money in the unit that suits its size (đồng, triệu, tỷ), decimals with comma and groups with full stop in
 * Vietnamese, the other way round in English. A result of a division is shown to the place that the printed digits
 * carry (interval.h): 8.343 tỷ / 111,24 % = 7.500 tỷ, not 7.500,0 and not 7.499,998.
 *
 * Invariant: {n} of a template is filled by the n-th argument; both languages use the same arguments. A template never
 * holds a number of its own.
 */
#include "buf.h"
#include "check_private.h"
#include "utf8.h"

static const struct {
    struct str text[LANG_COUNT];
} TEMPLATES[] = {
#define ROW(message, vi, en) [message] = {{[LANG_VI] = STR_INIT(vi), [LANG_EN] = STR_INIT(en)}}
    ROW(MESSAGE_RATIO_PLAN, "{1} / {2} = {3}, nhưng văn bản ghi {4} kế hoạch",
        "{1} / {2} = {3}, but the text says {4} of the plan"),
    ROW(MESSAGE_IMPLIED_PLAN, "{1} / {2} = {3}: kế hoạch suy ra ({4})", "{1} / {2} = {3}: the plan that follows ({4})"),
    ROW(MESSAGE_IMPLIED_BASE, "{1} / ({2}) = {3}: số của kỳ gốc suy ra ({4})",
        "{1} / ({2}) = {3}: the figure of the base period that follows ({4})"),
    ROW(MESSAGE_FRACTION, "{1} = {2}, nhưng văn bản ghi {3}", "{1} = {2}, but the text says {3}"),
    ROW(MESSAGE_IMPLIED_PERCENT, "{1} = {2}, còn {3}", "{1} = {2}, {3} are left"),
    ROW(MESSAGE_ONE_PLAN, "{1} là {2} và {3} là {4} kế hoạch: chỉ cùng một kế hoạch khi kế hoạch nằm trong khoảng {5}",
        "{1} being {2} and {3} being {4} of the plan: one plan only if it lies within {5}"),
    ROW(MESSAGE_TWO_PLANS, "{1} / {2} = {3} ({4}), còn {5} / {6} = {7} ({8}): hai tỷ lệ không thể cùng một kế hoạch",
        "{1} / {2} = {3} ({4}), but {5} / {6} = {7} ({8}): the two ratios cannot be of one plan"),
    ROW(MESSAGE_RATIO_OF_TWO, "một tỷ lệ {1} so với hai kế hoạch («{2}»): chỉ đúng khi hai kế hoạch bằng nhau",
        "one ratio {1} of two plans («{2}»): right only if the two are equal"),
    ROW(MESSAGE_GROWTH_BASE, "{1} so với {2} ({3}) là {4}, nhưng văn bản ghi {5}",
        "{1} against {2} ({3}) is {4}, but the text says {5}"),
    ROW(MESSAGE_GROWTH_CHANGE, "{1} mà là {2} thì giá trị phải là {3} ({4}), nhưng văn bản ghi {5}",
        "{1} that is {2} needs a value of {3} ({4}), but the text says {5}"),
    ROW(MESSAGE_COUNT_GROWTH,
        "{1}, {2}: không có số kỳ gốc nguyên nào cho tỷ lệ ấy; so với {3} là {4}, so với {5} là {6}",
        "{1}, {2}: no whole base gives it; against {3} it is {4}, against {5} {6}"),
    ROW(MESSAGE_COUNT_RATIO,
        "{1} là {2} kế hoạch: không có kế hoạch nguyên nào cho tỷ lệ ấy; kế hoạch {3} thì là {4}, {5} thì là {6}",
        "{1} being {2} of the plan: no whole plan gives it; a plan of {3} gives {4}, {5} gives {6}"),
    ROW(MESSAGE_RATE_GROWTH,
        "«{1}» đứng sau tỷ lệ {2}: nếu là giá trị tăng thì kỳ gốc là {3} / ({4}) = {5}; nếu là tỷ lệ tăng thì phải "
        "viết {6} và "
        "tỷ lệ kỳ gốc là {7}",
        "«{1}» after the rate {2}: if the amount grew, its base is {3} / ({4}) = {5}; if the rate rose, it is {6} and "
        "the rate "
        "was {7}"),
    ROW(MESSAGE_RATE_DIFFERENCE, "«{1}» là hiệu của hai tỷ lệ, phải viết {2}: {3} - {4} = {2}; tính tương đối thì {5}",
        "«{1}» is the difference of two rates, written {2}: {3} - {4} = {2}; as growth: {5}"),
    ROW(MESSAGE_RATE_BASE, "{1} so với {2} là hơn kém {3} ({4}), nhưng văn bản ghi {5}",
        "{1} against {2} differs by {3} ({4}), but the text says {5}"),
    ROW(MESSAGE_RATE_GROWTH_PLAIN, "«{1}» của một tỷ lệ: hiệu của hai tỷ lệ phải viết {2}",
        "«{1}» of a rate: the difference of two rates is written {2}"),
    ROW(MESSAGE_TWICE, "{1} ({2}): chỗ ghi {3}, chỗ ghi {4}", "{1} ({2}): {3} in one place, {4} in another"),
    ROW(MESSAGE_LEAD, "{1} ({2}): tiêu đề hoặc phần đầu ghi {3}, trong bài ghi {4}",
        "{1} ({2}): the heading or lead says {3}, the body {4}"),
    ROW(MESSAGE_EXCEEDS, "«vượt {1}» theo chữ là {2} kế hoạch; có lẽ ý là đạt {1}",
        "«vượt {1}» (exceeds by) word for word is {2} of the plan; «đạt {1}» (reaches) seems to be meant"),
    ROW(MESSAGE_EXCEEDS_BODY, "«vượt {1}» theo chữ là {2} kế hoạch; có lẽ ý là đạt {1}, trong bài ghi {3}",
        "«vượt {1}» (exceeds by) word for word is {2} of the plan; «đạt {1}» (reaches) seems to be meant, the body "
        "says {3}"),
    ROW(MESSAGE_PARTS_OVER, "các phần cộng lại {1} = {2}, lớn hơn tổng {3}",
        "the parts add up to {1} = {2}, more than the total of {3}"),
    ROW(MESSAGE_PARTS_DIFFER, "các phần cộng lại {1} = {2}, không bằng tổng {3}",
        "the parts add up to {1} = {2}, not to the total of {3}"),
    ROW(MESSAGE_PART_ABOVE, "phần {1} lớn hơn tổng {2}", "the part of {1} is more than the total of {2}"),
    ROW(MESSAGE_SHARE_OVER, "tỷ trọng {1} lớn hơn 100 %", "a share of {1} is more than 100 %"),
    ROW(MESSAGE_FRACTION_OVER, "{1}: phần lớn hơn toàn thể", "{1}: the part is more than the whole"),
    ROW(MESSAGE_SHARES_SUM, "các tỷ trọng cộng lại {1} = {2}, quá 100 %", "the shares add up to {1} = {2}, over 100 %"),
    ROW(MESSAGE_ESTIMATE_ACTUAL, "{1} ({2}): {3} chỗ ghi là ước, chỗ ghi là đã thực hiện",
        "{1} ({2}): {3} is called an estimate in one place and actual in another"),
    ROW(MESSAGE_HEADING_ESTIMATE, "tiêu đề ghi {1} như đã đạt, trong bài là số ước ({2})",
        "the heading says {1} as if reached, in the body it is an estimate ({2})"),
    ROW(MESSAGE_LATE_ESTIMATE, "{1} vẫn là số ước của {2}, trong khi văn bản ngày {3}",
        "{1} is still an estimate for {2}, while the text is of {3}"),
    ROW(MESSAGE_DRIFT, "lũy kế {1} là {2}, nhỏ hơn lũy kế {3} là {4}",
        "cumulative {1} is {2}, less than {4} cumulative {3}"),
    ROW(MESSAGE_DRIFT_WORDS, "đoạn văn nói «{1}» nhưng {2} là số {3}", "the paragraph says «{1}» but {2} is {3}"),
    ROW(MESSAGE_PACE, "từ {1} đến {2} chỉ thêm {3} ({4} một tháng), trước đó {5} một tháng",
        "from {1} to {2} only {3} more ({4} a month), before that {5} a month"),
    ROW(MESSAGE_MET_BUT_FELL, "{1}: đạt kế hoạch nhưng {2}", "{1}: the plan is met, yet {2}"),
    ROW(MESSAGE_TARGET_MISSED, "{1} ({2}): {3}, mục tiêu {4}, thấp hơn {5}",
        "{1} ({2}): {3}, target {4}, short by {5}"),
#undef ROW
};
_Static_assert(sizeof TEMPLATES / sizeof *TEMPLATES == MESSAGES, "a template for each message");

/* What is added when the figures agree under a looser reading of the printed digits. */
static const struct str REMARKS[PRINTINGS][LANG_COUNT] = {
    [PRINTED_CUT] = {STR_INIT("; khớp nếu chữ số cuối bị cắt chứ không làm tròn"),
                     STR_INIT("; it agrees if the last digits were cut off and not rounded")},
    [PRINTED_LAST_PLACE] = {STR_INIT("; chỉ lệch ở chữ số cuối"), STR_INIT("; only the last digit differs")},
    [PRINTED_ROUND_NUMBER] = {STR_INIT("; khớp nếu các số tròn là số gần đúng"),
                              STR_INIT("; it agrees if the round numbers are approximate")},
};

/* --- numbers */

enum { TEXT_MOST = 2000, PLACES_MOST = 3 };

static struct str kept(struct checker *c, struct buf *b)
{
    bool enough = c->out->len == FINDINGS_MAX; /* the finding will only be counted */
    struct str s = str_copy(enough ? c->spare : c->arena, buf_str(b));
    buf_free(b);
    return s;
}

/* Digits of the output language. */
static void put_number(struct checker *c, struct buf *b, struct decimal d)
{
    size_t start = b->len;
    decimal_write_vi(b, decimal_trim(d));
    if (c->lang == LANG_VI) return;
    for (size_t i = start; i < b->len; i++)
        if (b->ptr[i] == '.' || b->ptr[i] == ',') b->ptr[i] = b->ptr[i] == '.' ? ',' : '.';
}

/* How a canonical unit is written: money by the size of the number. */
struct scale {
    int shift; /* powers of ten taken from the number */
    struct str unit[LANG_COUNT];
    struct str rest; /* "/người/năm" */
};

static struct scale scale_of(struct decimal d, struct str unit)
{
    static const struct {
        int shift;
        struct str dong[LANG_COUNT], usd[LANG_COUNT];
    } sizes[] = {
        {9, {STR_INIT("tỷ đồng"), STR_INIT("billion đồng")}, {STR_INIT("tỷ USD"), STR_INIT("billion USD")}},
        {6, {STR_INIT("triệu đồng"), STR_INIT("million đồng")}, {STR_INIT("triệu USD"), STR_INIT("million USD")}},
        {0, {STR_INIT("đồng"), STR_INIT("đồng")}, {STR_INIT("USD"), STR_INIT("USD")}},
    };
    bool dong = str_starts(unit, STR("VND")), usd = str_starts(unit, STR("USD"));
    if (!dong && !usd) return (struct scale){0, {unit, unit}, {"", 0}};
    size_t n = 0;
    if (d.coefficient < 0) d = decimal_neg(d);
    while (sizes[n].shift && decimal_cmp(d, (struct decimal){1, (int8_t)-sizes[n].shift}) < 0) n++;
    struct scale s = {sizes[n].shift, {{"", 0}}, str_from(unit, 3)};
    for (int l = 0; l < LANG_COUNT; l++) s.unit[l] = dong ? sizes[n].dong[l] : sizes[n].usd[l];
    return s;
}

static struct decimal scaled(struct decimal d, int shift)
{
    struct decimal out;
    return decimal_shift(&out, d, -shift) ? out : d;
}

static void put_unit(struct checker *c, struct buf *b, const struct scale *s)
{
    struct str unit = s->unit[c->lang];
    if (unit.len) buf_char(b, ' ');
    buf_put(b, unit);
    buf_put(b, s->rest);
}

struct str show_decimal(struct checker *c, struct decimal d, struct str unit)
{
    struct buf b = buf_make(TEXT_MOST);
    struct scale s = scale_of(d, unit);
    put_number(c, &b, scaled(d, s.shift));
    put_unit(c, &b, &s);
    return kept(c, &b);
}

static struct str bound_word(struct checker *c, enum figure_bound bound)
{
    static const struct str words[BOUND_COUNT][LANG_COUNT] = {
        {STR_INIT(""), STR_INIT("")},
        {STR_INIT("hơn "), STR_INIT("over ")},
        {STR_INIT("gần "), STR_INIT("under ")},
        {STR_INIT("khoảng "), STR_INIT("about ")},
    };
    return words[bound][c->lang];
}

/* "tăng 8,3 %", "giảm 9,8 %", "giảm 120 trường hợp" */
static struct str direction_word(struct checker *c, struct decimal d)
{
    bool down = decimal_sign(d) < 0;
    if (c->lang == LANG_EN) return down ? STR("down ") : STR("up ");
    return down ? STR("giảm ") : STR("tăng ");
}

struct str show_item(struct checker *c, const struct item *i)
{
    struct buf b = buf_make(TEXT_MOST);
    const struct about *f = i->f;
    struct decimal value = item_value(i), most = item_max(i);
    bool moves = f->kind == KIND_GROWTH || f->kind == KIND_CHANGE;
    struct decimal d = moves && value.coefficient < 0 ? decimal_neg(value) : value;
    struct scale s = scale_of(d, f->unit);
    if (moves) buf_put(&b, direction_word(c, value));
    buf_put(&b, bound_word(c, f->bound));
    put_number(c, &b, scaled(d, s.shift));
    if (f->has_max) {
        buf_put(&b, STR(" - "));
        put_number(c, &b, scaled(moves && most.coefficient < 0 ? decimal_neg(most) : most, s.shift));
    }
    if (f->has_of) {
        buf_char(&b, '/');
        put_number(c, &b, scaled(item_of(i), s.shift));
    }
    put_unit(c, &b, &s);
    return kept(c, &b);
}

struct str show_growth(struct checker *c, struct interval digits, struct interval i)
{
    struct decimal d = interval_round(digits.lo, i, 2);
    struct buf b = buf_make(TEXT_MOST);
    buf_put(&b, direction_word(c, d));
    put_number(c, &b, d.coefficient < 0 ? decimal_neg(d) : d);
    buf_put(&b, STR(" %"));
    return kept(c, &b);
}

struct str show_factor(struct checker *c, const struct item *growth)
{
    struct buf b = buf_make(TEXT_MOST);
    struct decimal g = item_value(growth);
    buf_put(&b, g.coefficient < 0 ? STR("100 % - ") : STR("100 % + "));
    put_number(c, &b, g.coefficient < 0 ? decimal_neg(g) : g);
    buf_put(&b, STR(" %"));
    return kept(c, &b);
}

/* The scale of an interval, by its larger finite end. */
static struct scale interval_scale(struct interval i, struct str unit)
{
    return scale_of(i.hi_free ? i.lo : i.hi, unit);
}

struct str show_interval(struct checker *c, struct interval i, struct str unit)
{
    struct buf b = buf_make(TEXT_MOST);
    struct scale s = interval_scale(i, unit);
    struct decimal lo, hi;
    i = interval_shift(i, -s.shift);
    if (interval_shown(&lo, &hi, i, PLACES_MOST)) {
        put_number(c, &b, lo);
        if (!decimal_eq(lo, hi)) {
            buf_put(&b, STR(" - "));
            put_number(c, &b, hi);
        }
    } else {
        struct interval one = interval_point(i.lo_free ? i.hi : i.lo);
        bool from = !i.lo_free;
        buf_put(&b, c->lang == LANG_VI ? (from ? STR("từ ") : STR("đến ")) : (from ? STR("from ") : STR("to ")));
        put_number(c, &b, interval_round(one.lo, one, PLACES_MOST));
    }
    put_unit(c, &b, &s);
    return kept(c, &b);
}

struct str show_about(struct checker *c, struct interval digits, struct interval i, struct str unit)
{
    struct scale s = interval_scale(digits, unit);
    struct buf b = buf_make(TEXT_MOST);
    put_number(c, &b, interval_round(interval_shift(digits, -s.shift).lo, interval_shift(i, -s.shift), PLACES_MOST));
    put_unit(c, &b, &s);
    return kept(c, &b);
}

struct str show_period(struct checker *c, struct period p)
{
    struct buf b = buf_make(TEXT_MOST);
    if (p.kind == PERIOD_NONE)
        buf_put(&b, c->lang == LANG_VI ? STR("không ghi kỳ") : STR("no period said"));
    else if (c->lang == LANG_VI)
        period_write_vi(&b, p);
    else
        period_write(&b, p);
    return kept(c, &b);
}

struct str show_date(struct checker *c, struct date d)
{
    struct buf b = buf_make(TEXT_MOST);
    buf_format(&b, "%d/%d/%d", d.day, d.month, d.year);
    return kept(c, &b);
}

/* The window of a figure is the text in lower case, letter by letter, so its words are found again by their place. */
struct str show_plan(struct checker *c, const struct item *i)
{
    struct str text = i->f->plan.len ? i->f->plan : str_from(i->f->in->text, i->end);
    struct buf b = buf_make(TEXT_MOST);
    char lower[TEXT_MOST];
    size_t len, start = 0, end;
    for (; start < text.len && start < TEXT_MOST / 2; utf8_decode(text, start, &len), start += len)
        if (str_starts(lower_words(lower, sizeof lower, utf8_clip(str_from(text, start), 2 * item_plan(i)->text.len)),
                       item_plan(i)->text))
            break;
    if (start >= text.len || start >= TEXT_MOST / 2) return item_plan(i)->text;
    for (end = start; end < text.len; utf8_decode(text, end, &len), end += len)
        if (lower_words(lower, sizeof lower, str_part(text, start, end)).len >= item_plan(i)->text.len) break;
    for (; start < end; start++) buf_char(&b, text.ptr[start] == '\n' ? ' ' : text.ptr[start]);
    return kept(c, &b);
}

struct str show_subject(struct checker *c, const struct item *i)
{
    struct buf b = buf_make(TEXT_MOST);
    struct str s = item_subject(i).len ? item_subject(i) : quote_of(i);
    for (size_t n = 0; n < s.len; n++) buf_char(&b, s.ptr[n] == '\n' || s.ptr[n] == '\t' ? ' ' : s.ptr[n]);
    return kept(c, &b);
}

struct str plain_interval(struct checker *c, struct interval i, struct str unit)
{
    struct buf b = buf_make(TEXT_MOST);
    struct scale s = interval_scale(i, unit);
    interval_write(&b, interval_shift(i, -s.shift), PLACES_MOST);
    return kept(c, &b);
}

struct str plain_item(struct checker *c, const struct item *i)
{
    struct buf b = buf_make(TEXT_MOST);
    struct scale s = scale_of(item_value(i), i->f->unit);
    decimal_write_short(&b, scaled(item_value(i), s.shift));
    if (i->f->has_max) {
        buf_put(&b, STR(".."));
        decimal_write_short(&b, scaled(item_max(i), s.shift));
    }
    return kept(c, &b);
}

/* --- findings */

static void fill(struct buf *b, struct str text, const struct str *args, size_t count)
{
    for (size_t n = 0; n < text.len; n++) {
        bool hole = text.ptr[n] == '{' && n + 2 < text.len && text.ptr[n + 2] == '}';
        size_t arg = hole ? (size_t)(text.ptr[n + 1] - '1') : 0;
        if (!hole || arg >= count) {
            buf_char(b, text.ptr[n]);
            continue;
        }
        buf_put(b, args[arg]);
        n += 2;
    }
}

struct finding *find(struct checker *c, enum severity severity, enum message message, const struct str *args,
                     size_t count)
{
    if (c->out->len == FINDINGS_MAX) {
        static const struct arena_mark start = {NULL, NULL, 0};
        arena_reset(c->spare, start);
        c->out->dropped++;
        return NULL;
    }
    struct buf b = buf_make(4 * TEXT_MOST);
    fill(&b, TEMPLATES[message].text[c->lang], args, count);
    struct finding *f = vec_push(c->arena, c->out);
    *f = (struct finding){.rule = c->rule->name, .severity = severity, .message = kept(c, &b)};
    f->quiet = c->rule->quiet && severity == SEVERITY_NOTE;
    return f;
}

void finding_remark(struct checker *c, struct finding *f, enum printing how)
{
    if (!f || how >= PRINTINGS || REMARKS[how][c->lang].len == 0) return;
    struct buf b = buf_make(6 * TEXT_MOST);
    buf_put(&b, f->message);
    buf_put(&b, REMARKS[how][c->lang]);
    f->message = kept(c, &b);
}

void finding_point(struct finding *f, const struct item *i)
{
    if (!f || f->span_count == FINDING_SPANS) return;
    for (size_t n = 0; n < f->span_count; n++)
        if (f->spans[n].span.document == i->f->document && f->spans[n].span.start == i->start) return;
    f->spans[f->span_count++] = (struct finding_span){{i->f->document, i->start, i->end}, quote_of(i), item_id(i)};
}

void finding_numbers(struct finding *f, struct str expected, struct str found_)
{
    if (!f) return;
    f->expected = expected;
    f->found = found_;
}
