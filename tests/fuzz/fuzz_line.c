/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_line: a line that is one expression as a whole, as `dieuhanh debug quantity` and `debug period` read it.
 */
#include "must.h"

#include "buf.h"
#include "quantity.h"
#include "utf8.h"
#include "when.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str line = {(const char *)data, size};
    if (!utf8_valid(line, NULL) || size > 4096) return 0;
    struct arena *a = arena_make(64u << 20);
    struct quantity q;
    if (quantity_of_line(&q, a, line)) {
        struct buf b = buf_make(4096);
        decimal_write(&b, q.value);
        if (q.has_max) decimal_write(&b, q.max);
        if (q.has_of) decimal_write(&b, q.of);
        buf_put(&b, q.unit);
        must(utf8_valid(buf_str(&b), NULL));
        buf_free(&b);
    }
    struct period p;
    if (when_of_line(&p, a, line, (struct date){2023, 7, 13})) {
        char room[64];
        struct buf b = {.ptr = room, .cap = sizeof room, .limit = sizeof room};
        struct period again;
        period_write(&b, p);
        must(buf_ok(&b) && period_read(&again, buf_str(&b)) && period_eq(again, p));
    }
    arena_close(a);
    return 0;
}
