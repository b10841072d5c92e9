/* SPDX-License-Identifier: Apache-2.0
 *
 * link: an address inside this site. Only these functions make one, so what stands in href, src and action of a page
 * always begins with "/" or "#" or "?" and every part of it is percent-encoded: it cannot leave the site, and it cannot
 * be a script.
 */
#ifndef LINK_H
#define LINK_H
#include "arena.h"
#include "buf.h"

struct link {
    struct str text; /* encoded; "" is no link */
};

/* Literals of the program. */
#define LINK(literal) ((struct link){STR("/" literal)})

/* "/so/C01/gia-my/2023": each part encoded as one step of the path. */
struct link link_path(struct arena *a, const struct str *parts, size_t count);
/* One more name and value in the query: "/viec?loc=qua-han". A value "" is left out. */
struct link link_with(struct arena *a, struct link l, struct str name, struct str value);
/* ... and a place of the page: "/van-ban/3#s14". */
struct link link_place(struct arena *a, struct link l, struct str place);
/* A text as it stands in an address: all but letters and digits of ASCII and "-._~" encoded. */
void link_encode(struct buf *b, struct str s);
/* The other way; false: what stands behind a '%' is no number, or there is a zero byte. `plus`: '+' is a blank, as in
 * queries and forms. */
[[nodiscard]] bool link_decode(struct str *out, struct arena *a, struct str s, bool plus);
#endif
