/* SPDX-License-Identifier: Apache-2.0
 *
 * man: the table of commands as a page for man(1), in the macros of man(7):
 *
 *     .TH DIEUHANH 1 "" "dieuhanh 0.1.0"
 *     .SH LỆNH
 *     .SS read
 *     .TP
 *     \fB\-\-date\fR \fINGÀY\fR
 *     ngày của văn bản ...
 *
 * Text that roff would obey is written so that it is shown: '\' as \e, '-' as \-, and a line that begins with '.' or
 * '\'' after the invisible \&. The page carries no date: the same program gives the same page.
 */
#include "help.h"
#include "options.h"

static void put_text(struct buf *b, struct str s)
{
    bool line_start = true;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (line_start && (c == '.' || c == '\'')) buf_put(b, STR("\\&"));
        if (c == '\\')
            buf_put(b, STR("\\e"));
        else if (c == '-')
            buf_put(b, STR("\\-"));
        else
            buf_char(b, c);
        line_start = c == '\n';
    }
}

static void put_macro(struct buf *b, const char *macro, struct str s)
{
    buf_put_z(b, macro);
    buf_put(b, STR(" \""));
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] == '"')
            buf_put(b, STR("\\(dq"));
        else
            put_text(b, str_part(s, i, i + 1));
    }
    buf_put(b, STR("\"\n"));
}

static void put_bold(struct buf *b, struct str s)
{
    buf_put(b, STR("\\fB"));
    put_text(b, s);
    buf_put(b, STR("\\fR"));
}

static void put_line(struct buf *b, struct str s)
{
    put_text(b, s);
    buf_char(b, '\n');
}

static void put_item(struct buf *b, struct str name, struct str text)
{
    buf_put(b, STR(".TP\n"));
    put_bold(b, name);
    buf_char(b, '\n');
    put_line(b, text);
}

static void put_paragraphs(struct buf *b, struct str s)
{
    while (s.len) {
        struct str_cut line = str_cut(s, STR("\n"));
        buf_put(b, STR(".PP\n"));
        put_line(b, line.head);
        s = line.tail;
    }
}

static void put_command(struct buf *b, struct arena *a, enum lang lang, const struct command *command)
{
    size_t count;
    const struct option_spec *const *options = options_of(command, a, &count);
    put_macro(b, ".SS", str_of(command->name));
    put_line(b, tr_text(lang, command->summary));
    for (size_t i = 0; i < USAGE_LINES && command->usage[i]; i++) {
        buf_put(b, STR(".PP\n"));
        put_bold(b, STR("dieuhanh "));
        put_bold(b, str_of(command->name));
        buf_char(b, ' ');
        put_line(b, tr_text(lang, command->usage[i]));
    }
    if (command->about) put_paragraphs(b, tr_text(lang, command->about));
    for (const struct command_word *w = command->words; w && w->name; w++)
        put_item(b, str_of(w->name), tr_text(lang, w->help));
    for (size_t i = 0; i < count; i++)
        if (!options_is_common(options[i]) && option_is_used(command, options[i]))
            put_item(b, help_option(a, lang, options[i]), help_option_text(a, lang, command, options[i]));
    for (size_t i = 0; i < EXAMPLE_LINES && command->examples[i].line; i++) {
        buf_put(b, STR(".PP\n"));
        put_line(b, tr_text(lang, command->examples[i].meaning));
        buf_put(b, STR(".RS\n.nf\n"));
        put_line(b, str_of(command->examples[i].line));
        buf_put(b, STR(".fi\n.RE\n"));
    }
}

static void put_common_options(struct buf *b, struct arena *a, enum lang lang)
{
    size_t count;
    const struct option_spec *const *options = options_of(command_find(STR("help")), a, &count);
    for (size_t i = 0; i < count; i++)
        if (options_is_common(options[i]))
            put_item(b, help_option(a, lang, options[i]), help_option_text(a, lang, NULL, options[i]));
}

void man_page(struct buf *b, struct arena *a, enum lang lang)
{
    size_t count;
    const struct command *const *all = commands_all(&count);
    buf_put(b, STR(".TH DIEUHANH 1 \"\" \"dieuhanh " DIEUHANH_VERSION "\" \"Điều Hành\"\n.nh\n.ad l\n"));
    put_macro(b, ".SH", tr_text(lang, tr("TÊN")));
    buf_put(b, STR("dieuhanh \\- "));
    put_line(b, tr_text(lang, tr("đọc báo cáo, giữ số liệu, cho biết mỗi nơi đang ở đâu so với kế hoạch")));
    put_macro(b, ".SH", tr_text(lang, tr("CÁCH DÙNG")));
    put_bold(b, STR("dieuhanh "));
    put_line(b, tr_text(lang, tr("LỆNH [TÙY CHỌN] [THAM SỐ...]")));
    put_macro(b, ".SH", tr_text(lang, tr("CÁC LỆNH")));
    for (size_t i = 0; i < count; i++)
        if (!all[i]->hidden) put_command(b, a, lang, all[i]);
    put_macro(b, ".SH", tr_text(lang, tr("TÙY CHỌN CHUNG")));
    put_common_options(b, a, lang);
    put_macro(b, ".SH", tr_text(lang, tr("MÃ THOÁT")));
    for (const struct help_row *r = help_statuses; r->name; r++) put_item(b, str_of(r->name), tr_text(lang, r->text));
    put_macro(b, ".SH", tr_text(lang, tr("BIẾN MÔI TRƯỜNG")));
    for (const struct help_row *r = help_environment; r->name; r++)
        put_item(b, str_of(r->name), tr_text(lang, r->text));
}
