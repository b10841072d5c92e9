/* SPDX-License-Identifier: Apache-2.0
 *
 * origin_document_rows: documents that give work, and which document each of them carries out, so that tasks can be
 * shown below the resolution that they come from (docs/MATTERS.md). The later words on a document count.
 */
#ifndef ORIGIN_DOCUMENT_ROWS_H
#define ORIGIN_DOCUMENT_ROWS_H
#include "date.h"
#include "db.h"

struct kept_origin_document {
    struct str key;          /* of its symbol (origin_document.h) */
    struct str symbol;       /* as written */
    struct str name, issuer; /* "": not said */
    struct date day;         /* unknown: not said */
    struct str basis;        /* key of the document that it carries out; "": none */
    bool used;               /* false: it was entered wrongly */
};
struct kept_origin_documents {
    VEC_FIELDS(struct kept_origin_document); /* by key */
};

[[nodiscard]] bool origin_document_rows(struct kept_origin_documents *out, struct db *db, struct arena *a,
                                        struct err *err);
[[nodiscard]] bool origin_document_save(struct db *db, struct arena *a, const struct kept_origin_document *d,
                                        int64_t entry, struct err *err);
/* Borrowed; NULL where there is none. One that is not used is found too. */
const struct kept_origin_document *origin_document_find(const struct kept_origin_documents *all, struct str key);
#endif
