/* SPDX-License-Identifier: Apache-2.0
 *
 * templates_compile: pages written as HTML -> C functions that write them.
 *
 *     templates_compile out.c header.html home.html ...
 *
 * A template NAME.html becomes `void template_NAME(struct buf *o, enum lang lang, const struct NAME_view *v)`, which
 * src/web/templates.h declares; a wrong name of a field is an error of the C compiler at the template's own line.
 *
 *     {{title}}             a field of the view, escaped; {{.name}} one of the element of the loop
 *     {{"Trang chủ"}}       a text of the program: put in here, in each language (po/en.po)
 *     {{#rows}} ... {{/}}   for each of v->rows.at[0 .. len)
 *     {{?late}} ... {{:}} ... {{/}}   when it is true (a text: not empty; a number: not 0), else
 *     {{>tile .}}           another template, of the element; {{>head head}} of a field of the view
 *
 * What keeps pages safe is decided here and not by who writes them: everything is escaped, and there is no way around
 * it. `{{` may stand in text and between the double quotes of an attribute and nowhere else (but {{?...}} around a
 * whole attribute): not in a name, not without quotes, not in <script> or <style>, not in a comment, not in an
 * attribute that begins with "on". In href, src, action and formaction stands a `struct link` (src/web/link.h) and
 * nothing else.
 *
 * White space between a tag and the end of the line, with what begins the next line, is left out.
 */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "tr.h"

enum { DEPTH = 32, NAME = 64 };

enum where { IN_TEXT, IN_TAG, IN_QUOTES, IN_RAW, IN_COMMENT };

struct open {
    char kind; /* '#' or '?' */
    int line;
};

struct compiling {
    const char *file, *at, *begin;
    char template_name[NAME], attribute[NAME], tag[NAME];
    int line;
    enum where where;
    struct open open[DEPTH];
    int depth, loops;
    struct buf vi, en; /* what is written next, in each language */
    FILE *out;
};

_Noreturn __attribute__((format(printf, 2, 3))) static void stop(const struct compiling *c, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    fprintf(stderr, "%s:%d: ", c->file, c->line);
    vfprintf(stderr, format, args);
    fputc('\n', stderr);
    va_end(args);
    exit(1);
}

/* --- what is written */

static void put_both(struct compiling *c, char byte)
{
    buf_char(&c->vi, byte);
    buf_char(&c->en, byte);
}

static void put_literal(FILE *out, struct str s)
{
    fputs("STR(\"", out);
    for (size_t i = 0; i < s.len; i++) {
        unsigned char b = (unsigned char)s.ptr[i];
        if (b == '"' || b == '\\')
            fprintf(out, "\\%c", b);
        else if (b < 0x20 || b >= 0x7f)
            fprintf(out, "\\%03o", b);
        else
            fputc(b, out);
        if (i % 100 == 99) fputs("\"\n        \"", out);
    }
    fputs("\")", out);
}

static void flush(struct compiling *c)
{
    struct str vi = buf_str(&c->vi), en = buf_str(&c->en);
    if (!vi.len && !en.len) return;
    if (str_eq(vi, en)) {
        fputs("    buf_put(o, ", c->out);
        put_literal(c->out, vi);
        fputs(");\n", c->out);
    } else {
        fputs("    if (lang == LANG_EN)\n    buf_put(o, ", c->out);
        put_literal(c->out, en);
        fputs(");\n    else\n    buf_put(o, ", c->out);
        put_literal(c->out, vi);
        fputs(");\n", c->out);
    }
    buf_clear(&c->vi);
    buf_clear(&c->en);
}

__attribute__((format(printf, 2, 3))) static void code(struct compiling *c, const char *format, ...)
{
    va_list args;
    flush(c);
    fprintf(c->out, "#line %d \"%s\"\n    ", c->line, c->file);
    va_start(args, format);
    vfprintf(c->out, format, args);
    va_end(args);
    fputc('\n', c->out);
}

static void put_escaped(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        switch (s.ptr[i]) {
        case '&': buf_put(b, STR("&amp;")); break;
        case '<': buf_put(b, STR("&lt;")); break;
        case '>': buf_put(b, STR("&gt;")); break;
        case '"': buf_put(b, STR("&quot;")); break;
        default: buf_char(b, s.ptr[i]);
        }
    }
}

/* --- what stands in {{ }} */

static bool is_url(const struct compiling *c)
{
    static const char *const URLS[] = {"href", "src", "action", "formaction"};
    for (size_t i = 0; i < sizeof URLS / sizeof *URLS; i++)
        if (c->where == IN_QUOTES && !strcmp(c->attribute, URLS[i])) return true;
    return false;
}

/* "name" or ".name" as an expression of C. */
static const char *expression(struct compiling *c, const char *name, size_t len, char *room, size_t size)
{
    bool inner = len && *name == '.';
    if (inner) {
        name++;
        len--;
        if (!c->loops) stop(c, "no loop is open");
    }
    for (size_t i = 0; i < len; i++)
        if (!strchr("abcdefghijklmnopqrstuvwxyz0123456789_.", name[i])) stop(c, "not a name: %.*s", (int)len, name);
    if (!len && !inner) stop(c, "a name is missing");
    if (inner)
        snprintf(room, size, "%se%d%s%.*s", len ? "" : "*", c->loops, len ? "->" : "", (int)len, name);
    else
        snprintf(room, size, "v->%.*s", (int)len, name);
    return room;
}

static void push(struct compiling *c, char kind)
{
    if (c->depth == DEPTH) stop(c, "too deep");
    c->open[c->depth++] = (struct open){kind, c->line};
}

static void text_of_program(struct compiling *c, const char *s, size_t len)
{
    char msgid[2000];
    if (len < 2 || s[len - 1] != '"' || len > sizeof msgid - 1) stop(c, "a text does not end");
    snprintf(msgid, sizeof msgid, "%.*s", (int)len - 2, s + 1);
    put_escaped(&c->vi, tr_text(LANG_VI, msgid));
    put_escaped(&c->en, tr_text(LANG_EN, msgid));
}

static void include(struct compiling *c, const char *s, size_t len)
{
    char room[200];
    const char *blank = memchr(s, ' ', len);
    if (!blank || c->where != IN_TEXT) stop(c, "{{>template field}} stands in text");
    size_t name = (size_t)(blank - s);
    expression(c, blank + 1, len - name - 1, room, sizeof room);
    code(c, "template_%.*s(o, lang, &(%s));", (int)name, s, room);
}

static void tag(struct compiling *c, const char *s, size_t len)
{
    char room[200];
    bool asks = strchr("?:/", *s) != NULL; /* these may stand between attributes */
    bool may = c->where == IN_TEXT || c->where == IN_QUOTES || (asks && c->where == IN_TAG);
    if (!may || (c->where == IN_QUOTES && !strncmp(c->attribute, "on", 2))) stop(c, "{{ may not stand here");
    switch (*s) {
    case '"': text_of_program(c, s, len); return;
    case '>': include(c, s + 1, len - 1); return;
    case '#':
        expression(c, s + 1, len - 1, room, sizeof room);
        c->loops++;
        code(c, "for (size_t i%d = 0; i%d < %s.len; i%d++) { const __typeof__(*%s.at) *e%d = &%s.at[i%d];", c->loops,
             c->loops, room, c->loops, room, c->loops, room, c->loops);
        push(c, '#');
        return;
    case '?':
        code(c, "if (page_has(%s)) {", expression(c, s + 1, len - 1, room, sizeof room));
        push(c, '?');
        return;
    case ':':
        if (!c->depth || c->open[c->depth - 1].kind != '?') stop(c, "{{:}} without {{?...}}");
        code(c, "} else {");
        return;
    case '/':
        if (!c->depth) stop(c, "{{/}} closes nothing");
        if (c->open[--c->depth].kind == '#') c->loops--;
        code(c, "}");
        return;
    default: code(c, is_url(c) ? "page_link(o, %s);" : "page_put(o, %s);", expression(c, s, len, room, sizeof room));
    }
}

/* --- HTML, as far as it says where one is */

static bool ends_name(char b)
{
    return strchr(" \t\n/>=", b) != NULL;
}

static void take_name(char *out, const char *from)
{
    size_t len = 0;
    while (from[len] && !ends_name(from[len]) && len < NAME - 1) len++;
    memcpy(out, from, len);
    out[len] = 0;
}

static bool is_raw(const char *name)
{
    return !strcmp(name, "script") || !strcmp(name, "style");
}

/* Where one is behind the byte at c->at. */
static void step(struct compiling *c)
{
    const char *s = c->at;
    switch (c->where) {
    case IN_TEXT:
        if (!strncmp(s, "<{{", 3) || !strncmp(s, "</{{", 4)) stop(c, "{{ may not stand here: the name of an element");
        if (!strncmp(s, "<!--", 4))
            c->where = IN_COMMENT;
        else if (*s == '<' && (s[1] == '/' || (s[1] >= 'a' && s[1] <= 'z'))) {
            c->where = IN_TAG;
            take_name(c->tag, s[1] == '/' ? s + 2 : s + 1);
            c->attribute[0] = 0;
        }
        return;
    case IN_COMMENT:
        if (*s == '>' && s - c->begin >= 2 && s[-1] == '-' && s[-2] == '-') c->where = IN_TEXT;
        return;
    case IN_RAW:
        if (*s == '<' && s[1] == '/') {
            c->where = IN_TAG;
            take_name(c->tag, "/");
        }
        return;
    case IN_TAG:
        if (*s == '>')
            c->where = is_raw(c->tag) && s[-1] != '/' ? IN_RAW : IN_TEXT;
        else if (*s == '"')
            c->where = IN_QUOTES;
        else if (*s == '=' && s[1] != '"')
            stop(c, "an attribute without double quotes");
        else if (strchr(" \t\n", *s) && s[1] && !ends_name(s[1]))
            take_name(c->attribute, s + 1);
        return;
    case IN_QUOTES:
        if (*s == '"') c->where = IN_TAG;
        return;
    }
}

/* A line end behind a tag or before one, with the blanks around it. */
static bool skip_white(struct compiling *c)
{
    const char *s = c->at;
    if (*s != '\n' || c->where != IN_TEXT) return false;
    bool tagged = s > c->begin && (s[-1] == '>' || s[-1] == '}');
    const char *next = s;
    int lines = 0;
    while (*next == '\n' || *next == ' ' || *next == '\t') lines += *next++ == '\n';
    if (!tagged && *next != '<' && strncmp(next, "{{", 2) != 0) put_both(c, '\n');
    c->line += lines;
    c->at = next;
    return true;
}

static char *read_file(const char *path)
{
    FILE *f = fopen(path, "rb");
    char *text = NULL;
    size_t len = 0, cap = 0;
    if (!f) return NULL;
    for (int byte; (byte = fgetc(f)) != EOF;) {
        if (len + 1 >= cap) {
            cap = cap ? 2 * cap : 65536;
            text = realloc(text, cap);
            if (!text) exit(1);
        }
        text[len++] = (char)byte;
    }
    fclose(f);
    if (text) text[len] = 0;
    return text;
}

static void compile(FILE *out, const char *path)
{
    char *text = read_file(path);
    const char *base = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    struct compiling c = {.file = path, .at = text, .begin = text, .line = 1, .out = out};
    if (!text) stop(&c, "cannot be read, or is empty");
    snprintf(c.template_name, sizeof c.template_name, "%.*s", (int)strcspn(base, "."), base);
    c.vi = buf_make(SIZE_MAX);
    c.en = buf_make(SIZE_MAX);
    fprintf(out,
            "\nvoid template_%s(struct buf *o, enum lang lang, const struct %s_view *v)\n{\n    (void)lang;\n    "
            "(void)v;\n",
            c.template_name, c.template_name);
    while (*c.at) {
        if (!strncmp(c.at, "{{", 2)) {
            const char *end = strstr(c.at, "}}");
            if (!end || memchr(c.at, '\n', (size_t)(end - c.at))) stop(&c, "{{ is not closed on its line");
            tag(&c, c.at + 2, (size_t)(end - c.at - 2));
            c.at = end + 2;
        } else if (!skip_white(&c)) {
            step(&c);
            if (*c.at == '\n') c.line++;
            put_both(&c, *c.at++);
        }
    }
    if (c.depth) stop(&c, "what was opened on line %d is not closed", c.open[c.depth - 1].line);
    if (c.where != IN_TEXT) stop(&c, "ends inside a tag");
    flush(&c);
    fputs("}\n", out);
    buf_free(&c.vi);
    buf_free(&c.en);
    free(text);
}

int main(int argc, char **argv)
{
    if (argc < 3) {
        fprintf(stderr, "usage: templates_compile out.c template.html ...\n");
        return 2;
    }
    FILE *out = fopen(argv[1], "wb");
    if (!out) {
        perror(argv[1]);
        return 1;
    }
    fputs("/* Made by templates_compile. */\n#include \"page_write.h\"\n#include \"templates.h\"\n", out);
    for (int i = 2; i < argc; i++) compile(out, argv[i]);
    return fclose(out) ? 1 : 0;
}
