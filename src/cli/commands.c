/* SPDX-License-Identifier: Apache-2.0
 *
 * commands: the list of commands in the order of the help, and nothing else.
 */
#include "command.h"

extern const struct command cmd_accept, cmd_check, cmd_completion, cmd_copy, cmd_debug, cmd_documents, cmd_explain,
    cmd_export, cmd_form, cmd_formula, cmd_help, cmd_import, cmd_init, cmd_load, cmd_pivot, cmd_proof, cmd_rank,
    cmd_read, cmd_rebuild, cmd_reject, cmd_report, cmd_rollup, cmd_search, cmd_series, cmd_sheet, cmd_stand,
    cmd_statements, cmd_table, cmd_unit, cmd_verify, cmd_version;

static const struct command *const ALL[] = {
    &cmd_read,       &cmd_sheet,   &cmd_check,  &cmd_init,   &cmd_import,     &cmd_form,      &cmd_table, &cmd_load,
    &cmd_statements, &cmd_accept,  &cmd_reject, &cmd_stand,  &cmd_series,     &cmd_rank,      &cmd_pivot, &cmd_rollup,
    &cmd_explain,    &cmd_formula, &cmd_report, &cmd_export, &cmd_search,     &cmd_documents, &cmd_unit,  &cmd_verify,
    &cmd_proof,      &cmd_rebuild, &cmd_copy,   &cmd_help,   &cmd_completion, &cmd_version,   &cmd_debug,
};

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
