/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_show: the table of a budget as people see it: which columns there are, what stands in a cell, and the words
 * of the remarks. They are Vietnamese, as the table is a Vietnamese document; the command line translates the heads.
 */
#include "answer_show.h"
#include "budget.h"
#include "buf.h"
#include "tr.h"

enum { DIGITS_MOST = 3, TEXT_MOST = 1000 };

struct str budget_measure_name(enum budget_measure m)
{
    static const struct str NAMES[BUDGET_MEASURES] = {STR_INIT("đồng"), STR_INIT("nghìn đồng"), STR_INIT("triệu đồng"),
                                                      STR_INIT("tỷ đồng")};
    return NAMES[m];
}

struct str budget_part_title(enum budget_part part)
{
    switch (part) {
    case BUDGET_REVENUE: return STR("Thu ngân sách nhà nước trên địa bàn");
    case BUDGET_LOCAL: return STR("Thu ngân sách địa phương");
    case BUDGET_EXPENDITURE: return STR("Chi ngân sách địa phương");
    case BUDGET_PARTS: break;
    }
    return STR("");
}

/* --- columns */

struct heads {
    const char *brief, *title, *full;
};
static const struct heads PLANS[BUDGET_PLANS] = {
    {tr("CT giao"), tr("DT cấp trên"), tr("Dự toán cấp trên giao")},
    {tr("HĐND"), tr("DT HĐND"), tr("Dự toán HĐND quyết định")},
    {tr("Dự toán"), tr("Dự toán"), tr("Dự toán năm")},
    {tr("P.đấu"), tr("Phấn đấu"), tr("Mức phấn đấu")},
    {tr("Đ.chỉnh"), tr("DT điều chỉnh"), tr("Dự toán sau điều chỉnh, bổ sung")},
};
static const struct heads RATIOS[BUDGET_PLANS] = {
    {tr("%CT"), tr("% cấp trên"), tr("% so với dự toán cấp trên giao")},
    {tr("%HĐ"), tr("% HĐND"), tr("% so với dự toán HĐND quyết định")},
    {tr("%DT"), tr("% dự toán"), tr("% so với dự toán năm")},
    {tr("%PĐ"), tr("% phấn đấu"), tr("% so với mức phấn đấu")},
    {tr("%ĐC"), tr("% điều chỉnh"), tr("% so với dự toán sau điều chỉnh, bổ sung")},
};
static const struct heads GROWTH = {tr("±%"), tr("± % cùng kỳ"), tr("Tăng, giảm so với cùng kỳ năm trước (%)")};
/* Of what was done: reported, and where all numbers of the column are estimates. */
static const struct heads DONE[][2] = {
    {{tr("Kỳ này"), tr("TH trong kỳ"), tr("Thực hiện trong kỳ")},
     {tr("Ước kỳ"), tr("Ước TH kỳ"), tr("Ước thực hiện trong kỳ")}},
    {{tr("Lũy kế"), tr("Lũy kế"), tr("Lũy kế từ đầu năm")},
     {tr("Lũy kế"), tr("Ước lũy kế"), tr("Ước lũy kế từ đầu năm")}},
    {{tr("TH"), tr("Thực hiện"), tr("Thực hiện")}, {tr("Ước"), tr("Ước TH"), tr("Ước thực hiện")}},
};
enum { DONE_NOW, DONE_SO_FAR, DONE_ONLY };

static bool plan_is_shown(const struct budget_table *t, int plan)
{
    bool any = false;
    for (int i = 0; i < BUDGET_PLANS; i++) any = any || t->used[i];
    return any ? t->used[plan] : plan == BUDGET_GIVEN || plan == BUDGET_COUNCIL;
}

static bool all_estimates(const struct budget_table *t, int column)
{
    size_t numbers = 0;
    for (size_t i = 0; i < t->rows.len; i++) {
        const struct budget_cell *c = &t->rows.at[i].cells[column];
        if (c->how == BUDGET_NOTHING) continue;
        if (!c->estimate) return false;
        numbers++;
    }
    return numbers > 0;
}

static struct budget_shown shown(enum budget_shown_kind kind, int at, struct heads h, bool estimates)
{
    return (struct budget_shown){kind, at, h.brief, h.title, h.full, estimates};
}

size_t budget_shown(struct budget_shown out[BUDGET_SHOWN_MOST], const struct budget_table *t)
{
    size_t n = 0;
    bool one = period_same_time(t->period, t->so_far);
    bool now = all_estimates(t, BUDGET_NOW), so_far = all_estimates(t, BUDGET_SO_FAR);
    for (int i = 0; i < BUDGET_PLANS; i++)
        if (plan_is_shown(t, i)) out[n++] = shown(BUDGET_SHOW_CELL, i, PLANS[i], false);
    if (!one) out[n++] = shown(BUDGET_SHOW_CELL, BUDGET_NOW, DONE[DONE_NOW][now], now);
    out[n++] = shown(BUDGET_SHOW_CELL, BUDGET_SO_FAR, DONE[one ? DONE_ONLY : DONE_SO_FAR][so_far], so_far);
    for (int i = 0; i < BUDGET_PLANS; i++)
        if (plan_is_shown(t, i)) out[n++] = shown(BUDGET_SHOW_RATIO, i, RATIOS[i], false);
    out[n++] = shown(BUDGET_SHOW_GROWTH, 0, GROWTH, false);
    return n;
}

/* --- cells */

static struct measured rounded(struct measured m, enum budget_measure to)
{
    int keep = DIGITS_MOST - 3 * (int)to; /* of the number in đồng: of triệu, three behind the comma are thousands */
    struct decimal d;
    if (m.value.scale <= keep) return m;
    /* Written out to the đồng, so that no zeros behind the comma are shown that are none of the digits. */
    if (decimal_rescale(&d, m.value, keep, ROUND_HALF_UP) && decimal_rescale(&d, d, 0, ROUND_HALF_UP)) m.value = d;
    return m;
}

static void show_money(struct buf *b, struct measured m, const struct indicator *i, enum budget_measure to)
{
    struct indicator shown = *i;
    shown.unit = budget_measure_name(to);
    show_measured(b, rounded(m, to), &shown);
}

/* Without the sign "%", which stands in the head. */
static void show_ratio(struct buf *b, const struct comparison *c, bool is_signed)
{
    struct buf all = buf_make(TEXT_MOST);
    show_comparison(&all, c, is_signed);
    struct str s = buf_str(&all), percent = STR(" %");
    buf_put(b, str_ends(s, percent) ? str_part(s, 0, s.len - percent.len) : s);
    buf_free(&all);
}

void budget_show(struct buf *b, const struct budget_row *r, struct budget_shown c, enum budget_measure m)
{
    const struct budget_cell *cell = &r->cells[c.at];
    switch (c.kind) {
    case BUDGET_SHOW_CELL:
        if (cell->how == BUDGET_NOTHING) return;
        if (cell->how != BUDGET_FIGURE) buf_put(b, STR("= "));
        show_money(b, cell->value, r->question.indicator, m);
        if (cell->estimate && !c.estimates) buf_put(b, STR(" ước"));
        if (cell->corrected) buf_put(b, STR(" §"));
        return;
    case BUDGET_SHOW_RATIO:
        show_ratio(b, &r->ratios[c.at].comparison, false);
        if (r->ratios[c.at].stated) buf_put(b, STR(" *"));
        if (r->ratios[c.at].corrected) buf_put(b, STR(" §"));
        return;
    case BUDGET_SHOW_GROWTH:
        if (r->growth.rule == ANSWER_NONE) return;
        show_ratio(b, &r->growth.comparison, true);
        if (r->growth.rule == ANSWER_STATED) buf_put(b, STR(" *"));
        if (r->like.rule == LIKE_RECOMPUTED) buf_put(b, STR(" †"));
        if (r->like.rule == LIKE_ESTIMATED) buf_put(b, STR(" ~"));
        if (r->growth_corrected) buf_put(b, STR(" §"));
        return;
    }
}

static struct str column_words(enum budget_column c)
{
    static const struct str WORDS[BUDGET_COLUMNS] = {
        STR_INIT("dự toán cấp trên giao"),
        STR_INIT("dự toán HĐND quyết định"),
        STR_INIT("dự toán năm"),
        STR_INIT("mức phấn đấu"),
        STR_INIT("dự toán sau điều chỉnh"),
        STR_INIT("trong kỳ"),
        STR_INIT("từ đầu năm"),
        STR_INIT("cùng kỳ năm trước"),
    };
    return WORDS[c];
}

void budget_show_alone(struct buf *b, const struct budget_row *r, enum budget_measure m)
{
    buf_put(b, r->line->name);
    buf_put(b, STR(": "));
    show_money(b, r->alone.value, r->question.indicator, m);
    buf_put(b, STR(" ("));
    buf_put(b, r->alone.made);
    buf_char(b, ')');
}

void budget_show_note(struct buf *b, const struct budget_note *n, enum budget_measure m)
{
    const struct indicator *i = n->row->question.indicator;
    struct measured told = {true, n->told, BOUND_EXACT, i->canonical_unit}, parts = told, off = told;
    parts.value = n->parts;
    bool known = decimal_sub(&off.value, n->parts, n->told);
    buf_put(b, n->row->line->name);
    buf_put(b, STR(", "));
    buf_put(b, column_words(n->column));
    buf_put(b, STR(": nêu "));
    show_money(b, told, i, m);
    buf_format(b, n->some ? ", riêng %zu dòng dưới đã là " : ", cộng %zu dòng dưới được ", n->count);
    show_money(b, parts, i, m);
    if (!known) return;
    buf_put(b, STR(" (lệch "));
    if (decimal_sign(off.value) > 0) buf_char(b, '+');
    show_money(b, off, i, m);
    buf_put(b, STR(")"));
}

static bool cannot_compare(const struct budget_row *r)
{
    return r->like.rule == LIKE_NOT && r->cells[BUDGET_SO_FAR].how != BUDGET_NOTHING && r->growth.rule == ANSWER_NONE;
}

bool budget_show_reason(struct buf *b, const struct budget_table *t, size_t at)
{
    const struct budget_row *r = &t->rows.at[at];
    if (!cannot_compare(r)) return false;
    for (size_t k = 0; k < t->rows.len; k++) {
        const struct budget_row *other = &t->rows.at[k];
        if (!cannot_compare(other) || !str_eq(other->like.note, r->like.note)) continue;
        if (k < at) return false;
        if (b->len) buf_put(b, STR(", "));
        buf_put(b, other->line->indicator);
    }
    buf_put(b, STR(": "));
    buf_put(b, r->like.note);
    return true;
}
