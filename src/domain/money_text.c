/* SPDX-License-Identifier: Apache-2.0
 *
 * money_text: see money_text.h.
 *
 *     amount  [giảm | -] part {part} [đồng]
 *     part    number [unit]
 *     unit    nghìn tỷ > tỷ > triệu > nghìn
 */
#include "money_text.h"

#include "project_table.h"

enum { NO_UNIT = -1, PLAIN_LEAST = 1000 };

/* Behind every '.' stand three digits: "1.500" is a group, and "1.5" could mean two things. */
static bool groups_fit(struct str typed)
{
    struct str rest = str_cut(typed, STR(",")).head;
    rest = str_cut(rest, STR(".")).tail;
    if (!str_has(typed, STR("."))) return true;
    for (bool more = true; more;) {
        struct str_cut cut = str_cut(rest, STR("."));
        if (cut.head.len != 3) return false;
        rest = cut.tail;
        more = cut.found;
    }
    return true;
}

bool number_typed_read(struct decimal *out, struct str typed)
{
    return groups_fit(typed) && decimal_read_grouped(out, typed, '.', ',');
}

struct part {
    struct decimal number;
    int zeros; /* of its unit; NO_UNIT: none was said */
    bool dong; /* "đồng" stands behind it */
};

static bool is_number_byte(char c)
{
    return (c >= '0' && c <= '9') || c == '.' || c == ',';
}

/* The words between two numbers: a unit, "đồng", both or neither. */
static bool unit_read(struct part *p, struct str words)
{
    static const struct {
        struct str word;
        int zeros;
    } UNITS[] = {{STR_INIT("nghìn tỷ"), 12}, {STR_INIT("nghìn tỉ"), 12}, {STR_INIT("ngàn tỷ"), 12},
                 {STR_INIT("ngàn tỉ"), 12},  {STR_INIT("tỷ"), 9},        {STR_INIT("tỉ"), 9},
                 {STR_INIT("triệu"), 6},     {STR_INIT("tr"), 6},        {STR_INIT("nghìn"), 3},
                 {STR_INIT("ngàn"), 3}};
    static const struct str DONG[] = {STR_INIT("đồng"), STR_INIT("vnđ"), STR_INIT("vnd"), STR_INIT("đ")};
    p->zeros = NO_UNIT;
    for (size_t i = 0; i < sizeof DONG / sizeof *DONG && !p->dong; i++) {
        if (words.len < DONG[i].len || !project_word_eq(str_from(words, words.len - DONG[i].len), DONG[i])) continue;
        words = str_trim((struct str){words.ptr, words.len - DONG[i].len});
        p->dong = true;
    }
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (project_word_eq(words, UNITS[i].word)) {
            p->zeros = UNITS[i].zeros;
            return true;
        }
    return !words.len;
}

/* The next part; *rest is what stands behind it. */
static bool part_read(struct part *p, struct str *rest)
{
    struct str s = str_trim(*rest);
    size_t digits = 0, end;
    *p = (struct part){0};
    while (digits < s.len && is_number_byte(s.ptr[digits])) digits++;
    for (end = digits; end < s.len && !is_number_byte(s.ptr[end]);) end++;
    struct str number = str_part(s, 0, digits);
    if (digits && s.ptr[digits - 1] == ',') return false;
    *rest = str_from(s, end);
    return digits && number_typed_read(&p->number, number) && unit_read(p, str_trim(str_part(s, digits, end)));
}

/* Less than one of the unit of the part before it. */
static bool is_below(const struct part *p, int zeros, int before)
{
    struct decimal one, value;
    return decimal_shift(&value, p->number, zeros) && decimal_shift(&one, DECIMAL_INT(1), before) &&
           decimal_cmp(value, one) < 0;
}

bool money_read(struct decimal *out, bool *has_unit, struct str typed)
{
    struct str rest = str_trim(typed), fewer = STR("giảm ");
    bool words = str_starts(rest, fewer), less = words || (rest.len && rest.ptr[0] == '-'), named = false;
    struct decimal sum = DECIMAL_INT(0);
    int before = NO_UNIT;
    if (less) rest = str_from(rest, words ? fewer.len : 1);
    for (bool first = true; first || rest.len; first = false) {
        struct part p;
        if (!part_read(&p, &rest)) return false;
        bool last = !rest.len;
        int zeros = p.zeros == NO_UNIT ? 0 : p.zeros;
        if (p.zeros == NO_UNIT && (!last || (!first && !p.dong))) return false;
        if (!last && (p.dong || p.number.scale > 0)) return false;
        if (!first && (zeros >= before || !is_below(&p, zeros, before))) return false;
        struct decimal value;
        if (!decimal_shift(&value, p.number, zeros) || !decimal_add(&sum, sum, value)) return false;
        named |= p.zeros != NO_UNIT;
        before = zeros;
    }
    if (sum.scale < 0 && !decimal_rescale(&sum, sum, 0, ROUND_DOWN)) return false;
    /* Nobody pays "76,31 đồng": a unit was left out. */
    if (!named && decimal_trim(sum).scale > 0 && decimal_cmp(sum, DECIMAL_INT(PLAIN_LEAST)) < 0) return false;
    if (has_unit) *has_unit = named;
    *out = less ? decimal_neg(sum) : sum;
    return true;
}
