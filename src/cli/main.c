/* SPDX-License-Identifier: Apache-2.0
 *
 * main: the dispatcher.
 *
 *     dieuhanh [--lang en ...] COMMAND [options and arguments]
 *
 *   words -> command (commands.c) -> options (options.c) -> what the command needs -> run() -> output flushed -> exit
 *   status
 *
 * The environment, the clock and the terminal are looked at here and nowhere else; a command sees them in struct cli.
 *
 * Invariants
 *  1. Whatever run() wrote before it failed is written out before the message of the failure.
 *  2. The arena of the command is closed before the process ends, so handles are closed in order.
 *  3. A broken pipe is an error of writing, not a signal: the record is closed properly first.
 */
#include "cli_private.h"
#include "help.h"
#include "known_on.h"
#include "options.h"
#include "record.h"

#include <pwd.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

enum { OUTPUT_MOST = 1 << 30 };

/* The environment as a str; "" when the name is not set. */
static struct str environment(const char *name)
{
    return str_of(getenv(name));
}

/* Before the options are read, errors must already be told in the right language. */
static enum lang language(int argc, char **argv)
{
    struct str said = environment("DIEUHANH_LANG");
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc) said = str_of(argv[i + 1]);
        if (strncmp(argv[i], "--lang=", 7) == 0) said = str_of(argv[i] + 7);
    }
    return str_eq(said, STR("en")) ? LANG_EN : LANG_VI;
}

/* Where the name of the command stands; argc when there is none. Options that every command has may stand before it. */
static int command_place(int argc, char **argv)
{
    int i = 1;
    while (i < argc && argv[i][0] == '-' && argv[i][1]) i += options_common_takes_value(str_of(argv[i])) ? 2 : 1;
    return i < argc ? i : argc;
}

static struct str user_name(struct arena *a)
{
    struct str said = environment("DIEUHANH_USER");
    if (said.len) return said;
    const struct passwd *p = getpwuid(geteuid());
    return p && p->pw_name[0] ? str_copy(a, str_of(p->pw_name)) : STR("?");
}

static int64_t clock_now(void)
{
    /* A build or a test that must come out the same again says its time: https://reproducible-builds.org/specs/ */
    uint64_t fixed;
    if (str_to_u64(&fixed, environment("SOURCE_DATE_EPOCH"), UINT32_MAX)) return (int64_t)fixed;
    return (int64_t)time(NULL);
}

static void look_at_terminal(struct cli *c)
{
    struct winsize size = {0};
    uint64_t columns;
    c->terminal = isatty(STDOUT_FILENO);
    c->progress = !c->quiet && isatty(STDERR_FILENO);
    if (c->terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col) c->width = size.ws_col;
    if (str_to_u64(&columns, environment("COLUMNS"), 1000) && c->terminal && columns) c->width = (int)columns;
    struct str when = cli_text(c, "color");
    c->color = str_eq(when, STR("always")) ||
               (str_eq(when, STR("auto")) && c->terminal && environment("NO_COLOR").len == 0 &&
                !str_eq(environment("TERM"), STR("dumb")));
}

static void fill_from_options(struct cli *c)
{
    enum { VIETNAM = 7 * 3600, DAY = 86400 }; /* UTC+7 all year */
    c->quiet = cli_flag(c, "quiet");
    if (c->command->formats) (void)!format_find(&c->format, cli_text(c, "format"));
    if (c->command->needs != NEEDS_NOTHING) {
        c->record = cli_text(c, "record");
        if (!c->record.len) c->record = environment("DIEUHANH_RECORD");
        if (!c->record.len) c->record = STR("dieuhanh.db");
    }
    if (options_has_author(c->command)) {
        c->by = cli_text(c, "by");
        if (!c->by.len) c->by = user_name(c->arena);
        c->key = cli_text(c, "key");
        if (!c->key.len) c->key = environment("DIEUHANH_KEY");
    }
    c->now = clock_now();
    c->today = date_from_days((int32_t)((c->now + VIETNAM) / DAY));
    look_at_terminal(c);
}

/* What the row of the command asks for, so that no command can forget to check whose record it is and how old. */
static bool open_record(struct cli *c, struct err *err)
{
    switch (c->command->needs) {
    case NEEDS_NOTHING:
    case NEEDS_RECORD_NAME:
    case NEEDS_RECORD_NEW: return true;
    case NEEDS_RECORD_READ:
        if (!record_open(&c->db, c->arena, c->record, DB_READ, err)) return false;
        return !known_on_fits(c->command) || known_on_apply(c, err);
    case NEEDS_RECORD_TABLES: return record_open_truth(&c->db, c->arena, c->record, DB_WRITE, err);
    case NEEDS_RECORD_WRITE: return record_open(&c->db, c->arena, c->record, DB_WRITE, err);
    }
    return false;
}

static bool run(struct cli *c, const char *const *words, size_t count, struct err *err)
{
    struct options o;
    if (!options_read(&o, c->arena, c->command, words, count, err)) return false;
    c->values = o.values;
    c->value_count = o.value_count;
    c->args = o.args;
    c->arg_count = o.arg_count;
    fill_from_options(c);
    if (cli_flag(c, "help")) {
        const struct command_word *w = o.arg_count ? command_word_find(c->command, o.args[0]) : NULL;
        if (w && w->options)
            help_word(c->out, c->arena, c->lang, c->command, w);
        else
            help_command(c->out, c->arena, c->lang, c->command);
        return true;
    }
    return open_record(c, err) && c->command->run(c, err);
}

/* The words after the command, with the options that stood before it put behind: `--lang en read x` is `read x --lang
 * en`. */
static const char *const *words_of(struct arena *a, int argc, char **argv, int place, size_t *count)
{
    const char **words = arena_array(a, const char *, (size_t)argc);
    size_t n = 0;
    for (int i = 1; i < place; i++) words[n++] = argv[i];
    for (int i = place + 1; i < argc; i++) words[n++] = argv[i];
    *count = n;
    return words;
}

/* The command that is meant when none is named: --version, --help. */
static const struct command *command_of_flag(int argc, char **argv)
{
    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--version") == 0) return command_find(STR("version"));
        if (strcmp(argv[i], "--help") == 0 || strcmp(argv[i], "-h") == 0) return command_find(STR("help"));
    }
    return NULL;
}

static void close_out(void *p)
{
    buf_free(p);
}

static int dispatch(struct cli *c, int argc, char **argv)
{
    struct err err = {0};
    size_t count = 0;
    int place = command_place(argc, argv);
    const char *const *words = words_of(c->arena, argc, argv, place, &count);
    if (place < argc) {
        c->command = command_find(str_of(argv[place]));
        if (!c->command) {
            (void)command_unknown(&err, str_of(argv[place]));
            cli_tell_err(&err, c->lang);
            return err_exit_status(err.code);
        }
    } else {
        c->command = command_of_flag(argc, argv);
        if (!c->command) {
            help_overview(c->out, c->lang);
            cli_tell(buf_str(c->out));
            return EXIT_USAGE;
        }
        count = 0;
    }
    bool done = run(c, words, count, &err);
    cli_progress_end(c);
    struct err output = {0};
    if (!cli_flush(c, &output)) cli_problem(c, &output);
    if (!done) cli_problem(c, &err);
    return c->status;
}

int main(int argc, char **argv)
{
    struct buf out = buf_make(OUTPUT_MOST);
    struct cli c = {.arena = arena_make(SIZE_MAX), .lang = language(argc, argv), .out = &out};
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a limit on the size of files is told as a full disk, and the record stays whole */
    arena_defer(c.arena, close_out, &out);
    int status = dispatch(&c, argc, argv);
    arena_close(c.arena);
    return status;
}
