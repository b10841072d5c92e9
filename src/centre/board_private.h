/* SPDX-License-Identifier: Apache-2.0
 *
 * board_private: what the files of matter_board share: names that are looked up once, a wish as a filter, a page of it.
 */
#ifndef BOARD_PRIVATE_H
#define BOARD_PRIVATE_H
#include "map.h"
#include "matter_board.h"

enum { BOARD_LIVING = 1u << MATTER_WAITING | 1u << MATTER_OPEN };

struct naming {
    struct db *db;
    struct arena *arena;
    struct map kinds, units; /* "task 1" -> place; id -> place */
    struct known_kinds list; /* kinds only */
    struct {
        VEC_FIELDS(struct str);
    } names;
};
[[nodiscard]] bool board_unit_name(struct str *out, struct naming *n, struct str id, struct err *err);

/* The units of a wish, and all of a wish, as a filter. */
[[nodiscard]] bool board_units(struct matter_filter *f, struct db *db, struct arena *a, const struct board_wish *w,
                               struct err *err);
[[nodiscard]] bool board_asked(struct matter_filter *f, struct db *db, struct arena *a, const struct board_wish *w,
                               struct err *err);
/* A page of a filter, kept within the targets or the citizens' voice of the wish. */
[[nodiscard]] bool board_page(struct matter_list *out, bool *more, struct db *db, struct arena *a,
                              const struct matter_filter *f, const struct board_wish *w, struct err *err);
/* One row of it; w NULL: each kind says itself what is soon. */
[[nodiscard]] bool board_row(struct board_matter *out, struct naming *n, const struct kept_matter *m, struct date on,
                             const struct board_wish *w, struct err *err);
/* Units that help with the matters of rows, in one question. A row stands at base + i * step bytes. */
[[nodiscard]] bool board_helpers(struct naming *n, struct board_matter *base, size_t step, size_t count,
                                 struct err *err);
#endif
