/* SPDX-License-Identifier: Apache-2.0
 *
 * search_rows: finding words in the texts of documents and in statements, whatever marks they were typed with: words
 * are folded (utf8_fold) on both sides, so "Đường" is found by "duong" and by "đường".
 */
#ifndef SEARCH_ROWS_H
#define SEARCH_ROWS_H
#include "document_rows.h"
#include "statement_rows.h"

/* Put the words of a block or of a statement into the index, once. */
[[nodiscard]] bool search_save_block(struct db *db, struct arena *a, int64_t block, struct str text, struct err *err);
[[nodiscard]] bool search_save_statement(struct db *db, struct arena *a, const struct kept_statement *s,
                                         struct err *err);

struct passage {
    struct document_id document;
    uint32_t reading;
    uint32_t start, end; /* of the block in the text of the reading */
    enum block_kind kind;
};

struct passage_list {
    VEC_FIELDS(struct passage);
};

/* What a person typed, as words that the index is asked for: all of them must be there; those between quotation marks
 * one after the other. False when there is not one word in it. */
[[nodiscard]] bool search_words(struct str *out, struct arena *a, struct str typed);
/* Blocks that hold the words (search_words), best first, at most so many; only of the last reading of a document. */
[[nodiscard]] bool search_passages(struct passage_list *out, struct db *db, struct arena *a, struct str words,
                                   uint64_t most, struct err *err);
/* The same for statements that still stand. */
[[nodiscard]] bool search_statements(struct id_list *out, struct db *db, struct arena *a, struct str words,
                                     uint64_t most, struct err *err);
#endif
