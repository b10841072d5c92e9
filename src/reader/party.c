/* SPDX-License-Identifier: Apache-2.0
 *
 * party: a body or a person, or a list of them, as reports name who does something:
 *
 *   [các] sở, ban, ngành, UBND các huyện, thành phố, các chủ đầu tư | tiếp tục ...
 *   đồng chí <tên>, Phó Bí thư Thường trực Thành ủy, Chủ tịch UBND thành phố | yêu cầu ...
 *
 *   party = piece { ("," | "và" | "–") piece }
 *   piece = { word before } head { head | name | word behind | ("của" | "tại") piece }
 *
 * Heads are words of the classes party, issuer, place_kind and place_word; a name is what begins with a capital.
 * After the head of an office one small syllable may follow a capital: "Sở Tài chính", but "quận Bến Mẫu | rà soát".
 * A head that is also something else ("ban", "ngành") counts only with a name, in a list, or after "các".
 *
 * Invariant: a party has at most PARTY_MOST tokens, so every look is bounded.
 */
#include "sentence.h"

enum { PARTY_MOST = 48, OFFICE = 9 };

static bool party_word(const struct tokens *ts, size_t i, int value, size_t *n)
{
    return word_says(ts, i, LEX_PARTY, value, n);
}

/* "ban hành", "xã hội", "giao ban": begins like a body and is none. */
static bool no_party(const struct tokens *ts, size_t i)
{
    size_t n, m;
    if (ts->at[i].kind != TOKEN_WORD || !ts->at[i].phrase) return true;
    const struct lex_sense *gives = lexicon_at(ts, i, LEX_DOC_WORD, &n);
    if (lexicon_at(ts, i, LEX_PLACE_NOT, &n) || (gives && gives->value >= DOC_GIVES)) return true;
    bool verb = lexicon_at(ts, i, LEX_DUTY, &n) && n > 1 && n == ts->at[i].phrase_len;
    return verb && !(lexicon_at(ts, i, LEX_PARTY, &m) && m >= n);
}

static bool is_must(const struct tokens *ts, size_t i)
{
    size_t n;
    return word_says(ts, i, LEX_DUTY, DUTY_MUST, &n);
}

struct head {
    size_t len;
    bool weak, office, place, person, issuer;
};

/* Whether a party can begin at token i, with a head or with a word before one: most tokens are refused here. */
static bool may_begin(const struct tokens *ts, size_t i)
{
    static const enum lex_class begins[] = {LEX_ISSUER, LEX_PLACE_KIND, LEX_PLACE_WORD, LEX_PARTY};
    struct lex_classes any = {{0, 0}};
    for (size_t k = 0; k < sizeof begins / sizeof *begins; k++) any = lex_classes_with(any, begins[k]);
    return lex_classes_meet(lexicon_classes(ts, i), any);
}

static struct head head_at(const struct tokens *ts, size_t i)
{
    struct head h = {0};
    size_t n;
    if (!may_begin(ts, i) || no_party(ts, i)) return h;
    if (lexicon_at(ts, i, LEX_ISSUER, &n) && n > h.len) h = (struct head){.len = n, .office = true, .issuer = true};
    const struct lex_sense *kind = lexicon_at(ts, i, LEX_PLACE_KIND, &n);
    if (kind && n > h.len) h = (struct head){.len = n, .place = kind->value < OFFICE, .office = kind->value == OFFICE};
    if (lexicon_at(ts, i, LEX_PLACE_WORD, &n) && n > h.len) h = (struct head){.len = n, .place = true};
    const struct lex_sense *word = lexicon_at(ts, i, LEX_PARTY, &n);
    if (!word || n < h.len) return h;
    if (word->value <= PARTY_WEAK) {
        bool issuer = h.issuer && n == h.len;
        h = (struct head){.len = n, .office = true, .issuer = issuer, .weak = word->value == PARTY_WEAK};
    } else if (word->value >= PARTY_PERSON && n > h.len) {
        h = (struct head){.len = n, .person = true};
    }
    return h;
}

static bool capital(const struct tokens *ts, size_t i)
{
    return i < ts->len && ts->at[i].kind == TOKEN_WORD && (ts->at[i].flags & TOKEN_CAPITAL);
}

/* The ordinal of a congress: "Đại hội | XIII". */
static bool roman_number(const struct tokens *ts, size_t i)
{
    for (size_t k = 0; k < ts->at[i].len; k++) {
        char c = ts->text.ptr[ts->at[i].start + k];
        if (c != 'I' && c != 'V' && c != 'X') return false;
    }
    return true;
}

/* A capital word that goes on a name: not the first word of another sense ("quận | UBND"). */
static bool name_word(const struct tokens *ts, size_t i, const struct head *h)
{
    if (!capital(ts, i) || roman_number(ts, i)) return false;
    return !(h->place && lexicon_is(ts, i, LEX_ISSUER));
}

/* The small syllable that ends a word of a name: the "chính" of "Tài chính", but no verb. */
static bool small_syllable(const struct tokens *ts, size_t i, size_t limit)
{
    if (i >= limit || ts->at[i].kind != TOKEN_WORD || (ts->at[i].flags & TOKEN_CAPITAL)) return false;
    static const enum lex_class other[] = {LEX_DUTY, LEX_ORDER, LEX_AND,  LEX_OF,
                                           LEX_DONE, LEX_WORK,  LEX_LINK, LEX_PLACE_KIND};
    for (size_t k = 0; k < sizeof other / sizeof *other; k++)
        if (lexicon_is(ts, i, other[k])) return false;
    size_t n;
    return !word_says(ts, i, LEX_CONGRESS, CONGRESS_NTH, &n);
}

/* The words of a name after a head: capitals, each of an office with its small syllable, joined by "-" and "và". */
static size_t name_end(const struct tokens *ts, size_t i, size_t limit, const struct head *h, bool numbered)
{
    size_t at = i;
    if (numbered && at < limit && ts->at[at].kind == TOKEN_NUMBER && ts->at[at].len <= 2) return at + 1;
    while (at < limit) {
        if (name_word(ts, at, h) && head_at(ts, at).len == 0) {
            at++;
            if (h->office && small_syllable(ts, at, limit)) at++;
        } else if (at > i && h->office && at + 1 < limit && capital(ts, at + 1) &&
                   (token_is_punct(ts, at, '-') || token_is_punct(ts, at, '&') || lexicon_is(ts, at, LEX_AND)) &&
                   head_at(ts, at + 1).len == 0) {
            at++;
        } else if (at > i && token_is_punct(ts, at, '.') && (ts->at[at].flags & TOKEN_GLUED) && capital(ts, at + 1) &&
                   (ts->at[at + 1].flags & TOKEN_GLUED)) {
            at++; /* "Tp.Mẫu" */
        } else {
            break;
        }
    }
    return at;
}

/* One piece of the list, after its words before; i when none begins there. `told`: such words or a list make a weak
 * head one. */
static size_t piece_end(const struct tokens *ts, size_t i, size_t limit, bool told)
{
    struct head h = head_at(ts, i);
    size_t n;
    if (h.len == 0 || i + h.len > limit) return i;
    size_t at = i + h.len, named = at;
    if (h.weak && !told && !capital(ts, at) && !(token_is_punct(ts, at, ',') && head_at(ts, at + 1).len)) return i;
    for (;;) {
        size_t before = at;
        at = name_end(ts, at, limit, &h, h.place && at == named);
        struct head next = at < limit && !is_must(ts, at) ? head_at(ts, at) : (struct head){0};
        if (next.len && (!next.weak || capital(ts, at + next.len)) && !(h.place && next.issuer)) {
            h = next;
            named = at += next.len;
        } else if (at < limit && party_word(ts, at, PARTY_BEHIND, &n)) {
            at += n;
        } else if (at < limit && party_word(ts, at, PARTY_BEFORE, &n) && head_at(ts, at + n).len) {
            at += n; /* "UBND | các | huyện" */
        } else if (at + 1 < limit && lexicon_at(ts, at, LEX_OF, &n) && head_at(ts, at + n).len) {
            at += n;
        }
        if (at == before) return at < limit ? at : limit;
    }
}

size_t party_end(const struct reader *r, size_t i, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    size_t end = i, at = i, n = 0;
    bool told = false;
    if (!may_begin(ts, i)) return i;
    if (limit > i + PARTY_MOST) limit = i + PARTY_MOST;
    if (limit > r->last) limit = r->last;
    while (at < limit) {
        for (int words = 0; words < 3 && at < limit && party_word(ts, at, PARTY_BEFORE, &n); words++) {
            at += n;
            told = true;
        }
        size_t piece = piece_end(ts, at, limit, told);
        if (piece == at) break;
        end = piece;
        bool list = end + 1 < limit &&
                    (token_is_punct(ts, end, ',') || token_is_punct(ts, end, '-') || lexicon_at(ts, end, LEX_AND, &n));
        if (!list) break;
        at = end + (ts->at[end].kind == TOKEN_PUNCT ? 1 : n);
        told = true;
    }
    return end;
}

size_t party_one_end(const struct reader *r, size_t i, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    size_t at = i, n;
    if (limit > i + PARTY_MOST) limit = i + PARTY_MOST;
    if (limit > r->last) limit = r->last;
    while (at < limit && at < i + 4 && party_word(ts, at, PARTY_BEFORE, &n)) at += n;
    size_t end = piece_end(ts, at, limit, at > i);
    return end > at ? end : i;
}

size_t party_before(const struct reader *r, size_t from, size_t verb)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (verb > from + PARTY_MOST) from = verb - PARTY_MOST;
    for (size_t i = from; i < verb; i++) {
        if (!may_begin(ts, i) || (ts->at[i].flags & TOKEN_INSIDE && i > from)) continue;
        const struct lex_sense *noun = i > from ? lexicon_before(ts, i, LEX_WORK, &n) : NULL;
        bool owner = i > from && (lexicon_is(ts, i - 1, LEX_OF) || (noun && noun->value == WORK_NOUN));
        size_t start = i, end = owner ? party_one_end(r, i, verb) : party_end(r, i, verb);
        if (end <= i) continue;
        if (owner) i = end - 1; /* "chỉ đạo của HĐND tỉnh, UBND huyện đã ...": the list begins behind it */
        for (int words = 0; words < 4 && end < verb; words++) {
            const struct lex_sense *s = lexicon_at(ts, end, LEX_WORK, &n);
            if (!s || s->value != WORK_BETWEEN || end + n > verb) break;
            end += n;
        }
        if (end == verb) return start;
    }
    return verb;
}

int party_level(const struct reader *r, size_t from, size_t to)
{
    size_t n;
    for (size_t i = from; i < to; i++) {
        const struct lex_sense *s = lexicon_at(&r->tokens, i, LEX_ISSUER, &n);
        if (s && s->value) return s->value == 10 ? 0 : s->value;
        s = lexicon_at(&r->tokens, i, LEX_PLACE_KIND, &n);
        if (s && s->value && s->value < OFFICE) return s->value;
    }
    return -1;
}

size_t party_head(const struct reader *r, size_t i, bool *person)
{
    struct head h = i < r->last ? head_at(&r->tokens, i) : (struct head){0};
    *person = h.person;
    return h.len;
}
