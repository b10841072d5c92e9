/* SPDX-License-Identifier: Apache-2.0
 *
 * zone: the words that a mention owns, and the verb and the base among them.
 *
 *   ... 8.343 tỷ đồng, | đạt 111,24% so với dự toán, | tăng 8,3% so với cùng kỳ
 *                        zone      tail                zone   tail
 *
 *   zone   from the end of the tail before it to the number; the cue is its verb nearest to the number
 *   tail   from the number to the next verb or break: the plan or the time that it is measured against
 */
#include "meaning_private.h"

/* Punctuation at which a tail ends. */
static bool tail_break(const struct tokens *ts, size_t i)
{
    return token_is_punct(ts, i, ',') || token_is_punct(ts, i, ';') || token_is_punct(ts, i, '(') ||
           token_is_punct(ts, i, ')') || token_is_punct(ts, i, ':') || token_is_punct(ts, i, 'E');
}

static bool new_verb(const struct tokens *ts, size_t i)
{
    return lexicon_is(ts, i, LEX_CHANGE) || lexicon_is(ts, i, LEX_EXCEED) || lexicon_is(ts, i, LEX_SHARE) ||
           lexicon_is(ts, i, LEX_ATTAIN);
}

/* "đạt trên 97% nghị quyết": a resolution right after a per cent is what it set. */
static bool resolution_after(const struct tokens *ts, const struct mention *m)
{
    size_t n;
    const struct lex_sense *s = lexicon_at(ts, m->last, LEX_TARGET_TITLE, &n);
    return s && s->value == 1 && m->quantity.unit_class == UNIT_CLASS_PERCENT &&
           ts->at[m->last + n].kind != TOKEN_NUMBER && ts->at[m->last + n].kind != TOKEN_SYMBOL;
}

/* "so với đầu năm": without a year, the beginning of that of the text. */
static bool start_of_year(const struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    return date_known(r->date) && i + 1 < r->last && str_eq(token_text(ts, i), STR("đầu")) &&
           str_eq(token_text(ts, i + 1), STR("năm")) && ts->at[i + 2].kind != TOKEN_NUMBER;
}

/* "so với cùng kỳ", "so với dự toán Thành phố và HĐND quận giao", "kế hoạch năm 2025": sets tail fields. */
void zone_tail(struct reader *r, struct mention *m, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    size_t i = m->last, n;
    bool versus = false;
    if (limit > i + SIGHT) limit = i + SIGHT;
    if (lexicon_at(ts, i, LEX_BOUND_AFTER, &n)) i += n;
    bool behind = token_is_punct(ts, i, ')') && m->quantity.unit_class == UNIT_CLASS_PERCENT && i + 1 < limit &&
                  lexicon_is(ts, i + 1, LEX_VERSUS);            /* "(gần 52%) so dự toán" */
    if ((m->sign || behind) && token_is_punct(ts, i, ')')) i++; /* "(+10,92%) so với tháng trước" */
    if (resolution_after(ts, m)) {
        m->plan_tail = true;
        m->plan_first = i;
    }
    for (; i < limit; i++) {
        if (tail_break(ts, i)) break;
        const struct when *w = when_at(r, i);
        if (w && w->first == i) {
            bool times = m->quantity.unit_class == UNIT_CLASS_TIMES && i == m->last; /* "gấp 1,86 lần năm 2020" */
            bool base = w->role == WHEN_BASE || versus || times;
            if (base && !m->base_tail && !m->plan_tail) {
                m->base_tail = true;
                m->base = *w;
            }
            i = w->last - 1;
            continue;
        }
        /* After the times: the "cùng" of "bằng 139% cùng kỳ" joins nothing. */
        if (lexicon_is(ts, i, LEX_AND) && i + 1 < limit &&
            (new_verb(ts, i + 1) || (!versus && !m->plan_tail && m->noun_last == m->noun_first)))
            break;
        if (lexicon_is(ts, i, LEX_WITH) && !versus && !m->plan_tail) break;
        if (new_verb(ts, i) && !(ts->at[i].flags & TOKEN_INSIDE) && !(versus && lexicon_is(ts, i, LEX_PLAN_WORD)))
            break;
        if (lexicon_at(ts, i, LEX_VERSUS, &n)) {
            versus = true;
            i += n - 1;
            if (!m->base_tail && !m->plan_tail && start_of_year(r, i + 1)) {
                m->base_tail = true;
                m->base = (struct when){.period = period_month(r->date.year, 1), .first = i + 1, .last = i + 3};
                i += 2;
            }
            continue;
        }
        bool given = versus && lexicon_at(ts, i, LEX_GIVEN, &n) && str_ends(token_text(ts, i + n - 1), STR("giao"));
        if (given && !m->base_tail && !m->plan_tail) { /* "đạt 90% so với HĐND phường giao" */
            m->plan_tail = true;
            m->plan_first = i;
            i += n - 1;
            continue;
        }
        if (!m->base_tail && !m->plan_tail && lexicon_at(ts, i, LEX_PLAN_WORD, &n) &&
            (versus || i <= m->last + 3 || m->quantity.unit_class == UNIT_CLASS_PERCENT)) {
            m->plan_tail = true;
            m->plan_first = i;
            i += n - 1;
        }
    }
    m->tail_end = i;
    if (!m->plan_tail) return;
    m->plan_last = i;
    while (m->plan_last > m->plan_first + 1 && ts->at[m->plan_last - 1].kind == TOKEN_PUNCT &&
           !token_is_punct(ts, m->plan_last - 1, ')'))
        m->plan_last--;
}

/* A comma and another name stand between the verb and the number: the verb is not of this number. */
static bool new_name_after(const struct reader *r, const struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    const struct lex_sense *clause;
    bool comma = false;
    size_t n;
    for (size_t i = m->cue_last; i < m->lead; i++) {
        const struct when *w = when_at(r, i);
        if (w) {
            i = w->last - 1;
        } else if (ts->at[i].kind == TOKEN_PUNCT) {
            comma = comma || token_is_punct(ts, i, ',');
        } else if (lexicon_at(ts, i, LEX_PART, &n)) {
            return true;
        } else if (m->noun_last > m->noun_first && (clause = lexicon_at(ts, i, LEX_CLAUSE, &n)) && clause->value == 1 &&
                   i + n < m->lead && !lexicon_is(ts, i, LEX_ESTIMATE)) {
            return true; /* "chiếm tỷ lệ cao như | trộm cắp 53 vụ" */
        } else if (lexicon_at(ts, i, LEX_LINK, &n) || lexicon_at(ts, i, LEX_BOUND, &n) ||
                   lexicon_at(ts, i, LEX_DEGREE, &n) || lexicon_at(ts, i, LEX_ESTIMATE, &n) ||
                   lexicon_at(ts, i, LEX_AND, &n)) {
            i += n - 1;
        } else if (comma) {
            return true;
        }
    }
    return false;
}

/* Inside a fixed phrase: the "nhỏ" of "vừa và nhỏ". */
static bool in_fixed(const struct tokens *ts, size_t i)
{
    size_t n;
    if (!(ts->at[i].flags & TOKEN_INSIDE)) return false;
    for (size_t back = 1; back <= 4 && back <= i; back++)
        if (lexicon_at(ts, i - back, LEX_FIXED, &n) && n > back) return true;
    return false;
}

/* "giảm bình quân/năm: trên 10%": the verb reaches over the colon. */
static bool rate_of_change(const struct reader *r, const struct mention *m, size_t colon)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (m->cue != CUE_CHANGE || !token_is_punct(ts, colon, ':') || colon > m->cue_last + 5) return false;
    for (size_t i = m->cue_last; i < colon; i++)
        if (!token_is_punct(ts, i, '/') && !lexicon_at(ts, i, LEX_DEGREE, &n) && !lexicon_at(ts, i, LEX_DURATION, &n))
            return false;
    return true;
}

void zone_cue(const struct reader *r, struct mention *m)
{
    static const struct {
        enum lex_class class_;
        enum cue cue;
    } verbs[] = {{LEX_TIMES, CUE_TIMES},
                 {LEX_EXCEED, CUE_EXCEED},
                 {LEX_CHANGE, CUE_CHANGE},
                 {LEX_SHARE, CUE_SHARE},
                 {LEX_ATTAIN, CUE_ATTAIN}};
    const struct tokens *ts = &r->tokens;
    size_t from = m->lead > m->zone + SIGHT ? m->lead - SIGHT : m->zone;
    struct lex_classes any_verb = {{0, 0}};
    for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++) any_verb = lex_classes_with(any_verb, verbs[k].class_);
    for (size_t i = from; i <= m->lead && i < m->first; i++) { /* at the lead: "đạt" of the bound "đạt trên" */
        size_t len = 0, n;
        const struct lex_sense *s = NULL;
        enum cue cue = CUE_NONE;
        const struct when *w = when_at(r, i);
        if (w) {
            i = w->last - 1;
            continue;
        }
        if (tail_break(ts, i) && !token_is_punct(ts, i, ',') && !rate_of_change(r, m, i)) m->cue = CUE_NONE;
        if (!lex_classes_meet(lexicon_classes(ts, i), any_verb) || in_fixed(ts, i)) continue;
        for (size_t k = 0; k < sizeof verbs / sizeof *verbs; k++) {
            const struct lex_sense *found = lexicon_at(ts, i, verbs[k].class_, &n);
            if (found && n > len && i + n <= m->first) {
                s = found;
                len = n;
                cue = verbs[k].cue;
            }
        }
        if (!s) continue;
        m->cue = cue;
        m->cue_value = s->value;
        m->cue_first = i;
        m->cue_last = i + len;
        i += len - 1;
    }
    if (m->cue != CUE_NONE && new_name_after(r, m)) m->cue = CUE_NONE;
    if (m->sign) {
        m->cue = CUE_CHANGE;
        m->cue_value = m->sign;
        m->cue_first = m->cue_last = m->lead;
    }
    if (m->cue_last > m->lead) m->lead = m->cue_last < m->first ? m->cue_last : m->first;
}

/* Whether the cue governs the number itself: nothing but words of degree between. */
bool zone_adjacent(const struct reader *r, const struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    for (size_t i = m->cue_last; i < m->lead; i++) {
        if (token_is_punct(ts, i, ':') && rate_of_change(r, m, i)) return i + 1 == m->lead;
        if (token_is_punct(ts, i, '/') || lexicon_word(ts, i, LEX_DURATION)) continue;
        if (lexicon_at(ts, i, LEX_BOUND, &n) || lexicon_at(ts, i, LEX_DEGREE, &n) ||
            lexicon_at(ts, i, LEX_YEARLY, &n)) {
            i += n - 1;
            continue;
        }
        return false;
    }
    return true;
}

/* "so với cùng kỳ tăng 14,24%", "so với năm 2025 tăng 30%": the base stands before the verb. */
void zone_base_before(const struct reader *r, struct mention *m)
{
    size_t at, n;
    if (m->base_tail || m->cue != CUE_CHANGE) return;
    if (!class_between(r, LEX_VERSUS, m->zone, m->cue_first, &at, &n)) return;
    for (size_t i = at + n; i < m->cue_first; i++) {
        const struct when *w = when_at(r, i);
        if (w) {
            m->base_tail = w->period.kind != PERIOD_NONE || w->role == WHEN_BASE;
            m->base = *w;
            return;
        }
        if (start_of_year(r, i)) {
            m->base_tail = true;
            m->base = (struct when){.period = period_month(r->date.year, 1), .first = i, .last = i + 2};
            return;
        }
        if (r->tokens.at[i].kind == TOKEN_PUNCT) return;
    }
}

/* The zone begins where the tail of the mention before it ends; brackets that are open there are noted. */
void zone_find(struct reader *r, struct mention *m, const struct mention *prev)
{
    m->zone = prev ? prev->tail_end : r->first;
    if (m->zone > m->lead) m->zone = m->lead;
    m->bracket = prev && prev->bracket;
    for (size_t i = m->zone; i < m->lead; i++) {
        if (token_is_punct(&r->tokens, i, '(')) m->bracket = true;
        if (token_is_punct(&r->tokens, i, ')')) m->bracket = false;
    }
}
