/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_origin: the words of a document that a matter was made from. A directive that was read ("giao Phòng Tài chính
 * ... trước ngày 31/01") waits until somebody makes a matter of it or rejects it; one may become several matters, for
 * each of those who have to do it.
 */
#ifndef MATTER_ORIGIN_H
#define MATTER_ORIGIN_H
#include "matter_rows.h"
#include "statement_rows.h"

/* A matter comes from a statement; one that nobody has judged is accepted by that. Errors: ERR_STATEMENT_MISSING,
 * ERR_MATTER_STATEMENT when it is no directive, was rejected or withdrawn. */
[[nodiscard]] bool matter_origin_save(struct db *db, struct arena *a, struct statement_id statement,
                                      struct matter_id matter, int64_t entry, struct err *err);
/* Ids of the matters that were made of a statement, and of the statements that a matter was made of, ascending. */
[[nodiscard]] bool matters_of_statement(struct id_list *out, struct db *db, struct arena *a, struct statement_id id,
                                        struct err *err);
[[nodiscard]] bool statements_of_matter(struct id_list *out, struct db *db, struct arena *a, struct matter_id id,
                                        struct err *err);
#endif
