/* SPDX-License-Identifier: Apache-2.0
 *
 * directive: who asks whom to do what by when, one statement an order:
 *
 *     UBND quận Bình Thạnh | chỉ đạo | các phòng, ban chuyên môn | tiếp tục ... thực hiện các nhiệm vụ ... | trong năm
 *     2024 who                    order     whom                        what                                      due
 *
 * An order is a verb of ordering (class order) with a giver before it or a doer after it, followed by a duty ("phải",
 * "tập trung", "báo cáo"); or a doer with "phải", "cần". The end of the sentence ends it. Nothing here is a figure.
 */
#include "sentence.h"

enum { WHO_MOST = 24, WHOM_MOST = 30, WHAT_MOST = 80 };

static size_t trim_marks(const struct tokens *ts, size_t from, size_t to)
{
    while (to > from && ts->at[to - 1].kind == TOKEN_PUNCT && !token_is_punct(ts, to - 1, '"') &&
           !token_is_punct(ts, to - 1, ')'))
        to--;
    return to;
}

/* The giver: the words before the verb, back to a comma or the start; empty when none of them is a person or body. */
static struct str giver(const struct reader *r, size_t verb)
{
    const struct tokens *ts = &r->tokens;
    size_t from = verb > r->first + WHO_MOST ? verb - WHO_MOST : r->first;
    for (size_t i = verb; i > from; i--)
        if (token_is_punct(ts, i - 1, ':') || token_is_punct(ts, i - 1, ';') || token_is_punct(ts, i - 1, '"') ||
            (token_is_punct(ts, i - 1, ',') && (when_at(r, i - 2 < r->first ? r->first : i - 2) || i == verb))) {
            from = i;
            break;
        }
    bool body = class_between(r, LEX_PERSON, from, verb, NULL, NULL) ||
                class_between(r, LEX_ISSUER, from, verb, NULL, NULL) ||
                class_between(r, LEX_PLACE_KIND, from, verb, NULL, NULL) ||
                class_between(r, LEX_PLACE_WORD, from, verb, NULL, NULL);
    while (from < verb && (when_at(r, from) || ts->at[from].kind == TOKEN_PUNCT)) from++;
    return body ? tokens_text(ts, from, trim_marks(ts, from, verb)) : STR("");
}

/* The first duty word after `from`; r->last when there is none near. */
static size_t duty_after(const struct reader *r, size_t from)
{
    for (size_t i = from; i < r->last && i < from + WHOM_MOST; i++)
        if (lexicon_is(&r->tokens, i, LEX_DUTY)) return i;
    return r->last;
}

/* "trước ngày 25 hằng tháng": a day without a month is words, no period. */
static struct str repeated_due(const struct reader *r, size_t from)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    for (size_t i = from; i + 2 < r->last; i++) {
        if (!lexicon_at(ts, i, LEX_DUE, &n)) continue;
        size_t number = i + n;
        if (number < r->last && ts->at[number].kind == TOKEN_WORD) number++; /* "ngày" */
        if (number < r->last && ts->at[number].kind == TOKEN_NUMBER && lexicon_at(ts, number + 1, LEX_EVERY, &n))
            return tokens_text(ts, i, number + 1 + n);
    }
    return STR("");
}

static void find_due(const struct reader *r, struct directive_statement *d, size_t from)
{
    for (size_t k = 0; k < r->whens.len; k++) {
        const struct when *w = &r->whens.at[k];
        if (w->first < from || (w->role != WHEN_UNTIL && w->role != WHEN_AS_OF && w->role != WHEN_PERIOD)) continue;
        if (w->role == WHEN_PERIOD && !lexicon_is(&r->tokens, w->first > 0 ? w->first - 1 : 0, LEX_DUE)) continue;
        d->due = w->period;
        d->due_words = tokens_text(&r->tokens, w->first, w->last);
        return;
    }
    d->due_words = repeated_due(r, from);
}

static void put(struct reader *r, struct str who, size_t whom, size_t what, struct str rule)
{
    const struct tokens *ts = &r->tokens;
    size_t end = trim_marks(ts, what, what + WHAT_MOST < r->last ? what + WHAT_MOST : r->last);
    if (end <= what + 1) return;
    struct statement *s = vec_push(r->work, &r->out);
    *s = (struct statement){.kind = STATEMENT_DIRECTIVE, .rule = rule};
    s->directive.who = who;
    s->directive.whom = tokens_text(ts, whom, trim_marks(ts, whom, what));
    s->directive.what = tokens_text(ts, what, end);
    size_t first = whom < what ? whom : what;
    s->span = (struct span){0, who.len ? (uint32_t)(who.ptr - ts->text.ptr) : ts->at[first].start,
                            token_end(&ts->at[end - 1])};
    s->quote = str_part(ts->text, s->span.start, s->span.end);
    find_due(r, &s->directive, what);
}

void directive_read(struct reader *r)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (!lex_classes_have(r->classes, LEX_ORDER) && !lex_classes_have(r->classes, LEX_MUST)) return;
    for (size_t i = r->first; i < r->last; i++) {
        if (ts->at[i].kind != TOKEN_WORD || !ts->at[i].phrase) continue;
        if (lexicon_at(ts, i, LEX_ORDER, &n) && i + n < r->last) {
            struct str who = giver(r, i);
            size_t duty = duty_after(r, i + n);
            if (duty < r->last && (who.len || duty > i + n)) {
                put(r, who, i + n, duty, STR("order"));
                return;
            }
        }
        if (lexicon_is(ts, i, LEX_MUST) && i > r->first) {
            size_t from = i > r->first + WHO_MOST ? i - WHO_MOST : r->first;
            for (size_t k = i; k > from; k--)
                if (ts->at[k - 1].kind == TOKEN_PUNCT && !token_is_punct(ts, k - 1, '.')) {
                    from = k;
                    break;
                }
            bool body = class_between(r, LEX_PLACE_KIND, from, i, NULL, NULL) ||
                        class_between(r, LEX_ISSUER, from, i, NULL, NULL) ||
                        class_between(r, LEX_PERSON, from, i, NULL, NULL) ||
                        class_between(r, LEX_PLACE_WORD, from, i, NULL, NULL);
            if (body && i > from) {
                put(r, STR(""), from, i, STR("duty"));
                return;
            }
        }
    }
}
