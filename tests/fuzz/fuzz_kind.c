/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_kind: the text is read as a kind of matter. What is taken in can be used: every move begins in states that are
 * there and leads to one, what it needs is known, numbers can be written, the fields of the clock are fields, its rules
 * are rules; and from the first state an end with a result is reached.
 */
#include "must.h"

#include "arena.h"
#include "buf.h"
#include "clock_rule.h"
#include "kind_read.h"

static void moves_lead(const struct matter_kind *k)
{
    for (size_t i = 0; i < k->move_count; i++) {
        const struct kind_move *m = &k->moves[i];
        must(kind_state_find(k, m->to) && m->from.len);
        for (size_t n = 0; n < m->from.len; n++) must(kind_state_find(k, m->from.at[n]));
        for (size_t n = 0; n < m->needs.len; n++)
            must(kind_need_word(m->needs.at[n]) || kind_field_find(k, m->needs.at[n]));
    }
}

static void an_end_is_reached(const struct matter_kind *k)
{
    bool reached[KIND_STATES_MOST] = {true}, more = true, ends = false;
    while (more) {
        more = false;
        for (size_t i = 0; i < k->move_count; i++)
            for (size_t n = 0; n < k->moves[i].from.len; n++) {
                size_t from = (size_t)(kind_state_find(k, k->moves[i].from.at[n]) - k->states);
                size_t to = (size_t)(kind_state_find(k, k->moves[i].to) - k->states);
                if (!reached[from] || reached[to]) continue;
                reached[to] = more = true;
            }
    }
    for (size_t i = 0; i < k->state_count; i++) ends |= reached[i] && k->states[i].group == MATTER_DONE;
    must(ends);
}

static void clock_fits(const struct matter_kind *k)
{
    const struct kind_clock *c = &k->clock;
    struct clock_rule rule;
    const struct str fields[] = {c->choose, c->term, c->start, c->recorded};
    if (!c->has) return;
    for (size_t i = 0; i < 4; i++) must(!fields[i].len || kind_field_find(k, fields[i]));
    must(!c->state.len || kind_state_find(k, c->state));
    must(c->rule.len || c->rule_count || c->term.len);
    for (size_t i = 0; i < c->rule_count; i++)
        must(clock_rule_find(&rule, c->rules[i].rule, (struct date){2026, 7, 1}) != CLOCK_RULE_UNKNOWN);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena *a = arena_make(64 << 20);
    struct matter_kind k;
    struct err err = {0};
    if (!kind_read(&k, a, (struct str){(const char *)data, size}, STR("fuzz"), &err)) {
        must(err.code != ERR_NONE);
        arena_close(a);
        return 0;
    }
    struct buf b = buf_make(200);
    kind_number_write(&b, &k, 2026, 17);
    must(buf_ok(&b) && b.len);
    buf_free(&b);
    moves_lead(&k);
    an_end_is_reached(&k);
    clock_fits(&k);
    arena_close(a);
    return 0;
}
