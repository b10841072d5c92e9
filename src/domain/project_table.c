/* SPDX-License-Identifier: Apache-2.0
 *
 * project_table: see project_table.h.
 */
#include "project_table.h"

#include "buf.h"
#include "project_private.h"
#include "utf8.h"

struct project_terms project_sources(void)
{
    return (struct project_terms){project_source_rows, project_source_rows_count};
}

struct project_terms project_stages(void)
{
    return (struct project_terms){project_stage_rows, project_stage_rows_count};
}

struct project_terms project_obstacles(void)
{
    return (struct project_terms){project_obstacle_rows, project_obstacle_rows_count};
}

static uint32_t next_letter(struct str s, size_t *at)
{
    size_t len;
    uint32_t c = utf8_decode(s, *at, &len);
    *at += len;
    return utf8_lower_char(c);
}

bool project_word_eq(struct str a, struct str b)
{
    size_t i = 0, n = 0;
    while (i < a.len && n < b.len)
        if (next_letter(a, &i) != next_letter(b, &n)) return false;
    return i == a.len && n == b.len;
}

bool project_words_have(struct str words, struct str word)
{
    while (words.len) {
        struct str_cut cut = str_cut(words, STR("|"));
        if (project_word_eq(cut.head, word)) return true;
        words = cut.tail;
    }
    return false;
}

const struct project_term *project_term_find(struct project_terms t, struct str typed)
{
    if (!typed.len) return NULL;
    for (size_t i = 0; i < t.len; i++)
        if (str_eq(t.at[i].code, typed) || project_word_eq(t.at[i].name, typed)) return &t.at[i];
    for (size_t i = 0; i < t.len; i++)
        if (project_words_have(t.at[i].words, typed)) return &t.at[i];
    return NULL;
}

struct str project_term_name(struct project_terms t, struct str code)
{
    for (size_t i = 0; i < t.len; i++)
        if (str_eq(t.at[i].code, code)) return t.at[i].name;
    return code;
}

void project_terms_write(struct buf *b, struct project_terms t)
{
    for (size_t i = 0; i < t.len; i++) {
        if (i) buf_put(b, STR(", "));
        buf_put(b, t.at[i].code);
        buf_put(b, STR(" ("));
        buf_put(b, t.at[i].name);
        buf_put(b, STR(")"));
    }
}

const struct project_window *project_window_find(enum project_window_kind kind, int year)
{
    struct date end = {(int16_t)year, 12, 31};
    for (size_t i = 0; i < project_windows_count; i++) {
        const struct project_window *w = &project_windows[i];
        if (w->kind == kind && date_cmp(w->from, end) <= 0 && (!date_known(w->to) || date_cmp(end, w->to) <= 0))
            return w;
    }
    return NULL;
}

struct date project_window_last(const struct project_window *w, int year)
{
    uint64_t month, day;
    struct str_cut cut = str_cut(w->last, STR("-"));
    if (!str_to_u64(&month, cut.head, 12) || !str_to_u64(&day, cut.tail, 31)) return (struct date){0};
    return (struct date){(int16_t)(year + 1), (uint8_t)month, (uint8_t)day};
}
