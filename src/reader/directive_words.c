/* SPDX-License-Identifier: Apache-2.0
 *
 * directive_words: what single words of a directive can be: openings that are passed over, verbs of work, "phải" and
 * "cần",
 * and what can be a verb at all behind the one who has to do it. The words are data (data/lexicon/directive.tsv).
 */
#include "directive_private.h"

struct party directive_party(const struct reader *r, size_t from, size_t to)
{
    struct party p = {.text = tokens_text(&r->tokens, from, to), .first = from, .last = to};
    if (from >= to) p.text = STR("");
    p.level = party_level(r, from, to);
    if (from < to) party_head(r, from, &p.person);
    return p;
}

size_t directive_opening_end(const struct reader *r, size_t i, size_t last)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    while (i < last) {
        const struct when *w = when_at(r, i);
        if (w && w->first == i && w->last < last && w->role != WHEN_BASE)
            i = w->last;
        else if (ts->at[i].kind == TOKEN_PUNCT && !token_is_punct(ts, i, '(') && !token_is_punct(ts, i, '['))
            i++;
        else if (work(ts, i, WORK_OPENS, &n) && i + n < last)
            i += n;
        else if (ts->at[i].kind == TOKEN_NUMBER && i + 1 < last && token_is_punct(ts, i + 1, '.'))
            i += 2;
        else if (word_says(ts, i, LEX_DEADLINE, DEADLINE_BEFORE, &n) && when_at(r, i + n) && i + n < last)
            i += n;
        else
            break;
    }
    return i;
}

bool directive_small(const struct reader *r, size_t i)
{
    return !(r->tokens.at[i].flags & TOKEN_CAPITAL) || i == r->first || r->tokens.at[i - 1].kind == TOKEN_PUNCT;
}

size_t directive_verb(const struct reader *r, size_t i, bool listed, bool *strong)
{
    size_t n = 0, m;
    *strong = false;
    if (i >= r->last || !directive_small(r, i) || work(&r->tokens, i, WORK_NO_DUTY, &m)) return 0;
    const struct lex_sense *s = lexicon_at(&r->tokens, i, LEX_DUTY, &n);
    if (!s || (s->value == DUTY_LISTED && !listed)) return 0;
    *strong = s->value == DUTY_STRONG;
    return n;
}

size_t directive_duty(const struct reader *r, size_t i, bool *strong)
{
    return directive_verb(r, i, true, strong);
}

bool directive_is_duty(const struct reader *r, size_t i)
{
    bool strong;
    return directive_duty(r, i, &strong) > 0;
}

bool directive_is_must(const struct reader *r, size_t i)
{
    size_t n;
    return i < r->last && directive_small(r, i) && word_says(&r->tokens, i, LEX_DUTY, DUTY_MUST, &n) &&
           !work(&r->tokens, i, WORK_NO_DUTY, &n);
}

bool directive_is_modal(const struct reader *r, size_t i)
{
    size_t n;
    return i < r->last && work(&r->tokens, i, WORK_MODAL, &n);
}

bool directive_can_be_verb(const struct reader *r, size_t i, size_t last)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (i >= last || ts->at[i].kind != TOKEN_WORD) return false;
    if (directive_is_duty(r, i) || directive_is_must(r, i) || directive_is_modal(r, i) || lexicon_is(ts, i, LEX_ORDER))
        return true;
    static const enum lex_class other[] = {LEX_OF, LEX_AND, LEX_DONE, LEX_COPULA, LEX_VERSUS, LEX_DOC_KIND, LEX_NOUN};
    for (size_t k = 0; k < sizeof other / sizeof *other; k++)
        if (lexicon_at(ts, i, other[k], &n) && n == ts->at[i].phrase_len) return false;
    return !(ts->at[i].flags & TOKEN_CAPITAL) && !when_at(r, i);
}
