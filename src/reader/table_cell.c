/* SPDX-License-Identifier: Apache-2.0
 *
 * table_cell: what stands around the number or the name of one cell, as tokens [0, last) of the reader.
 *
 *     "Trên 95", "≥ 95"                     a number with a bound
 *     "- Trong đó: Giảm tỷ lệ hộ nghèo"     a name after its marks, of a fall
 */
#include "table_private.h"

size_t table_cell_bound(enum figure_bound *bound, const struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    size_t n, i = 0;
    const struct lex_sense *s = lexicon_at(ts, i, LEX_BOUND, &n);
    *bound = BOUND_EXACT;
    if (s) {
        *bound = s->value == 1 ? BOUND_OVER : s->value == 2 ? BOUND_UNDER : BOUND_ABOUT;
        return i + n;
    }
    while (i < r->last && ts->at[i].kind == TOKEN_PUNCT && !token_is_punct(ts, i, '-')) {
        if (token_is_punct(ts, i, '>')) *bound = BOUND_OVER;
        if (token_is_punct(ts, i, '<')) *bound = BOUND_UNDER;
        i++;
    }
    return i;
}

size_t table_name_start(const struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    size_t from = 0, n;
    for (int parts = 0; parts < 2; parts++) {
        while (from < r->last && ts->at[from].kind == TOKEN_PUNCT && !token_is_punct(ts, from, '(') &&
               !token_is_punct(ts, from, '"'))
            from++;
        if (!lexicon_at(ts, from, LEX_PART, &n) || !token_is_punct(ts, from + n, ':') || from + n + 1 >= r->last) break;
        from += n + 1;
    }
    return from;
}

bool table_name_falls(const struct reader *r)
{
    size_t n;
    const struct lex_sense *s = lexicon_at(&r->tokens, table_name_start(r), LEX_CHANGE, &n);
    return s && s->value < 0;
}
