/* SPDX-License-Identifier: Apache-2.0
 *
 * target_parse_private: between target_parse.c, which makes a target of a line, and target_levels.c, which reads its
 * numbers.
 */
#ifndef TARGET_PARSE_PRIVATE_H
#define TARGET_PARSE_PRIVATE_H
#include "indicator.h"
#include "target_parse.h"

enum { TEXT_MOST = 2000, CODE_MOST = 60 };

struct target_parser {
    struct target *out;
    struct arena *arena;
    struct str file;
    const struct target_line *line;
    const struct indicator *indicator;
    bool has_comparator;
    struct decimal factor; /* from the measure that was typed to the canonical one */
    struct err *err;
};

static inline struct str text_of(const struct target_line *l, enum target_field f)
{
    return l->of[f].text;
}

static inline struct str place_of(const struct target_line *l, enum target_field f)
{
    return l->of[f].place.len ? l->of[f].place : l->place;
}

bool target_text_is_plain(struct str s, size_t most); /* one line, not longer than that */
bool target_has_percent(const struct target_cell *c);
bool target_is_percent(struct str measure);
/* A number of a level in the canonical unit. */
bool target_to_canonical(struct target_parser *p, struct decimal *d);
/* The levels of the line, in the order of their periods. */
[[nodiscard]] bool target_read_levels(struct target_parser *p);
/* ERR_TARGET_VALUE at the level of a period. Always false. */
bool target_fail_level(struct target_parser *p, struct period period);
#endif
