/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_clock: see matter_clock.h.
 */
#include "matter_clock.h"

#include "arena.h"
#include "buf.h"

enum { OFFICE_MOST = 40 };

static bool read_rule(struct matter_clock *out, struct str s)
{
    struct str_cut c = str_cut(s, STR("@"));
    out->code = c.head;
    return c.head.len && (!c.found || date_read(&out->version, c.tail));
}

static bool read_year(int *out, struct str s)
{
    uint64_t year;
    if (!str_to_u64(&year, s, WORKDAYS_LAST)) return false;
    *out = (int)year;
    return year >= WORKDAYS_FIRST;
}

/* The keys stand in this order, so that one clock has one literal. */
enum { KEY_RULE, KEY_TERM, KEY_OFFICE, KEY_FROM, KEY_WAIT, KEY_EXTEND, KEY_PROVISIONAL, KEY_COUNT };
static const struct str KEYS[] = {STR_INIT("rule="), STR_INIT("term="),   STR_INIT("office="),     STR_INIT("from="),
                                  STR_INIT("wait="), STR_INIT("extend="), STR_INIT("provisional=")};
_Static_assert(sizeof KEYS / sizeof *KEYS == KEY_COUNT, "a word for each");

static bool read_value(struct matter_clock *out, int key, struct str value)
{
    switch (key) {
    case KEY_RULE: return read_rule(out, value);
    case KEY_TERM: return term_read(&out->term, value);
    case KEY_OFFICE: out->office = value; return value.len > 0 && value.len <= OFFICE_MOST;
    case KEY_FROM: return moment_read(&out->from, value);
    case KEY_WAIT: out->wait = value; return value.len > 0;
    case KEY_EXTEND: out->extend = value; return value.len > 0;
    case KEY_PROVISIONAL: return read_year(&out->provisional, value);
    default: return false;
    }
}

bool matter_clock_read(struct matter_clock *out, struct str literal)
{
    unsigned seen = 0;
    int key = -1;
    *out = (struct matter_clock){.from = {.minute = MINUTE_UNKNOWN}};
    while (literal.len) {
        struct str_cut c = str_cut(literal, STR("; "));
        while (++key < KEY_COUNT && !str_starts(c.head, KEYS[key])) {}
        if (key == KEY_COUNT || !read_value(out, key, str_from(c.head, KEYS[key].len))) return false;
        seen |= 1u << key;
        literal = c.tail;
    }
    return (seen & 1u << KEY_TERM) && (seen & 1u << KEY_OFFICE) && (seen & 1u << KEY_FROM);
}

static void put_key(struct buf *b, int key)
{
    if (b->len) buf_put(b, STR("; "));
    buf_put(b, KEYS[key]);
}

void matter_clock_write(struct buf *b, const struct matter_clock *c)
{
    if (c->code.len) {
        put_key(b, KEY_RULE);
        buf_put(b, c->code);
        if (date_known(c->version)) buf_char(b, '@');
        date_write(b, c->version);
    }
    put_key(b, KEY_TERM);
    term_write(b, c->term);
    put_key(b, KEY_OFFICE);
    buf_put(b, c->office);
    put_key(b, KEY_FROM);
    moment_write(b, c->from);
    if (c->wait.len) {
        put_key(b, KEY_WAIT);
        buf_put(b, c->wait);
    }
    if (c->extend.len) {
        put_key(b, KEY_EXTEND);
        buf_put(b, c->extend);
    }
    if (c->provisional) {
        put_key(b, KEY_PROVISIONAL);
        buf_i64(b, c->provisional);
    }
}

bool matter_clock_same(const struct matter_clock *a, const struct matter_clock *b)
{
    return str_eq(a->code, b->code) && date_cmp(a->version, b->version) == 0 && a->term.unit == b->term.unit &&
           a->term.count == b->term.count && str_eq(a->office, b->office) && date_cmp(a->from.day, b->from.day) == 0 &&
           a->from.minute == b->from.minute && str_eq(a->wait, b->wait) && str_eq(a->extend, b->extend);
}

/* --- asking */

static bool find_rule(struct clock_rule *out, struct str code, struct date on, struct err *err)
{
    struct buf day = buf_make(32);
    bool ok = false;
    date_write(&day, on);
    switch (clock_rule_find(out, code, on)) {
    case CLOCK_RULE_FOUND: ok = true; break;
    case CLOCK_RULE_UNKNOWN: ok = fail(err, ERR_CLOCK_RULE_UNKNOWN, code); break;
    case CLOCK_RULE_NOT_THEN: ok = fail(err, ERR_CLOCK_RULE_THEN, code, buf_str(&day)); break;
    }
    buf_free(&day);
    return ok;
}

static bool ask_events(struct matter_clock_parts *out, const struct matter_clock *c, struct err *err)
{
    enum clock_event_kind kind;
    struct str wrong = STR("");
    out->rule.term = c->term;
    if (!clock_events_read(&out->events, c->wait, c->extend, &wrong, &kind))
        return fail(err, kind == CLOCK_WAITING ? ERR_CLOCK_WAITING : ERR_CLOCK_MORE, wrong);
    out->question = (struct clock_question){.rule = &out->rule,
                                            .office = &out->office,
                                            .start = c->from,
                                            .events = out->events.at,
                                            .event_count = out->events.len,
                                            .printed = {.minute = MINUTE_UNKNOWN}};
    return true;
}

bool matter_clock_ask(struct matter_clock_parts *out, const struct matter_clock *c, struct err *err)
{
    struct str general = STR("1 ngày");
    struct date on = date_known(c->version) ? c->version : c->from.day;
    if (!find_rule(&out->rule, c->code.len ? c->code : general, on, err)) return false;
    if (!office_find(&out->office, c->office, c->from.day)) return fail(err, ERR_OFFICE_UNKNOWN, c->office);
    return ask_events(out, c, err);
}

static bool holds(struct date from, struct date to, struct date on)
{
    return (!date_known(from) || date_cmp(from, on) <= 0) && (!date_known(to) || date_cmp(on, to) <= 0);
}

bool matter_clock_ask_next(struct matter_clock_parts *out, const struct matter_clock *c, struct err *err)
{
    const struct clock_rule_row *r = &out->rule.row;
    const struct office_row *o = out->office.row;
    struct date on = date_known(c->version) ? c->version : c->from.day;
    bool same = o && str_eq(r->code, c->code) && holds(r->from, r->to, on) && str_eq(o->code, c->office) &&
                holds(o->from, o->to, c->from.day);
    return same ? ask_events(out, c, err) : matter_clock_ask(out, c, err);
}

bool matter_clock_answer(struct clock_answer *out, struct arena *steps, const struct matter_clock *c,
                         const struct workdays *w, struct err *err)
{
    struct matter_clock_parts parts;
    return matter_clock_ask(&parts, c, err) && clock_answer(out, steps, &parts.question, w, err);
}

bool matter_clock_begin(struct matter_clock *out, struct str rule, struct str term, struct str office,
                        struct moment from, struct err *err)
{
    struct clock_rule r;
    struct term own;
    bool is_term = term.len && term_read(&own, term);
    *out = (struct matter_clock){.office = office, .from = from};
    if (!find_rule(&r, term.len && !(is_term && rule.len) ? term : rule, from.day, err)) return false;
    if (r.row.way == CLOCK_BEFORE) return fail(err, ERR_CLOCK_BEFORE);
    out->term = is_term ? own : r.term;
    out->code = r.row.code;
    out->version = r.row.from;
    return true;
}

/* --- what happens to it */

static struct str appended(struct arena *a, struct str list, struct str one)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, list);
    if (list.len) buf_char(&b, ',');
    buf_put(&b, one);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

void matter_clock_wait(struct matter_clock *c, struct arena *a, struct moment m)
{
    struct buf b = buf_make(64);
    moment_write(&b, m);
    buf_put(&b, STR(".."));
    c->wait = appended(a, c->wait, buf_str(&b));
    buf_free(&b);
}

void matter_clock_go_on(struct matter_clock *c, struct arena *a, struct moment m)
{
    struct buf b = buf_make(SIZE_MAX);
    if (!str_ends(c->wait, STR(".."))) return;
    buf_put(&b, c->wait);
    moment_write(&b, m);
    c->wait = str_copy(a, buf_str(&b));
    buf_free(&b);
}

void matter_clock_extend(struct matter_clock *c, struct arena *a, struct moment due, struct str more, struct moment m)
{
    struct buf b = buf_make(200);
    if (date_known(due.day))
        moment_write(&b, due);
    else
        buf_put(&b, more);
    buf_char(&b, '@');
    moment_write(&b, m);
    c->extend = appended(a, c->extend, buf_str(&b));
    buf_free(&b);
}

enum matter_outcome matter_outcome(struct moment due, struct moment done)
{
    if (!date_known(due.day) || !date_known(done.day)) return OUTCOME_NONE;
    int order = moment_cmp(done, due);
    return order < 0 ? OUTCOME_EARLY : order == 0 ? OUTCOME_ON_TIME : OUTCOME_LATE;
}
