/* SPDX-License-Identifier: Apache-2.0
 *
 * tsv_compile: a table of data/ -> an array of C structs, so that the program starts without reading a file.
 *
 *     tsv_compile table.tsv out.c header.h "struct document_kind" document_kinds s e:SYMBOL_ s s
 *
 * The table: cells divided by TAB, '#' starts a comment line, the first line (a comment) names the columns. After
 * the name of the array stands one word a column:
 *
 *   s          text -> STR_INIT("...")
 *   e:PREFIX_  a word -> PREFIX_WORD, which the C compiler checks against the enum
 *   d          a day YYYY-MM-DD or nothing -> {year, month, day}
 *   n          a whole number
 *   f:PREFIX_  words divided by '|' -> their flags or-ed: "month|year" -> PREFIX_MONTH | PREFIX_YEAR; nothing -> 0
 *   -          not compiled: for people
 *
 * Beside the array `const size_t NAME_count` is written. Rows whose first cell is the same as that of an earlier row
 * stop the build, unless the first column is followed by "+" ("s+": the first two cells together are the key, "s++" the
 * first three, ...) or has a "*" before it ("*s": only two rows that are wholly equal do); so does a row with another
 * number of cells. Order of rows is kept.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS_MOST = 24, ROWS_MOST = 20000, LINE_MOST = 4000 };

static const char *table;
static char *keys[ROWS_MOST];
static int rows;

static void stop(const char *what, int line)
{
    fprintf(stderr, "%s:%d: %s\n", table, line, what);
    exit(1);
}

static void put_text(FILE *f, const char *s)
{
    fputs("STR_INIT(\"", f);
    for (; *s; s++) {
        if (*s == '"' || *s == '\\') fputc('\\', f);
        fputc(*s, f);
    }
    fputs("\")", f);
}

static void put_word(FILE *f, const char *prefix, const char *s, size_t len)
{
    fputs(prefix, f);
    for (size_t i = 0; i < len; i++) fputc(s[i] >= 'a' && s[i] <= 'z' ? s[i] - 32 : s[i] == ' ' ? '_' : s[i], f);
}

static void put_flags(FILE *f, const char *prefix, const char *s)
{
    if (!*s) fputc('0', f);
    for (size_t len; *s; s += len + (s[len] == '|')) {
        len = strcspn(s, "|");
        put_word(f, prefix, s, len);
        if (s[len] == '|') fputs(" | ", f);
    }
}

static void put_day(FILE *f, const char *s, int line)
{
    int y, m, d, end = 0;
    if (!*s)
        fputs("{0, 0, 0}", f);
    else if (strlen(s) == 10 && sscanf(s, "%4d-%2d-%2d%n", &y, &m, &d, &end) == 3 && end == 10)
        fprintf(f, "{%d, %d, %d}", y, m, d);
    else
        stop("a day is written YYYY-MM-DD", line);
}

static void put_cell(FILE *f, const char *how, const char *s, int line)
{
    switch (how[0]) {
    case 's': put_text(f, s); return;
    case 'e': put_word(f, how + 2, s, strlen(s)); return;
    case 'f': put_flags(f, how + 2, s); return;
    case 'd': put_day(f, s, line); return;
    case 'n':
        if (!*s || s[strspn(s, "0123456789")]) stop("not a whole number", line);
        fputs(s, f);
        return;
    }
    stop("unknown kind of column", line);
}

static int split(char **cell, char *text)
{
    int n = 0;
    text[strcspn(text, "\r\n")] = 0;
    while (text && n < COLUMNS_MOST) {
        cell[n++] = text;
        text = strchr(text, '\t');
        if (text) *text++ = 0;
    }
    return text ? COLUMNS_MOST + 1 : n;
}

static void check_key(char **cell, const char *how, int columns, bool whole, int line)
{
    char key[LINE_MOST + COLUMNS_MOST];
    size_t len = 0;
    int cells = 1;
    while (how[cells] == '+') cells++;
    if (whole) cells = columns;
    for (int c = 0; c < cells; c++) len += (size_t)snprintf(key + len, sizeof key - len, "%s	", cell[c]);
    for (int i = 0; i < rows; i++)
        if (strcmp(keys[i], key) == 0) stop("this key stands twice", line);
    if (rows == ROWS_MOST) stop("too many rows", line);
    keys[rows] = strdup(key);
    if (!keys[rows++]) stop("no memory", line);
}

static void put_row(FILE *f, char **cell, char **how, int columns, int line)
{
    const char *between = "";
    fputs("    {", f);
    for (int c = 0; c < columns; c++) {
        if (how[c][0] == '-') continue;
        fputs(between, f);
        put_cell(f, how[c], cell[c], line);
        between = ", ";
    }
    fputs("},\n", f);
}

int main(int argc, char **argv)
{
    static char line[LINE_MOST];
    char *cell[COLUMNS_MOST] = {0};
    int columns = argc - 6;
    bool whole = columns > 0 && argv[6][0] == '*';
    argv[6] += whole;
    if (columns < 1 || columns > COLUMNS_MOST) {
        fputs("usage: tsv_compile TABLE.tsv OUT.c HEADER.h TYPE NAME COLUMN...\n", stderr);
        return 2;
    }
    table = argv[1];
    FILE *in = fopen(table, "r"), *out = fopen(argv[2], "w");
    if (!in || !out) stop("cannot open", 0);
    const char *file = strrchr(table, '/');
    fprintf(out, "/* made from data/%s by tools/tsv_compile.c: change the table, not this file */\n",
            file ? file + 1 : table);
    fprintf(out, "#include \"%s\"\nconst %s %s[] = {\n", argv[3], argv[4], argv[5]);
    for (int n = 1; fgets(line, sizeof line, in); n++) {
        if (!strchr(line, '\n') && !feof(in)) stop("the line is too long", n);
        if (line[0] == '#' || line[0] == '\n') continue;
        if (split(cell, line) != columns) stop("wrong number of cells", n);
        check_key(cell, argv[6], columns, whole, n);
        put_row(out, cell, argv + 6, columns, n);
    }
    fprintf(out, "};\nconst size_t %s_count = %d;\n", argv[5], rows);
    return fclose(out) || fclose(in) ? 1 : 0;
}
