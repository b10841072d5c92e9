/* SPDX-License-Identifier: Apache-2.0
 *
 * check_record: see check_record.h.
 *
 * The record knows indicators by code and units by code; statements know subjects and places by words. So this goes
 * from each thing told that has an indicator to its unit (resolve.h), and asks the record for the current figures of
 * the pair. A pair is asked for once; when documents speak of one indicator in several words, its figures are given
 * once for each.
 */
#include "check_record.h"

#include "figure_rows.h"
#include "indicator.h"
#include "map.h"
#include "resolve.h"

struct loading {
    struct db *db;
    struct arena *arena;
    struct map pairs;      /* indicator, unit, subject -> 1 */
    struct resolver names; /* of the document at hand */
    struct {
        VEC_FIELDS(struct check_figure);
    } figures;
    size_t asked;
};

/* The key of a pair and the words for it, as one text. */
static struct str pair_key(struct loading *l, const struct check_told *f, struct str unit, struct str indicator)
{
    const struct str parts[] = {indicator, unit, f->subject};
    size_t len = 2;
    for (int i = 0; i < 3; i++) len += parts[i].len;
    char *text = arena_array(l->arena, char, len), *at = text;
    for (int i = 0; i < 3; i++) {
        if (parts[i].len) memcpy(at, parts[i].ptr, parts[i].len);
        at += parts[i].len;
        if (i < 2) *at++ = '\n';
    }
    return (struct str){text, len};
}

/* The figures of one indicator, as figures about what the statement speaks of. */
static bool add_pair(struct loading *l, const struct check_told *f, struct str unit, struct str indicator,
                     struct err *err)
{
    if (l->asked == CHECK_RECORD_PAIRS) return true;
    struct arena_mark mark = arena_mark(l->arena);
    struct str key = pair_key(l, f, unit, indicator);
    if (map_find(&l->pairs, key)) {
        arena_reset(l->arena, mark);
        return true;
    }
    map_put(&l->pairs, l->arena, key, 1);
    l->asked++;
    struct figure_list list = {0};
    if (!figure_list_current(&list, l->db, l->arena, &unit, 1, indicator, err)) return false;
    for (size_t i = 0; i < list.len && l->figures.len < CHECK_RECORD_FIGURES; i++)
        *vec_push(l->arena, &l->figures) = (struct check_figure){&list.at[i].figure, f->subject, f->place,
                                                                 list.at[i].id};
    return true;
}

/* The indicator of a statement, and those that are the plan of it ("Kế hoạch vốn đầu tư công" of "Giải ngân"). */
static bool add_figures(struct loading *l, const struct check_told *f, struct err *err)
{
    struct str unit;
    if (f->indicator.len == 0 || f->place.len == 0 || l->asked == CHECK_RECORD_PAIRS) return true;
    if (!resolve_place(&unit, &l->names, f->place, f->period.to, false, err)) return false;
    if (unit.len == 0) return true;
    if (!add_pair(l, f, unit, f->indicator, err)) return false;
    struct indicators all = indicator_catalogue();
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].base_kind == KIND_LEVEL && str_eq(all.at[i].base, f->indicator) &&
            !add_pair(l, f, unit, all.at[i].code, err))
            return false;
    return true;
}

/* Whether the record was asked for it just now. */
static bool says_same(const struct check_told *a, const struct check_told *b)
{
    return a->document == b->document && str_eq(a->indicator, b->indicator) && str_eq(a->place, b->place) &&
           str_eq(a->subject, b->subject) && period_same_time(a->period, b->period);
}

bool check_record_tell(size_t *count, struct checker *c, struct db *db, struct arena *a, struct err *err)
{
    struct loading l = {.db = db, .arena = a};
    uint32_t document = CHECK_RECORD;
    struct check_told told = {.document = CHECK_RECORD};
    for (size_t i = 0; i < check_told_count(c); i++) {
        struct check_told before = told;
        told = check_told(c, i);
        if (i > 0 && says_same(&before, &told)) continue;
        if (told.document != document) l.names = resolver_make(db, a, told.date, STR(""));
        document = told.document;
        if (!add_figures(&l, &told, err)) return false;
    }
    *count = l.figures.len;
    if (l.figures.len) check_tell_record(c, l.figures.at, l.figures.len);
    return true;
}
