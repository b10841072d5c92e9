/* SPDX-License-Identifier: Apache-2.0
 *
 * import: a document comes into the record: bytes -> text and statements (read.h) -> names of the record (resolve.h) ->
 * one change. Reading needs no record and is done before the record is locked.
 */
#ifndef IMPORT_H
#define IMPORT_H
#include "accept.h"
#include "read.h"

/* Where a file names the unit and the layer of a figure by their codes, there is nothing to resolve. */
struct given_key {
    struct str unit, layer;
};

struct import_options {
    struct read_options read;
    bool accept;     /* accept what resolves and contradicts nothing (accept.h) */
    struct str form; /* the statements were made by a form: what tells it from others; "": by the reader */
    const struct given_key *given; /* of each statement; NULL: units are resolved by name */
    const struct new_unit *units;  /* that join the record with `given` */
    size_t unit_count;
    struct str despite; /* why figures that cannot be are imported all the same; "": there are none */
};

enum import_outcome {
    IMPORT_UNCHANGED, /* this reader has read these bytes, told the same, before: nothing was changed */
    IMPORT_NEW,       /* the document came for the first time */
    IMPORT_AGAIN      /* the document was there; it was read again, by another reader or told something else */
};

struct import_result {
    struct document_id document;
    enum import_outcome outcome;
    size_t statements, figures; /* that the document says; not filled when unchanged */
    size_t fresh;               /* of the statements: said for the first time */
    size_t withdrawn;           /* earlier ones, not judged and not said again */
    size_t resolved;            /* figures of which indicator, unit and period are known */
    struct str unclear;         /* the place that the document is about, when it can be several units; else "" */
    size_t accepted;            /* statements that were accepted by options.accept */
    struct left_list left;      /* that were to correct a locked figure, and contradict each other: still proposed */
};

/* Bring in one document; all of it or nothing. The same bytes are kept once, whatever they are called. Errors: those of
 * read_bytes and db.h, ERR_RECORD_READ_BACK. */
[[nodiscard]] bool import_bytes(struct import_result *out, struct db *db, struct arena *a, const struct author *author,
                                struct str bytes, struct str name, const struct import_options *o, struct err *err);

/* The second half, for statements that were made in any way. read->document.text.inside is the text that the spans are
 * in. */
[[nodiscard]] bool import_save(struct import_result *out, struct db *db, struct arena *a, const struct author *author,
                               struct str bytes, const struct read_result *read, const struct import_options *o,
                               struct err *err);
#endif
