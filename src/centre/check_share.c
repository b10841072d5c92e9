/* SPDX-License-Identifier: Apache-2.0
 *
 * check_share: rules about parts and wholes: m of n beside a percentage, shares and fractions above the whole, parts
 * named under a total.
 *
 *   "629/731 trường ..., đạt tỷ lệ 86,1%"             fraction, then its percentage; or "91,6% (... đạt 11/12 chỉ
 *   tiêu)" "1.215 dự án, trong đó 803 dự án A và 414 dự án B" total, mark ("trong đó", "gồm"), parts of the same unit
 *
 * Parts are certain only so far: "trong đó" may name some of the parts, and groups may overlap (women, members of the
 * Party). So a sum below the total is no fault after "trong đó"; a sum well above it may overlap and is passed over; a
 * sum a little above it (at most a twentieth) is what an addition that went wrong looks like. Figures inside deeper
 * brackets are about the part before them and are not parts.
 */
#include "buf.h"
#include "check_private.h"
#include "utf8.h"

enum { PARTS_MOST = 24, LOOK_BACK = 8 };

/* --- m of n and its percentage */

static bool is_fraction(const struct item *i)
{
    if (!i->f->has_of || item_of(i).coefficient <= 0 || item_value(i).coefficient < 0) return false;
    bool day = i->exact && decimal_cmp(item_value(i), item_of(i)) > 0 && decimal_cmp(item_of(i), DECIMAL_INT(12)) <= 0;
    if (day) return false; /* "25/6" */
    return is_figure(i, KIND_FRACTION) ||
           (is_figure(i, KIND_LEVEL) && !str_eq(i->f->unit, STR("hạng")) && !str_eq(i->f->unit, STR("vị trí")));
}

static bool is_its_percent(const struct item *i)
{
    return is_percent(i) && !i->f->has_max &&
           (is_figure(i, KIND_PLAN_RATIO) || is_figure(i, KIND_LEVEL) || is_figure(i, KIND_SHARE));
}

enum link { NOT_LINKED, LINKED, LINKED_CLOSELY };

/* "438/443 đại biểu tán thành, chiếm 92,6% tổng số đại biểu": votes are counted against all members, not those present.
 * */
static bool of_another_whole(const struct item *a, const struct item *b)
{
    static const char *const wholes[] = {"tổng số", "tổng", "trên tổng", "tính trên", "so với tổng", NULL};
    static const char *const votes[] = {"đại biểu", "phiếu", "ủy viên", "uỷ viên", "tán thành", "biểu quyết", NULL};
    const struct item *percent = is_percent(a) ? a : b, *fraction = is_percent(a) ? b : a;
    struct str next = utf8_clip(words_after(percent), 40);
    return has_any(next, wholes) || has_any(words_after(fraction), votes) || speaks_of(fraction, "đại biểu") ||
           (is_figure(percent, KIND_PLAN_RATIO) && item_plan(percent)->text.len > 0 &&
            str_has(item_plan(percent)->text, fraction->f->unit)) ||
           str_starts(fraction->f->unit, STR("đại biểu")) || str_starts(fraction->f->unit, STR("phiếu"));
}

/* "chương trình đã hoàn thành đến 91,6% (Chương trình giảm ô nhiễm đạt 11/12 chỉ tiêu)": the bracket names the subject
 * again. */
static bool names_again(const struct item *percent, const struct item *fraction, struct str words)
{
    char lower[2 * GAP_MOST];
    struct str subject = str_trim(lower_words(lower, sizeof lower, item_subject(percent)));
    return is_fraction(fraction) && subject.len > 0 && str_starts(str_trim(words), STR("(")) && str_has(words, subject);
}

/* How a fraction and a percentage that follow each other hang together, by the words between them. */
static enum link link_of(const struct checker *c, const struct item *first, const struct item *second)
{
    static const char *const breaks[] = {"trong đó", "còn", "riêng", "và", "tăng", "giảm", "cao hơn", "so với", NULL};
    static const char *const links[] = {"đạt", "tỷ lệ", "tỉ lệ", "bằng", "tương đương", "vượt", "là", NULL};
    if (first->sentence != second->sentence || of_another_whole(first, second)) return NOT_LINKED;
    struct between b;
    between(&b, first, second);
    if (subject_related(c, first, second) == UNRELATED && !names_again(first, second, b.words)) return NOT_LINKED;
    struct str words = b.words, bare = str_trim(words);
    if (words.len == 0 || str_has(words, STR(";"))) return NOT_LINKED;
    if (str_eq(bare, STR("(")) || str_eq(bare, STR("="))) return LINKED_CLOSELY;
    if (is_fraction(second)) return str_starts(bare, STR("(")) ? LINKED : NOT_LINKED;
    if (str_ends(bare, STR("("))) return LINKED;
    if (has_any(words, breaks)) return NOT_LINKED;
    for (const char *const *l = links; *l; l++)
        if (ends_with_words(words, *l)) return LINKED_CLOSELY;
    return NOT_LINKED;
}

static struct interval fraction_percent(const struct item *i, enum printing how)
{
    struct interval of = interval_printed(item_of(i), i->exact && item_of(i).scale <= 0, how);
    return interval_shift(interval_div(interval_printed(item_value(i), i->exact, how), of), 2);
}

static bool fraction_fits(const struct item *fraction, const struct item *percent, enum printing how)
{
    struct interval is = fraction_percent(fraction, how), said = item_interval(percent, how);
    return interval_meets(is, said) || interval_meets(interval_sub(interval_point(DECIMAL_INT(100)), is), said);
}

/* "1/3 dân số": said instead of a number, not counted. */
static bool is_rough(const struct item *fraction)
{
    return decimal_cmp(item_value(fraction), DECIMAL_INT(3)) <= 0 &&
           decimal_cmp(item_of(fraction), DECIMAL_INT(5)) <= 0 && item_value(fraction).scale == 0;
}

/* "69/157 xã, đạt 104,5% kế hoạch": a part cannot be more than its whole, so the plan is another number. */
static bool of_another_plan(const struct item *fraction, const struct item *percent)
{
    bool part = decimal_cmp(item_value(fraction), item_of(fraction)) < 0;
    bool over = decimal_cmp(item_value(percent), DECIMAL_INT(100)) > 0;
    return percent->f->kind == KIND_PLAN_RATIO && part == over;
}

static void fraction_pair(struct checker *c, const struct item *fraction, const struct item *percent, enum link link)
{
    enum printing how = PRINTED_ROUNDED;
    while (how < PRINTED_ROUND_NUMBER && !fraction_fits(fraction, percent, how)) how++;
    if (how == PRINTED_ROUND_NUMBER) how = PRINTINGS;
    enum severity severity;
    if (!severity_of(&severity, how)) return;
    bool near = near_intervals(fraction_percent(fraction, PRINTED_ROUNDED), item_interval(percent, PRINTED_ROUNDED),
                               true);
    if (near && is_rough(fraction)) return;
    if (link != LINKED_CLOSELY && !near) return;
    if (!near && of_another_plan(fraction, percent)) return;
    if (link != LINKED_CLOSELY || (!near && fraction->subject_number != percent->subject_number))
        severity = at_most(severity, SEVERITY_DOUBT);
    struct interval is = fraction_percent(fraction, PRINTED_ROUNDED);
    struct interval digits = fraction_percent(fraction, PRINTED_EXACT);
    struct finding *f = found(c, severity, MESSAGE_FRACTION, show_item(c, fraction),
                              show_about(c, digits, is, STR("%")), show_item(c, percent));
    finding_remark(c, f, how);
    finding_numbers(f, plain_interval(c, is, STR("%")), plain_item(c, percent));
    finding_point(f, fraction);
    finding_point(f, percent);
}

void check_fraction_percent(struct checker *c)
{
    for (uint32_t n = 0; n + 1 < c->count; n++) {
        const struct item *a = &c->items[n], *b = a + 1;
        bool forwards = is_fraction(a) && is_its_percent(b), backwards = is_its_percent(a) && is_fraction(b);
        if (!forwards && !backwards) continue;
        enum link link = link_of(c, a, b);
        if (link != NOT_LINKED) fraction_pair(c, forwards ? a : b, forwards ? b : a, link);
    }
}

/* "35/38 chỉ tiêu" whose percentage the text leaves out. */
void check_implied_percent(struct checker *c)
{
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        struct decimal left;
        if (!is_figure(i, KIND_FRACTION) || !is_fraction(i) || !is_count(i) || i->table || i->f->aspect == ASPECT_PLAN)
            continue;
        if (decimal_cmp(item_value(i), item_of(i)) >= 0 || !decimal_sub(&left, item_of(i), item_value(i))) continue;
        const struct item *around[] = {i - 1, i + 1};
        bool said = false;
        for (int n = 0; n < 2; n++)
            said = said || (around[n] >= c->items && around[n] < c->items + c->count &&
                            around[n]->sentence == i->sentence && is_its_percent(around[n]));
        if (said) continue;
        struct interval digits = fraction_percent(i, PRINTED_EXACT);
        struct finding *f = found(c, SEVERITY_NOTE, MESSAGE_IMPLIED_PERCENT, show_item(c, i),
                                  show_about(c, digits, fraction_percent(i, PRINTED_ROUNDED), STR("%")),
                                  show_decimal(c, left, i->f->unit));
        finding_numbers(f, plain_interval(c, digits, STR("%")), plain_item(c, i));
        finding_point(f, i);
    }
}

/* --- more than the whole */

static bool above_hundred(const struct item *i)
{
    return interval_below(interval_point(DECIMAL_INT(100)), item_interval(i, PRINTED_LAST_PLACE));
}

/* "nông nghiệp 10,2%. Cơ cấu kinh tế của huyện B: dịch vụ 55,9%" */
static bool another_whole(const struct item *a, const struct item *b)
{
    static const char *const wholes[] = {"cơ cấu", "tỷ trọng", "tỉ trọng", "trong khi", NULL};
    struct between words;
    between(&words, a, b);
    bool ended = str_find_char(words.raw, '.') >= 0 || str_find_char(words.raw, ';') >= 0;
    return words.words.len == 0 || (ended && has_any(words.words, wholes));
}

/* "từ 41,7% lên 66,6%": one share at two times. */
static bool moves_between(const struct item *a, const struct item *b)
{
    static const char *const moves[] = {"lên", "xuống", "còn", "đến", "so với", "từ", "lần lượt", "riêng", NULL};
    struct between words;
    between(&words, a, b);
    return has_any(words.words, moves);
}

/* "chiếm 136 % GRDP" said of a part; debt, credit and trade are measured by GDP without being a part of it. */
static bool is_part_of_whole(const struct item *i)
{
    static const char *const says[] = {"chiếm", "tỷ trọng", "tỉ trọng", "cơ cấu", NULL};
    static const char *const measured[] = {"nợ",         "vay",     "tín dụng", "kim ngạch", "xuất khẩu", "nhập khẩu",
                                           "thương mại", "vốn hóa", "độ mở",    "thâm hụt",  "giá trị",   NULL};
    struct str near = last_words(i, 60);
    return is_percent(i) && has_any(near, says) && !has_any(words_before(i), measured) && !i->table;
}

/* "chiếm 40,6% lao động, 37% tài sản": each of a whole of its own, named after it. */
static bool names_its_whole(const struct item *i)
{
    struct str after = words_after(i);
    while (after.len && after.ptr[0] == ' ') after = str_from(after, 1);
    bool ends = after.len == 0 || strchr(",;.)(", after.ptr[0]) || str_starts(after, STR("và ")) ||
                str_starts(after, STR("cơ cấu")) || str_starts(after, STR("tổng")) || str_starts(after, STR("trong"));
    return !ends;
}

/* Shares of one structure ("cơ cấu", "tỷ trọng") named one after the other in a sentence. */
static const struct item *shares_from(struct checker *c, const struct item *i)
{
    static const char *const structure[] = {"cơ cấu", "tỷ trọng", "tỉ trọng", NULL};
    const struct item *list[PARTS_MOST], *end = c->items + c->count, *first = i;
    size_t count = 0;
    struct interval sum = interval_point(DECIMAL_INT(0));
    for (; i < end && i->sentence == first->sentence && count < PARTS_MOST; i++) {
        if (!is_figure(i, KIND_SHARE) || i->table || names_its_whole(i) || !period_eq(i->f->period, first->f->period) ||
            i->f->aspect != first->f->aspect)
            break;
        if (count && (moves_between(i - 1, i) || another_whole(i - 1, i) || interval_holds(sum, DECIMAL_INT(100))))
            return i;
        sum = interval_add(sum, item_interval(i, PRINTED_LAST_PLACE));
        list[count++] = i;
    }
    if (count < 2 || !has_any(words_before(first), structure) || has_words(words_before(first), "lần lượt") ||
        !interval_below(interval_point(DECIMAL_INT(100)), sum))
        return i;
    struct buf terms = buf_make(2000);
    struct decimal total = DECIMAL_INT(0), next;
    for (size_t n = 0; n < count; n++) {
        if (n) buf_put(&terms, STR(" + "));
        buf_put(&terms, show_item(c, list[n]));
        if (decimal_add(&next, total, item_value(list[n]))) total = next;
    }
    struct finding *f = found(c, SEVERITY_DOUBT, MESSAGE_SHARES_SUM, buf_str(&terms), show_decimal(c, total, STR("%")));
    buf_free(&terms);
    finding_numbers(f, STR("0..100"), plain_interval(c, interval_point(total), STR("%")));
    for (size_t n = 0; n < count; n++) finding_point(f, list[n]);
    return i;
}

/* m/n is said of something done; else it is a date, an address, a voltage. */
static bool says_done(const struct item *i)
{
    static const char *const words[] = {"đạt",       "hoàn thành", "giải quyết", "tiếp nhận",
                                        "thực hiện", "xử lý",      "thành lập",  NULL};
    struct interval m = interval_point(item_value(i)), n = interval_point(item_of(i));
    return decimal_cmp(item_of(i), DECIMAL_INT(12)) > 0 && near_intervals(m, n, false) &&
           has_any(words_before(i), words);
}

void check_percent_over_100(struct checker *c)
{
    for (const struct item *i = c->items; i < c->items + c->count; i++) {
        if (is_figure(i, KIND_SHARE) && is_part_of_whole(i) && above_hundred(i)) {
            struct finding *f = found(c, SEVERITY_CONTRADICTION, MESSAGE_SHARE_OVER, show_item(c, i));
            finding_numbers(f, STR("0..100"), plain_item(c, i));
            finding_point(f, i);
        }
        bool counted = is_figure(i, KIND_FRACTION) && i->exact && is_count(i) && says_done(i);
        if (counted && decimal_cmp(item_value(i), item_of(i)) > 0) {
            struct finding *f = found(c, SEVERITY_DOUBT, MESSAGE_FRACTION_OVER, show_item(c, i));
            finding_point(f, i);
        }
    }
    for (const struct item *i = c->items; i < c->items + c->count;) {
        const struct item *next = is_figure(i, KIND_SHARE) ? shares_from(c, i) : i + 1;
        i = next > i ? next : i + 1;
    }
}

/* --- parts under a total */

enum mark { NO_MARK, MARK_AMONG, MARK_ALL }; /* "trong đó" names some, "gồm" names all */

static enum mark mark_of(struct str words)
{
    static const char *const all[] = {"gồm", "bao gồm", "chia ra", NULL};
    if (has_any(words, all)) return MARK_ALL;
    return has_words(words, "trong đó") ? MARK_AMONG : NO_MARK;
}

/* The mark between the figure before this one and this one; it may also open this figure's own sentence. */
static enum mark mark_before(const struct checker *c, const struct item *part)
{
    const struct item *before = part - 1;
    if (part == c->items || before->f->document != part->f->document || part->table) return NO_MARK;
    struct between b;
    between(&b, before, part);
    if (before->sentence == part->sentence) return mark_of(b.words);
    struct str start = str_trim(words_before(part));
    return before->sentence + 1 == part->sentence && str_starts(start, STR("trong đó")) ? MARK_AMONG : NO_MARK;
}

/* The first two words of a noun that is counted: "dự án" of "dự án đầu tư". */
static struct str noun_of(struct str unit)
{
    size_t end = 0;
    for (int words = 0; end < unit.len; end++)
        if (unit.ptr[end] == ' ' && ++words == 2) break;
    return str_part(unit, 0, end);
}

/* The same unit, or nouns of one thing: "dự án đầu tư" and "dự án FDI", "hộ" and "hộ nghèo". */
bool kin_units(const struct item *a, const struct item *b)
{
    if (a->f->unit_number == b->f->unit_number) return true;
    if (!is_count(a) || !is_count(b)) return false;
    struct str p = noun_of(a->f->unit), q = noun_of(b->f->unit);
    struct str shorter = p.len < q.len ? p : q, longer = p.len < q.len ? q : p;
    return str_eq(p, q) || (str_starts(longer, shorter) && longer.ptr[shorter.len] == ' ');
}

static bool same_kind_of_part(const struct item *a, const struct item *b)
{
    return kin_units(a, b) && !is_percent(a) && (a->f->aspect == ASPECT_PLAN) == (b->f->aspect == ASPECT_PLAN) &&
           period_same_time(a->f->period, b->f->period);
}

/* The number is printed in digits; one in words repeats one in digits: "5.642 tỷ đồng (năm nghìn sáu trăm ...)". */
static bool is_total(const struct item *i)
{
    return has_digit(quote_of(i)) && (is_figure(i, KIND_LEVEL) || is_figure(i, KIND_FRACTION)) && !i->f->has_max &&
           item_value(i).coefficient > 0;
}

/* "59 loài bò sát và 12 loài lưỡng cư, trong đó": the parts are of both. */
static bool one_of_two(const struct checker *c, const struct item *total)
{
    const struct item *before = total - 1;
    if (total == c->items || before->sentence != total->sentence || !is_total(before)) return false;
    struct between b;
    between(&b, before, total);
    return kin_units(before, total) && has_words(b.words, "và") && mark_of(b.words) == NO_MARK;
}

static const struct item *total_of(const struct checker *c, const struct item *part)
{
    const struct item *i = part;
    for (int n = 0; n < LOOK_BACK && i > c->items; n++) {
        i--;
        if (i->f->document != part->f->document || i->sentence + 1 < part->sentence ||
            i->paragraph + 1 < part->paragraph)
            break;
        if (is_total(i) && same_kind_of_part(i, part)) return i;
    }
    return NULL;
}

/* How many brackets are open in a text more than at its start. */
static int depth_of(struct str text)
{
    int depth = 0;
    for (size_t n = 0; n < text.len; n++) depth += (text.ptr[n] == '(') - (text.ptr[n] == ')');
    return depth;
}

struct parts {
    const struct item *total, *at[PARTS_MOST];
    size_t count;
};

/* The parts from `first` on: the same unit and depth of brackets, one sentence, until another mark. */
static void parts_from(const struct checker *c, struct parts *p, const struct item *first)
{
    static const char *const stops[] = {"ngoài ra", "bên cạnh", "đồng thời", "so với", "xuống còn", "từ", "lên", NULL};
    const struct item *end = c->items + c->count;
    int depth = 0;
    p->at[p->count++] = first;
    for (const struct item *i = first + 1; i < end && p->count < PARTS_MOST; i++) {
        if (i->sentence != first->sentence) break;
        struct between b;
        between(&b, i - 1, i);
        if (b.raw.len == 0 || mark_of(b.words) != NO_MARK || has_any(b.words, stops)) break;
        depth += depth_of(b.raw);
        if (depth == 0 && is_figure(i, KIND_LEVEL) && !i->f->has_max && same_kind_of_part(i, first))
            p->at[p->count++] = i;
    }
}

static struct interval sum_of(const struct parts *p, const struct item *without, enum printing how)
{
    struct interval sum = interval_point(DECIMAL_INT(0));
    for (size_t n = 0; n < p->count; n++)
        if (p->at[n] != without) sum = interval_add(sum, item_interval(p->at[n], how));
    return sum;
}

/* The total fits all the parts, or all but one, which then was not a part, or the first of them: the list goes on with
 * other things. */
static bool parts_fit(const struct parts *p, enum printing how)
{
    struct interval total = item_interval(p->total, how), sum = interval_point(DECIMAL_INT(0));
    for (size_t n = 0; n < p->count; n++) {
        sum = interval_add(sum, item_interval(p->at[n], how));
        if (n > 0 && interval_meets(sum, total)) return true;
    }
    for (size_t n = 0; n < p->count && p->count > 2; n++)
        if (interval_meets(sum_of(p, p->at[n], how), total)) return true;
    return false;
}

/* No number of the list was left unread: between the total, the parts and the end of the sentence stand only figures.
 * */
static bool all_read(const struct checker *c, const struct parts *p)
{
    const struct item *last = p->total, *end = c->items + c->count;
    for (; last + 1 < end && last[1].sentence == p->at[0]->sentence; last++) {
        struct str raw = gap(last, last + 1);
        if (raw.len == 0 || has_digit(raw)) return false;
    }
    return !has_digit(words_after(last));
}

/* "thu ngân sách 500 tỷ, trong đó thu nội địa 400 tỷ và thu xuất nhập khẩu 150 tỷ": two amounts side by side, neither
 * of which is within the other. */
static bool side_by_side(const struct parts *p)
{
    struct between b;
    if (p->count != 2 || !is_money(p->at[0]) || p->at[0]->subject_number == p->at[1]->subject_number) return false;
    between(&b, p->at[1] - 1, p->at[1]);
    return has_words(b.words, "và") &&
           near_intervals(item_interval(p->at[0], PRINTED_ROUNDED), item_interval(p->total, PRINTED_ROUNDED), false);
}

/* Within a twentieth of the total. */
static bool is_near(struct interval sum, struct interval total)
{
    struct interval margin = interval_between((struct decimal){95, 2}, (struct decimal){105, 2});
    return interval_meets(sum, interval_mul(total, margin));
}

static void say_parts(struct checker *c, const struct parts *p, enum severity severity, enum message message)
{
    struct buf terms = buf_make(2000);
    struct str unit = p->total->f->unit;
    for (size_t n = 0; n < p->count; n++) {
        if (n) buf_put(&terms, STR(" + "));
        buf_put(&terms, show_item(c, p->at[n]));
    }
    struct interval sum = interval_point(DECIMAL_INT(0));
    for (size_t n = 0; n < p->count; n++) sum = interval_add(sum, interval_point(item_value(p->at[n])));
    struct finding *f = found(c, severity, message, buf_str(&terms), show_interval(c, sum, unit),
                              show_decimal(c, item_value(p->total), unit));
    buf_free(&terms);
    finding_numbers(f, plain_interval(c, sum, unit), plain_interval(c, interval_point(item_value(p->total)), unit));
    finding_point(f, p->total);
    for (size_t n = 0; n < p->count; n++) finding_point(f, p->at[n]);
}

/* "các huyện từ 10 dự án trở lên, trong đó mỗi huyện": a limit for each, not a total. */
static bool is_limit(const struct item *total)
{
    return str_starts(str_trim(words_after(total)), STR("trở lên")) || has_words(words_after(total), "mỗi");
}

/* Groups of persons that overlap: women, members of the Party, those who stand by themselves. */
static bool may_overlap(const struct parts *p)
{
    static const char *const groups[] = {"nữ",       "đảng viên", "ngoài đảng", "dân tộc thiểu số",
                                         "trẻ tuổi", "tự ứng cử", "tái cử",     NULL};
    for (size_t n = 0; n < p->count; n++) {
        struct str near = utf8_clip(words_after(p->at[n]), 40);
        if (has_any(near, groups) || has_any(p->at[n]->f->unit, groups)) return true;
    }
    return false;
}

/* A count of something else among the parts, which the total may hold too. */
static bool other_parts(const struct checker *c, const struct parts *p)
{
    const struct item *end = c->items + c->count;
    for (const struct item *i = p->at[0] + 1; i < end && i->sentence == p->at[0]->sentence; i++) {
        bool part = false;
        for (size_t n = 0; n < p->count; n++) part = part || p->at[n] == i;
        if (!part && is_figure(i, KIND_LEVEL) && !is_percent(i)) return true;
    }
    return false;
}

/* The first part is more than the whole: a doubt, since what stands before "trong đó" need not be the whole. */
static bool part_above(struct checker *c, const struct parts *p, enum mark mark)
{
    const struct item *part = p->at[0];
    if (!interval_below(item_interval(p->total, PRINTED_ROUND_NUMBER), item_interval(part, PRINTED_ROUND_NUMBER)))
        return false;
    if (mark != MARK_AMONG || p->total + 1 != part || p->total->sentence != part->sentence || !part->said) return true;
    struct finding *f = found(c, SEVERITY_DOUBT, MESSAGE_PART_ABOVE, show_item(c, part), show_item(c, p->total));
    finding_numbers(f, plain_item(c, p->total), plain_item(c, part));
    finding_point(f, p->total);
    finding_point(f, part);
    return true;
}

static void parts_under(struct checker *c, const struct parts *p, enum mark mark)
{
    if (part_above(c, p, mark) || p->count < 2) return;
    struct interval sum = sum_of(p, NULL, PRINTED_ROUNDED), total = item_interval(p->total, PRINTED_ROUNDED);
    bool above = interval_below(total, sum);
    enum printing how = PRINTED_ROUNDED;
    while (how < PRINTINGS && !parts_fit(p, how)) how++;
    enum severity severity;
    bool all = above && near_intervals(sum, total, false) && (mark == MARK_ALL || side_by_side(p));
    if (!severity_of(&severity, how) || (!is_near(sum, total) && !all) || (!above && mark == MARK_AMONG)) return;
    if (may_overlap(p) || (!above && (other_parts(c, p) || !all_read(c, p)))) return;
    if (!is_near(sum, total)) severity = at_most(severity, SEVERITY_DOUBT);
    if (!above || !all_read(c, p)) severity = at_most(severity, SEVERITY_DOUBT);
    say_parts(c, p, severity, above ? MESSAGE_PARTS_OVER : MESSAGE_PARTS_DIFFER);
}

void check_parts_total(struct checker *c)
{
    for (uint32_t n = 1; n < c->count; n++) {
        const struct item *first = &c->items[n];
        if (!is_figure(first, KIND_LEVEL) || first->f->has_max || first->f->document == CHECK_RECORD) continue;
        enum mark mark = mark_before(c, first);
        struct parts p = {.total = mark == NO_MARK ? NULL : total_of(c, first)};
        if (!p.total || (mark == MARK_AMONG && one_of_two(c, p.total)) || is_limit(p.total)) continue;
        parts_from(c, &p, first);
        parts_under(c, &p, mark);
    }
}
