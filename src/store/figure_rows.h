/* SPDX-License-Identifier: Apache-2.0
 *
 * figure_rows: the figures of a record with their revisions. Nothing is ever changed here: a figure is added, and the
 * one with the highest revision of its key is the current one.
 */
#ifndef FIGURE_ROWS_H
#define FIGURE_ROWS_H
#include "db.h"
#include "figure.h"
#include "record_id.h"

struct kept_figure {
    struct figure_id id;
    uint32_t revision; /* from 0 */
    bool is_current;
    struct statement_id statement; /* that made it */
    struct document_id document;   /* of that statement */
    int64_t entry;                 /* journal entry that made it */
    struct figure figure;          /* with its provenance: document, span, quote, who */
};

struct figure_list {
    VEC_FIELDS(struct kept_figure);
};

/* Save a figure as f->id, f->revision. Taken from f->figure: key, value, bound, measure. */
[[nodiscard]] bool figure_save(struct db *db, struct arena *a, const struct kept_figure *f, struct err *err);
/* The id that the next figure gets. */
[[nodiscard]] bool figure_next(struct figure_id *out, struct db *db, struct err *err);
/* How many figures of each key there are, into out[count]: the revision of the next one. */
[[nodiscard]] bool figure_count_revisions(uint32_t *out, struct db *db, struct arena *a, const struct figure_key *keys,
                                          size_t count, struct err *err);
/* ERR_FIGURE_MISSING when there is none. Strings of all results live in the arena. */
[[nodiscard]] bool figure_load(struct kept_figure *out, struct db *db, struct arena *a, struct figure_id id,
                               struct err *err);
/* The same of a figure that is a row of its own; *found is false when there is none (it may be of a load). Whether it
 * is current is told among rows. */
[[nodiscard]] bool figure_row(struct kept_figure *out, bool *found, struct db *db, struct arena *a, struct figure_id id,
                              struct err *err);
/* The figure of a key that counts, or that would count without those that `skip` (NULL: none) names. */
[[nodiscard]] bool figure_standing(struct kept_figure *out, bool *found, struct db *db, struct arena *a,
                                   const struct figure_key *key, bool (*skip)(const void *self, struct figure_id id),
                                   const void *self, struct err *err);
/* All revisions of one key, the current one first. */
[[nodiscard]] bool figure_revisions(struct figure_list *out, struct db *db, struct arena *a,
                                    const struct figure_key *key, struct err *err);
/* Many at once, in the order that is asked: out->at[i] is at[i]. is_current is only whether it stands. */
struct figure_asked {
    struct figure_id id;
    struct period period; /* of its key: where it stands */
};
[[nodiscard]] bool figure_load_all(struct figure_list *out, struct db *db, struct arena *a,
                                   const struct figure_asked *at, size_t count, struct err *err);
/* The current figures of keys, of which none stands there twice; in no order. */
[[nodiscard]] bool figure_list_of_keys(struct figure_list *out, struct db *db, struct arena *a,
                                       const struct figure_key *keys, size_t count, struct err *err);
/* The current figures by indicator, period, kind, aspect, unit, layer; of some units (codes, none twice) when `count`
 * is not 0, and of one indicator when it is not "". */
[[nodiscard]] bool figure_list_current(struct figure_list *out, struct db *db, struct arena *a, const struct str *units,
                                       size_t count, struct str indicator, struct err *err);
/* The current figures that are rows, that is without those of loads; one that is older than a loaded one of its key is
 * among them. */
[[nodiscard]] bool figure_list_rows(struct figure_list *out, struct db *db, struct arena *a, struct err *err);
/* Of the rows with a greater id than `after`, those that stand, of each key the last. */
[[nodiscard]] bool figure_list_after(struct figure_list *out, struct db *db, struct arena *a, struct figure_id after,
                                     struct err *err);
#endif
