/* SPDX-License-Identifier: Apache-2.0
 *
 * err: see err.h. The table err_rows comes from data/errors.tsv through tools/errors_compile; this file only fills and
 * writes. "{1}" in a message is replaced by the first argument.
 */
#include "err.h"

#include "buf.h"
#include "err_table.h"
#include "utf8.h"

bool err_set(struct err *err, enum err_code code, const struct str *args, size_t count)
{
    if (!err) return false;
    struct err made = {.code = code}; /* the arguments may be those of *err */
    for (size_t i = 0; i < count && i < ERR_ARGS; i++) {
        const struct str more = STR("…"); /* what is cut says so */
        bool cut = args[i].len > ERR_ARG_SIZE;
        struct str s = cut ? utf8_clip(args[i], ERR_ARG_SIZE - more.len) : args[i];
        if (s.len) memcpy(made.arg[i], s.ptr, s.len);
        if (cut) memcpy(made.arg[i] + s.len, more.ptr, more.len);
        made.arg_len[i] = (uint8_t)(s.len + (cut ? more.len : 0));
    }
    *err = made;
    return false;
}

struct str err_arg(const struct err *err, size_t i)
{
    return i < ERR_ARGS ? (struct str){err->arg[i], err->arg_len[i]} : STR("");
}

static void write_filled(struct buf *b, const struct err *err, struct str pattern)
{
    for (size_t i = 0; i < pattern.len; i++) {
        bool slot = pattern.ptr[i] == '{' && i + 2 < pattern.len && pattern.ptr[i + 2] == '}' &&
                    pattern.ptr[i + 1] >= '1' && pattern.ptr[i + 1] <= '0' + ERR_ARGS;
        if (!slot) {
            buf_char(b, pattern.ptr[i]);
            continue;
        }
        buf_put(b, err_arg(err, (size_t)(pattern.ptr[i + 1] - '1')));
        i += 2;
    }
}

static void write_line(struct buf *b, uint32_t line, enum lang lang)
{
    struct err at;
    char digits[16];
    int len = snprintf(digits, sizeof digits, "%u", (unsigned)line);
    fail(&at, ERR_AT_LINE, (struct str){digits, (size_t)len});
    write_filled(b, &at, err_rows[ERR_AT_LINE].message[lang]);
    buf_char(b, ' ');
}

void err_write(struct buf *b, const struct err *err, enum lang lang)
{
    if (err->line) write_line(b, err->line, lang);
    write_filled(b, err, err_rows[err->code].message[lang]);
}

void err_write_hint(struct buf *b, const struct err *err, enum lang lang)
{
    write_filled(b, err, err_rows[err->code].hint[lang]);
}

struct str err_name(enum err_code code)
{
    return err_rows[code].name;
}

int err_exit_status(enum err_code code)
{
    return err_rows[code].exit_status;
}
