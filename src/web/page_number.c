/* SPDX-License-Identifier: Apache-2.0
 *
 * page_number: a number and what it rests on: how it was reckoned, the figures that made it, the documents with the
 * words lit up, who accepted it and when.
 */
#include "explain.h"
#include "frame.h"
#include "pages.h"

static struct quote_view quote_of(struct visit *v, const struct explain_quote *q)
{
    struct quote_view out = {
        .before = str_part(q->words, 0, q->first),
        .lit = str_part(q->words, q->first, q->last),
        .after = str_from(q->words, q->last),
        .document = q->document_name,
        .who = q->who,
        .time = shown_time(v, q->time),
    };
    struct buf document = buf_make(20), statement = buf_make(20);
    document_id_write(&document, q->document);
    statement_id_write(&statement, q->statement);
    out.at = link_place(v->arena, link_path(v->arena, (struct str[]){STR("van-ban"), kept_text(v, &document)}, 2),
                        kept_text(v, &statement));
    return out;
}

static struct evidence_view evidence_of(struct visit *v, const struct explain_figure *f)
{
    const struct figure_key *k = &f->kept.figure.key;
    const struct indicator *i = indicator_find(k->indicator);
    struct evidence_view out = {.value = explain_number(v->arena, &f->kept.figure), .load = STR("")};
    struct buf id = buf_make(20), about = buf_make(1000);
    figure_id_write(&id, f->kept.id);
    out.id = kept_text(v, &id);
    out.at = evidence_link(v, out.id);
    buf_put(&about, i ? i->name : k->indicator);
    buf_put(&about, STR(", "));
    buf_put(&about, f->unit_name);
    buf_put(&about, STR(", "));
    buf_put(&about, shown_period(v, k->period));
    out.about = kept_text(v, &about);
    for (size_t q = 0; q < f->quotes.len; q++) *vec_push(v->arena, &out.quotes) = quote_of(v, &f->quotes.at[q]);
    if (f->load.id) out.load = said_text(v, tr("Nạp từ tệp {1}, {2}"), f->load.name, shown_time(v, f->load.time));
    return out;
}

static bool show(struct visit *v, struct str id, struct err *err)
{
    struct explanation e;
    struct number_view view = {.id = id};
    if (!explain_make(&e, v->db, v->arena, id, err)) return false;
    view.title = e.title;
    view.asked = e.asked;
    view.result = e.result;
    view.formula = e.formula;
    view.why = e.why;
    view.remark = e.remark;
    for (size_t i = 0; i < e.figures.len; i++) *vec_push(v->arena, &view.figures) = evidence_of(v, &e.figures.at[i]);
    frame_fill(&view.head, &view.foot, v, e.title, MENU_INDICATORS);
    template_number(&v->answer.body, v->lang, &view);
    return true;
}

static bool run(struct visit *v, struct err *err)
{
    struct buf b = buf_make(2000);
    for (size_t i = 0; i < 4; i++) {
        if (i) buf_char(&b, '/');
        buf_put(&b, v->parts[i]);
    }
    return show(v, kept_text(v, &b), err);
}

static bool run_figure(struct visit *v, struct err *err)
{
    return show(v, v->parts[0], err);
}

const struct page page_number = {
    HTTP_GET, "/so/{indicator}/{unit}/{period}/{what}", NEEDS_SIGNED_IN, {{0}}, run, .about = ABOUT_ANSWER};
const struct page page_figure = {HTTP_GET, "/so/{figure}", NEEDS_SIGNED_IN, {{0}}, run_figure, .about = ABOUT_FIGURE};
