/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_feed: see matter_feed.h. All matters of a kind are gone through once, each is asked of every figure of the
 * kind; what is held is one row a unit and figure, and the values of fields that count once.
 */
#include "matter_feed.h"

#include "buf.h"
#include "indicator.h"
#include "map.h"
#include "matter_then.h"
#include "record_calendar.h"
#include "said.h"

struct feeding {
    struct db *db;
    struct arena *arena;
    const struct feed_wish *wish;
    const struct known_kind *kind;
    const struct kind_figure **figures; /* of the kind, that are asked for */
    size_t figure_count;
    size_t first; /* place of the first row of the kind */
    const struct workdays *workdays;
    struct map rows;   /* unit -> place of its first row */
    struct map lies;   /* unit -> 1 when it is asked for */
    struct map values; /* "row value" of fields that count once */
    struct {
        VEC_FIELDS(int64_t);
    } later;       /* ids of those to which something happened behind the period, in their order */
    size_t behind; /* the first of them that the walk has not passed */
    struct kind_cache versions;
    struct matter_fed_list *out;
    struct err *err;
};

static bool unit_asked(bool *asked, struct feeding *f, struct str unit)
{
    const struct feed_wish *w = f->wish;
    const uint32_t *known = map_find(&f->lies, unit);
    struct looked_unit u;
    *asked = true;
    if (w->unit) *asked = str_eq(w->unit->id, unit);
    if (!w->under) return true;
    if (known) {
        *asked = *known;
        return true;
    }
    if (!unit_look_id(&u, f->db, f->arena, unit, f->err) ||
        !looked_lies_under(asked, &u, w->under, f->db, f->arena, f->err))
        return false;
    map_put(&f->lies, f->arena, str_copy(f->arena, unit), *asked);
    return true;
}

/* The rows of a unit, one a figure. */
static bool rows_of(struct matter_fed **out, struct feeding *f, struct str unit)
{
    struct looked_unit u;
    if (f->wish->as_one) unit = f->wish->under->id;
    const uint32_t *at = map_find(&f->rows, unit);
    if (at) {
        *out = &f->out->at[*at];
        return true;
    }
    if (!unit_look_id(&u, f->db, f->arena, unit, f->err)) return false;
    struct str own = str_copy(f->arena, unit);
    uint32_t place = (uint32_t)f->out->len;
    map_put(&f->rows, f->arena, own, place);
    for (size_t i = 0; i < f->figure_count; i++)
        *vec_push(f->arena, f->out) = (struct matter_fed){
            .figure = f->figures[i], .kind = &f->kind->kind, .unit = own, .unit_name = u.name};
    *out = &f->out->at[place];
    return true;
}

static struct str field_of(const struct kept_matter *m, struct str field)
{
    const struct name_value *v = name_value_find(&m->fields, field);
    return v ? v->value : STR("");
}

static bool meets(const struct kept_matter *m, const struct kind_figure *g, enum figure_stand stand)
{
    bool one = (!g->any_count && !g->any_stands) || (g->any_stands >> stand & 1);
    for (size_t i = 0; i < g->where_count; i++)
        if (!kind_condition_meets(&g->where[i], field_of(m, g->where[i].field))) return false;
    for (size_t i = 0; i < g->any_count && !one; i++)
        one = kind_condition_meets(&g->any[i], field_of(m, g->any[i].field));
    return one;
}

static bool says_any(const struct kept_matter *m, struct word_list fields)
{
    bool says = false;
    for (size_t i = 0; i < fields.len; i++) says |= field_of(m, fields.at[i]).len > 0;
    return says;
}

/* A field that is asked says nothing, and what is said beside it does not decide: it may count. */
static bool is_silent(const struct kept_matter *m, const struct kind_figure *g)
{
    bool silent = false;
    for (size_t i = 0; i < g->asks.len; i++) silent |= !field_of(m, g->asks.at[i]).len;
    for (size_t i = 0; silent && i < g->where_count; i++) {
        bool asked = word_list_has(g->asks, g->where[i].field);
        struct str value = field_of(m, g->where[i].field);
        if (!(asked && !value.len) && !kind_condition_meets(&g->where[i], value)) return false;
    }
    return silent;
}

static bool fresh_value(struct feeding *f, size_t row, struct str value)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_u64(&b, row);
    buf_char(&b, ' ');
    buf_put(&b, value);
    bool fresh = !map_find(&f->values, buf_str(&b));
    if (fresh) map_put(&f->values, f->arena, str_copy(f->arena, buf_str(&b)), 1);
    buf_free(&b);
    return fresh;
}

/* Once for each figure; gives whether a matter is to be kept for the list. */
static bool add(struct feeding *f, struct matter_fed *r, const struct kept_matter *m, const struct matter_seen *s)
{
    const struct kind_figure *g = r->figure;
    if (!matter_within(m, s, g->window, f->wish->period)) return false;
    bool ended = date_known(m->ended) && date_cmp(m->ended, f->wish->period.to) <= 0 && m->group == MATTER_DONE;
    r->ended += ended;
    r->told += ended && field_of(m, f->kind->kind.clock.recorded).len;
    if (g->stands && !(g->stands >> s->stand & 1)) return false;
    if (g->states.len && !word_list_has(g->states, m->state)) return false;
    r->within++;
    bool silent = is_silent(m, g), counts = meets(m, g, s->stand);
    struct str value = g->distinct.len ? field_of(m, g->distinct) : STR("");
    r->asked += says_any(m, g->asks);
    r->said += says_any(m, g->said);
    if (counts && g->distinct.len && !value.len) silent = true;
    if (silent || (g->distinct.len && !value.len)) {
        r->silent += silent;
        return false;
    }
    uint64_t minutes = 0;
    if (counts && g->hours && !matter_worked(&minutes, m, &f->kind->kind, f->workdays)) return false;
    r->minutes += minutes;
    if (counts && (!g->distinct.len || fresh_value(f, (size_t)(r - f->out->at), value))) r->n++;
    return counts;
}

static bool take(struct feeding *f, const struct kept_matter *m, bool *keep)
{
    struct matter_fed *rows;
    bool asked;
    if (!unit_asked(&asked, f, m->unit)) return false;
    if (!asked) return true;
    if (!rows_of(&rows, f, m->unit)) return false;
    struct date to = f->wish->period.to;
    const struct matter_kind *k = &f->kind->kind;
    struct matter_seen truth = matter_see(m, k, false, to), told = matter_see(m, k, true, to);
    for (size_t i = 0; i < f->figure_count; i++) *keep |= add(f, &rows[i], m, rows[i].figure->told ? &told : &truth);
    return true;
}

static bool find_later(struct feeding *f)
{
    struct db_rows rows;
    struct db_value kind = db_text(f->kind->kind.word), last = db_text(date_text(f->arena, f->wish->period.to));
    f->later.len = f->behind = 0;
    if (!db_query(&rows, f->db, SQL_MATTERS_CHANGED_AFTER, DB_VALUES(kind, last), f->err)) return false;
    while (db_next(&rows)) *vec_push(f->arena, &f->later) = db_column_int(&rows, 0);
    return db_end(&rows, f->err);
}

/* As it was at the end of the period; of the others that is how they are now. */
static bool bring_back(struct kept_matter *m, struct feeding *f, struct arena *own)
{
    struct kept_events events;
    const struct matter_kind *kind;
    while (f->behind < f->later.len && f->later.at[f->behind] < (int64_t)m->id.n) f->behind++;
    if (f->behind == f->later.len || f->later.at[f->behind] != (int64_t)m->id.n) return true;
    return matter_events(&events, f->db, own, m->id, f->err) &&
           kind_cached(&kind, &f->versions, f->db, f->arena, m, f->err) &&
           matter_then(m, f->db, own, &events, kind, f->wish->period.to, true, f->err);
}

static bool walk(struct feeding *f)
{
    struct db_rows rows;
    const struct feed_wish *w = f->wish;
    bool right = true, ok = true;
    struct db_value unit = w->unit ? db_text(w->unit->id) : db_null();
    struct db_value kind = db_text(f->kind->kind.word), last = db_text(date_text(f->arena, w->period.to));
    if (!db_query(&rows, f->db, SQL_MATTERS_OF_KIND_THEN, DB_VALUES(kind, unit, last), f->err)) return false;
    struct arena *own = arena_make(SIZE_MAX);
    while (ok && right && db_next(&rows)) {
        struct kept_matter m;
        bool keep = false;
        struct arena_mark mark = arena_mark(own);
        right = matter_row_read(&m, own, &rows);
        ok = right && bring_back(&m, f, own) && take(f, &m, &keep);
        if (ok && keep && w->list) right = matter_row_read(vec_push(f->arena, &f->out->matters), f->arena, &rows);
        arena_reset(own, mark);
    }
    arena_close(own);
    if (!right) return fail(f->err, ERR_RECORD_BROKEN, db_where(f->db), STR("matter"));
    struct err ended;
    if (ok && !db_end(&rows, &ended)) {
        *f->err = ended;
        return false;
    }
    return ok;
}

static void judge(struct matter_fed *r)
{
    const struct kind_figure *g = r->figure;
    if (g->told && r->ended && !r->told)
        r->lack = FEED_NOT_TOLD;
    else if (r->within && ((g->asks.len && !r->asked) || (g->said.len && !r->said)))
        r->lack = FEED_NOT_SAID;
    else if (g->hours && !r->n)
        r->lack = FEED_NOTHING;
}

struct decimal matter_fed_value(const struct matter_fed *f)
{
    struct decimal mean, hours = DECIMAL_INT((int64_t)f->minutes), parts = DECIMAL_INT((int64_t)f->n * 60);
    bool has = f->figure->hours && f->n && decimal_div(&mean, hours, parts, 1, ROUND_HALF_UP);
    return has ? mean : DECIMAL_INT((int64_t)f->n);
}

static bool feed_kind(struct feeding *f)
{
    const struct matter_kind *k = &f->kind->kind;
    f->first = f->out->len;
    f->rows = f->values = (struct map){0};
    f->figures = arena_array(f->arena, const struct kind_figure *, k->figure_count);
    f->figure_count = 0;
    for (size_t i = 0; i < k->figure_count; i++) {
        const struct indicator *known = indicator_typed(k->figures[i].indicator);
        bool asked = !f->wish->indicator.len || str_eq(f->wish->indicator, k->figures[i].indicator);
        if (!known) return fail(f->err, ERR_INDICATOR_UNKNOWN, k->figures[i].indicator);
        if (asked) f->figures[f->figure_count++] = &k->figures[i];
    }
    if (!f->figure_count) return true;
    if (!find_later(f) || !walk(f)) return false;
    for (size_t i = f->first; i < f->out->len; i++) judge(&f->out->at[i]);
    return true;
}

bool matter_feed_count(struct matter_fed_list *out, struct db *db, struct arena *a, const struct feed_wish *w,
                       struct err *err)
{
    struct known_kinds kinds = {0};
    size_t feeding = 0, asked = 0;
    *out = (struct matter_fed_list){0};
    if (date_cmp(w->period.to, w->today) > 0)
        return fail(err, ERR_MATTER_FUTURE, date_text(a, w->period.to), date_text(a, w->today));
    if (w->kind.len ? !known_kind(vec_push(a, &kinds), db, a, w->kind, err) : !known_kinds(&kinds, db, a, err))
        return false;
    struct feeding f = {.db = db, .arena = a, .wish = w, .out = out, .err = err};
    if (!record_workdays(&f.workdays, db, a, err)) return false;
    if (!db_begin(db, DB_TRANSACTION_READ, err)) return false;
    bool ok = true;
    for (size_t i = 0; ok && i < kinds.len; i++) {
        f.kind = &kinds.at[i];
        if (!f.kind->kind.figure_count) continue;
        feeding++;
        ok = feed_kind(&f);
        asked += f.figure_count;
    }
    db_rollback(db);
    if (!ok) return false;
    if (!feeding) return fail(err, ERR_MATTER_FEED_NONE, w->kind);
    return asked || fail(err, ERR_MATTER_FEED_FIGURE, w->indicator);
}
