/* SPDX-License-Identifier: Apache-2.0
 *
 * mention: which numbers of a sentence may be figures. One walk from left to right takes, at each token, the first of:
 *
 *   reference to a document ("Nghị quyết 98")   -> reference.c, its numbers are gone
 *   expression of time ("6 tháng đầu năm")      -> when.c, kept in r->whens
 *   date or time of day ("22.4", "9 giờ 30")    -> skipped
 *   quantity                                    -> a mention, unless `excluded` says that it names, orders, dates or
 *   ages
 *
 * A number before a noun counts that noun: "3.127 trường hợp". Two nouns that share one number stay together: "24
 * chuyên đề, đề án", "155 xã, phường, thị trấn". What is excluded is data (data/lexicon/exclude.tsv) where it depends
 * on words.
 */
#include "mention_private.h"

#include "utf8.h"

/* A word that can be the noun of a count although the lexicon does not know it: no word of grammar, no name. */
static bool plain_word(const struct tokens *ts, size_t i)
{
    size_t n;
    if (!is_word(ts, i)) return false;
    static const enum lex_class grammar[] = {LEX_LINK,   LEX_CLAUSE,   LEX_CHANGE,   LEX_ATTAIN,
                                             LEX_SHARE,  LEX_VERSUS,   LEX_BOUND,    LEX_PLAN_WORD,
                                             LEX_EXCEED, LEX_DURATION, LEX_ESTIMATE, LEX_FIXED};
    struct lex_classes any = {{0, 0}};
    for (size_t k = 0; k < sizeof grammar / sizeof *grammar; k++) any = lex_classes_with(any, grammar[k]);
    bool may = lex_classes_meet(lexicon_classes(ts, i), any);
    for (size_t k = 0; k < sizeof grammar / sizeof *grammar && may; k++)
        if (lexicon_at(ts, i, grammar[k], &n)) return false;
    return !(ts->at[i].flags & TOKEN_CAPITAL) || (ts->at[i].flags & TOKEN_ALL_CAPS);
}

/* End of the noun that starts at i, or i. */
static size_t noun_end(const struct tokens *ts, size_t i, size_t last)
{
    size_t n;
    if (i >= last || !is_word(ts, i)) return i;
    const struct lex_sense *s = lexicon_at(ts, i, LEX_NOUN, &n);
    if (s && i + n <= last) {
        size_t m;
        if (lexicon_at(ts, i, LEX_CLASSIFIER, &m) && m == n && i + n < last && !(ts->at[i + n].flags & TOKEN_LINE)) {
            size_t more;
            if (lexicon_at(ts, i + n, LEX_NOUN, &more) && i + n + more <= last) return i + n + more;
        }
        return i + n;
    }
    if (plain_word(ts, i)) return i + 1;
    /* A noun with a capital: "02 Liên hiệp Hợp tác xã", "14 Hiệp định". */
    bool capital = (ts->at[i].flags & TOKEN_CAPITAL) && i + 1 < last && is_word(ts, i + 1) &&
                   !(ts->at[i + 1].flags & TOKEN_CAPITAL);
    return capital ? i + 2 : i;
}

/* "100", "1.000", "100.000" */
static bool power_of_ten(struct str s)
{
    size_t zeros = 0;
    for (size_t i = 1; i < s.len; i++) {
        if (s.ptr[i] != '0' && s.ptr[i] != '.') return false;
        zeros += s.ptr[i] == '0';
    }
    return s.len && s.ptr[0] == '1' && zeros >= 2;
}

/* ", phường, thị trấn" and "/vùng lãnh thổ" after a noun that ends at i. */
static size_t noun_pairs(const struct tokens *ts, size_t first, size_t i, size_t last)
{
    size_t n;
    for (int pairs = 0; pairs < 4 && i + 1 < last; pairs++) {
        if (token_is_punct(ts, i, ',') && lexicon_at(ts, i + 1, LEX_NOUN, &n)) {
            size_t after = i + 1 + n;
            bool named = ts->at[i + 1].flags & TOKEN_CAPITAL && !(ts->at[i + 1].flags & TOKEN_ALL_CAPS);
            named = named || (after < last && ts->at[after].flags & TOKEN_CAPITAL &&
                              !(ts->at[after].flags & TOKEN_ALL_CAPS)); /* "212 ca, xã Đạ Mẫu 67 ca" */
            if (named || ts->at[i + 1].syllable == ts->at[first].syllable)
                break; /* "216 người, Bình Xuyên", "40 hồ sơ, hồ sơ tồn là 2" */
            if (after < last && (lexicon_is(ts, after, LEX_CHANGE) || lexicon_is(ts, after, LEX_ATTAIN) ||
                                 lexicon_is(ts, after, LEX_HAVE) || lexicon_is(ts, after, LEX_DONE)))
                break;
            i = after;
        } else if (token_is_punct(ts, i, '/') && ts->at[i + 1].kind == TOKEN_NUMBER && i + 2 < last) {
            size_t many = i + 2, m;
            bool scaled = lexicon_at(ts, many, LEX_MAGNITUDE, &m) && ts->at[i + 1].len == 1;
            if (scaled) many += m;
            size_t end = scaled || power_of_ten(token_text(ts, i + 1)) ? noun_end(ts, many, last) : many;
            if (end == many) break;
            i = end; /* "bác sỹ/1 vạn dân" */
        } else if (token_is_punct(ts, i, '/') && is_word(ts, i + 1)) {
            size_t end = noun_end(ts, i + 1, last);
            size_t measure;
            if (end == i + 1 && lexicon_at(ts, i + 1, LEX_MEASURE, &measure)) end = i + 1 + measure;
            if (end == i + 1) break;
            bool square = end < last && (ts->at[end].flags & TOKEN_GLUED) &&
                          (token_is_punct(ts, end, '2') || str_eq(token_text(ts, end), STR("2")));
            if (square) end++; /* "người/km²", "người/km2" */
            i = end;
        } else {
            break;
        }
    }
    return i;
}

/* A rank needs a verb of ranking, or a whole that follows: "xếp thứ 5", "thứ ba cả nước", "Top 5", "8/63 tỉnh". */
bool mention_is_rank(const struct reader *r, const struct quantity *q, size_t *lead)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    const struct lex_sense *s = lexicon_before(ts, q->first, LEX_RANK, &n);
    if (!s || q->first - n < r->first || q->unit_class != UNIT_CLASS_NONE || q->magnitude) return false;
    *lead = q->first - n;
    if (s->value == 1 || q->has_of) return true;
    bool session = lexicon_before(ts, q->first, LEX_NAMES_NUMBER, &n) && n > 1; /* "kỳ họp thứ 14 HĐND quận" */
    if (session) return false;
    if (*lead > r->first && lexicon_before(ts, *lead, LEX_RANK, &n)) return true;
    return lexicon_is(ts, q->last, LEX_PLACE_WORD) || lexicon_is(ts, q->last, LEX_RANKED);
}

static enum figure_bound bound_of_value(int32_t v)
{
    return v == 1 ? BOUND_OVER : v == 2 ? BOUND_UNDER : BOUND_ABOUT;
}

static void find_bound(struct reader *r, struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    m->lead = m->first;
    for (int words = 0; words < 3 && m->lead > r->first; words++) {
        const struct lex_sense *s = lexicon_before(ts, m->lead, LEX_BOUND, &n);
        if (s && m->lead - n >= r->first) {
            if (m->bound == BOUND_EXACT || m->bound == BOUND_ABOUT) m->bound = bound_of_value(s->value);
            m->lead -= n;
        } else if (token_is_punct(ts, m->lead - 1, '>') || token_is_punct(ts, m->lead - 1, '<')) {
            m->bound = token_is_punct(ts, m->lead - 1, '>') ? BOUND_OVER : BOUND_UNDER;
            m->lead--;
        } else if (lexicon_is(ts, m->lead - 1, LEX_FROM)) {
            m->from = true;
            m->lead--;
        } else {
            break;
        }
    }
    const struct lex_sense *after = lexicon_at(ts, m->last, LEX_BOUND_AFTER, &n);
    if (!after && m->noun_last > m->noun_first) after = lexicon_at(ts, m->quantity.last, LEX_BOUND_AFTER, &n);
    if (after) m->bound = bound_of_value(after->value);
    if (after) m->from = false; /* "tăng từ 10% trở lên" */
}

static void add_noun(struct reader *r, struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    m->noun_first = m->quantity.last;
    m->noun_last = noun_end(ts, m->noun_first, r->last);
    if (m->noun_last > m->noun_first) m->noun_last = noun_pairs(ts, m->noun_first, m->noun_last, r->last);
    m->last = m->noun_last;
}

/* "(+56,87 ha)", "(-0,53%)": a sign at the front of brackets says which way something went. */
static void find_sign(struct reader *r, struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    size_t i = m->first;
    if (m->lead != i || i < r->first + 2 || !(ts->at[i].flags & TOKEN_GLUED) || !token_is_punct(ts, i - 2, '(')) return;
    m->sign = token_is_punct(ts, i - 1, '+') ? 1 : token_is_punct(ts, i - 1, '-') ? -1 : 0;
    if (m->sign) m->lead--;
}

/* "đứng vị trí thứ nhất": a place in words after words of ranking; returns the token after it, or i. */
static size_t rank_in_words(struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    const struct lex_sense *place = lexicon_word(ts, i, LEX_PLACE_IN_ORDER), *s = lexicon_before(ts, i, LEX_RANK, &n);
    if (!place || !s || s->value != 1 || i - n < r->first || !lexicon_word(ts, i - 1, LEX_ORDINAL)) return i;
    struct mention *m = vec_push(r->work, &r->mentions);
    *m = (struct mention){
        .quantity = {.value = DECIMAL_INT(place->value), .first = i, .last = i + 1, .number_last = i + 1},
        .lead = i - n,
        .first = i - 1,
        .last = i + 1,
        .noun_first = i + 1,
        .noun_last = i + 1,
        .rank = true};
    return i + 1;
}

/* "gấp | đôi", "gấp rưỡi": twice, half as much again, after a word of comparison; the token after it, or i. */
static size_t fold_in_words(struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    const struct lex_sense *fold = lexicon_word(ts, i, LEX_TIMES_WORD);
    if (!fold || !fold->value || i == r->first || !lexicon_before(ts, i, LEX_TIMES, &n) || i - n < r->first) return i;
    struct mention *m = vec_push(r->work, &r->mentions);
    *m = (struct mention){.quantity = {.value = {fold->value, 1},
                                       .unit_class = UNIT_CLASS_TIMES,
                                       .unit = STR("lần"),
                                       .first = i,
                                       .last = i + 1,
                                       .number_last = i + 1},
                          .lead = i,
                          .first = i,
                          .last = i + 1,
                          .noun_first = i + 1,
                          .noun_last = i + 1};
    return i + 1;
}

/* "đạt 98,31 kế hoạch", "bằng 113,07 dự toán": a ratio of a plan whose sign was forgotten; what is counted has no
 * fraction. */
static bool lost_percent(const struct reader *r, const struct quantity *q)
{
    const struct tokens *ts = &r->tokens;
    size_t n, at = q->last;
    if (q->unit_class != UNIT_CLASS_NONE || q->magnitude || q->has_of || q->has_max || q->value.scale < 1 ||
        !lexicon_before(ts, q->first, LEX_ATTAIN, &n))
        return false;
    if (lexicon_at(ts, at, LEX_VERSUS, &n)) at += n;
    return lexicon_is(ts, at, LEX_PLAN_WORD);
}

/* Put a mention for the quantity; returns the token to go on from. */
static size_t mention_add(struct reader *r, const struct quantity *q)
{
    struct mention *m = vec_push(r->work, &r->mentions);
    *m = (struct mention){
        .quantity = *q, .first = q->first, .last = q->last, .noun_first = q->last, .noun_last = q->last};
    size_t lead;
    if (lost_percent(r, q)) {
        m->quantity.unit_class = UNIT_CLASS_PERCENT;
        m->quantity.unit = STR("%");
    } else if (q->unit_class == UNIT_CLASS_NONE) {
        add_noun(r, m);
    }
    if (mention_is_rank(r, q, &lead)) {
        m->rank = true;
        if (!q->has_of) m->last = m->noun_last = m->noun_first = q->last;
        find_bound(r, m);
        m->lead = lead;
        if (!q->has_of && m->first > lead && lexicon_is(&r->tokens, m->first - 1, LEX_ORDINAL)) m->first--;
        return m->last;
    }
    find_bound(r, m);
    find_sign(r, m);
    return m->last;
}

static bool can_start_quantity(const struct tokens *ts, size_t i)
{
    const struct token *t = &ts->at[i];
    if (t->kind == TOKEN_NUMBER) return true;
    if (t->kind != TOKEN_WORD || t->phrase == 0) return false;
    if (t->flags & TOKEN_INSIDE && !lexicon_is(ts, i > 0 ? i - 1 : 0, LEX_RANK)) return false;
    return lexicon_is(ts, i, LEX_DIGIT) || lexicon_is(ts, i, LEX_TEN);
}

/* Words that begin something: a reference, a time, a number. */
static bool can_start(const struct tokens *ts, size_t i)
{
    static const enum lex_class starts[] = {LEX_DOC_KIND, LEX_TIME, LEX_MONTH_LETTER,   LEX_QUARTER_LETTER,
                                            LEX_DIGIT,    LEX_TEN,  LEX_PLACE_IN_ORDER, LEX_TIMES_WORD};
    struct lex_classes any = {{0, 0}};
    for (size_t k = 0; k < sizeof starts / sizeof *starts; k++) any = lex_classes_with(any, starts[k]);
    return lex_classes_meet(ts->at[i].any, any);
}

/* "1.500.000 đồng (một triệu năm trăm nghìn đồng)", "(bằng chữ: ...)" at token i: the amount before it once more; the
 * token after the bracket, or i. */
static size_t amount_in_words(struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    size_t n, at = i + 1, end = at;
    if (r->mentions.len == 0) return i;
    const struct mention *m = &r->mentions.at[r->mentions.len - 1];
    if (m->last != i || m->quantity.words) return i;
    bool told = lexicon_at(ts, at, LEX_IN_WORDS, &n);
    if (told) at += n;
    if (told && token_is_punct(ts, at, ':')) at++;
    while (end < r->last && end < i + SIGHT && !token_is_punct(ts, end, ')')) {
        if (ts->at[end].kind == TOKEN_NUMBER) return i;
        end++;
    }
    struct quantity q;
    if (end >= r->last || !token_is_punct(ts, end, ')') || ts->at[at].kind != TOKEN_WORD) return i;
    bool amount = m->quantity.unit_class == UNIT_CLASS_MONEY && quantity_read(&q, r->arena, ts, at) &&
                  (q.magnitude || q.unit_class == UNIT_CLASS_MONEY);
    return told || amount ? end + 1 : i;
}

void mentions_find(struct reader *r)
{
    struct tokens *ts = &r->tokens;
    const struct carry *c = &r->carry;
    struct when_context now = {r->date,
                               c->block_topic.kind  ? c->block_topic
                               : c->block_last.kind ? c->block_last
                               : c->heading.kind    ? c->heading
                                                    : c->period,
                               c->first_own};
    if (!date_known(r->date) && period_eq(now.current, c->period)) now.current = (struct period){.kind = PERIOD_NONE};
    r->mentions.len = 0;
    r->whens.len = 0;
    if (now.current.from.year != now.current.to.year) now.current = (struct period){.kind = PERIOD_NONE};
    if (!date_known(now.date) && r->year && now.current.kind == PERIOD_NONE) now.current = period_year(r->year);
    for (size_t i = r->first; i < r->last;) {
        struct when w;
        struct quantity q;
        if (token_is_punct(ts, i, '(')) {
            size_t behind = amount_in_words(r, i);
            i = behind > i ? behind : i + 1;
            continue;
        }
        if (ts->at[i].kind == TOKEN_PUNCT || (ts->at[i].kind == TOKEN_WORD && !can_start(ts, i))) {
            i++;
            continue;
        }
        size_t next = reference_read(r, i);
        if (next > i) {
            i = next;
        } else if (ts->at[i].kind == TOKEN_SYMBOL || ts->at[i].kind == TOKEN_NET) {
            i++;
        } else if (when_read(&w, ts, i, &now) && w.last <= r->last) {
            *vec_push(r->work, &r->whens) = w;
            for (size_t k = i; k < w.last; k++) ts->at[k].flags |= TOKEN_TIMED;
            if (w.role == WHEN_PERIOD && w.named_year) now.current = w.period;
            i = w.last;
        } else if (when_is_date(ts, i, &next) && next > i) {
            i = next;
        } else if ((next = rank_in_words(r, i)) > i || (next = fold_in_words(r, i)) > i) {
            i = next;
        } else if (can_start_quantity(ts, i) && quantity_read(&q, r->arena, ts, i) && q.last <= r->last) {
            if (mention_excluded(r, &q)) {
                i = ts->at[i].kind == TOKEN_NUMBER ? q.last : i + 1;
                continue;
            }
            i = mention_add(r, &q);
            if (!mention_bare_ok(r, &r->mentions.at[r->mentions.len - 1])) r->mentions.len--;
        } else {
            i++;
        }
    }
}
