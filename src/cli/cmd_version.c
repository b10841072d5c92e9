/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_version: what is running. The versions of libraries are asked of the libraries that were loaded, not taken from
 * the headers that the program was built with: the two differ after an update of the system.
 */
#include "command.h"

#include "program.h"
#include "reader.h"
#include "sql.h"

#include <sodium/version.h>
#include <sqlite3.h>
#include <unicode/uversion.h>

static struct str icu_version(char text[U_MAX_VERSION_STRING_LENGTH])
{
    UVersionInfo version;
    u_getVersion(version);
    u_versionToString(version, text);
    return str_of(text);
}

static struct str number(struct cli *c, int n)
{
    return cli_number(c, (uint64_t)n);
}

static bool run(struct cli *c, struct err *err)
{
    char icu[U_MAX_VERSION_STRING_LENGTH];
    (void)err;
    buf_put(c->out, STR("dieuhanh " DIEUHANH_VERSION "\n"));
    cli_put(c, tr("bộ đọc: phiên bản {1}\n"), number(c, READER_VERSION));
    cli_put(c, tr("kho số liệu: phiên bản {1}\n"), number(c, SQL_VERSION));
    cli_put(c, tr("thư viện: SQLite {1}, ICU {2}, libsodium {3}\n"), str_of(sqlite3_libversion()), icu_version(icu),
            str_of(sodium_version_string()));
    struct str pdf = program_find(c->arena, "pdftotext");
    cli_put(c, tr("đọc PDF: {1}\n"), pdf.len ? pdf : tr_text(c->lang, tr("chưa cài (gói poppler-utils)")));
    return true;
}

const struct command cmd_version = {
    .name = "version",
    .summary = tr("in phiên bản của chương trình và các thư viện"),
    .usage = {""},
    .examples = {{"dieuhanh version", tr("phiên bản đang chạy")}},
    .run = run,
};
