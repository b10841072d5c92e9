/* SPDX-License-Identifier: Apache-2.0
 *
 * quote: see quote.h. A number is digits with '.' and ','; three digits after every '.' make it a group mark, else it
 * is a point. Words of size (nghìn, triệu, tỷ) follow and multiply; "15.547 tỷ 719 triệu" adds two such numbers.
 */
#include "quote.h"

static const struct {
    struct str word;
    int power;
} SIZES[] = {
    {STR_INIT("nghìn tỷ"), 12}, {STR_INIT("ngàn tỷ"), 12}, {STR_INIT("nghìn"), 3}, {STR_INIT("ngàn"), 3},
    {STR_INIT("triệu"), 6},     {STR_INIT("tỷ"), 9},       {STR_INIT("tỉ"), 9},
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static struct str skip_spaces(struct str s)
{
    while (s.len && (s.ptr[0] == ' ' || s.ptr[0] == '\n')) s = str_from(s, 1);
    while (str_starts(s, STR("\u00a0"))) s = str_from(s, 2);
    return s;
}

/* '.' groups when three digits follow each. */
static bool dots_group(struct str digits)
{
    for (size_t i = 0; i < digits.len; i++)
        if (digits.ptr[i] == '.' && !(i + 3 < digits.len && (i + 4 == digits.len || !is_digit(digits.ptr[i + 4]))))
            return false;
    return true;
}

static bool read_digits(struct decimal *out, struct str *s)
{
    size_t n = 0;
    while (n < s->len && (is_digit(s->ptr[n]) ||
                          (n && (s->ptr[n] == '.' || s->ptr[n] == ',') && n + 1 < s->len && is_digit(s->ptr[n + 1]))))
        n++;
    struct str digits = str_part(*s, 0, n);
    *s = str_from(*s, n);
    return n && (dots_group(digits) ? decimal_read_grouped(out, digits, '.', ',')
                                    : decimal_read_grouped(out, digits, ',', '.'));
}

static int size_word(struct str *s)
{
    struct str rest = skip_spaces(*s);
    for (size_t i = 0; i < sizeof SIZES / sizeof *SIZES; i++)
        if (str_starts(rest, SIZES[i].word)) {
            *s = str_from(rest, SIZES[i].word.len);
            return SIZES[i].power;
        }
    return 0;
}

static void unit_of(struct quote_number *out, struct str s)
{
    s = skip_spaces(s);
    out->unit = s;
    if (str_starts(s, STR("đồng"))) out->unit = STR("VND");
    if (str_eq(s, STR("phần trăm"))) out->unit = STR("%");
}

bool quote_number(struct quote_number *out, struct str quote)
{
    struct str s = quote;
    struct decimal part;
    *out = (struct quote_number){.unit = {"", 0}};
    if (!read_digits(&out->value, &s)) return false;
    struct str rest = skip_spaces(s);
    if (str_starts(rest, STR("/")) && rest.len > 1 && is_digit(rest.ptr[1])) {
        s = str_from(rest, 1);
        out->has_of = read_digits(&out->of, &s);
    } else if ((str_starts(rest, STR("-")) || str_starts(rest, STR("–"))) && rest.len > 1) {
        rest = skip_spaces(str_from(rest, str_starts(rest, STR("-")) ? 1 : 3));
        if (rest.len && is_digit(rest.ptr[0])) {
            s = rest;
            out->has_max = read_digits(&out->value_max, &s);
        }
    }
    int power = size_word(&s);
    bool fits = decimal_shift(&out->value, out->value, power);
    if (out->has_of) fits = fits && decimal_shift(&out->of, out->of, power);
    if (out->has_max) fits = fits && decimal_shift(&out->value_max, out->value_max, power);
    rest = skip_spaces(s);
    if (power && rest.len && is_digit(rest.ptr[0]) && read_digits(&part, &rest)) {
        int small = size_word(&rest);
        fits = fits && small && decimal_shift(&part, part, small) && decimal_add(&out->value, out->value, part);
        s = rest;
    }
    if (str_eq(skip_spaces(s), (struct str){"", 0}) && power >= 9)
        out->unit = STR("VND");
    else
        unit_of(out, s);
    return fits;
}
