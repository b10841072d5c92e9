/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_help: the list of commands, one command in full, all of them, or the man page; all from the table.
 */
#include "cli_private.h"
#include "help.h"

static const struct option_spec OPTIONS[] = {
    {"all", 'a', OPTION_FLAG, .help = tr("cách dùng của mọi lệnh")},
    {"man", 0, OPTION_FLAG, .help = tr("trang hướng dẫn cho lệnh man")},
    {0},
};

static bool run(struct cli *c, struct err *err)
{
    if (cli_flag(c, "man")) {
        man_page(c->out, c->arena, c->lang);
    } else if (cli_flag(c, "all")) {
        help_all(c->out, c->arena, c->lang);
    } else if (c->arg_count == 0) {
        help_overview(c->out, c->lang);
    } else {
        const struct command *command = command_find(c->args[0]);
        if (!command) return command_unknown(err, c->args[0]);
        help_command(c->out, c->arena, c->lang, command);
    }
    return true;
}

const struct command cmd_help = {
    .name = "help",
    .summary = tr("xem các lệnh, hoặc cách dùng một lệnh"),
    .usage = {tr("[LỆNH]"), "--all", "--man"},
    .options = OPTIONS,
    .examples = {{"dieuhanh help", tr("danh sách các lệnh")},
                 {"dieuhanh help read", tr("cách dùng lệnh read")},
                 {"dieuhanh help --man | man -l -", tr("trang hướng dẫn")}},
    .arguments_max = 1,
    .arguments = ARGUMENTS_TEXT,
    .run = run,
};
