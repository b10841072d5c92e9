/* SPDX-License-Identifier: Apache-2.0
 *
 * reference: a document that a text names by its number.
 *
 *     [UBND quận ban hành] Kế hoạch [số] 232/KH-UBND [ngày 27/10/2023] [của UBND quận] [về ...]
 *      issuer              kind          symbol       date              issuer          about
 *
 * The number is never a figure: the walk of mention.c goes on behind it. Documents without a number are read by
 * reference_unnumbered.c; what several mentions of one document tell together, reference_join.c finds.
 *
 * The chain is read off the text. A document "triển khai thực hiện" the next reference carries that one out, and so
 * does a document that is given out in a sentence that begins "Thực hiện <reference>, ...". Only words of one clause
 * link: behind a comma something else may be carried out.
 */
#include "sentence.h"

#include "buf.h"
#include "symbol.h"
#include "utf8.h"

enum { ABOUT_MOST = 60, LINK_MOST = 60, GIVEN_MOST = 40, ISSUER_PLACE = 1 };

/* "98", "05-CT/TW", "2856/QĐ-UBND" after the kind; its end, or i. A bare number only after a capital kind: "Nghị quyết
 * 98". */
static size_t symbol_end(const struct reader *r, size_t i, bool capital, bool numbered)
{
    const struct tokens *ts = &r->tokens;
    if (i >= r->last) return i;
    if (ts->at[i].kind == TOKEN_SYMBOL) return i + 1;
    if (ts->at[i].kind != TOKEN_NUMBER || !(capital || numbered)) return i;
    struct str s = token_text(ts, i);
    if (s.len > 5 || str_find_char(s, '.') >= 0 || str_find_char(s, ',') >= 0) return i;
    if (!numbered && (lexicon_is(ts, i + 1, LEX_NOUN) || lexicon_is(ts, i + 1, LEX_DURATION))) return i;
    if (!numbered && i + 1 < r->last && token_is_punct(ts, i + 1, '%')) return i;
    return i + 1;
}

/* A number alone, or a symbol that symbol.c does not know: as written without blanks, capitals. */
static struct str plain_symbol(struct arena *a, struct str raw)
{
    char *p = arena_alloc(a, raw.len + 1, 1);
    size_t n = 0;
    for (size_t i = 0, len; i < raw.len; i += len) {
        uint32_t c = utf8_decode(raw, i, &len);
        if (c == ' ' || c == 0xA0) continue;
        memcpy(p + n, raw.ptr + i, len);
        if (len == 1 && c >= 'a' && c <= 'z') p[n] = (char)(c - 32);
        if (c == 0x111) p[n + 1] = (char)0x90; /* đ (C4 91) -> Đ (C4 90) */
        n += len;
    }
    return (struct str){p, n};
}

static struct str symbol_canonical(struct arena *a, struct symbol *s, struct str raw)
{
    if (!symbol_read(s, raw)) return plain_symbol(a, raw);
    struct buf b = buf_make(200);
    symbol_write(&b, s);
    struct str made = str_copy(a, buf_str(&b));
    buf_free(&b);
    return made;
}

/* What the letters of a symbol say of the issuer; value and text of its row. */
static const struct lex_sense *issuer_code(struct reader *r, struct str issuer)
{
    size_t end = 0, n;
    while (end < issuer.len) { /* the letters before "15" or "-NC" */
        if (!utf8_is_letter(utf8_decode(issuer, end, &n))) break;
        end += n;
    }
    if (end == 0) return NULL;
    tokens_scan(&r->letters, r->work, issuer, 0, (uint32_t)end);
    return lexicon_at(&r->letters, 0, LEX_ISSUER_CODE, &n);
}

/* "Thành phố" of 12/QĐ-UBND is "UBND Thành phố"; 15/2023/QH15 is of Quốc hội whoever is named. */
static void issuer_by_symbol(struct reader *r, struct reference_statement *ref, struct str issuer, bool place)
{
    const struct lex_sense *code = issuer_code(r, issuer);
    if (!code) return;
    if (code->value == 0 && ref->issuer.len == 0) ref->issuer = code->text;
    if (code->value != ISSUER_PLACE || !place) return;
    char *p = arena_alloc(r->arena, code->text.len + ref->issuer.len + 1, 1);
    memcpy(p, code->text.ptr, code->text.len);
    p[code->text.len] = ' ';
    memcpy(p + code->text.len + 1, ref->issuer.ptr, ref->issuer.len);
    ref->issuer = (struct str){p, code->text.len + 1 + ref->issuer.len};
}

/* "đến cuối nhiệm kỳ", "năm 2025", but not the stage of a name: "giai đoạn 2021 - 2025". */
static bool horizon(const struct reader *r, size_t i)
{
    struct when_context none = {r->date, {.kind = PERIOD_NONE}};
    struct when w;
    size_t n;
    if (word_says(&r->tokens, i, LEX_DEADLINE, DEADLINE_BEFORE, &n)) return true;
    return i < r->last && when_read(&w, &r->tokens, i, &none) &&
           (w.role != WHEN_PERIOD || w.period.from.year == w.period.to.year);
}

/* A comma behind which the subject does not go on. */
static bool comma_ends(const struct reader *r, size_t i, bool name)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    const struct lex_sense *clause = lexicon_at(ts, i + 1, LEX_CLAUSE, &n);
    const struct lex_sense *kind = lexicon_at(ts, i + 1, LEX_DOC_KIND, &n);
    bool person;
    if (i + 1 >= r->last || (clause && clause->value > 0)) return true;
    if (kind && (name || (ts->at[i + 1].flags & TOKEN_CAPITAL))) return true;
    if (name && (lexicon_is(ts, i + 1, LEX_DUTY) || lexicon_is(ts, i + 1, LEX_WITH) || horizon(r, i + 1))) return true;
    return party_head(r, i + 1, &person) && lexicon_is(ts, i + 1, LEX_ISSUER);
}

static size_t quotation_end(const struct reader *r, size_t i, size_t limit)
{
    for (size_t k = i + 1; k < limit; k++)
        if (token_is_punct(&r->tokens, k, '"')) return k + 1;
    return i;
}

/* "(CĐS)": a bracket of one short word inside a name. */
static bool abbreviation(const struct tokens *ts, size_t i)
{
    return token_is_punct(ts, i, '(') && token_is_punct(ts, i + 2, ')') && (ts->at[i + 1].flags & TOKEN_ALL_CAPS);
}

/* "và Kế hoạch số ...", "và ngày 9-6-1961, ...": something else begins. */
static bool and_ends(const struct reader *r, size_t i, bool name)
{
    const struct tokens *ts = &r->tokens;
    struct when_context none = {r->date, {.kind = PERIOD_NONE}};
    struct when w;
    if (lexicon_is(ts, i, LEX_DOC_KIND) && (name || (ts->at[i].flags & TOKEN_CAPITAL))) return true;
    return i < r->last && when_read(&w, ts, i, &none) && w.period.kind == PERIOD_DAY;
}

size_t reference_about_end(const struct reader *r, size_t i, size_t most, bool name)
{
    const struct tokens *ts = &r->tokens;
    size_t from = i, limit = r->last < i + most ? r->last : i + most, n;
    if (token_is_punct(ts, i, '"')) return quotation_end(r, i, r->last);
    for (; i < limit; i++) {
        char c = ts->at[i].kind == TOKEN_PUNCT ? (char)ts->at[i].punct : 'a';
        if (abbreviation(ts, i)) {
            i += 2;
            continue;
        }
        if (c == ';' || c == ')' || c == '(' || c == ':' || c == 'E' || c == '"' || c == '|' || c == '*') break;
        if (c == '.' && (i + 1 >= limit || !(ts->at[i].flags & TOKEN_GLUED) || ts->at[i + 1].kind != TOKEN_WORD)) break;
        if (c == ',' && comma_ends(r, i, name)) break;
        if (ts->at[i].kind == TOKEN_SYMBOL) break;
        const struct lex_sense *word = i > from ? lexicon_at(ts, i, LEX_DOC_WORD, &n) : NULL;
        if (word && (word->value == DOC_ENDS || word->value == DOC_SET_OUT) && !(ts->at[i].flags & TOKEN_INSIDE)) break;
        if (i > from && lexicon_is(ts, i, LEX_AND) && and_ends(r, i + 1, name)) break;
    }
    while (i > from && (ts->at[i - 1].kind == TOKEN_PUNCT || lexicon_is(ts, i - 1, LEX_AND)) &&
           !token_is_punct(ts, i - 1, ')'))
        i--;
    return i;
}

/* "chính thức thành lập Khu phố ..." right behind: the subject without "về". */
static void about_read(struct reader *r, struct reference_statement *ref, size_t i)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    const struct lex_sense *does = lexicon_at(ts, i, LEX_DOC_WORD, &n);
    if (does && does->value == DOC_BEFORE_OPENS) does = lexicon_at(ts, i += n, LEX_DOC_WORD, &n);
    if (i >= r->last) return;
    if (does && (does->value == DOC_OPENS || does->value == DOC_GIVES))
        ref->about = tokens_text(ts, i, reference_about_end(r, i, ABOUT_MOST, false));
    else if (word_says(ts, i, LEX_DOC_WORD, DOC_ABOUT, &n))
        ref->about = tokens_text(ts, i + n, reference_about_end(r, i + n, ABOUT_MOST, false));
    else if (token_is_punct(ts, i, '"') && quotation_end(r, i, r->last) > i + 3)
        ref->about = tokens_text(ts, i, quotation_end(r, i, r->last));
}

size_t reference_tail(struct reader *r, struct reference_statement *ref, size_t i)
{
    const struct tokens *ts = &r->tokens;
    struct when_context none = {r->date, {.kind = PERIOD_NONE}};
    struct when w;
    size_t n;
    for (int part = 0; part < 3 && i < r->last; part++) {
        if (!date_known(ref->date) && when_read(&w, ts, i, &none) && w.period.kind == PERIOD_DAY) {
            ref->date = w.period.to;
            i = w.last;
            continue;
        }
        size_t from = i;
        bool of = lexicon_at(ts, i, LEX_OF, &n), person;
        if (of) from += n;
        size_t head = from < r->last && ref->issuer.len == 0 ? party_head(r, from, &person) : 0;
        if (head == 0 || (person && !of)) break;
        size_t end = party_one_end(r, from, r->last);
        if (end <= from) break;
        ref->issuer = tokens_text(ts, from, end);
        i = end;
    }
    about_read(r, ref, i);
    return i;
}

void reference_given(struct reader *r, struct reference_statement *ref, size_t i)
{
    const struct tokens *ts = &r->tokens;
    size_t n, low = i > r->first + GIVEN_MOST ? i - GIVEN_MOST : r->first;
    while (i > low && many_before(r, i)) i--;
    const struct lex_sense *gives = lexicon_before(ts, i, LEX_DOC_WORD, &n);
    if (!gives || gives->value != DOC_GIVES || i < low + n || ref->issuer.len) return;
    size_t verb = i - n, from = party_before(r, low, verb);
    if (from == verb) return;
    ref->issuer = tokens_text(ts, from, party_one_end(r, from, verb));
    for (size_t k = r->whens.len; k > 0 && !date_known(ref->date); k--) {
        const struct when *w = &r->whens.at[k - 1];
        if (w->last > from || w->first < r->first || from > w->last + 1) continue;
        if (w->last <= r->tail) return; /* of the document before */
        if (w->period.kind == PERIOD_DAY && w->role == WHEN_PERIOD) ref->date = w->period.to;
    }
}

/* "Thực hiện <first reference>, UBND quận ban hành <this>" */
static void link_opening(struct reader *r, struct statement *mine, size_t first)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (r->tail_of + 1 >= r->out.len || !carries_out_at(ts, r->first, &n)) return;
    const struct lex_sense *gives = lexicon_before(ts, first, LEX_DOC_WORD, &n);
    if (!gives || gives->value != DOC_GIVES || mine->reference.implements >= 0) return;
    for (size_t k = r->out.len - 1; k > 0; k--) {
        const struct statement *s = &r->out.at[k - 1];
        if (s->span.start < ts->at[r->first].start) return;
        size_t m;
        if (s->kind != STATEMENT_REFERENCE) continue;
        if (carries_out_at(ts, r->first, &m) && s->span.start == ts->at[r->first + m].start) {
            mine->reference.implements = (int32_t)(k - 1);
            return;
        }
    }
}

/* Whether the tokens [from, to) say in one clause that what is before carries out what is behind; the first of them. */
static bool carries_out(const struct reader *r, size_t from, size_t to, size_t *at)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (to > from + LINK_MOST) return false;
    for (size_t i = from; i < to; i++)
        if (ts->at[i].kind == TOKEN_PUNCT || ts->at[i].kind == TOKEN_SYMBOL) return false;
    for (size_t i = to; i > from; i--) {
        const struct token *t = &ts->at[i - 1];
        if (!carries_out_at(ts, i - 1, &n) || (t->flags & TOKEN_INSIDE)) continue;
        *at = i - 1;
        return i - 1 + n <= to && to - (i - 1 + n) <= 3; /* "thực hiện có hiệu quả Nghị quyết" */
    }
    return false;
}

void reference_link(struct reader *r, size_t first, size_t last)
{
    const struct tokens *ts = &r->tokens;
    struct statement *mine = &r->out.at[r->out.len - 1];
    size_t at;
    if (r->tail_of + 1 < r->out.len && r->tail && r->tail > r->first && r->tail <= first) {
        struct statement *s = &r->out.at[r->tail_of];
        if (s->reference.implements < 0 && carries_out(r, r->tail, first, &at)) {
            s->reference.implements = (int32_t)(r->out.len - 1);
            if (s->reference.about.len == 0) s->reference.about = tokens_text(ts, at, last);
        }
        if (first == r->tail + 1 && token_is_punct(ts, r->tail, ',') && s->reference.about.len == 0)
            s->reference.about = mine->reference.about; /* "Kết luận 3, Kế hoạch 5 về ...": one subject of both */
    }
    link_opening(r, mine, first);
}

static bool names_person(const struct reader *r, size_t from, size_t to)
{
    bool person = false;
    for (size_t i = from; i < to && !person; i++) party_head(r, i, &person);
    return person;
}

size_t reference_read(struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    struct symbol symbol = {.issuer = STR(""), .kind_name = STR("")};
    size_t n = 0, number;
    bool bare = ts->at[i].kind == TOKEN_SYMBOL;
    if (!bare && !lexicon_at(ts, i, LEX_DOC_KIND, &n)) return i;
    size_t after = i + n;
    bool numbered = !bare && word_says(ts, after, LEX_DOC_WORD, DOC_NUMBER, &number);
    if (numbered) after += number;
    size_t end = symbol_end(r, after, (ts->at[i].flags & TOKEN_CAPITAL) != 0, numbered);
    if (end == after) return reference_unnumbered(r, i);
    struct statement *s = vec_push(r->work, &r->out);
    *s = (struct statement){.kind = STATEMENT_REFERENCE, .rule = bare ? STR("symbol") : STR("reference")};
    struct reference_statement *ref = &s->reference;
    ref->implements = -1;
    ref->symbol = tokens_text(ts, after, end);
    ref->symbol_norm = symbol_canonical(r->arena, &symbol, ref->symbol);
    ref->document_kind = bare ? symbol.kind_name : tokens_text(ts, i, i + n);
    size_t tail = reference_tail(r, ref, end);
    bool place = ref->issuer.len && !class_between(r, LEX_ISSUER, end, tail, NULL, NULL) &&
                 party_level(r, end, tail) >= 0 && !names_person(r, end, tail);
    reference_given(r, ref, i);
    issuer_by_symbol(r, ref, symbol.issuer, place);
    s->quote = tokens_text(ts, i, end);
    s->span = (struct span){0, ts->at[i].start, token_end(&ts->at[end - 1])};
    reference_link(r, i, end);
    r->tail = tail;
    r->tail_of = (uint32_t)(r->out.len - 1);
    return end;
}
