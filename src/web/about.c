/* SPDX-License-Identifier: Apache-2.0
 *
 * about: what a request is about, and whether its visitor may (page.h): the columns `right` and `about` of the table
 * of pages, and the same questions for rows of lists. A unit lies in those above it, as they were on its last day.
 */
#include "document_rows.h"
#include "figure_rows.h"
#include "kind_cache.h"
#include "page.h"
#include "people.h"
#include "tr.h"
#include "unit_look.h"

enum { LEVELS_MOST = 8 };

/* A unit with those that it lies in, each looked up once a request. */
struct seen_unit {
    struct str code, chain[LEVELS_MOST];
    size_t len;
};
struct seen_units {
    VEC_FIELDS(struct seen_unit);
    struct kind_cache kinds;
};

static struct seen_units *seen_of(struct visit *v)
{
    if (!v->seen) v->seen = arena_new(v->arena, struct seen_units);
    return v->seen;
}

static bool chain_of(const struct seen_unit **out, struct visit *v, struct str code, struct err *err)
{
    struct seen_units *seen = seen_of(v);
    struct seen_unit u = {.code = code};
    for (size_t i = 0; i < seen->len; i++) {
        *out = &seen->at[i];
        if (str_eq(seen->at[i].code, code)) return true;
    }
    while (code.len && u.len < LEVELS_MOST) {
        struct looked_unit looked;
        u.chain[u.len++] = code;
        if (!unit_look_id(&looked, v->db, v->arena, code, err)) return false;
        code = looked.parent;
    }
    *vec_push(v->arena, seen) = u;
    *out = &seen->at[seen->len - 1];
    return true;
}

static bool ask(const struct visit *v, struct right_question *q)
{
    q->on = v->today;
    return v->signed_in && (v->scope & q->right) && rights_allow(&v->grants, v->person.login, q);
}

bool visit_may_all(const struct visit *v, enum right right)
{
    return ask(v, &(struct right_question){.right = right, .whole = true});
}

bool visit_may_somewhere(const struct visit *v, enum right right)
{
    return ask(v, &(struct right_question){.right = right, .any = true});
}

bool visit_may(bool *out, struct visit *v, enum right right, struct str unit, struct str indicator, struct str kind,
               struct err *err)
{
    const struct seen_unit *chain;
    struct right_question q = {.right = right, .any = !unit.len, .indicator = indicator, .kind = kind};
    if (!unit.len) {
        *out = ask(v, &q);
        return true;
    }
    if (!chain_of(&chain, v, unit, err)) return false;
    q.units = chain->chain;
    q.unit_count = chain->len;
    *out = ask(v, &q);
    return true;
}

/* What has no unit is for who may everywhere. */
static bool may_with(bool *out, struct visit *v, enum right right, struct str unit, struct str kind, struct err *err)
{
    if (unit.len) return visit_may(out, v, right, unit, STR(""), kind, err);
    *out = ask(v, &(struct right_question){.right = right, .whole = true, .kind = kind});
    return true;
}

bool visit_may_matter(bool *out, struct visit *v, const struct kept_matter *m, struct err *err)
{
    const struct matter_kind *kind;
    struct str who = v->person.login;
    if (!kind_cached(&kind, &seen_of(v)->kinds, v->db, v->arena, m, err)) return false;
    enum right right = kind->petition.apart ? MAY_SENSITIVE : MAY_WORK;
    if (!may_with(out, v, right, m->unit, m->kind, err)) return false;
    bool his = str_eq(m->person, who) || str_eq(m->giver, who) || str_eq(m->follower, who);
    *out |= his && visit_may_somewhere(v, MAY_WORK);
    return true;
}

/* A document is of the unit that its heading names; where that is none, of everything. */
bool visit_may_document(bool *out, struct visit *v, const struct listed_document *d, struct err *err)
{
    struct kept_unit unit = {.code = STR("")};
    struct err none = {0};
    if (visit_may_all(v, MAY_DOCUMENTS)) {
        *out = true;
        return true;
    }
    if (d->reading.place.len && !unit_typed(&unit, v->db, v->arena, d->reading.place, d->reading.date, &none))
        unit.code = STR("");
    return may_with(out, v, MAY_DOCUMENTS, unit.code, STR(""), err);
}

/* --- the columns */

static enum right right_of(const struct page *p)
{
    return p->right ? (enum right)p->right : MAY_READ;
}

static bool about_unit(bool *out, struct visit *v, struct str typed, struct str period, struct str indicator,
                       struct err *err)
{
    struct kept_unit unit;
    struct period when = {0};
    if (period.len && !period_read(&when, period)) return fail(err, ERR_PERIOD_UNKNOWN, period);
    struct looked_unit place;
    struct looked_units several;
    if (unit_typed(&unit, v->db, v->arena, typed, when.to, err)) {
        place.id = unit.code;
    } else {
        /* A place that the record has nothing of can still be one in which others lie. */
        if (err->code != ERR_UNIT_SILENT) return false;
        *err = (struct err){0};
        if (!unit_look_one(&place, &several, v->db, v->arena, typed, when.to, v->today, err)) return false;
    }
    return visit_may(out, v, right_of(v->page), place.id, indicator, STR(""), err);
}

static bool about_field(bool *out, struct visit *v, struct err *err)
{
    struct str typed = visit_field(v, "don-vi");
    *out = visit_may_somewhere(v, right_of(v->page));
    return !*out || !typed.len || about_unit(out, v, typed, visit_field(v, "ky"), STR(""), err);
}

static bool about_figure(bool *out, struct visit *v, struct err *err)
{
    struct figure_id id;
    struct kept_figure f;
    if (!figure_id_read(&id, v->parts[0])) return fail(err, ERR_PAGE_MISSING, v->request->path);
    return figure_load(&f, v->db, v->arena, id, err) &&
           visit_may(out, v, right_of(v->page), f.figure.key.unit, f.figure.key.indicator, STR(""), err);
}

static bool about_matter(bool *out, struct visit *v, struct err *err)
{
    struct matter_id id;
    struct kept_matter m;
    if (!matter_id_read(&id, v->parts[0])) return fail(err, ERR_PAGE_MISSING, v->request->path);
    return matter_load(&m, v->db, v->arena, id, err) && visit_may_matter(out, v, &m, err);
}

static bool about_document(bool *out, struct visit *v, struct err *err)
{
    struct listed_document d;
    uint64_t id = 0;
    if (!str_starts(v->parts[0], STR("D")) || !str_to_u64(&id, str_from(v->parts[0], 1), UINT32_MAX))
        return fail(err, ERR_PAGE_MISSING, v->request->path);
    return document_load(&d, v->db, v->arena, (struct document_id){(uint32_t)id}, err) &&
           visit_may_document(out, v, &d, err);
}

static bool about(bool *out, struct visit *v, struct err *err)
{
    switch (v->page->about) {
    case ABOUT_FIELD: return about_field(out, v, err);
    case ABOUT_WHOLE: *out = visit_may_all(v, right_of(v->page)); return true;
    case ABOUT_ANSWER: return about_unit(out, v, v->parts[1], v->parts[2], v->parts[0], err);
    case ABOUT_FIGURE: return about_figure(out, v, err);
    case ABOUT_MATTER: return about_matter(out, v, err);
    case ABOUT_DOCUMENT: return about_document(out, v, err);
    }
    *out = false;
    return true;
}

/* Who can help: those who look after people. */
static struct str who_helps(struct visit *v)
{
    struct persons all;
    struct grants grants;
    struct err none = {0};
    struct right_question q = {.right = MAY_PEOPLE, .whole = true, .on = v->today};
    struct buf b = buf_make(1000);
    buf_put(&b, tr_text(v->lang, tr("người quản trị")));
    if (person_rows(&all, v->db, v->arena, STR(""), &none) && person_grants(&grants, v->db, v->arena, STR(""), &none))
        for (size_t i = 0; i < all.len; i++) {
            if (!all.at[i].active || !rights_allow(&grants, all.at[i].login, &q)) continue;
            buf_char(&b, ' ');
            buf_put(&b, all.at[i].name);
            if (!all.at[i].contact.len) continue;
            buf_put(&b, STR(", "));
            buf_put(&b, all.at[i].contact);
            break;
        }
    struct str s = str_copy(v->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

bool page_forbidden(struct visit *v, enum right right, struct err *err)
{
    int i = 0;
    while (i < RIGHTS - 1 && !(right & 1u << i)) i++;
    *err = (struct err){0};
    return fail(err, ERR_PAGE_FORBIDDEN, tr_text(v->lang, right_name(i)), who_helps(v));
}

/* Who has the right nowhere does not learn either whether there is such a unit or matter. */
bool page_allows(struct visit *v, struct err *err)
{
    bool may = false;
    if (v->page->needs != NEEDS_SIGNED_IN) return true;
    if (!visit_may_somewhere(v, right_of(v->page))) return page_forbidden(v, right_of(v->page), err);
    if (!about(&may, v, err)) return false;
    return may || page_forbidden(v, right_of(v->page), err);
}
