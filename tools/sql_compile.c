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
 *     -- rows: digest_figure       the same, of a statement whose rows can be more than memory should hold at once
 *     -- migration: 1              a script that takes a record from version 0 to 1; numbers follow each other
 *     -- script: tables            a script for sql_script_tables
 *     -- part: matter_filter       words that several statements below have in common; {{matter_filter}} in a statement
 *                                  is their place. A part holds no other part
 *
 * What stands before the first block is a comment and must be one. Parameters are $1, $2, ... without a gap; their
 * number is part of the row, so that a call with a wrong number of values is caught. A part that is unknown or unused,
 * a name twice, an empty block, a gap in the parameters, two statements in a block or a migration out of order stops
 * the build.
 *
 * Two engines are served. A file is for both, unless its head says «-- engine: sqlite» or «-- engine: postgres»; a
 * block of the one engine must have its sister of the same name and the same parameters for the other. Scripts for both
 * are written as SQLite wants them; the few words of types that PostgreSQL has otherwise are in `words`. A statement
 * that inserts $1, $2, ... as they come has a COPY that does the same for many rows.
 */
#include <ctype.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCKS_MOST = 1000, FILE_MOST = 200000, NAME_MOST = 64, PARAMETERS_MOST = 64 };
enum block_kind { BLOCK_NONE, BLOCK_NAME, BLOCK_ROWS, BLOCK_MIGRATION, BLOCK_SCRIPT, BLOCK_PART, BLOCK_ENGINE };
enum engine { ENGINE_SQLITE, ENGINE_POSTGRES, ENGINE_BOTH };
static const char *const engines[] = {"sqlite", "postgres"};

/* What a script says to SQLite and how PostgreSQL wants it: whole numbers of 64 bits, text in the order of its bytes.
 * */
static const struct {
    const char *sqlite, *postgres;
} words[] = {
    {" STRICT, WITHOUT ROWID", ""}, {" STRICT", ""},   {"INTEGER", "BIGINT"},
    {"TEXT", "TEXT COLLATE \"C\""}, {"BLOB", "BYTEA"},
};

struct block {
    enum block_kind kind;
    enum engine engine;
    bool many;           /* was «rows» */
    bool used;           /* of a part */
    struct block *other; /* of the other engine */
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
    } marks[] = {{"-- name: ", BLOCK_NAME},     {"-- rows: ", BLOCK_ROWS}, {"-- migration: ", BLOCK_MIGRATION},
                 {"-- script: ", BLOCK_SCRIPT}, {"-- part: ", BLOCK_PART}, {"-- engine: ", BLOCK_ENGINE}};
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

/* The part whose name stands between braces at p, which is behind "{{"; *len is what is to be passed over. */
static const struct block *part_at(const struct block *b, const char *p, size_t left, size_t *len)
{
    for (struct block *o = blocks; o < b; o++) {
        size_t n = strlen(o->name);
        if (o->kind != BLOCK_PART || left < n + 2 || strncmp(p, o->name, n) != 0 || strncmp(p + n, "}}", 2) != 0)
            continue;
        o->used = true;
        *len = n + 2;
        return o;
    }
    stop(b->path, b->line, "%s: no part above is called %.*s", b->name, (int)(left < 30 ? left : 30), p);
}

/* Parts in the places where they are named. */
static void put_parts(struct block *b)
{
    size_t size = 0, len;
    char *whole = NULL;
    if (!memmem(b->text, b->len, "{{", 2)) return;
    FILE *f = open_memstream(&whole, &size);
    if (!f) abort();
    for (size_t i = 0; i < b->len;) {
        if (i + 2 > b->len || strncmp(b->text + i, "{{", 2) != 0) {
            fputc(b->text[i++], f);
            continue;
        }
        if (b->kind == BLOCK_PART) stop(b->path, b->line, "the part %s names another part", b->name);
        const struct block *part = part_at(b, b->text + i + 2, b->len - i - 2, &len);
        fwrite(part->text, 1, part->len, f);
        i += 2 + len;
    }
    fclose(f);
    b->text = whole;
    b->len = size;
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

/* Of an earlier block of the same name; only two engines may share one. */
static void meet(struct block *b, struct block *o)
{
    if (b->engine == ENGINE_BOTH || o->engine == ENGINE_BOTH || b->engine == o->engine)
        stop(b->path, b->line, "%s stands twice", b->name);
    if (b->parameters != o->parameters || b->many != o->many)
        stop(b->path, b->line, "%s is another one than in %s", b->name, o->path);
    o->other = b;
    b->other = o;
}

static void check(struct block *b)
{
    trim(b);
    put_parts(b);
    if (b->kind == BLOCK_NAME) count_parameters(b);
    for (struct block *o = blocks; o < b; o++)
        if (o->kind == b->kind && strcmp(o->name, b->name) == 0) meet(b, o);
    if (b->kind != BLOCK_NAME) return;
    if (b->text[b->len - 1] != ';') stop(b->path, b->line, "%s does not end with ';'", b->name);
    if (memchr(b->text, ';', b->len - 1)) stop(b->path, b->line, "%s holds two statements", b->name);
}

static enum engine engine_of(const char *path, int line, const char *name)
{
    for (int i = 0; i < ENGINE_BOTH; i++)
        if (strcmp(engines[i], name) == 0) return (enum engine)i;
    stop(path, line, "no engine is called %s", name);
}

static void read_blocks(const char *path)
{
    struct block *open = NULL;
    enum engine engine = ENGINE_BOTH;
    int number = 0;
    for (const char *p = read_file(path); *p; number++) {
        size_t len = strcspn(p, "\n");
        char name[NAME_MOST];
        enum block_kind kind = heading(p, len, name);
        if (kind == BLOCK_ENGINE) {
            if (open) stop(path, number + 1, "the engine stands after a block");
            engine = engine_of(path, number + 1, name);
        } else if (kind != BLOCK_NONE) {
            if (block_count == BLOCKS_MOST) stop(path, number + 1, "too many blocks");
            if (open) check(open);
            open = &blocks[block_count++];
            *open = (struct block){.kind = kind, .engine = engine, .text = p + len, .path = path, .line = number + 1};
            if (kind == BLOCK_ROWS)
                *open = (struct block){.kind = BLOCK_NAME,
                                       .many = true,
                                       .engine = engine,
                                       .text = p + len,
                                       .path = path,
                                       .line = number + 1};
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

/* How many bytes at p are a word that the other engine has otherwise; it is in *postgres. */
static size_t word_at(const char *p, size_t len, const char **postgres)
{
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i].sqlite);
        if (n > len || strncmp(p, words[i].sqlite, n) != 0) continue;
        *postgres = words[i].postgres;
        return n;
    }
    return 0;
}

static void quote_char(FILE *f, char c)
{
    if (c == '\n') {
        fputs("\\n\"\n        \"", f);
        return;
    }
    if (c == '"' || c == '\\') fputc('\\', f);
    fputc(c, f);
}

/* One C literal a line. */
static void quote(FILE *f, const struct block *b, enum engine engine)
{
    bool script = b->kind != BLOCK_NAME, translate = script && engine == ENGINE_POSTGRES && b->engine == ENGINE_BOTH;
    fputs("\n        \"", f);
    for (size_t i = 0; i < b->len;) {
        const char *word = NULL;
        size_t n = translate ? word_at(b->text + i, b->len - i, &word) : 0;
        if (n == 0) quote_char(f, b->text[i++]);
        for (; n && *word; word++) quote_char(f, *word);
        i += n;
    }
    fputc('"', f);
}

/* For each engine its text. */
static void quote_both(FILE *f, const struct block *b)
{
    for (int e = 0; e < ENGINE_BOTH; e++) {
        if (e) fputc(',', f);
        quote(f, b->engine != ENGINE_BOTH && b->engine != (enum engine)e ? b->other : b, (enum engine)e);
    }
}

/* "INSERT INTO t (a, b) VALUES ($1, $2);" is also "COPY t (a, b) FROM STDIN (FORMAT binary)"; anything else has none.
 * */
static void quote_copy(FILE *f, const struct block *b)
{
    static const char insert[] = "INSERT INTO ";
    const char *end = memchr(b->text, ')', b->len);
    char values[PARAMETERS_MOST * 6] = ") VALUES (";
    for (int n = 1; n <= b->parameters; n++)
        snprintf(values + strlen(values), sizeof values - strlen(values), n > 1 ? ", $%d" : "$%d", n);
    snprintf(values + strlen(values), sizeof values - strlen(values), ");");
    char plain[sizeof values] = "";
    for (size_t i = 0; end && end + i < b->text + b->len && i + 1 < sizeof plain; i++)
        plain[i] = end[i] == '\n' ? ' ' : end[i];
    if (strncmp(b->text, insert, strlen(insert)) != 0 || strcmp(plain, values) != 0) {
        fputs("NULL", f);
        return;
    }
    fputs("\"COPY ", f);
    for (const char *p = b->text + strlen(insert); p <= end; p++) {
        if (*p == '\n') continue;
        fputc(*p, f);
    }
    fputs(" FROM STDIN (FORMAT binary)\"", f);
}

static FILE *create(const char *path)
{
    FILE *f = fopen(path, "w");
    if (!f) stop(path, 0, "cannot write");
    fputs("/* made from sql/ by tools/sql_compile.c: change the SQL, not this file */\n", f);
    return f;
}

/* The sister has it already. */
static bool is_second(const struct block *b)
{
    return b->other && b->other < b;
}

static void write_header(const char *path, int migrations)
{
    FILE *f = create(path);
    fputs("#ifndef SQL_H\n#define SQL_H\n#include <stdbool.h>\nenum sql {\n", f);
    for (int i = 0; i < block_count; i++) {
        if (blocks[i].kind != BLOCK_NAME || is_second(&blocks[i])) continue;
        fputs("    SQL_", f);
        upper(f, blocks[i].name);
        fputs(",\n", f);
    }
    fputs("    SQL_COUNT\n};\nenum sql_engine { SQL_SQLITE, SQL_POSTGRES, SQL_ENGINES };\n"
          "struct sql_row {\n    const char *name, *text[SQL_ENGINES];\n    int parameters;\n"
          "    bool many; /* more rows than memory should hold at once */\n"
          "    const char *copy; /* PostgreSQL's COPY of the same columns; NULL: none */\n};\n"
          "extern const struct sql_row sql_rows[SQL_COUNT];\n"
          "struct sql_script {\n    const char *text[SQL_ENGINES];\n};\n",
          f);
    fprintf(
        f,
        "enum { SQL_VERSION = %d };\nextern const struct sql_script sql_migrations[SQL_VERSION]; /* [n]: from version "
        "n to n + 1 */\n",
        migrations);
    for (int i = 0; i < block_count; i++)
        if (blocks[i].kind == BLOCK_SCRIPT && !is_second(&blocks[i]))
            fprintf(f, "extern const struct sql_script sql_script_%s;\n", blocks[i].name);
    fputs("#endif\n", f);
    fclose(f);
}

static void write_source(const char *path)
{
    FILE *f = create(path);
    fputs("#include \"sql.h\"\n#include <stddef.h>\nconst struct sql_row sql_rows[SQL_COUNT] = {\n", f);
    for (int i = 0; i < block_count; i++) {
        if (blocks[i].kind != BLOCK_NAME || is_second(&blocks[i])) continue;
        fprintf(f, "    {\"%s\", {", blocks[i].name);
        quote_both(f, &blocks[i]);
        fprintf(f, "}, %d, %s, ", blocks[i].parameters, blocks[i].many ? "true" : "false");
        const struct block *p = blocks[i].engine == ENGINE_SQLITE ? blocks[i].other : &blocks[i];
        quote_copy(f, p);
        fputs("},\n", f);
    }
    fputs("};\nconst struct sql_script sql_migrations[SQL_VERSION] = {\n", f);
    for (int i = 0; i < block_count; i++) {
        if (blocks[i].kind != BLOCK_MIGRATION) continue;
        fputs("    {{", f);
        quote_both(f, &blocks[i]);
        fputs("}},\n", f);
    }
    fputs("};\n", f);
    for (int i = 0; i < block_count; i++) {
        if (blocks[i].kind != BLOCK_SCRIPT || is_second(&blocks[i])) continue;
        fprintf(f, "const struct sql_script sql_script_%s = {{", blocks[i].name);
        quote_both(f, &blocks[i]);
        fputs("}};\n", f);
    }
    fclose(f);
}

/* What one engine has and the other has not; parts that nobody names. */
static void check_sisters(void)
{
    for (const struct block *b = blocks; b < blocks + block_count; b++)
        if (b->kind == BLOCK_PART && !b->used) stop(b->path, b->line, "no statement has the part %s", b->name);
    for (const struct block *b = blocks; b < blocks + block_count; b++)
        if (b->engine != ENGINE_BOTH && !b->other)
            stop(b->path, b->line, "%s is there for %s only", b->name, engines[b->engine]);
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("usage: sql_compile OUT.h OUT.c FILE.sql...\n", stderr);
        return 2;
    }
    for (int i = 3; i < argc; i++) read_blocks(argv[i]);
    check_sisters();
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
