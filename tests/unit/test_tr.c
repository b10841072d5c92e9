/* SPDX-License-Identifier: Apache-2.0
 *
 * tr: texts in two languages; the catalogue itself.
 */
#include "unit_test.h"

#include "buf.h"
#include "tr.h"
#include "utf8.h"

static void text_in_both_languages(void **state)
{
    (void)state;
    assert_str(tr_text(LANG_VI, "có"), STR("có"));
    assert_str(tr_text(LANG_EN, "có"), STR("yes"));
    assert_str(tr_text(LANG_EN, "chữ này không ai dịch"), STR("chữ này không ai dịch"));
}

static void slots_are_filled(void **state)
{
    struct str args[] = {STR_INIT("một"), STR_INIT("{1}")};
    struct buf b = buf_make(1000);
    (void)state;
    tr_fill(&b, LANG_VI, "{2}, {1} và {3}{0}{x", args, 2);
    assert_str(buf_str(&b), STR("{1}, một và {0}{x"));
    buf_free(&b);
}

static void catalogue_is_sorted_and_valid(void **state)
{
    size_t count;
    const struct tr_entry *at = tr_catalogue(&count);
    (void)state;
    assert_true(count > 0);
    for (size_t i = 0; i < count; i++) {
        assert_true(utf8_valid(at[i].msgid, NULL) && utf8_valid(at[i].en, NULL));
        assert_true(at[i].en.len > 0);
        assert_str(tr_text(LANG_EN, at[i].msgid.ptr), at[i].en);
        if (i) assert_true(str_cmp(at[i - 1].msgid, at[i].msgid) < 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_in_both_languages),
        cmocka_unit_test(slots_are_filled),
        cmocka_unit_test(catalogue_is_sorted_and_valid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
