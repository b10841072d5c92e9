/* SPDX-License-Identifier: Apache-2.0
 *
 * index: the scores of Bộ chỉ số 766 by the formulas of the program, against numbers that were worked by hand
 * (tests/domain/index_766.tsv), of a cube and of a grid of the same figures.
 */
#include "unit_test.h"

#include "buf.h"
#include "file.h"
#include "reckon.h"

static struct arena *arena;

enum { FIGURES_MOST = 100 };

struct given {
    struct cube_figure at[FIGURES_MOST];
    size_t len;
};

static struct formula_book *catalogue_book(void)
{
    struct formula_rows rows = formula_table();
    struct formula_book *b = arena_new(arena, struct formula_book);
    *b = (struct formula_book){
        {indicator_catalogue(), {0}}, arena_array(arena, struct formula_rule, rows.len), rows.len};
    for (size_t i = 0; i < rows.len; i++) {
        struct err err = {0};
        assert_true(formula_rule_make(&b->at[i], arena, &rows.at[i], &b->scope, &err));
    }
    return b;
}

static void add_figure(struct given *g, struct str said)
{
    struct str_cut cut = str_cut(said, STR("="));
    struct cube_figure *f = &g->at[g->len++];
    assert_true(g->len < FIGURES_MOST);
    *f = (struct cube_figure){.id = (uint32_t)g->len};
    const struct indicator *i = indicator_find(cut.head);
    if (!i) fail_msg("no indicator «%.*s»", STR_ARG(cut.head));
    f->figure.key = (struct figure_key){.indicator = i->code,
                                        .unit = STR("q"),
                                        .period = period_year(2026),
                                        .kind = KIND_LEVEL,
                                        .aspect = ASPECT_ACTUAL};
    assert_true(decimal_read(&f->figure.value, cut.tail));
    f->figure.measure = i->canonical_unit;
}

/* "5.40", "zero H13a", "missing". */
static void write_result(struct buf *b, const struct reckoned *r)
{
    assert_non_null(r);
    if (r->value.known) {
        decimal_write(b, r->value.value);
        return;
    }
    buf_put(b, r->result.why == FORMULA_ZERO ? STR("zero") : STR("missing"));
    if (r->result.why != FORMULA_ZERO) return;
    for (size_t i = 0; i < r->operands.len; i++) {
        const struct reckoned_operand *o = &r->operands.at[i];
        if (!o->node || i >= r->result.node || decimal_sign(o->figure.value.value) != 0) continue;
        struct str last = o->node->code;
        if (str_ends(last, STR("a"))) { /* the denominators of the index end so */
            buf_char(b, ' ');
            buf_put(b, last);
            return;
        }
    }
}

static void check(const struct formula_book *book, const struct figure_source *from, struct str results, int line)
{
    while (results.len) {
        struct str_cut code = str_cut(results, STR("="));
        struct str_cut want = str_cut(code.tail, STR(" "));
        if (str_eq(want.head, STR("zero"))) {
            struct str_cut which = str_cut(want.tail, STR(" "));
            want.head = str_part(code.tail, 0, 5 + which.head.len);
            want.tail = which.tail;
        }
        struct buf b = buf_make(100);
        write_result(&b, reckon(arena, book, from, code.head, period_year(2026)));
        if (!str_eq(buf_str(&b), want.head))
            fail_msg("line %d, %s: %.*s is «%.*s», not «%.*s»", line, from->cube ? "cube" : "grid", STR_ARG(code.head),
                     STR_ARG(buf_str(&b)), STR_ARG(want.head));
        buf_free(&b);
        results = want.tail;
    }
}

static void scores_as_worked_by_hand(void **state)
{
    (void)state;
    static struct given given;
    const struct formula_book *book = catalogue_book();
    struct str rest, name = str_of(getenv("SOURCE_ROOT"));
    struct buf path = buf_make(4000);
    struct err err = {0};
    int rows = 0;
    buf_put(&path, name);
    buf_put(&path, STR("/tests/domain/index_766.tsv"));
    assert_true(file_read(&rest, arena, buf_str(&path), 1000000, &err));
    buf_free(&path);
    for (int line = 1; rest.len; line++) {
        struct str_cut cut = str_cut(rest, STR("\n"));
        rest = cut.tail;
        if (!cut.head.len || cut.head.ptr[0] == '#') continue;
        struct str_cut level = str_cut(cut.head, STR("\t")), inputs = str_cut(level.tail, STR("\t"));
        enum unit_kind kind;
        assert_true(unit_kind_read(&kind, level.head));
        struct str said = inputs.head;
        if (str_starts(said, STR("+ ")))
            said = str_from(said, 2);
        else
            given.len = 0;
        while (said.len) {
            struct str_cut one = str_cut(said, STR(" "));
            add_figure(&given, one.head);
            said = one.tail;
        }
        struct grid *empty = grid_open();
        struct grid *g = grid_next(empty, &(struct grid_batch){.figures = given.at, .figure_count = given.len});
        struct figure_source sources[] = {
            {.cube = cube_make(arena, given.at, given.len), .unit = STR("q"), .kind = kind},
            {.grid = g, .unit = STR("q"), .kind = kind}};
        for (size_t i = 0; i < 2; i++) check(book, &sources[i], inputs.tail, line);
        grid_drop(empty);
        grid_drop(g);
        rows++;
    }
    assert_true(rows > 20);
}

/* No score of the index goes over its maximum, whatever the figures: each is asked with numerators far above. */
static void every_score_has_a_row(void **state)
{
    (void)state;
    const struct formula_book *book = catalogue_book();
    for (size_t i = 0; i < book->len; i++) {
        const struct formula_rule *r = &book->at[i];
        bool score = str_eq(r->indicator->canonical_unit, STR("điểm")) && !str_starts(r->row.code, STR("H34"));
        if (!score) continue;
        bool capped = str_starts(r->formula.text, STR("nhỏ nhất(")) ||
                      str_starts(r->formula.text, STR("lớn nhất(0 điểm; ")) || r->row.levels;
        if (!capped) fail_msg("%.*s has no cap: %.*s", STR_ARG(r->row.code), STR_ARG(r->formula.text));
        if (!str_has(r->row.citation, STR("chưa đối chiếu bản gốc")))
            fail_msg("%.*s does not say that it was not compared", STR_ARG(r->row.code));
    }
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
        cmocka_unit_test(scores_as_worked_by_hand),
        cmocka_unit_test(every_score_has_a_row),
    };
    return cmocka_run_group_tests_name("index", tests, open_arena, close_arena);
}
