/* SPDX-License-Identifier: Apache-2.0
 *
 * origin_document: texts by which people name a document that gives work, and the key of it.
 */
#include "unit_test.h"

#include "buf.h"
#include "origin_document.h"

static void keys(void **state)
{
    static const struct {
        const char *text, *key; /* NULL: none */
    } CASES[] = {
        {"232/KH-UBND", "232/KH-UBND"},
        {"232/kh-ubnd", "232/KH-UBND"},
        {"Kế hoạch 232/KH-UBND ngày 14/9/2023", "232/KH-UBND"},
        {"Quyết định số 2856/QĐ-UBND", "2856/QĐ-UBND"},
        {"Nghị quyết 98/2023/QH15 của Quốc hội", "98/2023/QH15"},
        {"Chỉ thị 05-CT/TW", "05-CT/TW"},
        {"(Công văn 1747/UBND-NC)", "1747/UBND-NC"},
        {"Kế hoạch 232/KH-UBND và Quyết định 2856/QĐ-UBND", "232/KH-UBND"}, /* the first */
        {"", NULL},
        {"Kế hoạch của quận", NULL},
        {"họp ngày 14/9/2023", NULL},
        {"đạt 35/38 chỉ tiêu", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct buf b = buf_make(SIZE_MAX);
        bool found = origin_document_key(&b, str_of(CASES[i].text));
        if (found != (CASES[i].key != NULL)) fail_msg("«%s»: %d", CASES[i].text, found);
        assert_str(buf_str(&b), str_of(CASES[i].key));
        buf_free(&b);
    }
}

/* A key is its own key. */
static void again(void **state)
{
    static const char *const TEXTS[] = {"01/Ctr-UBND", "5-CT/TW", "012/CT-UBND", "98/2023/QH15"};
    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct buf one = buf_make(SIZE_MAX), two = buf_make(SIZE_MAX);
        assert_true(origin_document_key(&one, str_of(TEXTS[i])));
        assert_true(origin_document_key(&two, buf_str(&one)));
        assert_str(buf_str(&two), buf_str(&one));
        buf_free(&one);
        buf_free(&two);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(keys), cmocka_unit_test(again)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
