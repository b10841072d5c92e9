/* SPDX-License-Identifier: Apache-2.0
 *
 * formulas_compile: data/formulas.tsv -> the rows of src/domain/formula_table.h, each read and checked by the code
 * of the program against the catalogue that is compiled beside it.
 *
 *     formulas_compile formulas.tsv out.c
 *
 * A row: code <TAB> expression <TAB> levels <TAB> from <TAB> to <TAB> decimals <TAB> citation; '#' starts a comment.
 * Stops the build, with file and line, on an unknown code, a formula that does not read, units that do not fit, the
 * same code twice for one level and time, a level that is none, a code with rows for levels and none for all, a row
 * without citation; and on a cycle, naming it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "formula_book.h"
#include "indicator_private.h"

enum { CELL_CODE, CELL_EXPRESSION, CELL_LEVELS, CELL_FROM, CELL_TO, CELL_DECIMALS, CELL_CITATION, CELLS };
enum { ROWS_MOST = 500, LINE_MOST = 4000 };

static const char *table;
static struct formula_rule rules[ROWS_MOST];
static char *cells[ROWS_MOST][CELLS];
static int lines[ROWS_MOST];
static size_t rows;

_Noreturn static void stop(int line, struct str what)
{
    fprintf(stderr, "%s:%d: %.*s\n", table, line, STR_ARG(what));
    exit(1);
}

static void stop_error(int line, const struct err *err)
{
    struct buf b = buf_make(SIZE_MAX);
    err_write(&b, err, LANG_EN);
    buf_put(&b, STR(". "));
    err_write_hint(&b, err, LANG_EN);
    stop(line, buf_str(&b));
}

static void split(char **cell, char *text, int line)
{
    text[strcspn(text, "\r\n")] = 0;
    for (int i = 0; i < CELLS; i++) {
        if (!text) stop(line, STR("a cell is missing"));
        char *tab = strchr(text, '\t');
        if (tab) *tab++ = 0;
        cell[i] = strdup(text);
        if (!cell[i]) stop(line, STR("no memory"));
        text = tab;
    }
    if (text) stop(line, STR("too many cells"));
}

static struct date day_of(const char *s, int line)
{
    struct date d = {0};
    if (*s && !date_read(&d, str_of(s))) stop(line, STR("a day is written YYYY-MM-DD"));
    return d;
}

static uint32_t levels_of(const char *s, int line)
{
    static const struct {
        struct str word;
        enum unit_kind kind;
    } WORDS[] = {{STR_INIT("province"), UNIT_PROVINCE},
                 {STR_INIT("district"), UNIT_DISTRICT},
                 {STR_INIT("commune"), UNIT_COMMUNE}};
    uint32_t levels = 0;
    struct str_cut c = {.tail = str_of(s), .found = *s != 0};
    while (c.found) {
        uint32_t before = levels;
        c = str_cut(c.tail, STR("|"));
        for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
            if (str_eq(WORDS[i].word, c.head)) levels |= 1u << WORDS[i].kind;
        if (levels == before) stop(line, STR("levels: province, district, commune, with | between"));
    }
    return levels;
}

static bool meet(const struct formula_row *a, const struct formula_row *b)
{
    if (a->levels && b->levels ? !(a->levels & b->levels) : a->levels != b->levels) return false;
    bool before = date_known(a->to) && date_known(b->from) && date_cmp(a->to, b->from) < 0;
    bool after = date_known(b->to) && date_known(a->from) && date_cmp(b->to, a->from) < 0;
    return str_eq(a->code, b->code) && !before && !after;
}

static void add_row(struct arena *a, const struct formula_scope *scope, int line)
{
    char **cell = cells[rows];
    struct formula_row row = {.code = str_of(cell[CELL_CODE]),
                              .expression = str_of(cell[CELL_EXPRESSION]),
                              .levels = levels_of(cell[CELL_LEVELS], line),
                              .from = day_of(cell[CELL_FROM], line),
                              .to = day_of(cell[CELL_TO], line),
                              .citation = str_of(cell[CELL_CITATION])};
    const char *decimals = cell[CELL_DECIMALS];
    struct err err = {0};
    if (strlen(decimals) != 1 || decimals[0] < '0' || decimals[0] > '0' + FORMULA_DECIMALS)
        stop(line, STR("decimals: one digit"));
    row.decimals = decimals[0] - '0';
    if (!row.citation.len) stop(line, STR("no citation"));
    for (size_t i = 0; i < rows; i++)
        if (meet(&rules[i].row, &row)) stop(line, STR("this code has a formula for this level and time already"));
    if (!formula_rule_make(&rules[rows], a, &row, scope, &err)) stop_error(line, &err);
    lines[rows++] = line;
}

static void put_text(FILE *f, const char *s)
{
    fputs("STR_INIT(\"", f);
    for (; *s; s++) {
        if (*s == '"' || *s == '\\') fputc('\\', f);
        fputc(*s, f);
    }
    fputs("\"), ", f);
}

static void put_day(FILE *f, struct date d)
{
    fprintf(f, "{%d, %d, %d}, ", d.year, d.month, d.day);
}

int main(int argc, char **argv)
{
    static char text[LINE_MOST];
    struct formula_scope scope = {.known = {indicators, indicators_count}};
    struct arena *a = arena_make(SIZE_MAX);
    struct str path;
    if (argc != 3) {
        fputs("usage: formulas_compile formulas.tsv out.c\n", stderr);
        return 2;
    }
    table = argv[1];
    FILE *in = fopen(table, "r"), *out = fopen(argv[2], "w");
    if (!in || !out) stop(0, STR("cannot open"));
    for (int line = 1; fgets(text, sizeof text, in); line++) {
        if (text[0] == '#' || text[0] == '\n') continue;
        if (rows == ROWS_MOST) stop(line, STR("too many rows"));
        split(cells[rows], text, line);
        add_row(a, &scope, line);
    }
    struct formula_book book = {scope, rules, rows};
    for (size_t i = 0; i < rows; i++) {
        bool of_all = !rules[i].row.levels;
        for (size_t k = 0; k < rows && !of_all; k++)
            of_all = !rules[k].row.levels && str_eq(rules[k].row.code, rules[i].row.code);
        if (!of_all) stop(lines[i], STR("this code has no formula for units of all levels"));
    }
    if (formula_cycle(&path, a, &book)) {
        struct str first = str_cut(path, STR(" ")).head;
        for (size_t i = 0; i < rows; i++)
            if (str_eq(rules[i].row.code, first)) {
                fputs("a cycle: ", stderr);
                stop(lines[i], path);
            }
    }
    fputs("/* made from data/formulas.tsv by tools/formulas_compile.c */\n#include \"formula_table.h\"\n", out);
    fputs("const struct formula_row formula_rows[] = {\n", out);
    for (size_t i = 0; i < rows; i++) {
        fputs("    {", out);
        put_text(out, cells[i][CELL_CODE]);
        put_text(out, cells[i][CELL_EXPRESSION]);
        fprintf(out, "%u, ", (unsigned)rules[i].row.levels);
        put_day(out, rules[i].row.from);
        put_day(out, rules[i].row.to);
        fprintf(out, "%d, ", rules[i].row.decimals);
        put_text(out, cells[i][CELL_CITATION]);
        fputs("},\n", out);
    }
    fprintf(out, "};\nconst size_t formula_rows_count = %zu;\n", rows);
    arena_close(a);
    return fclose(out) || fclose(in) ? 1 : 0;
}
