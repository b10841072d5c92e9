/* SPDX-License-Identifier: Apache-2.0
 *
 * word_meaning: see word_meaning.h. Nothing is guessed: a code, a name as it stands in the catalogue (whatever its
 * marks and capitals), or a phrase whose senses are those of one indicator; else it is none.
 */
#include "word_meaning.h"

#include "buf.h"
#include "utf8.h"

enum { NEAR_MOST = 4, CODE_MOST = 40 };

/* "c01" is C01: codes begin with a capital. */
static const struct indicator *by_code(const struct formula_scope *scope, struct str typed)
{
    char room[CODE_MOST];
    const struct indicator *found = formula_scope_find(scope, typed);
    if (found || !typed.len || typed.len >= sizeof room || typed.ptr[0] < 'a' || typed.ptr[0] > 'z') return found;
    memcpy(room, typed.ptr, typed.len);
    room[0] = (char)(room[0] - 'a' + 'A');
    return formula_scope_find(scope, (struct str){room, typed.len});
}

static const struct indicator *at(const struct formula_scope *s, size_t i)
{
    return i < s->own.len ? &s->own.at[i] : &s->known.at[i - s->own.len];
}

const struct indicator *indicator_said(struct arena *a, const struct formula_scope *scope, struct str typed)
{
    const struct indicator *found = by_code(scope, typed);
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
        if (shown++ == NEAR_MOST) {
            buf_put(&b, STR("; …"));
            break;
        }
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
