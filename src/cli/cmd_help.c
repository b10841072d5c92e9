/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_help: the list of commands, or one command in full, from the table.
 */
#include "cli_private.h"
#include "nearest.h"

static bool run(struct cli *c, struct err *err)
{
    if (c->arg_count == 0) {
        help_overview(c->out, c->arena, c->lang);
        return true;
    }
    const struct command *command = command_find(c->args[0]);
    if (!command) return command_unknown(err, c->args[0]);
    help_command(c->out, c->arena, c->lang, command);
    return true;
}

const struct command cmd_help = {
    .name = "help",
    .summary = tr("xem các lệnh, hoặc cách dùng một lệnh"),
    .usage = {tr("[LỆNH]")},
    .examples = {{"dieuhanh help", tr("danh sách các lệnh")}, {"dieuhanh help read", tr("cách dùng lệnh read")}},
    .arguments_max = 1,
    .arguments = ARGUMENTS_TEXT,
    .run = run,
};
