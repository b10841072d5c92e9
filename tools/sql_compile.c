/* SPDX-License-Identifier: Apache-2.0
 *
 * sql_compile: sql/ -> sql.h (the enum of statements) and sql.c (their texts), so that C names a statement and never
 * holds one.
 *
 *     sql_compile OUT.h OUT.c FILE.sql...
 *
 * A file is a list of blocks; a block begins with a line that names it and ends at the next such line or at the end:
 *
 *     -- name: figure_insert       one statement for SQL_FIGURE_INSERT; lines of comment at its head are dropped
 *     -- migration: 1              a script that takes a record from version 0 to 1; numbers follow each other
 *     -- script: tables            a script for sql_script_tables
 *
 * What stands before the first block is a comment and must be one. Parameters are $1, $2, ... without a gap; their
 * number is part of the row, so that a call with a wrong number of values is caught. A name twice, an empty block, a
 * gap in the parameters, two statements in a block or a migration out of order stops the build.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCKS_MOST = 400, FILE_MOST = 200000, NAME_MOST = 64, PARAMETERS_MOST = 64 };
enum block_kind { BLOCK_NONE, BLOCK_NAME, BLOCK_MIGRATION, BLOCK_SCRIPT };

struct block {
    enum block_kind kind;
    char name[NAME_MOST];
    const char *text; /* of the file, which is kept in memory */
    size_t len;
    int parameters;
    const char *path;
    int line;
};

static struct block blocks[BLOCKS_MOST];
static int block_count;

__attribute__((format(printf, 3, 4), noreturn)) static void stop(const char *path, int line, const char *format, ...)
{
    va_list args;
    fprintf(stderr, "%s:%d: ", path, line);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
    exit(1);
}

static char *read_file(const char *path)
{
    FILE *f = fopen(path, "r");
    if (!f) stop(path, 0, "cannot open");
    char *text = calloc(1, FILE_MOST + 1);
    if (!text) abort();
    size_t n = fread(text, 1, FILE_MOST + 1, f);
    if (n > FILE_MOST) stop(path, 0, "the file is too big");
    fclose(f);
    return text;
}

/* "-- name: x" and its sisters; BLOCK_NONE for any other line. */
static enum block_kind heading(const char *line, size_t len, char name[NAME_MOST])
{
    static const struct {
        const char *mark;
        enum block_kind kind;
    } marks[] = {{"-- name: ", BLOCK_NAME}, {"-- migration: ", BLOCK_MIGRATION}, {"-- script: ", BLOCK_SCRIPT}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t n = strlen(marks[i].mark);
        if (len <= n || strncmp(line, marks[i].mark, n) != 0 || len - n >= NAME_MOST) continue;
        memcpy(name, line + n, len - n);
        name[len - n] = 0;
        for (char *p = name; *p; p++)
            if (!islower((unsigned char)*p) && !isdigit((unsigned char)*p) && *p != '_') return BLOCK_NONE;
        return marks[i].kind;
    }
    return BLOCK_NONE;
}

/* Without blank lines and whole-line comments at the head, and blanks at the end. */
static void trim(struct block *b)
{
    for (;;) {
        while (b->len && isspace((unsigned char)*b->text)) b->text++, b->len--;
        if (b->len < 2 || b->text[0] != '-' || b->text[1] != '-') break;
        while (b->len && *b->text != '\n') b->text++, b->len--;
    }
    while (b->len && isspace((unsigned char)b->text[b->len - 1])) b->len--;
    if (b->len == 0) stop(b->path, b->line, "%s is empty", b->name);
}

static void count_parameters(struct block *b)
{
    char seen[PARAMETERS_MOST + 1] = {0};
    for (size_t i = 0; i + 1 < b->len; i++) {
        if (b->text[i] != '$' || !isdigit((unsigned char)b->text[i + 1])) continue;
        long n = strtol(b->text + i + 1, NULL, 10);
        if (n < 1 || n > PARAMETERS_MOST) stop(b->path, b->line, "%s: $%ld is out of range", b->name, n);
        seen[n] = 1;
        if (n > b->parameters) b->parameters = (int)n;
    }
    for (int n = 1; n <= b->parameters; n++)
        if (!seen[n]) stop(b->path, b->line, "%s: $%d is missing", b->name, n);
}

static void check(struct block *b)
{
    trim(b);
    for (struct block *o = blocks; o < b; o++)
        if (o->kind == b->kind && strcmp(o->name, b->name) == 0) stop(b->path, b->line, "%s stands twice", b->name);
    if (b->kind != BLOCK_NAME) return;
    count_parameters(b);
    if (b->text[b->len - 1] != ';') stop(b->path, b->line, "%s does not end with ';'", b->name);
    if (memchr(b->text, ';', b->len - 1)) stop(b->path, b->line, "%s holds two statements", b->name);
}

static void read_blocks(const char *path)
{
    struct block *open = NULL;
    int number = 0;
    for (const char *p = read_file(path); *p; number++) {
        size_t len = strcspn(p, "\n");
        char name[NAME_MOST];
        enum block_kind kind = heading(p, len, name);
        if (kind != BLOCK_NONE) {
            if (block_count == BLOCKS_MOST) stop(path, number + 1, "too many blocks");
            if (open) check(open);
            open = &blocks[block_count++];
            *open = (struct block){.kind = kind, .text = p + len, .path = path, .line = number + 1};
            memcpy(open->name, name, sizeof name);
        } else if (open) {
            open->len = (size_t)(p + len - open->text);
        } else if (len && strncmp(p, "--", 2) != 0) {
            stop(path, number + 1, "text before the first block");
        }
        p += len + (p[len] == '\n');
    }
    if (open) check(open);
}

static void upper(FILE *f, const char *s)
{
    for (; *s; s++) fputc(toupper((unsigned char)*s), f);
}

/* One C literal a line. */
static void quote(FILE *f, const struct block *b)
{
    fputs("\n        \"", f);
    for (size_t i = 0; i < b->len; i++) {
        char c = b->text[i];
        if (c == '\n') {
            fputs("\\n\"\n        \"", f);
            continue;
        }
        if (c == '"' || c == '\\') fputc('\\', f);
        fputc(c, f);
    }
    fputc('"', f);
}

static FILE *create(const char *path)
{
    FILE *f = fopen(path, "w");
    if (!f) stop(path, 0, "cannot write");
    fputs("/* made from sql/ by tools/sql_compile.c: change the SQL, not this file */\n", f);
    return f;
}

static void write_header(const char *path, int migrations)
{
    FILE *f = create(path);
    fputs("#ifndef SQL_H\n#define SQL_H\nenum sql {\n", f);
    for (int i = 0; i < block_count; i++) {
        if (blocks[i].kind != BLOCK_NAME) continue;
        fputs("    SQL_", f);
        upper(f, blocks[i].name);
        fputs(",\n", f);
    }
    fputs("    SQL_COUNT\n};\nstruct sql_row {\n    const char *name, *text;\n    int parameters;\n};\n"
          "extern const struct sql_row sql_rows[SQL_COUNT];\n",
          f);
    fprintf(f,
            "enum { SQL_VERSION = %d };\nextern const char *const sql_migrations[SQL_VERSION]; /* [n]: from version n "
            "to n + 1 */\n",
            migrations);
    for (int i = 0; i < block_count; i++)
        if (blocks[i].kind == BLOCK_SCRIPT) fprintf(f, "extern const char sql_script_%s[];\n", blocks[i].name);
    fputs("#endif\n", f);
    fclose(f);
}

static void write_source(const char *path)
{
    FILE *f = create(path);
    fputs("#include \"sql.h\"\nconst struct sql_row sql_rows[SQL_COUNT] = {\n", f);
    for (int i = 0; i < block_count; i++) {
        if (blocks[i].kind != BLOCK_NAME) continue;
        fprintf(f, "    {\"%s\",", blocks[i].name);
        quote(f, &blocks[i]);
        fprintf(f, ", %d},\n", blocks[i].parameters);
    }
    fputs("};\nconst char *const sql_migrations[SQL_VERSION] = {\n", f);
    for (int i = 0; i < block_count; i++) {
        if (blocks[i].kind != BLOCK_MIGRATION) continue;
        quote(f, &blocks[i]);
        fputs(",\n", f);
    }
    fputs("};\n", f);
    for (int i = 0; i < block_count; i++) {
        if (blocks[i].kind != BLOCK_SCRIPT) continue;
        fprintf(f, "const char sql_script_%s[] =", blocks[i].name);
        quote(f, &blocks[i]);
        fputs(";\n", f);
    }
    fclose(f);
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("usage: sql_compile OUT.h OUT.c FILE.sql...\n", stderr);
        return 2;
    }
    for (int i = 3; i < argc; i++) read_blocks(argv[i]);
    int migrations = 0;
    for (int i = 0; i < block_count; i++) {
        if (blocks[i].kind != BLOCK_MIGRATION) continue;
        migrations++;
        if (strtol(blocks[i].name, NULL, 10) != migrations)
            stop(blocks[i].path, blocks[i].line, "migrations must be 1, 2, ... in order");
    }
    if (migrations == 0) stop(argv[3], 0, "no migration");
    write_header(argv[1], migrations);
    write_source(argv[2]);
    return 0;
}
