/* SPDX-License-Identifier: Apache-2.0
 *
 * map_compile: data/map/arcs.tsv and areas.tsv -> the tables of output/boundary.c.
 *
 *     map_compile out.c arcs.tsv areas.tsv
 *
 * Lines become bytes: each number as a varint, least seven bits first, signed numbers folded (0, -1, 1, -2, ...). A
 * line that an area names must be there; areas stand by kind and code; else it stops with the row.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LINES_MOST = 40000, ROW = 200000, POINTS_MOST = 512 /* as in output/boundary.c */ };

static const char *const KINDS[] = {"commune", "district", "old_province", "province"};
enum { KIND_COUNT = sizeof KINDS / sizeof *KINDS };

static char row[ROW];
static uint32_t bytes;

_Noreturn static void stop(const char *file, int line, const char *what)
{
    fprintf(stderr, "%s:%d: %s\n", file, line, what);
    exit(1);
}

static FILE *open_file(const char *path, const char *mode)
{
    FILE *f = fopen(path, mode);
    if (!f) {
        perror(path);
        exit(1);
    }
    return f;
}

static void put_number(FILE *out, long n)
{
    uint64_t folded = n < 0 ? 2 * (uint64_t)(-n) - 1 : 2 * (uint64_t)n;
    do {
        unsigned byte = folded & 127;
        folded >>= 7;
        fprintf(out, "%u,", folded ? byte | 128 : byte);
        if (++bytes % 40 == 0) fputc('\n', out);
    } while (folded);
}

static bool next_number(long *out, char **at)
{
    char *end;
    *out = strtol(*at, &end, 10);
    if (end == *at) return false;
    *at = end;
    return true;
}

/* One row that is no comment, without its line end; false: there are no more. */
static bool next_row(FILE *in, const char *path, int *line)
{
    while (fgets(row, sizeof row, in)) {
        ++*line;
        size_t len = strlen(row);
        if (!len || row[len - 1] != '\n') stop(path, *line, "too long, or no line end");
        row[len - 1] = 0;
        if (*row != '#') return true;
    }
    return false;
}

static uint32_t put_lines(FILE *out, const char *path)
{
    static uint32_t at[LINES_MOST + 1];
    uint32_t count = 0;
    int line = 0;
    FILE *in = open_file(path, "r");
    fputs("const uint8_t boundary_lines[] = {\n", out);
    while (next_row(in, path, &line)) {
        char *p = row;
        long n, numbers = 0;
        if (count == LINES_MOST) stop(path, line, "too many lines");
        at[count++] = bytes;
        for (; next_number(&n, &p); numbers++) put_number(out, n);
        if (*p || numbers < 4 || numbers % 2 || numbers > 2 * POINTS_MOST) stop(path, line, "not a list of points");
    }
    fclose(in);
    at[count] = bytes;
    fputs("};\nconst uint32_t boundary_line_at[] = {\n", out);
    for (uint32_t i = 0; i <= count; i++) fprintf(out, "%u,%s", at[i], i % 12 == 11 ? "\n" : "");
    fputs("};\n", out);
    return count;
}

static int kind_of(const char *word)
{
    for (int i = 0; i < KIND_COUNT; i++)
        if (!strcmp(word, KINDS[i])) return i;
    return -1;
}

struct area {
    int kind;
    char code[8];
    uint32_t at;
};
static struct area areas[10000];

static bool stands_behind(const struct area *a, const struct area *b)
{
    return a->kind > b->kind || (a->kind == b->kind && strcmp(a->code, b->code) > 0);
}

/* Each ring: how many lines, then they. */
static void put_rings(FILE *out, const char *path, int line, char *text, uint32_t lines)
{
    for (char *ring = text, *p = text; *ring; ring = p) {
        long n, count = 0;
        while (next_number(&n, &p)) {
            if (!n || labs(n) > (long)lines) stop(path, line, "no such line");
            count++;
        }
        if ((*p && *p != ';') || !count) stop(path, line, "not a ring");
        put_number(out, count);
        for (p = ring; next_number(&n, &p);) put_number(out, n);
        p += *p == ';';
    }
    put_number(out, 0);
}

static void put_areas(FILE *out, const char *path, uint32_t lines)
{
    uint32_t count = 0;
    int line = 0;
    FILE *in = open_file(path, "r");
    bytes = 0;
    fputs("const uint8_t boundary_rings[] = {\n", out);
    while (next_row(in, path, &line)) {
        char *kind = row, *code = strchr(row, '\t'), *rings = code ? strchr(code + 1, '\t') : NULL;
        if (!rings) stop(path, line, "three columns are wanted");
        *code++ = 0;
        *rings++ = 0;
        struct area *a = &areas[count];
        a->kind = kind_of(kind);
        a->at = bytes;
        if (a->kind < 0 || strlen(code) >= sizeof a->code) stop(path, line, "no such kind, or a code that is too long");
        memcpy(a->code, code, strlen(code) + 1);
        if (count && !stands_behind(a, a - 1)) stop(path, line, "not in order of kind and code");
        put_rings(out, path, line, rings, lines);
        if (++count == sizeof areas / sizeof *areas) stop(path, line, "too many areas");
    }
    fclose(in);
    fputs("};\nconst struct boundary_row boundary_rows[] = {\n", out);
    for (uint32_t i = 0; i < count; i++) fprintf(out, "{%d, \"%s\", %u},\n", areas[i].kind, areas[i].code, areas[i].at);
    fprintf(out, "};\nconst uint32_t boundary_row_count = %u;\n", count);
}

int main(int argc, char **argv)
{
    if (argc != 4) {
        fprintf(stderr, "usage: map_compile out.c arcs.tsv areas.tsv\n");
        return 2;
    }
    FILE *out = open_file(argv[1], "w");
    fputs("/* Made by map_compile. */\n#include \"boundary_table.h\"\n", out);
    put_areas(out, argv[3], put_lines(out, argv[2]));
    return fclose(out) ? 1 : 0;
}
