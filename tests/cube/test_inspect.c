/* SPDX-License-Identifier: Apache-2.0
 *
 * inspect: the cases of tests/cube/inspect.tsv (its comment says how they are written): figures of a province t with
 * the communes x1, x2, x3, and what must be found among them, no less and no more. And the tables of rules: every code
 * in them is known, every sign and limit is one.
 */
#include "unit_test.h"

#include "buf.h"
#include "err.h"
#include "file.h"
#include "inspect.h"

enum { CELLS = 6, FOUND_MOST = 64 };

static struct arena *arena;
static const struct tree_unit UNITS[] = {
    {STR_INIT("t"), STR_INIT(""), UNIT_PROVINCE},  {STR_INIT("x1"), STR_INIT("t"), UNIT_COMMUNE},
    {STR_INIT("x2"), STR_INIT("t"), UNIT_COMMUNE}, {STR_INIT("x3"), STR_INIT("t"), UNIT_COMMUNE},
    {STR_INIT("so"), STR_INIT("t"), UNIT_OFFICE},
};

struct one_case {
    struct str name;
    struct {
        VEC_FIELDS(struct cube_figure);
    } figures;
    struct {
        VEC_FIELDS(struct str);
    } expected;
};

/* "8343e9" is known to 10^9; ">5", "<5", "~5" are hơn, gần, khoảng. */
static void read_value(struct figure *f, struct str text)
{
    static const char MARKS[] = "><~";
    static const enum figure_bound BOUNDS[] = {BOUND_OVER, BOUND_UNDER, BOUND_ABOUT};
    for (int i = 0; i < 3; i++)
        if (text.len && text.ptr[0] == MARKS[i]) {
            f->bound = BOUNDS[i];
            text = str_from(text, 1);
            break;
        }
    struct str_cut cut = str_cut(text, STR("e"));
    uint64_t power = 0;
    assert_true(decimal_read(&f->value, cut.head));
    if (cut.found) assert_true(str_to_u64(&power, cut.tail, 18) && decimal_shift(&f->value, f->value, (int)power));
}

static struct cube_figure read_figure(const struct str *cell, uint32_t id)
{
    struct cube_figure f = {.id = id};
    const struct indicator *i = indicator_find(cell[0]);
    if (!i) fail_msg("no indicator %.*s", STR_ARG(cell[0]));
    f.figure.key = (struct figure_key){.indicator = i->code, .unit = cell[1]};
    assert_true(period_read(&f.figure.key.period, cell[2]));
    if (str_eq(cell[3], STR("growth"))) {
        f.figure.key.kind = KIND_GROWTH;
        f.figure.key.against = AGAINST_SAME_PERIOD;
    } else {
        assert_true(aspect_find(&f.figure.key.aspect, cell[3]));
    }
    read_value(&f.figure, cell[4]);
    f.figure.measure = f.figure.key.kind == KIND_GROWTH ? STR("%") : cell[5].len ? cell[5] : i->canonical_unit;
    return f;
}

static struct str severity_word(enum severity s)
{
    return s == SEVERITY_CONTRADICTION ? STR("contradiction") : s == SEVERITY_DOUBT ? STR("doubt") : STR("note");
}

/* "parts C03a t 2025 contradiction" */
static struct str found_text(const struct grid *g, const struct inspected *f)
{
    struct buf b = buf_make(200);
    buf_put(&b, inspect_rule_name(f->rule));
    buf_char(&b, ' ');
    buf_put(&b, f->at.indicator->code);
    buf_char(&b, ' ');
    buf_put(&b, grid_unit(g, f->at.slot));
    buf_char(&b, ' ');
    period_write(&b, grid_period(g, f->at.cell.period));
    buf_char(&b, ' ');
    buf_put(&b, severity_word(f->severity));
    struct str out = str_copy(arena, buf_str(&b));
    buf_free(&b);
    return out;
}

static size_t run_case(const struct one_case *c)
{
    struct inspection found;
    struct sum_rules sums = sum_rules_make(arena);
    struct grid *empty = grid_open();
    struct grid *g = grid_next(empty, &(struct grid_batch){.figures = c->figures.at, .figure_count = c->figures.len});
    struct inspect_day *days = arena_array(arena, struct inspect_day, grid_size(g).periods);
    struct unit_tree *tree = unit_tree_make(arena, UNITS, sizeof UNITS / sizeof *UNITS);
    size_t wrong = 0;
    for (uint32_t i = 0; i < grid_size(g).periods; i++) days[i] = (struct inspect_day){grid_period(g, i).to, tree};
    struct inspect_ask q = {.rules = INSPECT_ALL, .sums = &sums, .days = days, .day_count = grid_size(g).periods};
    inspect_grid(&found, arena, g, &q);
    bool *used = arena_array(arena, bool, found.len);
    for (size_t e = 0; e < c->expected.len; e++) {
        size_t k = 0;
        while (k < found.len && (used[k] || !str_eq(found_text(g, &found.at[k]), c->expected.at[e]))) k++;
        if (k < found.len) {
            used[k] = true;
            continue;
        }
        print_error("%.*s: not found: %.*s\n", STR_ARG(c->name), STR_ARG(c->expected.at[e]));
        wrong++;
    }
    for (size_t k = 0; k < found.len; k++) {
        if (used[k]) continue;
        print_error("%.*s: found: %.*s\n", STR_ARG(c->name), STR_ARG(found_text(g, &found.at[k])));
        wrong++;
    }
    grid_drop(g);
    grid_drop(empty);
    return wrong;
}

static struct str read_source(const char *path)
{
    struct err err;
    struct str text;
    const char *root = getenv("SOURCE_ROOT");
    char name[1000];
    snprintf(name, sizeof name, "%s/%s", root ? root : ".", path);
    if (!file_read(&text, arena, str_of(name), 1000000, &err)) fail_msg("cannot read %s", name);
    return text;
}

static void cases(void **state)
{
    (void)state;
    struct str rest = read_source("tests/cube/inspect.tsv");
    struct one_case c = {0};
    size_t count = 0, wrong = 0;
    while (rest.len) {
        struct str cell[CELLS] = {0};
        struct str_cut line = str_cut(rest, STR("\n"));
        rest = line.tail;
        if (line.head.len == 0 || line.head.ptr[0] == '#') continue;
        struct str whole = line.head;
        for (int i = 0; i < CELLS; i++) {
            struct str_cut cut = str_cut(line.head, STR("\t"));
            cell[i] = cut.head;
            line.head = cut.tail;
        }
        if (str_eq(cell[0], STR("case"))) {
            if (c.name.len) wrong += run_case(&c);
            c = (struct one_case){.name = cell[1]};
            count++;
        } else if (str_starts(whole, STR("= "))) {
            *vec_push(arena, &c.expected) = str_from(whole, 2);
        } else {
            struct cube_figure f = read_figure(cell, (uint32_t)c.figures.len + 1);
            *vec_push(arena, &c.figures) = f;
        }
    }
    wrong += run_case(&c);
    assert_int_equal(wrong, 0);
    assert_true(count >= 30);
}

static const struct sum_rule *rule_of(const struct sum_rules *rules, const char *total, const char *dimension)
{
    for (size_t i = 0; i < rules->len; i++) {
        struct str code = rules->at[i].total ? rules->at[i].total->code : STR("");
        if (str_eq(code, str_of(total)) && str_eq(rules->at[i].dimension, str_of(dimension))) return &rules->at[i];
    }
    return NULL;
}

/* Rules whose codes are wrong are left out, so the table is read once more by hand. */
static void break_downs_are_whole(void **state)
{
    (void)state;
    struct sum_rules rules = sum_rules_make(arena);
    struct str rest = read_source("data/parts.tsv"), total = STR("?"), dimension = STR("?");
    size_t count = 0, rows = 0;
    while (rest.len) {
        struct str_cut line = str_cut(rest, STR("\n"));
        struct str cell[8];
        rest = line.tail;
        if (line.head.len == 0 || line.head.ptr[0] == '#') continue;
        for (int i = 0; i < 8; i++) {
            struct str_cut cut = str_cut(line.head, STR("\t"));
            cell[i] = cut.head;
            line.head = cut.tail;
        }
        count += !str_eq(cell[0], total) || !str_eq(cell[1], dimension);
        total = cell[0];
        dimension = cell[1];
        rows++;
        if (!str_starts(total, STR("=")) && !indicator_find(total)) fail_msg("%.*s", STR_ARG(total));
        if (!indicator_find(cell[2])) fail_msg("%.*s", STR_ARG(cell[2]));
        assert_true(str_eq(cell[3], STR("+")) || str_eq(cell[3], STR("-")));
        assert_true(cell[7].len > 0);
    }
    assert_int_equal(rules.len, count);
    assert_true(rows > 100);
    const struct sum_rule *r = rule_of(&rules, "C03a", "tiền sử dụng đất");
    assert_true(r && r->complete && r->sure && r->len == 2);
    r = rule_of(&rules, "C15b", "cân đối");
    assert_true(r && r->has_minus && !r->sure);
    assert_true(sum_rule_over_units(&rules, indicator_find(STR("A02")))->complete);
    assert_false(sum_rule_over_units(&rules, indicator_find(STR("C01")))->complete);
    assert_null(sum_rule_over_units(&rules, indicator_find(STR("B16a"))));
    assert_true(sum_rules_relate(&rules, indicator_find(STR("B27")), indicator_find(STR("B29"))));
    assert_false(sum_rules_relate(&rules, indicator_find(STR("B27")), indicator_find(STR("B28"))));
}

static void limits_have_their_order_and_validity(void **state)
{
    (void)state;
    struct range r;
    range_for(&r, indicator_find(STR("H02")), KIND_LEVEL, (struct date){2025, 12, 31});
    assert_int_equal(r.len, 2); /* its own, and that of all rates */
    assert_int_equal(r.at[0].strength, STRENGTH_HARD);
    assert_null(range_broken_by(&r, DECIMAL_INT(100)));
    assert_non_null(range_broken_by(&r, (struct decimal){10001, 2}));
    assert_null(range_broken(&r, interval_printed((struct decimal){1000, 1}, false, PRINTED_ROUNDED)));
    range_for(&r, indicator_find(STR("H11k")), KIND_LEVEL, (struct date){2024, 12, 31});
    assert_null(range_broken_by(&r, DECIMAL_INT(63)));
    range_for(&r, indicator_find(STR("H11k")), KIND_LEVEL, (struct date){2025, 12, 31});
    assert_non_null(range_broken_by(&r, DECIMAL_INT(63)));
    assert_non_null(range_broken_by(&r, DECIMAL_INT(0)));
    range_for(&r, indicator_find(STR("A02")), KIND_LEVEL, (struct date){2025, 12, 31});
    assert_non_null(range_broken_by(&r, (struct decimal){470005, 1}));
    assert_null(range_broken_by(&r, (struct decimal){470000, 1}));
    assert_null(range_broken_by(&r, (struct decimal){47, -3}));
    struct indicators all = indicator_catalogue();
    for (size_t i = 0; i < all.len; i++) {
        range_for(&r, &all.at[i], KIND_LEVEL, (struct date){0});
        assert_true(r.len < RANGE_LIMITS); /* none was left out */
        for (size_t k = 0; k < r.len; k++) {
            assert_true(r.at[k].has_low || r.at[k].has_high || r.at[k].whole);
            assert_true(!r.at[k].has_low || !r.at[k].has_high || decimal_cmp(r.at[k].low, r.at[k].high) < 0);
            if (k) assert_true(r.at[k].strength >= r.at[k - 1].strength);
        }
    }
}

static int setup(void **state)
{
    (void)state;
    arena = arena_make(SIZE_MAX);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases),
        cmocka_unit_test(break_downs_are_whole),
        cmocka_unit_test(limits_have_their_order_and_validity),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
