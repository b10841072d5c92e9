/* SPDX-License-Identifier: Apache-2.0
 *
 * page_document: the documents of the record, and one as it was read: its words with each figure lit up in its place,
 * what waits for a person apart from what was accepted.
 */
#include "content.h"
#include "document_rows.h"
#include "explain.h"
#include "frame.h"
#include "pages.h"
#include "search.h"
#include "statement_rows.h"

#include <stdlib.h>

static struct link document_link(struct visit *v, struct document_id id)
{
    struct buf b = buf_make(20);
    document_id_write(&b, id);
    return link_path(v->arena, (struct str[]){STR("van-ban"), kept_text(v, &b)}, 2);
}

static bool run_list(struct visit *v, struct err *err)
{
    struct documents_view view = {0};
    struct document_list all;
    if (!document_list(&all, v->db, v->arena, (struct document_id){0}, err)) return false;
    for (size_t i = all.len; i-- > 0;) { /* newest first */
        const struct listed_document *d = &all.at[i];
        bool may;
        if (!visit_may_document(&may, v, d, err)) return false;
        if (!may) continue;
        *vec_push(v->arena, &view.rows) = (struct document_row_view){
            .name = d->document.name,
            .date = shown_day(v, d->reading.date),
            .place = d->reading.place,
            .accepted = shown_count(v, d->accepted),
            .proposed = shown_count(v, d->proposed),
            .rejected = shown_count(v, d->rejected),
            .time = shown_time(v, d->time),
            .who = d->who,
            .at = document_link(v, d->document.id),
        };
    }
    view.nothing = view.rows.len
                       ? STR("")
                       : tr_text(v->lang, tr("Chưa có văn bản nào. «dieuhanh import TỆP» đưa văn bản vào kho."));
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, tr("Văn bản")), MENU_DOCUMENTS);
    template_documents(&v->answer.body, v->lang, &view);
    return true;
}

/* --- reading */

struct block_list {
    VEC_FIELDS(struct block);
};

static bool read_blocks(struct block_list *out, struct visit *v, struct digest said, struct err *err)
{
    struct str lines;
    if (!content_load(&lines, v->db, v->arena, said, err)) return false;
    while (lines.len) {
        struct str_cut line = str_cut(lines, STR("\n"));
        struct said_line one;
        lines = line.tail;
        if (!line.head.len) continue;
        if (!said_read(&one, v->arena, line.head)) return fail(err, ERR_RECORD_BROKEN, db_where(v->db), STR("reading"));
        if (one.is_block) *vec_push(v->arena, out) = one.block;
    }
    return true;
}

static struct str state_word(enum statement_state s)
{
    switch (s) {
    case STATE_ACCEPTED: return STR("good");
    case STATE_PROPOSED: return STR("watch");
    case STATE_REJECTED:
    case STATE_WITHDRAWN:
    case STATE_COUNT: break;
    }
    return STR("hold");
}

static int by_place(const void *a, const void *b)
{
    const struct kept_statement *x = a, *y = b;
    const struct span *s = &x->said.statement.span, *t = &y->said.statement.span;
    if (s->start != t->start) return s->start < t->start ? -1 : 1;
    return (s->end < t->end) - (s->end > t->end); /* the longer one first */
}

/* The text of a block from `at`, with what was said of it lit up. Of two that overlap the first is. */
static void add_runs(struct paragraph_view *out, struct visit *v, struct str text, const struct block *block,
                     const struct statement_list *all, struct link page)
{
    uint32_t at = block->start;
    for (size_t i = 0; i < all->len; i++) {
        const struct span *s = &all->at[i].said.statement.span;
        if (s->start < at || s->end > block->end || s->start >= s->end) continue;
        struct buf place = buf_make(20);
        statement_id_write(&place, all->at[i].id);
        struct str id = kept_text(v, &place);
        if (s->start > at) *vec_push(v->arena, &out->runs) = (struct run_view){.text = str_part(text, at, s->start)};
        *vec_push(v->arena, &out->runs) = (struct run_view){
            .text = str_part(text, s->start, s->end),
            .place = id,
            .number = id,
            .state = state_word(all->at[i].state),
            .at = link_place(v->arena, page, id),
        };
        at = s->end;
    }
    if (at < block->end) *vec_push(v->arena, &out->runs) = (struct run_view){.text = str_part(text, at, block->end)};
}

static struct str meaning_of(struct visit *v, const struct kept_statement *s)
{
    const struct statement *st = &s->said.statement;
    struct buf b = buf_make(1000);
    if (st->kind == STATEMENT_FIGURE) {
        const struct indicator *i = st->figure.indicator.len ? indicator_find(st->figure.indicator) : NULL;
        buf_put(&b, i ? i->name : st->figure.indicator);
        if (st->figure.period.kind != PERIOD_NONE) {
            if (b.len) buf_put(&b, STR(", "));
            buf_put(&b, shown_period(v, st->figure.period));
        }
    }
    return kept_text(v, &b);
}

static void add_said(struct document_view *view, struct visit *v, const struct kept_statement *s, struct link page)
{
    struct buf place = buf_make(20);
    statement_id_write(&place, s->id);
    struct str id = kept_text(v, &place);
    struct reading_row_view row = {
        .number = id,
        .place = id,
        .quote = s->said.statement.quote,
        .meaning = meaning_of(v, s),
        .state = state_word(s->state),
        .state_word = tr_text(v->lang, s->state == STATE_ACCEPTED   ? tr("đã nhận")
                                       : s->state == STATE_PROPOSED ? tr("chờ xem")
                                                                    : tr("đã bỏ")),
        .at = link_place(v->arena, page, id),
    };
    const struct statement *st = &s->said.statement;
    row.figure = st->kind == STATEMENT_FIGURE;
    if (row.figure) {
        struct buf period = buf_make(60);
        period_write(&period, st->figure.period);
        row.indicator = st->figure.indicator;
        row.unit = st->figure.unit;
        row.period = kept_text(v, &period);
    }
    if (s->state == STATE_ACCEPTED)
        *vec_push(v->arena, &view->clear) = row;
    else if (s->state == STATE_PROPOSED)
        *vec_push(v->arena, &view->look) = row;
}

static bool run_document(struct visit *v, struct err *err)
{
    struct document_view view = {0};
    struct listed_document d;
    struct statement_list said;
    struct block_list blocks = {0};
    struct str text;
    uint64_t id = 0;
    bool named = str_starts(v->parts[0], STR("D")) && str_to_u64(&id, str_from(v->parts[0], 1), UINT32_MAX);
    if (!named) return fail(err, ERR_PAGE_MISSING, v->request->path);
    if (!document_load(&d, v->db, v->arena, (struct document_id){(uint32_t)id}, err) ||
        !content_load(&text, v->db, v->arena, d.reading.text, err) || !read_blocks(&blocks, v, d.reading.said, err) ||
        !statement_list_of_text(&said, v->db, v->arena, d.document.id, d.reading.text, err))
        return false;
    struct link page = document_link(v, d.document.id);
    if (said.len) qsort(said.at, said.len, sizeof *said.at, by_place);
    for (size_t i = 0; i < blocks.len; i++) {
        struct paragraph_view p = {.heading = blocks.at[i].kind == BLOCK_HEADING};
        add_runs(&p, v, text, &blocks.at[i], &said, page);
        *vec_push(v->arena, &view.paragraphs) = p;
    }
    for (size_t i = 0; i < said.len; i++) add_said(&view, v, &said.at[i], page);
    view.name = d.document.name;
    view.about = said_text(v, tr("{1}, vào kho lúc {2}"), shown_day(v, d.reading.date), shown_time(v, d.time));
    view.counts = said_text(v, tr("{1} số đã nhận · {2} chờ xem"), shown_count(v, d.accepted),
                            shown_count(v, d.proposed));
    view.page = page;
    view.may_accept = visit_may_somewhere(v, MAY_ACCEPT);
    view.look_count = shown_count(v, view.look.len);
    view.clear_count = shown_count(v, view.clear.len);
    frame_fill(&view.head, &view.foot, v, view.name, MENU_DOCUMENTS);
    template_document(&v->answer.body, v->lang, &view);
    return true;
}

/* --- search */

enum { HITS_MOST = 50 };

static bool run_search(struct visit *v, struct err *err)
{
    struct search_view view = {.typed = visit_field(v, "q")};
    struct search_result found = {0};
    if (view.typed.len && !search_record(&found, v->db, v->arena, view.typed, HITS_MOST, err)) return false;
    for (size_t i = 0; i < found.len; i++) {
        const struct search_hit *h = &found.at[i];
        struct listed_document d;
        bool may;
        if (!document_load(&d, v->db, v->arena, h->document, err) || !visit_may_document(&may, v, &d, err))
            return false;
        if (!may) continue;
        struct buf place = buf_make(20);
        if (h->statement.n) statement_id_write(&place, h->statement);
        struct link at = document_link(v, h->document);
        if (place.len) at = link_place(v->arena, at, buf_str(&place));
        buf_free(&place);
        *vec_push(v->arena, &view.hits) = (struct hit_view){.before = str_part(h->words, 0, h->first),
                                                            .lit = str_part(h->words, h->first, h->last),
                                                            .after = str_from(h->words, h->last),
                                                            .document = h->document_name,
                                                            .at = at};
    }
    view.nothing = view.hits.len ? STR("") : tr_text(v->lang, tr("Không văn bản nào có những chữ này."));
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, tr("Tìm")), MENU_NONE);
    view.head.query = view.typed;
    template_search(&v->answer.body, v->lang, &view);
    return true;
}

const struct page page_documents = {HTTP_GET, "/van-ban", NEEDS_SIGNED_IN, {{0}}, run_list, .right = MAY_DOCUMENTS};
const struct page page_document = {HTTP_GET,     "/van-ban/{id}",        NEEDS_SIGNED_IN,        {{0}},
                                   run_document, .right = MAY_DOCUMENTS, .about = ABOUT_DOCUMENT};
const struct page page_search = {
    HTTP_GET, "/tim", NEEDS_SIGNED_IN, {{"q", PAGE_TEXT, 200}}, run_search, .right = MAY_DOCUMENTS};
