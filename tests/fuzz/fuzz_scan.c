/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_scan: any valid text is cut into tokens that stand in order, do not overlap, stay inside and end with TOKEN_END;
 * and every token may be asked for a quantity and for an expression of time.
 */
#include "must.h"

#include "quantity.h"
#include "utf8.h"
#include "when.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str text = {(const char *)data, size};
    if (!utf8_valid(text, NULL)) return 0;
    struct arena *a = arena_make(256u << 20);
    struct tokens ts = {0};
    tokens_scan(&ts, a, text, 0, (uint32_t)size);
    must(ts.len > 0 && ts.at[ts.len - 1].kind == TOKEN_END && ts.at[ts.len - 1].start == size);
    uint32_t before = 0;
    struct when_context context = {.date = {2023, 7, 13}};
    for (size_t i = 0; i + 1 < ts.len; i++) {
        must(ts.at[i].start >= before && ts.at[i].len > 0);
        before = token_end(&ts.at[i]);
        struct quantity q;
        struct when w;
        if (quantity_read(&q, a, &ts, i))
            must(q.first == i && q.last > i && q.last < ts.len && q.number_last <= q.last);
        if (quantity_read_range(&q, a, &ts, i)) must(q.last > i && q.last < ts.len);
        if (when_read(&w, &ts, i, &context)) must(w.first == i && w.last > i && w.last < ts.len);
        size_t last;
        if (when_is_date(&ts, i, &last)) must(last > i && last < ts.len);
    }
    must(before <= size);
    arena_close(a);
    return 0;
}
