/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_reckon: see matter_reckon.h. The clocks come out of an index that holds all that is needed; only what changes
 * is looked at closer. Events are written in parts, all in one transaction.
 */
#include "matter_reckon.h"

#include "buf.h"
#include "record_calendar.h"

enum { PART = 500 };

struct looking {
    struct arena *arena;
    const struct workdays *workdays;
    struct reckoning *out;
    struct {
        VEC_FIELDS(struct matter_told);
    } told;
    const struct reckon_wish *wish;
    struct matter_clock_parts parts; /* of the clock before */
    struct err *err;
};

static struct str text_of(struct arena *a, const struct buf *b)
{
    return str_copy(a, buf_str(b));
}

static void keep(struct looking *l, const struct running_clock *c, struct str due, struct str clock, bool moved)
{
    struct matter_told *t = vec_push(l->arena, &l->told);
    *t = (struct matter_told){
        .kind = MATTER_EVENT_RECKON, .matter = c->id, .day = l->wish->day, .note = l->wish->reason};
    *vec_push(l->arena, &t->set) = (struct name_value){STR("clock"), clock};
    if (!moved) {
        l->out->settled++;
        return;
    }
    l->out->moved++;
    *vec_push(l->arena, &t->set) = (struct name_value){STR("due"), due};
    *vec_push(l->arena, l->out) = (struct moved_due){c->id, str_copy(l->arena, c->due), due};
}

static bool look(void *self, const struct running_clock *c)
{
    struct looking *l = self;
    struct matter_clock clock;
    struct clock_answer answer;
    struct moment was;
    if (!matter_clock_read(&clock, c->clock)) return fail(l->err, ERR_MATTER_VALUE, STR("clock"), c->clock);
    if (!matter_clock_ask_next(&l->parts, &clock, l->err) ||
        !clock_answer(&answer, NULL, &l->parts.question, l->workdays, l->err))
        return false;
    l->out->looked++;
    if (answer.waiting) return true; /* reckoned when it goes on */
    bool moved = !moment_read(&was, c->due) || moment_cmp(was, answer.due) != 0 || was.minute != answer.due.minute;
    if (!moved && answer.provisional_year == clock.provisional) return true;
    struct buf due = buf_make(32), text = buf_make(SIZE_MAX);
    clock.provisional = answer.provisional_year;
    moment_write(&due, answer.due);
    matter_clock_write(&text, &clock);
    keep(l, c, text_of(l->arena, &due), text_of(l->arena, &text), moved);
    buf_free(&due);
    buf_free(&text);
    return true;
}

static bool write_all(struct looking *l, struct db *db, const struct author *author)
{
    for (size_t i = 0; i < l->told.len; i += PART) {
        struct matter_list done;
        struct arena_mark mark = arena_mark(l->arena);
        size_t len = l->told.len - i < PART ? l->told.len - i : PART;
        struct matter_change c = {.at = l->told.at + i, .len = len};
        if (!change_matters(&done, db, l->arena, author, &c, l->err)) return false;
        arena_reset(l->arena, mark);
    }
    return true;
}

static bool reckon_inside(struct looking *l, struct db *db, const struct author *author)
{
    if (!record_workdays(&l->workdays, db, l->arena, l->err)) return false;
    if (!matter_clocks(db, look, l, l->err)) return false;
    return l->wish->dry || write_all(l, db, author);
}

bool matter_reckon(struct reckoning *out, struct db *db, struct arena *a, const struct author *author,
                   const struct reckon_wish *w, struct err *err)
{
    struct looking l = {.arena = a, .out = out, .wish = w, .err = err};
    *out = (struct reckoning){0};
    if (!w->reason.len && !w->dry) return fail(err, ERR_MATTER_LACKS, STR("recompute"), STR("reason"));
    if (!db_begin(db, w->dry ? DB_TRANSACTION_READ : DB_TRANSACTION_WRITE, err)) return false;
    bool ok = reckon_inside(&l, db, author);
    if (!w->dry) return db_finish(db, ok, err);
    db_rollback(db);
    return ok;
}
