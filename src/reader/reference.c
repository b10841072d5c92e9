/* SPDX-License-Identifier: Apache-2.0
 *
 * reference: a document that a text names.
 *
 *     Kế hoạch [số] 232/KH-UBND [ngày 27/10/2023] [của] UBND quận [về ...] [triển khai thực hiện Quyết định ...]
 *     kind     number           date              issuer          about    implements -> the next reference of the
 *     sentence
 *
 * A reference needs a kind of document followed by a symbol, a number, or a congress ("Nghị quyết Đại hội ... lần thứ
 * XII"). Its numbers are never figures: the walk of mention.c goes on behind it. A document that says that it carries
 * out another is linked with it: the chain is read off the text, from left to right within one sentence.
 */
#include "sentence.h"

#include "buf.h"
#include "utf8.h"

enum { ISSUER_MOST = 14, ABOUT_MOST = 40, LINK_MOST = 16 };

static bool starts_kind(const struct reader *r, size_t i, size_t *len)
{
    const struct token *t = &r->tokens.at[i];
    return t->kind == TOKEN_WORD && t->phrase && lexicon_at(&r->tokens, i, LEX_DOC_KIND, len);
}

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

static struct str symbol_canonical(struct arena *a, struct str raw)
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

static bool stop_word(const struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (ts->at[i].kind == TOKEN_PUNCT && !token_is_punct(ts, i, '-') && !token_is_punct(ts, i, '.')) return true;
    return ts->at[i].kind == TOKEN_SYMBOL || starts_kind(r, i, &n) || lexicon_is(ts, i, LEX_DOC_ABOUT) ||
           lexicon_is(ts, i, LEX_DOC_IMPLEMENTS) || lexicon_is(ts, i, LEX_ORDER);
}

static struct str phrase_until(const struct reader *r, size_t i, size_t most)
{
    size_t from = i;
    while (i < r->last && i < from + most && !stop_word(r, i) && !lexicon_is(&r->tokens, i, LEX_CLAUSE)) i++;
    while (i > from && (r->tokens.at[i - 1].kind == TOKEN_PUNCT || lexicon_is(&r->tokens, i - 1, LEX_AND))) i--;
    return tokens_text(&r->tokens, from, i);
}

static struct str about_until(const struct reader *r, size_t i)
{
    size_t from = i;
    const struct tokens *ts = &r->tokens;
    while (i < r->last && i < from + ABOUT_MOST && !token_is_punct(ts, i, ',') && !token_is_punct(ts, i, ';') &&
           !token_is_punct(ts, i, ')'))
        i++;
    while (i > from && ts->at[i - 1].kind == TOKEN_PUNCT && !token_is_punct(ts, i - 1, '"')) i--;
    return tokens_text(ts, from, i);
}

/* What stands after the number: date, issuer, subject; none of it is needed. */
static void read_tail(struct reader *r, struct reference_statement *ref, size_t i)
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
        if (lexicon_at(ts, i, LEX_OF, &n)) i += n;
        if (i < r->last && ref->issuer.len == 0 &&
            (lexicon_is(ts, i, LEX_ISSUER) || lexicon_is(ts, i, LEX_PLACE_KIND) || lexicon_is(ts, i, LEX_PLACE_WORD))) {
            ref->issuer = phrase_until(r, i, ISSUER_MOST);
            while (i < r->last && ts->at[i].start < (size_t)(ref->issuer.ptr - ts->text.ptr) + ref->issuer.len) i++;
            continue;
        }
        break;
    }
    if (i < r->last && lexicon_at(ts, i, LEX_DOC_ABOUT, &n)) ref->about = about_until(r, i + n);
}

/* "<this> triển khai thực hiện <next>": the one before in the sentence carries this one out. */
static void link_before(struct reader *r, size_t first)
{
    size_t mine = r->out.len - 1;
    for (size_t k = mine; k > 0 && k + 4 > mine; k--) {
        struct statement *s = &r->out.at[k - 1];
        if (s->kind != STATEMENT_REFERENCE) continue;
        if (s->span.end < r->tokens.at[r->first].start) return;
        size_t from = first;
        while (from > r->first && r->tokens.at[from - 1].start >= s->span.end && first - from < LINK_MOST) from--;
        if (r->tokens.at[from].start > s->span.end + 400) return;
        if (class_between(r, LEX_DOC_IMPLEMENTS, from, first, NULL, NULL) && s->reference.implements < 0)
            s->reference.implements = (int32_t)mine;
        return;
    }
}

/* "Nghị quyết Đại hội (đại biểu) Đảng bộ quận ... lần thứ XII(, nhiệm kỳ 2020-2025)"; end, or i. */
static size_t congress_end(const struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    size_t from = i, n;
    if (i >= r->last || !lexicon_is(ts, i, LEX_CONGRESS)) return i;
    while (i < r->last && i < from + 16 && ts->at[i].kind == TOKEN_WORD) {
        if (lexicon_at(ts, i, LEX_NTH, &n) && i + n < r->last) return i + n + 1;
        i++;
    }
    return from;
}

size_t reference_read(struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    size_t n, number;
    bool bare = ts->at[i].kind == TOKEN_SYMBOL;
    if (!bare && !starts_kind(r, i, &n)) return i;
    size_t after = bare ? i : i + n;
    bool numbered = !bare && lexicon_at(ts, after, LEX_DOC_NUMBER, &number);
    if (numbered) after += number;
    size_t end = symbol_end(r, after, (ts->at[i].flags & TOKEN_CAPITAL) != 0, numbered);
    size_t congress = bare || end > after ? after : congress_end(r, after);
    if (end == after && congress == after) return i;
    struct statement *s = vec_push(r->work, &r->out);
    *s = (struct statement){.kind = STATEMENT_REFERENCE,
                            .rule = bare               ? STR("symbol")
                                    : congress > after ? STR("congress")
                                                       : STR("reference")};
    s->reference.implements = -1;
    if (!bare) s->reference.document_kind = tokens_text(ts, i, i + n);
    if (end > after) {
        s->reference.symbol = tokens_text(ts, after, end);
        s->reference.symbol_norm = symbol_canonical(r->arena, s->reference.symbol);
    } else {
        s->reference.about = tokens_text(ts, after, congress);
        end = congress;
    }
    read_tail(r, &s->reference, end);
    s->quote = tokens_text(ts, i, end);
    s->span = (struct span){0, ts->at[i].start, token_end(&ts->at[end - 1])};
    link_before(r, i);
    return end;
}
