/* SPDX-License-Identifier: Apache-2.0
 *
 * table_digest: one number for all that stands in the tables that are made from journal and content. Two records with
 * the same journal and content have the same one, on any machine and any engine.
 *
 * The digest is SHA-256 over the tables in a fixed order. Each table is its name and a line end, then each row in the
 * order of its key: for every column a letter for its type (n nothing, i whole number, t text, b bytes), the length of
 * the value in bytes, a colon, the value (numbers in decimal); then a line end.
 */
#ifndef TABLE_DIGEST_H
#define TABLE_DIGEST_H
#include "db.h"
#include "sha256.h"

enum { DIGEST_TABLES = 69 };

struct table_digest {
    struct digest all; /* over the tables of rows; not over the indexes of words, which are the engine's */
    struct digest one
        [DIGEST_TABLES]; /* each by itself, to tell where two records differ; the last four are the indexes of words */
};

struct str table_digest_name(size_t i); /* of one[i]: "unit", ..., "matter_words", "passage_words", "statement_words" */

/* Call it inside a transaction, so that one state is seen. */
[[nodiscard]] bool table_digest(struct table_digest *out, struct db *db, struct err *err);
#endif
