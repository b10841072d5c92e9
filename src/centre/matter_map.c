/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_map: see matter_map.h. Every line is checked, since a person has written it; the message names it.
 */
#include "matter_map.h"

#include "buf.h"
#include "matter_heads.h"
#include "nearest.h"

enum { FIELDS = 6 };

static struct str key_of(struct buf *b, struct str x, struct str y, struct str z)
{
    buf_clear(b);
    buf_put(b, x);
    buf_char(b, '\t');
    buf_put(b, y);
    buf_char(b, '\t');
    buf_put(b, z);
    return buf_str(b);
}

const struct str *matter_map_value(const struct matter_map *m, struct str name, struct str tidy)
{
    struct buf b = buf_make(SIZE_MAX);
    const uint32_t *at = m ? map_find(&m->value_at, key_of(&b, name, tidy, STR(""))) : NULL;
    buf_free(&b);
    return at ? &m->values.at[*at].meant : NULL;
}

const struct str *matter_map_by(const struct matter_map *m, struct str name, struct str word, struct str of)
{
    struct buf b = buf_make(SIZE_MAX);
    const uint32_t *at = m ? map_find(&m->by_at, key_of(&b, name, word, of)) : NULL;
    buf_free(&b);
    return at ? &m->by.at[*at].meant : NULL;
}

/* Fields of a line without its remark; how many. */
static size_t split(struct str *out, struct str line)
{
    size_t n = 0;
    ptrdiff_t remark = str_find_char(line, '#');
    if (remark >= 0) line = str_part(line, 0, (size_t)remark);
    for (bool more = true; more && n < FIELDS;) {
        struct str_cut cut = str_cut(line, STR("\t"));
        struct str field = str_trim(cut.head);
        if (field.len) out[n++] = field;
        line = cut.tail;
        more = cut.found;
    }
    return n;
}

static bool put_key(struct map *at, struct arena *a, struct str x, struct str y, struct str z, size_t place)
{
    struct buf b = buf_make(SIZE_MAX);
    struct str key = str_copy(a, key_of(&b, x, y, z));
    bool fresh = !map_find(at, key);
    buf_free(&b);
    if (fresh) map_put(at, a, key, (uint32_t)place);
    return fresh;
}

void matter_map_set(struct matter_map *m, struct arena *a, struct str name, struct str value)
{
    struct name_value *v = name_value_find(&m->set, name);
    if (v)
        v->value = value;
    else
        *vec_push(a, &m->set) = (struct name_value){name, value};
}

static void put_column(struct matter_map *m, struct arena *a, struct str name, struct str head)
{
    struct name_value *v = name_value_find(&m->columns, name);
    if (v)
        v->value = matter_head_tidy(a, head);
    else
        *vec_push(a, &m->columns) = (struct name_value){name, matter_head_tidy(a, head)};
}

/* False: the line makes no sense. */
static bool take(struct matter_map *m, struct arena *a, const struct str *f, size_t n)
{
    if (n == 3 && str_eq(f[0], STR("column"))) {
        bool fresh = !name_value_find(&m->columns, f[1]);
        put_column(m, a, f[1], f[2]);
        return fresh;
    }
    if (n == 2 && str_eq(f[0], STR("skip"))) {
        *vec_push(a, &m->skip) = matter_head_tidy(a, f[1]);
        return true;
    }
    if (n == 3 && str_eq(f[0], STR("set"))) {
        bool fresh = !name_value_find(&m->set, f[1]);
        matter_map_set(m, a, f[1], f[2]);
        return fresh;
    }
    if (n == 4 && str_eq(f[0], STR("value"))) {
        struct str word = matter_head_tidy(a, f[2]);
        if (!put_key(&m->value_at, a, f[1], word, STR(""), m->values.len)) return false;
        *vec_push(a, &m->values) = (struct matter_map_by){f[1], word, STR(""), f[3]};
        return true;
    }
    if (n != 5 || !str_eq(f[0], STR("by")) || !put_key(&m->by_at, a, f[1], f[2], f[3], m->by.len)) return false;
    *vec_push(a, &m->by) = (struct matter_map_by){f[1], f[2], f[3], f[4]};
    return true;
}

static bool fail_at(enum err_code code, struct str name, size_t line, struct str what, struct err *err)
{
    struct buf b = buf_make(32);
    buf_u64(&b, line);
    fail(err, code, name, buf_str(&b), what);
    buf_free(&b);
    return false;
}

bool matter_map_read(struct matter_map *out, struct arena *a, struct str text, struct str name, struct err *err)
{
    bool begun = false;
    *out = (struct matter_map){0};
    for (size_t line = 1; text.len; line++) {
        struct str f[FIELDS];
        struct str_cut cut = str_cut(text, STR("\n"));
        size_t n = split(f, cut.head);
        text = cut.tail;
        if (!n) continue;
        for (size_t i = 1; i < n; i++)
            if (str_eq(f[i], STR("?"))) return fail_at(ERR_MATTER_MAP_OPEN, name, line, f[i > 1 ? i - 1 : 0], err);
        bool right = begun ? take(out, a, f, n) : n == 2 && str_eq(f[0], STR("matter-map")) && str_eq(f[1], STR("1"));
        if (!right) return fail_at(ERR_MATTER_MAP, name, line, str_trim(cut.head), err);
        begun = true;
    }
    return begun || fail_at(ERR_MATTER_MAP, name, 1, STR(""), err);
}

bool matter_map_columns(struct matter_map *m, struct arena *a, struct str told, struct err *err)
{
    while (told.len) {
        struct str_cut pair = str_cut(told, STR(",")), cut = str_cut(pair.head, STR("="));
        if (!cut.found || !kind_word_fits(str_trim(cut.head)) || !str_trim(cut.tail).len)
            return fail(err, ERR_LIST_PAIR, str_trim(pair.head), STR("number"), STR("Mã hồ sơ"),
                        STR("number, title, unit, state, opened, ended, due, ..."));
        put_column(m, a, str_trim(cut.head), cut.tail);
        told = pair.tail;
    }
    return true;
}

static struct str names_of(struct arena *a, const struct matter_kind *k)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, STR("number, title, unit, state, opened, ended, handed, since, due, appointment, person, giver, "
                    "document, note"));
    for (size_t i = 0; i < k->field_count; i++) {
        buf_put(&b, STR(", "));
        buf_put(&b, k->fields[i].word);
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool name_fits(struct arena *a, const struct matter_kind *k, struct str name, struct err *err)
{
    return matter_list_name(name) || kind_field_find(k, name) ||
           fail(err, ERR_MATTER_LIST_NAME, k->word, name, nearest_joined(a, name, names_of(a, k), STR(", ")));
}

bool matter_map_fits(const struct matter_map *m, struct arena *a, const struct matter_kind *k, struct err *err)
{
    for (size_t i = 0; i < m->columns.len; i++)
        if (!name_fits(a, k, m->columns.at[i].name, err)) return false;
    for (size_t i = 0; i < m->set.len; i++)
        if (!name_fits(a, k, m->set.at[i].name, err)) return false;
    for (size_t i = 0; i < m->values.len; i++)
        if (!name_fits(a, k, m->values.at[i].name, err)) return false;
    for (size_t i = 0; i < m->by.len; i++)
        if (!name_fits(a, k, m->by.at[i].name, err) || !name_fits(a, k, m->by.at[i].of, err)) return false;
    return true;
}

static void put_line(struct buf *b, const struct str *f, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (i) buf_char(b, '\t');
        buf_put(b, f[i]);
    }
    buf_char(b, '\n');
}

#define PUT_LINE(b, ...)                                                                                               \
    put_line((b), (const struct str[]){__VA_ARGS__}, sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str))

void matter_map_write(struct buf *b, const struct matter_map *m)
{
    if (!m->columns.len && !m->skip.len && !m->set.len && !m->values.len && !m->by.len) return;
    PUT_LINE(b, STR("matter-map"), STR("1"));
    for (size_t i = 0; i < m->columns.len; i++)
        PUT_LINE(b, STR("column"), m->columns.at[i].name, m->columns.at[i].value);
    for (size_t i = 0; i < m->skip.len; i++) PUT_LINE(b, STR("skip"), m->skip.at[i]);
    for (size_t i = 0; i < m->values.len; i++)
        PUT_LINE(b, STR("value"), m->values.at[i].name, m->values.at[i].word, m->values.at[i].meant);
    for (size_t i = 0; i < m->set.len; i++) PUT_LINE(b, STR("set"), m->set.at[i].name, m->set.at[i].value);
    for (size_t i = 0; i < m->by.len; i++)
        PUT_LINE(b, STR("by"), m->by.at[i].name, m->by.at[i].word, m->by.at[i].of, m->by.at[i].meant);
}
