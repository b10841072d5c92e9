/* SPDX-License-Identifier: Apache-2.0
 *
 * markdown_write: strangers' text inside Markdown (CommonMark with tables), so that it is shown as it is and starts
 * nothing.
 */
#ifndef MARKDOWN_WRITE_H
#define MARKDOWN_WRITE_H
#include "str.h"

struct buf;

/* On one line: line ends become spaces, characters that Markdown or HTML would obey get a backslash. */
void markdown_text(struct buf *b, struct str s);
/* The target of a link "(...)": spaces and brackets as %XX. */
void markdown_url(struct buf *b, struct str url);
#endif
