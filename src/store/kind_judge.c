/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_judge: see kind_private.h.
 */
#include "kind_private.h"

#include "clock_rule.h"
#include "office_hours.h"

struct judging {
    const struct matter_kind *kind;
    struct str name;
    struct err *err;
};

static struct str place_of(char room[40], const char *list, size_t i)
{
    int len = snprintf(room, 40, "%s[%zu]", list, i);
    return (struct str){room, (size_t)len};
}

static bool fail_twice(const struct judging *j, const char *list, size_t i, struct str word)
{
    char room[40];
    return fail(j->err, ERR_KIND_TWICE, j->name, place_of(room, list, i), word);
}

static bool names_differ(const struct judging *j)
{
    const struct matter_kind *k = j->kind;
    for (size_t i = 0; i < k->state_count; i++)
        if (kind_state_find(k, k->states[i].word) != &k->states[i])
            return fail_twice(j, "states", i, k->states[i].word);
    for (size_t i = 0; i < k->move_count; i++)
        if (kind_move_find(k, k->moves[i].word) != &k->moves[i]) return fail_twice(j, "moves", i, k->moves[i].word);
    for (size_t i = 0; i < k->field_count; i++)
        if (kind_field_find(k, k->fields[i].word) != &k->fields[i])
            return fail_twice(j, "fields", i, k->fields[i].word);
    return true;
}

static bool needs_known(const struct judging *j, struct word_list needs, struct str place)
{
    for (size_t i = 0; i < needs.len; i++)
        if (!kind_need_word(needs.at[i]) && !kind_field_find(j->kind, needs.at[i]))
            return fail(j->err, ERR_KIND_NEED, j->name, place, needs.at[i]);
    return true;
}

static bool move_leads(const struct judging *j, size_t i)
{
    char room[40];
    const struct kind_move *m = &j->kind->moves[i];
    struct str place = place_of(room, "moves", i);
    for (size_t f = 0; f < m->from.len; f++)
        if (!kind_state_find(j->kind, m->from.at[f]))
            return fail(j->err, ERR_KIND_NOWHERE, j->name, place, m->from.at[f]);
    if (!kind_state_find(j->kind, m->to)) return fail(j->err, ERR_KIND_NOWHERE, j->name, place, m->to);
    return needs_known(j, m->needs, place);
}

static size_t place_of_state(const struct matter_kind *k, struct str word)
{
    return (size_t)(kind_state_find(k, word) - k->states);
}

/* From the first state on, until nothing is new; whether a state that has not ended has a way on beside. */
static bool states_live(const struct judging *j)
{
    const struct matter_kind *k = j->kind;
    bool reached[KIND_STATES_MOST] = {true}, left[KIND_STATES_MOST] = {0}, more = true, ends = false;
    while (more) {
        more = false;
        for (size_t i = 0; i < k->move_count; i++) {
            const struct kind_move *m = &k->moves[i];
            size_t to = place_of_state(k, m->to);
            for (size_t f = 0; f < m->from.len; f++) {
                size_t from = place_of_state(k, m->from.at[f]);
                left[from] |= from != to;
                if (!reached[from] || reached[to]) continue;
                reached[to] = more = true;
            }
        }
    }
    for (size_t i = 0; i < k->state_count; i++) {
        if (!reached[i]) return fail(j->err, ERR_KIND_UNREACHABLE, j->name, k->states[i].word);
        if (!left[i] && !matter_group_ended(k->states[i].group))
            return fail(j->err, ERR_KIND_STUCK, j->name, k->states[i].word);
        ends |= k->states[i].group == MATTER_DONE;
    }
    if (matter_group_ended(k->states[0].group)) return fail(j->err, ERR_KIND_BEGINS, j->name, k->states[0].word);
    return ends || fail(j->err, ERR_KIND_NO_END, j->name);
}

/* --- the clock */

static bool fail_clock(const struct judging *j, struct str key)
{
    return fail(j->err, ERR_KIND_VALUE, j->name, STR("clock"), key);
}

/* A field of one of two types; "" is none. */
static bool field_is(const struct judging *j, struct str word, enum field_type one, enum field_type other,
                     const char *key)
{
    const struct kind_field *f = kind_field_find(j->kind, word);
    return !word.len || (f && (f->type == one || f->type == other)) || fail_clock(j, str_of(key));
}

/* A term, or a code that some row has and that counts from a beginning on. Which row holds is asked when a matter
 * begins. */
static bool rule_known(struct str rule)
{
    struct clock_rule_rows all = clock_rule_catalogue();
    struct term term;
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].code, rule)) return all.at[i].way == CLOCK_AFTER;
    return term_read(&term, rule);
}

static bool office_known(struct str code)
{
    struct office_rows all = office_catalogue();
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].code, code)) return true;
    return false;
}

static bool clock_fits(const struct judging *j)
{
    const struct kind_clock *c = &j->kind->clock;
    if (!c->has) return true;
    if ((c->rule.len && !rule_known(c->rule))) return fail_clock(j, STR("rule"));
    if (!office_known(c->office)) return fail_clock(j, STR("office"));
    const struct kind_state *s = kind_state_find(j->kind, c->state);
    if (c->state.len && (!s || matter_group_ended(s->group) || s->group == MATTER_PAUSED))
        return fail_clock(j, STR("state"));
    for (size_t i = 0; i < c->rule_count; i++) {
        const struct kind_field *f = kind_field_find(j->kind, c->choose);
        if (!f || !word_list_has(f->choices, c->rules[i].value) || !rule_known(c->rules[i].rule))
            return fail_clock(j, STR("rules"));
    }
    return field_is(j, c->choose, MATTER_FIELD_CHOICE, MATTER_FIELD_CHOICE, "choose") &&
           field_is(j, c->term, MATTER_FIELD_TEXT, MATTER_FIELD_CHOICE, "term") &&
           field_is(j, c->start, MATTER_FIELD_DAY, MATTER_FIELD_MOMENT, "start") &&
           field_is(j, c->recorded, MATTER_FIELD_DAY, MATTER_FIELD_MOMENT, "recorded");
}

/* --- citizens' voice */

static bool fail_petition(const struct judging *j, const char *key)
{
    return fail(j->err, ERR_KIND_VALUE, j->name, STR("petition"), str_of(key));
}

static bool states_ended(const struct judging *j, struct word_list states)
{
    for (size_t i = 0; i < states.len; i++) {
        const struct kind_state *s = kind_state_find(j->kind, states.at[i]);
        if (!s || !matter_group_ended(s->group)) return false;
    }
    return true;
}

/* Who sends what is kept apart has no field, neither by that name nor by its type. */
static bool nobody_named(const struct judging *j)
{
    for (size_t i = 0; i < j->kind->field_count; i++)
        if (j->kind->fields[i].type == MATTER_FIELD_PERSON) return false;
    return !j->kind->petition.sender.len;
}

static bool petition_fits(const struct judging *j)
{
    const struct kind_petition *p = &j->kind->petition;
    const struct kind_field *outcome = kind_field_find(j->kind, p->outcome);
    if (!p->has) return true;
    if (!states_ended(j, p->passed)) return fail_petition(j, "passed");
    if (!states_ended(j, p->onward)) return fail_petition(j, "onward");
    if (p->outcome.len && (!outcome || outcome->type != MATTER_FIELD_CHOICE)) return fail_petition(j, "outcome");
    if (p->sender.len && !kind_field_find(j->kind, p->sender)) return fail_petition(j, "sender");
    if (p->place.len && !kind_field_find(j->kind, p->place)) return fail_petition(j, "place");
    return !p->apart || nobody_named(j) || fail_petition(j, "apart");
}

bool kind_judge(const struct matter_kind *k, struct str name, struct err *err)
{
    struct judging j = {k, name, err};
    if (!names_differ(&j) || !needs_known(&j, k->extend_needs, STR("extend"))) return false;
    for (size_t i = 0; i < k->move_count; i++)
        if (!move_leads(&j, i)) return false;
    return states_live(&j) && clock_fits(&j) && petition_fits(&j);
}
