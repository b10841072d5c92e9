/* SPDX-License-Identifier: Apache-2.0
 *
 * help: everything that is printed from the table of commands: help, the man page, completion. Nothing stands there
 * that the table could say, so a new command or option shows up everywhere by its row alone.
 */
#ifndef HELP_H
#define HELP_H
#include "command.h"

void help_overview(struct buf *b, enum lang lang);
void help_command(struct buf *b, struct arena *a, enum lang lang, const struct command *command);
/* One word of a command: how it is used, and the options that it takes. */
void help_word(struct buf *b, struct arena *a, enum lang lang, const struct command *command,
               const struct command_word *word);
void help_all(struct buf *b, struct arena *a, enum lang lang); /* the overview and every command that is not hidden */

/* The man page in the language of man(7): dieuhanh help --man | man -l - */
void man_page(struct buf *b, struct arena *a, enum lang lang);

enum shell { SHELL_BASH, SHELL_ZSH, SHELL_FISH, SHELL_COUNT };
/* A script for the shell that completes commands, options, values and files. */
void completion_script(struct buf *b, struct arena *a, enum lang lang, enum shell shell);

/* What the exit statuses and the environment mean; both end with a row of NULL. */
struct help_row {
    const char *name;
    const char *text; /* tr("…") */
};
extern const struct help_row help_statuses[], help_environment[];

/* "-q, --quiet", "--date NGÀY": an option as it stands in help. */
struct str help_option(struct arena *a, enum lang lang, const struct option_spec *o);
/* What stands behind it: the help, the choices, the default, the words of the command (NULL: none) that take it. */
struct str help_option_text(struct arena *a, enum lang lang, const struct command *command,
                            const struct option_spec *o);
#endif
