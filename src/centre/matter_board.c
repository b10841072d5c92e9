/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_board: see matter_board.h. What is asked by how a matter stands against its clock becomes a range of due days
 * on groups, which is what the indexes answer.
 */
#include "board_private.h"

#include "matter_chase.h"
#include "value_list.h"

enum { SOON_MOST = 3650 };

/* --- which units */

/* Units that answer for a matter and lie under one, itself included. */
static bool units_under(struct matter_filter *f, struct db *db, struct arena *a, const struct looked_unit *upper,
                        struct err *err)
{
    struct str_list codes;
    size_t count = 0;
    if (!matter_unit_codes(&codes, db, a, err)) return false;
    struct str *at = arena_array(a, struct str, codes.len);
    for (size_t i = 0; i < codes.len; i++) {
        struct looked_unit u;
        bool under;
        if (!unit_look_id(&u, db, a, codes.at[i], err) || !looked_lies_under(&under, &u, upper, db, a, err))
            return false;
        if (under) at[count++] = codes.at[i];
    }
    f->units = at;
    f->unit_count = count;
    f->by_units = true;
    return true;
}

bool board_units(struct matter_filter *f, struct db *db, struct arena *a, const struct board_wish *w, struct err *err)
{
    if (w->under) return units_under(f, db, a, w->under, err);
    if (!w->unit) return true;
    struct str *at = arena_array(a, struct str, 1);
    *at = w->unit->id;
    f->units = at;
    f->unit_count = 1;
    f->by_units = true;
    return true;
}

bool board_filter(struct matter_filter *out, struct db *db, struct arena *a, const struct board_wish *w,
                  struct err *err)
{
    *out = w->filter;
    return board_units(out, db, a, w, err);
}

/* --- names */

static bool kind_of(const struct matter_kind **out, struct naming *n, const struct kept_matter *m, struct err *err)
{
    char room[64];
    int len = snprintf(room, sizeof room, "%.*s %u", STR_ARG(m->kind), m->version);
    struct str key = {room, (size_t)len};
    const uint32_t *place = map_find(&n->kinds, key);
    if (!place) {
        map_put(&n->kinds, n->arena, str_copy(n->arena, key), (uint32_t)n->list.len);
        struct known_kind *k = vec_push(n->arena, &n->list);
        if (!kind_load(&k->kind, n->db, n->db, n->arena, m->kind, m->version, err)) return false;
        *out = &k->kind;
        return true;
    }
    *out = &n->list.at[*place].kind;
    return true;
}

bool board_unit_name(struct str *out, struct naming *n, struct str id, struct err *err)
{
    struct looked_unit u;
    const uint32_t *place = map_find(&n->units, id);
    if (place) {
        *out = n->names.at[*place];
        return true;
    }
    if (!unit_look_id(&u, n->db, n->arena, id, err)) return false;
    map_put(&n->units, n->arena, id, (uint32_t)n->names.len);
    *vec_push(n->arena, &n->names) = *out = u.name;
    return true;
}

bool board_row(struct board_matter *out, struct naming *n, const struct kept_matter *m, struct date on,
               const struct board_wish *w, struct err *err)
{
    const struct matter_kind *k;
    *out = (struct board_matter){.matter = *m};
    if (!kind_of(&k, n, m, err) || !board_unit_name(&out->unit_name, n, m->unit, err)) return false;
    const struct kind_state *s = kind_state_find(k, m->state);
    out->state_name = s ? s->name : m->state;
    out->kind_name = k->name;
    out->verdict = matter_judge(m->group, m->due_day, m->ended, on, w && w->own_soon ? w->soon : k->soon);
    out->late = matter_days_late(m->due_day, m->ended, on);
    return true;
}

bool board_matter(struct board_matter *out, struct db *db, struct arena *a, const struct kept_matter *m, struct date on,
                  struct err *err)
{
    struct naming n = {.db = db, .arena = a};
    return board_row(out, &n, m, on, NULL, err);
}

/* --- who helps */

static bool put_helper(struct naming *n, struct board_matter *row, struct str unit, struct err *err)
{
    struct str name;
    struct buf b = buf_make(SIZE_MAX);
    if (!board_unit_name(&name, n, str_copy(n->arena, unit), err)) return false;
    const struct str parts[][2] = {{row->with, unit}, {row->with_names, name}};
    struct str *outs[] = {&row->with, &row->with_names};
    for (size_t i = 0; i < 2; i++) {
        buf_clear(&b);
        buf_put(&b, parts[i][0]);
        if (b.len) buf_put(&b, STR("; "));
        buf_put(&b, parts[i][1]);
        *outs[i] = str_copy(n->arena, buf_str(&b));
    }
    buf_free(&b);
    return true;
}

/* Units that help with the matters of rows, in one question. A row stands at base + i * step. */
bool board_helpers(struct naming *n, struct board_matter *base, size_t step, size_t count, struct err *err)
{
    struct value_list list = {0};
    struct db_rows rows;
    struct map places = {0};
    char room[16];
    bool ok = true;
    if (!count) return true;
    for (size_t i = 0; i < count; i++) {
        struct board_matter *row = (struct board_matter *)((char *)base + i * step);
        int len = snprintf(room, sizeof room, "%u", row->matter.id.n);
        map_put(&places, n->arena, str_copy(n->arena, (struct str){room, (size_t)len}), (uint32_t)i);
        value_list_row(&list);
        value_list_int(&list, row->matter.id.n);
    }
    if (!db_query(&rows, n->db, SQL_MATTER_UNITS_OF, DB_VALUES(value_list_end(&list)), err)) {
        value_list_free(&list);
        return false;
    }
    struct str_list units = {0};
    struct {
        VEC_FIELDS(uint32_t);
    } at = {0};
    while (db_next(&rows)) {
        int len = snprintf(room, sizeof room, "%lld", (long long)db_column_int(&rows, 0));
        const uint32_t *place = map_find(&places, (struct str){room, (size_t)len});
        if (!place) continue;
        *vec_push(n->arena, &at) = *place;
        *vec_push(n->arena, &units) = str_copy(n->arena, db_column_text(&rows, 1));
    }
    ok = db_end(&rows, err);
    value_list_free(&list);
    for (size_t i = 0; ok && i < units.len; i++)
        ok = put_helper(n, (struct board_matter *)((char *)base + at.at[i] * step), units.at[i], err);
    return ok;
}

bool board_fill(struct board_matter *const *rows, size_t count, struct db *db, struct arena *a, struct date on,
                struct err *err)
{
    struct naming n = {.db = db, .arena = a};
    for (size_t i = 0; i < count; i++) {
        struct kept_matter m = rows[i]->matter;
        if (!board_row(rows[i], &n, &m, on, NULL, err)) return false;
    }
    return true;
}

/* --- lists */

static struct date later(struct date a, struct date b)
{
    return date_cmp(a, b) < 0 ? b : a;
}

static struct date earlier(struct date a, struct date b)
{
    return date_known(a) && date_cmp(a, b) < 0 ? a : b;
}

/* A verdict as groups and due days. */
static void by_verdict(struct matter_filter *f, const struct board_wish *w, uint32_t soon)
{
    struct date tomorrow = date_add_days(w->on, 1), near = date_add_days(w->on, (int32_t)soon);
    f->groups = BOARD_LIVING;
    switch (w->verdict) {
    case MATTER_LATE: f->due_to = earlier(f->due_to, date_add_days(w->on, -1)); return;
    case MATTER_SOON:
        f->due_from = later(f->due_from, w->on);
        f->due_to = earlier(f->due_to, near);
        return;
    case MATTER_IN_TIME:
        f->due_from = later(f->due_from, soon ? date_add_days(near, 1) : tomorrow);
        f->has_due = true;
        return;
    case MATTER_NO_CLOCK: f->no_due = true; return;
    case MATTER_STANDS: f->groups = 1u << MATTER_PAUSED; return;
    case MATTER_NOT_COUNTED: f->groups = 1u << MATTER_DROPPED; return;
    case MATTER_ENDED: f->no_due = true; break;
    case MATTER_ENDED_IN_TIME:
    case MATTER_ENDED_LATE:
        f->by_ended = f->has_due = true;
        f->ended_late = w->verdict == MATTER_ENDED_LATE;
        break;
    case MATTER_VERDICTS: break;
    }
    f->groups = 1u << MATTER_DONE;
}

/* State and verdict are two axes: a group that was asked for too is kept. What cannot be both is asked of no unit. */
static void by_both(struct matter_filter *f, const struct board_wish *w, uint32_t soon)
{
    unsigned asked = f->groups;
    by_verdict(f, w, soon);
    if (!asked) return;
    f->groups &= asked;
    if (f->groups) return;
    f->groups = asked;
    f->by_units = true;
    f->unit_count = 0;
}

/* From how many days before its due day on anything at all can be near. */
static bool widest_soon(uint32_t *out, struct db *db, struct arena *a, const struct board_wish *w, struct err *err)
{
    struct known_kinds kinds;
    *out = w->soon;
    if (w->own_soon) return true;
    *out = 0;
    if (!known_kinds(&kinds, db, a, err)) return false;
    for (size_t i = 0; i < kinds.len; i++) {
        bool asked = !w->filter.kind.len || str_eq(w->filter.kind, kinds.at[i].kind.word);
        if (asked && kinds.at[i].kind.soon > *out) *out = kinds.at[i].kind.soon;
    }
    return true;
}

bool board_asked(struct matter_filter *f, struct db *db, struct arena *a, const struct board_wish *w, struct err *err)
{
    uint32_t soon;
    *f = w->filter;
    if (!board_units(f, db, a, w, err) || !widest_soon(&soon, db, a, w, err)) return false;
    if (soon > SOON_MOST) soon = SOON_MOST;
    if (w->by_verdict)
        by_both(f, w, soon);
    else if (!f->groups && !w->every)
        f->groups = BOARD_LIVING | 1u << MATTER_PAUSED;
    return true;
}

/* --- citizens' voice: several kinds */

/* Every state that a kind has or had. */
static bool states_of(struct str_list *out, struct db *db, struct arena *a, const struct known_kind *k, struct err *err)
{
    *out = (struct str_list){0};
    for (uint32_t v = 1; v <= k->version; v++) {
        struct matter_kind kind;
        if (!kind_load(&kind, db, db, a, k->kind.word, v, err)) return false;
        for (size_t i = 0; i < kind.state_count; i++)
            if (!word_list_has((struct word_list){out->at, out->len}, kind.states[i].word))
                *vec_push(a, out) = kind.states[i].word;
    }
    return true;
}

/* A page of each state of each kind, along the index of states, so that it costs the same beside a million dossiers; of
 * all of them the first rows. */
static bool voice_page(struct matter_list *out, bool *more, struct db *db, struct arena *a,
                       const struct matter_filter *f, struct err *err)
{
    struct known_kinds kinds;
    struct str_list states;
    struct matter_filter one = *f;
    *out = (struct matter_list){0};
    *more = false;
    if (!known_kinds(&kinds, db, a, err)) return false;
    for (size_t i = 0; i < kinds.len; i++) {
        if (!kinds.at[i].kind.petition.has) continue;
        if (!states_of(&states, db, a, &kinds.at[i], err)) return false;
        one.kind = kinds.at[i].kind.word;
        for (size_t s = 0; s < states.len; s++) {
            struct matter_list part;
            bool part_more;
            if (f->state.len && !str_eq(f->state, states.at[s])) continue;
            one.state = states.at[s];
            if (!matter_page(&part, &part_more, db, a, &one, err)) return false;
            *more |= part_more;
            for (size_t n = 0; n < part.len; n++) *vec_push(a, out) = part.at[n];
        }
    }
    matter_page_sort(out);
    *more |= out->len > f->most;
    if (out->len > f->most) out->len = f->most;
    return true;
}

/* --- tasks under programmes and targets */

/* Of one code: what the index of words finds by it, and the field then says. Page after page, until there are
 * enough. */
static bool aim_page(struct matter_list *out, bool *more, struct db *db, struct arena *a, const struct matter_filter *f,
                     struct str code, struct err *err)
{
    struct matter_filter one = *f;
    struct buf words = buf_make(SIZE_MAX);
    size_t kept = 0;
    bool rest = true, ok = true;
    buf_put(&words, f->words);
    buf_char(&words, ' ');
    buf_put(&words, code);
    one.words = str_copy(a, buf_str(&words));
    buf_free(&words);
    while (ok && rest && kept <= f->most) {
        struct matter_list part;
        ok = matter_page(&part, &rest, db, a, &one, err);
        for (size_t i = 0; ok && i < part.len; i++) {
            const struct name_value *v = name_value_find(&part.at[i].fields, STR("aim"));
            if (!v || !str_eq(v->value, code)) continue;
            *vec_push(a, out) = part.at[i];
            kept++;
        }
        if (ok && part.len) one.after = part.at[part.len - 1].id;
    }
    *more |= rest;
    return ok;
}

static bool aims_page(struct matter_list *out, bool *more, struct db *db, struct arena *a,
                      const struct matter_filter *f, const struct board_wish *w, struct err *err)
{
    *out = (struct matter_list){0};
    *more = false;
    for (size_t i = 0; i < w->aim_count; i++)
        if (!aim_page(out, more, db, a, f, w->aims[i], err)) return false;
    matter_page_sort(out);
    *more |= out->len > f->most;
    if (out->len > f->most) out->len = f->most;
    return true;
}

bool board_page(struct matter_list *out, bool *more, struct db *db, struct arena *a, const struct matter_filter *f,
                const struct board_wish *w, struct err *err)
{
    if (w->aim_count) return aims_page(out, more, db, a, f, w, err);
    if (w->voice && !f->kind.len) return voice_page(out, more, db, a, f, err);
    return matter_page(out, more, db, a, f, err);
}

bool matter_board(struct matter_board *out, struct db *db, struct arena *a, const struct board_wish *w, struct err *err)
{
    struct matter_filter f;
    struct matter_list list;
    struct naming n = {.db = db, .arena = a};
    *out = (struct matter_board){0};
    if (!board_asked(&f, db, a, w, err)) return false;
    if (!board_page(&list, &out->more, db, a, &f, w, err)) return false;
    for (size_t i = 0; i < list.len; i++)
        if (!board_row(vec_push(a, out), &n, &list.at[i], w->on, w, err)) return false;
    if (out->len && !board_helpers(&n, out->at, sizeof *out->at, out->len, err)) return false;
    struct board_matter **rows = arena_array(a, struct board_matter *, out->len);
    for (size_t i = 0; i < out->len; i++) rows[i] = &out->at[i];
    return board_counts(rows, out->len, db, a, err);
}

/* --- counts */

static void add_count(struct matter_sum *s, const struct matter_count *c)
{
    s->all += c->count;
    s->of[c->verdict] += c->count;
    s->groups[c->group] += c->count;
}

bool matter_sums(struct matter_sums *out, struct db *db, struct arena *a, const struct board_wish *w, struct err *err)
{
    struct matter_filter f = w->filter;
    struct matter_counts counts;
    struct naming n = {.db = db, .arena = a};
    struct matter_sum all = {.unit = STR("")};
    uint32_t soon;
    *out = (struct matter_sums){0};
    if (!board_units(&f, db, a, w, err) || !widest_soon(&soon, db, a, w, err) ||
        !matter_counts(&counts, db, a, &f, w->on, soon, err))
        return false;
    for (size_t i = 0; i < counts.len; i++) {
        const struct matter_count *c = &counts.at[i];
        if (!out->len || !str_eq(out->at[out->len - 1].unit, c->unit)) {
            struct matter_sum *s = vec_push(a, out);
            *s = (struct matter_sum){.unit = c->unit};
            if (!board_unit_name(&s->unit_name, &n, c->unit, err)) return false;
        }
        add_count(&out->at[out->len - 1], c);
        add_count(&all, c);
    }
    *vec_push(a, out) = all;
    return true;
}

struct matter_rate matter_rate_in_time(const struct matter_sum *s)
{
    return (struct matter_rate){s->of[MATTER_ENDED_IN_TIME], s->of[MATTER_ENDED_IN_TIME] + s->of[MATTER_ENDED_LATE]};
}

struct matter_rate matter_rate_late(const struct matter_sum *s)
{
    return (struct matter_rate){s->of[MATTER_LATE], s->groups[MATTER_WAITING] + s->groups[MATTER_OPEN]};
}
