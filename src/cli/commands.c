/* SPDX-License-Identifier: Apache-2.0
 *
 * commands: the list of commands in the order of the help, and nothing else.
 */
#include "command.h"

/* A line for each, so that a new one is one line. */
/* clang-format off */
#define COMMANDS(X) \
    X(read) \
    X(sheet) \
    X(check) \
    X(init) \
    X(import) \
    X(form) \
    X(table) \
    X(load) \
    X(validate) \
    X(statements) \
    X(accept) \
    X(reject) \
    X(filing) \
    X(matter) \
    X(task) \
    X(dossier) \
    X(project) \
    X(petition) \
    X(denunciation) \
    X(meeting) \
    X(kind) \
    X(register) \
    X(remind) \
    X(stand) \
    X(watch) \
    X(serve) \
    X(person) \
    X(forecast) \
    X(budget) \
    X(programme) \
    X(target) \
    X(formula) \
    X(series) \
    X(rank) \
    X(pivot) \
    X(rollup) \
    X(explain) \
    X(report) \
    X(export) \
    X(search) \
    X(documents) \
    X(unit) \
    X(indicator) \
    X(calendar) \
    X(verify) \
    X(proof) \
    X(rebuild) \
    X(copy) \
    X(help) \
    X(completion) \
    X(version) \
    X(debug) \
    /* the end */
/* clang-format on */

#define DECLARE(name) extern const struct command cmd_##name;
#define ADDRESS(name) &cmd_##name,

COMMANDS(DECLARE)

static const struct command *const ALL[] = {COMMANDS(ADDRESS)};

const struct command *const *commands_all(size_t *count)
{
    *count = sizeof ALL / sizeof ALL[0];
    return ALL;
}

const struct command *command_find(struct str name)
{
    for (size_t i = 0; i < sizeof ALL / sizeof ALL[0]; i++)
        if (str_eq(str_of(ALL[i]->name), name)) return ALL[i];
    return NULL;
}
