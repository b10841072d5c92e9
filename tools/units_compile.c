/* SPDX-License-Identifier: Apache-2.0
 *
 * units_compile: the tables of data/units/ -> the flat arrays of src/domain/unit_table.h.
 *
 *     units_compile out.c provinces.tsv districts.tsv communes.tsv aliases.tsv lineage.tsv lineage_hand.tsv
 *
 * The columns stand at the top of each table. Stops the build with file and line on: a wrong number of cells, an id
 * that stands twice, a day that is none, a name without a kind, a parent of no unit, a lineage of no unit, a share
 * over 1, shares of one unit that do not add up to 1 although all are there, a lineage in a circle of days.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

enum { UNITS_MOST = 65000, EDGES_MOST = 65000, ALIASES_MOST = 1000, SOURCES_MOST = 1000, DAYS_MOST = 250 };
enum { CELLS_MOST = 8, LINE_MOST = 2000, POOL_SLOTS = 1 << 17, POOL_MOST = 1 << 22, WHOLE = 10000 };

static struct unit_in {
    uint32_t id, name, parent, key, area, population;
    uint8_t kind, from, to;
} units[UNITS_MOST];
static struct edge_in {
    uint32_t old, new, area, population, source;
    uint8_t part, day;
} edges[EDGES_MOST];
static struct alias_in {
    uint32_t said, meant;
} aliases[ALIASES_MOST];
static struct date days[DAYS_MOST];
static uint32_t sources[SOURCES_MOST];
static uint32_t by_key[UNITS_MOST], by_new[EDGES_MOST];
static uint32_t unit_total, edge_total, alias_total, day_total = 1, source_total = 1;
static char pool[POOL_MOST];
static uint32_t pool_used = 1, pool_slots[POOL_SLOTS];
static const char *file;
static int line;

_Noreturn static void stop(const char *what, const char *which)
{
    fprintf(stderr, "%s:%d: %s: %s\n", file, line, what, which);
    exit(1);
}

/* The place of a text in the pool; the same text has one place. */
static uint32_t pooled(const char *s)
{
    size_t len = strlen(s), slot = str_hash((struct str){s, len}) & (POOL_SLOTS - 1);
    if (!len) return 0;
    for (; pool_slots[slot]; slot = (slot + 1) & (POOL_SLOTS - 1))
        if (strcmp(pool + pool_slots[slot], s) == 0) return pool_slots[slot];
    if (pool_used + len + 1 > POOL_MOST) stop("the pool is full", s);
    pool_slots[slot] = pool_used;
    memcpy(pool + pool_used, s, len + 1);
    pool_used += (uint32_t)len + 1;
    return pool_slots[slot];
}

static uint8_t day_of(const char *s)
{
    struct date d;
    if (!*s) return 0;
    if (!date_read(&d, str_of(s))) stop("not a day", s);
    for (uint32_t i = 1; i < day_total; i++)
        if (date_cmp(days[i], d) == 0) return (uint8_t)i;
    if (day_total == DAYS_MOST) stop("too many days", s);
    days[day_total] = d;
    return (uint8_t)day_total++;
}

/* A number with up to `digits` behind its point, times 10^digits. */
static uint32_t number_of(const char *s, int digits)
{
    uint64_t n = 0;
    int behind = -1;
    for (const char *p = s; *p; p++) {
        if (*p == '.' && behind < 0 && p[1]) {
            behind = 0;
            continue;
        }
        if (*p < '0' || *p > '9') stop("not a number", s);
        if (behind >= 0 && behind++ >= digits) continue;
        n = n * 10 + (uint64_t)(*p - '0');
        if (n > UINT32_MAX) stop("too big", s);
    }
    for (int i = behind < 0 ? 0 : behind < digits ? behind : digits; i < digits; i++) n *= 10;
    if (n > UINT32_MAX) stop("too big", s);
    return (uint32_t)n;
}

static int split(char **cell, char *text)
{
    int n = 0;
    text[strcspn(text, "\r\n")] = 0;
    while (text && n < CELLS_MOST) {
        cell[n++] = text;
        text = strchr(text, '\t');
        if (text) *text++ = 0;
    }
    return text ? CELLS_MOST + 1 : n;
}

static void read_table(const char *path, int cells, void (*take)(char **cell))
{
    static char text[LINE_MOST];
    char *cell[CELLS_MOST] = {0};
    FILE *f = fopen(path, "r");
    file = path;
    line = 0;
    if (!f) stop("cannot open", path);
    while (fgets(text, sizeof text, f)) {
        line++;
        if (!strchr(text, '\n')) stop("the line is too long or has no end", text);
        if (text[0] == '#' || text[0] == '\n') continue;
        if (split(cell, text) != cells) stop("wrong number of cells", text);
        take(cell);
    }
    fclose(f);
}

static enum unit_kind kind_of(const char *id)
{
    size_t digits = strspn(id, "0123456789");
    if (digits == 2) return UNIT_PROVINCE;
    if (digits == 3) return UNIT_DISTRICT;
    if (digits != 5) stop("a code has 2, 3 or 5 digits", id);
    return UNIT_COMMUNE;
}

static void take_unit(char **cell)
{
    char key[UNIT_KEY_SIZE + 1];
    if (unit_total == UNITS_MOST) stop("too many units", cell[0]);
    struct str kind = unit_name_kind(str_of(cell[1]));
    if (!kind.len) stop("a name begins with its kind in small letters", cell[1]);
    struct str proper = unit_key_proper(unit_key_write(key, str_of(cell[1])));
    char text[UNIT_KEY_SIZE + 1];
    snprintf(text, sizeof text, "%.*s", STR_ARG(proper));
    units[unit_total++] = (struct unit_in){
        .id = pooled(cell[0]),
        .name = pooled(cell[1]),
        .parent = pooled(cell[2]),
        .key = pooled(text),
        .area = number_of(cell[5], 2),
        .population = number_of(cell[6], 0),
        .kind = (uint8_t)kind_of(cell[0]),
        .from = day_of(cell[3]),
        .to = day_of(cell[4]),
    };
}

static int by_id(const void *a, const void *b)
{
    const struct unit_in *x = a, *y = b;
    return strcmp(pool + x->id, pool + y->id);
}

static uint32_t unit_place(const char *id)
{
    uint32_t low = 0, high = unit_total;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (strcmp(pool + units[mid].id, id) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    if (low == unit_total || strcmp(pool + units[low].id, id) != 0) stop("there is no unit", id);
    return low;
}

static void check_units(void)
{
    qsort(units, unit_total, sizeof *units, by_id);
    for (uint32_t i = 0; i < unit_total; i++) {
        const struct unit_in *u = &units[i];
        const char *id = pool + u->id;
        if (i && u->id == units[i - 1].id) stop("an id stands twice", id);
        if (u->from && u->to && date_cmp(days[u->from], days[u->to]) > 0) stop("ends before it begins", id);
        if (u->kind != UNIT_PROVINCE && !*(pool + u->parent)) stop("no parent", id);
        if (*(pool + u->parent)) unit_place(pool + u->parent);
    }
}

static void take_edge(char **cell)
{
    static const char *const PARTS[] = {"unknown", "whole", "part"};
    uint8_t part = 0;
    uint32_t source = 0;
    if (edge_total == EDGES_MOST) stop("too many", cell[0]);
    while (part < 3 && strcmp(PARTS[part], cell[2]) != 0) part++;
    if (part == 3) stop("not a part", cell[2]);
    uint32_t text = pooled(cell[6]);
    while (source < source_total && sources[source] != text) source++;
    if (source == SOURCES_MOST) stop("too many sources", cell[6]);
    if (source == source_total) sources[source_total++] = text;
    struct edge_in e = {
        unit_place(cell[0]), unit_place(cell[1]), number_of(cell[4], 4), number_of(cell[5], 4), source, part,
        day_of(cell[3])};
    if (e.area > WHOLE || e.population > WHOLE) stop("a share is over 1", cell[0]);
    if (!e.day || e.old == e.new) stop("no day, or no other unit", cell[0]);
    const struct unit_in *o = &units[e.old], *n = &units[e.new];
    if (!o->to || date_cmp(days[o->to], days[e.day]) >= 0) stop("the old unit does not end before", cell[0]);
    if (n->to && date_cmp(days[n->to], days[e.day]) < 0) stop("the new unit ends before", cell[0]);
    if (n->from && date_cmp(days[n->from], days[e.day]) > 0) stop("the new unit begins after", cell[0]);
    edges[edge_total++] = e;
}

static void take_alias(char **cell)
{
    if (alias_total == ALIASES_MOST) stop("too many", cell[0]);
    aliases[alias_total++] = (struct alias_in){pooled(cell[0]), pooled(cell[1])};
}

static int by_said(const void *a, const void *b)
{
    const struct alias_in *x = a, *y = b;
    return strcmp(pool + x->said, pool + y->said);
}

static int by_old(const void *a, const void *b)
{
    const struct edge_in *x = a, *y = b;
    if (x->old != y->old) return x->old < y->old ? -1 : 1;
    return (x->new > y->new) - (x->new < y->new);
}

static int new_order(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    if (edges[x].new != edges[y].new) return edges[x].new < edges[y].new ? -1 : 1;
    return (x > y) - (x < y);
}

static int key_order(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    int c = strcmp(pool + units[x].key, pool + units[y].key);
    return c ? c : (x > y) - (x < y);
}

/* Shares of one old unit add up to 1 where every edge of it has one. */
static void check_shares(void)
{
    for (uint32_t i = 0, end; i < edge_total; i = end) {
        uint32_t area = 0, population = 0, areas = 0, populations = 0;
        for (end = i; end < edge_total && edges[end].old == edges[i].old; end++) {
            area += edges[end].area;
            population += edges[end].population;
            areas += edges[end].area != 0;
            populations += edges[end].population != 0;
            if (end > i && edges[end].new == edges[end - 1].new)
                stop("a lineage stands twice", pool + units[edges[i].old].id);
        }
        if ((areas == end - i && area != WHOLE) || area > WHOLE || (populations == end - i && population != WHOLE) ||
            population > WHOLE)
            stop("shares do not add up to 1", pool + units[edges[i].old].id);
    }
}

static void put_pool(FILE *f)
{
    fputs("const char unit_pool[] =\n    \"\\0\"", f);
    for (uint32_t i = 1, n = 0; i < pool_used; i += (uint32_t)strlen(pool + i) + 1, n++) {
        fputs(n % 8 ? " \"" : "\n    \"", f);
        for (const char *p = pool + i; *p; p++) {
            if (*p == '"' || *p == '\\') fputc('\\', f);
            fputc(*p, f);
        }
        fputs("\\0\"", f);
    }
    fputs(";\n", f);
}

static void put_numbers(FILE *f, const char *type, const char *name, const uint32_t *at, uint32_t count)
{
    fprintf(f, "const %s %s[] = {", type, name);
    for (uint32_t i = 0; i < count; i++) fprintf(f, "%s%u,", i % 20 ? "" : "\n    ", at[i]);
    fputs("\n};\n", f);
}

static void put_tables(FILE *f)
{
    fputs("const struct date unit_days[] = {\n", f);
    for (uint32_t i = 0; i < day_total; i++)
        fprintf(f, "    {%d, %d, %d},\n", days[i].year, days[i].month, days[i].day);
    fputs("};\nconst struct unit_row unit_rows[] = {\n", f);
    for (uint32_t i = 0; i < unit_total; i++) {
        const struct unit_in *u = &units[i];
        fprintf(f, "    {%u, %u, %u, %u, %u, %u, %d, %d, %d},\n", u->id, u->name, u->parent, u->key, u->area,
                u->population, u->kind, u->from, u->to);
    }
    fputs("};\nconst struct unit_edge_row unit_edges[] = {\n", f);
    for (uint32_t i = 0; i < edge_total; i++) {
        const struct edge_in *e = &edges[i];
        fprintf(f, "    {%u, %u, %u, %u, %u, %d, %d},\n", e->old, e->new, e->area, e->population, e->source, e->part,
                e->day);
    }
    fputs("};\nconst struct unit_alias_row unit_aliases[] = {\n", f);
    for (uint32_t i = 0; i < alias_total; i++) fprintf(f, "    {%u, %u},\n", aliases[i].said, aliases[i].meant);
    fprintf(f, "};\nconst uint32_t unit_rows_count = %u, unit_edges_count = %u, unit_aliases_count = %u;\n", unit_total,
            edge_total, alias_total);
}

int main(int argc, char **argv)
{
    if (argc != 8) {
        fputs("usage: units_compile OUT.c provinces districts communes aliases lineage lineage_hand\n", stderr);
        return 2;
    }
    for (int i = 2; i < 5; i++) read_table(argv[i], 7, take_unit);
    check_units();
    read_table(argv[5], 2, take_alias);
    qsort(aliases, alias_total, sizeof *aliases, by_said);
    for (int i = 6; i < 8; i++) read_table(argv[i], 7, take_edge);
    qsort(edges, edge_total, sizeof *edges, by_old);
    check_shares();
    for (uint32_t i = 0; i < unit_total; i++) by_key[i] = i;
    for (uint32_t i = 0; i < edge_total; i++) by_new[i] = i;
    qsort(by_key, unit_total, sizeof *by_key, key_order);
    qsort(by_new, edge_total, sizeof *by_new, new_order);
    FILE *f = fopen(argv[1], "w");
    if (!f) stop("cannot write", argv[1]);
    fputs("/* made from data/units/ by tools/units_compile.c: change the tables, not this file */\n"
          "#include \"unit_table.h\"\n",
          f);
    put_pool(f);
    put_tables(f);
    put_numbers(f, "uint16_t", "unit_by_key", by_key, unit_total);
    put_numbers(f, "uint16_t", "unit_edges_by_new", by_new, edge_total);
    put_numbers(f, "uint32_t", "unit_sources", sources, source_total);
    return fclose(f) ? 1 : 0;
}
