/* SPDX-License-Identifier: Apache-2.0
 *
 * command: the one table that the command line is made of. A command is one const struct command in one small file
 * cmd_<name>.c; commands.c is the list. Parsing of options, help, completion, the man page and the opening of the
 * record are all done from this table by the dispatcher (main.c) before run() is called, so a command cannot forget
 * them.
 *
 *     static bool run(struct cli *c, struct err *err) { ... }
 *
 *     static const struct option_spec options[] = {
 *         {.name = "unit", .type = OPTION_TEXT, .value = tr("ĐƠN VỊ"), .help = tr("đơn vị cần xem")},
 *         {0},
 *     };
 *     const struct command cmd_stand = {
 *         .name = "stand", .summary = tr("…"), .usage = {"--unit " …}, .options = options,
 *         .formats = FORMATS_ROWS, .needs = NEEDS_RECORD_READ, .run = run,
 *     };
 *
 * A command asks centre/ to do one thing and shows the result: no SQL, no arithmetic on figures, no rule stands here.
 * Texts are Vietnamese, marked tr("…") (output/tr.h); po/en.po holds the English. Errors are rows of data/errors.tsv.
 *
 * Exit status: 0 done, 1 something could not be read, done or written, 2 wrong usage, 3 done and a check said no
 * (contradiction found with --strict, record that does not verify), 141 the reader of our output went away.
 */
#ifndef COMMAND_H
#define COMMAND_H
#include "arena.h"
#include "buf.h"
#include "date.h"
#include "err.h"
#include "rows.h"
#include "tr.h"

struct cli;
struct db;
struct known_record;

enum { EXIT_DONE = 0, EXIT_DATA = 1, EXIT_USAGE = 2, EXIT_SAYS_NO = 3, EXIT_PIPE = 141 };

enum option_type {
    OPTION_FLAG,   /* --quiet: takes no value */
    OPTION_TEXT,   /* made NFC at the border */
    OPTION_FILE,   /* a path: bytes as they are */
    OPTION_CHOICE, /* one of `choices` */
    OPTION_DATE,   /* a real day as people write it, or a month or year: its last day (date_typed_last) */
    OPTION_COUNT   /* a whole number, 0 .. 10^9 */
};

/* One option. A table of them ends with a row without a name. */
struct option_spec {
    const char *name; /* long name without "--" */
    char letter;      /* short name, or 0 */
    enum option_type type;
    const char *value;          /* what stands for the value in help: tr("NGÀY"); flags: NULL */
    const char *const *choices; /* OPTION_CHOICE: NULL at the end */
    const char *fallback;       /* value when not given, as one would type it; NULL: none */
    const char *help;           /* tr("…"): one line, lower case, no full stop */
};

/* A word that must stand first after the command ("debug quantity"), for commands that have such words. Where a word
 * says its options, it takes no others of the command; help, man page and completion are made of the same row. An
 * option that no word takes is none of the command. */
struct command_word {
    const char *name;
    const char *help;    /* tr("…") */
    const char *options; /* names with a blank between: what it takes of the command's own; NULL: all of them */
    bool (*run)(struct cli *c, struct err *err); /* NULL: the command finds out itself */
};

struct command_example {
    const char *line;    /* as typed: "dieuhanh read --date 2023-07-13 bao-cao.txt" */
    const char *meaning; /* tr("…") */
};

enum command_needs {
    NEEDS_NOTHING,
    NEEDS_RECORD_NAME,   /* --record is read, nothing is opened: check and proof open one only when asked to */
    NEEDS_RECORD_NEW,    /* --record, --by and --key are read, nothing is opened: init, serve */
    NEEDS_RECORD_READ,   /* cli->db is open for reading */
    NEEDS_RECORD_TABLES, /* cli->db is open for writing, but the journal does not change, so nobody signs: rebuild */
    NEEDS_RECORD_WRITE   /* cli->db is open for writing; --by names who does it, --key signs */
};

/* Whether it can be asked of an earlier day (--known-on; known_on.h). */
enum command_known {
    KNOWN_AS_NEEDED, /* when NEEDS_RECORD_READ: the dispatcher opens the record of that day */
    KNOWN_NEVER,     /* verify: the record is what it is */
    KNOWN_BY_ITSELF  /* it opens the record itself, and calls known_on_apply or known_on_refuse */
};

enum command_arguments {
    ARGUMENTS_FILES, /* paths: bytes as they are; completion offers files */
    ARGUMENTS_TEXT   /* text: made NFC at the border */
};

/* For .formats of a command that shows rows (rows.h); the table is the default. */
#define FORMATS_ROWS                                                                                                   \
    (1u << FORMAT_TABLE | 1u << FORMAT_JSONL | 1u << FORMAT_JSON | 1u << FORMAT_CSV | 1u << FORMAT_CSV_EXCEL)

enum { USAGE_LINES = 12, EXAMPLE_LINES = 8 };

struct command {
    const char *name;
    const char *summary;            /* tr("…"): one line, lower case, no full stop */
    const char *usage[USAGE_LINES]; /* tr("[TUỲ CHỌN] TỆP..."): what follows the name; the name is put before it */
    const char *about;              /* tr("…"): paragraphs of the help, '\n' between them; may be NULL */
    const struct option_spec *options; /* its own; may be NULL */
    const struct command_word *words;  /* may be NULL; ends with a row without a name */
    bool words_optional;               /* the first argument may be something else than one of the words */
    struct command_example examples[EXAMPLE_LINES];
    unsigned formats; /* 1u << FORMAT_x of what --format may say; 0: no --format. The lowest is the default */
    size_t arguments_min, arguments_max; /* positional, words included; SIZE_MAX: any number */
    enum command_arguments arguments;
    enum command_needs needs;
    enum command_known known;
    bool hidden; /* not in the list of help: for tests and support */
    /* Does it. True when done; false with *err when not. A part that failed while others went on is told by
     * cli_problem. */
    bool (*run)(struct cli *c, struct err *err);
};

struct option_value {
    const struct option_spec *spec;
    bool given; /* typed by the user; false: text is the fallback or "" */
    struct str text;
    struct date date;
    uint64_t count;
    int choice; /* place in spec->choices */
};

/* What a command is given. Everything of the outside world that it may know stands here. */
struct cli {
    const struct command *command;
    struct arena *arena; /* lives as long as the command */
    enum lang lang;
    enum format format;               /* as --format says, else the default of the command */
    bool quiet;                       /* --quiet: no notes, no progress; errors are still told */
    bool color;                       /* the output may hold colour codes */
    bool terminal;                    /* standard output is a terminal */
    bool progress;                    /* progress of long work may be shown on standard error */
    int width;                        /* columns of the terminal; 0: not a terminal, do not clip */
    int64_t now;                      /* seconds since 1970-01-01T00:00:00Z: the only clock of the program */
    struct date today;                /* the day of `now` in Việt Nam (UTC+7) */
    struct str record;                /* path of the record: --record, else $DIEUHANH_RECORD, else dieuhanh.db */
    struct str by;                    /* who does it: --by, else $DIEUHANH_USER, else the login name */
    struct str key;                   /* path of the signing key: --key, else $DIEUHANH_KEY, else "" */
    struct db *db;                    /* open when the command needs it, else NULL; closed with the arena */
    const struct known_record *known; /* --known-on: what was known when; db and today are of that moment. Else NULL */
    const struct str *args;           /* positional arguments; args[0] is the word where the command has words */
    size_t arg_count;
    const struct option_value *values; /* of its own options and of the common ones */
    size_t value_count;
    struct buf *out;         /* standard output: write here, call cli_drain now and then */
    int status;              /* exit status so far; see cli_problem */
    uint64_t progress_shown; /* when cli_progress last wrote; 0: no line stands there */
};

/* Options by name. The name must stand in the table of the command or among the common options. */
bool cli_given(const struct cli *c, const char *name); /* typed by the user */
bool cli_flag(const struct cli *c, const char *name);
struct str cli_text(const struct cli *c, const char *name);  /* value, else its fallback, else "" */
struct date cli_date(const struct cli *c, const char *name); /* year 0 when there is none */
uint64_t cli_count(const struct cli *c, const char *name);
int cli_choice(const struct cli *c, const char *name); /* place in choices; -1 when there is none */

/* Write what stands in c->out when it is much (rows of unbounded output: call it after every row). What is left is
 * written after run(). Errors: ERR_OUTPUT (full disk), ERR_OUTPUT_CLOSED (broken pipe: the command just ends). */
[[nodiscard]] bool cli_drain(struct cli *c, struct err *err);

/* Write all that stands in c->out: before a note that is to be read after it. Errors as above. */
[[nodiscard]] bool cli_flush(struct cli *c, struct err *err);

/* Rows in the form that --format asks for, to c->out, in c->arena: rows_open with all that c knows. */
struct rows *cli_rows(struct cli *c, const struct column *columns, size_t count);
/* rows_close, but that a table without rows is not shown where something failed. */
void cli_rows_close(struct cli *c, struct rows *r);

/* Put a text with {1}..{4} filled into the output: cli_put(c, tr("đã ghi {1} số liệu\n"), n). */
#define cli_put(c, msgid, ...)                                                                                         \
    tr_fill((c)->out, (c)->lang, (msgid), (const struct str[]){STR(""), ##__VA_ARGS__} + 1,                            \
            sizeof((const struct str[]){STR(""), ##__VA_ARGS__}) / sizeof(struct str) - 1)
/* The same as a line on standard error, unless --quiet: what was done, what to do next. */
#define cli_note(c, msgid, ...)                                                                                        \
    cli_note_((c), (msgid), (const struct str[]){STR(""), ##__VA_ARGS__} + 1,                                          \
              sizeof((const struct str[]){STR(""), ##__VA_ARGS__}) / sizeof(struct str) - 1)
void cli_note_(struct cli *c, const char *msgid, const struct str *args, size_t count);
/* Words of a document or a name to standard output, for eyes: on one line, nothing in them can steer the terminal.
 * Tables do this themselves. */
void cli_put_words(struct cli *c, struct str words);
/* A file name, which is any bytes, as text that rows_text and cli_put may be given. */
struct str cli_shown(struct arena *a, struct str bytes);
struct str cli_number(struct cli *c, uint64_t n); /* as people of c->lang write it, in c->arena */

/* Tell of a failure that does not end the command ("other files go on"): the message on standard error, and the exit
 * status becomes at least that of the error. */
void cli_problem(struct cli *c, const struct err *err);

/* Progress of long work on standard error, at most ten times a second, only when c->progress. total 0: not known.
 * cli_progress_end wipes the line. */
void cli_progress(struct cli *c, const char *msgid, uint64_t done, uint64_t total);
void cli_progress_end(struct cli *c);

/* Runs the word that stands first; ERR_ARGUMENTS_FEW when it has no run. */
[[nodiscard]] bool cli_run_word(struct cli *c, struct err *err);

/* The list of commands, in the order of the help. */
const struct command *const *commands_all(size_t *count);
const struct command *command_find(struct str name); /* NULL when there is none */
#endif
