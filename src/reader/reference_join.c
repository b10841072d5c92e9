/* SPDX-License-Identifier: Apache-2.0
 *
 * reference_join: what several mentions of one document tell together.
 *
 *   1. "Nghị quyết 98" is "Nghị quyết số 98/2023/QH15" when one such symbol, and no other, stands in the text: it takes
 *      the full symbol as its normalised one.
 *   2. A resolution of a congress that is named by its term alone takes the ordinal from the one of the same level and
 *      term.
 *   3. A mention without issuer, date or subject takes them from another mention of the same symbol and kind, unless
 *      two issuers are named: the 12/KH-UBND of a ward is not that of the province.
 *   4. Letters that stand for one body of the province (TU) are told by any mention that names the body.
 *
 * Statements are settled some hundreds at a time (reader.c): a mention is joined with those of its batch, before and
 * after it, and with all before. What is known is kept for DOCUMENTS_MOST documents, so memory does not grow with the
 * text; a short report is one batch. Everything goes through maps, so the time is linear.
 */
#include "sentence.h"

#include "buf.h"
#include "map.h"
#include "symbol.h"
#include "utf8.h"

enum { DOCUMENTS_MOST = 1024, CONGRESSES_MOST = 64 };
static const uint32_t SEVERAL = UINT32_MAX;

/* What is known of a document; `several` issuers: it may be several documents. */
struct document {
    struct str norm, issuer, about;
    struct date date;
    bool several;
};

struct known_congress {
    struct str norm;
    struct period term;
    int level;
};

struct documents {
    struct map keys;    /* kind and normalised symbol -> document */
    struct map numbers; /* kind and number of a full symbol -> document, or SEVERAL */
    struct {
        VEC_FIELDS(struct document);
    } list;
    struct known_congress congresses[CONGRESSES_MOST];
    size_t congress_count;
    struct str provincial; /* the body behind TU */
    bool provincial_several;
};

static struct str key_of(struct reader *r, struct str kind, struct str number)
{
    struct buf b = buf_make(kind.len + number.len + 8);
    buf_put(&b, utf8_lower(r->arena, kind));
    buf_char(&b, '|');
    buf_put(&b, number);
    struct str made = str_copy(r->arena, buf_str(&b));
    buf_free(&b);
    return made;
}

static bool full(struct str symbol)
{
    return str_find_char(symbol, '/') > 0;
}

static struct str number_of(struct str symbol)
{
    size_t n = 0;
    while (n < symbol.len && symbol.ptr[n] == '0') n++;
    size_t end = n;
    while (end < symbol.len && symbol.ptr[end] >= '0' && symbol.ptr[end] <= '9') end++;
    return str_part(symbol, n, end);
}

/* Mentions that are joined by their symbol. */
static struct reference_statement *numbered(struct statement *s)
{
    bool named = str_eq(s->rule, STR("reference")) || str_eq(s->rule, STR("symbol"));
    return s->kind == STATEMENT_REFERENCE && named && s->reference.symbol_norm.len ? &s->reference : NULL;
}

static bool one_in_other(struct reader *r, struct str a, struct str b)
{
    struct str x = utf8_lower(r->arena, a), y = utf8_lower(r->arena, b);
    return str_has(x, y) || str_has(y, x);
}

/* The document of a mention; NULL when it is new and no more are kept. */
static struct document *document_of(struct reader *r, const struct reference_statement *ref, bool add)
{
    struct documents *d = r->named;
    struct str key = key_of(r, ref->document_kind, ref->symbol_norm);
    const uint32_t *seen = map_find(&d->keys, key);
    if (seen) return &d->list.at[*seen];
    if (!add || d->list.len >= DOCUMENTS_MOST) return NULL;
    map_put(&d->keys, r->work, str_copy(r->work, key), (uint32_t)d->list.len);
    struct document *made = vec_push(r->work, &d->list);
    *made = (struct document){.norm = str_copy(r->work, ref->symbol_norm), .issuer = STR(""), .about = STR("")};
    return made;
}

static void learn_number(struct reader *r, const struct reference_statement *ref, const struct document *document)
{
    struct documents *d = r->named;
    struct str key = key_of(r, ref->document_kind, number_of(ref->symbol_norm));
    uint32_t mine = (uint32_t)(document - d->list.at);
    const uint32_t *seen = map_find(&d->numbers, key);
    if (seen && *seen != mine && *seen != SEVERAL) map_put(&d->numbers, r->work, str_copy(r->work, key), SEVERAL);
    if (!seen) map_put(&d->numbers, r->work, str_copy(r->work, key), mine);
}

static void learn(struct reader *r, const struct reference_statement *ref)
{
    struct document *d = document_of(r, ref, true);
    if (!d) return;
    if (full(ref->symbol_norm)) learn_number(r, ref, d);
    if (ref->issuer.len && d->issuer.len && !one_in_other(r, d->issuer, ref->issuer)) d->several = true;
    if (d->issuer.len == 0) d->issuer = str_copy(r->work, ref->issuer);
    if (!date_known(d->date)) d->date = ref->date;
    if (d->about.len == 0) d->about = str_copy(r->work, ref->about);
}

/* 1. */
static void join_short(struct reader *r, struct reference_statement *ref)
{
    struct str number = number_of(ref->symbol);
    if (full(ref->symbol_norm) || number.len == 0 || !str_ends(ref->symbol, number)) return;
    const uint32_t *found = map_find(&r->named->numbers, key_of(r, ref->document_kind, number));
    if (found && *found != SEVERAL) ref->symbol_norm = r->named->list.at[*found].norm;
}

/* 2. */
static void join_congresses(struct reader *r)
{
    struct documents *d = r->named;
    for (size_t i = 0; i < r->congresses.len; i++) {
        const struct congress *c = &r->congresses.at[i];
        struct str norm = r->out.at[c->statement].reference.symbol_norm;
        if (norm.len && c->term.kind && d->congress_count < CONGRESSES_MOST)
            d->congresses[d->congress_count++] = (struct known_congress){str_copy(r->work, norm), c->term, c->level};
    }
    for (size_t i = 0; i < r->congresses.len; i++) {
        const struct congress *c = &r->congresses.at[i];
        struct reference_statement *ref = &r->out.at[c->statement].reference;
        for (size_t k = 0; k < d->congress_count && ref->symbol_norm.len == 0 && c->term.kind; k++)
            if (d->congresses[k].level == c->level && period_eq(d->congresses[k].term, c->term))
                ref->symbol_norm = d->congresses[k].norm;
    }
    r->congresses.len = 0;
}

/* 3. */
static void fill(struct reader *r, struct reference_statement *ref)
{
    const struct document *d = document_of(r, ref, false);
    if (!d || d->several) return;
    if (ref->issuer.len == 0) ref->issuer = d->issuer;
    if (!date_known(ref->date)) ref->date = d->date;
    if (ref->about.len == 0) ref->about = d->about;
}

/* "TU" of 1374-QĐ/TU: letters that stand for one body of the province. */
static bool provincial(struct reader *r, const struct reference_statement *ref)
{
    struct symbol s;
    size_t n;
    if (!full(ref->symbol_norm) || !symbol_read(&s, ref->symbol)) return false;
    tokens_scan(&r->letters, r->work, s.issuer, 0, (uint32_t)s.issuer.len);
    const struct lex_sense *code = lexicon_at(&r->letters, 0, LEX_ISSUER_CODE, &n);
    return code && code->value == 2;
}

/* 4. */
static void learn_letters(struct reader *r, const struct reference_statement *ref)
{
    struct documents *d = r->named;
    if (ref->issuer.len == 0 || !provincial(r, ref)) return;
    if (d->provincial.len && !one_in_other(r, d->provincial, ref->issuer)) d->provincial_several = true;
    if (d->provincial.len == 0) d->provincial = str_copy(r->work, ref->issuer);
}

void references_join(struct reader *r, size_t first)
{
    struct reference_statement *ref;
    if (!r->named) r->named = arena_new(r->work, struct documents);
    for (size_t i = first; i < r->out.len; i++)
        if ((ref = numbered(&r->out.at[i])) && full(ref->symbol_norm)) learn(r, ref);
    for (size_t i = first; i < r->out.len; i++) {
        if (!(ref = numbered(&r->out.at[i]))) continue;
        bool shortened = !full(ref->symbol_norm);
        join_short(r, ref);
        if (shortened) learn(r, ref);
        learn_letters(r, ref);
    }
    join_congresses(r);
    for (size_t i = first; i < r->out.len; i++) {
        if (!(ref = numbered(&r->out.at[i]))) continue;
        fill(r, ref);
        bool tell = !ref->issuer.len && r->named->provincial.len && !r->named->provincial_several;
        if (tell && provincial(r, ref)) ref->issuer = r->named->provincial;
    }
}
