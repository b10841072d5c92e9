/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_number: what one text says of how numbers are written, and reading it in either way. What columns decide is in
 * tests/sheets.
 */
#include "unit_test.h"

#include "buf.h"
#include "sheet_number.h"

static void one_text_says_what_it_can(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        unsigned seen;
        const char *vi, *en;
    } CASES[] = {
        {"1.234,5", WRITTEN_VI, "1234.5", NULL},
        {"1,234.5", WRITTEN_EN, NULL, "1234.5"},
        {"1.234.567", WRITTEN_VI, "1234567", NULL},
        {"1,234,567", WRITTEN_EN, NULL, "1234567"},
        {"12,5", WRITTEN_VI, "12.5", NULL},
        {"12.5", WRITTEN_EN, NULL, "12.5"},
        {"1234.567", WRITTEN_EN, NULL, "1234.567"},
        {"0.125", WRITTEN_EN, NULL, "0.125"},
        {"0,125", WRITTEN_VI, "0.125", NULL},
        {"1.234", WRITTEN_EITHER, "1234", "1.234"},
        {"1,234", WRITTEN_EITHER | WRITTEN_COMMA, "1.234", "1234"},
        {"234", 0, "234", "234"},
        {"12345", WRITTEN_PLAIN5, "12345", "12345"},
        {"1150", 0, "1150", "1150"},
        {"2025", 0, "2025", "2025"},
        {"00123", WRITTEN_CODE, "123", "123"},
        {"0", 0, "0", "0"},
        {"-1.234,5", WRITTEN_VI, "-1234.5", NULL},
        {"(1.234,5)", WRITTEN_VI, "-1234.5", NULL},
        {"\xE2\x88\x92"
         "5,5",
         WRITTEN_VI, "-5.5", NULL},
        {"12,5%", WRITTEN_VI, "0.125", NULL},
        {"12.5 %", WRITTEN_EN, NULL, "0.125"},
        {"1 234 567", 0, "1234567", "1234567"},
        {"1\xC2\xA0"
         "234,5",
         WRITTEN_VI, "1234.5", NULL},
        {" 7 ", 0, "7", "7"},
        {"3.150457e+07", WRITTEN_EN, NULL, "31504570"},
        {"-4,5E-05", WRITTEN_VI, "-0.000045", NULL},
        {"1.234e+03", WRITTEN_EN, NULL, "1234"},
        {"7e+07", 0, "70000000", "70000000"},
    };
    static const char *const NONE[] = {"",         "-",
                                       "a",        "1.23.4",
                                       "1,23,4",   "1.234.56",
                                       "1..2",     "1,2,3",
                                       ".5",       "5.",
                                       "1 23",     "12 34",
                                       "1-2",      "3/4",
                                       "..",       "%",
                                       "()",       "1.234,56.7",
                                       "1 2345",   "0.123.456",
                                       "12,5%%",   "1234567890123456789012345678901234567890123",
                                       "2E1",      "2E+1",
                                       "12.5e+07", "1e+99",
                                       "e+07",     "1e+0a"};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        unsigned seen = sheet_number_look(str_of(CASES[i].text));
        if (seen != (CASES[i].seen | WRITTEN_NUMBER)) fail_msg("%s: %#x", CASES[i].text, seen);
        for (int en = 0; en < 2; en++) {
            struct decimal d, want;
            uint8_t flags = 0;
            const char *number = en ? CASES[i].en : CASES[i].vi;
            bool ok = sheet_number_read(&d, &flags, str_of(CASES[i].text), en ? HABIT_EN : HABIT_VI);
            if (ok != (number != NULL)) fail_msg("%s, %s", CASES[i].text, en ? "en" : "vi");
            if (!ok) continue;
            assert_true(decimal_read(&want, str_of(number)));
            if (!decimal_eq(d, want))
                fail_msg("%s, %s: %lld", CASES[i].text, en ? "en" : "vi", (long long)d.coefficient);
        }
    }
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        if (sheet_number_look(str_of(NONE[i]))) fail_msg("«%s» is no number", NONE[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_text_says_what_it_can)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
