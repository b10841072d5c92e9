/* SPDX-License-Identifier: Apache-2.0
 *
 * format: see format.h. The names are what --format takes and are stable.
 */
#include "format.h"

static const struct str NAMES[] = {
    [FORMAT_TABLE] = STR_INIT("table"),         [FORMAT_JSONL] = STR_INIT("jsonl"),
    [FORMAT_JSON] = STR_INIT("json"),           [FORMAT_CSV] = STR_INIT("csv"),
    [FORMAT_CSV_EXCEL] = STR_INIT("csv-excel"), [FORMAT_MARKDOWN] = STR_INIT("markdown"),
    [FORMAT_HTML] = STR_INIT("html"),
};
_Static_assert(sizeof NAMES / sizeof NAMES[0] == FORMAT_COUNT, "a format without a name");

struct str format_name(enum format f)
{
    return NAMES[f];
}

bool format_find(enum format *out, struct str name)
{
    for (int f = 0; f < FORMAT_COUNT; f++) {
        if (!str_eq(NAMES[f], name)) continue;
        *out = (enum format)f;
        return true;
    }
    return false;
}
