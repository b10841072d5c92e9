/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_options: see sheet_options.h.
 */
#include "sheet_options.h"

#include "cli_private.h"
#include "document.h"
#include "file.h"
#include "utf8.h"

const char *const SHEET_HABITS[] = {"vi", "en", NULL};

enum { NAMES_MOST = 200 };

static void tell_problems(struct cli *c, const struct workbook *w)
{
    struct err e;
    if (c->quiet) return;
    for (size_t i = 0; i < w->problems.len; i++) {
        err_set(&e, w->problems.at[i].code, w->problems.at[i].arg, 2);
        cli_tell_err(&e, c->lang);
    }
}

bool cli_workbook(struct workbook *out, struct str *bytes, struct cli *c, struct arena *a, struct str path,
                  struct err *err)
{
    int from = cli_choice(c, "from"), habit = cli_choice(c, "numbers");
    struct workbook_options o = {.from = from < 0 ? LEGACY_NONE : (enum legacy_encoding)(from + LEGACY_TCVN3),
                                 .habit = habit < 0 ? HABIT_AUTO : (enum sheet_habit)(habit + HABIT_VI)};
    return cli_workbook_as(out, bytes, c, a, path, &o, err);
}

bool cli_workbook_as(struct workbook *out, struct str *bytes, struct cli *c, struct arena *a, struct str path,
                     const struct workbook_options *o, struct err *err)
{
    struct str name = path;
    enum workbook_kind kind;
    if (!file_read(bytes, a, path, DOCUMENT_BYTES_MAX, err)) return false;
    if (bytes->len == 0) return fail(err, ERR_FILE_EMPTY, path);
    if (!workbook_detect(&kind, *bytes, name)) {
        if (!str_eq(path, STR("-")) || memchr(bytes->ptr, 0, bytes->len)) return fail(err, ERR_SHEET_NOT, path);
        kind = WORKBOOK_CSV;
    }
    if (!workbook_read(out, a, *bytes, name, kind, o, err)) return false;
    tell_problems(c, out);
    return true;
}

static bool fail_sheet(struct cli *c, const struct workbook *w, struct str path, struct str asked, struct err *err)
{
    struct buf b = buf_make(NAMES_MOST);
    for (size_t i = 0; i < w->sheet_count; i++) {
        if (i) buf_put(&b, STR(", "));
        buf_put(&b, w->sheets[i].name);
    }
    fail(err, ERR_SHEET_NUMBER_UNKNOWN, cli_shown(c->arena, path), asked, utf8_clip(buf_str(&b), NAMES_MOST - 4));
    buf_free(&b);
    return false;
}

bool cli_sheet(const struct sheet **out, struct cli *c, const struct workbook *w, struct str path, struct err *err)
{
    struct str asked = cli_text(c, "sheet");
    uint64_t n;
    *out = NULL;
    if (asked.len == 0) return true;
    for (size_t i = 0; i < w->sheet_count; i++)
        if (str_eq(str_trim(w->sheets[i].name), str_trim(asked))) *out = &w->sheets[i];
    if (!*out && str_to_u64(&n, asked, w->sheet_count) && n > 0) *out = &w->sheets[n - 1];
    return *out || fail_sheet(c, w, path, asked, err);
}
