/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_html: any bytes as the markup of a page, parsed in this process. The page must survive its own message, and its
 * blocks keep the promises of block.h. When the first byte is odd the rest is taken for a message of a child that lies.
 */
#include "must.h"

#include "html.h"
#include "utf8.h"

static void check_blocks(struct arena *a, const struct html_page *page, struct str text)
{
    struct block_list list = block_list_make(a, text);
    struct date_list dates = {0};
    struct pieces pieces = {.text = text, .list = &list, .dates = &dates};
    uint32_t end = 0;
    html_blocks(&pieces, page);
    for (size_t i = 0; i < list.len; i++) {
        const struct block *b = &list.at[i];
        must(b->start >= end && b->start < b->end && b->end <= text.len);
        must(b->kind < BLOCK_KINDS && b->row_span >= 1 && b->column_span >= 1);
        must((b->kind == BLOCK_CELL) == (b->table != 0));
        end = b->end;
    }
}

static void lie(struct arena *a, struct str message)
{
    struct html_page page;
    if (!html_page_read(&page, a, message)) return;
    struct buf b = buf_make(SIZE_MAX / 4);
    html_page_write(&b, &page);
    must(str_eq(buf_str(&b), message));
    buf_free(&b);
    check_blocks(a, &page, page.text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0) return 0;
    struct arena *a = arena_make(512u << 20);
    struct str bytes = {(const char *)data + 1, size - 1};
    struct html_page page;
    struct text text;
    struct err err;
    if (data[0] & 1)
        lie(a, bytes);
    else if (utf8_valid(bytes, NULL) && (bytes.len == 0 || !memchr(bytes.ptr, 0, bytes.len)))
        if (html_read(&page, &text, a, bytes, true, STR("a.html"), &err)) {
            must(utf8_valid(text.inside, NULL));
            check_blocks(a, &page, text.inside);
        }
    arena_close(a);
    return 0;
}
