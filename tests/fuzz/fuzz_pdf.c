/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_pdf: any bytes as the answer of pdftotext -tsv. The page must survive its own message and has a form feed for
 * each page; its blocks keep the promises of block.h, its tables those of sheet.h.
 */
#include "book_laws.h"

#include "pdf.h"
#include "text.h"

static void page_laws(struct arena *a, struct str tsv)
{
    struct html_page page, again;
    if (!pdf_page_of(&page, a, tsv)) return;
    struct buf b = buf_make(SIZE_MAX / 4);
    html_page_write(&b, &page);
    must(html_page_read(&again, a, buf_str(&b)) && again.piece_count == page.piece_count);
    struct block_list list = block_list_make(a, again.text);
    struct date_list dates = {0};
    struct pieces pieces = {.text = again.text, .list = &list, .dates = &dates};
    pdf_blocks(&pieces, &again);
    uint32_t end = 0;
    for (size_t i = 0; i < list.len; i++) {
        const struct block *k = &list.at[i];
        must(k->start >= end && k->start < k->end && k->end <= again.text.len);
        must(k->kind < BLOCK_KINDS && k->row_span >= 1 && k->column_span >= 1);
        must((k->kind == BLOCK_CELL) == (k->table != 0));
        end = k->end;
    }
    must(again.text.len == 0 || document_page(again.text, (uint32_t)again.text.len) >= 1);
    buf_free(&b);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_make(1024u << 20);
    struct text text;
    struct err err;
    if (size <= 1u << 16 && text_make(&text, a, (struct str){(const char *)data, size}, &err)) {
        struct sheet_maker m = sheet_maker_make(a);
        page_laws(a, text.inside);
        sheet_parse_pdf(&m, text.inside);
        book_laws(&m);
    }
    arena_close(a);
    return 0;
}
