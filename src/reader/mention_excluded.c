/* SPDX-License-Identifier: Apache-2.0
 *
 * mention_excluded: numbers that are no figures: they name, number, date or age something ("Landmark 81", "tổ 5", "năm
 * 2020", "24 tuổi"), or only say of how many something is counted ("trên một ha"). What depends on words is data:
 * data/lexicon/exclude.tsv.
 */
#include "mention_private.h"

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

bool mention_excluded(const struct reader *r, const struct quantity *q)
{
    size_t lead;
    if (mention_is_rank(r, q, &lead)) return false;
    return list_number(r, q) || part_of_name(r, q) || counted_on(r, q) || joined(r, q) || !number_word_ok(r, q) ||
           names_number(r, q) || duration(r, q) || scale_or_mark(r, q) || year_or_telephone(r, q) ||
           name_with_number(r, q);
}
