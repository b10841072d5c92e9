/* SPDX-License-Identifier: Apache-2.0
 *
 * completion: the table of commands as a script for bash, zsh or fish. The scripts hold the names themselves and never
 * run the program, so that the key answers at once and an old script does no harm.
 *
 *   after                          offered
 *   dieuhanh                       commands
 *   dieuhanh read                  its options; its words ("debug quantity"); else files
 *   --format (a choice)            its choices
 *   --record (a file)              files
 *   --date, --place, --limit       nothing: only the person knows
 *
 * Hidden commands are not offered. Texts go into single quotes, where the shells obey only the quote itself (and fish
 * the backslash); zsh's _arguments also obeys ':' '[' ']'.
 */
#include "help.h"
#include "options.h"

struct writer {
    struct buf *b;
    struct arena *arena;
    enum lang lang;
};

static void put(struct writer *w, const char *s)
{
    buf_put_z(w->b, s);
}

static void put_escaped(struct writer *w, struct str s, enum shell shell)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (c == '\'')
            put(w, shell == SHELL_FISH ? "\\'" : "'\\''");
        else if (c == '\\')
            put(w, shell == SHELL_BASH ? "\\" : "\\\\");
        else if (shell == SHELL_ZSH && (c == ':' || c == '[' || c == ']'))
            buf_char(w->b, '\\'), buf_char(w->b, c);
        else
            buf_char(w->b, c);
    }
}

static const struct option_spec *const *options(struct writer *w, const struct command *c, size_t *count)
{
    size_t all;
    const struct option_spec *const *list = options_of(c, w->arena, &all);
    const struct option_spec **used = arena_array(w->arena, const struct option_spec *, all);
    *count = 0;
    for (size_t i = 0; i < all; i++)
        if (option_is_used(c, list[i])) used[(*count)++] = list[i];
    return used;
}

/* --- bash ------------------------------------------------------------------------------------------------------- */

static void bash_choices(struct writer *w, const struct command *c, const struct option_spec *o)
{
    buf_format(w->b, "    %s:--%s", c->name, o->name);
    if (o->letter) buf_format(w->b, " | %s:-%c", c->name, o->letter);
    put(w, ")\n");
    if (o->type == OPTION_CHOICE) {
        put(w, "        mapfile -t COMPREPLY < <(compgen -W '");
        for (size_t i = 0; o->choices[i]; i++) buf_format(w->b, i ? " %s" : "%s", o->choices[i]);
        put(w, "' -- \"$cur\") ;;\n");
    } else if (o->type == OPTION_FILE) {
        put(w, "        mapfile -t COMPREPLY < <(compgen -f -- \"$cur\") ;;\n");
    } else {
        put(w, "        ;;\n");
    }
}

static void bash_command(struct writer *w, const struct command *c)
{
    size_t count;
    const struct option_spec *const *list = options(w, c, &count);
    buf_format(w->b, "    %s)\n        options='", c->name);
    for (size_t i = 0; i < count; i++) buf_format(w->b, i ? " --%s" : "--%s", list[i]->name);
    put(w, "' words=\"");
    for (const struct command_word *word = c->words; word && word->name; word++) buf_format(w->b, "%s ", word->name);
    if (strcmp(c->name, "help") == 0) put(w, "$commands");
    put(w, "\" ;;\n");
}

static void bash(struct writer *w, const struct command *const *all, size_t count)
{
    put(w,
        "# bash: source <(dieuhanh completion bash)\n_dieuhanh()\n{\n"
        "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' options='' words='' i\n"
        "    local commands='");
    for (size_t i = 0; i < count; i++)
        if (!all[i]->hidden) buf_format(w->b, i ? " %s" : "%s", all[i]->name);
    put(w, "'\n    COMPREPLY=()\n"
           "    [ \"$cur\" = = ] && cur=''\n"
           "    [ \"$prev\" = = ] && prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
           "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
           "        case ${COMP_WORDS[i]} in\n"
           "        --lang | --color | --format | -f | --record | --by | --key)\n"
           "            ((i++))\n            [ \"${COMP_WORDS[i]}\" = = ] && ((i++)) ;;\n"
           "        -*) ;;\n        *)\n            command=${COMP_WORDS[i]}\n            break ;;\n        esac\n"
           "    done\n"
           "    case $command in\n"
           "    '')\n        mapfile -t COMPREPLY < <(compgen -W \"$commands\" -- \"$cur\")\n        return ;;\n");
    for (size_t i = 0; i < count; i++)
        if (!all[i]->hidden) bash_command(w, all[i]);
    put(w, "    esac\n    case $command:$prev in\n");
    for (size_t i = 0; i < count; i++) {
        size_t n;
        const struct option_spec *const *list = options(w, all[i], &n);
        for (size_t k = 0; !all[i]->hidden && k < n; k++)
            if (list[k]->type != OPTION_FLAG) bash_choices(w, all[i], list[k]);
    }
    put(w, "    *)\n        case $cur in\n"
           "        -*) mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\") ;;\n"
           "        *)\n"
           "            if [ -n \"$words\" ]; then mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$cur\")\n"
           "            else mapfile -t COMPREPLY < <(compgen -f -- \"$cur\"); fi ;;\n"
           "        esac ;;\n    esac\n}\n"
           "complete -o filenames -F _dieuhanh dieuhanh\n");
}

/* --- zsh -------------------------------------------------------------------------------------------------------- */

static void zsh_option(struct writer *w, const struct option_spec *o)
{
    const char *value = o->type == OPTION_FLAG ? "" : "=";
    put(w, " \\\n            ");
    if (o->letter)
        buf_format(w->b, "'(-%c --%s)'{-%c%s,--%s%s}'[", o->letter, o->name, o->letter, *value ? "+" : "", o->name,
                   value);
    else
        buf_format(w->b, "'--%s%s[", o->name, value);
    put_escaped(w, help_option_text(w->arena, w->lang, NULL, o), SHELL_ZSH);
    put(w, "]");
    if (o->type != OPTION_FLAG) {
        put(w, ":");
        put_escaped(w, tr_text(w->lang, o->value), SHELL_ZSH);
        put(w, ":");
    }
    if (o->type == OPTION_FILE) put(w, "_files");
    if (o->type == OPTION_CHOICE) {
        put(w, "(");
        for (size_t i = 0; o->choices[i]; i++) buf_format(w->b, i ? " %s" : "%s", o->choices[i]);
        put(w, ")");
    }
    put(w, "'");
}

static void zsh_command(struct writer *w, const struct command *c)
{
    size_t count;
    const struct option_spec *const *list = options(w, c, &count);
    buf_format(w->b, "        %s)\n            _arguments", c->name);
    for (size_t i = 0; i < count; i++) zsh_option(w, list[i]);
    if (strcmp(c->name, "help") == 0) {
        put(w, " \\\n            '1:: :->command'\n            [ \"$state\" = command ] && _describe command commands "
               ";;\n");
    } else if (c->words) {
        put(w, " \\\n            '1: :(");
        for (const struct command_word *word = c->words; word->name; word++) buf_format(w->b, "%s ", word->name);
        put(w, ")' '*: :_files' ;;\n");
    } else {
        put(w, " \\\n            '*: :_files' ;;\n");
    }
}

static void zsh(struct writer *w, const struct command *const *all, size_t count)
{
    put(w, "#compdef dieuhanh\n# zsh: source <(dieuhanh completion zsh)\n_dieuhanh()\n{\n"
           "    local state\n    local -a commands\n    commands=(\n");
    for (size_t i = 0; i < count; i++) {
        if (all[i]->hidden) continue;
        buf_format(w->b, "        '%s:", all[i]->name);
        put_escaped(w, tr_text(w->lang, all[i]->summary), SHELL_ZSH);
        put(w, "'\n");
    }
    put(w, "    )\n"
           "    local i=2\n"
           "    while ((i < CURRENT)) && [[ $words[i] == -* ]]; do\n"
           "        case $words[i] in\n"
           "        --lang | --color | --format | -f | --record | --by | --key) ((i++)) ;;\n"
           "        esac\n"
           "        ((i++))\n"
           "    done\n"
           "    if ((i >= CURRENT)); then\n        _describe command commands\n    else\n"
           "        local command=$words[i]\n        shift $((i - 1)) words\n        ((CURRENT -= i - 1))\n"
           "        case $command in\n");
    for (size_t i = 0; i < count; i++)
        if (!all[i]->hidden) zsh_command(w, all[i]);
    /* In a folder of $fpath the file is the body of the function, and the first call comes here. */
    put(w, "        esac\n    fi\n}\n"
           "if [ \"${funcstack[1]}\" = _dieuhanh ]; then\n    _dieuhanh \"$@\"\nelse\n    compdef _dieuhanh "
           "dieuhanh\nfi\n");
}

/* --- fish ------------------------------------------------------------------------------------------------------- */

static void fish_option(struct writer *w, const struct command *c, const struct option_spec *o)
{
    buf_format(w->b, "complete -c dieuhanh -n '__dieuhanh_command %s' -l %s", c->name, o->name);
    if (o->letter) buf_format(w->b, " -s %c", o->letter);
    if (o->type == OPTION_FILE)
        put(w, " -r -F");
    else if (o->type != OPTION_FLAG)
        put(w, " -x");
    if (o->type == OPTION_CHOICE) {
        put(w, " -a '");
        for (size_t i = 0; o->choices[i]; i++) buf_format(w->b, i ? " %s" : "%s", o->choices[i]);
        put(w, "'");
    }
    put(w, " -d '");
    put_escaped(w, help_option_text(w->arena, w->lang, NULL, o), SHELL_FISH);
    put(w, "'\n");
}

static void fish(struct writer *w, const struct command *const *all, size_t count)
{
    put(w, "# fish: dieuhanh completion fish | source\n"
           "# Whether the command of the line is the one named; without a name: whether there is none yet.\n"
           "function __dieuhanh_command\n"
           "    set -l words (commandline -opc)\n"
           "    set -l value no\n"
           "    for word in $words[2..]\n"
           "        if test $value = yes\n"
           "            set value no\n"
           "            continue\n"
           "        end\n"
           "        switch $word\n"
           "            case --lang --color --format -f --record --by --key\n"
           "                set value yes\n"
           "            case '-*'\n"
           "            case '*'\n"
           "                test \"$word\" = \"$argv[1]\"\n"
           "                return\n"
           "        end\n"
           "    end\n"
           "    test -z \"$argv[1]\"\n"
           "end\n");
    for (size_t i = 0; i < count; i++) {
        if (all[i]->hidden) continue;
        size_t n;
        const struct option_spec *const *list = options(w, all[i], &n);
        buf_format(w->b, "complete -c dieuhanh -n '__dieuhanh_command; or __dieuhanh_command help' -f -a %s -d '",
                   all[i]->name);
        put_escaped(w, tr_text(w->lang, all[i]->summary), SHELL_FISH);
        put(w, "'\n");
        for (size_t k = 0; k < n; k++) fish_option(w, all[i], list[k]);
        for (const struct command_word *word = all[i]->words; word && word->name; word++) {
            buf_format(w->b, "complete -c dieuhanh -n '__dieuhanh_command %s' -f -a %s -d '", all[i]->name, word->name);
            put_escaped(w, tr_text(w->lang, word->help), SHELL_FISH);
            put(w, "'\n");
        }
    }
}

void completion_script(struct buf *b, struct arena *a, enum lang lang, enum shell shell)
{
    struct writer w = {b, a, lang};
    size_t count;
    const struct command *const *all = commands_all(&count);
    switch (shell) {
    case SHELL_BASH: bash(&w, all, count); break;
    case SHELL_ZSH: zsh(&w, all, count); break;
    case SHELL_FISH: fish(&w, all, count); break;
    case SHELL_COUNT: break;
    }
}
