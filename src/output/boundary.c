/* SPDX-License-Identifier: Apache-2.0
 *
 * boundary: see boundary.h.
 */
#include "boundary.h"

#include "boundary_table.h"

#include <string.h>

enum { FAR_EAST = 88000, MARGIN = 6 }; /* no other part of a province that has an archipelago lies so far east */

/* --- the bytes */

static int64_t take(const uint8_t **at)
{
    uint64_t folded = 0;
    for (unsigned shift = 0;; shift += 7) {
        uint8_t byte = *(*at)++;
        folded |= (uint64_t)(byte & 127) << shift;
        if (!(byte & 128)) break;
    }
    return folded & 1 ? -(int64_t)(folded / 2) - 1 : (int64_t)(folded / 2);
}

struct point {
    int32_t x, y;
};

/* One ring after another; false: there are no more. */
struct walk {
    const uint8_t *rings;
    int64_t left; /* lines of this ring */
};

static bool next_ring(struct walk *w)
{
    for (; w->left > 0; w->left--) (void)take(&w->rings);
    w->left = take(&w->rings);
    return w->left > 0;
}

/* The points of the next line of the ring, in the order in which it is walked. */
enum { LINE_MOST = 512 }; /* map_compile lets no longer one pass */
static size_t next_line(struct point out[LINE_MOST], struct walk *w)
{
    if (w->left <= 0) return 0;
    w->left--;
    int64_t signed_n = take(&w->rings);
    size_t n = (size_t)(signed_n < 0 ? -signed_n : signed_n) - 1, count = 0;
    const uint8_t *at = boundary_lines + boundary_line_at[n], *end = boundary_lines + boundary_line_at[n + 1];
    struct point p = {0, 0};
    while (at < end && count < LINE_MOST) {
        p.x += (int32_t)take(&at);
        p.y += (int32_t)take(&at);
        out[count++] = p;
    }
    if (signed_n > 0) return count;
    for (size_t i = 0; i < count / 2; i++) {
        struct point other = out[i];
        out[i] = out[count - 1 - i];
        out[count - 1 - i] = other;
    }
    return count;
}

static struct walk walk_of(struct boundary b)
{
    return (struct walk){boundary_rings + boundary_rows[b.n - 1].rings, 0};
}

/* --- what there is */

static int compare(const struct boundary_row *r, enum boundary_kind kind, struct str code)
{
    if (r->kind != (int)kind) return r->kind < (int)kind ? -1 : 1;
    return str_cmp(str_of(r->code), code);
}

struct boundary boundary_find(enum boundary_kind kind, struct str code)
{
    uint32_t low = 0, high = boundary_row_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int c = compare(&boundary_rows[middle], kind, code);
        if (c == 0) return (struct boundary){middle + 1};
        if (c < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return (struct boundary){0};
}

bool boundary_is_far(struct boundary b)
{
    if (!b.n || boundary_rows[b.n - 1].kind != BOUNDARY_COMMUNE) return false;
    /* Hoàng Sa, Trường Sa, Côn Đảo, Thổ Châu, Phú Quý, Bạch Long Vĩ. */
    static const char *const FAR[] = {"20333", "22736", "26732", "31105", "23272", "11948"};
    for (size_t i = 0; i < sizeof FAR / sizeof *FAR; i++)
        if (!strcmp(boundary_rows[b.n - 1].code, FAR[i])) return true;
    return false;
}

/* --- boxes */

static void widen(struct boundary_box *box, struct boundary_box other)
{
    if (other.left < box->left) box->left = other.left;
    if (other.top < box->top) box->top = other.top;
    if (other.right > box->right) box->right = other.right;
    if (other.bottom > box->bottom) box->bottom = other.bottom;
}

/* Of the ring that begins next. */
static struct boundary_box ring_box(struct walk *w)
{
    struct boundary_box box = BOUNDARY_NOWHERE;
    struct point line[LINE_MOST];
    for (size_t n; (n = next_line(line, w)) > 0;)
        for (size_t i = 0; i < n; i++) widen(&box, (struct boundary_box){line[i].x, line[i].y, line[i].x, line[i].y});
    return box;
}

void boundary_grow(struct boundary_box *box, struct boundary b, bool near)
{
    if (!b.n) return;
    for (struct walk w = walk_of(b); next_ring(&w);) {
        struct boundary_box ring = ring_box(&w);
        if (!near || ring.left < FAR_EAST) widen(box, ring);
    }
}

static uint32_t wide(const struct boundary_box *b)
{
    return (uint32_t)(b->right - b->left) + 1;
}

static uint32_t high(const struct boundary_box *b)
{
    return (uint32_t)(b->bottom - b->top) + 1;
}

struct boundary_view boundary_view_of(struct boundary_box box, uint32_t width, uint32_t most)
{
    struct boundary_view v = {.box = box, .width = width};
    uint64_t inner = width - 2 * MARGIN, height = inner * high(&box) / wide(&box) + 1;
    if (height + 2 * MARGIN > most) {
        height = most - 2 * MARGIN;
        v.width = (uint32_t)(height * wide(&box) / high(&box)) + 1 + 2 * MARGIN;
    }
    v.height = (uint32_t)height + 2 * MARGIN;
    return v;
}

/* --- paths */

static struct point on_view(struct point p, const struct boundary_view *v)
{
    int64_t inner_x = v->width - 2 * MARGIN, inner_y = v->height - 2 * MARGIN;
    return (struct point){(int32_t)((p.x - v->box.left) * inner_x / wide(&v->box)) + MARGIN,
                          (int32_t)((p.y - v->box.top) * inner_y / high(&v->box)) + MARGIN};
}

static void put_ring(struct buf *out, struct walk *w, const struct boundary_view *v)
{
    struct point line[LINE_MOST], last = {INT32_MIN, INT32_MIN};
    size_t put = 0;
    for (size_t n; (n = next_line(line, w)) > 0;) {
        for (size_t i = 0; i < n; i++) {
            struct point p = on_view(line[i], v);
            if (p.x == last.x && p.y == last.y) continue;
            if (put++)
                buf_format(out, "l%d %d", p.x - last.x, p.y - last.y);
            else
                buf_format(out, "M%d %d", p.x, p.y);
            last = p;
        }
    }
    if (put < 3) buf_put(out, STR("h1v1h-1"));
    buf_char(out, 'z');
}

void boundary_path(struct buf *out, struct boundary b, const struct boundary_view *v)
{
    if (!b.n) return;
    for (struct walk w = walk_of(b); next_ring(&w);) put_ring(out, &w, v);
}

void boundary_middle(uint32_t *x, uint32_t *y, struct boundary b, const struct boundary_view *v)
{
    struct boundary_box best = BOUNDARY_NOWHERE;
    uint64_t most = 0;
    *x = *y = 0;
    if (!b.n) return;
    for (struct walk w = walk_of(b); next_ring(&w);) {
        struct boundary_box ring = ring_box(&w);
        uint64_t size = (uint64_t)wide(&ring) * high(&ring);
        if (size <= most) continue;
        most = size;
        best = ring;
    }
    struct point p = on_view((struct point){(best.left + best.right) / 2, (best.top + best.bottom) / 2}, v);
    *x = (uint32_t)p.x;
    *y = (uint32_t)p.y;
}
