/* SPDX-License-Identifier: Apache-2.0
 *
 * figure: the order of keys is total and looks at every field, the earlier field first.
 */
#include "unit_test.h"

#include "figure.h"

static struct figure_key base_key(void)
{
    struct figure_key k = {
        .indicator = STR("C01"), .unit = STR("quan-an-hoa"), .kind = KIND_LEVEL, .aspect = ASPECT_ACTUAL};
    assert_true(period_read(&k.period, STR("2023-H1")));
    assert_true(period_read(&k.against_period, STR("2022")));
    return k;
}

/* The same key with one field changed to what stands behind it in the order; the fields in the order of the list. */
enum field { INDICATOR, UNIT, PERIOD, KIND, ASPECT, LAYER, AGAINST, AGAINST_WHEN, FIELDS };

static struct figure_key later(enum field which)
{
    struct figure_key k = base_key();
    switch (which) {
    case INDICATOR: k.indicator = STR("C02a"); break;
    case UNIT: k.unit = STR("quan-binh-minh"); break;
    case PERIOD: assert_true(period_read(&k.period, STR("2024-H1"))); break;
    case KIND: k.kind = KIND_GROWTH; break;
    case ASPECT: k.aspect = ASPECT_PLAN; break;
    case LAYER: k.layer = STR("giao"); break;
    case AGAINST: k.against = AGAINST_PREVIOUS_YEAR; break;
    case AGAINST_WHEN: assert_true(period_read(&k.against_period, STR("2023"))); break;
    case FIELDS: break;
    }
    return k;
}

static void equal_to_itself(void **state)
{
    (void)state;
    struct figure_key a = base_key(), b = base_key();
    assert_int_equal(figure_key_cmp(&a, &b), 0);
    assert_true(figure_key_eq(&a, &b));
}

static void every_field_counts(void **state)
{
    (void)state;
    struct figure_key a = base_key();
    for (int f = 0; f < FIELDS; f++) {
        struct figure_key b = later((enum field)f);
        if (figure_key_cmp(&a, &b) >= 0) fail_msg("field %d does not put the key behind", f);
        assert_true(figure_key_cmp(&b, &a) > 0);
        assert_false(figure_key_eq(&a, &b));
    }
}

/* A field outweighs all that stand behind it. */
static void earlier_fields_first(void **state)
{
    (void)state;
    for (int f = 0; f < FIELDS; f++) {
        for (int g = f + 1; g < FIELDS; g++) {
            struct figure_key a = later((enum field)g), b = later((enum field)f);
            if (figure_key_cmp(&a, &b) >= 0) fail_msg("field %d does not outweigh field %d", f, g);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_to_itself),
        cmocka_unit_test(every_field_counts),
        cmocka_unit_test(earlier_fields_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
