/* SPDX-License-Identifier: Apache-2.0
 *
 * document_rows: the documents of a record, and the readings of each.
 */
#ifndef DOCUMENT_ROWS_H
#define DOCUMENT_ROWS_H
#include "db.h"
#include "record_id.h"
#include "said.h"
#include "sha256.h"

struct kept_document {
    struct document_id id;
    struct digest sha256;
    struct str name; /* of the file, as it came */
    uint64_t size;   /* bytes */
};

/* One reading: which program read it, what it was told, what it took or found. */
struct kept_reading {
    uint32_t id;
    struct str reader;   /* its version */
    struct str format;   /* "text", "html", ... */
    struct str encoding; /* told; "" when it was not */
    struct date told_date;
    struct str told_place;
    struct date date; /* of the document: told or found; unknown when neither */
    struct str place;
    struct digest text, said; /* names of content */
};

/* A document as it is listed. */
struct listed_document {
    struct kept_document document;
    struct kept_reading reading;           /* the last one */
    struct str time, who;                  /* of the entry that brought it */
    uint64_t proposed, accepted, rejected; /* statements */
};

struct document_list {
    VEC_FIELDS(struct listed_document);
};

/* The id of a document by its bytes' name; n == 0 when the record does not hold it. */
[[nodiscard]] bool document_find(struct document_id *out, struct db *db, struct digest sha256, struct err *err);
/* Documents by id; all of them when `only` is none. Strings live in the arena. */
[[nodiscard]] bool document_list(struct document_list *out, struct db *db, struct arena *a, struct document_id only,
                                 struct err *err);
/* One of them; ERR_DOCUMENT_MISSING when there is none. */
[[nodiscard]] bool document_load(struct listed_document *out, struct db *db, struct arena *a, struct document_id id,
                                 struct err *err);

/* Save a new one under the next id, which is put into d->id, r->id. */
[[nodiscard]] bool document_save(struct kept_document *d, struct db *db, int64_t entry, struct err *err);
[[nodiscard]] bool reading_save(struct kept_reading *r, struct db *db, struct arena *a, struct document_id document,
                                int64_t entry, struct err *err);
/* Save a block of the text of a reading; its id, under which its words are searched, goes to *id. */
[[nodiscard]] bool block_save(int64_t *id, struct db *db, uint32_t reading, const struct block *b, struct err *err);
/* The name of the text of a reading. */
[[nodiscard]] bool reading_text(struct digest *out, struct db *db, uint32_t reading, struct err *err);
#endif
