/* SPDX-License-Identifier: Apache-2.0
 *
 * subject: what a mention measures, in the words of the text.
 *
 *   level with a verb     the name left of the verb           "thu ngân sách nhà nước | ước đạt | 8.343 tỷ đồng"
 *   count                 a name of a number on the left      "số hộ kinh doanh thành lập mới của quận | là | 3.127
 *   trường hợp"
 *                         else the noun and what follows it   "233 không gian văn hóa Hồ Chí Minh"
 *                         else the noun and what stands left  "cấp tỉnh tiếp nhận | 7.744 hồ sơ"
 *   per cent of things    what follows                        "100% dịch vụ công trực tuyến toàn trình"
 *   ratio, growth         its own name if it has one, else that of the mention before, across sentences if need be
 *   part                  the name of the whole and its own   "kim ngạch xuất khẩu" + "khu vực kinh tế trong nước"
 *
 * A name is cut at punctuation, at words that begin a clause (data/lexicon/grammar.tsv: clause), at times and at other
 * mentions, and loses words that only link it to the number (class link). It never has more than NAME_MOST words.
 */
#include "sentence.h"

#include <assert.h>

enum { NAME_MOST = 18, PHRASE_MOST = 14, SHORT_NAME = 4 };

static bool hard_break(const struct tokens *ts, size_t i)
{
    if (ts->at[i].kind != TOKEN_PUNCT) return false;
    char c = (char)ts->at[i].punct;
    return c == ';' || c == ':' || c == '(' || c == ')' || c == '.' || c == 'E' || c == '[' || c == ']' || c == '*' ||
           c == '|' || c == '!' || c == '?';
}

static bool clause_at(const struct tokens *ts, size_t i, size_t to, size_t *len)
{
    const struct lex_sense *s = lexicon_at(ts, i, LEX_CLAUSE, len);
    if (!s || i + *len > to) return false;
    return s->value == 1 || (s->value == 2 && i > 0 && ts->at[i - 1].kind == TOKEN_PUNCT);
}

/* A bracket with more than an abbreviation that ends at `to` is passed over: "... (số liệu đến ngày 22/01) | đạt". */
static size_t before_bracket(const struct tokens *ts, size_t from, size_t to)
{
    size_t open = to - 1;
    while (open > from && to - open < 14 && !token_is_punct(ts, open, '(')) open--;
    bool numbers = false;
    for (size_t i = open; i < to; i++) numbers = numbers || ts->at[i].kind == TOKEN_NUMBER;
    return token_is_punct(ts, open, '(') && (numbers || to - open > 7) ? open : to;
}

/* How many words left of `to` belong to a fixed phrase that ends there or later: "cấp | mới" is no "mới" of its own. */
static size_t fixed_before(const struct tokens *ts, size_t from, size_t to)
{
    for (size_t back = 2; back <= 4 && to >= from + back; back++) {
        size_t n;
        if (ts->at[to - back].phrase_len >= back && lexicon_at(ts, to - back, LEX_FIXED, &n) && n >= back) return back;
    }
    return 0;
}

/* Move `to` left over words that only link a name with its number, and over times and closing marks. */
static size_t strip_right(const struct reader *r, size_t from, size_t to)
{
    static const enum lex_class links[] = {LEX_LINK,  LEX_BOUND,  LEX_ESTIMATE, LEX_CHANGE,      LEX_ATTAIN,
                                           LEX_SHARE, LEX_EXCEED, LEX_TIMES,    LEX_RESPECTIVELY};
    const struct tokens *ts = &r->tokens;
    struct lex_classes any_link = {{0, 0}};
    for (size_t k = 0; k < sizeof links / sizeof *links; k++) any_link = lex_classes_with(any_link, links[k]);
    while (to > from) {
        size_t before = to, n;
        bool timed = ts->at[to - 1].flags & TOKEN_TIMED;
        for (size_t k = 0; k < r->whens.len && timed; k++)
            if (r->whens.at[k].last == to && r->whens.at[k].first >= from) to = r->whens.at[k].first;
        if (to > from && (token_is_punct(ts, to - 1, ';') || token_is_punct(ts, to - 1, '.'))) break;
        if (to > from && token_is_punct(ts, to - 1, ')')) to = before_bracket(ts, from, to);
        if (to > from && ts->at[to - 1].kind == TOKEN_PUNCT && !token_is_punct(ts, to - 1, '"') &&
            !token_is_punct(ts, to - 1, ')'))
            to--;
        bool may = to > from && lex_classes_meet(lexicon_ends[ts->at[to - 1].syllable], any_link);
        size_t longest = 0, fixed = may ? fixed_before(ts, from, to) : 0;
        for (size_t k = 0; k < sizeof links / sizeof *links && may; k++)
            if (lexicon_before(ts, to, links[k], &n) && n > longest && n >= fixed && to - n >= from) longest = n;
        to -= longest;
        if (to == before) break;
    }
    return to;
}

/* Move `from` right over marks, conjunctions and words that carry no name. */
static size_t strip_left(const struct reader *r, size_t from, size_t to)
{
    const struct tokens *ts = &r->tokens;
    while (from < to) {
        size_t n;
        const struct when *w = when_at(r, from);
        if (w && w->last <= to) {
            from = w->last;
        } else if (ts->at[from].kind == TOKEN_PUNCT && !token_is_punct(ts, from, '"')) {
            from++;
        } else if ((lexicon_at(ts, from, LEX_AND, &n) || lexicon_at(ts, from, LEX_FILLER, &n)) && from + n <= to) {
            from += n;
        } else if (clause_at(ts, from, to, &n)) {
            from += n;
        } else {
            break;
        }
    }
    return from;
}

/* A place as grammatical subject: "quận Bình Tân", "toàn tỉnh", "huyện Hoài Ân"; its end, or i. */
static size_t place_end(const struct reader *r, size_t i, size_t to)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (lexicon_at(ts, i, LEX_PLACE_KIND, &n) && i + n < to) {
        size_t j = i + n;
        if (token_is_punct(ts, j, '.')) j++;
        size_t start = j;
        while (j < to && j < start + 6 &&
               ((ts->at[j].kind == TOKEN_WORD && (ts->at[j].flags & TOKEN_CAPITAL)) ||
                (j == start && ts->at[j].kind == TOKEN_NUMBER && !when_at(r, j))))
            j++;
        if (j > start) return j;
    }
    if (lexicon_at(ts, i, LEX_PLACE_WORD, &n) && i + n <= to) return i + n;
    return i;
}

/* Names of one or more capitalised words that fill [from, to): a place or a body, not the thing measured. */
static bool only_names(const struct reader *r, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (r->tokens.at[i].kind != TOKEN_WORD || !(r->tokens.at[i].flags & TOKEN_CAPITAL) ||
            (r->tokens.at[i].flags & TOKEN_ALL_CAPS))
            return false;
    return to > from;
}

/* "(GRDP)", "(không tính quốc lộ và tỉnh lộ)", "(giá so sánh năm 2010)": a bracket inside a name; its end, or i. */
static size_t bracket_end(const struct tokens *ts, size_t i, size_t to)
{
    if (!token_is_punct(ts, i, '(')) return i;
    for (size_t k = i + 1; k < to && k < i + 16; k++) {
        if (token_is_punct(ts, k, ')')) return k + 1;
        if (token_is_punct(ts, k, '(') || token_is_punct(ts, k, '.') || token_is_punct(ts, k, ';')) return i;
    }
    return i;
}

static bool verb_between(const struct reader *r, size_t from, size_t to)
{
    const struct tokens *ts = &r->tokens;
    for (size_t i = from; i < to; i++)
        if (when_at(r, i) || lexicon_is(ts, i, LEX_CHANGE) || lexicon_is(ts, i, LEX_EXCEED) ||
            lexicon_is(ts, i, LEX_DONE) || token_is_punct(ts, i, ','))
            return true;
    return false;
}

/* Where the last piece of [from, to) begins: after marks, clause words and, where `times`, after times. */
static size_t piece_start(const struct reader *r, size_t from, size_t to, bool times)
{
    const struct tokens *ts = &r->tokens;
    size_t start = from, n;
    for (size_t i = from; i < to; i++) {
        const struct when *w = when_at(r, i);
        size_t bracket = bracket_end(ts, i, to);
        if (w) {
            if (times && w->last < to) start = w->last;
            i = w->last - 1;
        } else if (bracket > i) {
            if (i == start) start = bracket; /* "(12) Tỷ lệ ..." */
            i = bracket - 1;
        } else if (hard_break(ts, i)) {
            start = i + 1;
        } else if (token_is_punct(ts, i, ',')) {
            size_t piece = to - (i + 1);
            bool measured = lexicon_is(ts, i + 1, LEX_MEASURE_HEAD) || lexicon_is(ts, i + 1, LEX_RATE_HEAD) ||
                            when_at(r, i + 1);
            bool list = i - start <= 4 && piece <= 6 && !measured && i > start;
            bool long_name = i > start && lexicon_is(ts, start, LEX_MEASURE_HEAD) && !measured &&
                             to - start <= NAME_MOST && !verb_between(r, i + 1, to);
            bool nouns = i > start && lexicon_is(ts, i + 1, LEX_NOUN) &&
                         lexicon_before(ts, i, LEX_NOUN, &n); /* "chỉ tiêu, nhiệm vụ" */
            if (!list && !long_name && !nouns) start = i + 1;
        } else if (clause_at(ts, i, to, &n)) {
            start = i + n;
            i += n - 1;
        } else if (lexicon_at(ts, i, LEX_WITH, &n) && i + n < to && lexicon_is(ts, i + n, LEX_MEASURE_HEAD)) {
            start = i + n;
            i += n - 1;
        }
    }
    return start;
}

/* "quận Bình Tân có ...", "Bình Dương đã ...": the name begins after the place and its verb. */
static size_t skip_place(const struct reader *r, size_t start, size_t end)
{
    const struct tokens *ts = &r->tokens;
    size_t place = place_end(r, start, end), n;
    if (place == start)
        while (place < end && place < start + 4 && ts->at[place].kind == TOKEN_WORD &&
               (ts->at[place].flags & TOKEN_CAPITAL))
            place++;
    if (place == start || place >= end) return start;
    bool verb = lexicon_is(ts, place, LEX_DONE) || lexicon_is(ts, place, LEX_LINK) ||
                lexicon_is(ts, place, LEX_ESTIMATE);
    if (!verb) return start == place_end(r, start, end) ? start : place;
    start = place;
    while (start < end && (lexicon_at(ts, start, LEX_LINK, &n) || lexicon_at(ts, start, LEX_ESTIMATE, &n)) &&
           start + n < end)
        start += n;
    return strip_left(r, start, end);
}

/* A name cannot begin with the verb of another number: "đạt được | số thu", but "vượt kịch bản đề ra" is no name. */
static size_t skip_verb(const struct reader *r, size_t start, size_t end)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (start >= end) return start;
    if (lexicon_at(ts, start, LEX_GROWTH_HEAD, &n)) return start;
    if (!lexicon_at(ts, start, LEX_EXCEED, &n) && !lexicon_at(ts, start, LEX_ATTAIN, &n) &&
        !lexicon_at(ts, start, LEX_CHANGE, &n))
        return start;
    if (lexicon_is(ts, start, LEX_FULFIL) && start + n < end && !lexicon_is(ts, start + n, LEX_PLAN_WORD))
        return start + n;
    return start + n < end && lexicon_is(ts, start + n, LEX_MEASURE_HEAD) ? start + n : end;
}

/* A long name with verbs before the thing measured: "đã triển khai linh hoạt các biện pháp | thu ngân sách". */
static size_t to_measure(const struct reader *r, size_t start, size_t end)
{
    const struct tokens *ts = &r->tokens;
    if (end - start <= 6 || lexicon_is(ts, start, LEX_MEASURE_HEAD) || lexicon_is(ts, start, LEX_RATE_HEAD))
        return start;
    for (size_t i = start + 1; i + 2 <= end; i++)
        if (!(ts->at[i].flags & TOKEN_INSIDE) &&
            (lexicon_is(ts, i, LEX_MEASURE_HEAD) || lexicon_is(ts, i, LEX_RATE_HEAD)))
            return i;
    return start;
}

/* "so với cùng kỳ | tăng", "so với cùng kỳ, | thu ngân sách | tăng": what is compared with is no name; the name stands
 * after the comma, else before the comparison. */
static void without_base(const struct reader *r, size_t *from, size_t *to)
{
    const struct tokens *ts = &r->tokens;
    size_t versus = *to;
    for (size_t i = *from; i < *to; i++)
        if (lexicon_is(ts, i, LEX_VERSUS) && !(ts->at[i].flags & TOKEN_INSIDE)) versus = i;
    if (versus == *to) return;
    for (size_t i = versus; i + 1 < *to; i++)
        if (token_is_punct(ts, i, ',') || hard_break(ts, i)) {
            *from = i + 1;
            return;
        }
    *to = versus;
}

/* The name that ends before `to`, not left of `from`. */
static void name_before(const struct reader *r, size_t from, size_t to, size_t *first, size_t *last)
{
    without_base(r, &from, &to);
    size_t end = strip_right(r, from, to);
    if (end > from + SIGHT) from = end - SIGHT;
    size_t start = strip_left(r, piece_start(r, from, end, true), end);
    bool of = start < end && lexicon_is(&r->tokens, start, LEX_OF);
    if (start >= end || of ||
        only_names(r, start, end)) { /* "tăng trưởng kinh tế 9 tháng của Tỉnh": the name stands before the time */
        size_t left = strip_left(r, piece_start(r, from, end, false), end);
        size_t stop = end;
        for (size_t k = 0; k < r->whens.len; k++)
            if (r->whens.at[k].first > left && r->whens.at[k].first < stop) stop = r->whens.at[k].first;
        stop = strip_right(r, left, stop);
        if (left < stop) {
            start = left;
            end = stop;
        }
    }
    for (size_t again = skip_place(r, start, end); again != start; again = skip_place(r, start, end)) start = again;
    start = skip_verb(r, start, end);
    start = to_measure(r, start, end);
    if (end > start + NAME_MOST) start = end - NAME_MOST;
    *first = start;
    *last = end;
}

/* "..., giải quyết đúng hạn 6.395 hồ sơ": the words after the comma name another number. */
static bool number_follows(const struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    for (; i < r->last && ts->at[i].kind != TOKEN_PUNCT; i++)
        if (ts->at[i].kind == TOKEN_NUMBER) return !when_at(r, i);
    return false;
}

/* The phrase that starts at `from`: up to punctuation, a verb of comparison, a time, or another mention. */
static size_t phrase_end(const struct reader *r, size_t from, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    size_t i = from, n;
    if (limit > from + PHRASE_MOST) limit = from + PHRASE_MOST;
    for (; i < limit; i++) {
        if (hard_break(ts, i)) break;
        if (token_is_punct(ts, i, ',') &&
            !(i + 2 < limit && lexicon_is(ts, i + 1, LEX_NOUN) && i <= from + 4 && !number_follows(r, i + 1)))
            break;
        if (when_at(r, i)) break;
        if (lexicon_is(ts, i, LEX_VERSUS) || lexicon_is(ts, i, LEX_CHANGE) || lexicon_is(ts, i, LEX_PART) ||
            lexicon_is(ts, i, LEX_SHARE))
            break;
        if (i > from && (lexicon_is(ts, i, LEX_ATTAIN) && !lexicon_is(ts, i, LEX_FULFIL))) {
            if (lexicon_at(ts, i, LEX_ATTAIN, &n) && i + n >= limit) break;
        }
        if (lexicon_is(ts, i, LEX_WITH)) break;
    }
    while (i > from &&
           (lexicon_is(ts, i - 1, LEX_AND) || lexicon_is(ts, i - 1, LEX_WITH) || ts->at[i - 1].kind == TOKEN_PUNCT))
        i--;
    return i;
}

static struct str join(struct reader *r, struct str a, struct str b)
{
    if (a.len == 0 || b.len == 0) return a.len ? a : b;
    if (a.len + b.len > 400) return b;
    char *p = arena_alloc(r->arena, a.len + b.len + 1, 1);
    memcpy(p, a.ptr, a.len);
    p[a.len] = ' ';
    memcpy(p + a.len + 1, b.ptr, b.len);
    return (struct str){p, a.len + b.len + 1};
}

static struct str words(const struct reader *r, size_t from, size_t to)
{
    return from < to ? tokens_text(&r->tokens, from, to) : STR("");
}

/* After "trong đó", in a list of parts or in brackets: the name is short for "<whole> <name>". */
static bool is_part(const struct reader *r, const struct mention *m, size_t first)
{
    size_t from = m->zone < first ? m->zone : first;
    return class_between(r, LEX_PART, from, m->lead, NULL, NULL);
}

static void set_place(struct reader *r, struct mention *m)
{
    const struct tokens *ts = &r->tokens;
    m->figure.place = r->carry.place.len ? r->carry.place : r->place;
    if (!lex_classes_have(r->classes, LEX_PLACE_KIND) && !lex_classes_have(r->classes, LEX_PLACE_WORD)) return;
    for (size_t i = m->zone; i < m->lead; i++) {
        size_t end = place_end(r, i, m->lead);
        if (end <= i) continue;
        size_t n;
        const struct lex_sense *word = lexicon_at(ts, i, LEX_PLACE_WORD, &n);
        if (word && word->value == 0 && i + n == end) continue;
        if (i == m->zone || lexicon_is(ts, i - 1, LEX_OF) || ts->at[i - 1].kind == TOKEN_PUNCT || word)
            m->figure.place = words(r, i, end);
        i = end - 1;
    }
}

static bool is_count(const struct mention *m)
{
    return m->noun_last > m->noun_first;
}

/* The level of the same subject memory: what a ratio or growth without a name speaks of. */
static struct str inherited(const struct reader *r, size_t k)
{
    for (size_t i = k; i > 0 && i + 6 > k; i--) {
        const struct mention *p = &r->mentions.at[i - 1];
        if (p->figure.subject.len == 0 || (p->bracket && !r->mentions.at[k].bracket)) continue;
        if (is_count(p) &&
            r->mentions.at[k].quantity.unit_class == UNIT_CLASS_PERCENT) /* "5 địa phương có | tỷ lệ giải ngân" */
            for (size_t j = p->noun_last; j < p->subject_last; j++)
                if (lexicon_is(&r->tokens, j, LEX_RATE_HEAD)) return words(r, j, p->subject_last);
        return p->figure.subject;
    }
    return r->carry.subject;
}

/* The name left of the bracket that the mention opens: "Đội ngũ cán bộ ... (trung bình 64 người/xã)". */
static bool before_own_bracket(const struct reader *r, const struct mention *m, size_t *first, size_t *last)
{
    for (size_t i = m->zone; i < m->lead; i++)
        if (token_is_punct(&r->tokens, i, '(')) {
            name_before(r, m->zone, i, first, last);
            return *first < *last;
        }
    return false;
}

/* "với tổng vốn đăng ký", "(chiều dài": a measure of the things counted just before. */
static bool measures_count(const struct reader *r, const struct mention *m, const struct mention *prev, size_t first,
                           size_t last)
{
    if (!prev || !is_count(prev) || last - first > 5 || !lexicon_is(&r->tokens, first, LEX_MEASURE_HEAD)) return false;
    return m->bracket || (first > 0 && class_between(r, LEX_WITH, m->zone, first, NULL, NULL));
}

static void count_subject(struct reader *r, struct mention *m, const struct mention *prev, size_t first, size_t last,
                          size_t limit)
{
    const struct tokens *ts = &r->tokens;
    bool named = last > first && (lexicon_is(ts, first, LEX_MEASURE_HEAD) || lexicon_is(ts, first, LEX_RATE_HEAD));
    size_t end = phrase_end(r, m->noun_last, limit), n;
    bool copula = m->lead > m->zone &&
                  (token_is_punct(ts, m->lead - 1, ':') || lexicon_before(ts, m->lead, LEX_IS, &n));
    if (named || (copula && last > first && end <= m->noun_last)) {
        m->figure.subject = words(r, first, last);
        m->subject_first = first;
        m->subject_last = last;
        return;
    }
    m->figure.subject = words(r, m->noun_first, end);
    m->subject_first = m->noun_first;
    m->subject_last = end;
    bool in_row = prev && prev->part && str_eq(prev->figure.unit, m->figure.unit);
    m->part = prev && is_count(prev) && str_eq(prev->figure.unit, m->figure.unit) && (is_part(r, m, first) || in_row);
    if (m->part && !in_row) r->carry.whole = prev->figure.subject;
    if (m->part && end > m->noun_last && end <= m->noun_last + 2) {
        m->figure.subject = join(r, r->carry.whole, words(r, m->noun_last, end));
        m->joined = true;
    }
    bool alone = end == m->noun_last;
    if (m->lead > m->zone && lexicon_is(ts, m->lead - 1, LEX_FOR) && last > first && last - first <= 8)
        m->figure.subject = join(r, words(r, m->noun_first, m->noun_last),
                                 words(r, first, last)); /* "giải quyết việc làm cho 62.000 lao động" */
    else if (alone && m->bracket && before_own_bracket(r, m, &first, &last))
        m->figure.subject = join(r, m->figure.subject, words(r, first, last));
    else if (alone && m->noun_last == m->noun_first + 1 && last > first && last - first <= 6)
        m->figure.subject = join(r, m->figure.subject, words(r, first, last));
    if (end > m->tail_end) m->tail_end = end;
}

/* "xếp thứ 5 cả nước về Chỉ số chuyển đổi số": what is ranked stands after "về". */
static bool rank_subject(struct reader *r, struct mention *m, size_t limit)
{
    for (size_t i = m->last; i + 1 < limit && i < m->last + 6; i++) {
        if (!lexicon_is(&r->tokens, i, LEX_ABOUT_WORD)) continue;
        size_t end = phrase_end(r, i + 1, limit);
        m->figure.subject = words(r, i + 1, end);
        m->subject_first = i + 1;
        m->subject_last = end;
        return true;
    }
    return false;
}

/* Per cent of things: "100% dịch vụ công ...", "đạt tối thiểu 70% hồ sơ ...". */
static bool is_determiner(const struct reader *r, const struct mention *m, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    if (m->quantity.unit_class != UNIT_CLASS_PERCENT || m->figure.kind != KIND_LEVEL || m->plan_tail || m->base_tail)
        return false;
    if (m->last >= limit || ts->at[m->last].kind != TOKEN_WORD || lexicon_is(ts, m->last, LEX_BOUND_AFTER))
        return false;
    return m->cue == CUE_NONE || lexicon_is(ts, m->last, LEX_NOUN) || lexicon_is(ts, m->last, LEX_MEASURE_HEAD);
}

static void take_phrase(struct reader *r, struct mention *m, size_t limit)
{
    size_t end = phrase_end(r, m->last, limit);
    m->figure.subject = words(r, m->last, end);
    m->subject_first = m->last;
    m->subject_last = end;
    if (end > m->tail_end) m->tail_end = end;
}

/* A level of money or measure whose name is short and goes on after the number: "giải ngân được 842 tỷ đồng | vốn đầu
 * tư công". */
static void add_phrase(struct reader *r, struct mention *m, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    if (m->figure.kind != KIND_LEVEL || m->last >= limit || ts->at[m->last].kind != TOKEN_WORD || m->plan_tail ||
        m->base_tail)
        return;
    if (m->subject_last > m->subject_first + SHORT_NAME || lexicon_is(ts, m->last, LEX_AND) ||
        lexicon_is(ts, m->last, LEX_WITH))
        return;
    if (m->subject_last > m->subject_first && lexicon_is(ts, m->subject_first, LEX_MEASURE_HEAD) &&
        !lexicon_is(ts, m->subject_first, LEX_DISBURSE))
        return;
    size_t end = phrase_end(r, m->last, limit);
    if (end < m->last + 2) return;
    m->figure.subject = join(r, m->figure.subject, words(r, m->last, end));
}

static bool names_person_at(const struct tokens *ts, size_t i)
{
    size_t n;
    const struct lex_sense *s = lexicon_at(ts, i, LEX_PARTY, &n);
    return s && s->value >= PARTY_PERSON;
}

/* What the sentence opens with, for a first mention without a name: "Hoạt động du lịch với nhiều sản phẩm ...; ước đạt
 * 86,7%". */
static struct str head_name(const struct reader *r, const struct mention *m)
{
    assert(m);
    const struct tokens *ts = &r->tokens;
    size_t from = strip_left(r, r->first, m->zone > r->first ? m->zone : m->lead), end = from;
    while (end < m->lead && end < from + 10 && ts->at[end].kind != TOKEN_PUNCT && !when_at(r, end) &&
           !lexicon_is(ts, end, LEX_WITH) && !lexicon_is(ts, end, LEX_CHANGE) && !lexicon_is(ts, end, LEX_ATTAIN) &&
           !lexicon_is(ts, end, LEX_DONE) && !lexicon_is(ts, end, LEX_CLAUSE))
        end++;
    if (end < from + 2 || end >= from + 10 || place_end(r, from, end) > from || names_person_at(ts, from))
        return STR("");
    return words(r, from, end);
}

/* A name that is only what is done ("thu hoạch 574.341 tấn"): what is measured opened the sentence. */
static bool only_action(const struct reader *r, size_t first, size_t last)
{
    size_t n;
    return lexicon_at(&r->tokens, first, LEX_ACTION, &n) && first + n >= last;
}

/* A name of its own was found at [first, last). */
static void own_subject(struct reader *r, struct mention *m, size_t k, size_t first, size_t last)
{
    assert(m);
    const struct mention *prev = k > 0 ? m - 1 : NULL;
    struct figure_statement *f = &m->figure;
    size_t n;
    bool other = lexicon_at(&r->tokens, first, LEX_OTHER_PLACE, &n) && first + n == last;
    if (other || place_end(r, first, last) == last || (prev && prev->placed && only_names(r, first, last))) {
        f->subject = prev ? inherited(r, k) : head_name(r, m);
        if (f->subject.len == 0) f->subject = inherited(r, k);
        f->place = words(r, first, last);
        m->placed = true;
        return;
    }
    struct str head = !prev && only_action(r, first, last) ? head_name(r, m) : STR("");
    if (head.len) {
        f->subject = head;
        m->subject_first = first;
        m->subject_last = last;
        return;
    }
    f->subject = words(r, first, last);
    m->subject_first = first;
    m->subject_last = last;
    if (measures_count(r, m, prev, first, last)) {
        f->subject = join(r, f->subject, prev->figure.subject);
    } else if (only_names(r, first, last) && (prev || r->carry.subject.len)) {
        f->subject = join(r, r->carry.subject, f->subject);
        m->joined = true;
    } else if (last - first <= SHORT_NAME && is_part(r, m, first) && prev) {
        f->subject = join(r, r->carry.subject, f->subject);
        m->joined = true;
    }
}

/* "Đối với công tác thu ngân sách nhà nước, ...": a topic at the head of the sentence, for a mention without a name. */
static struct str topic(const struct reader *r, const struct mention *m)
{
    size_t n, i = r->first;
    if (!lexicon_at(&r->tokens, i, LEX_TOPIC, &n)) return STR("");
    size_t from = strip_left(r, i + n, m->lead), end = from;
    while (end < m->lead && r->tokens.at[end].kind != TOKEN_PUNCT && end < from + 12) end++;
    return words(r, from, end);
}

/* "Tốc độ | tăng | dân số bình quân hằng năm dưới | 1%": the verb is a part of the head, the name stands after it. */
static bool growth_head_at(const struct reader *r, const struct mention *m, size_t first)
{
    size_t n;
    return first < m->cue_first && lexicon_at(&r->tokens, first, LEX_GROWTH_HEAD, &n) && first + n >= m->cue_last;
}

static bool only_growth(const struct reader *r, size_t first, size_t last)
{
    size_t n;
    return first < last && lexicon_at(&r->tokens, first, LEX_GROWTH_HEAD, &n) && first + n >= last;
}

static bool comma_between(const struct reader *r, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (token_is_punct(&r->tokens, i, ',')) return true;
    return false;
}

/* "cầu bê tông Đắk Prế (0.85ha)": the bracket is the mention's own, its name stands outside. */
static bool own_bracket(const struct reader *r, const struct mention *m)
{
    for (size_t i = m->subject_last; i < m->lead; i++)
        if (token_is_punct(&r->tokens, i, '(')) return m->subject_last > m->subject_first;
    return false;
}

/* Counts that share what follows the last of them: "03 chương trình, 01 đề án | trọng điểm theo Nghị quyết". */
void subject_share(struct reader *r)
{
    for (size_t k = r->mentions.len; k > 1; k--) {
        const struct mention *m = &r->mentions.at[k - 1];
        struct mention *p = &r->mentions.at[k - 2];
        if (!is_count(m) || !is_count(p) || p->subject_last != p->noun_last || m->subject_last <= m->noun_last)
            continue;
        bool pair = m->lead == p->last + 1 &&
                    (token_is_punct(&r->tokens, p->last, ',') || lexicon_is(&r->tokens, p->last, LEX_AND));
        if (pair && p->subject_first == p->noun_first)
            p->figure.subject = join(r, p->figure.subject, words(r, m->noun_last, m->subject_last));
    }
}

void subject_find(struct reader *r, size_t k)
{
    assert(r->mentions.at && k < r->mentions.len);
    struct mention *m = &r->mentions.at[k];
    const struct mention *prev = k > 0 ? &r->mentions.at[k - 1] : NULL;
    struct figure_statement *f = &m->figure;
    size_t limit = k + 1 < r->mentions.len ? r->mentions.at[k + 1].lead : r->last;
    size_t first, last;
    size_t verb = m->cue != CUE_NONE && m->cue_first >= m->zone ? m->cue_first : m->lead;
    name_before(r, m->zone, verb, &first, &last);
    bool place = first < last && place_end(r, first, last) == last;
    if ((first >= last || place || growth_head_at(r, m, first)) && m->cue != CUE_NONE && m->cue_last < m->lead &&
        !comma_between(r, m->cue_last, m->lead)) {
        size_t a, b;
        name_before(r, m->cue_last, m->lead, &a, &b);
        if (a < b && (first >= last || lexicon_is(&r->tokens, a, LEX_MEASURE_HEAD) || growth_head_at(r, m, first))) {
            first = a;
            last = b;
        }
    }
    if (f->kind == KIND_GROWTH && only_growth(r, first, last)) {
        size_t a, b;
        name_before(r, m->zone, first, &a, &b);
        if (a < b) {
            first = a;
            last = b;
        }
    }
    if (first >= last && !prev) before_own_bracket(r, m, &first, &last);
    m->subject_first = m->subject_last = 0;
    set_place(r, m);
    if (m->rank && rank_subject(r, m, limit)) {
        f->group = r->carry.group;
        return;
    }
    bool score = str_starts(f->unit, STR("điểm")) || m->rank;
    if (f->kind == KIND_CHANGE && f->against == AGAINST_PLAN && prev &&
        prev->figure.subject.len) { /* "cao hơn chỉ tiêu giao 10%" */
        f->subject = prev->figure.subject;
        f->group = r->carry.group;
        return;
    }
    if (is_determiner(r, m, limit)) {
        take_phrase(r, m, limit);
    } else if (is_count(m) && !score && f->kind != KIND_CHANGE) {
        count_subject(r, m, prev, first, last, limit);
    } else if (first < last) {
        own_subject(r, m, k, first, last);
    } else {
        f->subject = prev ? inherited(r, k) : topic(r, m);
        if (f->subject.len == 0 && !prev && !m->bracket) f->subject = head_name(r, m);
        if (f->subject.len == 0) f->subject = inherited(r, k);
    }
    if (!is_count(m) && m->quantity.unit_class != UNIT_CLASS_PERCENT) add_phrase(r, m, limit);
    if (m->subject_last && (f->kind == KIND_LEVEL || f->kind == KIND_FRACTION || !prev)) {
        r->carry.group++;
        if ((!m->bracket || !prev || own_bracket(r, m)) && !m->joined) r->carry.subject = f->subject;
    }
    f->group = r->carry.group;
}
