/* SPDX-License-Identifier: Apache-2.0
 *
 * reference_unnumbered: a document that a text names without a number. The forms, tried in this order (the name of the
 * rule is what stands in front):
 *
 *   congress   Nghị quyết [của] Đại hội [đại biểu] Đảng bộ quận [lần thứ XII] [, nhiệm kỳ 2020-2025]
 *   plenum     Nghị quyết Trung ương 4 khóa XII
 *   issuer     các Nghị quyết, Chỉ thị của Thành ủy    Nghị quyết HĐND tỉnh    hướng dẫn của tỉnh
 *   title      Kế hoạch “...”    “...” là chương trình ...
 *   about      Tờ trình về ...
 *   named      đề án <name>    ban hành Nghị quyết quy định ...    Chương trình <name> giai đoạn 2021 - 2025
 *   law        Luật <Name>
 *   set        chỉ tiêu nghị quyết đã đề ra
 *   short      the Nghị quyết named before
 *
 * Kinds that are ordinary words too ("kế hoạch", "quy định", "báo cáo") need more around them than kinds that name
 * nothing else (doc_kind in data/lexicon/document.tsv). Names may hold times and numbers that belong to figures, so no
 * token is taken, but for the number of a congress or plenum.
 */
#include "sentence.h"

#include "utf8.h"

enum { NAME_MOST = 24, ABOUT_MOST = 60, LAW_MOST = 10, CONGRESS_MOST = 20, TITLE_MOST = 90, MENTIONS_BACK = 32 };

/* A kind of document at a token. */
struct kind {
    size_t first, last; /* tokens; of a list all of it */
    bool strong;        /* names nothing else */
    bool named;         /* bears a name */
    bool capital;
    bool many;      /* "các", or a list */
    bool law;       /* its name begins with a capital */
    bool programme; /* bears its name at the start of a sentence too */
};

static bool kind_at(const struct reader *r, size_t i, struct kind *k)
{
    const struct tokens *ts = &r->tokens;
    size_t n, m;
    const struct lex_sense *s = lexicon_at(ts, i, LEX_DOC_KIND, &n);
    if (!s || i + n > r->last) return false;
    bool ordinary = s->value != 0 && s->value != 3 && !(ts->at[i].flags & TOKEN_CAPITAL);
    if ((ts->at[i].flags & TOKEN_INSIDE) && ordinary) return false;
    if (n < ts->at[i].phrase_len && lexicon_at(ts, i, LEX_ORDER, &m)) return false;
    *k = (struct kind){.first = i,
                       .last = i + n,
                       .strong = s->value == 0 || s->value == 3,
                       .named = s->value == 2 || s->value == 3 || s->value == 5,
                       .law = s->value == 4,
                       .programme = s->value == 5,
                       .capital = (ts->at[i].flags & TOKEN_CAPITAL) != 0,
                       .many = many_before(r, i)};
    return true;
}

static bool opens_sentence(const struct reader *r, size_t i)
{
    return i == r->first || r->tokens.at[i - 1].kind == TOKEN_PUNCT;
}

static struct statement *put(struct reader *r, const struct kind *k, size_t end, struct str rule)
{
    struct statement *s = vec_push(r->work, &r->out);
    *s = (struct statement){.kind = STATEMENT_REFERENCE, .rule = rule};
    s->reference.implements = -1;
    s->reference.document_kind = tokens_text(&r->tokens, k->first, k->last);
    s->quote = tokens_text(&r->tokens, k->first, end);
    s->span = (struct span){0, r->tokens.at[k->first].start, token_end(&r->tokens.at[end - 1])};
    if (r->referred < end) r->referred = end;
    return s;
}

static void finish(struct reader *r, const struct kind *k, size_t end, size_t tail)
{
    reference_link(r, k->first, end);
    r->tail = tail;
    r->tail_of = (uint32_t)(r->out.len - 1);
}

/* "lần thứ XII", "XIII", "khóa XII": the end of the ordinal, or i. */
static size_t ordinal_end(const struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (i >= r->last) return i;
    if (word_says(ts, i, LEX_CONGRESS, CONGRESS_NTH, &n) && i + n < r->last) return i + n + 1;
    bool roman = ts->at[i].kind == TOKEN_WORD && ts->at[i].len <= 6;
    for (size_t k = 0; k < ts->at[i].len && roman; k++) {
        char c = ts->text.ptr[ts->at[i].start + k];
        roman = c == 'I' || c == 'V' || c == 'X';
    }
    return roman ? i + 1 : i;
}

static size_t term_end(const struct reader *r, size_t i, struct period *term)
{
    const struct tokens *ts = &r->tokens;
    struct when_context none = {r->date, {.kind = PERIOD_NONE}};
    struct when w;
    size_t at = i + (token_is_punct(ts, i, ',') || token_is_punct(ts, i, '('));
    if (at >= r->last || !when_read(&w, ts, at, &none) || w.last > r->last || w.role != WHEN_PERIOD) return i;
    if (w.period.from.year == w.period.to.year) return i;
    *term = w.period;
    return w.last + (token_is_punct(ts, i, '(') && token_is_punct(ts, w.last, ')'));
}

static struct str upper_ordinal(struct arena *a, struct str ordinal)
{
    ptrdiff_t space = -1;
    for (size_t i = 0; i < ordinal.len; i++)
        if (ordinal.ptr[i] == ' ' || ordinal.ptr[i] == '\n') space = (ptrdiff_t)i;
    struct str number = str_from(ordinal, (size_t)(space + 1));
    char *p = arena_alloc(a, number.len + 16, 1);
    memcpy(p, "LẦN THỨ ", sizeof "LẦN THỨ " - 1);
    memcpy(p + sizeof "LẦN THỨ " - 1, number.ptr, number.len);
    return (struct str){p, sizeof "LẦN THỨ " - 1 + number.len};
}

/* The body that holds the congress: "Đại hội đại biểu Đảng bộ quận Bến Mẫu", "Đại hội đại biểu toàn quốc". */
static size_t congress_body(const struct reader *r, size_t i, size_t limit)
{
    const struct tokens *ts = &r->tokens;
    size_t at = i, n;
    while (at < limit && ordinal_end(r, at) == at) {
        bool person;
        size_t end = party_head(r, at, &person) ? party_end(r, at, limit) : at;
        if (end > at)
            at = end;
        else if ((lexicon_at(ts, at, LEX_CONGRESS, &n) && !word_says(ts, at, LEX_CONGRESS, CONGRESS_NTH, &n)) ||
                 lexicon_at(ts, at, LEX_PLACE_WORD, &n))
            at += n;
        else
            break;
    }
    return at;
}

static size_t congress_read(struct reader *r, const struct kind *k)
{
    const struct tokens *ts = &r->tokens;
    size_t at = k->last, n, limit = r->last < at + CONGRESS_MOST ? r->last : at + CONGRESS_MOST;
    if (!k->strong) return k->first;
    if (lexicon_at(ts, at, LEX_OF, &n)) at += n;
    const struct lex_sense *opens = lexicon_at(ts, at, LEX_CONGRESS, &n);
    if (!opens || opens->value != CONGRESS_OPENS) return k->first;
    struct congress c = {.term = {.kind = PERIOD_NONE}};
    size_t body = congress_body(r, at, limit), ordinal = ordinal_end(r, body), end = ordinal;
    if (lexicon_at(ts, end, LEX_OF, &n) && end + n < r->last && (ts->at[end + n].flags & TOKEN_CAPITAL)) end += n + 1;
    size_t term = term_end(r, end, &c.term);
    struct statement *s = put(r, k, term, STR("congress"));
    s->reference.issuer = tokens_text(ts, at, body);
    size_t number = body + (size_t)token_is_punct(ts, body, ',');
    if (term > number) s->reference.symbol = tokens_text(ts, number, term);
    if (ordinal > body) s->reference.symbol_norm = upper_ordinal(r->arena, tokens_text(ts, body, ordinal));
    c.statement = (uint32_t)(r->out.len - 1);
    c.level = party_level(r, at, body);
    *vec_push(r->work, &r->congresses) = c;
    finish(r, k, term, term);
    return ordinal; /* the term is a time for the figures of the sentence */
}

/* "Nghị quyết Trung ương 4 khóa XII về ..." */
static size_t plenum_read(struct reader *r, const struct kind *k)
{
    const struct tokens *ts = &r->tokens;
    size_t at = k->last, n;
    if (!lexicon_at(ts, at, LEX_ISSUER, &n) || at + n >= r->last || ts->at[at + n].kind != TOKEN_NUMBER)
        return k->first;
    if (ts->at[at + n].len > 2) return k->first;
    size_t number = at + n, end = number + 1, open = end + (size_t)token_is_punct(ts, end, '(');
    size_t ordinal = ordinal_end(r, open);
    if (ordinal > open) end = ordinal + (open > end && token_is_punct(ts, ordinal, ')'));
    struct statement *s = put(r, k, end, STR("plenum"));
    s->reference.issuer = tokens_text(ts, at, number);
    s->reference.symbol = s->reference.symbol_norm = tokens_text(ts, number, end);
    size_t tail = reference_tail(r, &s->reference, end);
    finish(r, k, end, tail);
    return end;
}

/* "Nghị quyết, Chỉ thị, Kế hoạch,… và các văn bản chỉ đạo": the list is one kind. */
static void take_list(const struct reader *r, struct kind *k)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    for (size_t at = k->last; at + 1 < r->last;) {
        size_t next = at;
        while (next < r->last && next < at + 4 &&
               (token_is_punct(ts, next, ',') || token_is_punct(ts, next, 'E') || lexicon_is(ts, next, LEX_AND) ||
                (next > at && many_before(r, next + 1))))
            next++;
        if (next == at || !lexicon_at(ts, next, LEX_DOC_KIND, &n)) break;
        k->last = at = next + n;
        k->many = true;
    }
}

static bool read_issuer(struct reader *r, const struct kind *one)
{
    const struct tokens *ts = &r->tokens;
    struct kind k = *one;
    size_t n;
    if (k.strong && k.many) take_list(r, &k);
    size_t at = k.last;
    if (lexicon_at(ts, at, LEX_ORDER, &n) && lexicon_is(ts, at + n, LEX_OF)) at += n; /* "văn bản chỉ đạo của" */
    bool of = str_eq(token_text(ts, at), STR("của")), person;
    if (of) at++;
    size_t head = at < r->last ? party_head(r, at, &person) : 0;
    if (head == 0 || person || (!of && !(k.strong && lexicon_is(ts, at, LEX_ISSUER)))) return false;
    if (!lexicon_is(ts, at, LEX_ISSUER) && party_level(r, at, at + head) < 1 && !lexicon_is(ts, at, LEX_PLACE_WORD))
        return false;
    size_t end = party_one_end(r, at, r->last);
    if (end <= at || (!of && end == at + 1 && !(ts->at[at].flags & TOKEN_ALL_CAPS))) return false;
    struct statement *s = put(r, &k, end, STR("issuer"));
    s->reference.issuer = tokens_text(ts, at, end);
    size_t tail = reference_tail(r, &s->reference, end);
    finish(r, &k, end, tail);
    return true;
}

/* “...” là chương trình: the title stands before. */
static bool title_before(struct reader *r, const struct kind *k)
{
    const struct tokens *ts = &r->tokens;
    if (k->first < r->first + 5 || !lexicon_is(ts, k->first - 1, LEX_COPULA) || !token_is_punct(ts, k->first - 2, '"'))
        return false;
    size_t open = k->first - 3;
    while (open > r->first && k->first - open < TITLE_MOST && !token_is_punct(ts, open, '"')) open--;
    if (!token_is_punct(ts, open, '"')) return false;
    struct statement *s = put(r, k, k->last, STR("title"));
    s->reference.about = tokens_text(ts, open, k->first - 1);
    s->span.start = ts->at[open].start;
    s->quote = str_part(ts->text, s->span.start, s->span.end);
    return true;
}

static bool read_title(struct reader *r, const struct kind *k)
{
    const struct tokens *ts = &r->tokens;
    if (title_before(r, k)) return true;
    if (!token_is_punct(ts, k->last, '"')) return false;
    size_t end = reference_about_end(r, k->last, TITLE_MOST, false);
    if (end < k->last + 4) return false;
    struct statement *s = put(r, k, end, STR("title"));
    s->reference.about = tokens_text(ts, k->last, end);
    finish(r, k, end, end);
    return true;
}

/* The verb before the kind that gives it out or works on it, words like "các" apart: the value of its row; 0. */
static int issued(const struct reader *r, const struct kind *k)
{
    const struct tokens *ts = &r->tokens;
    size_t at = k->first, n;
    while (many_before(r, at)) at--;
    const struct lex_sense *s = lexicon_before(ts, at, LEX_DOC_WORD, &n);
    return s && s->value >= DOC_GIVES && at >= r->first + n ? s->value : 0;
}

static bool read_about(struct reader *r, const struct kind *k)
{
    const struct tokens *ts = &r->tokens;
    size_t n, verb = (size_t)issued(r, k);
    bool trusted = k->strong || (k->named && verb) || verb == DOC_GIVES || (k->capital && !opens_sentence(r, k->first));
    if (!trusted || !word_says(ts, k->last, LEX_DOC_WORD, DOC_ABOUT, &n)) return false;
    size_t end = reference_about_end(r, k->last + n, ABOUT_MOST, false);
    if (end < k->last + n + 2) return false;
    struct statement *s = put(r, k, end, STR("about"));
    s->reference.about = tokens_text(ts, k->last + n, end);
    reference_given(r, &s->reference, k->first);
    finish(r, k, end, end);
    return true;
}

/* Whether a name can begin at token i. */
static bool begins_name(const struct reader *r, size_t i)
{
    const struct tokens *ts = &r->tokens;
    size_t n;
    if (i >= r->last || ts->at[i].kind != TOKEN_WORD) return false;
    const struct lex_sense *word = lexicon_at(ts, i, LEX_DOC_WORD, &n);
    if (word && word->value != 0 && word->value != DOC_OPENS && word->value < DOC_IMPLEMENTS) return false;
    static const enum lex_class grammar[] = {LEX_LINK, LEX_CLAUSE, LEX_AND,  LEX_OF,       LEX_DONE,     LEX_VERSUS,
                                             LEX_WORK, LEX_CHANGE, LEX_TIME, LEX_DOC_KIND, LEX_PLAN_WORD};
    for (size_t k = 0; k < sizeof grammar / sizeof *grammar; k++) {
        const struct lex_sense *s = lexicon_at(ts, i, grammar[k], &n);
        if (s && n == ts->at[i].phrase_len) return false;
    }
    return true;
}

static bool names_stage(const struct reader *r, size_t from, size_t to)
{
    struct when_context none = {r->date, {.kind = PERIOD_NONE}};
    struct when w;
    for (size_t i = from; i < to; i++)
        if (when_read(&w, &r->tokens, i, &none) && w.period.from.year < w.period.to.year) return true;
    return false;
}

static bool read_named(struct reader *r, const struct kind *k)
{
    const struct tokens *ts = &r->tokens;
    int verb = issued(r, k);
    if (!begins_name(r, k->last)) return false;
    size_t end = reference_about_end(r, k->last, NAME_MOST, true);
    bool capital = k->capital && !opens_sentence(r, k->first);
    bool trusted = verb == DOC_GIVES ||
                   (k->named && (verb > DOC_GIVES || capital || k->strong || names_stage(r, k->last, end))) ||
                   (k->programme && k->capital);
    if (!trusted || end < k->last + 2) return false;
    struct statement *s = put(r, k, end, STR("named"));
    s->reference.about = tokens_text(ts, k->last, end);
    reference_given(r, &s->reference, k->first);
    finish(r, k, end, end);
    return true;
}

/* "Luật Đất đai": capitals, each with a small syllable. */
static bool read_law(struct reader *r, const struct kind *k)
{
    const struct tokens *ts = &r->tokens;
    if (!k->law || !k->capital || !(ts->at[k->last].flags & TOKEN_CAPITAL)) return false;
    size_t end = reference_about_end(r, k->last, LAW_MOST, true);
    if (end < k->last + 1) return false;
    struct statement *s = put(r, k, end, STR("law"));
    s->reference.about = tokens_text(ts, k->last, end);
    finish(r, k, end, end);
    return true;
}

/* "các chỉ tiêu nghị quyết đã đề ra", "khi Đề án được phê duyệt": told by what is named elsewhere, if at all. */
static bool read_bare(struct reader *r, const struct kind *k)
{
    const struct tokens *ts = &r->tokens;
    size_t n, at = k->last;
    if (!k->strong) return false;
    if (lexicon_is(ts, at, LEX_DONE) && lexicon_at(ts, at, LEX_DONE, &n)) at += n;
    const struct lex_sense *word = at < r->last ? lexicon_at(ts, at, LEX_DOC_WORD, &n) : NULL;
    if (word && word->value == DOC_SET_OUT) {
        put(r, k, k->last, STR("set"));
        return true;
    }
    if (!k->capital || k->many || opens_sentence(r, k->first)) return false;
    for (size_t i = r->out.len; i > r->settled && i + MENTIONS_BACK > r->out.len; i--) {
        const struct statement *s = &r->out.at[i - 1];
        struct str kind = tokens_text(ts, k->first, k->last);
        if (s->kind != STATEMENT_REFERENCE || s->reference.document_kind.len != kind.len) continue;
        if (!str_eq(utf8_lower(r->arena, s->reference.document_kind),
                    utf8_lower(r->arena, tokens_text(ts, k->first, k->last))))
            continue;
        struct reference_statement same = s->reference;
        struct statement *mine = put(r, k, k->last, STR("short"));
        mine->reference.symbol_norm = same.symbol_norm;
        mine->reference.issuer = same.issuer;
        mine->reference.date = same.date;
        mine->reference.about = same.about;
        return true;
    }
    return false;
}

size_t reference_unnumbered(struct reader *r, size_t i)
{
    struct kind k;
    if (i < r->referred || !kind_at(r, i, &k)) return i;
    size_t end = congress_read(r, &k);
    if (end == i) end = plenum_read(r, &k);
    if (end > i) return end;
    bool done = read_issuer(r, &k) || read_title(r, &k) || read_about(r, &k) || read_law(r, &k) || read_named(r, &k) ||
                read_bare(r, &k);
    (void)done;
    return i;
}
