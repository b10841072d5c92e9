/* SPDX-License-Identifier: Apache-2.0
 *
 * formula: expressions, inputs and what comes out, as data (tests/domain/formulas.tsv), and what is not data: limits,
 * the table of the program, cycles, the text with other words for its operands.
 */
#include "unit_test.h"

#include "buf.h"
#include "file.h"
#include "formula_book.h"
#include "utf8.h"

#include <stdio.h>
#include <stdlib.h>

enum { CELLS = 6 };

static struct arena *arena;

static struct formula_scope scope_of_catalogue(void)
{
    return (struct formula_scope){.known = indicator_catalogue()};
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

/* The input for a node: the word of the cell whose key is that of the node. */
static bool input_of(struct formula_input *in, const struct formula_node *n, struct str inputs)
{
    static const char *const ROLES[] = {"", "plan:", "previous:"};
    struct buf key = buf_make(200);
    *in = (struct formula_input){0};
    buf_put_z(&key, ROLES[n->role]);
    buf_put(&key, n->code);
    if (n->role == ROLE_PLAN && !n->any_layer) {
        buf_char(&key, ':');
        buf_put(&key, plan_layer_literal(n->layer));
    }
    for (struct str rest = inputs; rest.len && !in->known;) {
        struct str_cut word = str_cut(rest, STR(" ")), pair = str_cut(word.head, STR("=")),
                       value = str_cut(pair.tail, STR("@"));
        const struct indicator *i = indicator_find(n->code);
        struct measured m = {.known = true, .measure = value.found ? value.tail : i->canonical_unit};
        rest = word.tail;
        if (!str_eq(pair.head, buf_str(&key))) continue;
        char c = value.head.ptr[0];
        m.bound = c == '>' ? BOUND_OVER : c == '<' ? BOUND_UNDER : c == '~' ? BOUND_ABOUT : BOUND_EXACT;
        assert_true(decimal_read(&m.value, str_from(value.head, m.bound != BOUND_EXACT)));
        assert_true(formula_input_of(in, &m, i));
    }
    buf_free(&key);
    return in->known;
}

static void put_bound(struct buf *b, enum figure_bound bound)
{
    if (bound != BOUND_EXACT) buf_char(b, bound == BOUND_OVER ? '>' : bound == BOUND_UNDER ? '<' : '~');
}

static void put_value(struct buf *b, const struct formula *f, const struct formula_value *v, struct str *cell)
{
    struct decimal shown;
    int decimals = cell[3].ptr[0] - '0';
    switch (v->why) {
    case FORMULA_KNOWN:
        put_bound(b, v->bound);
        if (formula_round(&shown, v->value, cell[1], cell[2], decimals))
            decimal_write(b, shown);
        else
            buf_put(b, STR("large"));
        return;
    case FORMULA_MISSING:
        buf_put(b, STR("missing "));
        buf_put(b, f->at[v->node].code);
        return;
    case FORMULA_ZERO: buf_put(b, STR("zero")); return;
    case FORMULA_BOUNDS: buf_put(b, STR("bounds")); return;
    case FORMULA_TOO_LARGE: buf_put(b, STR("large")); return;
    case FORMULA_OTHER_TIME:
    case FORMULA_WHYS: break;
    }
    fail_msg("no such answer");
}

static void put_error(struct buf *b, const struct err *err, struct str text)
{
    buf_char(b, '!');
    buf_put(b, err_name(err->code));
    if (err->span.end || err->span.start) buf_format(b, " %zu", utf8_length(str_part(text, 0, err->span.start)) + 1);
}

static void one_case(struct buf *b, struct str *cell)
{
    struct formula_scope scope = scope_of_catalogue();
    struct formula f;
    struct formula_type type;
    struct formula_value value;
    struct formula_input inputs[FORMULA_NODES];
    struct err err = {0};
    if (!formula_read(&f, arena, cell[0], &err) || !formula_check_result(&type, &f, &scope, cell[1], &err)) {
        put_error(b, &err, cell[0]);
        return;
    }
    for (size_t i = 0; i < f.len; i++)
        if (f.at[i].op == FORMULA_OPERAND) input_of(&inputs[i], &f.at[i], cell[4]);
    formula_reckon(&value, &f, inputs);
    put_value(b, &f, &value, cell);
    /* What was reckoned lies in what the printed numbers allow. */
    struct decimal exact;
    if (value.why == FORMULA_KNOWN && rational_exact(&exact, value.value))
        assert_true(interval_holds(value.range, exact));
}

static void cases_come_out_as_they_should(void **state)
{
    (void)state;
    struct str rest = read_source("tests/domain/formulas.tsv"), cell[CELLS];
    size_t cases = 0, wrong = 0;
    while (rest.len) {
        struct str_cut line = str_cut(rest, STR("\n"));
        struct str left = line.head;
        struct buf b = buf_make(1000);
        rest = line.tail;
        if (!left.len || left.ptr[0] == '#') continue;
        for (int c = 0; c < CELLS; c++) {
            struct str_cut cut = str_cut(left, STR("\t"));
            cell[c] = cut.head;
            left = cut.tail;
        }
        cases++;
        one_case(&b, cell);
        if (!str_eq(buf_str(&b), cell[5])) {
            print_error("%.*s: «%.*s», not «%.*s»\n", STR_ARG(cell[0]), STR_ARG(buf_str(&b)), STR_ARG(cell[5]));
            wrong++;
        }
        buf_free(&b);
    }
    assert_int_equal(wrong, 0);
    assert_true(cases > 100);
}

static void too_long_is_refused(void **state)
{
    (void)state;
    struct buf b = buf_make(SIZE_MAX);
    struct formula f;
    struct err err = {0};
    for (int i = 0; i < FORMULA_DEPTH + 1; i++) buf_char(&b, '(');
    assert_false(formula_read(&f, arena, buf_str(&b), &err));
    assert_int_equal(err.code, ERR_FORMULA_LONG);
    buf_clear(&b);
    for (int i = 0; i < FORMULA_TEXT / 2; i++) buf_put(&b, STR("1+"));
    buf_char(&b, '1');
    assert_false(formula_read(&f, arena, buf_str(&b), &err));
    assert_int_equal(err.code, ERR_FORMULA_LONG);
    buf_clear(&b);
    for (int i = 0; i < FORMULA_NODES / 2; i++) buf_put(&b, STR("1+"));
    buf_char(&b, '1');
    assert_false(formula_read(&f, arena, buf_str(&b), &err));
    assert_int_equal(err.code, ERR_FORMULA_LONG);
    buf_clear(&b);
    for (int i = 1; i < FORMULA_NODES / 2; i++) buf_put(&b, STR("1+"));
    buf_char(&b, '1');
    assert_true(formula_read(&f, arena, buf_str(&b), &err));
    buf_free(&b);
}

static void the_table_is_sound(void **state)
{
    (void)state;
    struct formula_rows rows = formula_table();
    struct formula_scope scope = scope_of_catalogue();
    struct formula_book book = {scope, arena_array(arena, struct formula_rule, rows.len), rows.len};
    struct err err = {0};
    struct str path;
    assert_true(rows.len > 60);
    for (size_t i = 0; i < rows.len; i++)
        if (!formula_rule_make(&book.at[i], arena, &rows.at[i], &scope, &err))
            fail_msg("%.*s: error %d", STR_ARG(rows.at[i].code), (int)err.code);
    assert_false(formula_cycle(&path, arena, &book));
    const struct formula_rule *r = formula_rule_for(&book, STR("H02"), period_year(2023), UNIT_KINDS);
    assert_non_null(r);
    assert_int_equal(r->type.time, TIME_RATE);
    assert_int_equal(formula_rule_for(&book, STR("B29"), period_year(2023), UNIT_KINDS)->type.time, TIME_FLOW);
    assert_int_equal(formula_rule_for(&book, STR("F06c"), period_year(2023), UNIT_KINDS)->type.time, TIME_STOCK);
    assert_null(formula_rule_for(&book, STR("C01"), period_year(2023), UNIT_KINDS));
}

/* A book of C01 = ..., C03a = ..., C04 = ...; an empty one has no formula. */
static bool goes_round(struct str *path, const char *c01, const char *c03a, const char *c04)
{
    const char *const texts[] = {c01, c03a, c04};
    static const char *const CODES[] = {"C01", "C03a", "C04"};
    struct formula_scope scope = scope_of_catalogue();
    struct formula_rule rules[3];
    struct formula_book book = {scope, rules, 0};
    struct err err = {0};
    for (int i = 0; i < 3; i++) {
        struct formula_row row = {.code = str_of(CODES[i]), .expression = str_of(texts[i])};
        if (!*texts[i]) continue;
        assert_true(formula_rule_make(&rules[book.len++], arena, &row, &scope, &err));
    }
    return formula_cycle(path, arena, &book);
}

static void cycles_are_named(void **state)
{
    (void)state;
    struct str path;
    assert_false(goes_round(&path, "C03a + C04", "C04 * 2", "C05"));
    assert_true(goes_round(&path, "C01", "", ""));
    assert_str(path, STR("C01 → C01"));
    assert_true(goes_round(&path, "C03a", "C01", ""));
    assert_str(path, STR("C01 → C03a → C01"));
    assert_true(goes_round(&path, "C03a * 2", "C04 + 1 VND", "cùng kỳ(C03a)"));
    assert_str(path, STR("C03a → C04 → C03a"));
    assert_false(goes_round(&path, "plan(C01) / 2", "", "")); /* plans are never reckoned */
}

static void an_own_formula_goes_before_and_has_its_time(void **state)
{
    (void)state;
    struct formula_scope scope = scope_of_catalogue();
    struct formula_rule rules[2];
    struct formula_book book = {scope, rules, 2};
    struct err err = {0};
    struct formula_row own = {
        .code = STR("H02"), .expression = STR("H17b / H17a"), .from = {2025, 7, 1}, .to = {2026, 6, 30}};
    struct formula_row known = {.code = STR("H02"), .expression = STR("H02b / H01d")};
    assert_true(formula_rule_make(&rules[0], arena, &own, &scope, &err));
    assert_true(formula_rule_make(&rules[1], arena, &known, &scope, &err));
    assert_ptr_equal(formula_rule_for(&book, STR("H02"), period_year(2025), UNIT_KINDS), &rules[0]);
    assert_ptr_equal(formula_rule_for(&book, STR("H02"), period_half(2025, 1), UNIT_KINDS), &rules[1]);
    assert_ptr_equal(formula_rule_for(&book, STR("H02"), period_half(2026, 1), UNIT_KINDS), &rules[0]);
    assert_ptr_equal(formula_rule_for(&book, STR("H02"), period_year(2026), UNIT_KINDS), &rules[1]);
}

static void operands_can_be_written_as_numbers(void **state)
{
    (void)state;
    struct formula f;
    struct err err = {0};
    struct buf b = buf_make(1000);
    assert_true(formula_read(&f, arena, STR(" (C01 - cùng kỳ(C01)) / kế hoạch(C01; HĐND) * 1,5 "), &err));
    struct str with[FORMULA_NODES] = {0};
    for (size_t i = 0, n = 0; i < f.len; i++)
        if (f.at[i].op == FORMULA_OPERAND)
            with[i] = n == 2 ? STR("") : n == 0 ? (n++, STR("8.343")) : (n++, STR("7.703"));
    formula_write(&b, &f, with);
    assert_str(buf_str(&b), STR("(8.343 - 7.703) / kế hoạch(C01; HĐND) * 1,5"));
    buf_free(&b);
}

static int open_arena(void **state)
{
    (void)state;
    arena = arena_make(SIZE_MAX);
    return 0;
}

static int close_arena(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cases_come_out_as_they_should),
        cmocka_unit_test(too_long_is_refused),
        cmocka_unit_test(the_table_is_sound),
        cmocka_unit_test(cycles_are_named),
        cmocka_unit_test(an_own_formula_goes_before_and_has_its_time),
        cmocka_unit_test(operands_can_be_written_as_numbers),
    };
    return cmocka_run_group_tests_name("formula", tests, open_arena, close_arena);
}
