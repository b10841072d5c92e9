/* SPDX-License-Identifier: Apache-2.0
 *
 * check_told: takes what the checker is told, statement by statement, and keeps of it only what rules compare: an item
 * (64 bytes) for a figure, and once for all figures that say the same of another number and subject what they say
 * (`about`). The texts of statements are good until the next are told (reader_stream), so those that are no part of the
 * text of the document are copied, equal ones once.
 *
 * What depends on the text around the figures is filled in when all is told, by check_index.c.
 */
#include "check_private.h"
#include "utf8.h"

#include <assert.h>

enum { TOP_MOST = 1000, ITEMS_MOST = 1 << 26 };

/* --- texts */

static bool within(struct str text, struct str part)
{
    uintptr_t first = (uintptr_t)text.ptr, at = (uintptr_t)part.ptr;
    return at >= first && at - first <= text.len && part.len <= text.len - (at - first);
}

/* Its place among the copies. */
static uint32_t copy_of(struct checker *c, struct str s)
{
    const uint32_t *known = map_find(&c->copies.known, s);
    if (known) return *known;
    struct str copy = str_copy(c->arena, s);
    map_put(&c->copies.known, c->arena, copy, (uint32_t)c->copies.len);
    *vec_push(c->arena, &c->copies) = copy;
    return (uint32_t)c->copies.len - 1;
}

static struct str keep_text(struct checker *c, const struct told *d, struct str s)
{
    if (s.len == 0) return (struct str){"", 0};
    if (within(d->text, s)) return s;
    uint32_t place = copy_of(c, s);
    return c->copies.at[place];
}

/* The subject of an item: a part of the text, or a copy. */
static bool set_subject(struct checker *c, const struct told *d, struct item *i, struct str subject)
{
    subject = utf8_clip(subject, UINT16_MAX);
    i->copied = subject.len > 0 && !within(d->text, subject);
    if (i->copied)
        i->subject = copy_of(c, subject);
    else if (subject.len)
        i->subject = (uint32_t)(subject.ptr - d->text.ptr);
    i->subject_len = (uint16_t)subject.len;
    i->subject_number = number_subject(&c->numbers, item_subject(i), i->f);
    return i->subject_number > 0;
}

/* --- what figures say */

static uint64_t mix(uint64_t h, uint64_t n)
{
    h = (h ^ n) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 29;
}

static uint64_t mix_period(uint64_t h, struct period p)
{
    uint64_t from = (uint64_t)(uint16_t)p.from.year << 16 | (uint64_t)p.from.month << 8 | p.from.day;
    uint64_t to = (uint64_t)(uint16_t)p.to.year << 16 | (uint64_t)p.to.month << 8 | p.to.day;
    return mix(mix(h, (uint64_t)p.kind << 32 | from), to);
}

static uint64_t hash_of(const struct about *f)
{
    const struct str texts[] = {f->unit, f->indicator, f->place, f->plan};
    uint64_t h = mix(f->document, (uint64_t)f->kind << 24 | (uint64_t)f->bound << 16 | (uint64_t)f->aspect << 8 |
                                      (uint64_t)f->against);
    h = mix(h, (uint64_t)f->heading << 2 | (uint64_t)f->has_max << 1 | f->has_of);
    h = mix_period(mix_period(h, f->period), f->against_period);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) h = mix(h, str_hash(texts[i]));
    return h;
}

/* The literal meaning of a period of kind NONE is nothing, but its days are compared by rules all the same. */
static bool same_period(struct period a, struct period b)
{
    return a.kind == b.kind && date_cmp(a.from, b.from) == 0 && date_cmp(a.to, b.to) == 0;
}

static bool says_same(const struct about *a, const struct about *b)
{
    return a->in == b->in && a->kind == b->kind && a->bound == b->bound && a->aspect == b->aspect &&
           a->against == b->against && a->heading == b->heading && a->has_max == b->has_max && a->has_of == b->has_of &&
           str_eq(a->unit, b->unit) && str_eq(a->indicator, b->indicator) && str_eq(a->place, b->place) &&
           str_eq(a->plan, b->plan) && same_period(a->period, b->period) &&
           same_period(a->against_period, b->against_period);
}

static uint32_t *slot_of(const struct checker *c, const struct about *f)
{
    size_t i = (size_t)hash_of(f) & (c->about_size - 1);
    while (c->about_table[i] && !says_same(c->abouts.at[c->about_table[i] - 1], f)) i = (i + 1) & (c->about_size - 1);
    return &c->about_table[i];
}

static void grow_table(struct checker *c)
{
    if (c->about_table) arena_forget(c->about_table, c->about_size * sizeof *c->about_table);
    c->about_size = c->about_size ? 2 * c->about_size : 64;
    c->about_table = arena_array(c->arena, uint32_t, c->about_size);
    for (size_t i = 0; i < c->abouts.len; i++) *slot_of(c, c->abouts.at[i]) = (uint32_t)i + 1;
}

static bool top_says_year(const struct about *f)
{
    char digits[4];
    return year_digits(digits, f->period) &&
           str_has(utf8_clip(f->in->text, TOP_MOST), (struct str){digits, sizeof digits});
}

/* The one that says the same, or a new one. */
static const struct about *about_of(struct checker *c, struct about *f)
{
    if (c->abouts.len && says_same(c->abouts.at[c->abouts.len - 1], f)) return c->abouts.at[c->abouts.len - 1];
    if (4 * c->abouts.len >= 3 * c->about_size) grow_table(c);
    uint32_t *slot = slot_of(c, f);
    if (*slot) return c->abouts.at[*slot - 1];
    struct about *made = arena_new(c->arena, struct about);
    *made = *f;
    struct str *texts[] = {&made->unit, &made->indicator, &made->place, &made->plan};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) *texts[i] = keep_text(c, f->in, *texts[i]);
    number_about(&c->numbers, made);
    made->top = top_says_year(made);
    made->percent = unit_is_percent(made->unit);
    made->money = unit_is_money(made->unit);
    made->count = unit_is_count(made->unit);
    *vec_push(c->arena, &c->abouts) = made;
    *slot = (uint32_t)c->abouts.len;
    return made;
}

/* --- items */

/* The place of numbers that are rare; the same as those of the figure before when they are equal. */
static uint32_t more_of(struct checker *c, struct told *d, const struct item_more *m)
{
    const struct item_more *last = &d->more.at[d->more.len - 1];
    bool same = d->more.len > 1 && decimal_eq(last->max, m->max) && last->max.scale == m->max.scale &&
                decimal_eq(last->of, m->of) && last->of.scale == m->of.scale;
    if (!same) *vec_push(c->arena, &d->more) = *m;
    return (uint32_t)d->more.len - 1;
}

static struct told *told_last(const struct checker *c)
{
    assert(c->documents.len);
    return c->documents.at[c->documents.len - 1];
}

static struct told *told_begin(struct checker *c, struct str text, uint32_t number)
{
    struct told *d = arena_new(c->arena, struct told);
    if (c->documents.len) told_last(c)->end = c->count;
    *d = (struct told){.text = text, .number = number, .first = c->count, .copies = &c->copies};
    *vec_push(c->arena, &d->more) = (struct item_more){.plan.text = {"", 0}};
    return *vec_push(c->arena, &c->documents) = d;
}

static void add_item(struct checker *c, struct told *d, const struct figure_statement *f, struct span span)
{
    struct about says = {.in = d,
                         .period = f->period,
                         .against_period = f->against_period,
                         .unit = f->unit,
                         .indicator = f->indicator,
                         .place = f->place,
                         .plan = f->plan,
                         .document = d->number,
                         .kind = f->kind,
                         .bound = f->bound,
                         .aspect = f->aspect,
                         .against = f->against,
                         .heading = f->heading,
                         .has_max = f->has_max,
                         .has_of = f->has_of};
    struct item i = {.f = about_of(c, &says),
                     .coefficient = f->value.coefficient,
                     .scale = f->value.scale,
                     .start = span.start,
                     .end = span.end,
                     .chain = f->group};
    if (!set_subject(c, d, &i, f->subject)) return;
    if (f->has_max || f->has_of) i.more = more_of(c, d, &(struct item_more){f->value_max, f->of, {.text = {"", 0}}});
    buf_put(c->store, (struct str){(const char *)&i, sizeof i});
    if (c->store->len / sizeof i > c->count) c->count++;
}

static void free_store(void *p)
{
    buf_free(p);
}

struct checker *check_begin(struct arena *a, enum lang lang)
{
    struct checker *c = arena_new(a, struct checker);
    struct buf *store = arena_new(a, struct buf);
    *store = buf_make((size_t)ITEMS_MOST * sizeof(struct item));
    arena_defer(a, free_store, store);
    *c = (struct checker){.arena = a, .lang = lang, .numbers = {.arena = a}, .store = store};
    return c;
}

void check_tell_document(struct checker *c, struct str text)
{
    told_begin(c, text, (uint32_t)c->documents.len);
}

void check_tell_date(struct checker *c, struct date date)
{
    told_last(c)->date = date;
}

void check_tell(struct checker *c, const struct statement *at, size_t count)
{
    struct told *d = told_last(c);
    for (size_t i = 0; i < count; i++) {
        struct span span = at[i].span;
        if (at[i].kind == STATEMENT_FIGURE && span.end <= d->text.len && span.start <= span.end)
            add_item(c, d, &at[i].figure, span);
    }
}

void check_tell_record(struct checker *c, const struct check_figure *record, size_t count)
{
    struct told *d = told_begin(c, (struct str){"", 0}, CHECK_RECORD);
    d->record = c->record = record;
    for (size_t n = 0; n < count; n++) {
        const struct figure *g = record[n].figure;
        struct figure_statement f = {.value = g->value,
                                     .value_max = g->value_max,
                                     .of = g->of,
                                     .has_max = g->has_max,
                                     .has_of = g->has_of,
                                     .kind = g->key.kind,
                                     .bound = g->bound,
                                     .aspect = g->key.aspect,
                                     .against = g->key.against,
                                     .against_period = g->key.against_period,
                                     .period = g->key.period,
                                     .unit = g->measure,
                                     .subject = record[n].subject,
                                     .indicator = g->key.indicator,
                                     .place = record[n].place};
        add_item(c, d, &f, (struct span){CHECK_RECORD, (uint32_t)n, (uint32_t)n});
    }
}

size_t check_told_count(const struct checker *c)
{
    return c->count;
}

struct check_told check_told(const struct checker *c, size_t i)
{
    const struct item *at = (const struct item *)(const void *)c->store->ptr + i;
    const struct about *f = at->f;
    return (struct check_told){f->document, f->in->date, f->period, item_subject(at), f->indicator, f->place};
}
