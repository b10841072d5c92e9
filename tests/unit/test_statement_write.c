/* SPDX-License-Identifier: Apache-2.0
 *
 * statement_write: the exact lines of docs/FORMATS.md.
 */
#include "unit_test.h"

#include "buf.h"
#include "statement_write.h"

static const struct statement implemented = {.quote = STR_INIT("Nghị quyết\n98")};

static void compare(struct statement s, struct str file, const char *expected)
{
    struct buf b = buf_make(10000);
    statement_write(&b, &s, file, (struct span){0, 24, 41}, STR(""), &implemented);
    assert_true(str_ends(buf_str(&b), STR("\n")));
    assert_str(str_trim(buf_str(&b)), str_of(expected));
    buf_free(&b);
}

static struct statement figure(struct figure_statement f)
{
    return (struct statement){.quote = STR("111,24%"), .rule = STR("reached"), .figure = f};
}

static void a_level(void **state)
{
    (void)state;
    compare(
        figure((struct figure_statement){.value = {8343, -9},
                                         .unit = STR("VND"),
                                         .period = period_year(2023),
                                         .subject = STR("thu ngân sách \"quận\"\n"),
                                         .indicator = STR("C21"),
                                         .place = STR("quận Bình Thạnh")}),
        STR("bc.txt"),
        "{\"file\":\"bc.txt\",\"start\":24,\"end\":41,\"quote\":\"111,24%\",\"value\":8343000000000,\"unit\":\"VND\","
        "\"bound\":\"exact\",\"kind\":\"level\",\"aspect\":\"actual\",\"period\":\"2023\","
        "\"subject\":\"thu ngân sách \\\"quận\\\" \",\"indicator\":\"C21\",\"place\":\"quận Bình "
        "Thạnh\",\"rule\":\"reached\"}");
}

static void fields_that_apply_only_sometimes(void **state)
{
    (void)state;
    compare(
        figure((struct figure_statement){.value = {-980, 2},
                                         .value_max = {5, 0},
                                         .of = {12, 0},
                                         .has_max = true,
                                         .has_of = true,
                                         .unit = STR("%"),
                                         .bound = BOUND_ABOUT,
                                         .kind = KIND_GROWTH,
                                         .against = AGAINST_PERIOD,
                                         .against_period = period_year(2015),
                                         .aspect = ASPECT_ESTIMATE}),
        STR("b\xFF\x80\x01.txt"),
        "{\"file\":\"b\uFFFD\uFFFD\uFFFD.txt\",\"start\":24,\"end\":41,\"quote\":\"111,24%\",\"value\":-9.80,\"value_"
        "max\":5,"
        "\"of\":12,\"unit\":\"%\",\"bound\":\"about\",\"kind\":\"growth\",\"against\":\"2015\",\"aspect\":\"estimate\","
        "\"period\":\"\",\"subject\":\"\",\"indicator\":\"\",\"place\":\"\",\"rule\":\"reached\"}");
}

static void other_statements(void **state)
{
    (void)state;
    struct statement s = {.kind = STATEMENT_REFERENCE, .quote = STR("Kế hoạch số 232/KH-UBND"), .rule = STR("symbol")};
    s.reference = (struct reference_statement){.document_kind = STR("Kế hoạch"),
                                               .symbol = STR("232/KH-UBND"),
                                               .symbol_norm = STR("232/KH-UBND"),
                                               .date = {2023, 10, 27},
                                               .implements = 0};
    compare(s, STR("-"),
            "{\"statement\":\"document_reference\",\"file\":\"-\",\"start\":24,\"end\":41,\"quote\":\"Kế hoạch số "
            "232/KH-UBND\","
            "\"document_kind\":\"Kế hoạch\",\"symbol\":\"232/KH-UBND\",\"symbol_norm\":\"232/KH-UBND\",\"issuer\":\"\","
            "\"date\":\"2023-10-27\",\"about\":\"\",\"implements\":\"Nghị quyết 98\",\"rule\":\"symbol\"}");
    s = (struct statement){.kind = STATEMENT_DIRECTIVE, .quote = STR("q"), .rule = STR("order")};
    s.directive = (struct directive_statement){.who = STR("UBND quận"),
                                               .whom = STR("các phòng"),
                                               .what = STR("báo cáo"),
                                               .due_words = STR("trong năm 2024"),
                                               .due = period_year(2024)};
    compare(s, STR("-"),
            "{\"statement\":\"directive\",\"file\":\"-\",\"start\":24,\"end\":41,\"quote\":\"q\",\"who\":\"UBND quận\","
            "\"whom\":\"các phòng\",\"what\":\"báo cáo\",\"due_words\":\"trong năm "
            "2024\",\"due\":\"2024\",\"rule\":\"order\"}");
}

/* Something to escape at every place of a text: the search goes eight bytes at a time. */
static void escapes_at_every_place(void **state)
{
    static const char *const special[][2] = {{"\"", "\\\""},      {"\\", "\\\\"}, {"\n", " "},
                                             {"\x1F", "\\u001f"}, {"é", "é"},     {"\x7F", "\x7F"}};
    (void)state;
    for (size_t k = 0; k < sizeof special / sizeof special[0]; k++)
        for (size_t at = 0; at < 20; at++) {
            struct buf unit = buf_make(100), expected = buf_make(1000), b = buf_make(1000);
            buf_fill(&unit, 'x', at);
            buf_put_z(&unit, special[k][0]);
            buf_fill(&unit, 'y', 19 - at);
            buf_put(&expected, STR("\"subject\":\""));
            buf_fill(&expected, 'x', at);
            buf_put_z(&expected, special[k][1]);
            buf_fill(&expected, 'y', 19 - at);
            buf_put(&expected, STR("\",\"indicator\""));
            struct statement s = figure((struct figure_statement){.subject = buf_str(&unit)});
            statement_write(&b, &s, STR(""), (struct span){0}, STR("s1"), NULL);
            if (!str_has(buf_str(&b), buf_str(&expected))) fail_msg("%zu %zu: %.*s", k, at, STR_ARG(buf_str(&b)));
            buf_free(&unit);
            buf_free(&expected);
            buf_free(&b);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_level),
        cmocka_unit_test(fields_that_apply_only_sometimes),
        cmocka_unit_test(other_statements),
        cmocka_unit_test(escapes_at_every_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
