/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_decimal: the input is two texts divided by a newline. Each is read plainly and as a printed number; what was
 * read must be written and read back the same, and arithmetic on the two must keep its laws wherever it gives an
 * answer.
 */
#include "must.h"

#include "buf.h"
#include "decimal.h"

static void comes_back(struct decimal d)
{
    char room[128];
    struct buf b = {.ptr = room, .cap = sizeof room, .limit = sizeof room};
    decimal_write(&b, d);
    must(buf_ok(&b));
    struct decimal again;
    if (d.scale >= 0) {
        must(decimal_read(&again, buf_str(&b)));
        must(again.coefficient == d.coefficient && again.scale == d.scale);
    }
    buf_clear(&b);
    decimal_write_vi(&b, d);
    must(buf_ok(&b));
    if (decimal_read_grouped(&again, buf_str(&b), '.', ',')) must(decimal_eq(again, d));
    must(decimal_eq(decimal_trim(d), d));
}

static void keep_laws(struct decimal a, struct decimal b)
{
    struct decimal d, e;
    must(decimal_cmp(a, b) == -decimal_cmp(b, a));
    if (decimal_add(&d, a, b)) {
        comes_back(d);
        if (decimal_sub(&e, d, b)) must(decimal_eq(e, a));
    }
    if (decimal_mul(&d, a, b)) {
        comes_back(d);
        if (b.coefficient && decimal_div(&e, d, b, a.scale, ROUND_HALF_UP)) must(decimal_eq(e, a));
    }
    for (int scale = DECIMAL_SCALE_MIN; scale <= DECIMAL_SCALE_MAX; scale += 6) {
        struct decimal up;
        if (decimal_div(&d, a, b, scale, ROUND_DOWN) && decimal_div(&up, a, b, scale, ROUND_UP))
            must(decimal_cmp(d, up) <= 0);
        if (decimal_rescale(&d, a, scale, ROUND_DOWN)) must(decimal_cmp(d, a) <= 0);
        if (decimal_rescale(&d, a, scale, ROUND_UP)) must(decimal_cmp(d, a) >= 0);
        if (decimal_shift(&d, a, scale) && decimal_shift(&e, d, -scale)) must(decimal_eq(e, a));
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str_cut c = str_cut((struct str){(const char *)data, size}, STR("\n"));
    struct decimal a, b;
    if (decimal_read_grouped(&a, c.head, '.', ',')) comes_back(a);
    if (decimal_read(&a, c.head) && decimal_read(&b, c.tail)) keep_laws(a, b);
    if (decimal_read(&a, c.head)) {
        comes_back(a);
        b = (struct decimal){a.coefficient, (int8_t)-a.scale};
        comes_back(b);
        keep_laws(a, b);
    }
    return 0;
}
