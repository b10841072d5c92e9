/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_options: the options of every command that reads tables, and how it reads them.
 */
#ifndef SHEET_OPTIONS_H
#define SHEET_OPTIONS_H
#include "command.h"
#include "reading.h"
#include "sheet.h"

extern const char *const SHEET_HABITS[]; /* the words of --numbers, in the order of enum sheet_habit from HABIT_VI on */

/* Rows of a table of struct option_spec. */
#define SHEET_OPTIONS                                                                                                  \
    {"sheet", 's', OPTION_TEXT, tr("TRANG"), .help = tr("chỉ một trang: số thứ tự (từ 1) hoặc tên")},                  \
        {"numbers",                                                                                                    \
         'n',                                                                                                          \
         OPTION_CHOICE,                                                                                                \
         tr("KIỂU"),                                                                                                   \
         .choices = SHEET_HABITS,                                                                                      \
         .help = tr("số viết thành chữ trong bảng theo kiểu nào: vi (1.234,5) hay en (1,234.5)")},                     \
    {                                                                                                                  \
        "from", 0, OPTION_CHOICE, tr("BẢNG-MÃ"), .choices = READING_ENCODINGS,                                         \
                                                 .help = tr("bảng mã cũ của tệp, khi tệp không phải UTF-8")            \
    }

/* The workbook of a path, and its problems told on standard error. "-": standard input, a block of CSV or one pasted
 * from a spreadsheet (tabs), or a whole file. */
[[nodiscard]] bool cli_workbook(struct workbook *out, struct str *bytes, struct cli *c, struct arena *a,
                                struct str path, struct err *err);
/* The same for a command without these options. */
[[nodiscard]] bool cli_workbook_as(struct workbook *out, struct str *bytes, struct cli *c, struct arena *a,
                                   struct str path, const struct workbook_options *o, struct err *err);
/* The sheet that --sheet names; NULL in *out when it was not given. Error: ERR_SHEET_NUMBER_UNKNOWN. */
[[nodiscard]] bool cli_sheet(const struct sheet **out, struct cli *c, const struct workbook *w, struct str path,
                             struct err *err);
#endif
