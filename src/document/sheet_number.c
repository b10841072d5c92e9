/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_number: see sheet_number.h. What one text says:
 *
 *   1.234,5  12,5  1.234.567   Vietnamese        1,234.5  12.5  1,234,567   English
 *   1.234                      either: 1234 in Vietnamese, 1.234 in English; 1,234 the other way
 *   12345                      no groups in this column, so a lone '.' or ',' beside it stands before decimals
 *   2025  1150                 nothing: years stand at the head of columns, and many who group 47.123 leave 1150 whole
 *   1 234 567  (1.234)  -5  12,5%   blanks group in both; brackets are a minus of accountants
 *   3.15e+07  3,15E-05         as programs write very large and very small numbers: one digit, the point, the power
 *
 * The evidence of a column is the union over its texts. Nothing is guessed from how large a number would be.
 */
#include "sheet_number.h"

#include "buf.h"
#include "err.h"

enum { NUMBER_MOST = 40, SPACED = 64 };

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Takes "e+07" off "3.15e+07". The power is written with its sign and two digits, as programs do; before it stands one
 * digit, alone or before the point. Anything else is no power: "2E1" is a code. */
static bool take_power(int *power, struct str *s)
{
    enum { POWER_MOST = 30 };
    uint64_t n;
    ptrdiff_t at = str_find_char(*s, 'e') >= 0 ? str_find_char(*s, 'e') : str_find_char(*s, 'E');
    *power = 0;
    if (at < 0) return true;
    struct str digits = str_from(*s, (size_t)at + 1);
    if (digits.len != 3 || (digits.ptr[0] != '+' && digits.ptr[0] != '-')) return false;
    if (!str_to_u64(&n, str_from(digits, 1), POWER_MOST)) return false;
    *power = digits.ptr[0] == '-' ? -(int)n : (int)n;
    *s = str_part(*s, 0, (size_t)at);
    return s->len == 1 || (s->len > 2 && (s->ptr[1] == '.' || s->ptr[1] == ','));
}

/* The text without blanks at its ends and the sign, brackets, percent sign and power around it; the blanks that group
 * are taken out (p, NUMBER_MOST bytes). False when something else stands in it. */
static bool strip(struct str *digits, bool *negative, bool *percent, int *power, char *p, struct str s)
{
    size_t n = 0, blanks = 0, since = 0;
    s = str_trim(s);
    *negative = *percent = false;
    if (s.len > 2 && s.ptr[0] == '(' && s.ptr[s.len - 1] == ')') {
        *negative = true;
        s = str_part(s, 1, s.len - 1);
    } else if (s.len > 1 && (s.ptr[0] == '-' || s.ptr[0] == '+')) {
        *negative = s.ptr[0] == '-';
        s = str_from(s, 1);
    } else if (str_starts(s, STR("\xE2\x88\x92"))) { /* U+2212 */
        *negative = true;
        s = str_from(s, 3);
    }
    if (s.len > 1 && s.ptr[s.len - 1] == '%') {
        *percent = true;
        s = str_trim(str_part(s, 0, s.len - 1));
    }
    if (!take_power(power, &s)) return false;
    if (s.len == 0 || s.len > SPACED || !is_digit(s.ptr[0]) || !is_digit(s.ptr[s.len - 1])) return false;
    for (size_t i = 0; i < s.len; i++) {
        size_t blank = s.ptr[i] == ' '                                   ? 1
                       : str_starts(str_from(s, i), STR("\xC2\xA0"))     ? 2
                       : str_starts(str_from(s, i), STR("\xE2\x80\xAF")) ? 3
                                                                         : 0;
        if (blank) { /* between groups of three */
            if (blanks++ ? since != 3 : since > 3) return false;
            since = 0;
            i += blank - 1;
            continue;
        }
        if (!is_digit(s.ptr[i]) && s.ptr[i] != '.' && s.ptr[i] != ',') return false;
        if (!is_digit(s.ptr[i]) && blanks && since != 3) return false;
        if (n >= NUMBER_MOST) return false;
        p[n++] = s.ptr[i];
        since++;
    }
    if (blanks && memchr(p, '.', n) == NULL && memchr(p, ',', n) == NULL && since != 3) return false;
    *digits = (struct str){p, n};
    return true;
}

/* Digits in groups of three behind `group`, at most one `point`: returns whether that is how it is written. */
static bool written_so(struct str s, char group, char point)
{
    ptrdiff_t at = str_find_char(s, point);
    struct str whole = at < 0 ? s : str_part(s, 0, (size_t)at), rest = at < 0 ? STR("") : str_from(s, (size_t)at + 1);
    size_t since = 0, groups = 0;
    if (str_find_char(rest, point) >= 0 || str_find_char(rest, group) >= 0 || (at >= 0 && rest.len == 0)) return false;
    for (size_t i = 0; i < whole.len; i++) {
        if (whole.ptr[i] != group) {
            since++;
            continue;
        }
        if (groups++ ? since != 3 : since > 3 || since == 0) return false;
        since = 0;
    }
    if (groups && whole.ptr[0] == '0') return false; /* no group behind a lone zero: 0.125 */
    return whole.len > 0 && (groups == 0 || since == 3);
}

unsigned sheet_number_look(struct str s)
{
    char p[NUMBER_MOST];
    struct str d;
    bool negative, percent;
    int power;
    if (!strip(&d, &negative, &percent, &power, p, s)) return 0;
    bool vi = written_so(d, '.', ','), en = written_so(d, ',', '.');
    if (!vi && !en) return 0;
    bool separated = str_find_char(d, '.') >= 0 || str_find_char(d, ',') >= 0;
    if (power && separated) return WRITTEN_NUMBER | (d.ptr[1] == ',' ? WRITTEN_VI : WRITTEN_EN);
    if (vi && !en) return WRITTEN_NUMBER | WRITTEN_VI;
    if (en && !vi) return WRITTEN_NUMBER | WRITTEN_EN;
    if (separated) return WRITTEN_NUMBER | WRITTEN_EITHER | (str_find_char(d, ',') >= 0 ? WRITTEN_COMMA : 0u);
    if (d.len > 1 && d.ptr[0] == '0') return WRITTEN_NUMBER | WRITTEN_CODE;
    return WRITTEN_NUMBER | (d.len > 4 && str_eq(d, str_trim(s)) ? WRITTEN_PLAIN5 : 0u);
}

bool sheet_number_read(struct decimal *out, uint8_t *flags, struct str s, enum sheet_habit habit)
{
    char p[NUMBER_MOST], group = habit == HABIT_EN ? ',' : '.', point = habit == HABIT_EN ? '.' : ',';
    struct str d;
    bool negative, percent;
    int power;
    if (!strip(&d, &negative, &percent, &power, p, s) || !written_so(d, group, point)) return false;
    if (power && d.len > 1 && d.ptr[1] != point) return false; /* "1,234e+05" has no groups */
    if (!decimal_read_grouped(out, d, group, point) || !decimal_shift(out, *out, power)) return false;
    if (negative) *out = decimal_neg(*out);
    if (!percent) return true;
    *flags |= SHEET_PERCENT;
    return decimal_shift(out, *out, -2);
}

/* --- columns ------------------------------------------------------------------------------------------------------ */

struct column {
    struct number_column of;
    enum sheet_habit habit;
    bool leave;                             /* stays text */
    const struct sheet_cell *vi, *en, *odd; /* that show it */
};

unsigned number_column_look(struct number_column *c, struct str s)
{
    unsigned w = s.len > SPACED ? 0 : sheet_number_look(s);
    /* A column with both separators lone has one of them before decimals in some row, whichever it is. */
    if ((w & WRITTEN_EITHER) && (c->seen & WRITTEN_EITHER) && (w & WRITTEN_COMMA) != (c->seen & WRITTEN_COMMA))
        c->mixed = true;
    c->seen |= w;
    if ((c->seen & WRITTEN_VI) && (c->seen & WRITTEN_EN)) c->mixed = true;
    return w;
}

enum sheet_habit number_column_habit(const struct number_column *c)
{
    if (c->seen & WRITTEN_VI) return HABIT_VI;
    if (c->seen & WRITTEN_EN) return HABIT_EN;
    if (!(c->seen & WRITTEN_EITHER)) return HABIT_VI; /* whole numbers: both are the same */
    if (!(c->seen & WRITTEN_PLAIN5)) return HABIT_AUTO;
    return c->seen & WRITTEN_COMMA ? HABIT_VI : HABIT_EN; /* no groups here: the separator stands before decimals */
}

static void look(struct column *columns, const struct sheet_cell *cells, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct column *c = &columns[cells[i].column];
        if (cells[i].type != SHEET_TEXT) continue;
        unsigned w = number_column_look(&c->of, cells[i].text);
        if (w & WRITTEN_VI) c->vi = &cells[i];
        if (w & WRITTEN_EN) c->en = &cells[i];
        if (w & WRITTEN_EITHER) c->odd = &cells[i];
    }
}

/* "Sheet!C12", the cell that shows it. */
static void tell(struct problems *out, struct arena *a, enum err_code code, enum severity severity, struct str sheet,
                 const struct sheet_cell *c)
{
    struct buf b = buf_make(512);
    if (sheet.len) {
        buf_put(&b, sheet);
        buf_char(&b, '!');
    }
    sheet_place_write(&b, c->row, c->column);
    problem_add(out, a, (struct problem){code, severity, {0}, {str_copy(a, buf_str(&b)), str_trim(c->text)}});
    buf_free(&b);
}

static void decide(struct problems *out, struct arena *a, struct column *columns, size_t width, struct str sheet)
{
    bool vi = false, en = false;
    for (size_t i = 0; i < width; i++) {
        struct column *c = &columns[i];
        c->leave = c->of.mixed || (c->of.seen & WRITTEN_CODE);
        c->habit = number_column_habit(&c->of);
        vi = vi || (!c->leave && (c->of.seen & WRITTEN_VI));
        en = en || (!c->leave && (c->of.seen & WRITTEN_EN));
    }
    for (size_t i = 0; i < width; i++) {
        struct column *c = &columns[i];
        if (c->leave && !(c->of.seen & WRITTEN_CODE))
            tell(out, a, ERR_SHEET_MIXED, SEVERITY_DOUBT, sheet, c->vi ? c->vi : c->odd);
        if (c->leave || c->habit != HABIT_AUTO) continue;
        c->habit = vi == en ? HABIT_AUTO : vi ? HABIT_VI : HABIT_EN;
        c->leave = c->habit == HABIT_AUTO;
        enum err_code code = c->leave               ? ERR_SHEET_UNCLEAR
                             : c->habit == HABIT_VI ? ERR_SHEET_TAKEN_VI
                                                    : ERR_SHEET_TAKEN_EN;
        tell(out, a, code, c->leave ? SEVERITY_DOUBT : SEVERITY_NOTE, sheet, c->odd);
    }
}

/* The number as Vietnamese write it, without groups. */
static struct str text_vi(struct arena *a, struct decimal n, bool percent)
{
    struct buf b = buf_make(SPACED);
    if (percent && !decimal_shift(&n, n, 2)) percent = false;
    decimal_write(&b, n);
    for (size_t i = 0; i < b.len; i++)
        if (b.ptr[i] == '.') b.ptr[i] = ',';
    if (percent) buf_char(&b, '%');
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool sheet_numbers(struct problems *out, struct arena *a, struct sheet_cell *cells, size_t count, struct str sheet,
                   enum sheet_habit habit)
{
    size_t width = 0;
    bool rewritten = false;
    for (size_t i = 0; i < count; i++)
        if (cells[i].column >= width) width = cells[i].column + 1u;
    struct column *columns = arena_array(a, struct column, width);
    look(columns, cells, count);
    if (habit == HABIT_AUTO)
        decide(out, a, columns, width, sheet);
    else
        for (size_t i = 0; i < width; i++) {
            columns[i].habit = habit;
            columns[i].leave = columns[i].of.seen & WRITTEN_CODE;
        }
    for (size_t i = 0; i < count; i++) {
        struct sheet_cell *c = &cells[i];
        const struct column *k = &columns[c->column];
        struct decimal n;
        uint8_t flags = c->flags;
        if (c->type != SHEET_TEXT || k->leave || c->text.len > SPACED || !(k->of.seen & WRITTEN_NUMBER)) continue;
        if (!sheet_number_read(&n, &flags, c->text, k->habit)) continue;
        c->type = SHEET_NUMBER;
        c->number = n;
        c->flags = flags;
        bool power = str_find_char(c->text, 'e') >= 0 || str_find_char(c->text, 'E') >= 0;
        bool points = str_find_char(c->text, '.') >= 0 || str_find_char(c->text, ',') >= 0;
        if (!power && (k->habit != HABIT_EN || !points)) continue;
        c->text = text_vi(a, n, (flags & SHEET_PERCENT) != 0);
        rewritten = true;
    }
    return rewritten;
}
