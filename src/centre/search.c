/* SPDX-License-Identifier: Apache-2.0
 *
 * search: see search.h. The index says which block or statement; the words to show are cut out of the text of the
 * reading around what was found, between words. The place of the words is sought again in the folded block, with a map
 * from each folded byte to the byte that it came from.
 */
#include "search.h"

#include "buf.h"
#include "content.h"
#include "utf8.h"

enum { AROUND = 80, PASSAGE_MOST = 240 }; /* bytes of text to show */

/* Texts of readings, each loaded once. */
struct texts {
    struct db *db;
    struct arena *arena;
    struct {
        VEC_FIELDS(struct text_of {
            uint32_t reading;
            struct str text;
        });
    } known;
};

static bool text_of(struct str *out, struct texts *t, uint32_t reading, struct err *err)
{
    struct digest name;
    for (size_t i = 0; i < t->known.len; i++) {
        if (t->known.at[i].reading != reading) continue;
        *out = t->known.at[i].text;
        return true;
    }
    if (!reading_text(&name, t->db, reading, err) || !content_load(out, t->db, t->arena, name, err)) return false;
    *vec_push(t->arena, &t->known) = (struct text_of){reading, *out};
    return true;
}

static bool inside_character(struct str s, size_t i)
{
    return i < s.len && ((unsigned char)s.ptr[i] & 0xC0) == 0x80;
}

/* Fill words, first and last with the text around [start, end): at most `around` bytes on each side, not beyond a line
 * end, cut between words. */
static void show(struct search_hit *hit, struct str text, size_t start, size_t end, size_t around)
{
    size_t from = start, to = end;
    while (from && start - from < around && text.ptr[from - 1] != '\n') from--;
    while (to < text.len && to - end < around && text.ptr[to] != '\n') to++;
    if (from && text.ptr[from - 1] != '\n')
        while (from < start && text.ptr[from] != ' ') from++;
    if (to < text.len && text.ptr[to] != '\n')
        while (to > end && text.ptr[to] != ' ') to--;
    while (inside_character(text, from)) from++;
    while (inside_character(text, to)) to--;
    while (from < start && text.ptr[from] == ' ') from++;
    hit->words = str_part(text, from, to);
    hit->first = (uint32_t)(start - from);
    hit->last = (uint32_t)(end - from);
}

/* The first of the words in a block: bytes [*start, *end) of it. The words are those of search_words: quoted,
 * folded. */
static void find_words(size_t *start, size_t *end, struct arena *a, struct str block, struct str words)
{
    struct buf folded = buf_make(SIZE_MAX);
    uint32_t *from = arena_array(a, uint32_t, block.len * 2 + 2);
    *start = *end = 0;
    for (size_t i = 0, len; i < block.len; i += len) {
        size_t before = folded.len;
        utf8_decode(block, i, &len);
        utf8_fold_put(&folded, str_part(block, i, i + len));
        for (size_t k = before; k < folded.len && k < block.len * 2 + 1; k++) from[k] = (uint32_t)i;
    }
    struct str word = str_cut(str_from(words, 1), STR("\"")).head;
    ptrdiff_t at = str_find(buf_str(&folded), word);
    if (at >= 0 && (size_t)at + word.len <= folded.len) {
        *start = from[at];
        *end = (size_t)at + word.len < folded.len ? from[(size_t)at + word.len] : block.len;
    }
    buf_free(&folded);
}

static bool add_statements(struct search_result *out, struct texts *t, const struct id_list *ids, struct err *err)
{
    for (size_t i = 0; i < ids->len; i++) {
        struct kept_statement s;
        struct str text;
        if (!statement_load(&s, t->db, t->arena, (struct statement_id){ids->at[i]}, err) ||
            !text_of(&text, t, s.reading, err))
            return false;
        struct search_hit hit = {.document = s.document, .statement = s.id, .span = s.said.statement.span};
        show(&hit, text, hit.span.start, hit.span.end, AROUND);
        *vec_push(t->arena, out) = hit;
    }
    return true;
}

/* Whether one of the first `count` hits stands in the passage. */
static bool holds_a_hit(const struct search_result *r, size_t count, const struct passage *p)
{
    for (size_t i = 0; i < count; i++)
        if (r->at[i].document.n == p->document.n && r->at[i].span.start >= p->start && r->at[i].span.end <= p->end)
            return true;
    return false;
}

static bool add_passages(struct search_result *out, struct texts *t, const struct passage_list *passages,
                         struct str words, struct err *err)
{
    size_t statements = out->len; /* the list itself moves while it grows */
    for (size_t i = 0; i < passages->len; i++) {
        const struct passage *p = &passages->at[i];
        struct str text;
        size_t start, end;
        if (holds_a_hit(out, statements, p)) continue;
        if (!text_of(&text, t, p->reading, err)) return false;
        struct search_hit hit = {.document = p->document, .span = {.start = p->start, .end = p->end}};
        find_words(&start, &end, t->arena, str_part(text, p->start, p->end), words);
        show(&hit, str_part(text, p->start, p->end), start, end, PASSAGE_MOST / 2);
        *vec_push(t->arena, out) = hit;
    }
    return true;
}

static bool name_documents(struct search_result *r, struct db *db, struct arena *a, struct err *err)
{
    for (size_t i = 0; i < r->len; i++) {
        struct listed_document d;
        for (size_t k = 0; k < i && !r->at[i].document_name.len; k++)
            if (r->at[k].document.n == r->at[i].document.n) r->at[i].document_name = r->at[k].document_name;
        if (r->at[i].document_name.len) continue;
        if (!document_load(&d, db, a, r->at[i].document, err)) return false;
        r->at[i].document_name = d.document.name;
    }
    return true;
}

static bool search_inside(struct search_result *out, struct db *db, struct arena *a, struct str words, uint64_t most,
                          struct err *err)
{
    struct texts texts = {.db = db, .arena = a};
    struct id_list ids;
    struct passage_list passages;
    return search_statements(&ids, db, a, words, most, err) && search_passages(&passages, db, a, words, most, err) &&
           add_statements(out, &texts, &ids, err) && add_passages(out, &texts, &passages, words, err) &&
           name_documents(out, db, a, err);
}

bool search_record(struct search_result *out, struct db *db, struct arena *a, struct str typed, uint64_t most,
                   struct err *err)
{
    struct str words;
    *out = (struct search_result){0};
    if (!search_words(&words, a, typed)) return fail(err, ERR_SEARCH_EMPTY);
    if (!db_begin(db, DB_TRANSACTION_READ, err)) return false;
    bool ok = search_inside(out, db, a, words, most, err);
    db_rollback(db);
    return ok;
}
