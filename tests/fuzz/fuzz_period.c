/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_period: a literal that is read is written back the same, and its relatives (a year back, the one before, the
 * same time) are periods that can be written and read too.
 */
#include "must.h"

#include "buf.h"
#include "period.h"

static void comes_back(struct period p)
{
    char room[64], words[256];
    struct buf b = {.ptr = room, .cap = sizeof room, .limit = sizeof room};
    struct buf vi = {.ptr = words, .cap = sizeof words, .limit = sizeof words};
    struct period again;
    period_write(&b, p);
    must(buf_ok(&b));
    must(period_read(&again, buf_str(&b)));
    must(period_eq(again, p) && period_cmp(again, p) == 0);
    period_write_vi(&vi, p);
    must(buf_ok(&vi));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str s = {(const char *)data, size};
    struct period p;
    if (!period_read(&p, s)) return 0;
    comes_back(p);
    if (p.from.year > 10) {
        struct period back = period_years_back(p, 1);
        comes_back(back);
        if (p.kind != PERIOD_NONE) must(period_cmp(back, p) < 0);
        comes_back(period_before(p));
    }
    if (p.kind != PERIOD_NONE) must(period_same_time(p, p));
    return 0;
}
