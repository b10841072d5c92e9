/* SPDX-License-Identifier: Apache-2.0
 *
 * directive_due: by when something is asked for. The first of:
 *
 *   a deadline in the words that say what            "trước ngày 15/12/2025", "trong quý I/2026", "đến hết năm 2025"
 *   one that comes again                             "trước ngày 25 hằng tháng": words only, no period
 *   the time that opens the sentence, not yet over   "Trong năm 2024, ... UBND quận chỉ đạo ..."
 *   the time of the introduction of a list of tasks
 *   a word of haste                                  "khẩn trương", "thường xuyên", "trong thời gian tới": words only
 */
#include "sentence.h"

/* "trước ngày 25 hằng tháng": a day without a month is words, no period. */
static struct str repeated_due(const struct reader *r, size_t from, size_t to)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    for (size_t i = from; i + 2 < to; i++) {
        if (!word_says(ts, i, LEX_DEADLINE, DEADLINE_BEFORE, &n)) continue;
        size_t number = i + n;
        if (number < to && ts->at[number].kind == TOKEN_WORD) number++; /* "ngày" */
        if (number < to && ts->at[number].kind == TOKEN_NUMBER &&
            word_says(ts, number + 1, LEX_DEADLINE, DEADLINE_AGAIN, &n))
            return tokens_text(ts, i, number + 1 + n);
    }
    return STR("");
}

static bool not_over(const struct reader *r, const struct period *p)
{
    if (p->kind == PERIOD_NONE) return false;
    return !date_known(r->date) || date_cmp(p->to, r->date) >= 0;
}

static bool deadline(const struct reader *r, struct directive_statement *d, size_t from, size_t to)
{
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        if (w->first < from || w->last > to || w->role == WHEN_BASE) continue;
        size_t n;
        const struct lex_sense *before = lexicon_before(&r->tokens, w->first, LEX_DEADLINE, &n);
        if (before && before->value != DEADLINE_BEFORE) before = NULL;
        if (!not_over(r, &w->period) || (w->role == WHEN_AS_OF && w->relative)) continue;
        bool stage = w->period.from.year < w->period.to.year;      /* "giai đoạn 2024 - 2025" */
        if (w->role == WHEN_PERIOD && !before && !stage) continue; /* "chủ đề năm 2024" */
        size_t first = before && w->first - n >= from ? w->first - n : w->first;
        d->due = w->period.kind == PERIOD_TO_DATE ? period_day(w->period.to) : w->period; /* by a day: that day */
        d->due_words = tokens_text(&r->tokens, first, w->last);
        return true;
    }
    return false;
}

/* The time with which the sentence opens. */
static bool opening(const struct reader *r, struct directive_statement *d, size_t to)
{
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        if (w->first > r->first + 2 || w->last > to || w->role == WHEN_BASE) continue;
        if (w->role == WHEN_AS_OF || !not_over(r, &w->period)) continue;
        d->due = w->period;
        d->due_words = tokens_text(&r->tokens, w->first, w->last);
        return true;
    }
    return false;
}

void directive_due(const struct reader *r, struct directive_statement *d, size_t from, size_t to)
{
    const struct talk *talk = &r->carry.talk;
    size_t n;
    d->due_words = repeated_due(r, from, to);
    if (d->due_words.len || deadline(r, d, from, to) || opening(r, d, from)) return;
    if (talk->tasks && talk->due_words.len) {
        d->due = talk->due;
        d->due_words = talk->due_words;
        return;
    }
    for (size_t i = r->first; i < to; i++) {
        if (i >= r->first + 8 && i < from) i = from;
        const struct lex_sense *soon = lexicon_at(&r->tokens, i, LEX_DEADLINE, &n);
        if (soon && soon->value != DEADLINE_BEFORE && i + n <= to) {
            d->due_words = tokens_text(&r->tokens, i, i + n);
            return;
        }
    }
}
