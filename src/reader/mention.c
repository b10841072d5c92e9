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
#include "sentence.h"

#include "utf8.h"

static bool is_word(const struct tokens *ts, size_t i)
{
    return i < ts->len && ts->at[i].kind == TOKEN_WORD;
}

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
            if (named || ts->at[i + 1].syllable == ts->at[first].syllable)
                break; /* "216 người, Bình Xuyên", "40 hồ sơ, hồ sơ tồn là 2" */
            if (after < last && (lexicon_is(ts, after, LEX_CHANGE) || lexicon_is(ts, after, LEX_ATTAIN))) break;
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

static bool names_number(const struct reader *r, const struct quantity *q)
{
    const struct tokens *ts = &r->tokens;
    size_t i = q->first, n;
    const struct lex_sense *s = lexicon_before(ts, i, LEX_NAMES_NUMBER, &n);
    if (!s || i - n < r->first || (ts->at[i - n].flags & TOKEN_INSIDE && n < 3)) return false;
    if (ts->at[i].flags & TOKEN_GLUED && s->value == 2) return false;
    bool verb = s->value == 3 && (q->has_of || decimal_cmp(q->value, DECIMAL_INT(5)) > 0); /* "cấp 45 giấy phép" */
    if (s->value != 2) return !verb && q->unit_class == UNIT_CLASS_NONE;
    return q->unit_class == UNIT_CLASS_NONE && !q->magnitude && !lexicon_is(ts, q->last, LEX_NOUN);
}

/* A name that ends in a number: "Landmark 81", "Cà Mau 1A", "Đắk Kinh 1". */
static bool name_with_number(const struct reader *r, const struct quantity *q)
{
    const struct tokens *ts = &r->tokens;
    size_t i = q->first;
    if (i == r->first || q->unit_class != UNIT_CLASS_NONE || q->magnitude || q->has_of) return false;
    const struct token *before = &ts->at[i - 1];
    if (before->kind != TOKEN_WORD || !(before->flags & TOKEN_CAPITAL)) return false;
    if (lexicon_is(ts, q->last, LEX_NOUN) && (i - 1 == r->first || before->phrase)) return false;
    return !lexicon_is(ts, q->last, LEX_NOUN);
}

static bool plain_digits(const struct tokens *ts, size_t i)
{
    struct str s = token_text(ts, i);
    return ts->at[i].kind == TOKEN_NUMBER && str_find_char(s, '.') < 0 && str_find_char(s, ',') < 0;
}

static bool year_or_telephone(const struct reader *r, const struct quantity *q)
{
    const struct tokens *ts = &r->tokens;
    if (q->unit_class != UNIT_CLASS_NONE || q->words || q->magnitude || q->has_of || !plain_digits(ts, q->first))
        return false;
    struct str s = token_text(ts, q->first);
    if (s.len >= 9 || (s.len >= 7 && s.ptr[0] == '0')) return true;
    uint64_t n;
    if (s.len == 4 && str_to_u64(&n, s, 9999) && n >= 1900 && n <= 2100) return !lexicon_is(ts, q->last, LEX_NOUN);
    return false;
}

static bool number_word_ok(const struct reader *r, const struct quantity *q)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (ts->at[q->first].kind == TOKEN_NUMBER) return true;
    if ((ts->at[q->first].flags & TOKEN_CAPITAL) && q->first != r->first) return false;
    if (q->unit_class == UNIT_CLASS_TIMES) return q->value.coefficient > 1;
    if (q->unit_class != UNIT_CLASS_NONE) return true;
    if (q->magnitude && q->value.coefficient <= 1) return false; /* "tỷ", "triệu" alone */
    const struct lex_sense *noun = lexicon_at(ts, q->last, LEX_NOUN, &n);
    if (!noun || noun->value < 2) return false;
    if (q->value.coefficient == 1 && q->value.scale == 0) /* "ít nhất một trường", "Có một trạm y tế" */
        return lexicon_before(ts, q->first, LEX_BOUND, &n) ||
               (q->first > r->first && lexicon_is(ts, q->first - 1, LEX_HAVE));
    return q->first == r->first || !lexicon_is(ts, q->first - 1, LEX_ORDINAL);
}

/* "tỷ lệ 1/2000", "24/7", "(1)" */
static bool scale_or_mark(const struct reader *r, const struct quantity *q)
{
    const struct tokens *ts = &r->tokens;
    size_t i = q->first;
    if (q->unit_class != UNIT_CLASS_NONE) return false;
    bool noun = lexicon_is(ts, q->last, LEX_NOUN);
    size_t scale;
    if (q->has_of && q->value.coefficient == 1 && decimal_cmp(q->of, DECIMAL_INT(200)) >= 0 &&
        lexicon_before(ts, i, LEX_RATE_HEAD, &scale))
        return true; /* "quy hoạch chi tiết tỷ lệ 1/500 Cụm công nghiệp" */
    if (q->has_of && !noun) {
        size_t n;
        if (q->value.coefficient == 1 && lexicon_before(ts, i, LEX_RATE_HEAD, &n)) return true;
        if (q->value.coefficient == 1 && decimal_cmp(q->of, DECIMAL_INT(100)) >= 0) return true;
        if (decimal_eq(q->value, DECIMAL_INT(24)) && decimal_eq(q->of, DECIMAL_INT(7))) return true;
    }
    if (i > r->first && (token_is_punct(ts, i - 1, '(') || token_is_punct(ts, i - 1, '[')) &&
        (token_is_punct(ts, q->last, ')') || token_is_punct(ts, q->last, ']')) && !q->magnitude && !q->has_of)
        return true;
    if (i > r->first && (token_is_punct(ts, i - 1, '"') || token_is_punct(ts, i - 1, '\'')) && !noun) return true;
    return false;
}

/* "1. Nhận diện", "2) Về thu", "3.Dân số" at the start of a line. */
static bool list_number(const struct reader *r, const struct quantity *q)
{
    const struct tokens *ts = &r->tokens;
    size_t i = q->first;
    bool line = i == 0 || (ts->at[i].flags & TOKEN_LINE) || i == r->first;
    if (!line || q->unit_class != UNIT_CLASS_NONE || ts->at[i].kind != TOKEN_NUMBER || q->last != i + 1) return false;
    return (token_is_punct(ts, i + 1, '.') || token_is_punct(ts, i + 1, ')') || token_is_punct(ts, i + 1, '/')) &&
           ts->at[i].len <= 5;
}

/* A number joined to letters that are no unit: "13B", "30a", "H29". */
static bool joined(const struct reader *r, const struct quantity *q)
{
    const struct tokens *ts = &r->tokens;
    size_t i = q->first;
    bool verb = i > r->first && (lexicon_is(ts, i - 1, LEX_ATTAIN) || lexicon_is(ts, i - 1, LEX_CHANGE) ||
                                 lexicon_is(ts, i - 1, LEX_BOUND) || lexicon_is(ts, i - 1, LEX_IS));
    if (i > r->first && (ts->at[i].flags & TOKEN_GLUED) && ts->at[i - 1].kind == TOKEN_WORD && !verb)
        return true; /* but "bằng105,54%" has lost its space */
    if (i > r->first + 1 && (ts->at[i].flags & TOKEN_GLUED) && token_is_punct(ts, i - 1, '-') && is_word(ts, i - 2) &&
        (ts->at[i - 1].flags & TOKEN_GLUED))
        return true; /* Covid-19 */
    return q->unit_class == UNIT_CLASS_NONE && is_word(ts, q->last) && (ts->at[q->last].flags & TOKEN_GLUED) &&
           !lexicon_is(ts, q->last, LEX_NOUN);
}

static bool duration(const struct reader *r, const struct quantity *q)
{
    const struct tokens *ts = &r->tokens;
    size_t n, m;
    if (q->unit_class != UNIT_CLASS_NONE || !lexicon_at(ts, q->last, LEX_DURATION, &n)) return false;
    return !(lexicon_at(ts, q->last, LEX_NOUN, &m) && m > n);
}

/* A rank needs a verb of ranking, or a whole that follows: "xếp thứ 5", "thứ ba cả nước", "Top 5", "8/63 tỉnh". */
static bool is_rank(const struct reader *r, const struct quantity *q, size_t *lead)
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

/* "1.1 Trồng trọt" numbers a section, "chợ 4.0" a version, "Q.1 tiếp nhận" a place. */
static bool part_of_name(const struct reader *r, const struct quantity *q)
{
    const struct tokens *ts = &r->tokens;
    size_t i = q->first;
    if (q->unit_class != UNIT_CLASS_NONE || q->magnitude || q->has_of || ts->at[i].kind != TOKEN_NUMBER) return false;
    struct str s = token_text(ts, i);
    ptrdiff_t dot = str_find_char(s, '.');
    bool short_dot = dot > 0 && s.len <= 4 && (size_t)dot + 3 > s.len && str_find_char(s, ',') < 0;
    if (short_dot && (s.ptr[s.len - 1] == '0' || (is_word(ts, q->last) && (ts->at[q->last].flags & TOKEN_CAPITAL))))
        return true;
    return i >= r->first + 2 && (ts->at[i].flags & TOKEN_GLUED) && token_is_punct(ts, i - 1, '.') &&
           (ts->at[i - 1].flags & TOKEN_GLUED) && ts->at[i - 2].len == 1 && (ts->at[i - 2].flags & TOKEN_CAPITAL);
}

/* "trên một ha đất", "trên 1 vạn dân": what something is counted on, not more than one of it. */
static bool counted_on(const struct reader *r, const struct quantity *q)
{
    const struct tokens *ts = &r->tokens;
    size_t n, i = q->first;
    const struct lex_sense *bound = lexicon_before(ts, i, LEX_BOUND, &n), *digit = lexicon_word(ts, i, LEX_DIGIT);
    if (!bound || bound->value != 1 || q->has_max || q->has_of) return false;
    bool one = (digit && digit->value == 1) || str_eq(token_text(ts, i), STR("1"));
    bool whole = q->number_last == i + 1 + (size_t)(q->magnitude || q->unit_class == UNIT_CLASS_MONEY);
    bool each = digit && q->unit_class == UNIT_CLASS_NONE && lexicon_is(ts, q->last, LEX_NOUN); /* "trên một đơn vị" */
    return one && whole && (q->magnitude || q->unit_class == UNIT_CLASS_MEASURE || each) && i > r->first;
}

static bool excluded(const struct reader *r, const struct quantity *q)
{
    size_t lead;
    if (is_rank(r, q, &lead)) return false;
    return list_number(r, q) || part_of_name(r, q) || counted_on(r, q) || joined(r, q) || !number_word_ok(r, q) ||
           names_number(r, q) || duration(r, q) || scale_or_mark(r, q) || year_or_telephone(r, q) ||
           name_with_number(r, q);
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

/* Put a mention for the quantity; returns the token to go on from. */
static size_t mention_add(struct reader *r, const struct quantity *q)
{
    struct mention *m = vec_push(r->work, &r->mentions);
    *m = (struct mention){
        .quantity = *q, .first = q->first, .last = q->last, .noun_first = q->last, .noun_last = q->last};
    size_t lead;
    if (q->unit_class == UNIT_CLASS_NONE) add_noun(r, m);
    if (is_rank(r, q, &lead)) {
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
static bool bare_ok(const struct reader *r, struct mention *m)
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

/* Words that begin something: a reference, a time, a number. */
static bool can_start(const struct tokens *ts, size_t i)
{
    static const enum lex_class starts[] = {LEX_DOC_KIND, LEX_TIME, LEX_MONTH_LETTER,  LEX_QUARTER_LETTER,
                                            LEX_DIGIT,    LEX_TEN,  LEX_PLACE_IN_ORDER};
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
        } else if ((next = rank_in_words(r, i)) > i) {
            i = next;
        } else if (can_start_quantity(ts, i) && quantity_read(&q, r->arena, ts, i) && q.last <= r->last) {
            if (excluded(r, &q)) {
                i = ts->at[i].kind == TOKEN_NUMBER ? q.last : i + 1;
                continue;
            }
            i = mention_add(r, &q);
            if (!bare_ok(r, &r->mentions.at[r->mentions.len - 1])) r->mentions.len--;
        } else {
            i++;
        }
    }
}
