/* SPDX-License-Identifier: Apache-2.0
 *
 * subject_name: the name of what is measured, among the words beside a number.
 *
 *   left    "... , thu ngân sách nhà nước | ước đạt | 8.343 tỷ đồng"     name_before
 *   right   "233 không gian | văn hóa Hồ Chí Minh | , tăng ..."          phrase_end
 *
 * A name is cut at punctuation, at words that begin a clause (data/lexicon/grammar.tsv: clause), at times and at other
 * mentions, and loses words that only link it to the number (class link). It never has more than NAME_MOST words.
 */
#include "subject_private.h"

enum {
    NAME_MOST = 18,
    NAME_FAR = 30,
    PHRASE_MOST = 14,
    BODY_MOST = 12,
    OWNER_LONG = 6,
    ITEM_MOST = 3,
    LIST_HEAD = 6,
    ITEM_WORDS = 20,
    PLACE_OTHER = 9
};

static bool hard_break(const struct tokens *ts, size_t i)
{
    if (ts->at[i].kind != TOKEN_PUNCT) return false;
    char c = (char)ts->at[i].punct;
    if (c == '.' && i > 0 && ts->at[i - 1].flags & TOKEN_ALL_CAPS && ts->at[i + 1].flags & TOKEN_CAPITAL &&
        lexicon_is(ts, i - 1, LEX_PLACE_KIND))
        return false; /* "TP. Bến Mẫu" */
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

size_t fixed_before(const struct tokens *ts, size_t from, size_t to)
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
        bool named = to > from + 1 && ts->at[to - 1].flags & ts->at[to - 2].flags & TOKEN_CAPITAL; /* "Núi | Thành" */
        bool may = to > from && !named && lex_classes_meet(lexicon_ends[ts->at[to - 1].syllable], any_link);
        size_t longest = 0, fixed = may ? fixed_before(ts, from, to) : 0;
        for (size_t k = 0; k < sizeof links / sizeof *links && may; k++)
            if (lexicon_before(ts, to, links[k], &n) && n > longest && n >= fixed && to - n >= from) longest = n;
        to -= longest;
        if (to == before) break;
    }
    return to;
}

/* Move `from` right over marks, conjunctions and words that carry no name. */
size_t strip_left(const struct reader *r, size_t from, size_t to)
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
size_t place_end(const struct reader *r, size_t i, size_t to)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    const struct lex_sense *kind = lexicon_at(ts, i, LEX_PLACE_KIND, &n);
    bool inside = i > 0 && token_is_punct(ts, i - 1, '-') && ts->at[i].flags & TOKEN_GLUED; /* "Sở TT-TT 14 thủ tục" */
    if (kind && !inside && i + n < to) { /* "khu vực 1" of the economy is no place */
        size_t j = i + n;
        if (token_is_punct(ts, j, '.')) j++;
        size_t start = j;
        while (j < to && j < start + 6 &&
               ((ts->at[j].kind == TOKEN_WORD && (ts->at[j].flags & TOKEN_CAPITAL)) ||
                (j == start && ts->at[j].kind == TOKEN_NUMBER && kind->value != PLACE_OTHER && !when_at(r, j))))
            j++;
        if (j > start) return j;
    }
    if (lexicon_at(ts, i, LEX_PLACE_WORD, &n) && i + n <= to) return i + n;
    return i;
}

/* Names of one or more capitalised words that fill [from, to): a place or a body, not the thing measured. */
bool only_names(const struct reader *r, size_t from, size_t to)
{
    if (from == r->first && to == from + 1 && lexicon_is(&r->tokens, from, LEX_NOUN)) return false; /* "Trường | đạt" */
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
            lexicon_is(ts, i, LEX_DONE))
            return true;
    return false;
}

/* Whether the comma at i stands inside the name that began at `start` and goes on to `to`; its last item began at
 * `item`. */
static bool comma_inside(const struct reader *r, size_t start, size_t item, size_t i, size_t to)
{
    const struct tokens *ts = &r->tokens;
    size_t n, piece = to - (i + 1), before = i > item ? i - item : 0;
    if (i <= start || when_at(r, i + 1)) return false;
    /* "...; cung cấp nước, quản lý và xử lý rác thải | ước đạt": an item of a list is a name as a whole. */
    if (start > r->first && token_is_punct(ts, start - 1, ';') && to <= start + ITEM_WORDS &&
        !verb_between(r, start, to))
        return true;
    if (lexicon_is(ts, i + 1, LEX_MEASURE_HEAD) || lexicon_is(ts, i + 1, LEX_RATE_HEAD))
        return lexicon_is(ts, i + 1, LEX_NOUN) && lexicon_before(ts, i, LEX_NOUN, &n);
    bool nominal = lexicon_is(ts, start, LEX_NOUN) && !verb_between(r, i + 1, to);
    if (nominal ? before <= 6 && piece <= 12 : before <= 4 && piece <= 6) return true; /* a list */
    if (lexicon_is(ts, start, LEX_MEASURE_HEAD) && to - start <= NAME_FAR && !verb_between(r, i + 1, to)) return true;
    return lexicon_is(ts, i + 1, LEX_NOUN) && lexicon_before(ts, i, LEX_NOUN, &n); /* "chỉ tiêu, nhiệm vụ" */
}

/* Where the last piece of [from, to) begins: after marks, clause words and, where `times`, after times. */
static size_t piece_start(const struct reader *r, size_t from, size_t to, bool times)
{
    const struct tokens *ts = &r->tokens;
    size_t start = from, item = from, n;
    for (size_t i = from; i < to; i++) {
        const struct when *w = when_at(r, i);
        if (item < start) item = start;
        size_t bracket = bracket_end(ts, i, to);
        if (w) {
            if (times && w->last < to) start = w->last;
            i = w->last - 1;
        } else if (bracket > i) {
            if (i == start) start = bracket; /* "(12) Tỷ lệ ..." */
            i = bracket - 1;
        } else if (hard_break(ts, i)) {
            start = i + 1;
        } else if (token_is_punct(ts, i, ',') && i > start && ts->at[i - 1].kind == TOKEN_NUMBER &&
                   ts->at[i + 1].kind == TOKEN_NUMBER && i + 1 < to) {
            i++; /* "mức độ 3, 4" */
        } else if (token_is_punct(ts, i, ',')) {
            if (!comma_inside(r, start, item, i, to)) start = i + 1;
            item = i + 1;
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

/* Who does something, before its verb: "Công an huyện | đã", "UBND các xã, phường | tổ chức"; its end, or i. */
static size_t body_end(const struct reader *r, size_t i, size_t to)
{
    const struct tokens *ts = &r->tokens;
    size_t n, start = i;
    if (lexicon_at(ts, i, LEX_FILLER, &n) && i + n < to) i += n; /* "các" */
    if (!lexicon_at(ts, i, LEX_BODY, &n)) return start;
    i += n;
    while (i < to && i < start + BODY_MOST && !lexicon_is(ts, i, LEX_DONE) && !lexicon_is(ts, i, LEX_ACTION) &&
           ((ts->at[i].flags & TOKEN_CAPITAL) || token_is_punct(ts, i, ',') || lexicon_is(ts, i, LEX_PLACE_KIND) ||
            lexicon_is(ts, i, LEX_PLACE_WORD) || lexicon_is(ts, i, LEX_FILLER) || lexicon_is(ts, i, LEX_BODY)))
        i++;
    bool verb = lexicon_is(ts, i, LEX_DONE) || lexicon_is(ts, i, LEX_ACTION);
    return verb && i < to ? i : start;
}

/* "quận Bình Tân có ...", "Bình Dương đã ...": the name begins after the place and its verb. */
static size_t skip_place(const struct reader *r, size_t start, size_t end)
{
    const struct tokens *ts = &r->tokens;
    size_t place = place_end(r, start, end), n;
    const struct lex_sense *kind = lexicon_at(ts, start, LEX_PLACE_KIND, &n);
    size_t office = place > start && kind && kind->value == PLACE_OTHER ? party_one_end(r, start, end) : place;
    if (office > place) place = office; /* "Sở Tài nguyên | và môi trường" */
    if (lexicon_is(ts, start, LEX_MEASURE_HEAD)) return start;
    size_t body = body_end(r, start, end);
    if (body > start) return strip_left(r, body, end);
    if (place == start)
        while (place < end && place < start + 4 && ts->at[place].kind == TOKEN_WORD &&
               (ts->at[place].flags & TOKEN_CAPITAL))
            place++;
    if (place > start && place + 1 < end && ts->at[place].kind == TOKEN_NUMBER && !when_at(r, place))
        place++; /* "Phường Mẫu 1" */
    if (place == start || place >= end) return start;
    bool verb = lexicon_is(ts, place, LEX_DONE) || lexicon_is(ts, place, LEX_LINK) ||
                lexicon_is(ts, place, LEX_ESTIMATE);
    if (!verb) return start == place_end(r, start, end) ? start : strip_left(r, place, end);
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

/* "Công ty Mẫu và cán bộ huyện đã | ủng hộ": what was done, not who did it. */
static size_t past_done(const struct tokens *ts, size_t start, size_t end)
{
    size_t n;
    for (size_t i = start; i < end; i++)
        if (lexicon_at(ts, i, LEX_DONE, &n) && i + n < end && lexicon_is(ts, i + n, LEX_ACTION)) return i + n;
    return start;
}

/* "các huyện, thành phố trên địa bàn tỉnh | giải ngân": what was done, not who did it. */
static size_t past_party(const struct reader *r, size_t start, size_t end)
{
    size_t n;
    if (!lexicon_before(&r->tokens, end, LEX_DISBURSE, &n) || end - n <= start) return start;
    size_t verb = end - n;
    if (place_end(r, start, verb) == verb || party_end(r, start, verb) == verb) return verb;
    for (size_t i = start; i < verb; i++)
        if (lexicon_is(&r->tokens, i, LEX_MEASURE_HEAD)) return start;
    return lexicon_is(&r->tokens, start, LEX_PLACE_KIND) || lexicon_is(&r->tokens, start, LEX_BODY) ||
                   lexicon_before(&r->tokens, verb, LEX_PLACE_WORD, &n)
               ? verb
               : start;
}

/* "mới chỉ | giải ngân", "đang | triển khai": the name begins with what is done. */
static size_t skip_adverb(const struct tokens *ts, size_t start, size_t end)
{
    size_t n, i = start;
    while (i < end && lexicon_at(ts, i, LEX_LINK, &n) && !lexicon_is(ts, i, LEX_NOUN) &&
           !lexicon_is(ts, i, LEX_MEASURE_HEAD) && !lexicon_is(ts, i, LEX_DISBURSE) && !lexicon_is(ts, i, LEX_ACTION))
        i += n;
    return i < end && (lexicon_is(ts, i, LEX_DISBURSE) || lexicon_is(ts, i, LEX_ACTION)) ? i : start;
}

/* A long name with verbs before the thing measured: "đã triển khai linh hoạt các biện pháp | thu ngân sách". */
static size_t to_measure(const struct reader *r, size_t start, size_t end)
{
    const struct tokens *ts = &r->tokens;
    if (end - start <= 6 || lexicon_is(ts, start, LEX_MEASURE_HEAD) || lexicon_is(ts, start, LEX_RATE_HEAD))
        return start;
    for (size_t i = start + 1; i + 2 <= end; i++) {
        size_t n;
        if (ts->at[i].flags & TOKEN_INSIDE || ts->at[i].flags & ts->at[i - 1].flags & TOKEN_CAPITAL) continue;
        if (!lexicon_at(ts, i, LEX_MEASURE_HEAD, &n) && !lexicon_at(ts, i, LEX_RATE_HEAD, &n)) continue;
        if (ts->at[i + n].kind == TOKEN_NUMBER && i + n < end) continue; /* "mức độ 3" */
        bool whole = i + n < end || n > 2; /* but "lúa chất lượng cao | quy mô" is one name */
        bool clause = lexicon_is(ts, i - 1, LEX_HAVE) || class_between(r, LEX_DONE, start, i, NULL, NULL);
        return whole || clause || end - start > NAME_MOST ? i : start;
    }
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

/* "Nợ quá hạn | của Phòng Giao dịch Ngân hàng ...": a long owner with a capital is cut from the name. */
static size_t before_owner(const struct reader *r, size_t start, size_t end)
{
    for (size_t i = start + 2; i + OWNER_LONG < end; i++)
        if (lexicon_is(&r->tokens, i, LEX_OF) && (r->tokens.at[i + 1].flags & TOKEN_CAPITAL) &&
            !class_between(r, LEX_DONE, i, end, NULL, NULL))
            return i;
    return end;
}

/* The name that ends before `to`, not left of `from`. */
struct name name_before(const struct reader *r, size_t from, size_t to)
{
    without_base(r, &from, &to);
    size_t end = strip_right(r, from, to);
    if (end > from + SIGHT) from = end - SIGHT;
    size_t start = strip_left(r, piece_start(r, from, end, true), end);
    bool of = start < end && (lexicon_is(&r->tokens, start, LEX_OF) || lexicon_is(&r->tokens, start, LEX_FOR));
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
    start = past_done(&r->tokens, start, end);
    start = past_party(r, start, end);
    start = skip_verb(r, skip_adverb(&r->tokens, start, end), end);
    start = to_measure(r, start, end);
    end = before_owner(r, start, end);
    size_t n;
    if (start < end && lexicon_at(&r->tokens, start, LEX_OF, &n) && (start + n >= end || only_names(r, start + n, end)))
        start = end; /* "trên địa bàn", "của Bình Mẫu" */
    if (end > start + NAME_MOST && lexicon_is(&r->tokens, start, LEX_MEASURE_HEAD)) end = start + NAME_MOST;
    if (end > start + NAME_MOST) start = end - NAME_MOST;
    return (struct name){start, end};
}

/* "..., giải quyết đúng hạn 6.395 hồ sơ", "..., tự nguyện: 60 người": the words after the comma name another number. */
static bool number_follows(const struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    for (; i < r->last && (ts->at[i].kind != TOKEN_PUNCT || token_is_punct(ts, i, ':') || token_is_punct(ts, i, '-'));
         i++)
        if (ts->at[i].kind == TOKEN_NUMBER) return !when_at(r, i);
    return false;
}

/* "thuộc lĩnh vực nông | , lâm nghiệp và thủy sản": the comma at i is followed by a short item of a list. */
static bool list_goes_on(const struct reader *r, size_t from, size_t i, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    static const enum lex_class verbs[] = {LEX_CHANGE, LEX_ATTAIN, LEX_DONE, LEX_CLAUSE,
                                           LEX_ACTION, LEX_PART,   LEX_LINK};
    if (number_follows(r, i + 1)) return false;
    bool name = ts->at[i + 1].flags & TOKEN_CAPITAL && !(ts->at[i + 1].flags & TOKEN_ALL_CAPS);
    if (name && i > 0 && !(ts->at[i - 1].flags & TOKEN_CAPITAL)) return false; /* "6 ca, Đạ Mẫu, ..." */
    if (i + 2 < limit && lexicon_is(ts, i + 1, LEX_NOUN) && i <= from + 4) return true;
    if (i > from + LIST_HEAD) return false;
    size_t k = i + 1, since = k; /* of the item or of its part after "và" */
    for (; k < limit && ts->at[k].kind == TOKEN_WORD; k++) {
        if (lexicon_is(ts, k, LEX_AND)) {
            since = k + 1;
            continue;
        }
        for (size_t c = 0; c < sizeof verbs / sizeof *verbs; c++)
            if (lexicon_is(ts, k, verbs[c])) return false;
        if (when_at(r, k)) return false;
        if (k >= since + ITEM_MOST) return false;
    }
    return k > i + 1 && (k >= r->last || ts->at[k].kind == TOKEN_PUNCT);
}

/* "do Công ty ...": who did it is no part of what it is. */
static bool agent_at(const struct tokens *ts, size_t i)
{
    size_t n;
    const struct lex_sense *s = lexicon_at(ts, i, LEX_GIVEN, &n);
    return s && s->value == 1 && n == 1 && (ts->at[i + 1].flags & TOKEN_CAPITAL);
}

/* The phrase that starts at `from`: up to punctuation, a verb of comparison, a time, or another mention. */
size_t phrase_end(const struct reader *r, size_t from, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    size_t i = from, n;
    if (limit > from + PHRASE_MOST) limit = from + PHRASE_MOST;
    for (; i < limit; i++) {
        if (hard_break(ts, i)) break;
        if (token_is_punct(ts, i, ',') && !list_goes_on(r, from, i, limit)) break;
        if (when_at(r, i)) break;
        bool passive = i > from && str_eq(token_text(ts, i - 1), STR("được")); /* "535 thủ tục được | cắt giảm" */
        if (lexicon_is(ts, i, LEX_VERSUS) || (lexicon_is(ts, i, LEX_CHANGE) && !passive) ||
            lexicon_is(ts, i, LEX_PART) || lexicon_is(ts, i, LEX_SHARE))
            break;
        if (passive && lexicon_at(ts, i, LEX_CHANGE, &n)) {
            i += n - 1;
            continue;
        }
        if (i > from && (lexicon_is(ts, i, LEX_ATTAIN) && !lexicon_is(ts, i, LEX_FULFIL))) {
            if (lexicon_at(ts, i, LEX_ATTAIN, &n) && i + n >= limit) break;
        }
        if (lexicon_is(ts, i, LEX_WITH)) break;
        if (agent_at(ts, i)) break;
    }
    while (i > from &&
           (lexicon_is(ts, i - 1, LEX_AND) || lexicon_is(ts, i - 1, LEX_WITH) || ts->at[i - 1].kind == TOKEN_PUNCT))
        i--;
    return i;
}

struct str name_join(struct reader *r, struct str a, struct str b)
{
    if (a.len == 0 || b.len == 0) return a.len ? a : b;
    if (a.len + b.len > 400) return b;
    char *p = arena_alloc(r->arena, a.len + b.len + 1, 1);
    memcpy(p, a.ptr, a.len);
    p[a.len] = ' ';
    memcpy(p + a.len + 1, b.ptr, b.len);
    return (struct str){p, a.len + b.len + 1};
}

struct str name_words(const struct reader *r, size_t from, size_t to)
{
    return from < to ? tokens_text(&r->tokens, from, to) : STR("");
}

bool comma_between(const struct reader *r, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (token_is_punct(&r->tokens, i, ',')) return true;
    return false;
}
