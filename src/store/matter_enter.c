/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_enter: see matter_enter.h.
 *
 * Invariants: what has ended has the day of its end, and nothing else has one; the days of a matter do not go back; a
 * clock has a due day.
 */
#include "matter_enter.h"

#include "buf.h"
#include "utf8.h"

enum { TITLE_MOST = 1000, TEXT_MOST = 500, FIELD_MOST = 10000, SHOWN = 60 };

static const struct str NAMES[MATTER_CELLS] = {
    [CELL_NUMBER] = STR_INIT("number"),     [CELL_TITLE] = STR_INIT("title"),
    [CELL_UNIT] = STR_INIT("unit"),         [CELL_PERSON] = STR_INIT("person"),
    [CELL_GIVER] = STR_INIT("giver"),       [CELL_FOLLOWER] = STR_INIT("follower"),
    [CELL_DOCUMENT] = STR_INIT("document"), [CELL_CLAUSE] = STR_INIT("clause"),
    [CELL_PRIORITY] = STR_INIT("priority"), [CELL_SECRECY] = STR_INIT("secrecy"),
    [CELL_STATE] = STR_INIT("state"),       [CELL_OPENED] = STR_INIT("opened"),
    [CELL_ENDED] = STR_INIT("ended"),       [CELL_SINCE] = STR_INIT("since"),
    [CELL_DUE] = STR_INIT("due"),           [CELL_APPOINTMENT] = STR_INIT("appointment"),
    [CELL_CLOCK] = STR_INIT("clock"),       [CELL_FROM] = STR_INIT("from"),
    [CELL_LINE] = STR_INIT("line"),
};

struct str matter_cell_name(const struct matter_kind *k, size_t cell)
{
    return cell < MATTER_CELLS ? NAMES[cell] : k->fields[cell - MATTER_CELLS].word;
}

size_t matter_cell_count(const struct matter_kind *k)
{
    return MATTER_CELLS + k->field_count;
}

struct entering {
    struct kept_matter *m;
    struct arena *arena;
    const struct matter_kind *kind;
    const struct str *cells;
    struct err *err;
};

static bool fail_value(const struct entering *n, size_t cell, struct str takes)
{
    return fail(n->err, ERR_MATTER_VALUE, matter_cell_name(n->kind, cell), utf8_clip(n->cells[cell], SHOWN), takes);
}

static bool texts_fit(const struct entering *n)
{
    static const enum matter_cell NEEDED[] = {CELL_NUMBER, CELL_TITLE, CELL_UNIT, CELL_STATE, CELL_OPENED};
    for (size_t i = 0; i < sizeof NEEDED / sizeof *NEEDED; i++)
        if (!n->cells[NEEDED[i]].len) return fail(n->err, ERR_MATTER_LACKS, n->kind->word, NAMES[NEEDED[i]]);
    for (size_t i = 0; i <= CELL_SECRECY; i++)
        if (n->cells[i].len > (i == CELL_TITLE ? TITLE_MOST : TEXT_MOST)) return fail_value(n, i, STR("…"));
    struct str priority = n->cells[CELL_PRIORITY], secrecy = n->cells[CELL_SECRECY];
    if (priority.len && !str_eq(priority, STR("high")) && !str_eq(priority, STR("urgent")))
        return fail_value(n, CELL_PRIORITY, STR("high, urgent"));
    return !secrecy.len || str_eq(secrecy, STR("internal")) || fail_value(n, CELL_SECRECY, STR("internal"));
}

static bool moment_of(struct moment *out, const struct entering *n, enum matter_cell cell)
{
    *out = (struct moment){.minute = MINUTE_UNKNOWN};
    return !n->cells[cell].len || moment_read(out, n->cells[cell]) || fail_value(n, cell, STR("2026-12-31"));
}

static bool clock_fits(struct entering *n)
{
    struct matter_clock c;
    struct str head = n->cells[CELL_CLOCK], rest = n->cells[CELL_FROM];
    n->m->clock = head;
    if (!head.len) return !rest.len || fail_value(n, CELL_FROM, STR("rule=..."));
    char *joined = arena_alloc(n->arena, head.len + rest.len, 1);
    memcpy(joined, head.ptr, head.len);
    if (rest.len) memcpy(joined + head.len, rest.ptr, rest.len);
    n->m->clock = (struct str){joined, head.len + rest.len};
    if (!matter_clock_read(&c, n->m->clock)) return fail_value(n, CELL_CLOCK, STR("rule=..."));
    return n->cells[CELL_DUE].len || fail(n->err, ERR_MATTER_LACKS, n->kind->word, STR("due"));
}

static bool order_fails(const struct entering *n, enum matter_cell later, enum matter_cell earlier)
{
    return fail(n->err, ERR_MATTER_ORDER, NAMES[later], n->cells[later], NAMES[earlier], n->cells[earlier]);
}

/* The end of what has ended, and the days in their order. */
static bool days_fit(struct entering *n)
{
    struct kept_matter *m = n->m;
    struct moment opened, since, due, appointment;
    bool ended = matter_group_ended(m->group);
    if (!moment_of(&opened, n, CELL_OPENED) || !moment_of(&m->end, n, CELL_ENDED) ||
        !moment_of(&since, n, CELL_SINCE) || !moment_of(&due, n, CELL_DUE) ||
        !moment_of(&appointment, n, CELL_APPOINTMENT))
        return false;
    if (ended != date_known(m->end.day))
        return fail(n->err, ended ? ERR_MATTER_END_LACKS : ERR_MATTER_END_SAID,
                    kind_state_find(n->kind, m->state)->name, n->cells[CELL_ENDED]);
    m->opened = opened.day;
    m->since = date_known(since.day) ? since.day : ended ? m->end.day : opened.day;
    m->ended = m->end.day;
    m->due_moment = due;
    m->due_day = m->first_due = due.day;
    if (ended && moment_cmp(m->end, opened) < 0) return order_fails(n, CELL_ENDED, CELL_OPENED);
    if (date_cmp(m->since, m->opened) < 0) return order_fails(n, CELL_SINCE, CELL_OPENED);
    if (ended && date_cmp(m->since, m->end.day) < 0) return order_fails(n, CELL_SINCE, CELL_ENDED);
    bool before = date_known(due.day) && !m->clock.len && date_cmp(due.day, m->opened) < 0;
    return !before || order_fails(n, CELL_DUE, CELL_OPENED);
}

static bool fields_fit(struct entering *n)
{
    for (size_t i = 0; i < n->kind->field_count; i++) {
        const struct kind_field *f = &n->kind->fields[i];
        struct str value = n->cells[MATTER_CELLS + i];
        if (!value.len) continue;
        if (!field_value_kept(f, value) || value.len > FIELD_MOST)
            return fail_value(n, MATTER_CELLS + i, matter_field_takes(n->arena, f, value));
        *vec_push(n->arena, &n->m->fields) = (struct name_value){f->word, value};
    }
    return true;
}

bool matter_enter(struct kept_matter *m, struct arena *a, const struct matter_kind *k, const struct str *cells,
                  struct err *err)
{
    struct entering n = {m, a, k, cells, err};
    const struct kind_state *s = kind_state_find(k, cells[CELL_STATE]);
    *m = (struct kept_matter){.kind = k->word, .steps = 1, .end = {.minute = MINUTE_UNKNOWN}};
    if (!texts_fit(&n)) return false;
    if (!s) return fail(err, ERR_MATTER_STATE, utf8_clip(cells[CELL_STATE], SHOWN));
    m->state = s->word;
    m->group = s->group;
    m->waits = s->waits;
    m->returned = s->returned;
    m->number = cells[CELL_NUMBER];
    m->title = cells[CELL_TITLE];
    m->unit = cells[CELL_UNIT];
    m->person = cells[CELL_PERSON];
    m->giver = cells[CELL_GIVER];
    m->follower = cells[CELL_FOLLOWER];
    m->document = cells[CELL_DOCUMENT];
    m->clause = cells[CELL_CLAUSE];
    m->priority = cells[CELL_PRIORITY];
    m->secrecy = cells[CELL_SECRECY];
    m->due = cells[CELL_DUE];
    m->appointment = cells[CELL_APPOINTMENT];
    if (!clock_fits(&n) || !days_fit(&n) || !fields_fit(&n)) return false;
    matter_judge_end(m, k);
    return true;
}

bool matter_enter_save(struct db *db, struct arena *a, const struct kept_matter *m, struct str from, struct str line,
                       struct matter_tally *t, struct err *err)
{
    struct buf note = buf_make(SIZE_MAX);
    buf_put(&note, from);
    if (line.len) buf_put(&note, STR(", dòng "));
    buf_put(&note, line);
    struct kept_event e = {.kind = MATTER_EVENT_ENTER,
                           .to = m->state,
                           .day = m->opened,
                           .at = {m->opened, MINUTE_UNKNOWN},
                           .said = true,
                           .note = buf_str(&note),
                           .entry = m->entry};
    bool ok = matter_insert_tallied(db, a, m, t, err) && matter_event_save(db, m->id, &e, err);
    buf_free(&note);
    return ok;
}
