/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_heads: the words with which lists of matters head their columns and name states and choices
 * (data/matter_heads.tsv). What is told here is what they mean where nobody has said otherwise; an office says its own
 * words in a map (centre/matter_map.h).
 */
#ifndef MATTER_HEADS_H
#define MATTER_HEADS_H
#include "matter_kind.h"

struct arena;

struct matter_head {
    struct str kind;  /* "*": every kind */
    struct str of;    /* "column", "state", or a field */
    struct str name;  /* what the words mean */
    struct str words; /* in lower case, '|' between them */
};

struct matter_heads {
    const struct matter_head *at;
    size_t len;
};
struct matter_heads matter_head_catalogue(void);

/* As words are compared: lower case, every run of white space one blank, no '*', ':' or '.' at the end. */
struct str matter_head_tidy(struct arena *a, struct str words);

/* What a tidy head of a column means for a kind: a name of matter_list_names, a field; "" when nobody knows. The
 * table goes by the kind, then for every kind; the name of a field, and the field itself, mean that field. */
struct str matter_head_column(const struct matter_kind *k, struct arena *a, struct str tidy);
/* The state that tidy words mean, or NULL. */
const struct kind_state *matter_head_state(const struct matter_kind *k, struct arena *a, struct str tidy);
/* The choice of a field that tidy words mean; "": none. */
struct str matter_head_choice(const struct matter_kind *k, const struct kind_field *f, struct arena *a,
                              struct str tidy);

/* Names that a list has for every kind beside the fields of the kind; "note" are the words with a move,
 * "handed" is the day on which a result was handed out. */
bool matter_list_name(struct str name);
#endif
