/* SPDX-License-Identifier: Apache-2.0
 *
 * listing: see listing.h.
 */
#include "listing.h"

struct listing listing_begin(struct visit *v, struct str title, enum menu menu)
{
    return (struct listing){.v = v, .view = {.title = title}, .menu = menu};
}

void listing_tab(struct listing *l, struct str name, struct link at, bool chosen)
{
    *vec_push(l->v->arena, &l->view.tabs) = (struct tab_view){name, at, chosen};
}

void listing_fact(struct listing *l, const char *name, struct str value)
{
    if (value.len) *vec_push(l->v->arena, &l->view.facts) = (struct named_view){tr_text(l->v->lang, name), value};
}

struct table_view *listing_table(struct listing *l, const char *caption)
{
    struct table_view *t = vec_push(l->v->arena, &l->view.tables);
    struct buf id = buf_make(20);
    *t = (struct table_view){.caption = tr_text(l->v->lang, caption)};
    buf_format(&id, "bang%d", (int)l->view.tables.len);
    t->id = kept_text(l->v, &id);
    return t;
}

void listing_head(struct listing *l, struct table_view *t, const char *name, bool number)
{
    *vec_push(l->v->arena, &t->heads) = (struct column_view){tr_text(l->v->lang, name), number};
}

void listing_row(struct listing *l, struct table_view *t)
{
    *vec_push(l->v->arena, &t->rows) = (struct table_row_view){0};
}

static struct cell_view *next_cell(struct listing *l, struct table_view *t)
{
    struct table_row_view *row = &t->rows.at[t->rows.len - 1];
    size_t at = row->cells.len;
    struct cell_view *cell = vec_push(l->v->arena, &row->cells);
    *cell = (struct cell_view){.number = t->heads.at[at].number, .name = at == 0, .state = STR("")};
    return cell;
}

void listing_cell(struct listing *l, struct table_view *t, struct str text, struct link at)
{
    struct cell_view *cell = next_cell(l, t);
    cell->text = text;
    cell->at = at;
}

void listing_verdict(struct listing *l, struct table_view *t, const struct verdict_view *verdict)
{
    struct cell_view *cell = next_cell(l, t);
    cell->text = verdict->word;
    cell->state = verdict->state;
    cell->family = verdict->family;
    cell->shape = verdict->shape;
}

void listing_done(struct listing *l)
{
    frame_fill(&l->view.head, &l->view.foot, l->v, l->view.title, l->menu);
    template_listing(&l->v->answer.body, l->v->lang, &l->view);
}
