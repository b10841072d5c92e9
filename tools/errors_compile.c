/* SPDX-License-Identifier: Apache-2.0
 *
 * errors_compile: data/errors.tsv -> err_codes.h (the enum) and err_table.h / err_table.c (the rows).
 *
 *     errors_compile errors.tsv err_codes.h err_table.h err_table.c
 *
 * A row: name <TAB> exit status <TAB> message vi <TAB> message en <TAB> hint vi <TAB> hint en; '#' starts a comment
 * line. A row with a wrong number of columns, a name twice or an empty message stops the build.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COLUMNS = 6, ROWS_MOST = 2000, LINE_MOST = 4000 };

static char lines[ROWS_MOST][LINE_MOST];
static char *cell[ROWS_MOST][COLUMNS];
static int rows;

static void stop(const char *what, int line)
{
    fprintf(stderr, "errors.tsv:%d: %s\n", line, what);
    exit(1);
}

static void split(int row, int line)
{
    char *p = lines[row];
    p[strcspn(p, "\r\n")] = 0;
    for (int c = 0; c < COLUMNS; c++) {
        static char nothing[1];
        cell[row][c] = p ? p : nothing;
        char *tab = p ? strchr(p, '\t') : NULL;
        if (tab) *tab++ = 0;
        p = tab;
    }
    if (p) stop("too many columns", line);
    if (row > 0 && (!*cell[row][2] || !*cell[row][3])) stop("a message is missing", line);
    for (int i = 0; i < row; i++)
        if (strcmp(cell[i][0], cell[row][0]) == 0) stop("the name stands twice", line);
}

static void read_rows(const char *path)
{
    FILE *f = fopen(path, "r");
    if (!f) stop("cannot open", 0);
    for (int line = 1; fgets(lines[rows], LINE_MOST, f); line++) {
        if (rows + 1 == ROWS_MOST) stop("too many rows", line);
        if (lines[rows][0] == '#' || lines[rows][0] == '\n') continue;
        split(rows, line);
        rows++;
    }
    fclose(f);
}

static void quote(FILE *f, const char *s)
{
    fputs("STR_INIT(\"", f);
    for (; *s; s++) {
        if (*s == '"' || *s == '\\') fputc('\\', f);
        fputc(*s, f);
    }
    fputs("\")", f);
}

static FILE *create(const char *path)
{
    FILE *f = fopen(path, "w");
    if (!f) {
        perror(path);
        exit(1);
    }
    fputs("/* made from data/errors.tsv by tools/errors_compile.c: change the table, not this file */\n", f);
    return f;
}

static void write_codes(const char *path)
{
    FILE *f = create(path);
    fputs("#ifndef ERR_CODES_H\n#define ERR_CODES_H\nenum err_code {\n", f);
    for (int i = 0; i < rows; i++) {
        fputs("    ERR_", f);
        for (const char *p = cell[i][0]; *p; p++) fputc(*p >= 'a' && *p <= 'z' ? *p - 32 : *p, f);
        fputs(",\n", f);
    }
    fputs("    ERR_COUNT\n};\n#endif\n", f);
    fclose(f);
}

static void write_table(const char *header, const char *source)
{
    FILE *f = create(header);
    fputs("#ifndef ERR_TABLE_H\n#define ERR_TABLE_H\n#include \"err.h\"\nstruct err_row {\n    struct str name;\n    "
          "int exit_status;\n"
          "    struct str message[LANG_COUNT], hint[LANG_COUNT];\n};\nextern const struct err_row "
          "err_rows[ERR_COUNT];\n#endif\n",
          f);
    fclose(f);
    f = create(source);
    fputs("#include \"err_table.h\"\nconst struct err_row err_rows[ERR_COUNT] = {\n", f);
    for (int i = 0; i < rows; i++) {
        fputs("    {", f);
        quote(f, cell[i][0]);
        fprintf(f, ", %ld, {", strtol(cell[i][1], NULL, 10));
        quote(f, cell[i][2]);
        fputs(", ", f);
        quote(f, cell[i][3]);
        fputs("}, {", f);
        quote(f, cell[i][4]);
        fputs(", ", f);
        quote(f, cell[i][5]);
        fputs("}},\n", f);
    }
    fputs("};\n", f);
    fclose(f);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: errors_compile errors.tsv err_codes.h err_table.h err_table.c\n", stderr);
        return 2;
    }
    read_rows(argv[1]);
    write_codes(argv[2]);
    write_table(argv[3], argv[4]);
    return 0;
}
