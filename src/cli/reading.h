/* SPDX-License-Identifier: Apache-2.0
 *
 * reading: the options of every command that reads documents (read, check, import): one list, so that they never
 * differ.
 */
#ifndef READING_H
#define READING_H
#include "command.h"
#include "read.h"

extern const char
    *const READING_ENCODINGS[]; /* the words of --from, in the order of enum legacy_encoding from LEGACY_TCVN3 on */

/* Rows of a table of struct option_spec. */
#define READING_OPTIONS                                                                                                \
    {"date", 'd', OPTION_DATE, tr("NGÀY"), .help = tr("ngày của văn bản (2023-07-13), khi trong văn bản không ghi")},  \
        {"place", 'p', OPTION_TEXT, tr("NƠI"), .help = tr("nơi mà văn bản nói về, ví dụ \"quận An Hòa\"")},            \
    {                                                                                                                  \
        "from", 0, OPTION_CHOICE, tr("BẢNG-MÃ"), .choices = READING_ENCODINGS,                                         \
                                                 .help = tr("bảng mã cũ của tệp, khi tệp không phải UTF-8")            \
    }

struct read_options cli_reading(const struct cli *c);
#endif
