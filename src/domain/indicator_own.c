/* SPDX-License-Identifier: Apache-2.0
 *
 * indicator_own: the catalogue as one list: the rows of the table, and behind them the indicators of the office whose
 * record is open. Without own ones the list is the table itself. With them it is a copy with room behind it; when the
 * room is used up the next copy has twice as much, and the old one stays, since pointers into it were handed out.
 */
#include "arena.h"
#include "indicator_private.h"
#include "map.h"

enum { OWN_MOST = 512 << 20, ROOM_FIRST = 64, CODE_MOST = 64 };

static struct {
    struct arena *arena;
    struct indicator *all; /* NULL: there never were own ones */
    size_t own, room;
    struct map place_of; /* code -> place among the own ones */
    struct map small;    /* code in small letters -> place in the catalogue; the first one of several */
    size_t small_count;  /* of the catalogue, how many of them are in it */
} office;

struct indicators indicator_table(void)
{
    return (struct indicators){office.all ? office.all : indicators, indicators_count};
}

struct indicators indicator_own(void)
{
    return (struct indicators){office.own ? office.all + indicators_count : NULL, office.own};
}

struct indicators indicator_catalogue(void)
{
    return (struct indicators){indicator_table().at, indicators_count + office.own};
}

const struct indicator *indicator_find(struct str code)
{
    const struct indicator *at = indicator_table().at;
    size_t low = 0, high = indicators_count;
    while (low < high) {
        size_t mid = (low + high) / 2;
        int c = str_cmp(at[mid].code, code);
        if (c == 0) return &at[mid];
        if (c < 0)
            low = mid + 1;
        else
            high = mid;
    }
    const uint32_t *place = office.own ? map_find(&office.place_of, code) : NULL;
    return place ? &at[indicators_count + *place] : NULL;
}

static void make_arena(void)
{
    if (!office.arena) office.arena = arena_make(OWN_MOST);
}

/* A code in small letters, in `room`; "" when it is too long for one. */
static struct str small_of(char room[static CODE_MOST], struct str code)
{
    if (code.len > CODE_MOST) return STR("");
    for (size_t i = 0; i < code.len; i++) {
        char c = code.ptr[i];
        room[i] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return (struct str){room, code.len};
}

const struct indicator *indicator_typed(struct str code)
{
    char room[CODE_MOST];
    const struct indicator *exact = indicator_find(code);
    if (exact) return exact;
    make_arena();
    struct indicators all = indicator_catalogue();
    for (; office.small_count < all.len; office.small_count++) {
        struct str small = small_of(room, all.at[office.small_count].code);
        if (!small.len || map_find(&office.small, small)) continue;
        map_put(&office.small, office.arena, str_copy(office.arena, small), (uint32_t)office.small_count);
    }
    const uint32_t *place = map_find(&office.small, small_of(room, code));
    return place ? &all.at[*place] : NULL;
}

static void make_room(void)
{
    make_arena();
    if (office.own < office.room) return;
    size_t room = office.room ? 2 * office.room : ROOM_FIRST;
    struct indicator *all = arena_array(office.arena, struct indicator, indicators_count + room);
    memcpy(all, indicator_table().at, (indicators_count + office.own) * sizeof *all);
    office.all = all;
    office.room = room;
}

static struct indicator copied(const struct indicator *i)
{
    struct indicator own = *i;
    own.code = str_copy(office.arena, i->code);
    own.name = str_copy(office.arena, i->name);
    own.unit = str_copy(office.arena, i->unit);
    own.canonical_unit = str_copy(office.arena, i->canonical_unit);
    own.citation = str_copy(office.arena, i->citation);
    own.base = str_copy(office.arena, i->base);
    own.own = true;
    return own;
}

static bool same(const struct indicator *a, const struct indicator *b)
{
    return str_eq(a->name, b->name) && str_eq(a->unit, b->unit) && str_eq(a->canonical_unit, b->canonical_unit) &&
           a->time == b->time && a->direction == b->direction && a->aggregation == b->aggregation &&
           a->periods == b->periods && str_eq(a->citation, b->citation);
}

void indicator_own_put(const struct indicator *i)
{
    const uint32_t *place = office.own ? map_find(&office.place_of, i->code) : NULL;
    if (place && same(&office.all[indicators_count + *place], i)) return;
    make_room();
    struct indicator own = copied(i);
    size_t at = place ? *place : office.own++;
    office.all[indicators_count + at] = own;
    if (!place) map_put(&office.place_of, office.arena, own.code, (uint32_t)at);
}

void indicator_own_forget(void)
{
    office.own = 0;
    office.place_of = office.small = (struct map){0};
    office.small_count = 0;
}
