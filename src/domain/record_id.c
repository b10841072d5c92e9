/* SPDX-License-Identifier: Apache-2.0
 *
 * record_id: see record_id.h.
 */
#include "record_id.h"

#include "buf.h"

static void write_id(struct buf *b, char letter, uint32_t n)
{
    buf_char(b, letter);
    buf_u64(b, n);
}

static bool read_id(uint32_t *out, struct str s, char letter)
{
    uint64_t n;
    if (s.len && (s.ptr[0] | 0x20) == (letter | 0x20)) s = str_from(s, 1);
    if (!str_to_u64(&n, s, UINT32_MAX) || n == 0) return false;
    *out = (uint32_t)n;
    return true;
}

void document_id_write(struct buf *b, struct document_id id)
{
    write_id(b, 'D', id.n);
}

void statement_id_write(struct buf *b, struct statement_id id)
{
    write_id(b, 'S', id.n);
}

void figure_id_write(struct buf *b, struct figure_id id)
{
    write_id(b, 'F', id.n);
}

bool document_id_read(struct document_id *out, struct str s)
{
    return read_id(&out->n, s, 'D');
}

bool statement_id_read(struct statement_id *out, struct str s)
{
    return read_id(&out->n, s, 'S');
}

bool figure_id_read(struct figure_id *out, struct str s)
{
    return read_id(&out->n, s, 'F');
}
