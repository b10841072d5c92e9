/* SPDX-License-Identifier: Apache-2.0
 *
 * options: see options.h. getopt_long is not used because it keeps its state in globals, says its errors itself, in
 * English, and accepts abbreviations; what is left of it here is one loop:
 *
 *   word            meaning
 *   --name=value    option with value
 *   --name value    likewise, when the option takes one
 *   --name          flag
 *   -n value, -nvalue, -n
 *   --              all that follows are arguments
 *   other, and "-"  argument
 *
 * Invariants
 *  1. A value is checked against the type of its option here, so run() sees only good ones.
 *  2. Text (OPTION_TEXT, ARGUMENTS_TEXT) leaves as NFC; paths leave as the bytes that were typed.
 */
#include "options.h"

#include "known_on.h"
#include "nearest.h"
#include "text.h"
#include "utf8.h"

enum { COUNT_MOST = 1000000000, WORDS_MOST = 100 };

static const char *const LANGUAGES[] = {"vi", "en", NULL};
static const char *const WHEN[] = {"auto", "always", "never", NULL};

static const struct option_spec COMMON[] = {
    {"help", 'h', OPTION_FLAG, .help = tr("xem cách dùng của lệnh")},
    {"lang", 0, OPTION_CHOICE, tr("NGÔN NGỮ"), LANGUAGES,
     .help = tr("ngôn ngữ của thông báo: vi hoặc en; nếu không nêu thì theo $DIEUHANH_LANG, rồi đến vi")},
    {"color", 0, OPTION_CHOICE, tr("LÚC"), WHEN, "auto",
     .help = tr("tô màu: auto (chỉ trên cửa sổ lệnh, trừ khi có $NO_COLOR), always hoặc never")},
    {"quiet", 'q', OPTION_FLAG, .help = tr("không in lời nhắn và tiến độ, chỉ in lỗi")},
};
static const struct option_spec RECORD = {
    "record", 0, OPTION_FILE, tr("KHO"),
    .help = tr("kho số liệu: tệp, hoặc postgresql://…; nếu không nêu thì theo $DIEUHANH_RECORD, rồi đến "
               "dieuhanh.db")};
static const struct option_spec KNOWN_ON = {
    "known-on", 0, OPTION_TEXT, tr("LÚC"),
    .help = tr(
        "như kho đã biết đến hết một ngày (2024-02-15, 2024-02), đến một giờ (2024-02-15T10:00, thêm Z nếu là giờ "
        "UTC) hoặc sau một mục nhật ký (J42)")};
static const struct option_spec BY = {"by", 0, OPTION_TEXT, tr("TÊN"),
                                      .help = tr("người thực hiện, ghi vào nhật ký; nếu không nêu thì theo "
                                                 "$DIEUHANH_USER, rồi đến tên đăng nhập")};
static const struct option_spec KEY = {
    "key", 0, OPTION_FILE, tr("TỆP"),
    .help = tr("tệp khóa ký, cho kho có chữ ký; nếu không nêu thì theo $DIEUHANH_KEY")};

static const struct option_spec *format_option(const struct command *command, struct arena *a)
{
    struct option_spec *spec = arena_new(a, struct option_spec);
    const char **choices = arena_array(a, const char *, FORMAT_COUNT + 1);
    size_t n = 0;
    for (int f = 0; f < FORMAT_COUNT; f++)
        if (command->formats & 1u << f) choices[n++] = format_name((enum format)f).ptr;
    *spec = (struct option_spec){
        "format", 'f', OPTION_CHOICE, tr("DẠNG"), choices, choices[0], .help = tr("dạng kết quả")};
    return spec;
}

bool options_has_author(const struct command *command)
{
    return command->needs == NEEDS_RECORD_NEW || command->needs == NEEDS_RECORD_WRITE;
}

const struct option_spec *const *options_of(const struct command *command, struct arena *a, size_t *count)
{
    size_t own = 0, n = 0;
    while (command->options && command->options[own].name) own++;
    const struct option_spec **list = arena_array(a, const struct option_spec *,
                                                  own + sizeof COMMON / sizeof COMMON[0] + 5);
    while (n < own) {
        list[n] = &command->options[n];
        n++;
    }
    if (command->formats) list[n++] = format_option(command, a);
    if (command->needs != NEEDS_NOTHING) list[n++] = &RECORD;
    if (known_on_fits(command)) list[n++] = &KNOWN_ON;
    if (options_has_author(command)) {
        list[n++] = &BY;
        list[n++] = &KEY;
    }
    for (size_t i = 0; i < sizeof COMMON / sizeof COMMON[0]; i++) list[n++] = &COMMON[i];
    *count = n;
    return list;
}

bool options_is_common(const struct option_spec *spec)
{
    return spec >= COMMON && spec < COMMON + sizeof COMMON / sizeof COMMON[0];
}

bool options_common_takes_value(struct str word)
{
    static const struct str words[] = {STR_INIT("--lang"), STR_INIT("--color"),   STR_INIT("--record"),
                                       STR_INIT("--by"),   STR_INIT("--key"),     STR_INIT("--format"),
                                       STR_INIT("-f"),     STR_INIT("--known-on")};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_eq(words[i], word)) return true;
    return false;
}

const struct option_value *options_find(const struct option_value *values, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(str_of(values[i].spec->name), name)) return &values[i];
    return NULL;
}

/* --- words and what they take */

const struct command_word *command_word_find(const struct command *command, struct str word)
{
    for (const struct command_word *w = command->words; w && w->name; w++)
        if (str_eq(str_of(w->name), word)) return w;
    return NULL;
}

static bool is_own(const struct command *command, const struct option_spec *spec)
{
    for (const struct option_spec *o = command->options; o && o->name; o++)
        if (o == spec) return true;
    return false;
}

bool option_of_word(const struct command *command, const struct command_word *w, const struct option_spec *spec)
{
    if (!w->options || !is_own(command, spec)) return true;
    struct str rest = str_of(w->options);
    while (rest.len) {
        struct str_cut cut = str_cut(rest, STR(" "));
        if (str_eq(cut.head, str_of(spec->name))) return true;
        rest = cut.tail;
    }
    return false;
}

bool option_is_used(const struct command *command, const struct option_spec *spec)
{
    for (const struct command_word *w = command->words; w && w->name; w++)
        if (option_of_word(command, w, spec)) return true;
    return !command->words;
}

struct str option_words(struct arena *a, const struct command *command, const struct option_spec *spec, size_t most)
{
    struct buf b = buf_make(SIZE_MAX);
    size_t n = 0, all = 0;
    for (const struct command_word *w = command->words; w && w->name; w++, all++) {
        if (!option_of_word(command, w, spec)) continue;
        if (n < most) buf_put(&b, n ? STR(", ") : STR(""));
        if (n < most) buf_put_z(&b, w->name);
        n++;
    }
    if (n > most) buf_put(&b, STR(", …"));
    struct str s = n == all ? STR("") : str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool to_text(struct str *out, struct arena *a, struct str bytes, struct err *err)
{
    struct text t;
    if (!text_make(&t, a, bytes, err)) return fail(err, ERR_ARGUMENT_NOT_UTF8, bytes);
    *out = t.inside;
    return true;
}

static struct str choices_text(struct arena *a, struct str typed, const char *const *choices)
{
    struct str names[WORDS_MOST];
    size_t count = 0;
    for (; choices[count] && count < WORDS_MOST; count++) names[count] = str_of(choices[count]);
    return nearest_told(a, typed, names, count);
}

struct reading {
    struct options *out;
    struct arena *arena;
    const struct command *command;
    struct err *err;
};

/* However it was typed, its text leaves as YYYY-MM-DD: what is kept of an option must not depend on the hand. */
static bool set_day(struct reading *r, struct option_value *v, struct str shown, struct str value)
{
    char text[12];
    if (!date_typed_last(&v->date, str_trim(value)))
        return fail(r->err, ERR_OPTION_DATE, shown, str_of(r->command->name), value);
    int len = snprintf(text, sizeof text, "%04d-%02d-%02d", v->date.year, v->date.month, v->date.day);
    v->text = str_copy(r->arena, (struct str){text, (size_t)len});
    return true;
}

static bool set_value(struct reading *r, struct option_value *v, struct str shown, struct str value)
{
    struct str name = str_of(r->command->name);
    v->given = true;
    v->text = value;
    switch (v->spec->type) {
    case OPTION_FLAG:
    case OPTION_FILE: return true;
    case OPTION_TEXT: return to_text(&v->text, r->arena, value, r->err);
    case OPTION_CHOICE:
        for (int i = 0; v->spec->choices[i]; i++) {
            v->choice = i;
            if (str_eq(str_of(v->spec->choices[i]), value)) return true;
        }
        return fail(r->err, ERR_OPTION_CHOICE, shown, name, value, choices_text(r->arena, value, v->spec->choices));
    case OPTION_DATE: return set_day(r, v, shown, value);
    case OPTION_COUNT:
        return str_to_u64(&v->count, value, COUNT_MOST) || fail(r->err, ERR_OPTION_COUNT, shown, name, value);
    }
    return fail(r->err, ERR_INTERNAL, STR("option type"));
}

bool options_set(struct option_value *v, struct arena *a, const struct command *command, struct str value,
                 struct err *err)
{
    struct reading r = {.arena = a, .command = command, .err = err};
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, STR("--"));
    buf_put_z(&b, v->spec->name);
    struct str shown = str_copy(a, buf_str(&b));
    buf_free(&b);
    return set_value(&r, v, shown, value);
}

static bool fail_unknown(struct reading *r, struct str shown)
{
    struct str name = str_of(r->command->name);
    struct nearest n = {.word = shown};
    if (str_eq(shown, STR("--known-on")) && r->command->needs != NEEDS_NOTHING)
        return fail(r->err, ERR_KNOWN_WRITE, name);
    for (size_t i = 0; i < r->out->value_count; i++) {
        const char *z = r->out->values[i].spec->name;
        if (!option_is_used(r->command, r->out->values[i].spec)) continue;
        char *full = arena_array(r->arena, char, strlen(z) + 3);
        snprintf(full, strlen(z) + 3, "--%s", z);
        nearest_try(&n, str_of(full));
    }
    if (n.best.len) return fail(r->err, ERR_OPTION_NEAR, shown, name, n.best);
    return fail(r->err, ERR_OPTION_UNKNOWN, shown, name);
}

static struct option_value *find(struct reading *r, struct str name, char letter)
{
    for (size_t i = 0; i < r->out->value_count; i++) {
        struct option_value *v = &r->out->values[i];
        if (letter ? v->spec->letter == letter : str_eq(str_of(v->spec->name), name)) return v;
    }
    return NULL;
}

/* One option; *i is the place of its word and moves over a value that stands as a word of its own. */
static bool read_option(struct reading *r, const char *const *words, size_t count, size_t *i)
{
    struct str word = str_of(words[*i]), shown, value;
    struct option_value *v;
    bool has_value = false;
    if (word.ptr[1] == '-') {
        struct str_cut cut = str_cut(word, STR("="));
        shown = cut.head;
        v = find(r, str_from(cut.head, 2), 0);
        has_value = cut.found;
        value = cut.tail;
    } else {
        shown = str_part(word, 0, 2);
        v = find(r, STR(""), word.ptr[1]);
        has_value = word.len > 2;
        value = str_from(word, 2);
        if (!v || (has_value && v->spec->type == OPTION_FLAG)) return fail_unknown(r, word);
    }
    if (!v) return fail_unknown(r, shown);
    if (v->spec->type == OPTION_FLAG) {
        if (has_value) return fail(r->err, ERR_OPTION_HAS_VALUE, shown, str_of(r->command->name));
        v->given = true;
        return true;
    }
    if (!has_value) {
        if (*i + 1 >= count) return fail(r->err, ERR_OPTION_NO_VALUE, shown, str_of(r->command->name));
        value = str_of(words[++*i]);
    }
    return set_value(r, v, shown, value);
}

/* What was typed and the word does not take: left aside without a word it would look as if it counted. */
static bool judge_options(struct reading *r, const struct command_word *w)
{
    const struct command *c = r->command;
    for (size_t i = 0; i < r->out->value_count; i++) {
        const struct option_value *v = &r->out->values[i];
        if (!v->given || option_of_word(c, w, v->spec)) continue;
        struct buf b = buf_make(ERR_ARG_SIZE);
        buf_put(&b, STR("--"));
        buf_put_z(&b, v->spec->name);
        struct str shown = str_copy(r->arena, buf_str(&b));
        buf_free(&b);
        if (!option_is_used(c, v->spec)) return fail_unknown(r, shown);
        return fail(r->err, ERR_OPTION_OF_WORD, shown, str_of(c->name), str_of(w->name),
                    option_words(r->arena, c, v->spec, 12));
    }
    return true;
}

static bool judge_arguments(struct reading *r)
{
    const struct command *c = r->command;
    struct options *o = r->out;
    const struct command_word *w = o->arg_count ? command_word_find(c, o->args[0]) : NULL;
    if (c->words && !c->words_optional && o->arg_count && !w) {
        struct str names[WORDS_MOST];
        size_t count = 0;
        for (w = c->words; w->name && count < WORDS_MOST; w++) names[count++] = str_of(w->name);
        return fail(r->err, ERR_WORD_UNKNOWN, o->args[0], str_of(c->name),
                    nearest_told(r->arena, o->args[0], names, count));
    }
    if (w && !judge_options(r, w)) return false;
    if (o->arg_count < c->arguments_min) return fail(r->err, ERR_ARGUMENTS_FEW, str_of(c->name));
    if (o->arg_count > c->arguments_max)
        return fail(r->err, ERR_ARGUMENTS_MANY, str_of(c->name), o->args[c->arguments_max]);
    return true;
}

static bool read_words(struct reading *r, const char *const *words, size_t count)
{
    bool only_arguments = false;
    for (size_t i = 0; i < count; i++) {
        struct str word = str_of(words[i]);
        if (!only_arguments && str_eq(word, STR("--"))) {
            only_arguments = true;
        } else if (!only_arguments && word.len > 1 && word.ptr[0] == '-') {
            if (!read_option(r, words, count, &i)) return false;
        } else {
            if (r->command->arguments == ARGUMENTS_TEXT && !to_text(&word, r->arena, word, r->err)) return false;
            r->out->args[r->out->arg_count++] = word;
        }
    }
    return true;
}

static void set_fallbacks(struct reading *r)
{
    for (size_t i = 0; i < r->out->value_count; i++) {
        struct option_value *v = &r->out->values[i];
        v->choice = -1;
        if (!v->spec->fallback) continue;
        bool good = set_value(r, v, STR(""), str_of(v->spec->fallback));
        if (!good) abort(); /* the table itself is wrong: found by the first run of the command */
        v->given = false;
    }
}

bool options_read(struct options *out, struct arena *a, const struct command *command, const char *const *words,
                  size_t count, struct err *err)
{
    struct reading r = {out, a, command, err};
    size_t n;
    const struct option_spec *const *specs = options_of(command, a, &n);
    *out = (struct options){
        .values = arena_array(a, struct option_value, n), .value_count = n, .args = arena_array(a, struct str, count)};
    for (size_t i = 0; i < n; i++) out->values[i].spec = specs[i];
    set_fallbacks(&r);
    if (!read_words(&r, words, count)) return false;
    const struct option_value *help = options_find(out->values, n, STR("help"));
    return (help && help->given) || judge_arguments(&r);
}
