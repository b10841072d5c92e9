/* SPDX-License-Identifier: Apache-2.0
 *
 * format: the forms in which results are written.
 */
#ifndef FORMAT_H
#define FORMAT_H
#include "str.h"

enum format {
    FORMAT_TABLE,     /* for eyes: columns lined up, clipped to the terminal */
    FORMAT_JSONL,     /* one JSON object a line */
    FORMAT_JSON,      /* one JSON array of objects */
    FORMAT_CSV,       /* RFC 4180 with a header line */
    FORMAT_CSV_EXCEL, /* CSV that Excel under Vietnamese settings opens by a double click */
    FORMAT_MARKDOWN,
    FORMAT_HTML,
    FORMAT_COUNT
};

struct str format_name(enum format f); /* "table", "jsonl", "json", "csv", "csv-excel", "markdown", "html" */
bool format_find(enum format *out, struct str name);
#endif
