/* SPDX-License-Identifier: Apache-2.0
 *
 * unit: see unit.h. Rows are made into a struct unit when they are asked for: texts are places in a pool, the code is
 * the id up to its point. Ids are in byte order, so finding one is a binary search, and all units of one code stand
 * together, the earlier ones behind the last ("26905", "26905.2024", "26905.2025").
 */
#include "unit.h"

#include "unit_search.h"
#include "unit_table.h"

#include <assert.h>

static const struct str KIND_NAMES[] = {STR_INIT("country"), STR_INIT("province"), STR_INIT("district"),
                                        STR_INIT("commune"), STR_INIT("office")};
_Static_assert(sizeof KIND_NAMES / sizeof *KIND_NAMES == UNIT_KINDS, "a word for each");

struct str unit_kind_word(enum unit_kind kind)
{
    return KIND_NAMES[kind];
}

bool unit_kind_read(enum unit_kind *out, struct str word)
{
    for (size_t i = 0; i < UNIT_KINDS; i++) {
        if (!str_eq(KIND_NAMES[i], word)) continue;
        *out = (enum unit_kind)i;
        return true;
    }
    return false;
}

static const struct {
    struct str words;
    enum unit_kind kind;
} KINDS[] = {
    {STR_INIT("tinh"), UNIT_PROVINCE},    {STR_INIT("thanh pho"), UNIT_DISTRICT}, {STR_INIT("quan"), UNIT_DISTRICT},
    {STR_INIT("huyen"), UNIT_DISTRICT},   {STR_INIT("thi xa"), UNIT_DISTRICT},    {STR_INIT("phuong"), UNIT_COMMUNE},
    {STR_INIT("xa"), UNIT_COMMUNE},       {STR_INIT("thi tran"), UNIT_COMMUNE},   {STR_INIT("dac khu"), UNIT_COMMUNE},
    {STR_INIT("viet nam"), UNIT_COUNTRY}, {STR_INIT("ca nuoc"), UNIT_COUNTRY},    {STR_INIT("toan quoc"), UNIT_COUNTRY},
};

static bool starts_with_word(struct str key, struct str word)
{
    return str_starts(key, word) && (key.len == word.len || key.ptr[word.len] == ' ');
}

enum unit_kind unit_kind_of_name(struct str name)
{
    char out[UNIT_KEY_SIZE];
    struct str key = unit_key_write(out, name);
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        if (!starts_with_word(key, KINDS[i].words)) continue;
        if (starts_with_word(str_from(key, KINDS[i].words.len), STR(" uy"))) return UNIT_OFFICE; /* Quận ủy, Thành ủy */
        return unit_is_province(key) ? UNIT_PROVINCE : KINDS[i].kind;
    }
    return unit_is_province(key) ? UNIT_PROVINCE : UNIT_OFFICE;
}

size_t unit_count(void)
{
    return unit_rows_count;
}

static struct str pooled(uint32_t at)
{
    return str_of(unit_pool + at);
}

static struct str code_of(struct str id)
{
    return str_cut(id, STR(".")).head;
}

struct unit unit_at(struct unit_id id)
{
    assert(id.n > 0 && id.n <= unit_rows_count);
    const struct unit_row *r = &unit_rows[id.n - 1];
    return (struct unit){
        .id = pooled(r->id),
        .code = code_of(pooled(r->id)),
        .name = pooled(r->name),
        .parent = pooled(r->parent),
        .kind = (enum unit_kind)r->kind,
        .from = unit_days[r->from],
        .to = unit_days[r->to],
        .area = r->area,
        .population = r->population,
    };
}

/* The first place whose id is not below. */
static uint32_t lower_bound(struct str id)
{
    uint32_t low = 0, high = unit_rows_count;
    while (low < high) {
        uint32_t mid = (low + high) / 2;
        if (str_cmp(pooled(unit_rows[mid].id), id) < 0)
            low = mid + 1;
        else
            high = mid;
    }
    return low;
}

struct unit_id unit_of_id(struct str id)
{
    uint32_t at = lower_bound(id);
    if (at == unit_rows_count || !str_eq(pooled(unit_rows[at].id), id)) return (struct unit_id){0};
    return (struct unit_id){at + 1};
}

struct unit_id unit_of_code(struct str code, struct date day)
{
    for (uint32_t at = lower_bound(code); at < unit_rows_count; at++) {
        struct unit u = unit_at((struct unit_id){at + 1});
        if (!str_eq(u.code, code)) break;
        if (!date_known(day) || unit_valid_on(&u, day)) return (struct unit_id){at + 1};
    }
    return (struct unit_id){0};
}

bool unit_valid_on(const struct unit *u, struct date day)
{
    if (!date_known(day)) return !date_known(u->to);
    return (!date_known(u->from) || date_cmp(u->from, day) <= 0) && (!date_known(u->to) || date_cmp(day, u->to) <= 0);
}

struct date unit_day_within(const struct unit *u, struct date day)
{
    if (date_known(u->to) && (!date_known(day) || date_cmp(day, u->to) > 0)) return u->to;
    if (date_known(day) && date_known(u->from) && date_cmp(day, u->from) < 0) return u->from;
    return day;
}

struct unit_id unit_above(const struct unit *u, struct date day)
{
    if (!u->parent.len) return (struct unit_id){0};
    return unit_of_code(u->parent, unit_day_within(u, day));
}

bool unit_lies_in(struct unit_id lower, struct unit_id upper, struct date day)
{
    while (lower.n && lower.n != upper.n) {
        struct unit u = unit_at(lower);
        lower = unit_above(&u, day);
    }
    return lower.n != 0;
}
