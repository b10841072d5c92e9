/* SPDX-License-Identifier: Apache-2.0
 *
 * help: what the table of commands says, for a person at a terminal. Nothing stands here that the table could say: a new
 * command or option shows up by its row alone.
 */
#include "cli_private.h"
#include "options.h"
#include "utf8.h"

enum { NAME_COLUMN = 2, LEFT_MOST = 30 };

static void put_line(struct buf *b, struct str s)
{
    buf_put(b, s);
    buf_char(b, '\n');
}

/* "  name      text" with the text at column `at`; a name that reaches there gets a line of its own. */
static void put_pair(struct buf *b, struct str name, struct str text, size_t at)
{
    size_t width = utf8_length(name) + NAME_COLUMN;
    buf_fill(b, ' ', NAME_COLUMN);
    buf_put(b, name);
    if (width + 2 > at) {
        buf_char(b, '\n');
        width = 0;
    }
    buf_fill(b, ' ', at - width);
    put_line(b, text);
}

void help_overview(struct buf *b, struct arena *a, enum lang lang)
{
    (void)a;
    size_t count, at = 0;
    const struct command *const *all = commands_all(&count);
    for (size_t i = 0; i < count; i++)
        if (!all[i]->hidden && strlen(all[i]->name) > at) at = strlen(all[i]->name);
    put_line(b,
             tr_text(lang, tr("Điều Hành: đọc báo cáo, giữ số liệu và cho biết mỗi nơi đang ở đâu so với kế hoạch.")));
    put_line(b, tr_text(lang, tr("\nCách dùng: dieuhanh LỆNH [TUỲ CHỌN] [THAM SỐ...]\n\nCác lệnh:")));
    for (size_t i = 0; i < count; i++)
        if (!all[i]->hidden) put_pair(b, str_of(all[i]->name), tr_text(lang, all[i]->summary), at + NAME_COLUMN + 2);
    put_line(b, tr_text(lang, tr("\nGõ «dieuhanh help LỆNH» để xem cách dùng từng lệnh.")));
}

/* "-q, --quiet", "    --date NGÀY" */
static struct str option_left(struct arena *a, enum lang lang, const struct option_spec *o)
{
    struct buf b = buf_make(1000);
    if (o->letter) {
        buf_char(&b, '-');
        buf_char(&b, o->letter);
        buf_put(&b, STR(", "));
    } else {
        buf_fill(&b, ' ', 4);
    }
    buf_put(&b, STR("--"));
    buf_put_z(&b, o->name);
    if (o->type != OPTION_FLAG) {
        buf_char(&b, ' ');
        buf_put(&b, tr_text(lang, o->value));
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static void put_option(struct buf *b, struct arena *a, enum lang lang, const struct option_spec *o, size_t at)
{
    struct buf text = buf_make(4000);
    buf_put(&text, tr_text(lang, o->help));
    if (o->type == OPTION_CHOICE && o->fallback && strcmp(o->name, "color") != 0) {
        for (size_t i = 0; o->choices[i]; i++) {
            buf_put(&text, i ? STR(", ") : STR(": "));
            buf_put_z(&text, o->choices[i]);
        }
    }
    if (o->fallback) {
        struct str f = str_of(o->fallback);
        tr_fill(&text, lang, tr(" (mặc định: {1})"), &f, 1);
    }
    put_pair(b, option_left(a, lang, o), buf_str(&text), at);
    buf_free(&text);
}

static void put_usage(struct buf *b, enum lang lang, const struct command *command)
{
    for (size_t i = 0; i < USAGE_LINES && command->usage[i]; i++) {
        buf_put(b, STR("  dieuhanh "));
        buf_put_z(b, command->name);
        if (command->usage[i][0]) buf_char(b, ' ');
        put_line(b, tr_text(lang, command->usage[i]));
    }
}

void help_command(struct buf *b, struct arena *a, enum lang lang, const struct command *command)
{
    size_t count;
    const struct option_spec *const *options = options_of(command, a, &count);
    buf_put_z(b, command->name);
    buf_put(b, STR(": "));
    put_line(b, tr_text(lang, command->summary));
    put_line(b, tr_text(lang, tr("\nCách dùng:")));
    put_usage(b, lang, command);
    if (command->about) {
        buf_char(b, '\n');
        put_line(b, tr_text(lang, command->about));
    }
    if (command->words) {
        put_line(b, tr_text(lang, tr("\nCác phần:")));
        for (const struct command_word *w = command->words; w->name; w++)
            put_pair(b, str_of(w->name), tr_text(lang, w->help), LEFT_MOST);
    }
    put_line(b, tr_text(lang, tr("\nTuỳ chọn:")));
    for (size_t i = 0; i < count; i++) put_option(b, a, lang, options[i], LEFT_MOST);
    if (command->examples[0].line) put_line(b, tr_text(lang, tr("\nVí dụ:")));
    for (size_t i = 0; i < EXAMPLE_LINES && command->examples[i].line; i++) {
        buf_put(b, STR("  "));
        put_line(b, str_of(command->examples[i].line));
        buf_put(b, STR("      "));
        put_line(b, tr_text(lang, command->examples[i].meaning));
    }
}
