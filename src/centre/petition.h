/* SPDX-License-Identifier: Apache-2.0
 *
 * petition: citizens' voice (letters, complaints, denunciations, receptions, feedback, petitions of voters,
 * difficulties of firms) as one family over several kinds of matter. Which kinds belong to it, and what their states
 * and fields mean for counting and for finding the same one twice, says the kind ("petition", docs/FORMATS.md); an
 * office's own kinds may belong to it too.
 */
#ifndef PETITION_H
#define PETITION_H
#include "matter_make.h"

/* The kinds of the family with which a matter would begin now. */
[[nodiscard]] bool petition_kinds(struct known_kinds *out, struct db *db, struct arena *a, struct err *err);
/* ERR_PETITION_KIND when the matter is of no such kind. */
[[nodiscard]] bool petition_load(struct kept_matter *out, struct matter_kind *kind, struct db *db, struct arena *a,
                                 struct matter_id id, struct err *err);

struct petition {
    struct kept_matter matter;
    const struct matter_kind *kind; /* in the version with which it began */
    struct date received;           /* the day from which its clock counts, where the kind has a field for it */
};
struct petition_list {
    VEC_FIELDS(struct petition); /* by kind, id */
};
struct petition_wish {
    struct str kind;         /* "": all of the family */
    const struct str *units; /* ids; counts when by_units */
    size_t unit_count;
    bool by_units;
};
[[nodiscard]] bool petition_rows(struct petition_list *out, struct db *db, struct arena *a,
                                 const struct petition_wish *w, struct err *err);
struct str petition_field(const struct petition *p, struct str field); /* "" when it has none */

/* One is found to be the same as another: it ends as a duplicate of it and stays, and the other gets a note of it; one
 * entry of the journal. Errors: ERR_PETITION_KIND, ERR_PETITION_ITSELF, ERR_PETITION_APART,
 * ERR_PETITION_CLASS, ERR_PETITION_JOINED, those of matter_do. */
struct petition_join {
    struct matter_id same, as;
    struct str note;
    struct date day, today;
    int16_t minute;
    bool said;
};
[[nodiscard]] bool petition_join(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
                                 const struct petition_join *j, struct err *err);
#endif
