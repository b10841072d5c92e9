/* SPDX-License-Identifier: Apache-2.0
 *
 * indicator: see indicator.h. The names are looked up by their set of senses (phrase.c); what is left to decide here
 * is which of the indicators with that name is meant. The unit decides for levels ("hộ nghèo": hộ or %), the kind
 * for the rest:
 *
 *   level, fraction   the unit of measure must fit
 *   change            the same; "điểm %" fits an indicator in %
 *   share             only an indicator in %
 *   growth, % of plan any; an indicator that is itself a growth or a ratio gives way to its base, and of the rest
 * one in % gives way
 *                     to one that is not, since a rate seldom "grows by per cent"
 *
 * If more than one remains there is no answer.
 */
#include "indicator.h"

#include "indicator_private.h"

enum { CANDIDATES = 16 };

enum unit_class {
    CLASS_VND,
    CLASS_PER_HEAD, /* VND/người/năm and the like */
    CLASS_PERCENT,
    CLASS_AREA,
    CLASS_LENGTH,
    CLASS_WEIGHT,
    CLASS_DURATION,
    CLASS_SCORE,
    CLASS_RANK,
    CLASS_NOUN, /* a count: hộ, trường hợp, doanh nghiệp */
    CLASS_OTHER /* only itself: USD, ‰, người/km2 */
};

static const struct {
    struct str unit;
    enum unit_class class;
} UNITS[] = {
    {STR_INIT("VND"), CLASS_VND},       {STR_INIT("%"), CLASS_PERCENT},  {STR_INIT("điểm %"), CLASS_PERCENT},
    {STR_INIT("ha"), CLASS_AREA},       {STR_INIT("m2"), CLASS_AREA},    {STR_INIT("km2"), CLASS_AREA},
    {STR_INIT("km"), CLASS_LENGTH},     {STR_INIT("m"), CLASS_LENGTH},   {STR_INIT("tấn"), CLASS_WEIGHT},
    {STR_INIT("kg"), CLASS_WEIGHT},     {STR_INIT("tạ"), CLASS_WEIGHT},  {STR_INIT("giờ"), CLASS_DURATION},
    {STR_INIT("phút"), CLASS_DURATION}, {STR_INIT("điểm"), CLASS_SCORE}, {STR_INIT("hạng"), CLASS_RANK},
    {STR_INIT("vị trí"), CLASS_RANK},   {STR_INIT("bậc"), CLASS_RANK},   {STR_INIT("USD"), CLASS_OTHER},
    {STR_INIT("EUR"), CLASS_OTHER},     {STR_INIT("‰"), CLASS_OTHER},    {STR_INIT("lần"), CLASS_OTHER},
    {STR_INIT("AQI"), CLASS_OTHER},     {STR_INIT("kWh"), CLASS_OTHER},  {STR_INIT("MW"), CLASS_OTHER},
    {STR_INIT("lít"), CLASS_OTHER},     {STR_INIT("m3"), CLASS_OTHER},
};

static enum unit_class class_of(struct str unit)
{
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (str_eq(UNITS[i].unit, unit)) return UNITS[i].class;
    if (str_starts(unit, STR("VND/"))) return CLASS_PER_HEAD;
    return str_find_char(unit, '/') >= 0 ? CLASS_OTHER : CLASS_NOUN;
}

bool indicator_counts_by(struct str unit)
{
    return unit.len && class_of(unit) == CLASS_NOUN;
}

bool indicator_takes_unit(const struct indicator *i, struct str unit)
{
    if (str_eq(i->canonical_unit, unit)) return true;
    bool longer = unit.len > i->canonical_unit.len && unit.ptr[i->canonical_unit.len] == ' ';
    if (i->canonical_unit.len && longer && str_starts(unit, i->canonical_unit))
        return true; /* "hộ nghèo" counts "hộ" */
    enum unit_class want = class_of(i->canonical_unit), have = class_of(unit);
    /* "74 triệu đồng" after "bình quân đầu người" leaves out "/người/năm". */
    if (want == CLASS_PER_HEAD) return have == CLASS_PER_HEAD || have == CLASS_VND;
    return want == have && want != CLASS_OTHER;
}

static bool fits(const struct indicator *i, struct str unit, enum figure_kind kind)
{
    switch (kind) {
    case KIND_LEVEL:
    case KIND_FRACTION: return unit.len == 0 || (indicator_takes_unit(i, unit) && !str_eq(unit, STR("điểm %")));
    case KIND_CHANGE: return unit.len == 0 || indicator_takes_unit(i, unit);
    case KIND_SHARE: return str_eq(i->canonical_unit, STR("%"));
    case KIND_GROWTH:
    case KIND_PLAN_RATIO: return true;
    case KIND_COUNT: return false;
    }
    return false;
}

static const struct indicator_names_slot *slot_of(uint64_t key)
{
    size_t i = (size_t)key & (indicator_slots_size - 1);
    while (indicator_slots[i].key && indicator_slots[i].key != key) i = (i + 1) & (indicator_slots_size - 1);
    return indicator_slots[i].key ? &indicator_slots[i] : NULL;
}

static size_t add(const struct indicator **list, size_t count, const struct indicator *i)
{
    for (size_t k = 0; k < count; k++)
        if (list[k] == i) return count;
    if (count < CANDIDATES) list[count++] = i;
    return count;
}

const struct indicator *indicator_of_phrase(struct str phrase, struct str unit, enum figure_kind kind)
{
    const struct indicator *list[CANDIDATES];
    size_t count = 0, others = 0;
    struct phrase_set set;
    if (!phrase_read(&set, &indicator_words, phrase)) return NULL;
    const struct indicator_names_slot *slot = slot_of(set.key);
    for (size_t k = 0; slot && k < slot->count; k++) {
        const struct indicator_name *name = &indicator_names[slot->first + k];
        const struct indicator *i = &indicator_catalogue().at[name->indicator];
        if (!(name->kinds >> kind & 1) || (name->needs_count && !set.counted) || !fits(i, unit, kind)) continue;
        if (i->base.len && i->base_kind != KIND_LEVEL && i->base_kind == kind) i = indicator_find(i->base);
        if (i) count = add(list, count, i);
    }
    if (count > 1 && (kind == KIND_GROWTH || kind == KIND_PLAN_RATIO)) {
        for (size_t k = 0; k < count; k++)
            if (!str_eq(list[k]->canonical_unit, STR("%"))) list[others++] = list[k];
        count = others;
    }
    return count == 1 ? list[0] : NULL;
}
