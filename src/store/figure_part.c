/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_part: see figure_part.h. Reading believes nothing: every number is bounded by the bytes that are left before
 * memory is taken for it.
 */
#include "figure_part.h"

#include "buf.h"

static const struct str MAGIC = STR_INIT("DHF1");

/* --- writing */

static void put_number(struct buf *b, uint64_t n)
{
    char room[10];
    size_t len = 0;
    for (; n > 127; n >>= 7) room[len++] = (char)(0x80 | (n & 127));
    room[len++] = (char)n;
    buf_put(b, (struct str){room, len});
}

static void put_signed(struct buf *b, int64_t n)
{
    put_number(b, (uint64_t)n << 1 ^ (uint64_t)(n >> 63));
}

static void put_text(struct buf *b, struct str s)
{
    put_number(b, s.len);
    buf_put(b, s);
}

static void put_scales(struct buf *b, const struct figure_column *c)
{
    bool same = true;
    for (size_t i = 1; i < c->count; i++) same &= c->scales[i] == c->scales[0];
    buf_char(b, same ? 0 : 1);
    for (size_t i = 0; i < (same && c->count ? 1 : c->count); i++) put_signed(b, c->scales[i]);
}

static void put_column(struct buf *b, const struct figure_column *c)
{
    struct buf period = buf_make(100);
    put_text(b, c->key.indicator);
    period_write(&period, c->key.period);
    put_text(b, buf_str(&period));
    buf_free(&period);
    buf_char(b, (char)c->key.aspect);
    put_text(b, c->key.layer);
    put_text(b, c->measure);
    put_number(b, c->count);
    put_scales(b, c);
    for (size_t i = 0; i < c->count; i++) put_number(b, i ? c->places[i] - c->places[i - 1] : c->places[0]);
    for (size_t i = 0; i < c->count; i++) put_signed(b, c->coefficients[i]);
}

void figure_part_write(struct buf *b, const struct figure_part *p)
{
    buf_put(b, MAGIC);
    put_number(b, p->unit_count);
    for (size_t i = 0; i < p->unit_count; i++) put_text(b, p->units[i]);
    put_number(b, p->column_count);
    for (size_t i = 0; i < p->column_count; i++) put_column(b, &p->columns[i]);
}

/* --- reading */

struct reading {
    const unsigned char *at, *end;
    bool bad;
};

static uint64_t take_number(struct reading *r)
{
    uint64_t n = 0;
    for (int shift = 0; r->at < r->end && shift < 64; shift += 7) {
        unsigned char c = *r->at++;
        if (shift == 63 && c > 1) break;
        n |= (uint64_t)(c & 127) << shift;
        if (c < 128) {
            r->bad |= c == 0 && shift > 0; /* one way to write a number */
            return n;
        }
    }
    r->bad = true;
    return 0;
}

static int64_t take_signed(struct reading *r)
{
    uint64_t n = take_number(r);
    return (int64_t)(n >> 1 ^ -(n & 1));
}

/* A count of things that are at least one byte each. */
static size_t take_count(struct reading *r)
{
    uint64_t n = take_number(r);
    if (!r->bad && n <= (uint64_t)(r->end - r->at)) return (size_t)n;
    r->bad = true;
    return 0;
}

static struct str take_text(struct reading *r)
{
    size_t len = take_count(r);
    struct str s = {(const char *)r->at, len};
    r->at += len;
    return s;
}

static unsigned take_byte(struct reading *r)
{
    if (r->at < r->end) return *r->at++;
    r->bad = true;
    return 0;
}

static int8_t take_scale(struct reading *r)
{
    int64_t n = take_signed(r);
    r->bad |= n < DECIMAL_SCALE_MIN || n > DECIMAL_SCALE_MAX;
    return (int8_t)n;
}

static void take_scales(int8_t *out, struct reading *r, size_t count)
{
    unsigned each = take_byte(r);
    bool differ = false;
    r->bad |= each > 1 || (each && count < 2);
    for (size_t i = 0; i < count && !r->bad; i++) {
        out[i] = each || i == 0 ? take_scale(r) : out[0];
        differ |= out[i] != out[0];
    }
    r->bad |= each && !differ;
}

/* A period by the one literal that it is written with. */
static bool is_literal(struct period *out, struct str s)
{
    struct buf b = buf_make(100);
    bool same = period_read(out, s);
    if (same) period_write(&b, *out);
    same = same && str_eq(buf_str(&b), s);
    buf_free(&b);
    return same;
}

static struct figure_column take_column(struct reading *r, struct arena *a, size_t unit_count)
{
    struct figure_column c = {.key = {.indicator = take_text(r), .kind = KIND_LEVEL}};
    struct str period = take_text(r);
    unsigned aspect = take_byte(r);
    c.key.layer = take_text(r);
    c.measure = take_text(r);
    c.count = take_count(r);
    if (r->bad || aspect >= ASPECT_COUNT || !c.count || !is_literal(&c.key.period, period)) r->bad = true;
    if (r->bad) return (struct figure_column){0};
    c.key.aspect = aspect;
    int8_t *scales = arena_array(a, int8_t, c.count);
    uint32_t *places = arena_array(a, uint32_t, c.count);
    int64_t *coefficients = arena_array(a, int64_t, c.count);
    uint64_t place = 0;
    take_scales(scales, r, c.count);
    for (size_t i = 0; i < c.count && !r->bad; i++) {
        uint64_t step = take_number(r);
        r->bad |= (i && step == 0) || step >= unit_count || place + step >= unit_count;
        place += r->bad ? 0 : step;
        places[i] = (uint32_t)place;
    }
    for (size_t i = 0; i < c.count && !r->bad; i++) coefficients[i] = take_signed(r);
    c.scales = scales;
    c.places = places;
    c.coefficients = coefficients;
    return c;
}

bool figure_part_read(struct figure_part *out, struct arena *a, struct str bytes)
{
    *out = (struct figure_part){0};
    if (!str_starts(bytes, MAGIC)) return false;
    struct reading r = {(const unsigned char *)bytes.ptr + MAGIC.len, (const unsigned char *)bytes.ptr + bytes.len,
                        false};
    size_t units = take_count(&r);
    struct str *names = arena_array(a, struct str, units);
    for (size_t i = 0; i < units && !r.bad; i++) names[i] = take_text(&r);
    size_t count = take_count(&r);
    struct figure_column *columns = arena_array(a, struct figure_column, count);
    for (size_t i = 0; i < count && !r.bad; i++) {
        columns[i] = take_column(&r, a, units);
        out->count += columns[i].count;
    }
    out->units = names;
    out->unit_count = units;
    out->columns = columns;
    out->column_count = count;
    return !r.bad && r.at == r.end && out->count <= UINT32_MAX;
}
