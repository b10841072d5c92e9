/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_chain: see matter_chain.h. Documents and parts are walked with a list of what is still to come, never by a
 * call within a call. Each node knows the one above it, and as that stands in front of it, the sums are made from the
 * end.
 */
#include "matter_chain.h"

#include "buf.h"
#include "map.h"
#include "matter_chase.h"
#include "origin_document.h"

#include <stdlib.h>

struct named_text {
    struct str key, text; /* by which matters name the document */
};

struct chain_todo {
    struct str key;       /* of a document, or */
    struct kept_matter m; /* a matter */
    unsigned depth;
    size_t up; /* 1 + place of the node above; 0: none */
};
struct chain_todos {
    VEC_FIELDS(struct chain_todo); /* the last one comes next */
};

struct chaining {
    struct db *db;
    struct arena *arena;
    const struct chain_wish *wish;
    struct kept_origin_documents documents;
    struct {
        VEC_FIELDS(struct named_text);
    } texts;
    struct {
        VEC_FIELDS(struct str);
    } keys;                 /* of all documents, each once */
    struct map known, seen; /* keys; ids of matters */
    struct {
        VEC_FIELDS(size_t);
    } up; /* of each node */
    struct chain *out;
    struct err *err;
};

static struct str key_made(struct arena *a, struct str text)
{
    struct buf b = buf_make(SIZE_MAX);
    struct str key = origin_document_key(&b, text) ? str_copy(a, buf_str(&b)) : STR("");
    buf_free(&b);
    return key;
}

static void know(struct chaining *c, struct str key)
{
    if (!key.len || map_find(&c->known, key)) return;
    map_put(&c->known, c->arena, key, (uint32_t)c->keys.len);
    *vec_push(c->arena, &c->keys) = key;
}

static bool load_documents(struct chaining *c)
{
    struct db_rows rows;
    if (!origin_document_rows(&c->documents, c->db, c->arena, c->err) ||
        !db_query(&rows, c->db, SQL_MATTER_DOCUMENTS, DB_NO_VALUES, c->err))
        return false;
    while (db_next(&rows)) {
        struct str text = str_copy(c->arena, db_column_text(&rows, 0));
        struct named_text t = {key_made(c->arena, text), text};
        if (t.key.len) *vec_push(c->arena, &c->texts) = t;
        know(c, t.key);
    }
    for (size_t i = 0; i < c->documents.len; i++) {
        const struct kept_origin_document *d = &c->documents.at[i];
        if (!d->used) continue;
        know(c, d->key);
        know(c, d->basis);
    }
    return db_end(&rows, c->err);
}

static const struct kept_origin_document *document_of(const struct chaining *c, struct str key)
{
    const struct kept_origin_document *d = origin_document_find(&c->documents, key);
    return d && d->used ? d : NULL;
}

/* --- matters of a document */

static struct str field_of(const struct kept_matter *m)
{
    const struct name_value *v = name_value_find(&m->fields, STR("area"));
    return v ? v->value : STR("");
}

static int by_field(const void *x, const void *y)
{
    const struct kept_matter *a = x, *b = y;
    struct str fa = field_of(a), fb = field_of(b);
    if (!fa.len != !fb.len) return fa.len ? -1 : 1;
    int order = str_cmp(fa, fb);
    return order ? order : a->id.n < b->id.n ? -1 : a->id.n > b->id.n;
}

static struct str id_key(struct arena *a, uint32_t n)
{
    struct buf b = buf_make(16);
    buf_u64(&b, n);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool matters_of(struct matter_list *out, struct chaining *c, struct str key)
{
    *out = (struct matter_list){0};
    for (size_t i = 0; i < c->texts.len; i++) {
        struct db_rows rows;
        bool right = true;
        if (!str_eq(c->texts.at[i].key, key)) continue;
        if (!db_query(&rows, c->db, SQL_MATTERS_OF_DOCUMENT, DB_VALUES(db_text(c->texts.at[i].text)), c->err))
            return false;
        while (right && db_next(&rows)) right = matter_row_read(vec_push(c->arena, out), c->arena, &rows);
        if (!db_end(&rows, c->err)) return false;
        if (!right) return fail(c->err, ERR_RECORD_BROKEN, db_where(c->db), STR("matter"));
    }
    if (out->len) qsort(out->at, out->len, sizeof *out->at, by_field);
    return true;
}

/* --- nodes */

static size_t put_node(struct chaining *c, const struct chain_node *n, size_t up)
{
    *vec_push(c->arena, c->out) = *n;
    *vec_push(c->arena, &c->up) = up;
    return c->out->len;
}

/* A matter and its parts, as they stand below each other. */
static bool put_matter(struct chaining *c, const struct kept_matter *m, struct str key, unsigned depth, size_t up)
{
    enum { PARTS_MOST = 10000 };
    struct chain_todos todo = {0};
    *vec_push(c->arena, &todo) = (struct chain_todo){.m = *m, .depth = depth, .up = up};
    while (todo.len) {
        struct chain_todo now = todo.at[--todo.len];
        struct chain_node node = {.sort = CHAIN_MATTER, .depth = now.depth};
        struct matter_list parts;
        struct str id = id_key(c->arena, now.m.id.n);
        if (map_find(&c->seen, id)) continue;
        map_put(&c->seen, c->arena, id, 1);
        node.row.matter = now.m;
        if (!matter_children(&parts, c->db, c->arena, now.m.id, PARTS_MOST, c->err)) return false;
        size_t place = put_node(c, &node, now.up);
        for (size_t i = parts.len; i-- > 0;) {
            struct str of = key_made(c->arena, parts.at[i].document);
            if (of.len && !str_eq(of, key)) continue; /* it stands below its own document */
            *vec_push(c->arena, &todo) = (struct chain_todo){.m = parts.at[i], .depth = now.depth + 1, .up = place};
        }
    }
    return true;
}

static bool put_matters(struct chaining *c, struct str key, unsigned depth, size_t up)
{
    struct matter_list list;
    struct map ids = {0};
    size_t field = 0;
    struct str last = STR("");
    if (!matters_of(&list, c, key)) return false;
    for (size_t i = 0; i < list.len; i++) map_put(&ids, c->arena, id_key(c->arena, list.at[i].id.n), 1);
    for (size_t i = 0; i < list.len; i++) {
        const struct kept_matter *m = &list.at[i];
        struct matter_id whole;
        if (c->wish->kind.len && !str_eq(m->kind, c->wish->kind)) continue;
        if (matter_id_read(&whole, m->parent) && map_find(&ids, id_key(c->arena, whole.n))) continue;
        struct str of = field_of(m);
        if (!field || !str_eq(of, last))
            field = put_node(c, &(struct chain_node){.sort = CHAIN_FIELD, .depth = depth, .field = of}, up);
        last = of;
        if (!put_matter(c, m, key, depth + 1, field)) return false;
    }
    return true;
}

static int by_day(const void *x, const void *y)
{
    const struct kept_origin_document *const *a = x, *const *b = y;
    int days = date_cmp((*a)->day, (*b)->day);
    return days ? days : str_cmp((*a)->key, (*b)->key);
}

/* Documents that carry one out, the last in front, for they are taken from the end. */
static void push_below(struct chaining *c, struct chain_todos *todo, const struct chain_todo *now, size_t place)
{
    const struct kept_origin_document **below = arena_array(c->arena, const struct kept_origin_document *,
                                                            c->documents.len);
    size_t count = 0;
    for (size_t i = 0; i < c->documents.len; i++)
        if (c->documents.at[i].used && str_eq(c->documents.at[i].basis, now->key)) below[count++] = &c->documents.at[i];
    if (count) qsort(below, count, sizeof *below, by_day);
    for (size_t i = count; i-- > 0;)
        *vec_push(c->arena, todo) = (struct chain_todo){.key = below[i]->key, .depth = now->depth + 1, .up = place};
}

static bool walk(struct chaining *c, struct str root)
{
    struct chain_todos todo = {0};
    *vec_push(c->arena, &todo) = (struct chain_todo){.key = root};
    while (todo.len) {
        struct chain_todo now = todo.at[--todo.len];
        struct chain_node node = {
            .sort = CHAIN_DOCUMENT, .depth = now.depth, .key = now.key, .document = document_of(c, now.key)};
        size_t place = put_node(c, &node, now.up);
        if (!put_matters(c, now.key, now.depth + 1, place)) return false;
        push_below(c, &todo, &now, place);
    }
    return true;
}

static void add_sum(struct matter_sum *to, const struct matter_sum *s)
{
    to->all += s->all;
    for (size_t i = 0; i < MATTER_VERDICTS; i++) to->of[i] += s->of[i];
    for (size_t i = 0; i < MATTER_GROUPS; i++) to->groups[i] += s->groups[i];
}

static int by_key(const void *x, const void *y)
{
    return str_cmp(*(const struct str *)x, *(const struct str *)y);
}

/* Documents that carry out none; those that people entered in front of those that only matters name. */
static bool walk_roots(struct chaining *c)
{
    if (c->keys.len) qsort(c->keys.at, c->keys.len, sizeof *c->keys.at, by_key);
    for (int entered = 1; entered >= 0; entered--) {
        for (size_t i = 0; i < c->keys.len; i++) {
            const struct kept_origin_document *d = document_of(c, c->keys.at[i]);
            bool is_basis = false;
            for (size_t k = 0; k < c->documents.len; k++)
                is_basis |= c->documents.at[k].used && str_eq(c->documents.at[k].basis, c->keys.at[i]);
            if ((d || is_basis) != entered || (d && d->basis.len)) continue;
            if (!walk(c, c->keys.at[i])) return false;
        }
    }
    return true;
}

static bool fill_rows(struct chaining *c)
{
    struct board_matter **rows = arena_array(c->arena, struct board_matter *, c->out->len);
    size_t count = 0;
    for (size_t i = 0; i < c->out->len; i++)
        if (c->out->at[i].sort == CHAIN_MATTER) rows[count++] = &c->out->at[i].row;
    return board_fill(rows, count, c->db, c->arena, c->wish->on, c->err) &&
           board_counts(rows, count, c->db, c->arena, c->err);
}

/* From the end: what is below a node stands behind it. */
static void make_sums(struct chaining *c)
{
    for (size_t i = c->out->len; i-- > 0;) {
        struct chain_node *n = &c->out->at[i];
        if (n->sort == CHAIN_MATTER) {
            n->sum.all++;
            n->sum.of[n->row.verdict]++;
            n->sum.groups[n->row.matter.group]++;
        }
        if (c->up.at[i]) add_sum(&c->out->at[c->up.at[i] - 1].sum, &n->sum);
    }
}

bool matter_chain(struct chain *out, struct db *db, struct arena *a, const struct chain_wish *w, struct err *err)
{
    struct chaining c = {.db = db, .arena = a, .wish = w, .out = out, .err = err};
    struct str root = w->document.len ? key_made(a, w->document) : STR("");
    *out = (struct chain){0};
    if (w->document.len && !root.len) return fail(err, ERR_CHAIN_SYMBOL, w->document);
    if (!load_documents(&c)) return false;
    if (root.len && !map_find(&c.known, root)) return fail(err, ERR_CHAIN_MISSING, w->document);
    if (!(root.len ? walk(&c, root) : walk_roots(&c)) || !fill_rows(&c)) return false;
    make_sums(&c);
    return true;
}
