/* SPDX-License-Identifier: Apache-2.0
 *
 * real: doubles as decimals, from bits and from text.
 */
#include "unit_test.h"

#include "buf.h"
#include "real.h"

static bool of_double(struct decimal *out, double d)
{
    uint64_t bits;
    memcpy(&bits, &d, sizeof bits);
    return real_of_bits(out, bits);
}

static void written(char *out, size_t cap, bool ok, struct decimal d)
{
    struct buf b = buf_make(64);
    if (ok) decimal_write(&b, d);
    snprintf(out, cap, "%.*s", ok ? (int)b.len : 4, ok ? b.ptr : "none");
    buf_free(&b);
}

static void texts_become_the_number_that_was_typed(void **state)
{
    (void)state;
    static const struct {
        const char *text, *number;
    } CASES[] = {
        {"1234.5600000000001", "1234.56"},
        {"1234.5599999999999", "1234.56"},
        {"0.1", "0.1"},
        {"0.10", "0.1"},
        {"0.30000000000000004", "0.3"},
        {"2.2300000000000040", "2.23"},
        {"97.497346907835659", "97.49734690783566"},
        {"0.33333333333333331", "0.3333333333333333"},
        {"123456789012345", "123456789012345"},
        {"123456789012345680", "123456789012345680"},
        {"9007199254740993", "9007199254740992"},
        {"1E-3", "0.001"},
        {"1.5e+6", "1500000"},
        {"+7", "7"},
        {"-0", "0"},
        {"-12.50", "-12.5"},
        {"5.6843418860808015E-14", "0.000000000000056843"},
        {"1E-30", "0"},
        {"4.9E-324", "0"},
        {"1E18", "1000000000000000000"},
        {"1E19", "none"},
        {"1E400", "none"},
        {"", "none"},
        {"-", "none"},
        {"1,5", "none"},
        {"0x10", "none"},
        {"1e", "none"},
        {"nan", "none"},
        {"1-2", "none"},
        {"1.2.3", "none"},
        {"00000000000000000000000000000000000000001", "none"},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        char got[80];
        struct decimal d = {0};
        bool ok = real_read(&d, str_of(CASES[i].text));
        written(got, sizeof got, ok, d);
        if (strcmp(got, CASES[i].number) != 0) fail_msg("%s: %s, not %s", CASES[i].text, got, CASES[i].number);
    }
}

/* What a decimal of at most 15 digits is as a double comes back as that decimal. */
static void every_short_decimal_comes_back(void **state)
{
    (void)state;
    uint64_t seed = 20261127;
    for (int i = 0; i < 200000; i++) {
        char text[40];
        struct decimal d, back;
        double real;
        seed = seed * 6364136223846793005u + 1442695040888963407u;
        int64_t digits = (int64_t)((seed >> 14) % (i % 2 ? 1000000000000000u : 1000000u));
        d = (struct decimal){seed & 1 ? digits : -digits, (int8_t)((seed >> 5) % 13)};
        struct buf b = buf_make(64);
        decimal_write(&b, d);
        snprintf(text, sizeof text, "%.*s", (int)b.len, b.ptr);
        buf_free(&b);
        assert_int_equal(sscanf(text, "%lf", &real), 1);
        assert_true(of_double(&back, real));
        if (!decimal_eq(d, back)) fail_msg("%s comes back as %lld e%d", text, (long long)back.coefficient, -back.scale);
    }
}

static void no_number_is_refused(void **state)
{
    (void)state;
    struct decimal d;
    assert_false(of_double(&d, 0.0 / 0.0));
    assert_false(of_double(&d, 1e300));
    assert_false(of_double(&d, -1e300));
    assert_true(of_double(&d, 1e-300));
    assert_int_equal(d.coefficient, 0);
}

static void fifteen_digits_are_shown(void **state)
{
    (void)state;
    struct decimal d = real_shown((struct decimal){9749734690783566, 14});
    assert_int_equal(d.coefficient, 974973469078357);
    assert_int_equal(d.scale, 13);
    d = real_shown((struct decimal){123456789012345678, 0});
    assert_int_equal(d.coefficient, 123456789012345678); /* a whole number stays whole */
    d = real_shown((struct decimal){1250, 2});
    assert_int_equal(d.coefficient, 125);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_become_the_number_that_was_typed),
        cmocka_unit_test(every_short_decimal_comes_back),
        cmocka_unit_test(no_number_is_refused),
        cmocka_unit_test(fifteen_digits_are_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
