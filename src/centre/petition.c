/* SPDX-License-Identifier: Apache-2.0
 *
 * petition: see petition.h.
 */
#include "petition.h"

#include "buf.h"
#include "kind_read.h"
#include "project_table.h"

bool petition_kinds(struct known_kinds *out, struct db *db, struct arena *a, struct err *err)
{
    struct known_kinds all;
    *out = (struct known_kinds){0};
    if (!known_kinds(&all, db, a, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].kind.petition.has) *vec_push(a, out) = all.at[i];
    return true;
}

static struct str shown_id(struct arena *a, struct matter_id id)
{
    struct buf b = buf_make(16);
    matter_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool petition_load(struct kept_matter *out, struct matter_kind *kind, struct db *db, struct arena *a,
                   struct matter_id id, struct err *err)
{
    return matter_load(out, db, a, id, err) && kind_load(kind, db, db, a, out->kind, out->version, err) &&
           (kind->petition.has || fail(err, ERR_PETITION_KIND, shown_id(a, id), out->kind));
}

struct str petition_field(const struct petition *p, struct str field)
{
    for (size_t i = 0; field.len && i < p->matter.fields.len; i++)
        if (str_eq(p->matter.fields.at[i].name, field)) return p->matter.fields.at[i].value;
    return STR("");
}

/* --- all of them */

struct reading {
    struct db *db;
    struct arena *arena;
    const struct petition_wish *wish;
    struct petition_list *out;
    const struct matter_kind *last; /* of the row before */
    uint32_t version;
};

static bool asked(const struct petition_wish *w, struct str unit)
{
    for (size_t i = 0; i < w->unit_count; i++)
        if (str_eq(w->units[i], unit)) return true;
    return !w->by_units;
}

static struct date received(const struct petition *p)
{
    struct moment at;
    struct str value = petition_field(p, p->kind->clock.start);
    return value.len && moment_read(&at, value) ? at.day : p->matter.opened;
}

/* Rows first, and then what they mean: a statement is not asked while another one is being read. */
static bool rows_of(struct matter_list *out, struct reading *r, struct str kind, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct matter_list){0};
    if (!db_query(&rows, r->db, SQL_MATTERS_OF_KIND, DB_VALUES(db_text(kind), db_null()), err)) return false;
    while (right && db_next(&rows)) right = matter_row_read(vec_push(r->arena, out), r->arena, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(r->db), STR("matter"));
}

static bool take_kind(struct reading *r, struct str kind, struct err *err)
{
    struct matter_list list;
    if (!rows_of(&list, r, kind, err)) return false;
    r->last = NULL;
    for (size_t i = 0; i < list.len; i++) {
        const struct kept_matter *m = &list.at[i];
        if (!asked(r->wish, m->unit)) continue;
        if (!r->last || r->version != m->version) {
            struct matter_kind *k = arena_array(r->arena, struct matter_kind, 1);
            if (!kind_load(k, r->db, r->db, r->arena, kind, m->version, err)) return false;
            r->last = k;
            r->version = m->version;
        }
        struct petition *p = vec_push(r->arena, r->out);
        *p = (struct petition){.matter = *m, .kind = r->last};
        p->received = received(p);
    }
    return true;
}

bool petition_rows(struct petition_list *out, struct db *db, struct arena *a, const struct petition_wish *w,
                   struct err *err)
{
    struct known_kinds kinds;
    struct reading r = {.db = db, .arena = a, .wish = w, .out = out};
    *out = (struct petition_list){0};
    if (!petition_kinds(&kinds, db, a, err)) return false;
    for (size_t i = 0; i < kinds.len; i++) {
        struct str word = kinds.at[i].kind.word;
        if ((!w->kind.len || str_eq(w->kind, word)) && !take_kind(&r, word, err)) return false;
    }
    return true;
}

/* --- joining */

static bool joined_with(struct str *out, const struct kept_matter *m)
{
    for (size_t i = 0; i < m->fields.len; i++)
        if (str_eq(m->fields.at[i].name, STR("same_as"))) *out = m->fields.at[i].value;
    return out->len > 0;
}

/* By which law it goes: what sort of letter it is, else what its kind is. */
static struct str class_of(const struct kept_matter *m, const struct matter_kind *k)
{
    const struct kind_field *f = kind_field_find(k, STR("type"));
    const struct name_value *v = f && f->type == MATTER_FIELD_CHOICE ? name_value_find(&m->fields, f->word) : NULL;
    return v && v->value.len ? v->value : k->name;
}

/* A complaint and a feedback, a letter that complains and one that proposes: each has its own procedure and term by
 * law, so the one does not end with the other. */
static bool same_class(const struct kept_matter *m, const struct matter_kind *k, const struct kept_matter *as,
                       const struct matter_kind *as_kind, struct arena *a, struct err *err)
{
    struct str own = class_of(m, k), other = class_of(as, as_kind);
    return project_word_eq(own, other) ||
           fail(err, ERR_PETITION_CLASS, shown_id(a, m->id), own, shown_id(a, as->id), other);
}

bool petition_join(struct matter_list *out, struct db *db, struct arena *a, const struct author *author,
                   const struct petition_join *j, struct err *err)
{
    struct kept_matter same, as;
    struct matter_kind kind, other_kind;
    struct str other = STR(""), note;
    struct buf b = buf_make(SIZE_MAX);
    if (!petition_load(&same, &kind, db, a, j->same, err) || !petition_load(&as, &other_kind, db, a, j->as, err))
        return false;
    if (j->same.n == j->as.n) return fail(err, ERR_PETITION_ITSELF, shown_id(a, j->same));
    if (kind.petition.apart != other_kind.petition.apart) /* the sender of the one would tell who sends the other */
        return fail(err, ERR_PETITION_APART, shown_id(a, j->same), shown_id(a, j->as));
    if (joined_with(&other, &as)) return fail(err, ERR_PETITION_JOINED, shown_id(a, j->as), other);
    if (!same_class(&same, &kind, &as, &other_kind, a, err)) return false;
    buf_put(&b, STR("trùng: "));
    buf_put(&b, shown_id(a, j->same));
    buf_put(&b, STR(" ("));
    buf_put(&b, same.number);
    buf_put(&b, STR(")"));
    if (j->note.len) buf_put(&b, STR(": "));
    buf_put(&b, j->note);
    note = str_copy(a, buf_str(&b));
    buf_free(&b);
    struct matter_wish w = {.event = MATTER_EVENT_MOVE,
                            .ids = &j->same,
                            .id_count = 1,
                            .move = STR("join"),
                            .day = j->day,
                            .today = j->today,
                            .minute = j->minute,
                            .said = j->said,
                            .note = j->note,
                            .also = j->as,
                            .also_note = note};
    *vec_push(a, &w.typed) = (struct name_value){STR("same_as"), shown_id(a, j->as)};
    return matter_do(out, db, a, author, &w, err);
}
