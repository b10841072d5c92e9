/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_clocks: see matter_clocks.h.
 */
#include "matter_clocks.h"

#include "buf.h"
#include "record_calendar.h"
#include "said.h"

struct joining {
    struct matter_told *told;
    const struct clock_wish *wish;
    struct err *err;
};

static struct str moment_text(struct arena *a, struct moment m)
{
    struct buf b = buf_make(32);
    moment_write(&b, m);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str clock_text(struct arena *a, const struct matter_clock *c)
{
    struct buf b = buf_make(SIZE_MAX);
    matter_clock_write(&b, c);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* The value that a field or slot has after the event. */
static struct str value_of(const struct joining *j, struct str name)
{
    const struct name_value *v = name.len ? name_value_find(&j->told->set, name) : NULL;
    if (!v && name.len && j->wish->matter) v = name_value_find(&j->wish->matter->fields, name);
    return v ? v->value : STR("");
}

static void set_value(struct joining *j, struct str name, struct str value)
{
    struct name_value *v = name_value_find(&j->told->set, name);
    if (v)
        v->value = value;
    else
        *vec_push(j->wish->arena, &j->told->set) = (struct name_value){name, value};
}

/* The answer to a question joins the event. While the clock stands the day stays what it was. */
static bool put(struct joining *j, struct matter_clock *c)
{
    struct clock_answer answer;
    if (!matter_clock_answer(&answer, NULL, c, j->wish->workdays, j->err)) return false;
    c->provisional = answer.provisional_year;
    if (!answer.waiting) set_value(j, STR("due"), moment_text(j->wish->arena, answer.due));
    set_value(j, STR("clock"), clock_text(j->wish->arena, c));
    return true;
}

/* --- beginning */

static struct str rule_of(const struct joining *j)
{
    const struct kind_clock *k = &j->wish->kind->clock;
    struct str chosen = value_of(j, k->choose);
    if (j->wish->rule.len) return j->wish->rule;
    for (size_t i = 0; i < k->rule_count; i++)
        if (str_eq(k->rules[i].value, chosen)) return k->rules[i].rule;
    return k->rule;
}

static struct moment start_of(const struct joining *j, struct moment otherwise)
{
    struct moment m;
    if (date_known(j->wish->from.day)) return j->wish->from;
    return moment_read(&m, value_of(j, j->wish->kind->clock.start)) ? m : otherwise;
}

/* A choice without a rule has no due day by rule; whether there is one is in *is. */
static bool made(struct matter_clock *out, bool *is, struct joining *j, struct moment otherwise)
{
    struct str rule = rule_of(j), term = j->wish->rule.len ? STR("") : value_of(j, j->wish->kind->clock.term);
    struct str office = j->wish->kind->clock.has ? j->wish->kind->clock.office : office_catalogue().at[0].code;
    struct moment from = start_of(j, otherwise);
    *is = rule.len || term.len;
    if (!*is) return true;
    if (date_cmp(from.day, j->wish->today) > 0)
        return fail(j->err, ERR_MATTER_FUTURE, date_text(j->wish->arena, from.day),
                    date_text(j->wish->arena, j->wish->today));
    return matter_clock_begin(out, rule, term, office, from, j->err);
}

static bool begin(struct joining *j)
{
    struct matter_clock c;
    bool is;
    if (!made(&c, &is, j, j->wish->now)) return false;
    if (!is) return true;
    if (!put(j, &c)) return false;
    bool printed = j->wish->kind->clock.appointment && !name_value_find(&j->told->set, STR("appointment"));
    if (printed && !(j->wish->matter && j->wish->matter->appointment.len))
        set_value(j, STR("appointment"), name_value_find(&j->told->set, STR("due"))->value);
    return true;
}

static bool open(struct joining *j)
{
    const struct kind_clock *k = &j->wish->kind->clock;
    bool named = name_value_find(&j->told->set, STR("due")) != NULL;
    if (named && j->wish->rule.len) return fail(j->err, ERR_MATTER_DUE_RULE);
    if (named || (!j->wish->rule.len && !k->has)) return true;
    bool at_once = j->wish->rule.len || !k->state.len || str_eq(k->state, j->wish->kind->states[0].word);
    return !at_once || begin(j);
}

/* --- what comes later */

static bool move(struct joining *j)
{
    const struct kept_matter *m = j->wish->matter;
    const struct kind_move *way = kind_move_find(j->wish->kind, j->told->move);
    const struct kind_state *to = way ? kind_state_find(j->wish->kind, way->to) : NULL;
    struct matter_clock c;
    if (!to || !word_list_has(way->from, m->state)) return true; /* refused by who judges it */
    if (!m->clock.len) {
        const struct kind_clock *k = &j->wish->kind->clock;
        return date_known(m->due_day) || !k->has || !k->state.len || !str_eq(k->state, to->word) || begin(j);
    }
    bool stood = m->group == MATTER_PAUSED, stands = to->group == MATTER_PAUSED;
    if (stood == stands) return true;
    if (!matter_clock_read(&c, m->clock)) return fail(j->err, ERR_MATTER_VALUE, STR("clock"), m->clock);
    if (stands)
        matter_clock_wait(&c, j->wish->arena, j->wish->now);
    else
        matter_clock_go_on(&c, j->wish->arena, j->wish->now);
    return put(j, &c);
}

static bool extend(struct joining *j)
{
    const struct kept_matter *m = j->wish->matter;
    const struct name_value *v = name_value_find(&j->told->set, STR("due"));
    struct matter_clock c;
    struct moment due = {.minute = MINUTE_UNKNOWN};
    if (!m->clock.len) {
        struct buf b = buf_make(16);
        matter_id_write(&b, m->id);
        bool ok = !j->wish->more.len || fail(j->err, ERR_MATTER_MORE, buf_str(&b));
        buf_free(&b);
        return ok;
    }
    if (!v && !j->wish->more.len) return true; /* refused by who judges it */
    if (v && !moment_read(&due, v->value)) return true;
    if (!matter_clock_read(&c, m->clock)) return fail(j->err, ERR_MATTER_VALUE, STR("clock"), m->clock);
    matter_clock_extend(&c, j->wish->arena, due, j->wish->more, j->wish->now);
    return put(j, &c);
}

/* What it rests on was changed: the question is made anew, with all that happened to it. */
static bool edit(struct joining *j)
{
    const struct kept_matter *m = j->wish->matter;
    const struct kind_clock *k = &j->wish->kind->clock;
    const struct str rests[] = {k->choose, k->term, k->start};
    struct matter_clock is, was;
    bool touched = false, has;
    for (size_t i = 0; i < 3; i++) touched |= rests[i].len && name_value_find(&j->told->set, rests[i]);
    if (!touched || !m->clock.len || !k->has) return true;
    if (!matter_clock_read(&was, m->clock)) return fail(j->err, ERR_MATTER_VALUE, STR("clock"), m->clock);
    if (!made(&is, &has, j, was.from)) return false;
    if (!has) return true;
    is.wait = was.wait;
    is.extend = was.extend;
    if (matter_clock_same(&is, &was)) return true;
    struct buf b = buf_make(16);
    matter_id_write(&b, m->id);
    bool reason = j->told->note.len || fail(j->err, ERR_MATTER_LACKS, buf_str(&b), STR("reason"));
    buf_free(&b);
    return reason && put(j, &is);
}

bool matter_clock_join(struct matter_told *t, const struct clock_wish *w, struct err *err)
{
    struct joining j = {t, w, err};
    bool ok = true;
    switch (t->kind) {
    case MATTER_EVENT_OPEN: ok = open(&j); break;
    case MATTER_EVENT_MOVE: ok = move(&j); break;
    case MATTER_EVENT_DUE: ok = extend(&j); break;
    case MATTER_EVENT_EDIT: ok = edit(&j); break;
    case MATTER_EVENT_ASSIGN:
    case MATTER_EVENT_ATTACH:
    case MATTER_EVENT_NOTE:
    case MATTER_EVENT_RECKON:
    case MATTER_EVENT_CHASE:
    case MATTER_EVENT_ENTER:
    case MATTER_EVENT_KINDS: break;
    }
    bool by_rule = w->kind->clock.has || (w->matter && w->matter->clock.len) || name_value_find(&t->set, STR("clock"));
    t->timed = by_rule && w->now.minute != MINUTE_UNKNOWN;
    t->minute = w->now.minute;
    return ok;
}

bool matter_clock_explain(struct clock_explained *out, struct db *db, struct arena *a, const struct kept_matter *m,
                          struct err *err)
{
    const struct workdays *w;
    *out = (struct clock_explained){0};
    if (!m->clock.len || !matter_clock_read(&out->clock, m->clock)) return true;
    if (!record_workdays(&w, db, a, err) || !matter_clock_ask(&out->parts, &out->clock, err)) return false;
    if (m->appointment.len && !moment_read(&out->parts.question.printed, m->appointment)) return true;
    if (!clock_answer(&out->answer, a, &out->parts.question, w, err)) return false;
    out->has = true;
    out->moved = !out->answer.waiting && moment_cmp(out->answer.due, m->due_moment) != 0;
    return true;
}
