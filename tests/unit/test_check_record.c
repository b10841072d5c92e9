/* SPDX-License-Identifier: Apache-2.0
 *
 * check_record: a document against what the record holds. The rules themselves are tested by the cases of tests/check.
 */
#include "record_fixture.h"

#include "check_record.h"

static const struct hand_figure kept = {"1.996,2 tỷ đồng",  "1996200000000",         "VND", "C01", "2023-H1",
                                        .kind = KIND_LEVEL, .place = "quận Bình Tân"};

static struct fixture with_a_figure(void)
{
    struct fixture f = fixture_open();
    const char *text = "Năm 2023, thu ngân sách 6 tháng đạt 1.996,2 tỷ đồng.";
    struct import_options o = {.accept = true};
    struct import_result result;
    struct err err = {0};
    struct read_result r = hand_reading(f.a, "a.txt", text, &kept, 1);
    assert_true(import_save(&result, f.db, f.a, &officer, str_of(text), &r, &o, &err));
    assert_int_equal(result.accepted, 1);
    return f;
}

static struct findings check_text(struct fixture *f, const char *text, const struct hand_figure *figure, size_t *loaded)
{
    struct err err;
    struct findings found;
    struct read_result *r = arena_new(f->a, struct read_result);
    struct checker *c = check_begin(f->a, LANG_VI);
    *r = hand_reading(f->a, "b.txt", text, figure, 1);
    check_tell_document(c, r->document.text.inside);
    check_tell(c, r->reading.at, r->reading.len);
    check_tell_date(c, r->reading.date);
    assert_true(check_record_tell(loaded, c, f->db, f->a, &err));
    check_end(&found, c);
    return found;
}

static void another_value_is_found(void **state)
{
    (void)state;
    struct fixture f = with_a_figure();
    size_t loaded;
    struct hand_figure figure = kept;
    figure.quote = "1.969,2 tỷ đồng";
    figure.value = "1969200000000";
    figure.subject = "số thu ngân sách trên địa bàn"; /* other words, the same indicator */
    struct findings found = check_text(&f, "Năm 2023, số thu ngân sách trên địa bàn 6 tháng đạt 1.969,2 tỷ đồng.",
                                       &figure, &loaded);
    assert_int_equal(loaded, 1);
    assert_int_equal(found.len, 1);
    assert_str(found.at[0].rule, STR("same_figure_twice"));
    assert_int_equal(found.at[0].severity, SEVERITY_CONTRADICTION);
    assert_int_equal(found.at[0].span_count, 2);
    bool record = false;
    for (size_t i = 0; i < 2; i++) record = record || found.at[0].spans[i].span.document == CHECK_RECORD;
    assert_true(record);
    fixture_close(&f);
}

static void the_same_value_is_not(void **state)
{
    (void)state;
    struct fixture f = with_a_figure();
    size_t loaded;
    struct hand_figure figure = kept;
    figure.quote = "gần 2.000 tỷ đồng";
    figure.value = "2000000000000";
    figure.bound = BOUND_UNDER;
    struct findings found = check_text(&f, "Năm 2023, thu ngân sách 6 tháng đạt gần 2.000 tỷ đồng.", &figure, &loaded);
    assert_int_equal(loaded, 1);
    assert_int_equal(found.len, 0);
    fixture_close(&f);
}

static void another_place_or_no_indicator_brings_nothing(void **state)
{
    (void)state;
    struct fixture f = with_a_figure();
    size_t loaded;
    struct hand_figure figure = kept;
    figure.place = "quận Không Có";
    check_text(&f, "Thu ngân sách đạt 1.996,2 tỷ đồng.", &figure, &loaded);
    assert_int_equal(loaded, 0);
    figure = kept;
    figure.indicator = "";
    check_text(&f, "Thu ngân sách đạt 1.996,2 tỷ đồng.", &figure, &loaded);
    assert_int_equal(loaded, 0);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(another_value_is_found),
        cmocka_unit_test(the_same_value_is_not),
        cmocka_unit_test(another_place_or_no_indicator_brings_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
