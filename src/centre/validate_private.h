/* SPDX-License-Identifier: Apache-2.0
 *
 * validate_private: between the files of validate.
 */
#ifndef VALIDATE_PRIVATE_H
#define VALIDATE_PRIVATE_H
#include "map.h"
#include "validate.h"

/* Where figures of a record come from; documents are looked into once. */
struct figure_places {
    struct db *db;
    struct arena *arena;
    struct load_list loads;
    struct {
        VEC_FIELDS(struct place_document);
    } documents;
};

struct place_document {
    struct document_id id;
    struct str name, text;
    bool has_book;
    struct workbook book;
};

struct figure_place {
    struct str file, place;
    uint64_t source; /* which document or load: equal for figures of one; 0: unknown */
};

[[nodiscard]] bool figure_places_open(struct figure_places *out, struct db *db, struct arena *a, struct err *err);
/* Without `place` only which source it is. */
[[nodiscard]] bool figure_place_find(struct figure_place *out, struct figure_places *p, uint32_t figure, bool place,
                                     struct err *err);

/* What turns findings of a grid into words. */
struct speaker {
    struct db *db;
    struct arena *arena;
    const struct grid *grid;
    struct map names; /* unit -> place in list */
    struct {
        VEC_FIELDS(struct str);
    } list;
};

[[nodiscard]] bool speaker_unit(struct str *name, struct speaker *s, struct str unit, struct err *err);
/* The message and the cell of a finding; file and place are left. */
[[nodiscard]] bool speaker_say(struct validated *out, struct speaker *s, const struct inspected *f, struct err *err);
/* Outside a limit: the message alone. */
struct str validate_say_range(struct arena *a, const struct range_limit *l, const struct indicator *i,
                              struct str value);
/* A number in the unit in which tables show the indicator, with that unit. */
void validate_put_number(struct buf *b, struct decimal value, enum figure_bound bound, struct str measure,
                         const struct indicator *i);

/* The trees of the last days of all periods of a grid. */
[[nodiscard]] bool validate_days(const struct inspect_day **out, size_t *count, struct db *db, struct arena *a,
                                 const struct grid *g, struct period only, struct err *err);
#endif
