/* SPDX-License-Identifier: Apache-2.0
 *
 * indicator: the catalogue is whole, the names lead to their indicators, and the phrases of
 * tests/domain/indicator_phrases.tsv are found or, as the table says, are not.
 */
#include "unit_test.h"

#include "arena.h"
#include "err.h"
#include "file.h"
#include "indicator.h"
#include "phrase.h"

enum { CELLS = 4 };

static struct arena *arena;

static struct str read_source(const char *path)
{
    struct err err;
    struct str text, full = str_of(path);
    const char *root = getenv("SOURCE_ROOT");
    char name[1000];
    snprintf(name, sizeof name, "%s/%s", root ? root : ".", path);
    full = str_of(name);
    if (!file_read(&text, arena, full, 1000000, &err)) fail_msg("cannot read %s", name);
    return text;
}

/* Cells of the next line that is no comment; false at the end. */
static bool next_row(struct str *cell, struct str *rest)
{
    while (rest->len) {
        struct str_cut line = str_cut(*rest, STR("\n"));
        *rest = line.tail;
        if (line.head.len == 0 || line.head.ptr[0] == '#') continue;
        for (int c = 0; c < CELLS; c++) {
            struct str_cut cut = str_cut(line.head, STR("\t"));
            cell[c] = cut.head;
            line.head = cut.tail;
        }
        return true;
    }
    return false;
}

static void phrases_lead_to_indicators(void **state)
{
    (void)state;
    struct str rest = read_source("tests/domain/indicator_phrases.tsv"), cell[CELLS];
    size_t cases = 0, wrong = 0;
    while (next_row(cell, &rest)) {
        enum figure_kind kind;
        assert_true(kind_find(&kind, cell[2]));
        const struct indicator *i = indicator_of_phrase(cell[0], cell[1], kind);
        struct str code = i ? i->code : STR("-");
        cases++;
        if (str_eq(code, cell[3])) continue;
        print_error("«%.*s» (%.*s, %.*s) is %.*s, not %.*s\n", STR_ARG(cell[0]), STR_ARG(cell[1]), STR_ARG(cell[2]),
                    STR_ARG(code), STR_ARG(cell[3]));
        wrong++;
    }
    assert_int_equal(wrong, 0);
    assert_true(cases >= 150);
}

/* The first kind for which a name holds. */
static enum figure_kind first_kind(struct str kinds)
{
    enum figure_kind kind = KIND_LEVEL;
    if (kinds.len) assert_true(kind_find(&kind, str_cut(kinds, STR("|")).head));
    return kind;
}

/* Each listed name leads to its indicator for the unit of that indicator: no two indicators share a name that
 * nothing tells apart. */
static void every_name_leads_to_its_indicator(void **state)
{
    (void)state;
    struct str rest = read_source("data/indicator_names.tsv"), cell[CELLS];
    size_t wrong = 0;
    while (next_row(cell, &rest)) {
        const struct indicator *want = indicator_find(cell[0]);
        assert_non_null(want);
        enum figure_kind kind = first_kind(cell[2]);
        const struct indicator *got = indicator_of_phrase(cell[1], kind == KIND_SHARE ? STR("%") : want->canonical_unit,
                                                          kind);
        if (got == want) continue;
        print_error("«%.*s» of %.*s is %s\n", STR_ARG(cell[1]), STR_ARG(cell[0]), got ? got->code.ptr : "none");
        wrong++;
    }
    struct indicators all = indicator_catalogue();
    for (size_t i = 0; i < all.len; i++) {
        const struct indicator *got = indicator_of_phrase(all.at[i].name, all.at[i].canonical_unit, KIND_LEVEL);
        if (got == &all.at[i]) continue;
        print_error("official name «%.*s» of %.*s is %s\n", STR_ARG(all.at[i].name), STR_ARG(all.at[i].code),
                    got ? got->code.ptr : "none");
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

static void the_catalogue_is_whole(void **state)
{
    (void)state;
    static const struct {
        char group;
        int most;
    } GROUPS[] = {{'A', 13}, {'B', 23}, {'C', 16}, {'D', 9}, {'E', 12}, {'F', 15}, {'G', 6}, {'H', 12}, {'I', 10}};
    struct indicators all = indicator_catalogue();
    for (size_t i = 1; i < all.len; i++) assert_true(str_cmp(all.at[i - 1].code, all.at[i].code) < 0);
    for (size_t g = 0; g < sizeof GROUPS / sizeof *GROUPS; g++)
        for (int n = 1; n <= GROUPS[g].most; n++) {
            char code[16];
            snprintf(code, sizeof code, "%c%02d", GROUPS[g].group, n);
            bool found = false;
            for (size_t i = 0; i < all.len && !found; i++) found = str_starts(all.at[i].code, str_of(code));
            if (!found) fail_msg("no indicator %s", code);
        }
    for (size_t i = 0; i < all.len; i++) {
        const struct indicator *base = indicator_find(all.at[i].base);
        assert_true(all.at[i].name.len && all.at[i].unit.len && all.at[i].citation.len && all.at[i].periods);
        assert_true((all.at[i].base.len == 0) == (base == NULL));
        assert_true(base != NULL || all.at[i].base_kind == KIND_LEVEL);
        assert_ptr_equal(indicator_find(all.at[i].code), &all.at[i]);
        assert_true(all.at[i].time != TIME_RATE || all.at[i].aggregation != AGGREGATE_SUM);
    }
    assert_null(indicator_find(STR("")));
    assert_null(indicator_find(STR("C1")));
    assert_null(indicator_find(STR("Z99")));
}

/* Input that no officer writes: it is read to its end and is no indicator. */
static void absurd_phrases_are_none(void **state)
{
    (void)state;
    char *text = arena_alloc(arena, 200001, 1);
    for (size_t i = 0; i < 200000; i++) text[i] = "thu "[i % 4];
    assert_null(indicator_of_phrase((struct str){text, 200000}, STR("VND"), KIND_LEVEL));
    for (size_t i = 0; i < 200000; i++) text[i] = 'a';
    assert_null(indicator_of_phrase((struct str){text, 200000}, STR("VND"), KIND_LEVEL));
    assert_null(indicator_of_phrase(STR(""), STR("VND"), KIND_LEVEL));
    assert_null(indicator_of_phrase(STR("  .,;- "), STR(""), KIND_GROWTH));
}

static void units_of_measure_fit(void **state)
{
    (void)state;
    const struct indicator *money = indicator_find(STR("C01")), *count = indicator_find(STR("B11a"));
    assert_true(indicator_takes_unit(money, STR("VND")));
    assert_false(indicator_takes_unit(money, STR("USD")));
    assert_false(indicator_takes_unit(money, STR("%")));
    assert_true(indicator_takes_unit(count, STR("trường hợp")));
    assert_false(indicator_takes_unit(count, STR("VND")));
    assert_false(indicator_takes_unit(count, STR("điểm")));
    assert_true(indicator_takes_unit(indicator_find(STR("A01")), STR("km2")));
    assert_false(indicator_takes_unit(indicator_find(STR("B26")), STR("USD/người")));
}

static void own_ones_stand_behind_the_table(void **state)
{
    (void)state;
    struct indicators table = indicator_table();
    char room[16];
    assert_null(indicator_find(STR("x.1")));
    for (int i = 0; i < 500; i++) {
        int len = snprintf(room, sizeof room, "x.%d", i);
        struct str code = {room, (size_t)len};
        indicator_own_put(
            &(struct indicator){.code = code, .name = STR("Một"), .unit = STR("%"), .canonical_unit = STR("%")});
    }
    const struct indicator *first = indicator_find(STR("x.0")), *last = indicator_find(STR("x.499"));
    assert_int_equal(indicator_catalogue().len, table.len + 500);
    assert_int_equal(indicator_table().len, table.len);
    assert_ptr_equal(indicator_own().at, first);
    assert_ptr_equal(indicator_catalogue().at + table.len, first);
    assert_ptr_equal(first + 499, last);
    assert_true(last->own && !indicator_find(STR("C01"))->own);
    assert_str(indicator_find(STR("C01"))->name, STR("Thu ngân sách nhà nước trên địa bàn"));
    assert_null(indicator_find(STR("x.500")));
    /* Typed in other capitals, before and after more have come. */
    assert_ptr_equal(indicator_typed(STR("X.499")), last);
    assert_ptr_equal(indicator_typed(STR("c01")), indicator_find(STR("C01")));
    assert_null(indicator_typed(STR("X.500")));
    assert_null(indicator_typed(STR("")));
    indicator_own_put(
        &(struct indicator){.code = STR("y"), .name = STR("Y"), .unit = STR("%"), .canonical_unit = STR("%")});
    indicator_own_put(
        &(struct indicator){.code = STR("Y"), .name = STR("Y lớn"), .unit = STR("%"), .canonical_unit = STR("%")});
    assert_str(indicator_typed(STR("y"))->name, STR("Y"));
    assert_str(indicator_typed(STR("Y"))->name, STR("Y lớn"));
    /* Said anew: one indicator still, with the later words. */
    indicator_own_put(
        &(struct indicator){.code = STR("x.1"), .name = STR("Hai"), .unit = STR("%"), .canonical_unit = STR("%")});
    assert_int_equal(indicator_own().len, 502);
    assert_str(indicator_find(STR("x.1"))->name, STR("Hai"));
    assert_str(first->code, STR("x.0"));
    indicator_own_forget();
    assert_int_equal(indicator_catalogue().len, table.len);
    assert_null(indicator_find(STR("x.1")));
    assert_null(indicator_typed(STR("X.1")));
    assert_non_null(indicator_find(STR("C01")));
}

static int set_up(void **state)
{
    (void)state;
    arena = arena_make(10000000);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_lead_to_indicators), cmocka_unit_test(every_name_leads_to_its_indicator),
        cmocka_unit_test(the_catalogue_is_whole),     cmocka_unit_test(absurd_phrases_are_none),
        cmocka_unit_test(units_of_measure_fit),       cmocka_unit_test(own_ones_stand_behind_the_table),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
