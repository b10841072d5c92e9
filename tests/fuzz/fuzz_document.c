/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_document: any bytes as a file of any kind. The first byte chooses the suffix of its name. What comes out must
 * keep the promises of block.h: blocks in order, without overlap, inside a valid text; and nothing that was written may
 * be lost.
 */
#include "must.h"

#include "document.h"
#include "utf8.h"

/* Of a text file no letter and no digit is outside of the blocks: what was written is read. */
static void nothing_lost(const struct document *d)
{
    uint32_t at = 0;
    for (size_t i = 0; i <= d->blocks.len; i++) {
        uint32_t stop = i < d->blocks.len ? d->blocks.at[i].start : (uint32_t)d->text.inside.len;
        for (size_t len; at < stop; at += (uint32_t)len) {
            uint32_t c = utf8_decode(d->text.inside, at, &len);
            must(!utf8_is_letter(c) && !(c >= '0' && c <= '9'));
        }
        if (i < d->blocks.len) at = d->blocks.at[i].end;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct str names[] = {STR_INIT("a.txt"), STR_INIT("a.md"), STR_INIT("a.html"), STR_INIT("a")};
    static const struct document_options here = {.in_process = true};
    if (size == 0) return 0;
    struct arena *a = arena_make(512u << 20);
    struct document d;
    struct err e;
    struct str bytes = {(const char *)data + 1, size - 1};
    if (document_make(&d, a, bytes, names[data[0] % 4], &here, &e)) {
        must(utf8_valid(d.text.inside, NULL));
        must(str_eq(d.blocks.text, d.text.inside));
        uint32_t end = 0, original = 0;
        for (size_t i = 0; i < d.blocks.len; i++) {
            const struct block *b = &d.blocks.at[i];
            must(b->start >= end && b->start < b->end && b->end <= d.text.inside.len);
            must(b->kind < BLOCK_KINDS && b->row_span >= 1 && b->column_span >= 1);
            must((b->kind == BLOCK_CELL) == (b->table != 0));
            end = b->end;
            uint32_t at = document_original(&d, b->start);
            must(at >= original);
            original = at;
        }
        if (d.format != DOCUMENT_HTML) nothing_lost(&d);
    }
    arena_close(a);
    return 0;
}
