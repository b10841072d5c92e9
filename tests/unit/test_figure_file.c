/* SPDX-License-Identifier: Apache-2.0 */
#include "record_fixture.h"

#include "buf.h"
#include "dataset.h"
#include "figure_file.h"
#include "file.h"
#include "snapshot.h"
#include "unit_add.h"

static struct str write_file(struct fixture *f, const char *name, const char *text)
{
    struct err err;
    struct str path = scratch_path(&f->scratch, name);
    assert_true(file_write(path, str_of(text), &err));
    return path;
}

/* The code that the unit of the only figure of a file has; "!name" of the error. */
static struct str unit_of_only(struct fixture *f, const char *unit, const char *period)
{
    struct figure_file file;
    struct err err;
    struct read_options o = {.place = STR("")};
    char text[300];
    snprintf(text, sizeof text, "{\"unit\":\"%s\",\"indicator\":\"C01\",\"period\":\"%s\",\"value\":1}", unit, period);
    if (!figure_file_read(&file, f->db, f->a, write_file(f, "a.json", text), &o, HABIT_AUTO, &err))
        return err_name(err.code);
    assert_int_equal(file.read.reading.len, 1);
    return file.given[0].unit;
}

static void codes_are_of_the_day(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    /* Code 26905 was one ward to 30/6/2025 and is another since. */
    assert_str(unit_of_only(&f, "26905", "2023"), STR("26905.2025"));
    assert_str(unit_of_only(&f, "26905", "2026-Q1"), STR("26905"));
    assert_str(unit_of_only(&f, "26905.2025", "2023"), STR("26905.2025"));
    assert_str(unit_of_only(&f, "quận Bình Thạnh", "2023-H1"), unit_of_only(&f, "765", "2023-H1"));
    assert_str(unit_of_only(&f, "quận Bình Thạnh", "2026"), STR("figures_unit"));
    assert_str(unit_of_only(&f, "không đâu cả", "2023"), STR("figures_unit"));
    fixture_close(&f);
}

static struct looked_unit add(struct fixture *f, const char *name, const char *code, struct str parent)
{
    struct looked_unit u;
    struct err err;
    struct unit_wish w = {.name = str_of(name), .code = str_of(code), .parent = parent};
    assert_true(unit_add(&u, f->db, f->a, &officer, &w, &err));
    return u;
}

static struct figure_list figures_of(struct fixture *f)
{
    struct figure_list list;
    struct err err;
    assert_true(figure_list_current(&list, f->db, f->a, NULL, 0, STR(""), &err));
    return list;
}

static size_t bring(struct fixture *f, struct str path)
{
    struct figure_file file;
    struct import_result result;
    struct err err;
    struct read_options o = {.place = STR("")};
    if (!figure_file_read(&file, f->db, f->a, path, &o, HABIT_AUTO, &err))
        fail_msg("%.*s: %.*s", STR_ARG(err_name(err.code)), STR_ARG(err_arg(&err, 2)));
    assert_true(figure_file_save(&result, f->db, f->a, &officer, &file, &o, true, STR(""), &err));
    return result.accepted;
}

/* Every kind, bound, aspect, base, layer and precision; two units of one name; a unit of the country. */
static const char EVERYTHING[] =
    "{\"unit\":\"tram-1\",\"indicator\":\"H01d\",\"period\":\"2023\",\"value\":10}\n"
    "{\"unit\":\"tram-2\",\"indicator\":\"H01d\",\"period\":\"2023\",\"value\":20,\"bound\":\"over\"}\n"
    "{\"unit\":\"79\",\"indicator\":\"C01\",\"period\":\"2023-9M\",\"value\":\"371000.50\",\"measure\":\"tỷ đồng\"}\n"
    "{\"unit\":\"79\",\"indicator\":\"C01\",\"period\":\"2022\",\"value\":\"440000\",\"value_max\":\"450000\","
    "\"measure\":\"tỷ đồng\",\"bound\":\"about\",\"aspect\":\"estimate\"}\n"
    "{\"unit\":\"79\",\"indicator\":\"C01\",\"period\":\"2021\",\"kind\":\"growth\",\"against\":\"same_period\","
    "\"value\":-7.30}\n"
    "{\"unit\":\"79\",\"indicator\":\"C01\",\"period\":\"2020\",\"kind\":\"growth\",\"against\":\"2015\",\"value\":55}"
    "\n"
    "{\"unit\":\"79\",\"indicator\":\"C01\",\"period\":\"2024\",\"aspect\":\"plan\",\"layer\":\"hdnd\",\"value\":400,"
    "\"value_scale\":-2,\"measure\":\"nghìn tỷ đồng\"}\n"
    "{\"unit\":\"tram-1\",\"indicator\":\"I02a\",\"period\":\"..2023-06-30\",\"kind\":\"fraction\",\"value\":35,\"of\":"
    "38}\n";

static void same_figure(const struct kept_figure *x, const struct kept_figure *y)
{
    const struct figure *a = &x->figure, *b = &y->figure;
    assert_true(figure_key_eq(&a->key, &b->key));
    assert_true(decimal_eq(a->value, b->value) && a->value.scale == b->value.scale);
    assert_true(a->has_max == b->has_max && a->has_of == b->has_of && a->bound == b->bound);
    if (a->has_max) assert_true(decimal_eq(a->value_max, b->value_max) && a->value_max.scale == b->value_max.scale);
    if (a->has_of) assert_true(decimal_eq(a->of, b->of) && a->of.scale == b->of.scale);
    assert_str(a->measure, b->measure);
}

static void a_record_comes_back(void **state)
{
    (void)state;
    struct fixture f = fixture_open(), g = fixture_open();
    struct dataset_result written;
    struct err err;
    struct dataset_wish all = {.unit = STR(""), .indicator = STR(""), .license = STR("")};
    struct looked_unit up = add(&f, "phòng Thử Nghiệm", "", STR("79"));
    add(&f, "trạm Số Một", "tram-1", up.id);
    add(&f, "trạm Số Một", "tram-2", up.id);
    assert_int_equal(bring(&f, write_file(&f, "a.jsonl", EVERYTHING)), 8);
    struct str folder = scratch_path(&f.scratch, "goi");
    assert_true(dataset_save(&written, f.db, f.a, folder, &all, &err));
    assert_int_equal(written.figures, 8);
    assert_int_equal(bring(&g, folder), 8);
    assert_int_equal(bring(&g, folder), 0);
    struct figure_list before = figures_of(&f), after = figures_of(&g);
    assert_int_equal(after.len, before.len);
    for (size_t i = 0; i < after.len; i++) same_figure(&before.at[i], &after.at[i]);
    assert_true(fixture_verifies(g.path, NULL));
    fixture_close(&f);
    fixture_close(&g);
}

/* All of a file or nothing: the record does not change when the last line is wrong. */
static void a_wrong_last_line(void **state)
{
    (void)state;
    struct fixture f = fixture_open();
    struct figure_file file;
    struct err err;
    struct read_options o = {.place = STR("79")};
    struct str path = write_file(&f, "a.jsonl",
                                 "{\"indicator\":\"C01\",\"period\":\"2023\",\"value\":1}\n"
                                 "{\"indicator\":\"C01\",\"period\":\"2024\",\"value\":\"1 2\"}\n");
    assert_false(figure_file_read(&file, f.db, f.a, path, &o, HABIT_AUTO, &err));
    assert_int_equal(err.code, ERR_FIGURES_NUMBER);
    assert_str(err_arg(&err, 1), STR("2"));
    assert_int_equal(figures_of(&f).len, 0);
    fixture_close(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_of_the_day),
        cmocka_unit_test(a_record_comes_back),
        cmocka_unit_test(a_wrong_last_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
