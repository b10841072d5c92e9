/* SPDX-License-Identifier: Apache-2.0
 *
 * reading: see reading.h.
 */
#include "reading.h"

const char *const READING_ENCODINGS[] = {"tcvn3", "vni", "cp1258", "cp1252", "utf-16le", "utf-16be", NULL};

struct read_options cli_reading(const struct cli *c)
{
    int from = cli_choice(c, "from");
    return (struct read_options){.date = cli_date(c, "date"),
                                 .place = cli_text(c, "place"),
                                 .from = from < 0 ? LEGACY_NONE : (enum legacy_encoding)(from + LEGACY_TCVN3)};
}
