/* SPDX-License-Identifier: Apache-2.0
 *
 * report_definition: see report_definition.h. Rules stand in the tables as short literals, so that a row of law and a
 * row that an office wrote are read by the same few functions.
 */
#include "report_definition_private.h"

#include "buf.h"

struct report_definitions report_definition_catalogue(void)
{
    return (struct report_definitions){report_definitions, report_definitions_count};
}

static bool number_after(uint64_t *out, struct str literal, struct str word, uint64_t least, uint64_t most)
{
    return str_starts(literal, word) && str_to_u64(out, str_from(literal, word.len), most) && *out >= least;
}

bool window_rule_read(struct window_rule *out, struct str literal)
{
    uint64_t n;
    *out = (struct window_rule){0};
    if (str_eq(literal, STR("calendar"))) return true;
    if (str_eq(literal, STR("budget"))) {
        out->basis = WINDOW_BUDGET;
        return true;
    }
    if (!number_after(&n, literal, STR("cut:"), 1, WINDOW_CUT_MOST)) return false;
    *out = (struct window_rule){WINDOW_CUT, (uint8_t)n};
    return true;
}

static bool read_next_year(struct due_rule *out, struct str literal)
{
    uint64_t month, day;
    struct str_cut c = str_cut(literal, STR(":")), d = str_cut(c.tail, STR("-"));
    if (!str_eq(c.head, STR("next_year")) || !str_to_u64(&month, d.head, 12) || !str_to_u64(&day, d.tail, 31))
        return false;
    *out = (struct due_rule){.basis = DUE_NEXT_YEAR, .month = (uint8_t)month, .day = (uint8_t)day};
    return date_valid(2023, (int)month, (int)day); /* a day that every year has */
}

bool due_rule_read(struct due_rule *out, struct str literal)
{
    uint64_t n;
    *out = (struct due_rule){0};
    if (str_eq(literal, STR("agency"))) return true;
    if (number_after(&n, literal, STR("last_month:"), 1, 31))
        *out = (struct due_rule){.basis = DUE_LAST_MONTH, .day = (uint8_t)n};
    else if (number_after(&n, literal, STR("next_month:"), 1, 31))
        *out = (struct due_rule){.basis = DUE_NEXT_MONTH, .day = (uint8_t)n};
    else if (number_after(&n, literal, STR("after:"), 1, 366))
        *out = (struct due_rule){.basis = DUE_AFTER, .days = (uint16_t)n};
    else
        return read_next_year(out, literal);
    return true;
}

void due_rule_write_vi(struct buf *b, struct due_rule r)
{
    switch (r.basis) {
    case DUE_AGENCY: buf_put(b, STR("do cơ quan quy định")); return;
    case DUE_LAST_MONTH: buf_format(b, "ngày %d tháng cuối kỳ", r.day); return;
    case DUE_NEXT_MONTH: buf_format(b, "ngày %d tháng sau kỳ", r.day); return;
    case DUE_NEXT_YEAR: buf_format(b, "ngày %d/%d năm sau", r.day, r.month); return;
    case DUE_AFTER: buf_format(b, "%d ngày sau ngày chốt số liệu", r.days); return;
    }
}

void window_rule_write_vi(struct buf *b, struct window_rule r)
{
    switch (r.basis) {
    case WINDOW_CALENDAR: buf_put(b, STR("theo lịch")); return;
    case WINDOW_BUDGET: buf_put(b, STR("theo lịch; năm đến hết 31/01 năm sau")); return;
    case WINDOW_CUT: buf_format(b, "ngày %d tháng trước kỳ – ngày %d tháng cuối kỳ", r.cut + 1, r.cut); return;
    }
}

static const struct {
    struct str word;
    uint32_t flag;
} EVERY[] = {
    {STR_INIT("month"), REPORT_MONTH},
    {STR_INIT("quarter"), REPORT_QUARTER},
    {STR_INIT("three_months"), REPORT_THREE_MONTHS},
    {STR_INIT("first_half"), REPORT_FIRST_HALF},
    {STR_INIT("second_half"), REPORT_SECOND_HALF},
    {STR_INIT("nine_months"), REPORT_NINE_MONTHS},
    {STR_INIT("year"), REPORT_YEAR},
};
enum { EVERY_COUNT = sizeof EVERY / sizeof *EVERY };

bool report_every_read(uint32_t *out, struct str words)
{
    *out = 0;
    while (words.len) {
        size_t end = 0, i = 0;
        while (end < words.len && words.ptr[end] != '|' && words.ptr[end] != ',') end++;
        struct str word = str_trim(str_part(words, 0, end));
        while (i < EVERY_COUNT && !str_eq(EVERY[i].word, word)) i++;
        if (i == EVERY_COUNT) return false;
        *out |= EVERY[i].flag;
        words = str_from(words, end < words.len ? end + 1 : end);
    }
    return *out != 0;
}

void report_every_write(struct buf *b, uint32_t every)
{
    bool more = false;
    for (size_t i = 0; i < EVERY_COUNT; i++) {
        if (!(every & EVERY[i].flag)) continue;
        if (more) buf_char(b, '|');
        buf_put(b, EVERY[i].word);
        more = true;
    }
}

static const struct str WEEKENDS[] = {STR_INIT("as_is"), STR_INIT("next_working_day")};
static const struct str LATES[] = {STR_INIT("first"), STR_INIT("last")};

struct str weekend_rule_word(enum weekend_rule r)
{
    return WEEKENDS[r];
}

bool weekend_rule_read(enum weekend_rule *out, struct str word)
{
    *out = str_eq(word, WEEKENDS[1]) ? WEEKEND_NEXT_WORKING_DAY : WEEKEND_AS_IS;
    return str_eq(word, WEEKENDS[*out]);
}

struct str late_rule_word(enum late_rule r)
{
    return LATES[r];
}

bool late_rule_read(enum late_rule *out, struct str word)
{
    *out = str_eq(word, LATES[1]) ? LATE_LAST : LATE_FIRST;
    return str_eq(word, LATES[*out]);
}

struct str code_list_next(struct str *list)
{
    struct str code = {0};
    while (list->len && !code.len) {
        struct str_cut c = str_cut(*list, STR(","));
        code = str_trim(c.head);
        *list = c.tail;
    }
    return code;
}

bool code_list_has(struct str list, struct str code)
{
    struct str one;
    while ((one = code_list_next(&list)).len)
        if (str_eq(one, code)) return true;
    return false;
}
