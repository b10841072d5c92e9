/* SPDX-License-Identifier: Apache-2.0
 *
 * symbol: the forms that are met in papers, and what looks like a symbol and is not one.
 */
#include "unit_test.h"

#include "buf.h"
#include "symbol.h"

static const struct {
    const char *text, *written;
    enum symbol_grammar grammar;
    unsigned number, year;
    const char *kind, *issuer, *name;
    bool regular;
} CASES[] = {
    {"232/KH-UBND", "232/KH-UBND", SYMBOL_STATE, 232, 0, "KH", "UBND", "Kế hoạch", true},
    {"2856/QĐ-UBND", "2856/QĐ-UBND", SYMBOL_STATE, 2856, 0, "QĐ", "UBND", "Quyết định", true},
    {"09/2019/NĐ-CP", "09/2019/NĐ-CP", SYMBOL_STATE, 9, 2019, "NĐ", "CP", "Nghị định", true},
    {"98/2023/QH15", "98/2023/QH15", SYMBOL_STATE, 98, 2023, "", "QH15", "", true},
    {"02/2022/UBTVQH15", "02/2022/UBTVQH15", SYMBOL_STATE, 2, 2022, "", "UBTVQH15", "", true},
    {"1685/NQ-UBTVQH15", "1685/NQ-UBTVQH15", SYMBOL_STATE, 1685, 0, "NQ", "UBTVQH15", "Nghị quyết", true},
    {"636/TB-VPCP", "636/TB-VPCP", SYMBOL_STATE, 636, 0, "TB", "VPCP", "Thông báo", true},
    {"05/2023/QĐ-TTg", "05/2023/QĐ-TTG", SYMBOL_STATE, 5, 2023, "QĐ", "TTg", "Quyết định", true},
    {"26/2026/TT-BTC", "26/2026/TT-BTC", SYMBOL_STATE, 26, 2026, "TT", "BTC", "Thông tư", true},
    {"01/2018/TTLT-BTC-BNV", "01/2018/TTLT-BTC-BNV", SYMBOL_STATE, 1, 2018, "TTLT", "BTC-BNV", "Thông tư liên tịch",
     true},
    {"1747/UBND-NC", "1747/UBND-NC", SYMBOL_STATE, 1747, 0, "", "UBND-NC", "Công văn", true},
    {"1709/BKHCN-CĐSQG", "1709/BKHCN-CĐSQG", SYMBOL_STATE, 1709, 0, "", "BKHCN-CĐSQG", "Công văn", true},
    {"512/TTg-KTTH", "512/TTG-KTTH", SYMBOL_STATE, 512, 0, "", "TTg-KTTH", "Công văn", true},
    {"128/SGD&ĐT-VP", "128/SGD&ĐT-VP", SYMBOL_STATE, 128, 0, "", "SGD&ĐT-VP", "Công văn", true},
    {"15/CTr-UBND", "15/CTR-UBND", SYMBOL_STATE, 15, 0, "CTr", "UBND", "Chương trình", true},
    {"15/TTr-STC", "15/TTR-STC", SYMBOL_STATE, 15, 0, "TTr", "STC", "Tờ trình", true},
    {"585/QĐ-UBND-HC", "585/QĐ-UBND-HC", SYMBOL_STATE, 585, 0, "QĐ", "UBND-HC", "Quyết định", true},
    {"163/2025/QĐ-CTUBND", "163/2025/QĐ-CTUBND", SYMBOL_STATE, 163, 2025, "QĐ", "CTUBND", "Quyết định", true},
    {"12/KL-TTr", "12/KL-TTR", SYMBOL_STATE, 12, 0, "KL", "TTr", "Kết luận", true},
    /* irregular, all met in papers */
    {"01/Ctr-UBND", "01/CTR-UBND", SYMBOL_STATE, 1, 0, "Ctr", "UBND", "Chương trình", false},
    {"78/CP", "78/CP", SYMBOL_STATE, 78, 0, "", "CP", "", false},
    {"012/CT-UBND", "12/CT-UBND", SYMBOL_STATE, 12, 0, "CT", "UBND", "Chỉ thị", false},
    {"02223/QĐ-UBND", "2223/QĐ-UBND", SYMBOL_STATE, 2223, 0, "QĐ", "UBND", "Quyết định", false},
    {"5/BC-UBND", "05/BC-UBND", SYMBOL_STATE, 5, 0, "BC", "UBND", "Báo cáo", false},
    {"01/NQ-TU", "01/NQ-TU", SYMBOL_STATE, 1, 0, "NQ", "TU", "Nghị quyết", false},
    {"45/QĐ/UB", "45/QĐ-UB", SYMBOL_STATE, 45, 0, "QĐ", "UB", "Quyết định", false},
    {"124/KH", "124/KH", SYMBOL_STATE, 124, 0, "KH", "", "Kế hoạch", false},
    {"16/QH15", "16/QH15", SYMBOL_STATE, 16, 0, "", "QH15", "", false},
    {" 232 /KH - UBND ", "232/KH-UBND", SYMBOL_STATE, 232, 0, "KH", "UBND", "Kế hoạch", true},
    {"98/2023/ QH15", "98/2023/QH15", SYMBOL_STATE, 98, 2023, "", "QH15", "", true},
    {"232/KH–UBND", "232/KH-UBND", SYMBOL_STATE, 232, 0, "KH", "UBND", "Kế hoạch", true},
    {"2856/qđ-ubnd", "2856/QĐ-UBND", SYMBOL_STATE, 2856, 0, "qđ", "ubnd", "Quyết định", false},
    /* Party */
    {"05-CT/TW", "05-CT/TW", SYMBOL_PARTY, 5, 0, "CT", "TW", "Chỉ thị", true},
    {"55-QĐ/TW", "55-QĐ/TW", SYMBOL_PARTY, 55, 0, "QĐ", "TW", "Quyết định", true},
    {"08-QĐi/TW", "08-QĐI/TW", SYMBOL_PARTY, 8, 0, "QĐi", "TW", "Quy định", true},
    {"01-ĐA/TU", "01-ĐA/TU", SYMBOL_PARTY, 1, 0, "ĐA", "TU", "Đề án", true},
    {"1374-QĐ/TU", "1374-QĐ/TU", SYMBOL_PARTY, 1374, 0, "QĐ", "TU", "Quyết định", true},
    {"123-NQ/ĐBHN", "123-NQ/ĐBHN", SYMBOL_PARTY, 123, 0, "NQ", "ĐBHN", "Nghị quyết", true},
    {"14-KL/QU", "14-KL/QU", SYMBOL_PARTY, 14, 0, "KL", "QU", "Kết luận", true},
    {"7-CTr/HU", "07-CTR/HU", SYMBOL_PARTY, 7, 0, "CTr", "HU", "Chương trình", false},
    {"21-CTR/TU", "21-CTR/TU", SYMBOL_PARTY, 21, 0, "CTR", "TU", "Chương trình", false},
    {"80 - NQ/TW", "80-NQ/TW", SYMBOL_PARTY, 80, 0, "NQ", "TW", "Nghị quyết", true},
};

static void forms_are_read(void **state)
{
    (void)state;
    struct buf b = buf_make(1000);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct symbol s;
        if (!symbol_read(&s, str_of(CASES[i].text))) fail_msg("cannot read «%s»", CASES[i].text);
        buf_clear(&b);
        symbol_write(&b, &s);
        assert_str(buf_str(&b), str_of(CASES[i].written));
        assert_int_equal(s.grammar, CASES[i].grammar);
        assert_int_equal(s.number, CASES[i].number);
        assert_int_equal(s.year, CASES[i].year);
        assert_str(s.kind, str_of(CASES[i].kind));
        assert_str(s.issuer, str_of(CASES[i].issuer));
        assert_str(s.kind_name, str_of(CASES[i].name));
        if (s.regular != CASES[i].regular)
            fail_msg("«%s» should %sbe regular", CASES[i].text, CASES[i].regular ? "" : "not ");
        struct symbol again;
        assert_true(symbol_read(&again, buf_str(&b)));
        assert_int_equal(again.number, s.number);
    }
    buf_free(&b);
}

static void other_texts_are_refused(void **state)
{
    (void)state;
    static const char *const WRONG[] = {"",
                                        "232",
                                        "35/38",
                                        "13-7-2023",
                                        "15/02/2024",
                                        "6/2023",
                                        "12/km",
                                        "km/h",
                                        "KH-UBND",
                                        "/KH-UBND",
                                        "232/",
                                        "232-KH",
                                        "232-KH/",
                                        "0/KH-UBND",
                                        "5/A",
                                        "30/4",
                                        "1234567/KH-UBND",
                                        "98/2023",
                                        "98/2023/",
                                        "24/7",
                                        "2023-H1",
                                        "232/KH-UBND ngày",
                                        "05-XX/TW",
                                        "3/4 hộ",
                                        "232/KH-UBND/",
                                        "12-CT"};
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        struct symbol s;
        if (symbol_read(&s, str_of(WRONG[i]))) fail_msg("«%s» was read", WRONG[i]);
        assert_int_equal(s.number, 0);
    }
}

static void longest_symbol_at_the_start(void **state)
{
    (void)state;
    static const struct {
        const char *text, *symbol;
    } STARTS[] = {
        {"232/KH-UBND ngày 27/10/2023", "232/KH-UBND"},
        {"98/2023/QH15, ngày 24/6/2023", "98/2023/QH15"},
        {"98/2023/QH15.", "98/2023/QH15"},
        {"78/CP chính thức thành lập", "78/CP"},
        {"05-CT/TW; 55-QĐ/TW", "05-CT/TW"},
        {"585/QĐ-UBND-HC)", "585/QĐ-UBND-HC"},
        {"2856/QĐ-UBND- Thành phố", "2856/QĐ-UBND"},
        {"35/38 chỉ tiêu", ""},
        {"13-7-2023", ""},
        {"12/KH", ""},
        {"60 km/giờ", ""},
        {"5/m2", ""},
        {"12/A, phường 3", ""},
        {"3/KP5", ""},
        {"2 - CT/TW", ""},
        {"1.500/QĐ-UBND", ""},
        {"20/22 Ủy viên", ""},
    };
    for (size_t i = 0; i < sizeof STARTS / sizeof *STARTS; i++) {
        struct symbol s;
        size_t n = symbol_match(&s, str_of(STARTS[i].text));
        assert_str(str_part(str_of(STARTS[i].text), 0, n), str_of(STARTS[i].symbol));
        assert_str(s.raw, str_of(STARTS[i].symbol));
    }
}

static void kinds_have_names_in_both_grammars(void **state)
{
    (void)state;
    assert_str(document_kind_find(SYMBOL_PARTY, STR("TT"))->name, STR("Thông tri"));
    assert_str(document_kind_find(SYMBOL_STATE, STR("TT"))->name, STR("Thông tư"));
    assert_str(document_kind_find(SYMBOL_STATE, STR("ttr"))->name, STR("Tờ trình"));
    assert_str(document_kind_find(SYMBOL_STATE, STR("QyĐ"))->citation, STR("NĐ 30/2020/NĐ-CP, Phụ lục III"));
    assert_null(document_kind_find(SYMBOL_STATE, STR("QĐi")));
    assert_null(document_kind_find(SYMBOL_PARTY, STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_are_read),
        cmocka_unit_test(other_texts_are_refused),
        cmocka_unit_test(longest_symbol_at_the_start),
        cmocka_unit_test(kinds_have_names_in_both_grammars),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
