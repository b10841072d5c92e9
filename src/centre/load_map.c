/* SPDX-License-Identifier: Apache-2.0
 *
 * load_map: see load_map.h. Every line is checked, since somebody may have changed it by hand; the message names it.
 */
#include "load_map.h"

enum { FIELDS = 4, MAP_VERSION = 1 };

static const struct str NAMES[LOAD_COLUMNS] = {
    [LOAD_INDICATOR] = STR_INIT("indicator"), [LOAD_UNIT] = STR_INIT("unit"),     [LOAD_PERIOD] = STR_INIT("period"),
    [LOAD_VALUE] = STR_INIT("value"),         [LOAD_ASPECT] = STR_INIT("aspect"), [LOAD_LAYER] = STR_INIT("layer"),
};

struct str load_column_name(enum load_column c)
{
    return NAMES[c];
}

static enum load_column column_of(struct str name)
{
    int c = 0;
    while (c < LOAD_COLUMNS && !str_eq(NAMES[c], name)) c++;
    return (enum load_column)c;
}

const struct load_code *load_map_find(const struct load_map *m, enum load_column of, struct str word)
{
    const uint32_t *at = map_find(&m->place_of[of], word);
    return at ? &m->codes.at[*at] : NULL;
}

/* Fields of a line without its remark; how many. */
static size_t split(struct str *out, struct str line)
{
    size_t n = 0;
    ptrdiff_t remark = str_find_char(line, '#');
    if (remark >= 0) line = str_part(line, 0, (size_t)remark);
    while (n < FIELDS) {
        struct str_cut cut = str_cut(line, STR("\t"));
        struct str field = str_trim(cut.head);
        if (field.len) out[n++] = field;
        if (!cut.found) break;
        line = cut.tail;
    }
    return n;
}

static bool put_code(struct load_map *m, struct arena *a, enum load_column of, struct str word, struct str meant)
{
    if (of > LOAD_UNIT || load_map_find(m, of, word)) return false;
    map_put(&m->place_of[of], a, word, (uint32_t)m->codes.len);
    *vec_push(a, &m->codes) = (struct load_code){of, word, meant};
    return true;
}

/* False: the line makes no sense. */
static bool take(struct load_map *m, struct arena *a, const struct str *f, size_t n)
{
    if (n == 2 && str_eq(f[0], STR("round")) && str_eq(f[1], STR("18"))) return m->round = true;
    if (n != 3) return false;
    if (str_eq(f[0], STR("column"))) {
        enum load_column c = column_of(f[1]);
        if (c == LOAD_COLUMNS || m->head[c].len) return false;
        m->head[c] = f[2];
        return true;
    }
    bool skip = str_eq(f[0], STR("skip"));
    enum load_column of = column_of(skip ? f[1] : f[0]);
    return of <= LOAD_UNIT && put_code(m, a, of, skip ? f[2] : f[1], skip ? STR("") : f[2]);
}

static bool fail_at(enum err_code code, struct str name, size_t line, struct str what, struct err *err)
{
    struct buf b = buf_make(32);
    buf_u64(&b, line);
    fail(err, code, name, buf_str(&b), what);
    buf_free(&b);
    return false;
}

bool load_map_read(struct load_map *out, struct arena *a, struct str text, struct str name, struct err *err)
{
    bool begun = false;
    *out = (struct load_map){0};
    if (str_starts(text, STR("\xEF\xBB\xBF"))) text = str_from(text, 3);
    for (size_t line = 1; text.len; line++) {
        struct str f[FIELDS];
        struct str_cut cut = str_cut(text, STR("\n"));
        size_t n = split(f, cut.head);
        text = cut.tail;
        if (!n) continue;
        bool right = begun ? take(out, a, f, n) : n == 2 && str_eq(f[0], STR("load-map")) && str_eq(f[1], STR("1"));
        if (!right) return fail_at(ERR_LOAD_MAP, name, line, str_trim(cut.head), err);
        if (begun && n == 3 && str_eq(f[2], STR("?")) && !str_eq(f[0], STR("skip")))
            return fail_at(ERR_LOAD_MAP_OPEN, name, line, f[1], err);
        begun = true;
    }
    return begun || fail_at(ERR_LOAD_MAP, name, 1, STR(""), err);
}

static const struct str COLUMNS_SHOWN = STR_INIT("indicator, unit, period, value, aspect, layer");

bool load_map_columns(struct load_map *m, struct str told, struct err *err)
{
    while (told.len) {
        struct str_cut pair = str_cut(told, STR(",")), cut = str_cut(pair.head, STR("="));
        enum load_column c = column_of(str_trim(cut.head));
        struct str name = str_trim(cut.head);
        if (c == LOAD_COLUMNS) return fail(err, ERR_LIST_FIELD, name, COLUMNS_SHOWN, STR("unit=country,period=year"));
        if (!cut.found || !str_trim(cut.tail).len)
            return fail(err, ERR_LIST_PAIR, str_trim(pair.head), name, STR("country"), COLUMNS_SHOWN);
        m->head[c] = str_trim(cut.tail);
        told = pair.tail;
    }
    return true;
}

static void put_line(struct buf *b, struct str x, struct str y, struct str z)
{
    buf_put(b, x);
    buf_char(b, '\t');
    buf_put(b, y);
    buf_char(b, '\t');
    buf_put(b, z);
    buf_char(b, '\n');
}

void load_map_write(struct buf *b, const struct load_map *m)
{
    bool any = m->codes.len > 0 || m->round;
    for (int c = 0; c < LOAD_COLUMNS; c++) any |= m->head[c].len > 0;
    if (!any) return;
    buf_format(b, "load-map\t%d\n", (int)MAP_VERSION);
    for (int c = 0; c < LOAD_COLUMNS; c++)
        if (m->head[c].len) put_line(b, STR("column"), NAMES[c], m->head[c]);
    if (m->round) buf_put(b, STR("round\t18\n"));
    for (size_t i = 0; i < m->codes.len; i++) {
        const struct load_code *k = &m->codes.at[i];
        if (k->meant.len)
            put_line(b, NAMES[k->of], k->word, k->meant);
        else
            put_line(b, STR("skip"), NAMES[k->of], k->word);
    }
}
