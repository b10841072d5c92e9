/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_figure_part: any bytes as a part of figures: what is read is written in just these bytes.
 */
#include "must.h"

#include "buf.h"
#include "figure_part.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_make(1 << 28);
    struct figure_part p;
    struct str bytes = {(const char *)data, size};
    if (figure_part_read(&p, a, bytes)) {
        struct buf b = buf_make(SIZE_MAX);
        figure_part_write(&b, &p);
        must(str_eq(buf_str(&b), bytes));
        buf_free(&b);
    }
    arena_close(a);
    return 0;
}
