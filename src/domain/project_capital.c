/* SPDX-License-Identifier: Apache-2.0
 *
 * project_capital: see project_capital.h.
 */
#include "project_capital.h"

#include "project_table.h"

#include <assert.h>

static const struct {
    struct str word, name, words;
} SORTS[CAPITAL_SORTS] = {
    [CAPITAL_GIVEN] = {STR_INIT("given"), STR_INIT("Kế hoạch giao"),
                       STR_INIT("kế hoạch|giao đầu năm|kế hoạch năm|kh vốn|kế hoạch vốn")},
    [CAPITAL_SUPPLEMENT] = {STR_INIT("supplement"), STR_INIT("Bổ sung"),
                            STR_INIT("kế hoạch bổ sung|bổ sung trong năm")},
    [CAPITAL_ADJUST] = {STR_INIT("adjust"), STR_INIT("Điều chỉnh"),
                        STR_INIT("kế hoạch điều chỉnh|điều chỉnh kế hoạch")},
    [CAPITAL_CARRIED] = {STR_INIT("carried"), STR_INIT("Kéo dài"), STR_INIT("vốn kéo dài|kế hoạch kéo dài")},
    [CAPITAL_MEDIUM] = {STR_INIT("medium"), STR_INIT("Trung hạn"), STR_INIT("kế hoạch trung hạn")},
    [CAPITAL_MEDIUM_ADJUST] = {STR_INIT("medium_adjust"), STR_INIT("Điều chỉnh trung hạn"), STR_INIT("")},
    [CAPITAL_PAID] = {STR_INIT("paid"), STR_INIT("Thanh toán"),
                      STR_INIT("thanh toán khối lượng hoàn thành|thanh toán klht|klht|giải ngân")},
    [CAPITAL_ADVANCE] = {STR_INIT("advance"), STR_INIT("Tạm ứng"), STR_INIT("tạm ứng vốn")},
    [CAPITAL_RECOVERED] = {STR_INIT("recovered"), STR_INIT("Thu hồi tạm ứng"), STR_INIT("thu hồi")},
    [CAPITAL_RETURNED] = {STR_INIT("returned"), STR_INIT("Nộp trả"), STR_INIT("hoàn trả|nộp trả vốn")},
    [CAPITAL_TREASURY] = {STR_INIT("treasury"), STR_INIT("Kho bạc xác nhận"), STR_INIT("kho bạc|kbnn|lũy kế kho bạc")},
    [CAPITAL_CLAIM] = {STR_INIT("claim"), STR_INIT("Chủ đầu tư báo cáo"), STR_INIT("báo cáo giải ngân|lũy kế báo cáo")},
    [CAPITAL_PROGRESS] = {STR_INIT("progress"), STR_INIT("Khối lượng (%)"),
                          STR_INIT("khối lượng|tiến độ|% khối lượng")},
};

struct str capital_sort_word(enum capital_sort s)
{
    return SORTS[s].word;
}

struct str capital_sort_name(enum capital_sort s)
{
    return SORTS[s].name;
}

bool capital_sort_read(enum capital_sort *out, struct str typed)
{
    for (size_t i = 0; typed.len && i < CAPITAL_SORTS; i++) {
        if (!str_eq(SORTS[i].word, typed) && !project_word_eq(SORTS[i].name, typed) &&
            !project_words_have(SORTS[i].words, typed))
            continue;
        *out = (enum capital_sort)i;
        return true;
    }
    return false;
}

bool capital_is_voucher(enum capital_sort s)
{
    return s == CAPITAL_PAID || s == CAPITAL_ADVANCE || s == CAPITAL_RECOVERED || s == CAPITAL_RETURNED;
}

bool capital_is_plan(enum capital_sort s)
{
    return s <= CAPITAL_MEDIUM_ADJUST;
}

bool capital_is_stated(enum capital_sort s)
{
    return s == CAPITAL_TREASURY || s == CAPITAL_CLAIM || s == CAPITAL_PROGRESS;
}

static const struct {
    struct str word, name, words;
} LAYERS[CAPITAL_LAYERS] = {
    [CAPITAL_BY_PM] = {STR_INIT("pm"), STR_INIT("Thủ tướng giao"), STR_INIT("ttg|thủ tướng|thủ tướng chính phủ giao")},
    [CAPITAL_BY_COUNCIL] = {STR_INIT("council"), STR_INIT("HĐND, UBND giao"),
                            STR_INIT("hđnd|hđnd giao|ubnd|ubnd giao|địa phương giao|hội đồng nhân dân")},
};

struct str capital_layer_word(enum capital_layer l)
{
    return LAYERS[l].word;
}

struct str capital_layer_name(enum capital_layer l)
{
    return LAYERS[l].name;
}

bool capital_layer_read(enum capital_layer *out, struct str typed)
{
    for (size_t i = CAPITAL_BY_PM; i < CAPITAL_LAYERS; i++) {
        if (!str_eq(LAYERS[i].word, typed) && !project_word_eq(LAYERS[i].name, typed) &&
            !project_words_have(LAYERS[i].words, typed))
            continue;
        *out = (enum capital_layer)i;
        return true;
    }
    return false;
}

static const struct str BASES[CAPITAL_BASES] = {STR_INIT("pm"), STR_INIT("council"), STR_INIT("changed"),
                                                STR_INIT("carried")};

struct str capital_base_word(enum capital_base b)
{
    return BASES[b];
}

bool capital_base_read(enum capital_base *out, struct str word)
{
    for (size_t i = 0; i < CAPITAL_BASES; i++)
        if (str_eq(BASES[i], word)) {
            *out = (enum capital_base)i;
            return true;
        }
    return false;
}

void money_add(struct money *to, struct decimal d, bool *too_large)
{
    if (!decimal_add(&to->value, to->value, d)) *too_large = true;
    to->known = true;
}

void money_join(struct money *to, struct money m, bool *too_large)
{
    if (m.known) money_add(to, m.value, too_large);
}

/* --- the window */

static bool has_line(const struct capital_line *lines, size_t count, enum capital_sort sort, int year,
                     struct date after)
{
    for (size_t i = 0; i < count; i++)
        if (!lines[i].struck && lines[i].sort == sort && lines[i].year == year && date_cmp(lines[i].day, after) > 0)
            return true;
    return false;
}

bool capital_window(struct date *last, const struct project_window **why, const struct capital_line *lines,
                    size_t count, int year)
{
    enum project_window_kind kind = WINDOW_YEAR;
    if (has_line(lines, count, CAPITAL_SUPPLEMENT, year, (struct date){(int16_t)year, 9, 30})) kind = WINDOW_LATE;
    if (has_line(lines, count, CAPITAL_CARRIED, year, (struct date){0})) kind = WINDOW_CARRIED;
    *why = project_window_find(kind, year);
    if (!*why) *why = project_window_find(WINDOW_YEAR, year);
    if (!*why) return false;
    *last = project_window_last(*why, year);
    return true;
}

/* --- one project */

struct source_plan {
    struct str source;
    struct money pm, council;
};

/* Of one source what the council gave goes before what the Prime Minister gave. The sources of a project are few. */
static void plan_bases(struct capital_year *y, const struct capital_line *lines, size_t count, struct date on,
                       struct str source)
{
    enum { SOURCES_MOST = 32 };
    struct source_plan at[SOURCES_MOST] = {0};
    size_t len = 0;
    for (size_t i = 0; i < count; i++) {
        const struct capital_line *l = &lines[i];
        size_t n = 0;
        if (l->struck || l->sort != CAPITAL_GIVEN || l->year != y->year || date_cmp(l->day, on) > 0 ||
            (source.len && !str_eq(l->source, source)))
            continue;
        while (n < len && !str_eq(at[n].source, l->source)) n++;
        if (n == SOURCES_MOST) {
            y->too_large = true;
            return;
        }
        if (n == len) at[len++].source = l->source;
        money_add(l->layer == CAPITAL_BY_PM ? &at[n].pm : &at[n].council, l->amount, &y->too_large);
        money_add(l->layer == CAPITAL_BY_PM ? &y->pm : &y->council, l->amount, &y->too_large);
    }
    for (size_t n = 0; n < len; n++)
        money_join(&y->base, at[n].council.known ? at[n].council : at[n].pm, &y->too_large);
}

static void state(struct stated_money *to, const struct capital_line *l)
{
    if (to->known && date_cmp(l->day, to->day) < 0) return;
    *to = (struct stated_money){true, l->amount, l->day, l->file.len > 0};
}

static struct money *sum_of(struct capital_year *y, const struct capital_line *l)
{
    bool this_year = l->year == y->year;
    switch (l->sort) {
    case CAPITAL_SUPPLEMENT: return this_year ? &y->supplement : NULL;
    case CAPITAL_ADJUST: return this_year ? &y->adjust : NULL;
    case CAPITAL_CARRIED: return l->year == y->year - 1 ? &y->carried : NULL;
    case CAPITAL_MEDIUM:
    case CAPITAL_MEDIUM_ADJUST: return l->year <= y->year && y->year <= l->until ? &y->medium : NULL;
    case CAPITAL_PAID: return this_year ? &y->paid : NULL;
    case CAPITAL_ADVANCE: return this_year ? &y->advance : NULL;
    case CAPITAL_RECOVERED: return this_year ? &y->recovered : NULL;
    case CAPITAL_RETURNED: return this_year ? &y->returned : NULL;
    case CAPITAL_GIVEN:
    case CAPITAL_TREASURY:
    case CAPITAL_CLAIM:
    case CAPITAL_PROGRESS:
    case CAPITAL_SORTS: break;
    }
    return NULL;
}

static void take_voucher(struct capital_year *y, const struct capital_line *l, struct date first)
{
    bool less = l->sort == CAPITAL_RECOVERED || l->sort == CAPITAL_RETURNED;
    struct decimal d = less ? decimal_neg(l->amount) : l->amount;
    if (l->sort != CAPITAL_PAID) money_add(&y->open_advance, d, &y->too_large);
    if (l->year == y->year) {
        money_add(&y->done, d, &y->too_large);
        y->vouchers++;
    }
    /* Of the year before: what is paid behind its window is what was carried on. */
    if (l->year == y->year - 1 && date_cmp(l->day, first) > 0) money_add(&y->done_carried, d, &y->too_large);
}

/* Where the window of the year before ends and that of what was carried on begins. */
static struct date carried_from(int year)
{
    const struct project_window *w = project_window_find(WINDOW_YEAR, year - 1);
    return w ? project_window_last(w, year - 1) : (struct date){(int16_t)year, 1, 31};
}

void capital_year_of(struct capital_year *y, const struct capital_line *lines, size_t count, int year, struct date on,
                     struct str source)
{
    struct date first = carried_from(year), next = carried_from(year + 1);
    *y = (struct capital_year){.year = year};
    plan_bases(y, lines, count, on, source);
    for (size_t i = 0; i < count; i++) {
        const struct capital_line *l = &lines[i];
        if (l->struck || date_cmp(l->day, on) > 0) continue;
        if (l->sort == CAPITAL_TREASURY && l->year == year) state(&y->treasury, l);
        if (l->sort == CAPITAL_CLAIM && l->year == year) state(&y->claim, l);
        if (l->sort == CAPITAL_PROGRESS) state(&y->progress, l);
        if (source.len && !str_eq(l->source, source)) continue;
        /* What of this year's plan is paid behind its window counts for the next year. */
        if (capital_is_voucher(l->sort) && l->year == year && date_cmp(l->day, next) > 0) continue;
        struct money *to = sum_of(y, l);
        if (to) money_add(to, l->amount, &y->too_large);
        if (capital_is_voucher(l->sort)) take_voucher(y, l, first);
    }
    money_join(&y->changed, y->base, &y->too_large);
    money_join(&y->changed, y->supplement, &y->too_large);
    money_join(&y->changed, y->adjust, &y->too_large);
    money_join(&y->all, y->changed, &y->too_large);
    money_join(&y->all, y->carried, &y->too_large);
    money_join(&y->done_all, y->done, &y->too_large);
    if (y->carried.known) money_join(&y->done_all, y->done_carried, &y->too_large);
}

/* --- sums */

static void join_stated(struct stated_money *to, const struct stated_money *m, bool *too_large)
{
    if (!m->known) return;
    if (!to->known || date_cmp(m->day, to->day) < 0) to->day = m->day;
    if (!decimal_add(&to->value, to->value, m->value)) *too_large = true;
    to->known = true;
}

void capital_year_join(struct capital_year *to, const struct capital_year *y)
{
    struct money *const sums[] = {&to->pm,       &to->council,     &to->base,     &to->supplement, &to->adjust,
                                  &to->changed,  &to->carried,     &to->all,      &to->medium,     &to->paid,
                                  &to->advance,  &to->recovered,   &to->returned, &to->done,       &to->done_carried,
                                  &to->done_all, &to->open_advance};
    const struct money parts[] = {y->pm,       y->council, y->base,         y->supplement, y->adjust,      y->changed,
                                  y->carried,  y->all,     y->medium,       y->paid,       y->advance,     y->recovered,
                                  y->returned, y->done,    y->done_carried, y->done_all,   y->open_advance};
    static_assert(sizeof sums / sizeof *sums == sizeof parts / sizeof *parts, "a sum for each part");
    to->year = y->year;
    to->vouchers += y->vouchers;
    to->too_large |= y->too_large;
    for (size_t i = 0; i < sizeof sums / sizeof *sums; i++) money_join(sums[i], parts[i], &to->too_large);
    join_stated(&to->treasury, &y->treasury, &to->too_large);
    join_stated(&to->claim, &y->claim, &to->too_large);
}

/* --- rates */

static struct money base_of(const struct capital_year *y, enum capital_base b)
{
    switch (b) {
    case BASE_PM: return y->pm;
    case BASE_COUNCIL: return y->council;
    case BASE_CHANGED: return y->changed;
    case BASE_CARRIED: return y->all;
    case CAPITAL_BASES: break;
    }
    return (struct money){0};
}

void capital_rate_add(struct capital_rate *r, enum capital_base b, const struct capital_year *y)
{
    struct money base = base_of(y, b), done = b == BASE_CARRIED ? y->done_all : y->done;
    r->too_large |= y->too_large;
    if (!base.known) {
        r->without += done.known || y->changed.known || y->carried.known;
        money_join(&r->outside, done, &r->too_large);
        return;
    }
    r->with++;
    r->silent += !done.known;
    money_join(&r->base, base, &r->too_large);
    money_join(&r->done, done, &r->too_large);
}

bool capital_rate_percent(struct decimal *out, const struct capital_rate *r)
{
    struct decimal hundred;
    if (r->too_large || !r->base.known || !r->done.known || decimal_sign(r->base.value) <= 0) return false;
    return decimal_shift(&hundred, r->done.value, 2) && decimal_div(out, hundred, r->base.value, 2, ROUND_HALF_UP);
}
