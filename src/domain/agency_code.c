/* SPDX-License-Identifier: Apache-2.0
 *
 * agency_code: see agency_code.h.
 */
#include "agency_code.h"

#include "buf.h"

enum { GROUPS_MOST = 10, OLD_GROUPS = 4, CODE_MOST = 35 };

struct groups {
    struct str at[GROUPS_MOST];
    size_t len;
};

static bool digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool digits(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!digit(s.ptr[i])) return false;
    return s.len > 0;
}

/* A letter of A..Y and two digits. */
static bool first_level(struct str s)
{
    return s.len == 3 && capital(s.ptr[0]) && s.ptr[0] != 'Z' && digit(s.ptr[1]) && digit(s.ptr[2]);
}

static bool group_fits(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!digit(s.ptr[i]) && !capital(s.ptr[i])) return false;
    return s.len > 0 && s.len <= 3;
}

static bool is_zero(struct str s)
{
    return str_eq(s, STR("00")) || str_eq(s, STR("000"));
}

/* Level 1 first, levels that there are not left out; they are only at the end. */
static bool read_groups(struct groups *g, struct str typed)
{
    struct str rest = typed;
    *g = (struct groups){0};
    if (!typed.len || typed.len > CODE_MOST) return false;
    for (bool more = true; more;) {
        struct str_cut cut = str_cut(rest, STR("."));
        if (g->len == GROUPS_MOST || !group_fits(cut.head)) return false;
        g->at[g->len++] = cut.head;
        rest = cut.tail;
        more = cut.found;
    }
    if (!first_level(g->at[0])) {
        if (!first_level(g->at[g->len - 1]) || g->len > OLD_GROUPS) return false;
        for (size_t i = 0; i < g->len / 2; i++) {
            struct str swap = g->at[i];
            g->at[i] = g->at[g->len - 1 - i];
            g->at[g->len - 1 - i] = swap;
        }
    }
    while (g->len > 1 && is_zero(g->at[g->len - 1])) g->len--;
    for (size_t i = 1; i < g->len; i++)
        if (is_zero(g->at[i])) return false;
    return true;
}

bool agency_code_write(struct buf *b, struct str typed)
{
    struct groups g;
    if (!read_groups(&g, typed)) return false;
    for (size_t i = 0; i < g.len; i++) {
        if (i) buf_char(b, '.');
        buf_put(b, g.at[i]);
    }
    return true;
}

bool agency_code_old_write(struct buf *b, struct str typed)
{
    static const struct str NOTHING[OLD_GROUPS] = {STR_INIT(""), STR_INIT("00"), STR_INIT("00"), STR_INIT("000")};
    struct groups g;
    if (!read_groups(&g, typed) || g.len > OLD_GROUPS) return false;
    for (size_t i = 1; i < g.len; i++)
        if (g.at[i].len != NOTHING[i].len) return false;
    for (size_t level = OLD_GROUPS; level-- > 0;) {
        buf_put(b, level < g.len ? g.at[level] : NOTHING[level]);
        if (level) buf_char(b, '.');
    }
    return true;
}

static int two(struct str s, size_t at)
{
    return (s.ptr[at] - '0') * 10 + (s.ptr[at + 1] - '0');
}

bool dossier_code_read(struct dossier_code *out, struct str typed)
{
    struct str_cut agency = str_cut(typed, STR("-")), day = str_cut(agency.tail, STR("-"));
    struct groups g;
    if (!agency.found || !day.found || day.head.len != 6 || !digits(day.head)) return false;
    if (!digits(day.tail) || day.tail.len < 4 || day.tail.len > 7 || !read_groups(&g, agency.head)) return false;
    int year = 2000 + two(day.head, 0), month = two(day.head, 2), of_month = two(day.head, 4);
    if (year < 2015 || !date_valid(year, month, of_month)) return false;
    *out = (struct dossier_code){
        .agency = agency.head, .serial = day.tail, .day = {(int16_t)year, (uint8_t)month, (uint8_t)of_month}};
    return true;
}

static bool write(struct buf *b, struct str typed, bool (*agency)(struct buf *b, struct str typed))
{
    struct dossier_code c;
    if (!dossier_code_read(&c, typed) || !agency(b, c.agency)) return false;
    buf_put(b, str_from(typed, c.agency.len));
    return true;
}

bool dossier_code_write(struct buf *b, struct str typed)
{
    return write(b, typed, agency_code_write);
}

bool dossier_code_old_write(struct buf *b, struct str typed)
{
    return write(b, typed, agency_code_old_write);
}

struct str procedure_code_national(struct str typed)
{
    struct str_cut kind = str_cut(typed, STR(".")), number = str_cut(kind.tail, STR("."));
    if (!kind.found || kind.head.len != 1 || !digits(kind.head) || number.head.len != 6 || !digits(number.head))
        return typed;
    return str_part(typed, 0, kind.head.len + 1 + number.head.len);
}
