/* SPDX-License-Identifier: Apache-2.0
 *
 * block_list: what is longer than any real paragraph is cut between words; a number or a word is never cut.
 */
#include "unit_test.h"

#include "arena.h"
#include "block_list.h"
#include "buf.h"

/* Adds the text as one block and gives the number of blocks; their texts, put together, must be the text without the
 * spaces at the cuts. */
static size_t blocks_of(struct str text, enum block_kind kind)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct block_list l = block_list_make(a, text);
    block_add(&l, (struct block){.start = 0, .end = (uint32_t)text.len, .kind = (uint8_t)kind});
    uint32_t end = 0;
    for (size_t i = 0; i < l.len; i++) {
        assert_true(l.at[i].start >= end && l.at[i].end > l.at[i].start);
        assert_str(str_trim(str_part(text, end, l.at[i].start)), STR(""));
        assert_int_equal(l.at[i].kind, kind);
        end = l.at[i].end;
    }
    assert_str(str_trim(str_from(text, end)), STR(""));
    size_t n = l.len;
    arena_close(a);
    return n;
}

static void long_paragraphs_are_cut(void **state)
{
    (void)state;
    struct buf b = buf_make(4u << 20);
    while (b.len < 1000000) buf_put(&b, STR("thu ngân sách 8.343 tỷ đồng, "));
    assert_in_range(blocks_of(buf_str(&b), BLOCK_PARAGRAPH), 15, 40);
    assert_int_equal(blocks_of(buf_str(&b), BLOCK_CELL), 1);
    assert_int_equal(blocks_of(str_part(buf_str(&b), 0, 60000), BLOCK_PARAGRAPH), 1);
    buf_clear(&b);
    buf_fill(&b, '(', 1000000);
    assert_in_range(blocks_of(buf_str(&b), BLOCK_PARAGRAPH), 15, 40);
    buf_clear(&b);
    while (b.len < 1000000) buf_put(&b, STR("1\t"));
    assert_in_range(blocks_of(buf_str(&b), BLOCK_PARAGRAPH), 15, 40);
    buf_clear(&b);
    while (b.len < 2000000) buf_put(&b, STR("1a")); /* no words, but as many tokens */
    assert_in_range(blocks_of(buf_str(&b), BLOCK_PARAGRAPH), 3, 5);
    buf_free(&b);
}

static void a_number_is_never_cut(void **state)
{
    (void)state;
    struct buf b = buf_make(4u << 20);
    buf_fill(&b, '7', 1000000);
    assert_int_equal(blocks_of(buf_str(&b), BLOCK_PARAGRAPH), 1);
    buf_put(&b, STR(" tỷ đồng"));
    assert_int_equal(blocks_of(buf_str(&b), BLOCK_PARAGRAPH), 2);
    buf_clear(&b);
    while (b.len < 200000) buf_put(&b, STR("1.234,5"));
    assert_int_equal(blocks_of(buf_str(&b), BLOCK_PARAGRAPH), 1);
    buf_free(&b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(long_paragraphs_are_cut),
        cmocka_unit_test(a_number_is_never_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
