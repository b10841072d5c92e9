/* SPDX-License-Identifier: Apache-2.0
 *
 * boundary: every unit of today has an area, areas are closed paths inside their picture, the archipelagos are there.
 */
#include "boundary.h"
#include "unit.h"

#include "unit_test.h"

#include <stdlib.h>

static const struct date TODAY = {2026, 11, 27}, BEFORE = {2025, 6, 30};

static size_t missing_of(enum unit_kind kind, enum boundary_kind boundary, struct date day, size_t *all)
{
    size_t missing = 0;
    *all = 0;
    for (uint32_t n = 1; n <= unit_count(); n++) {
        struct unit u = unit_at((struct unit_id){n});
        bool valid = (!date_known(u.from) || date_cmp(u.from, day) <= 0) &&
                     (!date_known(u.to) || date_cmp(u.to, day) >= 0);
        if (u.kind != kind || !valid) continue;
        ++*all;
        if (!boundary_find(boundary, u.code).n) missing++;
    }
    return missing;
}

static void test_all_units(void **state)
{
    size_t all;
    (void)state;
    assert_int_equal(missing_of(UNIT_COMMUNE, BOUNDARY_COMMUNE, TODAY, &all), 0);
    assert_int_equal(all, 3321);
    assert_int_equal(missing_of(UNIT_PROVINCE, BOUNDARY_PROVINCE, TODAY, &all), 0);
    assert_int_equal(all, 34);
    assert_int_equal(missing_of(UNIT_PROVINCE, BOUNDARY_OLD_PROVINCE, BEFORE, &all), 0);
    assert_int_equal(all, 63);
    assert_int_equal(missing_of(UNIT_DISTRICT, BOUNDARY_DISTRICT, BEFORE, &all), 0);
    assert_int_equal(all, 696);
    assert_int_equal(boundary_find(BOUNDARY_COMMUNE, STR("99999")).n, 0);
    assert_int_equal(boundary_find(BOUNDARY_PROVINCE, STR("")).n, 0);
}

/* Walks a path of M, l, h, v and z; every point must lie on the picture. */
static size_t walked(const char *p, const struct boundary_view *v)
{
    long x = 0, y = 0;
    size_t rings = 0;
    while (*p) {
        char what = *p++, *end;
        long a = 0, b = 0;
        if (what == 'z') {
            rings++;
            continue;
        }
        a = strtol(p, &end, 10);
        p = end;
        if (what == 'M' || what == 'l') b = strtol(p, &end, 10);
        p = end;
        if (what == 'M') {
            x = a;
            y = b;
        } else {
            x += what == 'v' ? 0 : a;
            y += what == 'v' ? a : b;
        }
        assert_true(x >= 0 && y >= 0 && x < (long)v->width + 2 && y < (long)v->height + 2);
    }
    return rings;
}

static void test_paths(void **state)
{
    (void)state;
    for (uint32_t n = 1; n <= unit_count(); n++) {
        struct unit u = unit_at((struct unit_id){n});
        struct boundary b = u.kind == UNIT_COMMUNE ? boundary_find(BOUNDARY_COMMUNE, u.code)
                                                   : boundary_find(BOUNDARY_DISTRICT, u.code);
        struct boundary_box box = BOUNDARY_NOWHERE;
        struct buf path = buf_make(SIZE_MAX);
        if (!b.n) continue;
        boundary_grow(&box, b, false);
        struct boundary_view v = boundary_view_of(box, 400, 600);
        boundary_path(&path, b, &v);
        assert_true(v.height <= 600);
        buf_char(&path, 0);
        assert_true(walked(buf_str(&path).ptr, &v) > 0);
        buf_free(&path);
    }
}

/* Đà Nẵng and Khánh Hòa hold them; on a map of the mainland alone they are left aside. */
static void test_archipelagos(void **state)
{
    static const char *const CODES[] = {"48", "56"};
    static const char *const FAR[] = {"20333", "22736"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct boundary_box all = BOUNDARY_NOWHERE, near = BOUNDARY_NOWHERE;
        boundary_grow(&all, boundary_find(BOUNDARY_PROVINCE, str_of(CODES[i])), false);
        boundary_grow(&near, boundary_find(BOUNDARY_PROVINCE, str_of(CODES[i])), true);
        assert_true(all.right > near.right + 10000);
        assert_true(boundary_is_far(boundary_find(BOUNDARY_COMMUNE, str_of(FAR[i]))));
    }
    assert_false(boundary_is_far(boundary_find(BOUNDARY_COMMUNE, STR("00004"))));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_all_units),
        cmocka_unit_test(test_paths),
        cmocka_unit_test(test_archipelagos),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
