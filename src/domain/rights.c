/* SPDX-License-Identifier: Apache-2.0
 *
 * rights: see rights.h.
 */
#include "rights.h"

#include "buf.h"
#include "rights_private.h"

static const struct str WORDS[RIGHTS] = {STR_INIT("read"),      STR_INIT("documents"), STR_INIT("work"),
                                         STR_INIT("sensitive"), STR_INIT("enter"),     STR_INIT("accept"),
                                         STR_INIT("assign"),    STR_INIT("journal"),   STR_INIT("people")};

struct str right_word(int i)
{
    return WORDS[i];
}

bool rights_read(unsigned *out, struct str words)
{
    *out = 0;
    for (struct str_cut c = {.tail = words, .found = true}; c.found;) {
        int i = 0;
        c = str_cut(c.tail, STR(" "));
        if (!c.head.len) continue;
        while (i < RIGHTS && !str_eq(WORDS[i], c.head)) i++;
        if (i == RIGHTS) return false;
        *out |= 1u << i;
    }
    return true;
}

struct str rights_words(struct arena *a, unsigned rights)
{
    struct buf b = buf_make(200);
    for (int i = 0; i < RIGHTS; i++) {
        if (!(rights & 1u << i)) continue;
        if (b.len) buf_char(&b, ' ');
        buf_put(&b, WORDS[i]);
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

const struct role *roles_all(size_t *count)
{
    *count = role_rows_count;
    return role_rows;
}

const struct role *role_find(struct str code)
{
    for (size_t i = 0; i < role_rows_count; i++)
        if (str_eq(role_rows[i].code, code)) return &role_rows[i];
    return NULL;
}

static bool is_time(const struct grant *g, struct date on)
{
    return !g->ended && !g->idle && (!date_known(g->from) || date_cmp(g->from, on) <= 0) &&
           (!date_known(g->to) || date_cmp(on, g->to) <= 0);
}

static const struct grant *leans_on(const struct grants *all, const struct grant *g)
{
    for (size_t i = 0; i < all->len; i++)
        if (all->at[i].id == g->of) return &all->at[i];
    return NULL;
}

bool grant_holds(const struct grants *all, const struct grant *g, struct date on)
{
    if (!is_time(g, on)) return false;
    if (!g->of) return true;
    const struct grant *base = leans_on(all, g);
    return base && !base->of && str_eq(base->role, g->role) && is_time(base, on);
}

/* Whether one of the words begins the text, or is it. */
static bool one_of(struct str words, struct str text, bool begins)
{
    for (struct str_cut c = {.tail = words, .found = true}; c.found;) {
        c = str_cut(c.tail, STR(" "));
        if (c.head.len && (begins ? str_starts(text, c.head) : str_eq(text, c.head))) return true;
    }
    return false;
}

static bool is_over(const struct grant *g, const struct right_question *q)
{
    if (!g->unit.len || q->any) return true;
    for (size_t i = 0; !q->whole && i < q->unit_count; i++)
        if (str_eq(q->units[i], g->unit)) return true;
    return false;
}

static unsigned rights_of(const struct grant *g)
{
    const struct role *r = role_find(g->role);
    return !r ? 0 : g->of ? r->rights & ~(unsigned)MAY_PEOPLE : r->rights;
}

bool rights_allow(const struct grants *all, struct str person, const struct right_question *q)
{
    for (size_t i = 0; i < all->len; i++) {
        const struct grant *g = &all->at[i];
        if (!str_eq(g->person, person) || !(rights_of(g) & q->right) || !grant_holds(all, g, q->on)) continue;
        if (q->indicator.len && g->fields.len && !one_of(g->fields, q->indicator, true)) continue;
        if (q->kind.len && g->kinds.len && !one_of(g->kinds, q->kind, false)) continue;
        if (is_over(g, q)) return true;
    }
    return false;
}

unsigned rights_somewhere(const struct grants *all, struct str person, struct date on)
{
    unsigned rights = 0;
    for (size_t i = 0; i < all->len; i++)
        if (str_eq(all->at[i].person, person) && grant_holds(all, &all->at[i], on)) rights |= rights_of(&all->at[i]);
    return rights;
}
