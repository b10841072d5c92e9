/* SPDX-License-Identifier: Apache-2.0
 *
 * petition_twins: see petition_twins.h. Each letter becomes a set of numbers of words; for each word there is a list of
 * the letters that have it, in order, so a letter is compared only with earlier ones that share a word with it.
 */
#include "petition_twins.h"

#include "buf.h"
#include "map.h"
#include "matter_page.h"

#include <stdlib.h>

enum { USUAL_FROM = 10, USUAL_PART = 5 }; /* a word of a fifth of all, where that is ten or more, is a usual one */

struct word_ids {
    VEC_FIELDS(uint32_t);
};
struct compared {
    const struct petition *petition;
    struct word_ids words;
    struct str sender, place; /* folded; "" */
};
struct comparing {
    struct arena *arena;
    struct compared *at;
    size_t len;
    struct map numbers; /* word -> number */
    struct {
        VEC_FIELDS(struct word_ids); /* of a word: which letters have it */
    } having;
    uint32_t *common; /* of the letter that is looked at, with each earlier one */
};

static struct str folded(struct arena *a, struct str text)
{
    struct buf b = buf_make(SIZE_MAX);
    matter_words_put(&b, text);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static void add_word(struct comparing *c, uint32_t who, struct str word)
{
    const uint32_t *known = map_find(&c->numbers, word);
    uint32_t number = known ? *known : (uint32_t)c->having.len;
    if (!known) {
        map_put(&c->numbers, c->arena, word, number);
        *vec_push(c->arena, &c->having) = (struct word_ids){0};
    }
    struct word_ids *having = &c->having.at[number];
    if (having->len && having->at[having->len - 1] == who) return; /* twice in one letter */
    *vec_push(c->arena, having) = who;
    *vec_push(c->arena, &c->at[who].words) = number;
}

static void take(struct comparing *c, const struct petition *p)
{
    uint32_t who = (uint32_t)c->len++;
    struct str rest = folded(c->arena, p->matter.title);
    c->at[who] = (struct compared){.petition = p,
                                   .sender = folded(c->arena, petition_field(p, p->kind->petition.sender)),
                                   .place = folded(c->arena, petition_field(p, p->kind->petition.place))};
    while (rest.len) {
        struct str_cut cut = str_cut(str_from(rest, 1), STR(" "));
        add_word(c, who, cut.head);
        rest = cut.found ? str_from(rest, 1 + cut.head.len) : STR("");
    }
}

static bool usual(const struct comparing *c, uint32_t word)
{
    size_t n = c->having.at[word].len;
    return n >= USUAL_FROM && n > c->len / USUAL_PART;
}

static uint32_t rare_words(const struct comparing *c, size_t who)
{
    uint32_t n = 0;
    for (size_t i = 0; i < c->at[who].words.len; i++) n += !usual(c, c->at[who].words.at[i]);
    return n;
}

/* Three fifths of the words, three of them at least; or fewer with the same place or sender. */
static bool is_twin(const struct petition_twin *t)
{
    bool words = t->common >= 3 && 5 * t->common >= 3 * t->of;
    bool placed = t->same_place && t->common >= 2 && 5 * t->common >= 2 * t->of;
    bool sent = t->same_sender && t->common >= 2 && 10 * t->common >= 3 * t->of;
    return words || placed || sent;
}

static void compare(struct petition_twins *out, struct comparing *c, size_t who, bool every)
{
    const struct compared *x = &c->at[who];
    uint32_t own = rare_words(c, who);
    if (!every && matter_group_ended(x->petition->matter.group)) return;
    memset(c->common, 0, who * sizeof *c->common);
    for (size_t i = 0; i < x->words.len; i++) {
        const struct word_ids *having = &c->having.at[x->words.at[i]];
        for (size_t k = 0; !usual(c, x->words.at[i]) && k < having->len && having->at[k] < who; k++)
            c->common[having->at[k]]++;
    }
    for (size_t i = 0; i < who; i++) {
        const struct compared *y = &c->at[i];
        /* A letter with a name beside a denunciation would tell who denounces. */
        bool both = x->petition->kind->petition.apart == y->petition->kind->petition.apart;
        if (!c->common[i] || !both) continue;
        struct petition_twin t = {.later = x->petition,
                                  .first = y->petition,
                                  .common = c->common[i],
                                  .of = own + rare_words(c, i) - c->common[i],
                                  .same_sender = x->sender.len && str_eq(x->sender, y->sender),
                                  .same_place = x->place.len && str_eq(x->place, y->place)};
        t.days = date_to_days(x->petition->received) - date_to_days(y->petition->received);
        if (is_twin(&t)) *vec_push(c->arena, out) = t;
    }
}

static int by_received(const void *x, const void *y)
{
    const struct petition *a = x, *b = y;
    int days = date_cmp(a->received, b->received);
    if (days != 0) return days;
    return a->matter.id.n < b->matter.id.n ? -1 : a->matter.id.n > b->matter.id.n;
}

static int more_certain(const void *x, const void *y)
{
    const struct petition_twin *a = x, *b = y;
    int who = by_received(a->later, b->later);
    if (who != 0) return who;
    uint32_t sa = a->common + 2u * a->same_sender + 2u * a->same_place;
    uint32_t sb = b->common + 2u * b->same_sender + 2u * b->same_place;
    if (sa != sb) return sa > sb ? -1 : 1;
    return by_received(a->first, b->first);
}

bool petition_twins(struct petition_twins *out, struct petition_list *list, struct db *db, struct arena *a,
                    const struct petition_wish *w, struct date on, uint32_t within, bool every, struct err *err)
{
    struct comparing c = {.arena = a};
    struct date first = date_add_days(on, -(int32_t)within);
    *out = (struct petition_twins){0};
    if (!petition_rows(list, db, a, w, err)) return false;
    if (list->len) qsort(list->at, list->len, sizeof *list->at, by_received);
    c.at = arena_array(a, struct compared, list->len);
    c.common = arena_array(a, uint32_t, list->len);
    for (size_t i = 0; i < list->len; i++) {
        const struct petition *p = &list->at[i];
        bool in = date_cmp(p->received, first) >= 0 && date_cmp(p->received, on) <= 0;
        if (in && p->matter.group != MATTER_DROPPED) take(&c, p);
    }
    for (size_t i = 0; i < c.len; i++) compare(out, &c, i, every);
    if (out->len) qsort(out->at, out->len, sizeof *out->at, more_certain);
    return true;
}
