/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_completion: the script that teaches a shell the commands and options.
 */
#include "help.h"

static const struct command_word WORDS[] = {
    [SHELL_BASH] = {"bash", tr("cho bash")},
    [SHELL_ZSH] = {"zsh", tr("cho zsh")},
    [SHELL_FISH] = {"fish", tr("cho fish")},
    [SHELL_COUNT] = {0},
};

static bool run(struct cli *c, struct err *err)
{
    (void)err;
    for (int shell = 0; shell < SHELL_COUNT; shell++)
        if (str_eq(c->args[0], str_of(WORDS[shell].name)))
            completion_script(c->out, c->arena, c->lang, (enum shell)shell);
    return true;
}

const struct command cmd_completion = {
    .name = "completion",
    .summary = tr("in đoạn mã để cửa sổ lệnh tự điền tên lệnh và tùy chọn"),
    .usage = {"bash|zsh|fish"},
    .words = WORDS,
    .examples = {{"source <(dieuhanh completion bash)", tr("dùng ngay trong bash đang mở")},
                 {"dieuhanh completion bash > ~/.local/share/bash-completion/completions/dieuhanh",
                  tr("dùng từ lần mở bash sau")},
                 {"dieuhanh completion fish > ~/.config/fish/completions/dieuhanh.fish", tr("dùng trong fish")}},
    .arguments_min = 1,
    .arguments_max = 1,
    .arguments = ARGUMENTS_TEXT,
    .run = run,
};
