/* SPDX-License-Identifier: Apache-2.0
 *
 * options, nearest: command lines as data; the table of commands as a whole.
 */
#include "unit_test.h"

#include "arena.h"
#include "buf.h"
#include "command.h"
#include "help.h"
#include "nearest.h"
#include "options.h"
#include "reading.h"

static const char *const SHAPES[] = {"round", "square", NULL};
static const struct option_spec OWN[] = {
    {"date", 'd', OPTION_DATE, "NGÀY", .help = "ngày"},
    {"place", 0, OPTION_TEXT, "NƠI", .help = "nơi"},
    {"shape", 0, OPTION_CHOICE, "HÌNH", SHAPES, "square", "hình"},
    {"most", 'm', OPTION_COUNT, "SỐ", .fallback = "20", .help = "nhiều nhất"},
    {"all", 'a', OPTION_FLAG, .help = "tất cả"},
    {0},
};
static const struct command_word WORDS[] = {{"show", "xem"}, {"list", "liệt kê"}, {0}};

static const struct command FILES = {.name = "read", .options = OWN, .formats = FORMATS_ROWS, .arguments_max = 3};
static const struct command TEXT = {.name = "find",
                                    .words = WORDS,
                                    .arguments = ARGUMENTS_TEXT,
                                    .arguments_min = 2,
                                    .arguments_max = 2,
                                    .needs = NEEDS_RECORD_WRITE};

static const struct command_word WORDS_APART[] = {
    {"show", "xem", "place most", NULL}, {"list", "liệt kê", "most all", NULL}, {0}};
static const struct command APART = {.name = "apart",
                                     .words = WORDS_APART,
                                     .options = OWN,
                                     .arguments = ARGUMENTS_TEXT,
                                     .arguments_min = 1,
                                     .arguments_max = 2};

/* What was read, as one line: "date=2023-07-13 most=5 | a.txt b.txt"; only what was given, and what has a value of its
 * own. */
static void describe(struct buf *b, const struct options *o)
{
    for (size_t i = 0; i < o->value_count; i++) {
        const struct option_value *v = &o->values[i];
        if (!v->given) continue;
        if (b->len) buf_char(b, ' ');
        buf_put_z(b, v->spec->name);
        if (v->spec->type == OPTION_FLAG) continue;
        buf_char(b, '=');
        if (v->spec->type == OPTION_DATE)
            date_write(b, v->date);
        else if (v->spec->type == OPTION_COUNT)
            buf_u64(b, v->count);
        else if (v->spec->type == OPTION_CHOICE)
            buf_i64(b, v->choice);
        else
            buf_put(b, v->text);
    }
    buf_put(b, STR(" |"));
    for (size_t i = 0; i < o->arg_count; i++) {
        buf_char(b, ' ');
        buf_put(b, o->args[i]);
    }
}

struct line {
    const struct command *command;
    const char *words[7];
    const char *expected; /* as describe() writes it, or the name of the error with its arguments */
};

static const struct line LINES[] = {
    {&FILES, {"a.txt"}, " | a.txt"},
    {&FILES, {"--date", "2023-07-13", "a"}, "date=2023-07-13 | a"},
    {&FILES, {"--date=2023-07-13", "a"}, "date=2023-07-13 | a"},
    {&FILES, {"-d2023-07-13", "-m", "5", "-a"}, "date=2023-07-13 most=5 all |"},
    {&FILES, {"--date", "2024-10", "a"}, "date=2024-10-31 | a"},
    {&FILES, {"--date", "27/11/2026", "a"}, "date=2026-11-27 | a"},
    {&FILES, {"--date", "10/2024", "a"}, "date=2024-10-31 | a"},
    {&FILES, {"--date", "31/4/2026", "a"}, "option_date --date read 31/4/2026"},
    {&FILES, {"a", "--all", "b"}, "all | a b"},
    {&FILES, {"--", "--all", "-"}, " | --all -"},
    {&FILES, {"-"}, " | -"},
    {&FILES, {"--place", "--all"}, "place=--all |"},
    {&FILES, {"--place="}, "place= |"},
    {&FILES, {"--place", "a", "--place", "b"}, "place=b |"},
    {&FILES, {"--place=Qua\u0323\u0302n"}, "place=Quận |"},
    {&FILES, {"--shape", "round"}, "shape=0 |"},
    {&FILES, {"--format", "csv", "-q"}, "format=3 quiet |"},
    {&FILES, {"\xFF.txt"}, " | \xFF.txt"},
    {&FILES, {"--dat", "x"}, "option_near --dat read --date"},
    {&FILES, {"--xyzzy"}, "option_unknown --xyzzy read"},
    {&FILES, {"-x"}, "option_unknown -x read"},
    {&FILES, {"--date"}, "option_no_value --date read"},
    {&FILES, {"-d"}, "option_no_value -d read"},
    {&FILES, {"--date", "2023-02-29"}, "option_date --date read 2023-02-29"},
    {&FILES, {"--date", "13/7/2023"}, "date=2023-07-13 |"},
    {&FILES, {"--most", "-1"}, "option_count --most read -1"},
    {&FILES, {"--most=1000000001"}, "option_count --most read 1000000001"},
    {&FILES, {"--shape=oval"}, "option_choice --shape read oval round, square"},
    {&FILES, {"--all=1"}, "option_has_value --all read"},
    {&FILES, {"--place", "\xFF"}, "argument_not_utf8 \xFF"},
    {&FILES, {"--record", "x"}, "option_unknown --record read"},
    {&FILES, {"a", "b", "c", "d"}, "arguments_many read d"},
    {&TEXT, {"show", "x", "--record", "x.db", "--by", "a"}, "record=x.db by=a | show x"},
    {&TEXT, {"show"}, "arguments_few find"},
    {&TEXT, {"show", "--help"}, "help | show"},
    {&TEXT, {"shew", "x"}, "word_unknown shew find show, list"},
    {&APART, {"show", "--place", "x"}, "place=x | show"},
    {&APART, {"list", "--place", "x"}, "option_of_word --place apart list show"},
    {&APART, {"list", "--all", "-m", "5"}, "most=5 all | list"},
    {&APART, {"list", "-d", "2026"}, "option_unknown --date apart"},
    {&APART, {"list", "--datr", "2026"}, "option_unknown --datr apart"},
    {&APART, {"list", "--plac", "x"}, "option_near --plac apart --place"},
    {&APART, {"list", "--help", "--place", "x"}, "place=x help | list"},
    {&TEXT, {"show", "\xC3"}, "argument_not_utf8 \xC3"},
};

static void command_lines(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof LINES / sizeof LINES[0]; i++) {
        struct arena *a = arena_make(SIZE_MAX);
        struct buf b = buf_make(10000);
        struct options o;
        struct err err = {0};
        size_t n = 0;
        while (LINES[i].words[n]) n++;
        if (options_read(&o, a, LINES[i].command, LINES[i].words, n, &err)) {
            describe(&b, &o);
        } else {
            assert_int_equal(err_exit_status(err.code), EXIT_USAGE);
            buf_put(&b, err_name(err.code));
            for (size_t k = 0; k < ERR_ARGS && err_arg(&err, k).len; k++) {
                buf_char(&b, ' ');
                buf_put(&b, err_arg(&err, k));
            }
        }
        if (!str_eq(buf_str(&b), str_of(LINES[i].expected)))
            fail_msg("line %zu: «%.*s», not «%s»", i, STR_ARG(buf_str(&b)), LINES[i].expected);
        buf_free(&b);
        arena_close(a);
    }
}

static void fallbacks_stand_when_not_given(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct options o;
    struct err err;
    assert_true(options_read(&o, a, &FILES, NULL, 0, &err));
    assert_int_equal(options_find(o.values, o.value_count, STR("most"))->count, 20);
    assert_int_equal(options_find(o.values, o.value_count, STR("shape"))->choice, 1);
    assert_str(options_find(o.values, o.value_count, STR("format"))->text, STR("table"));
    assert_int_equal(options_find(o.values, o.value_count, STR("date"))->date.year, 0);
    assert_null(options_find(o.values, o.value_count, STR("record")));
    arena_close(a);
}

static void distances(void **state)
{
    static const struct {
        const char *a, *b;
        unsigned distance;
    } cases[] = {{"", "", 0},         {"", "abc", 3},      {"stand", "stand", 0},    {"stn", "stand", 2},
                 {"raed", "read", 1}, {"read", "reda", 1}, {"kitten", "sitting", 3}, {"ca", "abc", 3}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        assert_int_equal(edit_distance(str_of(cases[i].a), str_of(cases[i].b)), cases[i].distance);
        assert_int_equal(edit_distance(str_of(cases[i].b), str_of(cases[i].a)), cases[i].distance);
    }
    struct str far = STR("một chữ dài hơn bốn mươi byte thì không so");
    assert_int_equal(edit_distance(far, STR("x")), 100);
}

static void nearest_names(void **state)
{
    static const char *const names[] = {"read", "rebuild", "report", "reject", "stand", "statements", "verify", "init"};
    static const struct {
        const char *word, *best;
    } cases[] = {{"raed", "read"}, {"verfiy", "verify"}, {"stat", "statements"},
                 {"x", ""},        {"repot", "report"},  {"zzzzzz", ""}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct nearest n = {.word = str_of(cases[i].word)};
        for (size_t k = 0; k < sizeof names / sizeof names[0]; k++) nearest_try(&n, str_of(names[k]));
        assert_str(n.best, str_of(cases[i].best));
    }
}

/* Every row of the real table is whole, and its options do not collide. */
static void the_table_is_whole(void **state)
{
    size_t count;
    const struct command *const *all = commands_all(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        const struct command *c = all[i];
        struct arena *a = arena_make(SIZE_MAX);
        size_t n;
        const struct option_spec *const *options = options_of(c, a, &n);
        if (!c->summary || !c->run || !c->usage[0]) fail_msg("%s: no summary, usage or run", c->name);
        if (!c->hidden && !c->examples[0].line) fail_msg("%s: no example", c->name);
        for (size_t k = 0; k < EXAMPLE_LINES && c->examples[k].line; k++)
            if (!strstr(c->examples[k].line, c->name)) fail_msg("%s: an example of something else", c->name);
        if (c->arguments_min > c->arguments_max) fail_msg("%s: arguments_min", c->name);
        for (size_t k = 0; k < n; k++) {
            if (!options[k]->help) fail_msg("%s --%s: no help", c->name, options[k]->name);
            if ((options[k]->type == OPTION_FLAG) == (options[k]->value != NULL))
                fail_msg("%s --%s: a value that is not, or is not named", c->name, options[k]->name);
            if ((options[k]->type == OPTION_CHOICE) != (options[k]->choices != NULL))
                fail_msg("%s --%s: choices", c->name, options[k]->name);
            for (size_t m = 0; m < k; m++) {
                if (strcmp(options[m]->name, options[k]->name) == 0)
                    fail_msg("%s --%s twice", c->name, options[k]->name);
                if (options[m]->letter && options[m]->letter == options[k]->letter)
                    fail_msg("%s -%c twice", c->name, options[k]->letter);
            }
        }
        struct options o;
        struct err err;
        static const char *const help[] = {"--help"};
        assert_true(options_read(&o, a, c, help, 1, &err)); /* its fallbacks are good values */
        for (size_t k = 0; k < i; k++) assert_true(strcmp(all[k]->name, c->name) != 0);
        assert_ptr_equal(command_find(str_of(c->name)), c);
        arena_close(a);
    }
}

static bool takes(const struct command *c, struct str name)
{
    for (const struct command_word *w = c->words; w->name; w++) {
        struct str rest = str_of(w->options);
        while (rest.len) {
            struct str_cut cut = str_cut(rest, STR(" "));
            if (str_eq(cut.head, name)) return true;
            rest = cut.tail;
        }
    }
    return false;
}

/* A line of usage names words and options that there are. */
static void judge_usage(const struct command *c, const char *line)
{
    struct str rest = str_of(line);
    if (!strchr(line, '(')) /* "(như matter)" */
        for (const char *at = strstr(line, "--"); at; at = strstr(at + 2, "--")) {
            size_t n = 2;
            while ((at[n] >= 'a' && at[n] <= 'z') || at[n] == '-') n++;
            struct str name = {at + 2, n - 2};
            if (!takes(c, name)) fail_msg("%s %s: no word takes --%.*s", c->name, line, STR_ARG(name));
        }
    while (rest.len) {
        struct str_cut part = str_cut(rest, STR(" | "));
        struct str heads = str_cut(part.head, STR(" ")).head;
        while (heads.len) {
            struct str_cut head = str_cut(heads, STR("|"));
            if (!command_word_find(c, head.head)) fail_msg("%s: usage of «%.*s»", c->name, STR_ARG(head.head));
            heads = head.tail;
        }
        rest = part.tail;
    }
}

/* Commands whose words say their options: every word runs something, every name is an option of some command, the
 * usage speaks of nothing else, and no option is offered that no word takes. */
static void words_and_options_agree(void **state)
{
    size_t count, found = 0;
    const struct command *const *all = commands_all(&count);
    (void)state;
    for (size_t i = 0; i < count; i++) {
        const struct command *c = all[i];
        struct arena *a = arena_make(SIZE_MAX);
        struct buf b = buf_make(1 << 20);
        if (!c->words || !c->words->options) {
            arena_close(a);
            buf_free(&b);
            continue;
        }
        found++;
        for (const struct command_word *w = c->words; w->name; w++) {
            if (!w->run || !w->options) fail_msg("%s %s: no run, or no options", c->name, w->name);
            if (command_word_find(c, str_of(w->name)) != w) fail_msg("%s %s stands twice", c->name, w->name);
            struct str rest = str_of(w->options);
            while (rest.len) {
                struct str_cut cut = str_cut(rest, STR(" "));
                bool known = false;
                for (size_t k = 0; k < count; k++)
                    for (const struct option_spec *o = all[k]->options; o && o->name; o++)
                        known |= str_eq(str_of(o->name), cut.head);
                if (!known) fail_msg("%s %s: there is no --%.*s", c->name, w->name, STR_ARG(cut.head));
                rest = cut.tail;
            }
        }
        for (size_t n = 0; n < USAGE_LINES && c->usage[n]; n++) judge_usage(c, c->usage[n]);
        help_command(&b, a, LANG_VI, c);
        for (const struct option_spec *o = c->options; o && o->name; o++) {
            char shown[80];
            snprintf(shown, sizeof shown, " --%s ", o->name);
            char last[80];
            snprintf(last, sizeof last, " --%s\n", o->name);
            bool offered = str_has(buf_str(&b), str_of(shown)) || str_has(buf_str(&b), str_of(last));
            if (!takes(c, str_of(o->name)) && str_has(str_cut(buf_str(&b), STR("Tùy chọn:")).tail, str_of(shown)))
                fail_msg("%s --%s: offered, but no word takes it", c->name, o->name);
            if (takes(c, str_of(o->name)) && !offered) fail_msg("%s --%s: not in the help", c->name, o->name);
        }
        buf_free(&b);
        arena_close(a);
    }
    assert_true(found >= 8);
}

static void names_that_a_message_has_room_for(void **state)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct str few[] = {STR("save"), STR("list")}, many[40];
    (void)state;
    assert_str(nearest_told(a, STR("x"), few, 2), STR("save, list"));
    assert_str(nearest_told(a, STR("x"), few, 0), STR(""));
    for (size_t i = 0; i < 40; i++) {
        struct buf b = buf_make(40);
        buf_format(&b, "word_number_%zu", i);
        many[i] = str_copy(a, buf_str(&b));
        buf_free(&b);
    }
    many[33] = STR("nguồn vốn");
    many[34] = STR("vốn vay");
    struct str told = nearest_told(a, STR("VON"), many, 40);
    assert_true(str_starts(told, STR("vốn vay, nguồn vốn, ")));
    assert_true(str_ends(told, STR(", …")));
    assert_true(told.len < 230);
    assert_true(str_starts(nearest_told(a, STR("word_numbre_7"), many, 40), STR("word_number_7, ")));
    assert_true(nearest_told(a, STR("\xFF"), many, 40).len < 230); /* bytes of a path are no text */
    arena_close(a);
}

/* --from offers exactly the encodings of legacy.h, in their order. */
static void encodings_are_those_of_the_documents(void **state)
{
    (void)state;
    for (int e = LEGACY_TCVN3; e < LEGACY_ENCODINGS; e++)
        assert_str(str_of(READING_ENCODINGS[e - LEGACY_TCVN3]), legacy_name((enum legacy_encoding)e));
    assert_null(READING_ENCODINGS[LEGACY_ENCODINGS - LEGACY_TCVN3]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(command_lines),
        cmocka_unit_test(fallbacks_stand_when_not_given),
        cmocka_unit_test(distances),
        cmocka_unit_test(nearest_names),
        cmocka_unit_test(words_and_options_agree),
        cmocka_unit_test(names_that_a_message_has_room_for),
        cmocka_unit_test(the_table_is_whole),
        cmocka_unit_test(encodings_are_those_of_the_documents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
