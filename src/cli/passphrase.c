/* SPDX-License-Identifier: Apache-2.0
 *
 * passphrase: see passphrase.h. A file or descriptor gives one line for each passphrase that is asked for, the old one
 * before the new one.
 */
#include "passphrase.h"

#include "key_file.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

/* One line, without its end. It is read byte by byte: what stands behind it belongs to the next one. */
static bool line_of(struct str *out, struct arena *a, int fd)
{
    char line[KEY_PHRASE_MOST];
    size_t len = 0;
    for (;;) {
        char c;
        ssize_t n = read(fd, &c, 1);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 || (n == 0 && !len)) return false;
        if (n == 0 || c == '\n') break;
        if (len == sizeof line) return false;
        line[len++] = c;
    }
    if (len && line[len - 1] == '\r') len--;
    *out = str_copy(a, (struct str){line, len});
    return len > 0;
}

static bool typed(struct str *out, struct cli *c, int terminal, const char *prompt)
{
    struct termios old, quiet;
    sigset_t all, before;
    struct str words = tr_text(c->lang, prompt);
    if (tcgetattr(terminal, &old) != 0) return false;
    quiet = old;
    quiet.c_lflag &= ~(tcflag_t)ECHO;
    quiet.c_lflag |= ECHONL;
    /* Who stops the program here must not be left with a terminal that shows nothing. */
    sigfillset(&all);
    sigprocmask(SIG_BLOCK, &all, &before);
    bool ok = write(terminal, words.ptr, words.len) >= 0 && tcsetattr(terminal, TCSAFLUSH, &quiet) == 0 &&
              line_of(out, c->arena, terminal);
    tcsetattr(terminal, TCSAFLUSH, &old);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return ok;
}

/* The named file is opened once: the old passphrase and the new one are two lines of it. */
static bool from_file(struct str *out, struct cli *c, struct str path, struct err *err)
{
    static int fd = -1;
    struct stat st;
    if (fd < 0) fd = open(str_copy_z(c->arena, path), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    bool shut = fd >= 0 && fstat(fd, &st) == 0 && !(S_ISREG(st.st_mode) && st.st_mode & 077);
    return (shut && line_of(out, c->arena, fd)) || fail(err, ERR_KEY_PHRASE_SOURCE, cli_shown(c->arena, path));
}

static bool named(const struct cli *c)
{
    return cli_given(c, "passphrase-fd") || cli_given(c, "passphrase-file");
}

bool passphrase_ask(struct str *out, struct cli *c, struct str path, const char *prompt, struct err *err)
{
    if (cli_given(c, "passphrase-file")) return from_file(out, c, cli_text(c, "passphrase-file"), err);
    if (cli_given(c, "passphrase-fd")) {
        uint64_t fd = cli_count(c, "passphrase-fd");
        return (fd <= INT_MAX && line_of(out, c->arena, (int)fd)) ||
               fail(err, ERR_KEY_PHRASE_SOURCE, cli_text(c, "passphrase-fd"));
    }
    int terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (terminal < 0) return fail(err, ERR_KEY_PHRASE_NEEDED, cli_shown(c->arena, path));
    bool ok = typed(out, c, terminal, prompt);
    close(terminal);
    return ok || fail(err, ERR_KEY_PHRASE_NEEDED, cli_shown(c->arena, path));
}

bool passphrase_new(struct str *out, struct cli *c, struct str path, struct err *err)
{
    struct str again;
    if (!passphrase_ask(out, c, path, tr("Mật khẩu mới của tệp khóa (từ 12 ký tự): "), err)) return false;
    if (named(c)) return true;
    return passphrase_ask(&again, c, path, tr("Gõ lại mật khẩu: "), err) &&
           (str_eq(*out, again) || fail(err, ERR_KEY_PHRASE_DIFFERS));
}
