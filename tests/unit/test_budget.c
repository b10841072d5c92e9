/* SPDX-License-Identifier: Apache-2.0
 *
 * budget: sums, times, plans and contradictions in the table of a place.
 */
#include "record_fixture.h"

#include "budget.h"
#include "buf.h"
#include "stand.h"
#include "unit_look.h"

/* Each number stands once in the text, so that it can be quoted. */
#define TEXT                                                                                                           \
    "Dự toán: 1001 1002 1003 1004 1005 1006 1007 1008 1009 1010. Quý I: 2001 2002 2003 2004. Quý II: 3001 3002. " \
    "6 tháng: 4001 4002 4003 4004 4005 4006 4007. Năm trước: 5001 5002 5003. Bằng 61,5%. Bổ sung 1011 1012."
#define PLAN .kind = KIND_LEVEL, .aspect = ASPECT_PLAN
#define TY "000000000"

static const struct hand_figure FIGURES[] = {
    /* Land and housing: its five parts in the council's plan, four in the plan of the city. */
    {"1001", "10" TY, "VND", "C28", "2023", PLAN, .plan = "HĐND quận giao"},
    {"1002", "20" TY, "VND", "C29", "2023", PLAN, .plan = "HĐND quận giao"},
    {"1003", "30" TY, "VND", "C23", "2023", PLAN, .plan = "HĐND quận giao"},
    {"1004", "40" TY, "VND", "C06", "2023", PLAN, .plan = "HĐND quận giao"},
    {"1005", "5" TY, "VND", "C30", "2023", PLAN, .plan = "HĐND quận giao"},
    {"1006", "39" TY, "VND", "C06", "2023", PLAN, .plan = "Thành phố giao"},
    /* Both at once, a legal one, and one without a name. */
    {"1007", "70" TY, "VND", "C05", "2023", PLAN, .plan = "Thành phố và HĐND quận giao"},
    {"1008", "80" TY, "VND", "C07", "2023", PLAN, .plan = "chỉ tiêu pháp lệnh"},
    {"1009", "90" TY, "VND", "C21", "2023", PLAN, .plan = "dự toán năm"},
    {"1010", "15" TY, "VND", "C32", "2023", PLAN, .plan = "HĐND quận giao"},
    {"1011", "2" TY, "VND", "C32", "2023-04", PLAN, .plan = "dự toán bổ sung"},
    {"1012", "3" TY, "VND", "C32", "2023-09", PLAN, .plan = "dự toán bổ sung"},
    /* Times: first and second quarter of one, half and first quarter of the other. */
    {"2001", "21" TY, "VND", "C05", "2023-Q1", .kind = KIND_LEVEL},
    {"3001", "22" TY, "VND", "C05", "2023-Q2", .kind = KIND_LEVEL, .aspect = ASPECT_ESTIMATE},
    {"2002", "18" TY, "VND", "C07", "2023-Q1", .kind = KIND_LEVEL},
    {"4001", "38" TY, "VND", "C07", "2023-H1", .kind = KIND_LEVEL},
    {"5001", "20" TY, "VND", "C05", "2022-Q1", .kind = KIND_LEVEL},
    {"5002", "20" TY, "VND", "C05", "2022-Q2", .kind = KIND_LEVEL},
    /* State firms: a whole that is not its parts; foreign trade: some parts that are more than all. */
    {"4002", "100" TY, "VND", "C19", "2023-H1", .kind = KIND_LEVEL},
    {"4003", "60" TY, "VND", "C19a", "2023-H1", .kind = KIND_LEVEL},
    {"4004", "50" TY, "VND", "C19b", "2023-H1", .kind = KIND_LEVEL},
    {"4005", "10" TY, "VND", "C04", "2023-H1", .kind = KIND_LEVEL},
    {"4006", "11" TY, "VND", "C04a", "2023-H1", .kind = KIND_LEVEL},
    {"4007", "0", "VND", "C24", "2023-H1", .kind = KIND_LEVEL},
    {"61,5%", "61.5", "%", "C22", "2023-H1", .kind = KIND_PLAN_RATIO, .plan = "HĐND quận giao"},
};

struct made {
    struct fixture f;
    struct snapshot s;
    struct kept_unit unit;
};

static struct made filled(void)
{
    struct made m = {.f = fixture_open()};
    struct import_options o = {.accept = true};
    struct import_result result;
    struct err err = {0};
    size_t count = sizeof FIGURES / sizeof *FIGURES;
    struct read_result r = hand_reading(m.f.a, "ngan-sach.txt", TEXT, FIGURES, count);
    assert_true(import_save(&result, m.f.db, m.f.a, &officer, STR(TEXT), &r, &o, &err));
    assert_int_equal(result.accepted, count);
    assert_true(unit_typed(&m.unit, m.f.db, m.f.a, STR("Q. Bình Tân"), (struct date){2023, 6, 30}, &err));
    assert_true(stand_load(&m.s, m.f.db, m.f.a, m.unit.code, &err));
    return m;
}

static struct budget_table table_of(struct made *m, const char *period)
{
    struct budget_table t;
    struct period p;
    struct err err = {0};
    assert_true(period_read(&p, str_of(period)));
    assert_true(budget_make(&t, &m->s, m->f.db, m->f.a, &m->unit, budget_level_of(&m->unit), BUDGET_REVENUE, p, &err));
    return t;
}

static const struct budget_row *row_of(const struct budget_table *t, const char *code)
{
    for (size_t i = 0; i < t->rows.len; i++)
        if (str_eq(t->rows.at[i].line->indicator, str_of(code))) return &t->rows.at[i];
    fail_msg("no line of %s", code);
    return NULL;
}

static void assert_cell(const struct budget_row *r, enum budget_column c, enum budget_how how, int64_t billions)
{
    const struct budget_cell *cell = &r->cells[c];
    struct decimal want;
    assert_int_equal(cell->how, how);
    assert_true(decimal_shift(&want, DECIMAL_INT(billions), 9));
    if (how != BUDGET_NOTHING && !decimal_eq(cell->value.value, want))
        fail_msg("%.*s is not %lld tỷ in column %d", STR_ARG(r->line->name), (long long)billions, (int)c);
}

static void only_whole_sums_are_reckoned(void **state)
{
    (void)state;
    struct made m = filled();
    struct budget_table t = table_of(&m, "2023-H1");
    const struct budget_row *land = row_of(&t, "C27"), *inland = row_of(&t, "C03a");
    assert_int_equal(budget_level_of(&m.unit), BUDGET_OF_DISTRICT);
    assert_cell(land, BUDGET_COUNCIL, BUDGET_SUM, 105);
    assert_str(land->cells[BUDGET_COUNCIL].made, STR("C28 + C29 + C23 + C06 + C30"));
    assert_cell(land, BUDGET_GIVEN, BUDGET_NOTHING, 0);              /* one part of five */
    assert_cell(inland, BUDGET_COUNCIL, BUDGET_NOTHING, 0);          /* parts are missing, and missing is not zero */
    assert_cell(row_of(&t, "C24"), BUDGET_SO_FAR, BUDGET_FIGURE, 0); /* while zero is a number */
    assert_true(inland->shown && land->shown && !row_of(&t, "C35")->shown);
    fixture_close(&m.f);
}

static void plans_are_of_those_who_set_them(void **state)
{
    (void)state;
    struct made m = filled();
    struct budget_table t = table_of(&m, "2023-H1");
    assert_cell(row_of(&t, "C05"), BUDGET_GIVEN, BUDGET_FIGURE, 70);
    assert_cell(row_of(&t, "C05"), BUDGET_COUNCIL, BUDGET_FIGURE, 70);
    assert_cell(row_of(&t, "C07"), BUDGET_GIVEN, BUDGET_FIGURE, 80);
    assert_cell(row_of(&t, "C07"), BUDGET_COUNCIL, BUDGET_NOTHING, 0);
    assert_cell(row_of(&t, "C21"), BUDGET_UNNAMED, BUDGET_FIGURE, 90);
    assert_cell(row_of(&t, "C21"), BUDGET_GIVEN, BUDGET_NOTHING, 0);
    assert_cell(row_of(&t, "C32"), BUDGET_COUNCIL, BUDGET_FIGURE, 15);
    assert_cell(row_of(&t, "C32"), BUDGET_ADJUSTED, BUDGET_CHANGED, 20); /* 15 with 2 of April and 3 of September */
    assert_cell(row_of(&t, "C05"), BUDGET_ADJUSTED, BUDGET_NOTHING, 0);
    const struct budget_ratio *stated = &row_of(&t, "C22")->ratios[BUDGET_COUNCIL];
    assert_true(stated->stated && decimal_eq(stated->comparison.value, (struct decimal){615, 1}));
    assert_false(row_of(&t, "C22")->ratios[BUDGET_GIVEN].stated);
    fixture_close(&m.f);
}

/* A supplement is never taken for the plan elsewhere. */
static void a_supplement_is_no_plan(void **state)
{
    (void)state;
    struct made m = filled();
    struct question q = {m.unit.code, indicator_find(STR("C32")), period_year(2023)};
    struct answer a = answer_plan(m.s.cube, &q);
    assert_int_equal(a.made_count, 1);
    assert_str(a.made[0]->figure.key.layer, STR("hdnd"));
    fixture_close(&m.f);
}

static void times_are_put_together(void **state)
{
    (void)state;
    struct made m = filled();
    struct budget_table half = table_of(&m, "2023-H1"), second = table_of(&m, "2023-Q2");
    const struct budget_row *r = row_of(&half, "C05");
    assert_cell(r, BUDGET_SO_FAR, BUDGET_TIME, 43);
    assert_true(r->cells[BUDGET_SO_FAR].estimate); /* a part of it is */
    assert_cell(r, BUDGET_BEFORE, BUDGET_TIME, 40);
    assert_int_equal(r->growth.rule, ANSWER_GROWTH);
    assert_true(decimal_eq(r->growth.comparison.value, (struct decimal){75, 1}));
    assert_cell(row_of(&second, "C05"), BUDGET_NOW, BUDGET_FIGURE, 22);
    assert_cell(row_of(&second, "C05"), BUDGET_SO_FAR, BUDGET_TIME, 43);
    assert_cell(row_of(&second, "C07"), BUDGET_NOW, BUDGET_TIME, 20);
    assert_cell(row_of(&second, "C07"), BUDGET_SO_FAR, BUDGET_FIGURE, 38);
    struct decimal ratio = row_of(&second, "C07")->ratios[BUDGET_GIVEN].comparison.value;
    assert_true(decimal_eq(ratio, (struct decimal){4750, 2}));
    fixture_close(&m.f);
}

static void parts_that_do_not_fit_are_told(void **state)
{
    (void)state;
    struct made m = filled();
    struct budget_table t = table_of(&m, "2023-H1");
    struct buf b = buf_make(1000);
    assert_int_equal(t.notes.len, 2);
    assert_str(t.notes.at[0].row->line->indicator, STR("C19"));
    assert_false(t.notes.at[0].some);
    budget_show_note(&b, &t.notes.at[0], BUDGET_BILLION);
    assert_str(buf_str(&b), STR("Thu từ khu vực doanh nghiệp nhà nước, từ đầu năm: nêu 100, cộng 2 dòng dưới được 110 "
                                "(lệch +10)"));
    assert_str(t.notes.at[1].row->line->indicator, STR("C04"));
    assert_true(t.notes.at[1].some);
    buf_clear(&b);
    budget_show_note(&b, &t.notes.at[1], BUDGET_MILLION);
    assert_true(str_has(buf_str(&b), STR("nêu 10.000, riêng 1 dòng dưới đã là 11.000 (lệch +1.000)")));
    buf_free(&b);
    fixture_close(&m.f);
}

static void what_is_no_budget_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *period;
        enum err_code code;
    } CASES[] = {{"2020-2025", ERR_BUDGET_PERIOD},
                 {"2023-06-12", ERR_BUDGET_PERIOD},
                 {"2022-11..2023-02", ERR_BUDGET_PERIOD},
                 {"2016", ERR_BUDGET_TREE}};
    struct made m = filled();
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct budget_table t;
        struct period p;
        struct err err = {0};
        assert_true(period_read(&p, str_of(CASES[i].period)));
        assert_false(budget_make(&t, &m.s, m.f.db, m.f.a, &m.unit, BUDGET_OF_DISTRICT, BUDGET_REVENUE, p, &err));
        assert_int_equal(err.code, CASES[i].code);
    }
    fixture_close(&m.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_whole_sums_are_reckoned),   cmocka_unit_test(plans_are_of_those_who_set_them),
        cmocka_unit_test(a_supplement_is_no_plan),        cmocka_unit_test(times_are_put_together),
        cmocka_unit_test(parts_that_do_not_fit_are_told), cmocka_unit_test(what_is_no_budget_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
