/* SPDX-License-Identifier: Apache-2.0
 *
 * rows: the same rows as table, JSON lines, JSON, CSV and CSV for Excel; the table on a terminal that is too narrow.
 */
#include "unit_test.h"

#include "arena.h"
#include "buf.h"
#include "rows.h"

static const struct column COLUMNS[] = {
    {"code", "Mã", COLUMN_FIXED}, {"name", "Tên chỉ tiêu", 0},     {"value", "Giá trị", COLUMN_NUMBER},
    {"late", "Trễ", 0},           {"document", NULL, COLUMN_DATA}, {NULL, "Ghi chú", COLUMN_EYES},
};

static void put_row(struct rows *r, const char *code, const char *name, struct decimal value, bool late,
                    const char *note)
{
    rows_text(r, str_of(code));
    rows_text(r, str_of(name));
    rows_decimal(r, value);
    rows_bool(r, late);
    rows_text(r, STR("bc.txt"));
    rows_text(r, str_of(note));
    rows_end(r);
}

static void compare(struct rows_look look, const char *expected)
{
    struct buf b = buf_make(100000);
    struct arena *a = arena_make(SIZE_MAX);
    struct rows *r = rows_open(&b, a, COLUMNS, 6, look);
    put_row(r, "C01", "Thu ngân sách; \"dự toán\"", (struct decimal){834350, 2}, true, "=1+1");
    put_row(r, "C2", "=Đất ở, đất vườn", (struct decimal){-5, 1}, false, "");
    rows_text(r, STR("C3"));
    rows_none(r);
    rows_none(r);
    rows_none(r);
    rows_none(r);
    rows_none(r);
    rows_end(r);
    rows_close(r);
    assert_int_equal(rows_count(r), 3);
    assert_str(buf_str(&b), str_of(expected));
    buf_free(&b);
    arena_close(a);
}

static void table(void **state)
{
    (void)state;
    compare((struct rows_look){.format = FORMAT_TABLE}, "Mã   Tên chỉ tiêu               Giá trị  Trễ    Ghi chú\n"
                                                        "───  ────────────────────────  ────────  ─────  ───────\n"
                                                        "C01  Thu ngân sách; \"dự toán\"  8.343,50  có     =1+1\n"
                                                        "C2   =Đất ở, đất vườn              -0,5  không\n"
                                                        "C3\n");
}

static void table_in_english(void **state)
{
    (void)state;
    struct buf b = buf_make(1000);
    number_write(&b, (struct decimal){-123456789, 2}, LANG_EN);
    assert_str(buf_str(&b), STR("-1,234,567.89"));
    buf_free(&b);
}

/* Texts and heads go on below one another; a column without a text is left out; numbers are never cut. */
static void narrow_terminal_breaks_texts_not_numbers(void **state)
{
    (void)state;
    compare((struct rows_look){.format = FORMAT_TABLE, .width = 44}, "Mã   Tên chỉ tiêu       Giá trị  Trễ    Ghi\n"
                                                                     "                                        chú\n"
                                                                     "───  ────────────────  ────────  ─────  ────\n"
                                                                     "C01  Thu ngân sách;    8.343,50  có     =1+1\n"
                                                                     "     \"dự toán\"\n"
                                                                     "C2   =Đất ở, đất vườn      -0,5  không\n"
                                                                     "C3\n");
}

static void narrow_table_of(struct buf *b, size_t width, const char *name, const char *number)
{
    static const struct column columns[] = {
        {"a", "Chỉ tiêu", 0}, {"b", "Chưa gửi, quá hạn", COLUMN_NUMBER}, {"c", "Ghi chú", 0}};
    struct arena *a = arena_make(SIZE_MAX);
    struct rows *r = rows_open(b, a, columns, 3, (struct rows_look){.format = FORMAT_TABLE, .width = width});
    rows_text(r, str_of(name));
    rows_decimal_shown(r, (struct decimal){0}, str_of(number));
    rows_text(r, STR(""));
    rows_end(r);
    rows_close(r);
    arena_close(a);
}

static void narrow_tables_are_clipped_after_three_lines(void **state)
{
    static const struct {
        const char *name, *number, *table;
    } cases[] = {
        {"Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ", "167/168",
         "Chỉ tiêu     Chưa\n             gửi,\n          quá hạn\n────────  ───────\n"
         "Tổng mức  167/168\nbán lẻ\nhàng hó…\n"},
        {"đồng/người", "không so sánh được",
         "Chỉ tiêu  Chưa gửi,\n            quá hạn\n────────  ─────────\n"
         "đồng/      không so\nngười     sánh được\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf b = buf_make(1000);
        narrow_table_of(&b, 12, cases[i].name, cases[i].number);
        assert_str(buf_str(&b), str_of(cases[i].table));
        buf_free(&b);
    }
}

/* A table of many columns becomes blocks: names above, numbers in line, the rest below with its head. */
static void wide_tables_become_blocks(void **state)
{
    static const struct column columns[] = {
        {"a", "Mã", COLUMN_FIXED},
        {"b", "Chỉ tiêu", 0},
        {"c", "ĐVT", 0},
        {"d", "Kế hoạch", COLUMN_NUMBER},
        {"e", "Thực hiện", COLUMN_NUMBER},
        {"f", "% kế hoạch", COLUMN_NUMBER},
        {"g", "Với kế hoạch", 0},
        {"h", "Tiến độ", 0},
    };
    static const struct {
        size_t width;
        const char *table;
    } cases[] = {
        {60, "Mã  Chỉ tiêu  ĐVT\n"
             "  Kế hoạch  Thực hiện  % kế hoạch  Với kế hoạch  Tiến độ\n"
             "  ────────  ─────────  ──────────  ────────────  ───────\n"
             "C01  Thu ngân sách nhà nước trên địa bàn  tỷ đồng\n"
             "     7.500      8.343      111,24  vượt          nhanh\n"
             "     7.000      8.343      119,19  vượt\n"},
        {34, "Mã  Chỉ tiêu  ĐVT\n"
             "  Kế hoạch    Thực    % kế  Với kế\n"
             "              hiện   hoạch  hoạch\n"
             "  ────────  ──────  ──────  ──────\n"
             "C01  Thu ngân sách nhà nước\n"
             "    trên địa bàn  tỷ đồng\n"
             "     7.500   8.343  111,24  vượt\n"
             "  Tiến độ: nhanh\n"
             "     7.000   8.343  119,19  vượt\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf b = buf_make(4000);
        struct arena *a = arena_make(SIZE_MAX);
        struct rows *r = rows_open(&b, a, columns, 8,
                                   (struct rows_look){.format = FORMAT_TABLE, .width = cases[i].width});
        for (int k = 0; k < 2; k++) {
            rows_text(r, k ? STR("") : STR("C01"));
            rows_text(r, k ? STR("") : STR("Thu ngân sách nhà nước trên địa bàn"));
            rows_text(r, k ? STR("") : STR("tỷ đồng"));
            rows_decimal_shown(r, DECIMAL_INT(1), k ? STR("7.000") : STR("7.500"));
            rows_decimal_shown(r, DECIMAL_INT(1), STR("8.343"));
            rows_decimal_shown(r, DECIMAL_INT(1), k ? STR("119,19") : STR("111,24"));
            rows_text(r, STR("vượt"));
            rows_text(r, k ? STR("") : STR("nhanh"));
            rows_end(r);
        }
        rows_close(r);
        assert_str(buf_str(&b), str_of(cases[i].table));
        buf_free(&b);
        arena_close(a);
    }
}

static void columns_to_keep_give_way_last(void **state)
{
    static const struct column two[] = {{"a", "A", 0}, {"b", "B", COLUMN_KEEP}};
    static const struct {
        size_t width;
        const char *row;
    } cases[] = {{60, "một câu dài bằng hai mươi  15.547 tỷ 719 triệu đồng\n"},
                 {40, "một câu dài     15.547 tỷ 719 triệu đồng\nbằng hai mươi\n"},
                 {34, "một câu   15.547 tỷ 719 triệu đồng\ndài bằng\nhai mươi\n"},
                 {30, "một câu   15.547 tỷ 719 triệu\ndài bằng  đồng\nhai mươi\n"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf b = buf_make(1000);
        struct arena *a = arena_make(SIZE_MAX);
        struct rows *r = rows_open(&b, a, two, 2, (struct rows_look){.format = FORMAT_TABLE, .width = cases[i].width});
        rows_text(r, STR("một câu dài bằng hai mươi"));
        rows_text(r, STR("15.547 tỷ 719 triệu đồng"));
        rows_end(r);
        rows_close(r);
        assert_true(str_ends(buf_str(&b), str_of(cases[i].row)));
        buf_free(&b);
        arena_close(a);
    }
}

static void json_lines(void **state)
{
    (void)state;
    compare((struct rows_look){.format = FORMAT_JSONL},
            "{\"code\":\"C01\",\"name\":\"Thu ngân sách; \\\"dự "
            "toán\\\"\",\"value\":8343.50,\"late\":true,\"document\":\"bc.txt\"}\n"
            "{\"code\":\"C2\",\"name\":\"=Đất ở, đất vườn\",\"value\":-0.5,\"late\":false,\"document\":\"bc.txt\"}\n"
            "{\"code\":\"C3\",\"name\":null,\"value\":null,\"late\":null,\"document\":null}\n");
}

static void json(void **state)
{
    (void)state;
    compare((struct rows_look){.format = FORMAT_JSON},
            "[{\"code\":\"C01\",\"name\":\"Thu ngân sách; \\\"dự "
            "toán\\\"\",\"value\":8343.50,\"late\":true,\"document\":\"bc.txt\"},"
            "{\"code\":\"C2\",\"name\":\"=Đất ở, đất vườn\",\"value\":-0.5,\"late\":false,\"document\":\"bc.txt\"},"
            "{\"code\":\"C3\",\"name\":null,\"value\":null,\"late\":null,\"document\":null}]\n");
}

static void csv(void **state)
{
    (void)state;
    compare((struct rows_look){.format = FORMAT_CSV}, "code,name,value,late,document\r\n"
                                                      "C01,\"Thu ngân sách; \"\"dự toán\"\"\",8343.50,true,bc.txt\r\n"
                                                      "C2,\"=Đất ở, đất vườn\",-0.5,false,bc.txt\r\n"
                                                      "C3,,,,\r\n");
}

static void csv_for_excel(void **state)
{
    (void)state;
    compare((struct rows_look){.format = FORMAT_CSV_EXCEL},
            "\xEF\xBB\xBF"
            "code;name;value;late;document\r\n"
            "C01;\"Thu ngân sách; \"\"dự toán\"\"\";8343,50;true;bc.txt\r\n"
            "C2;'=Đất ở, đất vườn;-0,5;false;bc.txt\r\n"
            "C3;;;;\r\n");
}

static void colour_takes_no_room(void **state)
{
    static const struct column two[] = {{"a", "A", 0}, {"b", "B", COLUMN_NUMBER}};
    (void)state;
    struct buf b = buf_make(1000);
    struct arena *a = arena_make(SIZE_MAX);
    struct rows *r = rows_open(&b, a, two, 2, (struct rows_look){.format = FORMAT_TABLE, .color = true});
    rows_style(r, STYLE_GOOD);
    rows_text(r, STR("đạt"));
    rows_int(r, 1000);
    rows_end(r);
    rows_close(r);
    assert_str(buf_str(&b), STR("\033[1mA\033[0m        \033[1mB\033[0m\n───  ─────\n\033[32mđạt\033[0m  1.000\n"));
    buf_free(&b);
    arena_close(a);
}

/* After the rows that decide the widths, rows are written as they come and memory stays. */
static void many_rows_in_little_memory(void **state)
{
    static const struct column one[] = {{"n", "Số", COLUMN_NUMBER}, {"t", "Chữ", 0}};
    (void)state;
    struct buf b = buf_make(1 << 20);
    struct arena *a = arena_make(SIZE_MAX);
    struct rows *r = rows_open(&b, a, one, 2, (struct rows_look){.format = FORMAT_TABLE});
    size_t held = 0;
    for (int i = 0; i < 20000; i++) {
        rows_int(r, i % 10);
        rows_text(r, STR("chữ"));
        rows_end(r);
        if (i == 1000) held = arena_held(a);
        if (i > TABLE_LOOKED_AT) buf_clear(&b);
    }
    rows_close(r);
    assert_int_equal(arena_held(a), held);
    assert_int_equal(rows_count(r), 20000);
    buf_free(&b);
    arena_close(a);
}

static void empty_list(void **state)
{
    static const struct {
        enum format format;
        const char *expected;
    } cases[] = {{FORMAT_TABLE, "Số\n──\n"}, {FORMAT_JSONL, ""}, {FORMAT_JSON, "[]\n"}, {FORMAT_CSV, "n\r\n"}};
    static const struct column one[] = {{"n", "Số", COLUMN_NUMBER}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct buf b = buf_make(1000);
        struct arena *a = arena_make(SIZE_MAX);
        rows_close(rows_open(&b, a, one, 1, (struct rows_look){.format = cases[i].format}));
        assert_str(buf_str(&b), str_of(cases[i].expected));
        buf_free(&b);
        arena_close(a);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(table),
        cmocka_unit_test(table_in_english),
        cmocka_unit_test(narrow_terminal_breaks_texts_not_numbers),
        cmocka_unit_test(narrow_tables_are_clipped_after_three_lines),
        cmocka_unit_test(wide_tables_become_blocks),
        cmocka_unit_test(columns_to_keep_give_way_last),
        cmocka_unit_test(json_lines),
        cmocka_unit_test(json),
        cmocka_unit_test(csv),
        cmocka_unit_test(csv_for_excel),
        cmocka_unit_test(colour_takes_no_room),
        cmocka_unit_test(many_rows_in_little_memory),
        cmocka_unit_test(empty_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
