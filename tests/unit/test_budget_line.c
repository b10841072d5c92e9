/* SPDX-License-Identifier: Apache-2.0
 *
 * budget_line, budget_class: the tables are trees and their words lead somewhere.
 */
#include "unit_test.h"

#include "budget_class.h"
#include "budget_line.h"
#include "indicator.h"

static const enum budget_level LEVELS[] = {BUDGET_OF_COUNTRY, BUDGET_OF_PROVINCE, BUDGET_OF_DISTRICT,
                                           BUDGET_OF_COMMUNE};
/* Before and after the law of 2025, and of today. */
static const struct date DAYS[] = {{2017, 1, 1}, {2024, 12, 31}, {2025, 12, 31},
                                   {2026, 1, 1}, {2026, 6, 30},  {2030, 12, 31}};
enum { DAY_COUNT = sizeof DAYS / sizeof *DAYS };

static void every_line_is_an_indicator_of_money(void **state)
{
    (void)state;
    struct budget_lines all = budget_lines();
    assert_true(all.len > 100);
    for (size_t i = 0; i < all.len; i++) {
        const struct budget_line *l = &all.at[i];
        const struct indicator *k = indicator_find(l->indicator);
        if (!k) fail_msg("no indicator %.*s", STR_ARG(l->indicator));
        assert_str(k->canonical_unit, STR("VND"));
        assert_int_equal(k->time, TIME_FLOW);
        assert_true(l->name.len > 0 && l->citation.len > 0 && l->levels != 0);
        assert_true(date_known(l->from));
        assert_true(!date_known(l->to) || date_cmp(l->from, l->to) < 0);
    }
}

static void look_at_tree(struct arena *a, enum budget_part part, enum budget_level level, struct date day)
{
    struct budget_tree t;
    budget_tree_make(&t, a, part, level, day);
    for (size_t i = 0; i < t.len; i++) {
        const struct budget_line *l = t.at[i].line;
        size_t parts = 0;
        if (i && t.at[i].parent == BUDGET_ROOT) fail_msg("%.*s stands under nothing", STR_ARG(l->indicator));
        if (i) assert_true(t.at[i].parent < (int)i);
        assert_int_equal(t.at[i].depth, i ? t.at[t.at[i].parent].depth + 1 : 0);
        for (size_t k = 0; k < i; k++)
            if (str_eq(t.at[k].line->indicator, l->indicator)) fail_msg("%.*s stands twice", STR_ARG(l->indicator));
        for (size_t k = i + 1; k < t.len; k++) parts += t.at[k].parent == (int)i && t.at[k].line->sign != BUDGET_APART;
        if ((parts > 0) != (l->whole != BUDGET_NONE))
            fail_msg("%.*s has %zu parts and says other", STR_ARG(l->indicator), parts);
    }
}

static void trees_are_trees(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    for (int part = 0; part < BUDGET_PARTS; part++)
        for (size_t l = 0; l < sizeof LEVELS / sizeof *LEVELS; l++)
            for (size_t d = 0; d < DAY_COUNT; d++) look_at_tree(a, (enum budget_part)part, LEVELS[l], DAYS[d]);
    arena_close(a);
}

static size_t lines_of(struct arena *a, enum budget_part part, enum budget_level level, struct date day,
                       const char *code)
{
    struct budget_tree t;
    size_t n = 0;
    budget_tree_make(&t, a, part, level, day);
    for (size_t i = 0; i < t.len; i++) n += str_eq(t.at[i].line->indicator, str_of(code));
    return n;
}

/* What the law of 2025 changed: the field of science grew, and one way of investing has a line of its own. */
static void lines_hold_for_their_years(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct date old = {2025, 12, 31}, new = {2026, 1, 1}, before = {2016, 12, 31};
    assert_int_equal(lines_of(a, BUDGET_EXPENDITURE, BUDGET_OF_COMMUNE, old, "C11d"), 1);
    assert_int_equal(lines_of(a, BUDGET_EXPENDITURE, BUDGET_OF_COMMUNE, new, "C11d"), 0);
    assert_int_equal(lines_of(a, BUDGET_EXPENDITURE, BUDGET_OF_COMMUNE, new, "C11n"), 1);
    assert_int_equal(lines_of(a, BUDGET_EXPENDITURE, BUDGET_OF_PROVINCE, old, "C12c"), 0);
    assert_int_equal(lines_of(a, BUDGET_EXPENDITURE, BUDGET_OF_PROVINCE, new, "C12c"), 1);
    assert_int_equal(lines_of(a, BUDGET_REVENUE, BUDGET_OF_PROVINCE, before, "C01"), 0);
    /* A ward's share and a province's are two indicators. */
    assert_int_equal(lines_of(a, BUDGET_LOCAL, BUDGET_OF_COMMUNE, new, "C08"), 1);
    assert_int_equal(lines_of(a, BUDGET_LOCAL, BUDGET_OF_COMMUNE, new, "C26"), 0);
    assert_int_equal(lines_of(a, BUDGET_LOCAL, BUDGET_OF_PROVINCE, new, "C26"), 1);
    arena_close(a);
}

/* Districts ended on 30 June 2025, within a budget year: their tables end with them, those of others do not. */
static void tables_end_with_their_level(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct date last = {2025, 6, 30}, after = {2025, 7, 1};
    for (int part = 0; part < BUDGET_PARTS; part++) {
        struct budget_tree t;
        budget_tree_make(&t, a, (enum budget_part)part, BUDGET_OF_DISTRICT, last);
        assert_true(t.len > 0);
        budget_tree_make(&t, a, (enum budget_part)part, BUDGET_OF_DISTRICT, after);
        assert_int_equal(t.len, 0);
        budget_tree_make(&t, a, (enum budget_part)part, BUDGET_OF_COMMUNE, after);
        assert_true(t.len > 0);
    }
    struct date first = {2025, 1, 1}, end = {2025, 12, 31};
    assert_int_equal(date_cmp(budget_last_day(BUDGET_OF_DISTRICT, first, end), last), 0);
    assert_int_equal(date_cmp(budget_last_day(BUDGET_OF_PROVINCE, first, end), end), 0);
    assert_int_equal(date_cmp(budget_last_day(BUDGET_OF_DISTRICT, after, end), end), 0);
    assert_int_equal(budget_levels_on(BUDGET_OF_PROVINCE | BUDGET_OF_DISTRICT, last),
                     BUDGET_OF_PROVINCE | BUDGET_OF_DISTRICT);
    assert_int_equal(budget_levels_on(BUDGET_OF_PROVINCE | BUDGET_OF_DISTRICT, after), BUDGET_OF_PROVINCE);
    arena_close(a);
}

/* Collected in the area, what the budget has, what it spends: no line is in two of them. */
static void parts_share_no_line(void **state)
{
    (void)state;
    struct budget_lines all = budget_lines();
    for (size_t i = 0; i < all.len; i++)
        for (size_t k = 0; k < i; k++)
            if (all.at[i].part != all.at[k].part && str_eq(all.at[i].indicator, all.at[k].indicator))
                fail_msg("%.*s is in two trees", STR_ARG(all.at[i].indicator));
}

static bool has_line(struct str indicator)
{
    struct budget_lines all = budget_lines();
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].indicator, indicator)) return true;
    return false;
}

static const struct budget_class *class_of(enum budget_class_kind kind, struct str code)
{
    struct budget_classes all = budget_classes();
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].kind == kind && budget_class_has(&all.at[i], code)) return &all.at[i];
    return NULL;
}

static void classes_lead_somewhere(void **state)
{
    (void)state;
    static const size_t DIGITS[CLASS_KINDS] = {3, 1, 2, 3, 3, 4, 4};
    struct budget_classes all = budget_classes();
    assert_true(all.len > 300);
    for (size_t i = 0; i < all.len; i++) {
        const struct budget_class *c = &all.at[i];
        enum budget_class_kind above = c->kind == CLASS_SUBITEM ? CLASS_ITEM : CLASS_SECTOR;
        uint64_t n, p;
        assert_int_equal(c->code.len, DIGITS[c->kind]);
        assert_true(str_to_u64(&n, c->code, 9999));
        if (c->line.len && !has_line(c->line)) fail_msg("no line %.*s", STR_ARG(c->line));
        for (size_t k = 0; k < i; k++)
            if (all.at[k].kind == c->kind && str_eq(all.at[k].code, c->code))
                fail_msg("%.*s stands twice", STR_ARG(c->code));
        assert_true((c->kind == CLASS_SUBITEM || c->kind == CLASS_SUBSECTOR) == (c->parent.len > 0));
        if (!c->parent.len) continue;
        if (!class_of(above, c->parent)) fail_msg("%.*s is part of nothing", STR_ARG(c->code));
        /* A part is numbered within fifty (of a sector sixty) behind its whole: TT 324/2016/TT-BTC Điều 3, 4. */
        assert_true(str_to_u64(&p, c->parent, 9999));
        assert_true(n > p && n - p < (c->kind == CLASS_SUBITEM ? 50 : 60) && n % 10 != 0);
    }
}

static void a_chapter_is_a_range(void **state)
{
    (void)state;
    assert_str(class_of(CLASS_CHAPTER, STR("757"))->name, STR("Cơ quan ở cấp huyện"));
    assert_str(class_of(CLASS_CHAPTER, STR("800"))->name, STR("Cơ quan cấp xã"));
    assert_null(class_of(CLASS_CHAPTER, STR("990")));
    assert_null(class_of(CLASS_CHAPTER, STR("7571")));
    const struct budget_class *c = class_of(CLASS_SUBITEM, STR("2801"));
    assert_str(c->line, STR("C05"));
    assert_true(budget_class_holds(c, (struct date){2025, 12, 31}));
    assert_false(budget_class_holds(c, (struct date){2026, 1, 1}));
    assert_false(budget_class_holds(c, (struct date){2017, 12, 31}));
    assert_true(budget_class_holds(c, (struct date){0}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_line_is_an_indicator_of_money),
        cmocka_unit_test(trees_are_trees),
        cmocka_unit_test(lines_hold_for_their_years),
        cmocka_unit_test(tables_end_with_their_level),
        cmocka_unit_test(parts_share_no_line),
        cmocka_unit_test(classes_lead_somewhere),
        cmocka_unit_test(a_chapter_is_a_range),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
