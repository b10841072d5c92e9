/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_kinds: the kinds of matter that there are: those that the program brings and those of the record, and adding
 * one. A record keeps the text of every version with which a matter of it began, also of the program's own: a newer
 * program changes nothing for what has begun.
 */
#ifndef MATTER_KINDS_H
#define MATTER_KINDS_H
#include "change.h"

struct known_kind {
    struct matter_kind kind;
    struct str text;
    struct digest sha256;
    bool built_in;
    uint32_t version; /* in the record; 0: the record has not got it yet */
    struct str who, time;
};
struct known_kinds {
    VEC_FIELDS(struct known_kind);
};
/* Those with which a matter would begin now: the program's, then the last versions of the others. db NULL: no
 * record. */
[[nodiscard]] bool known_kinds(struct known_kinds *out, struct db *db, struct arena *a, struct err *err);
/* One of them; ERR_KIND_UNKNOWN. */
[[nodiscard]] bool known_kind(struct known_kind *out, struct db *db, struct arena *a, struct str word, struct err *err);
/* The next version of an office's own kind. Errors: those of kind_read, ERR_KIND_BUILT_IN, ERR_KIND_SAME. */
[[nodiscard]] bool kind_add(struct kept_kind *out, struct db *db, struct arena *a, const struct author *author,
                            struct str text, struct str name, struct err *err);
/* Inside a write transaction: the version with which a matter begins; what the record has not got comes in. */
[[nodiscard]] bool kind_begin(struct known_kind *out, struct db *db, struct arena *a, const struct author *author,
                              struct str word, struct err *err);
#endif
