/* SPDX-License-Identifier: Apache-2.0
 *
 * options: words of the command line -> values of options and positional arguments, as the table of the command says.
 */
#ifndef OPTIONS_H
#define OPTIONS_H
#include "command.h"

struct options {
    struct option_value *values; /* one for every option of the command, common ones last */
    size_t value_count;
    struct str *args; /* positional, in order */
    size_t arg_count;
};

/* Options that the command has: its own, then those every command has (help, lang, color, quiet) and those that follow
 * from its row (format; record; by, key). Array in the arena. */
const struct option_spec *const *options_of(const struct command *command, struct arena *a, size_t *count);

/* `--x=y`, `--x y`, `--x`, `-x y`, `-xy`, `-x`; "--" ends the options; "-" is an argument. The last of several wins.
 * Names are not abbreviated: an option added later must not change what a script says. Errors: ERR_OPTION_*,
 * ERR_ARGUMENTS_*, ERR_WORD_UNKNOWN, ERR_ARGUMENT_NOT_UTF8. With --help the arguments are not judged. */
[[nodiscard]] bool options_read(struct options *out, struct arena *a, const struct command *command,
                                const char *const *words, size_t count, struct err *err);

/* A value as if it had been typed. Errors: ERR_OPTION_*, ERR_ARGUMENT_NOT_UTF8. */
[[nodiscard]] bool options_set(struct option_value *v, struct arena *a, const struct command *command, struct str value,
                               struct err *err);

/* The value of an option by name; NULL when the command has no such option. */
const struct option_value *options_find(const struct option_value *values, size_t count, struct str name);

/* The word of a command; NULL when it has no such word. */
const struct command_word *command_word_find(const struct command *command, struct str word);
/* Whether a word takes an option, its own or one that every command or this one has by its row. */
bool option_of_word(const struct command *command, const struct command_word *w, const struct option_spec *spec);
/* Whether any word does; true of a command without words. */
bool option_is_used(const struct command *command, const struct option_spec *spec);
/* The words that take it, ", " between, with "…" behind `most` of them; "" when all do. In the arena. */
struct str option_words(struct arena *a, const struct command *command, const struct option_spec *spec, size_t most);

/* Whether the command changes the journal, so that somebody must answer for it: --by and --key. */
bool options_has_author(const struct command *command);

/* Whether every command has this option. */
bool options_is_common(const struct option_spec *spec);

/* Whether the next word is the value of this one ("--lang", "-f"), for options that stand before the name of the
 * command. */
bool options_common_takes_value(struct str word);
#endif
