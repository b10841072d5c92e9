/* SPDX-License-Identifier: Apache-2.0
 *
 * load_head: the first line of a file of figures: which column holds what (load.h), by the usual heads or by those that
 * a map names.
 */
#include "buf.h"
#include "load_private.h"

/* The usual heads, '|' between them. */
static const struct {
    struct str heads;
    bool needed;
} HEADS[LOAD_COLUMNS] = {
    [LOAD_INDICATOR] = {STR_INIT("indicator|chỉ tiêu"), true},
    [LOAD_UNIT] = {STR_INIT("unit|đơn vị"), true},
    [LOAD_PERIOD] = {STR_INIT("period|kỳ"), true},
    [LOAD_VALUE] = {STR_INIT("value|giá trị"), true},
    [LOAD_ASPECT] = {STR_INIT("aspect|loại số"), false},
    [LOAD_LAYER] = {STR_INIT("layer|cấp giao"), false},
};

static bool is_head(const struct load_map *map, int column, struct str head)
{
    if (map && map->head[column].len) return str_eq(map->head[column], head);
    for (struct str rest = HEADS[column].heads; rest.len;) {
        struct str_cut cut = str_cut(rest, STR("|"));
        if (str_eq(cut.head, head)) return true;
        rest = cut.tail;
    }
    return false;
}

static bool find_column(struct load_heads *out, int column, const struct str *fields, struct str file,
                        const struct load_map *map, struct err *err)
{
    struct str name = load_column_name((enum load_column)column);
    out->at[column] = -1;
    for (size_t i = 0; i < out->fields; i++) {
        if (!is_head(map, column, str_trim(fields[i]))) continue;
        if (out->at[column] >= 0) return fail(err, ERR_LOAD_HEAD_TWICE, file, name);
        out->at[column] = (int)i;
    }
    if (out->at[column] >= 0) return true;
    if (map && map->head[column].len) return fail(err, ERR_LOAD_HEAD_TOLD, file, map->head[column], name);
    if (HEADS[column].needed) out->missing |= 1u << column;
    return true;
}

/* Heads that hold nothing of ours, for a note. */
static struct str passed_over(const struct load_heads *h, struct arena *a, const struct str *fields)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < h->fields; i++) {
        bool ours = !str_trim(fields[i]).len;
        for (int c = 0; c < LOAD_COLUMNS; c++) ours |= h->at[c] == (int)i;
        if (ours) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, str_trim(fields[i]));
    }
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

bool load_heads_read(struct load_heads *out, struct arena *a, struct str bytes, struct str name,
                     const struct load_map *map, struct err *err)
{
    static const char MARKS[] = {'\t', ';', ','};
    struct str fields[LOAD_FIELDS_MOST], rest = load_after_mark(bytes), line = load_take_line(&rest);
    *out = (struct load_heads){.mark = ',', .passed = STR("")};
    for (size_t i = 0; i < sizeof MARKS; i++)
        if (str_find_char(line, MARKS[i]) >= 0) {
            out->mark = MARKS[i];
            break;
        }
    out->fields = load_split(fields, a, line, out->mark);
    if (out->fields > LOAD_FIELDS_MOST) return fail(err, ERR_LOAD_FIELDS, STR("1"), line);
    for (int c = 0; c < LOAD_COLUMNS; c++)
        if (!find_column(out, c, fields, name, map, err)) return false;
    out->passed = passed_over(out, a, fields);
    return true;
}
