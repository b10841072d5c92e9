/* SPDX-License-Identifier: Apache-2.0
 *
 * po_compile: po/en.po -> tr_table.c, the catalogue that src/output/tr.c looks texts up in.
 *
 *     po_compile en.po tr_table.c
 *
 * It reads the part of the PO format that xgettext and msgmerge write: comments, msgid and msgstr with strings over
 * several lines. Obsolete entries (#~) and entries without a translation are left out; what would be shown wrongly
 * stops the build: an entry marked fuzzy, a msgid twice, msgctxt or plural forms (not used), a translation whose
 * {1}..{4} or whose last line end differ from those of the msgid.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ENTRIES_MOST = 4000, LINE_MOST = 4000, POOL = 1 << 20 };

struct entry {
    const char *id, *text; /* as C string contents, escapes kept */
    int line;
};

static struct entry entries[ENTRIES_MOST];
static int count;
static char pool[POOL];
static size_t used;

static void stop(const char *what, int line)
{
    fprintf(stderr, "en.po:%d: %s\n", line, what);
    exit(1);
}

/* The text between the quotes of `line` is added to the string that ends the pool. */
static void add_quoted(const char *line, int number)
{
    const char *from = strchr(line, '"'), *to = strrchr(line, '"');
    if (!from || to == from) stop("a string without quotes", number);
    size_t n = (size_t)(to - from - 1);
    for (const char *p = from + 1; p < to; p++) {
        if (*p == '"') stop("a quote inside a string needs a backslash", number);
        if (*p == '\\' && !strchr("nt\"\\", *++p)) stop("only \\n, \\t, \\\" and \\\\ are known", number);
    }
    if (used + n + 2 > POOL) stop("the catalogue is too large", number);
    memcpy(pool + used, from + 1, n);
    used += n;
}

static const char *start_string(void)
{
    pool[used++] = 0;
    return pool + used;
}

static unsigned slots(const char *s)
{
    unsigned set = 0;
    for (; *s; s++)
        if (s[0] == '{' && s[1] >= '1' && s[1] <= '4' && s[2] == '}') set |= 1u << (s[1] - '0');
    return set;
}

static bool ends_line(const char *s)
{
    size_t n = strlen(s);
    return n >= 2 && strcmp(s + n - 2, "\\n") == 0;
}

static void check(const struct entry *e, bool fuzzy)
{
    if (fuzzy) stop("the entry is fuzzy: look at the translation, then remove the mark", e->line);
    if (slots(e->id) != slots(e->text)) stop("the translation has other {1}..{4} than the text", e->line);
    if (ends_line(e->id) != ends_line(e->text))
        stop("one of text and translation ends its line, the other does not", e->line);
}

static void finish(struct entry *e, bool fuzzy)
{
    if (e->id && *e->id && e->text && *e->text) {
        check(e, fuzzy);
        if (count == ENTRIES_MOST) stop("too many entries", e->line);
        entries[count++] = *e;
    }
    *e = (struct entry){0};
}

static void read_entries(const char *path)
{
    static char line[LINE_MOST];
    struct entry e = {0};
    bool fuzzy = false;
    FILE *f = fopen(path, "r");
    if (!f) stop("cannot open", 0);
    for (int n = 1; fgets(line, sizeof line, f); n++) {
        if (strncmp(line, "msgctxt", 7) == 0 || strncmp(line, "msgid_plural", 12) == 0) stop("not supported here", n);
        if (strncmp(line, "msgid", 5) == 0) {
            if (e.text) stop("no empty line before the entry", n);
            e.id = start_string();
            e.line = n;
            add_quoted(line, n);
        } else if (strncmp(line, "msgstr", 6) == 0) {
            e.text = start_string();
            add_quoted(line, n);
        } else if (line[0] == '"') {
            add_quoted(line, n);
        } else if (e.text) {
            pool[used] = 0;
            finish(&e, fuzzy);
            fuzzy = false;
        }
        if (strncmp(line, "#,", 2) == 0 && strstr(line, "fuzzy")) fuzzy = true;
    }
    pool[used] = 0;
    finish(&e, fuzzy);
    fclose(f);
}

/* The order of the texts as the program sees them, so that it can search by halves. Only \n, \t, \" and \\ occur. */
static unsigned char next_byte(const char **s)
{
    unsigned char c = (unsigned char)*(*s)++;
    if (c != '\\') return c;
    c = (unsigned char)*(*s)++;
    return c == 'n' ? '\n' : c == 't' ? '\t' : c;
}

static int by_text(const void *a, const void *b)
{
    const char *x = ((const struct entry *)a)->id, *y = ((const struct entry *)b)->id;
    while (*x && *y) {
        unsigned char p = next_byte(&x), q = next_byte(&y);
        if (p != q) return p < q ? -1 : 1;
    }
    return (*x != 0) - (*y != 0);
}

static void write_table(const char *path)
{
    FILE *f = fopen(path, "w");
    if (!f) stop("cannot write the table", 0);
    fputs("/* made from po/en.po by tools/po_compile.c: change the catalogue, not this file */\n"
          "#include \"tr_table.h\"\nconst struct tr_entry tr_entries[] = {\n",
          f);
    for (int i = 0; i < count; i++)
        fprintf(f, "    {STR_INIT(\"%s\"), STR_INIT(\"%s\")},\n", entries[i].id, entries[i].text);
    fprintf(f, "};\nconst size_t tr_entry_count = %d;\n", count);
    fclose(f);
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: po_compile en.po tr_table.c\n", stderr);
        return 2;
    }
    read_entries(argv[1]);
    if (count == 0) stop("no translation at all", 0);
    qsort(entries, (size_t)count, sizeof entries[0], by_text);
    for (int i = 1; i < count; i++)
        if (strcmp(entries[i - 1].id, entries[i].id) == 0) stop("the text stands twice", entries[i].line);
    write_table(argv[2]);
    return 0;
}
