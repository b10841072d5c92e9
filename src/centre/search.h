/* SPDX-License-Identifier: Apache-2.0
 *
 * search: words in the statements and in the texts of the documents of a record, with or without their marks.
 */
#ifndef SEARCH_H
#define SEARCH_H
#include "search_rows.h"

struct search_hit {
    struct document_id document;
    struct str document_name;
    struct statement_id statement; /* n == 0: a passage of the text */
    struct span span;              /* of what was found, in the text of the document */
    struct str words;              /* of the text: the statement's quote with what stands around it, or the passage */
    uint32_t first, last;          /* of `words`: what to show lit up; equal: nothing */
};

struct search_result {
    VEC_FIELDS(struct search_hit);
};

/* First the statements, then the passages that no statement found stands in, each best first and at most `most`.
 * Errors: ERR_SEARCH_EMPTY. */
[[nodiscard]] bool search_record(struct search_result *out, struct db *db, struct arena *a, struct str typed,
                                 uint64_t most, struct err *err);
#endif
