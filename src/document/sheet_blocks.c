/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_blocks: see sheet_blocks.h. A table number is given to each region of a sheet; regions of more rows than a
 * block can count get a new number every PART_ROWS rows.
 */
#include "sheet_blocks.h"

#include "sheet_region.h"

enum { PART_ROWS = 60000 };

struct place {
    uint32_t start, end;
};

static struct place place_of(const struct pieces *p, struct str s)
{
    uint32_t start = (uint32_t)(s.ptr - p->text.ptr);
    return (struct place){start, start + (uint32_t)s.len};
}

static uint16_t clip(uint32_t n)
{
    return (uint16_t)(n > UINT16_MAX ? UINT16_MAX : n);
}

static void table_cell(struct pieces *p, const struct sheet *s, const struct sheet_cell *c, uint32_t first, bool header)
{
    const struct sheet_merge *g = sheet_merge_at(s, c);
    struct place at = place_of(p, c->text);
    block_add(p->list, (struct block){.start = at.start,
                                      .end = at.end,
                                      .kind = BLOCK_CELL,
                                      .table = p->list->tables,
                                      .row = (uint16_t)(c->row - first),
                                      .column = c->column,
                                      .row_span = clip(g ? g->rows : 1),
                                      .column_span = clip(g ? g->columns : 1),
                                      .header = header});
}

static void sheet_add(struct pieces *p, const struct sheet *s)
{
    const struct sheet_region *regions;
    struct arena *scratch = arena_make(SIZE_MAX);
    size_t count = sheet_regions(&regions, scratch, s), at = 0;
    struct place name = place_of(p, s->name);
    piece_add_as(p, name.start, name.end, BLOCK_FURNITURE, 0);
    for (size_t r = 0; r < count && !p->list->too_many; r++) {
        uint32_t first = UINT32_MAX;
        for (; at < s->cell_count && s->cells[at].row < regions[r].end; at++) {
            const struct sheet_cell *c = &s->cells[at];
            struct place words = place_of(p, c->text);
            bool hidden = s->hidden || (c->flags & SHEET_HIDDEN), above = c->row < regions[r].head;
            if (hidden && (above || s->hidden)) piece_add_as(p, words.start, words.end, BLOCK_FURNITURE, 0);
            if (hidden) continue; /* in a table: no block, as its cells must follow one another */
            if (above) {
                piece_add(p, words.start, words.end, 0);
                continue;
            }
            if (first == UINT32_MAX || c->row - first >= PART_ROWS) {
                first = c->row;
                if (p->list->tables < UINT16_MAX) p->list->tables++;
            }
            table_cell(p, s, c, first, c->row < regions[r].body);
        }
    }
    p->any_text = true;
    p->related = false;
    arena_close(scratch);
}

void sheet_blocks(struct pieces *p, const struct workbook *w)
{
    for (size_t i = 0; i < w->sheet_count; i++) sheet_add(p, &w->sheets[i]);
}
