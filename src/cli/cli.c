/* SPDX-License-Identifier: Apache-2.0
 *
 * cli: what a command may do with what it was given (command.h): look at its options, write to standard output in
 * pieces, speak on standard error. Standard output is written in pieces of 256 KiB with write(2), so that a command can
 * make gigabytes of rows in little memory and every failure of the disk or the pipe is seen.
 */
#include "cli_private.h"

#include "db.h"
#include "nearest.h"
#include "options.h"
#include "width.h"

#include <assert.h>
#include <errno.h>
#include <unistd.h>

enum { PIECE = 256 * 1024 };

static const struct option_value *value_of(const struct cli *c, const char *name)
{
    const struct option_value *v = options_find(c->values, c->value_count, str_of(name));
    assert(v && "the command has no such option");
    return v;
}

bool cli_run_word(struct cli *c, struct err *err)
{
    const struct command_word *w = command_word_find(c->command, c->arg_count ? c->args[0] : STR(""));
    return w && w->run ? w->run(c, err) : fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
}

bool cli_given(const struct cli *c, const char *name)
{
    return value_of(c, name)->given;
}

bool cli_flag(const struct cli *c, const char *name)
{
    return value_of(c, name)->given;
}

struct str cli_text(const struct cli *c, const char *name)
{
    return value_of(c, name)->text;
}

struct date cli_date(const struct cli *c, const char *name)
{
    return value_of(c, name)->date;
}

uint64_t cli_count(const struct cli *c, const char *name)
{
    return value_of(c, name)->count;
}

int cli_choice(const struct cli *c, const char *name)
{
    return value_of(c, name)->choice;
}

bool cli_flush(struct cli *c, struct err *err)
{
    struct str rest = buf_str(c->out);
    if (!buf_ok(c->out)) return fail(err, ERR_OUTPUT, STR("too big"));
    while (rest.len) {
        ssize_t n = write(STDOUT_FILENO, rest.ptr, rest.len);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            int why = errno;
            buf_clear(c->out);
            if (why == EPIPE) return fail(err, ERR_OUTPUT_CLOSED);
            return fail(err, ERR_OUTPUT, str_of(strerror(why)));
        }
        rest = str_from(rest, (size_t)n);
    }
    buf_clear(c->out);
    return true;
}

bool cli_drain(struct cli *c, struct err *err)
{
    return c->out->len < PIECE || cli_flush(c, err);
}

void cli_tell(struct str s)
{
    while (s.len) {
        ssize_t n = write(STDERR_FILENO, s.ptr, s.len);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return; /* there is nobody left to tell */
        s = str_from(s, (size_t)n);
    }
}

void cli_note_(struct cli *c, const char *msgid, const struct str *args, size_t count)
{
    if (c->quiet) return;
    struct buf b = buf_make(1 << 20);
    tr_fill(&b, c->lang, msgid, args, count);
    buf_char(&b, '\n');
    cli_tell(buf_str(&b));
    buf_free(&b);
}

/* Where the address of a server begins; the end when there is none. */
static size_t address_at(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] == 'p' && db_is_address(str_from(s, i))) return i;
    return s.len;
}

/* For eyes: nothing in it can steer the terminal, and an address that was typed where none belongs keeps its password
 * to itself. */
static void put_told(struct buf *out, struct str text)
{
    struct arena *a = arena_make(SIZE_MAX);
    while (text.len) {
        size_t start = address_at(text), end = start;
        while (end < text.len && !strchr(" \n\"", text.ptr[end]) && !str_starts(str_from(text, end), STR("»"))) end++;
        width_put_plain(out, str_part(text, 0, start)); /* names of files are written by strangers */
        if (end > start) width_put_plain(out, db_shown(a, str_part(text, start, end)));
        text = str_from(text, end);
    }
    arena_close(a);
}

void cli_tell_err(const struct err *err, enum lang lang)
{
    struct buf b = buf_make(1 << 16), plain = buf_make(1 << 18);
    if (err->code == ERR_OUTPUT_CLOSED) return; /* nobody asked to read more: no reason to complain */
    buf_put(&plain, STR("dieuhanh: "));
    err_write(&b, err, lang);
    put_told(&plain, buf_str(&b));
    buf_char(&plain, '\n');
    buf_clear(&b);
    err_write_hint(&b, err, lang);
    width_put_plain(&plain, buf_str(&b));
    if (b.len) buf_char(&plain, '\n');
    cli_tell(buf_str(&plain));
    buf_free(&b);
    buf_free(&plain);
}

void cli_problem(struct cli *c, const struct err *err)
{
    int status = err_exit_status(err->code);
    cli_progress_end(c);
    cli_tell_err(err, c->lang);
    if (status > c->status) c->status = status;
}

struct rows *cli_rows(struct cli *c, const struct column *columns, size_t count)
{
    struct rows_look look = {c->format, c->lang, c->color, (size_t)c->width};
    return rows_open(c->out, c->arena, columns, count, look);
}

void cli_rows_close(struct cli *c, struct rows *r)
{
    if (c->format != FORMAT_TABLE || c->status == 0 || rows_count(r) > 0) rows_close(r);
}

void cli_put_words(struct cli *c, struct str words)
{
    width_put_plain(c->out, words);
}

struct str cli_shown(struct arena *a, struct str bytes)
{
    struct buf b = buf_make(SIZE_MAX);
    width_put_plain(&b, bytes);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str cli_number(struct cli *c, uint64_t n)
{
    char digits[32];
    size_t i = sizeof digits, k = 0;
    do {
        if (k && k % 3 == 0) digits[--i] = c->lang == LANG_VI ? '.' : ',';
        digits[--i] = (char)('0' + n % 10);
        k++;
    } while (n /= 10);
    return str_copy(c->arena, (struct str){digits + i, sizeof digits - i});
}

bool command_unknown(struct err *err, struct str word)
{
    struct nearest n = {.word = word};
    size_t count;
    const struct command *const *all = commands_all(&count);
    for (size_t i = 0; i < count; i++)
        if (!all[i]->hidden) nearest_try(&n, str_of(all[i]->name));
    if (n.best.len) return fail(err, ERR_COMMAND_NEAR, word, n.best);
    return fail(err, ERR_COMMAND_UNKNOWN, word);
}
