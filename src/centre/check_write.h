/* SPDX-License-Identifier: Apache-2.0
 *
 * check_write: a finding as JSON for programs and as lines for people.
 */
#ifndef CHECK_WRITE_H
#define CHECK_WRITE_H
#include "check.h"
#include "read.h"

struct buf;

struct str severity_name(enum severity s); /* "note", "doubt", "contradiction": stable */

/* One JSON object and '\n', with the fields of docs/FORMATS.md. reads: the documents of the check, in its order;
 * offsets are those on disk. Figures of the record have the file "". */
void finding_write(struct buf *b, const struct finding *f, const struct read_result *reads);

/* The words around a span of a document, on one line, the quote in «»: "...quận đạt hơn 8.300 tỷ vượt «108%» chỉ tiêu
 * đề ra...". Nothing for a figure of the record but its quote. */
void finding_words(struct buf *b, const struct finding_span *s, const struct read_result *reads);
#endif
