/* SPDX-License-Identifier: Apache-2.0
 *
 * word_meaning: what a typed word can mean: an indicator, a unit, a period, or two of these.
 */
#include "given.h"

#include "office_formulas.h"
#include "unit_add.h"
#include "word_meaning.h"

struct expectation {
    const char *typed, *indicator, *unit;
    bool period;
};

static void words_mean_what_they_say(void **state)
{
    static const struct expectation CASES[] = {
        {"C01", "C01", "", false},
        {"c01", "C01", "", false},
        {"h02b", "H02b", "", false},
        {"Thu ngân sách nhà nước trên địa bàn", "C01", "", false},
        {"THU NGAN SACH NHA NUOC TREN DIA BAN", "C01", "", false},
        {"tổng thu NSNN trên địa bàn", "C01", "", false},
        {"Dân số trung bình", "A02", "", false},
        {"2025", "", "", true},
        {"2025-Q4", "", "", true},
        {"..2025-06-30", "", "", true},
        {"26740", "", "phường Sài Gòn", false},
        {"phường Gia Định, TPHCM", "", "phường Gia Định", false},
        {"TPHCM", "", "thành phố Hồ Chí Minh", false},
        {"", "", "", false},
        {"không phải gì cả", "", "", false},
        {"C999", "", "", false},
    };
    (void)state;
    struct fixture f = fixture_open();
    struct office_formulas formulas;
    struct err err = {0};
    assert_true(formulas_load(&formulas, f.db, f.a, &err));
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const struct expectation *e = &CASES[i];
        struct word_meaning m;
        assert_true(word_mean(&m, f.db, f.a, &formulas.book.scope, str_of(e->typed), &err));
        struct str code = m.indicator ? m.indicator->code : STR("");
        if (!str_eq(code, str_of(e->indicator))) fail_msg("«%s»: %.*s", e->typed, STR_ARG(code));
        bool unit = e->unit[0] ? str_has(m.unit, str_of(e->unit)) : m.unit.len == 0;
        if (!unit) fail_msg("«%s»: %.*s", e->typed, STR_ARG(m.unit));
        if (m.is_period != e->period) fail_msg("«%s»: period", e->typed);
    }
    assert_true(str_has(indicator_near(f.a, &formulas.book.scope, STR("dân số")), STR("A02 (Dân số trung bình)")));
    assert_str(indicator_near(f.a, &formulas.book.scope, STR("zzz")), STR(""));
    /* Without a record only the country is known. */
    struct word_meaning m;
    assert_true(word_mean(&m, NULL, f.a, &formulas.book.scope, STR("26740"), &err));
    assert_str(m.unit, STR("phường Sài Gòn"));
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_mean_what_they_say)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
