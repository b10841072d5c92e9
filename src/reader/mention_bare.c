/* SPDX-License-Identifier: Apache-2.0
 *
 * mention_bare: figures without a unit and without a noun. Their clause tells what they count, or the figure before
 * them.
 */
#include "mention_private.h"

/* "hồ sơ tồn kỳ trước chuyển sang là | 2.171": a number without a noun counts what its clause begins with. */
static bool counts_clause(const struct reader *r, struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t n, from = m->lead;
    if (!lexicon_before(ts, m->lead, LEX_IS, &n) || !token_is_punct(ts, m->last, ',')) return false;
    while (from > r->first && from + SIGHT > m->lead && ts->at[from - 1].kind != TOKEN_PUNCT) from--;
    const struct lex_sense *s = lexicon_at(ts, from, LEX_NOUN, &n);
    if (!s || from + n + 1 >= m->lead) return false;
    m->figure.unit = tokens_text(ts, from, from + n);
    return true;
}

/* "29,87 ha, giảm | 1,51": what a measure fell by needs no unit of its own. */
static bool changes_measure(const struct reader *r, struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    const struct mention *p = r->mentions.len > 1 ? m - 1 : NULL;
    if (!p || p->quantity.unit_class != UNIT_CLASS_MEASURE || m->quantity.has_of) return false;
    if (!token_is_punct(ts, m->last, '(') && !token_is_punct(ts, m->last, ';')) return false;
    const struct lex_sense *s = lexicon_before(ts, m->lead, LEX_CHANGE, &n);
    if (!s || p->last + 1 != m->lead - n || !token_is_punct(ts, p->last, ',')) return false;
    m->figure.unit = p->quantity.unit;
    return true;
}

/* "1.178 dịch vụ công, trong đó cấp tỉnh | 67, cấp huyện 1.111": parts of a count that stands before them. */
static bool part_of_count(const struct reader *r, struct mention *m)
{
    const struct mention *p = r->mentions.len > 1 ? m - 1 : NULL;
    if (!p || m->quantity.has_of || m->lead <= p->last + 1 || m->lead > p->last + SIGHT / 4) return false;
    bool first = p->noun_last > p->noun_first && p->quantity.unit_class == UNIT_CLASS_NONE && !p->part &&
                 class_between(r, LEX_PART, p->last, m->lead, NULL, NULL);
    if (!first && !p->part) return false;
    size_t at = p->last, n;
    if (first) class_between(r, LEX_PART, p->last, m->lead, &at, &n);
    for (size_t i = at; i < m->lead; i++)
        if (r->tokens.at[i].kind != TOKEN_WORD && !token_is_punct(&r->tokens, i, ',') &&
            !token_is_punct(&r->tokens, i, ':'))
            return false;
    m->part = true;
    m->figure.unit = p->part ? p->figure.unit : tokens_text(&r->tokens, p->noun_first, p->noun_last);
    return true;
}

/* A number without unit or noun is kept only where something measured stands before it and the clause ends after it. */
bool mention_bare_ok(const struct reader *r, struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    if (m->quantity.unit_class != UNIT_CLASS_NONE || m->quantity.magnitude || m->noun_last > m->noun_first || m->rank)
        return true;
    size_t n, at;
    bool ends = m->last >= r->last || (ts->at[m->last].kind == TOKEN_PUNCT && !token_is_punct(ts, m->last, '-') &&
                                       !token_is_punct(ts, m->last, '/'));
    if (!ends || m->lead == r->first) return false;
    if (counts_clause(r, m) || changes_measure(r, m) || part_of_count(r, m)) return true;
    bool verb = lexicon_before(ts, m->lead, LEX_ATTAIN, &n) || lexicon_before(ts, m->lead, LEX_COPULA, &n) ||
                lexicon_before(ts, m->lead, LEX_TO, &n) || token_is_punct(ts, m->lead - 1, ':');
    return verb &&
           class_between(r, LEX_MEASURE_HEAD, m->lead > r->first + 20 ? m->lead - 20 : r->first, m->lead, &at, &n);
}
