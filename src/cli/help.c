/* SPDX-License-Identifier: Apache-2.0
 *
 * help: what the table of commands says, for a person at a terminal. Lines are broken at LINE_MOST columns, between
 * words.
 */
#include "help.h"

#include "options.h"
#include "width.h"

enum { INDENT = 2, OPTION_COLUMN = 26, LINE_MOST = 100 };

const struct help_row help_statuses[] = {
    {"0", tr("xong; tìm thấy mâu thuẫn trong báo cáo không phải là lỗi")},
    {"1", tr("có thứ không đọc được, không làm được hoặc không ghi được")},
    {"2", tr("gõ lệnh không đúng cách dùng")},
    {"3", tr("xong, nhưng kết quả kiểm tra là không đạt")},
    {"141", tr("nơi nhận kết quả đã đóng trước khi in hết")},
    {NULL, NULL},
};

const struct help_row help_environment[] = {
    {"DIEUHANH_RECORD", tr("kho số liệu khi không nêu --record")},
    {"DIEUHANH_USER", tr("người thực hiện khi không nêu --by")},
    {"DIEUHANH_KEY", tr("tệp khóa ký khi không nêu --key")},
    {"DIEUHANH_LANG", tr("ngôn ngữ của thông báo khi không nêu --lang: vi hoặc en")},
    {"NO_COLOR", tr("có giá trị thì không tô màu")},
    {"SOURCE_DATE_EPOCH",
     tr("thời điểm dùng thay cho đồng hồ, tính bằng giây từ năm 1970, để chạy lại cho kết quả y hệt")},
    {NULL, NULL},
};

static void put_line(struct buf *b, struct str s)
{
    buf_put(b, s);
    buf_char(b, '\n');
}

/* One paragraph, the first line already at column `at`, the others indented to `indent`. */
static void put_wrapped(struct buf *b, struct str s, size_t at, size_t indent)
{
    bool first = true;
    while (s.len) {
        struct str_cut word = str_cut(s, STR(" "));
        size_t width = width_of(word.head);
        if (!first && at + 1 + width > LINE_MOST) {
            buf_char(b, '\n');
            buf_fill(b, ' ', indent);
            at = indent;
        } else if (!first) {
            buf_char(b, ' ');
            at++;
        }
        buf_put(b, word.head);
        at += width;
        first = false;
        s = word.tail;
    }
    buf_char(b, '\n');
}

static void put_paragraphs(struct buf *b, struct str s)
{
    while (s.len) {
        struct str_cut line = str_cut(s, STR("\n"));
        put_wrapped(b, line.head, 0, 0);
        s = line.tail;
    }
}

/* "  name      text" with the text at column `at`; a name that reaches there gets a line of its own. */
static void put_pair(struct buf *b, struct str name, struct str text, size_t at)
{
    size_t width = width_of(name) + INDENT;
    buf_fill(b, ' ', INDENT);
    buf_put(b, name);
    if (width + INDENT > at) {
        buf_char(b, '\n');
        width = 0;
    }
    buf_fill(b, ' ', at - width);
    put_wrapped(b, text, at, at);
}

static void put_rows(struct buf *b, enum lang lang, const struct help_row *rows)
{
    size_t at = 0;
    for (const struct help_row *r = rows; r->name; r++)
        if (strlen(r->name) > at) at = strlen(r->name);
    for (; rows->name; rows++) put_pair(b, str_of(rows->name), tr_text(lang, rows->text), at + 2 * INDENT);
}

void help_overview(struct buf *b, enum lang lang)
{
    size_t count, at = 0;
    const struct command *const *all = commands_all(&count);
    for (size_t i = 0; i < count; i++)
        if (!all[i]->hidden && strlen(all[i]->name) > at) at = strlen(all[i]->name);
    put_line(b,
             tr_text(lang, tr("Điều Hành: đọc báo cáo, giữ số liệu và cho biết mỗi nơi đang ở đâu so với kế hoạch.")));
    put_line(b, tr_text(lang, tr("\nCách dùng: dieuhanh LỆNH [TÙY CHỌN] [THAM SỐ...]\n\nCác lệnh:")));
    for (size_t i = 0; i < count; i++)
        if (!all[i]->hidden) put_pair(b, str_of(all[i]->name), tr_text(lang, all[i]->summary), at + 2 * INDENT);
    put_line(b, tr_text(lang, tr("\nMã thoát:")));
    put_rows(b, lang, help_statuses);
    put_line(b, tr_text(lang, tr("\nBiến môi trường:")));
    put_rows(b, lang, help_environment);
    put_line(b, tr_text(lang, tr("\nGõ «dieuhanh help LỆNH» để xem cách dùng từng lệnh.")));
}

static struct str taken(struct arena *a, struct buf *b)
{
    struct str s = str_copy(a, buf_str(b));
    buf_free(b);
    return s;
}

struct str help_option(struct arena *a, enum lang lang, const struct option_spec *o)
{
    struct buf b = buf_make(1000);
    if (o->letter) {
        buf_char(&b, '-');
        buf_char(&b, o->letter);
        buf_put(&b, STR(", "));
    }
    buf_put(&b, STR("--"));
    buf_put_z(&b, o->name);
    if (o->type != OPTION_FLAG) {
        buf_char(&b, ' ');
        buf_put(&b, tr_text(lang, o->value));
    }
    return taken(a, &b);
}

/* True when the help names the choices already. */
static bool names_choices(struct str help, const char *const *choices)
{
    for (size_t i = 0; choices[i]; i++)
        if (!str_has(help, str_of(choices[i]))) return false;
    return true;
}

struct str help_option_text(struct arena *a, enum lang lang, const struct command *command, const struct option_spec *o)
{
    enum { WORDS_SHOWN = 6 };
    struct str words = command ? option_words(a, command, o, WORDS_SHOWN) : STR("");
    struct str help = tr_text(lang, o->help);
    struct buf b = buf_make(4000);
    buf_put(&b, help);
    if (o->type == OPTION_CHOICE && !names_choices(help, o->choices)) {
        for (size_t i = 0; o->choices[i]; i++) {
            buf_put(&b, i ? STR(", ") : STR(": "));
            buf_put_z(&b, o->choices[i]);
        }
    }
    if (o->fallback) {
        struct str f = str_of(o->fallback);
        tr_fill(&b, lang, tr(" (mặc định: {1})"), &f, 1);
    }
    if (words.len) {
        buf_put(&b, STR(" ["));
        buf_put(&b, words);
        buf_char(&b, ']');
    }
    return taken(a, &b);
}

/* command NULL: without the words that take it. */
static void put_option(struct buf *b, struct arena *a, enum lang lang, const struct command *command,
                       const struct option_spec *o)
{
    struct buf left = buf_make(1000);
    if (!o->letter) buf_fill(&left, ' ', 4); /* long names stand under one another */
    buf_put(&left, help_option(a, lang, o));
    put_pair(b, buf_str(&left), help_option_text(a, lang, command, o), OPTION_COLUMN);
    buf_free(&left);
}

static void put_usage_line(struct buf *b, enum lang lang, const struct command *command, const char *usage)
{
    buf_put(b, STR("  dieuhanh "));
    buf_put_z(b, command->name);
    if (usage[0]) buf_char(b, ' ');
    put_line(b, tr_text(lang, usage));
}

static void put_usage(struct buf *b, enum lang lang, const struct command *command)
{
    for (size_t i = 0; i < USAGE_LINES && command->usage[i]; i++) put_usage_line(b, lang, command, command->usage[i]);
}

static void put_words(struct buf *b, enum lang lang, const struct command_word *words)
{
    size_t at = 0;
    put_line(b, tr_text(lang, tr("\nCác phần:")));
    for (const struct command_word *w = words; w->name; w++)
        if (strlen(w->name) > at) at = strlen(w->name);
    for (const struct command_word *w = words; w->name; w++)
        put_pair(b, str_of(w->name), tr_text(lang, w->help), at + 2 * INDENT);
}

static void put_examples(struct buf *b, enum lang lang, const struct command *command)
{
    if (command->examples[0].line) put_line(b, tr_text(lang, tr("\nVí dụ:")));
    for (size_t i = 0; i < EXAMPLE_LINES && command->examples[i].line; i++) {
        buf_fill(b, ' ', INDENT);
        put_line(b, str_of(command->examples[i].line));
        buf_fill(b, ' ', 3 * INDENT);
        put_wrapped(b, tr_text(lang, command->examples[i].meaning), 3 * INDENT, 3 * INDENT);
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
        put_paragraphs(b, tr_text(lang, command->about));
    }
    if (command->words) put_words(b, lang, command->words);
    if (command->words && command->words->options) {
        struct str name = str_of(command->name);
        tr_fill(b, lang, tr("\nCách dùng và tùy chọn của riêng một phần: «dieuhanh {1} PHẦN --help».\n"), &name, 1);
    }
    put_line(b, tr_text(lang, tr("\nTùy chọn:")));
    for (size_t i = 0; i < count; i++)
        if (option_is_used(command, options[i])) put_option(b, a, lang, command, options[i]);
    put_examples(b, lang, command);
}

/* Whether a line of usage is of a word: "show|edit MATTER | form ..." is of show, edit and form. */
static bool usage_has(const char *line, struct str word)
{
    struct str rest = str_of(line);
    while (rest.len) {
        struct str_cut part = str_cut(rest, STR(" | "));
        struct str heads = str_cut(part.head, STR(" ")).head;
        while (heads.len) {
            struct str_cut head = str_cut(heads, STR("|"));
            if (str_eq(head.head, word)) return true;
            heads = head.tail;
        }
        rest = part.tail;
    }
    return false;
}

void help_word(struct buf *b, struct arena *a, enum lang lang, const struct command *command,
               const struct command_word *word)
{
    size_t count, lines = 0;
    const struct option_spec *const *options = options_of(command, a, &count);
    buf_put_z(b, command->name);
    buf_char(b, ' ');
    buf_put_z(b, word->name);
    buf_put(b, STR(": "));
    put_line(b, tr_text(lang, word->help));
    put_line(b, tr_text(lang, tr("\nCách dùng:")));
    for (size_t i = 0; i < USAGE_LINES && command->usage[i]; i++) {
        if (!usage_has(command->usage[i], str_of(word->name))) continue;
        put_usage_line(b, lang, command, command->usage[i]);
        lines++;
    }
    if (!lines) buf_format(b, "  dieuhanh %s %s\n", command->name, word->name);
    put_line(b, tr_text(lang, tr("\nTùy chọn:")));
    for (size_t i = 0; i < count; i++)
        if (option_of_word(command, word, options[i])) put_option(b, a, lang, NULL, options[i]);
}

void help_all(struct buf *b, struct arena *a, enum lang lang)
{
    size_t count;
    const struct command *const *all = commands_all(&count);
    help_overview(b, lang);
    for (size_t i = 0; i < count; i++) {
        if (all[i]->hidden) continue;
        buf_char(b, '\n');
        for (int k = 0; k < LINE_MOST; k++) buf_put(b, STR("─"));
        buf_char(b, '\n');
        help_command(b, a, lang, all[i]);
    }
}
