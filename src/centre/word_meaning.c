/* SPDX-License-Identifier: Apache-2.0
 *
 * word_meaning: see word_meaning.h. Nothing is guessed: a code, a name as it stands in the catalogue (whatever its
 * marks and capitals), or a phrase whose senses are those of one indicator; else it is none.
 */
#include "word_meaning.h"

#include "buf.h"
#include "utf8.h"

enum { NEAR_MOST = 4, SHOWN_MOST = 220 }; /* bytes: what a message has room for */

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same_letters(struct str a, struct str b)
{
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++)
        if (small(a.ptr[i]) != small(b.ptr[i])) return false;
    return true;
}

/* "c01" is C01; among those that formulas of the office make, too. */
static const struct indicator *by_code(const struct formula_scope *scope, struct str typed)
{
    const struct indicator *found = formula_scope_find(scope, typed);
    if (!found) found = indicator_typed(typed);
    for (size_t i = 0; !found && i < scope->own.len; i++)
        if (same_letters(scope->own.at[i].code, typed)) found = &scope->own.at[i];
    return found;
}

static const struct indicator *at(const struct formula_scope *s, size_t i)
{
    return i < s->own.len ? &s->own.at[i] : &s->known.at[i - s->own.len];
}

const struct indicator *indicator_said(struct arena *a, const struct formula_scope *scope, struct str typed)
{
    const struct indicator *found = typed.len ? by_code(scope, typed) : NULL;
    size_t count = 0;
    if (found || !typed.len) return found;
    struct arena_mark mark = arena_mark(a);
    struct str folded = utf8_fold(a, typed);
    for (size_t i = 0; i < scope->own.len + scope->known.len; i++) {
        struct arena_mark here = arena_mark(a);
        bool same = str_eq(utf8_fold(a, at(scope, i)->name), folded);
        arena_reset(a, here);
        if (!same) continue;
        found = at(scope, i);
        count++;
    }
    arena_reset(a, mark);
    if (count) return count == 1 ? found : NULL;
    return indicator_of_phrase(typed, STR(""), KIND_LEVEL);
}

struct str indicator_near(struct arena *a, const struct formula_scope *scope, struct str typed)
{
    struct buf b = buf_make(2000);
    struct str folded = utf8_fold(a, typed);
    size_t shown = 0;
    for (size_t i = 0; folded.len > 1 && i < scope->own.len + scope->known.len; i++) {
        const struct indicator *n = at(scope, i);
        struct arena_mark here = arena_mark(a);
        bool has = str_has(utf8_fold(a, n->name), folded);
        arena_reset(a, here);
        if (!has) continue;
        if (shown && (shown == NEAR_MOST || b.len + n->code.len + n->name.len > SHOWN_MOST)) {
            buf_put(&b, STR("; …"));
            break;
        }
        shown++;
        if (b.len) buf_put(&b, STR("; "));
        buf_put(&b, n->code);
        buf_put(&b, STR(" ("));
        buf_put(&b, n->name);
        buf_char(&b, ')');
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool word_mean(struct word_meaning *out, struct db *db, struct arena *a, const struct formula_scope *scope,
               struct str typed, struct err *err)
{
    struct period p;
    struct looked_units units;
    struct looked_unit own;
    *out = (struct word_meaning){.unit = STR("")};
    out->is_period = period_read(&p, typed) && p.kind != PERIOD_NONE;
    out->indicator = indicator_said(a, scope, typed);
    if (!unit_look_id(&own, db, a, typed, err)) return false;
    out->unit = own.name;
    if (own.id.len) return true;
    if (!unit_look(&units, db, a, typed, (struct date){0}, err)) return false;
    if (units.len) out->unit = units.at[0].name;
    return true;
}
