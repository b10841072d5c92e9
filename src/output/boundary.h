/* SPDX-License-Identifier: Apache-2.0
 *
 * boundary: where units lie, as paths of a picture. The lines are those of data/map (its README says where they are
 * from and how exact they are): communes and provinces of today, districts and provinces to 30/6/2025.
 *
 * Places on earth are whole numbers: ten-thousandths of a degree, to the east from 102° E and shortened by the cosine
 * of 16°, to the south from 24° N. On a picture they are pixels, rounded down; points that fall on one pixel are one.
 *
 * Quần đảo Hoàng Sa and Trường Sa belong to every map of the country. They lie so far out at sea that a map of a
 * province would shrink for them: there they stand in a frame of their own (boundary_is_far).
 */
#ifndef BOUNDARY_H
#define BOUNDARY_H
#include "buf.h"

enum boundary_kind { BOUNDARY_COMMUNE, BOUNDARY_DISTRICT, BOUNDARY_OLD_PROVINCE, BOUNDARY_PROVINCE, BOUNDARY_KINDS };

struct boundary {
    uint32_t n; /* 0: none */
};

struct boundary_box {
    int32_t left, top, right, bottom; /* left > right: empty */
};
#define BOUNDARY_NOWHERE ((struct boundary_box){INT32_MAX, INT32_MAX, INT32_MIN, INT32_MIN})

/* What of the earth stands on a picture, and how large. */
struct boundary_view {
    struct boundary_box box;
    uint32_t width, height; /* pixels */
};

/* By the official code of its time; none when it has no boundary here. */
struct boundary boundary_find(enum boundary_kind kind, struct str code);
/* A commune of islands far from its province: Hoàng Sa, Trường Sa, Côn Đảo, Thổ Châu, Phú Quý, Bạch Long Vĩ. */
bool boundary_is_far(struct boundary b);
/* Widen a box so that it holds an area. Of a province without its archipelago when `near`. */
void boundary_grow(struct boundary_box *box, struct boundary b, bool near);
/* A view of a box that is not empty: as wide as said, as high as it takes, but no higher than `most`; with a margin. */
struct boundary_view boundary_view_of(struct boundary_box box, uint32_t width, uint32_t most);
/* The area as the `d` of a path, even-odd: "M10 20L11 22...Z". Nothing of it is less than a pixel wide. */
void boundary_path(struct buf *out, struct boundary b, const struct boundary_view *v);
/* About the middle of the box of its largest ring. */
void boundary_middle(uint32_t *x, uint32_t *y, struct boundary b, const struct boundary_view *v);
#endif
