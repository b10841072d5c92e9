/* SPDX-License-Identifier: Apache-2.0
 *
 * explain_json: an explanation as a JSON object (docs/FORMATS.md).
 */
#include "buf.h"
#include "explain.h"
#include "json_write.h"

static void put_key_text(struct json_writer *j, struct str key, struct str text)
{
    json_write_key(j, key);
    json_write_text(j, text);
}

static void put_key_id(struct json_writer *j, struct str key, char letter, uint32_t n)
{
    char text[16];
    snprintf(text, sizeof text, "%c%u", letter, n);
    put_key_text(j, key, str_of(text));
}

static void put_quote(struct json_writer *j, const struct explain_quote *q)
{
    json_write_open(j, '{');
    put_key_id(j, STR("statement"), 'S', q->statement.n);
    put_key_text(j, STR("state"), statement_state_name(q->state));
    put_key_id(j, STR("document"), 'D', q->document.n);
    put_key_text(j, STR("file"), q->document_name);
    if (q->page) {
        json_write_key(j, STR("page"));
        json_write_decimal(j, DECIMAL_INT(q->page));
    }
    put_key_text(j, STR("sentence"), q->words);
    put_key_text(j, STR("quote"), str_part(q->words, q->first, q->last));
    put_key_text(j, STR("who"), q->who);
    put_key_text(j, STR("time"), q->time);
    json_write_close(j, '}');
}

static void put_corrected(struct json_writer *j, struct str key, struct str id, const struct corrected_value *v)
{
    if (!v->figure.n) return;
    json_write_key(j, key);
    json_write_decimal(j, v->value);
    put_key_id(j, id, 'F', v->figure.n);
}

static void put_corrections(struct json_writer *j, const struct correction_list *list)
{
    json_write_key(j, STR("corrections"));
    json_write_open(j, '[');
    for (size_t i = 0; i < list->len; i++) {
        const struct correction *c = &list->at[i];
        json_write_open(j, '{');
        put_key_id(j, STR("filing"), 'B', c->filing.n);
        put_corrected(j, STR("old"), STR("old_figure"), &c->old);
        put_corrected(j, STR("new"), STR("new_figure"), &c->new);
        put_key_text(j, STR("reason"), c->reason);
        put_key_text(j, STR("who"), c->who);
        put_key_text(j, STR("time"), c->time);
        json_write_close(j, '}');
    }
    json_write_close(j, ']');
}

static void put_figure(struct json_writer *j, const struct explain_figure *f)
{
    const struct figure_key *k = &f->kept.figure.key;
    struct buf period = buf_make(100);
    period_write(&period, k->period);
    json_write_open(j, '{');
    put_key_id(j, STR("id"), 'F', f->kept.id.n);
    put_key_text(j, STR("indicator"), k->indicator);
    put_key_text(j, STR("unit"), k->unit);
    put_key_text(j, STR("period"), buf_str(&period));
    put_key_text(j, STR("kind"), kind_name(k->kind));
    put_key_text(j, STR("aspect"), aspect_name(k->aspect));
    put_key_text(j, STR("layer"), k->layer);
    json_write_key(j, STR("value"));
    json_write_decimal(j, f->kept.figure.value);
    put_key_text(j, STR("bound"), bound_name(f->kept.figure.bound));
    put_key_text(j, STR("measure"), f->kept.figure.measure);
    json_write_key(j, STR("current"));
    json_write_bool(j, f->kept.is_current);
    if (f->load.id) {
        json_write_key(j, STR("load"));
        json_write_open(j, '{');
        json_write_key(j, STR("id"));
        json_write_int(j, f->load.id);
        put_key_text(j, STR("file"), f->load.name);
        put_key_text(j, STR("who"), f->load.who);
        put_key_text(j, STR("time"), f->load.time);
        json_write_close(j, '}');
    }
    if (f->corrections.len) put_corrections(j, &f->corrections);
    json_write_key(j, STR("quotes"));
    json_write_open(j, '[');
    for (size_t i = 0; i < f->quotes.len; i++) put_quote(j, &f->quotes.at[i]);
    json_write_close(j, ']');
    json_write_close(j, '}');
    buf_free(&period);
}

void explain_write_json(struct buf *b, const struct explanation *e)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    put_key_text(&j, STR("id"), e->id);
    put_key_text(&j, STR("title"), e->title);
    put_key_text(&j, STR("asked"), e->asked);
    put_key_text(&j, STR("result"), e->result);
    put_key_text(&j, STR("formula"), e->formula);
    put_key_text(&j, STR("why"), e->why);
    put_key_text(&j, STR("remark"), e->remark);
    if (e->kind == EXPLAIN_STATEMENT) {
        json_write_key(&j, STR("said"));
        put_quote(&j, &e->said);
    }
    json_write_key(&j, STR("figures"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < e->figures.len; i++) put_figure(&j, &e->figures.at[i]);
    json_write_close(&j, ']');
    json_write_close(&j, '}');
    buf_char(b, '\n');
}
