/* SPDX-License-Identifier: Apache-2.0
 *
 * check_record: the figures of a record that the figures of some documents can be held against.
 */
#ifndef CHECK_RECORD_H
#define CHECK_RECORD_H
#include "check.h"
#include "db.h"

/* How many pairs of indicator and place are looked up, and figures taken, at most. */
enum { CHECK_RECORD_PAIRS = 2000, CHECK_RECORD_FIGURES = 100000 };

/* Tell the checker the current figures of the indicators and places that it was told of. Each is given under the words
 * by which the documents speak of it, so that the checker knows them for the same. Figures without an indicator, or of
 * a place that the record does not know, bring nothing. *count: how many were told. */
[[nodiscard]] bool check_record_tell(size_t *count, struct checker *c, struct db *db, struct arena *a, struct err *err);
#endif
