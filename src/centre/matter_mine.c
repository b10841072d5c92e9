/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_mine: what waits for one person, or for one unit (matter_board.h): what he has to do; what was laid before him
 * as who gave it or follows it; and, of a unit, what it helps with, which stands last and apart, because somebody else
 * answers for it. A matter stands in the first part that holds it.
 */
#include "board_private.h"
#include "matter_chase.h"

#include <stdlib.h>

struct mining {
    struct mine_board *out;
    struct naming naming;
    const struct mine_wish *wish;
    struct map seen; /* ids */
    struct err *err;
};

static enum mine_part part_of(const struct board_matter *r, enum mine_part role)
{
    if (role == MINE_HELPING) return role;
    if (r->verdict == MATTER_LATE) return MINE_LATE;
    if (role == MINE_DECIDE) return role;
    if (r->matter.returned) return MINE_RETURNED;
    return r->verdict == MATTER_SOON ? MINE_SOON : MINE_REST;
}

/* Whether it was not there yet; from now on it is. */
static bool is_new(struct mining *m, struct matter_id id)
{
    char room[16];
    int len = snprintf(room, sizeof room, "%u", id.n);
    struct str key = {room, (size_t)len};
    if (map_find(&m->seen, key)) return false;
    map_put(&m->seen, m->naming.arena, str_copy(m->naming.arena, key), 1);
    return true;
}

static bool add_page(struct mining *m, const struct matter_filter *f, enum mine_part role)
{
    const struct board_wish *w = &m->wish->asked;
    struct board_wish narrow = *w;
    struct matter_list list;
    bool more;
    narrow.voice = false; /* its kinds come one by one */
    if (!board_page(&list, &more, m->naming.db, m->naming.arena, f, &narrow, m->err)) return false;
    m->out->more |= more;
    for (size_t i = 0; i < list.len; i++) {
        struct mine_matter one;
        if (!board_row(&one.row, &m->naming, &list.at[i], w->on, w, m->err)) return false;
        if ((w->by_verdict && one.row.verdict != w->verdict) || !is_new(m, list.at[i].id)) continue;
        one.part = part_of(&one.row, role);
        m->out->of[one.part]++;
        *vec_push(m->naming.arena, m->out) = one;
    }
    return true;
}

/* Of the kind that was asked for, of each of the citizens' voice, or of any. */
static bool add(struct mining *m, const struct matter_filter *f, enum mine_part role)
{
    struct known_kinds kinds;
    struct matter_filter one = *f;
    if (!m->wish->asked.voice || f->kind.len) return add_page(m, f, role);
    if (!known_kinds(&kinds, m->naming.db, m->naming.arena, m->err)) return false;
    for (size_t i = 0; i < kinds.len; i++) {
        one.kind = kinds.at[i].kind.word;
        if (kinds.at[i].kind.petition.has && !add_page(m, &one, role)) return false;
    }
    return true;
}

/* What was asked for beside who it is of. A verdict is compared row by row: it must not turn what waits for somebody
 * into what has ended. */
static bool begin(struct matter_filter *f, struct mining *m)
{
    struct board_wish w = m->wish->asked;
    w.by_verdict = false;
    w.every = true;
    if (!board_asked(f, m->naming.db, m->naming.arena, &w, m->err)) return false;
    f->most = m->wish->most;
    f->person = STR("");
    f->after = (struct matter_id){0};
    return true;
}

static unsigned within(unsigned asked, unsigned groups)
{
    return asked ? asked & groups : groups;
}

static bool add_all(struct mining *m)
{
    const struct mine_wish *w = m->wish;
    const unsigned alive = BOARD_LIVING | 1u << MATTER_PAUSED;
    struct matter_filter base, f;
    if (!begin(&base, m)) return false;
    f = base;
    f.groups = within(base.groups, BOARD_LIVING);
    f.waits = PARTY_RESPONSIBLE;
    f.person = w->person;
    if (f.groups && !add(m, &f, MINE_REST)) return false;
    f = base;
    f.groups = within(base.groups, alive);
    if (w->person.len && f.groups) {
        f.waits = PARTY_GIVER;
        f.giver = w->person;
        if (!w->asked.unit && !add(m, &f, MINE_DECIDE)) return false;
        f.waits = PARTY_FOLLOWER;
        f.giver = base.giver;
        f.follower = w->person;
        if (!w->asked.unit && !add(m, &f, MINE_DECIDE)) return false;
    }
    if (w->person.len || !w->asked.unit) return true;
    f = base;
    f.groups = within(base.groups, BOARD_LIVING);
    f.by_units = false;
    f.helping = w->asked.unit->id;
    return !f.groups || add(m, &f, MINE_HELPING);
}

static int by_part(const void *x, const void *y)
{
    const struct mine_matter *a = x, *b = y;
    if (a->part != b->part) return a->part < b->part ? -1 : 1;
    bool has_a = date_known(a->row.matter.due_day), has_b = date_known(b->row.matter.due_day);
    if (has_a != has_b) return has_a ? -1 : 1;
    int days = date_cmp(a->row.matter.due_day, b->row.matter.due_day);
    if (days != 0) return days;
    return a->row.matter.id.n < b->row.matter.id.n ? -1 : a->row.matter.id.n > b->row.matter.id.n;
}

bool matter_mine(struct mine_board *out, struct db *db, struct arena *a, const struct mine_wish *w, struct err *err)
{
    struct mining m = {.out = out, .naming = {.db = db, .arena = a}, .wish = w, .err = err};
    *out = (struct mine_board){0};
    if (!add_all(&m)) return false;
    if (!out->len) return true;
    qsort(out->at, out->len, sizeof *out->at, by_part);
    if (!board_helpers(&m.naming, &out->at->row, sizeof *out->at, out->len, err)) return false;
    struct board_matter **rows = arena_array(a, struct board_matter *, out->len);
    for (size_t i = 0; i < out->len; i++) rows[i] = &out->at[i].row;
    return board_counts(rows, out->len, db, a, err);
}
