/* SPDX-License-Identifier: Apache-2.0
 *
 * chart_view: see chart_view.h.
 */
#include "chart_view.h"

enum { BELOW = 20, UPWARD = 5 }; /* of the base line of a text from what it names */

static struct str style_word(enum chart_style s)
{
    switch (s) {
    case CHART_NOW: return STR("now");
    case CHART_BEFORE: return STR("before");
    case CHART_PLAN: return STR("plan");
    case CHART_LOW:
    case CHART_HIGH: break;
    }
    return STR("edge");
}

static struct chart_line_view line_view(struct visit *v, const struct chart_line *l)
{
    struct chart_line_view out = {
        .style = style_word(l->style), .name = l->name, .name_x = l->name_x, .name_y = l->name_y};
    for (size_t i = 0; i < l->runs.len; i++) (*vec_push(v->arena, &out.runs)).path = l->runs.at[i].path;
    for (size_t i = 0; i < l->dots.len; i++)
        *vec_push(v->arena, &out.dots) = (struct chart_dot_view){l->dots.at[i].x, l->dots.at[i].y, l->dots.at[i].said};
    return out;
}

void chart_view(struct chart_view *out, struct visit *v, const struct chart *c)
{
    *out = (struct chart_view){.any = true,
                               .band = c->band,
                               .width = CHART_WIDTH,
                               .height = CHART_HEIGHT,
                               .left = CHART_LEFT,
                               .right = CHART_WIDTH - CHART_RIGHT,
                               .bottom = CHART_HEIGHT - CHART_BOTTOM,
                               .positions_at = CHART_HEIGHT - CHART_BOTTOM + BELOW};
    out->note = c->cut ? tr_text(v->lang, tr("Trục đứng không bắt đầu từ 0.")) : STR("");
    for (size_t i = 0; i < c->lines.len; i++) {
        struct chart_line_view line = line_view(v, &c->lines.at[i]);
        *vec_push(v->arena, &out->lines) = line;
    }
    for (size_t i = 0; i < c->numbers.len; i++)
        *vec_push(v->arena, &out->numbers) = (struct chart_mark_view){c->numbers.at[i].at, c->numbers.at[i].at + UPWARD,
                                                                      c->numbers.at[i].text};
    for (size_t i = 0; i < c->positions.len; i++)
        *vec_push(v->arena, &out->positions) = (struct chart_mark_view){c->positions.at[i].at, c->positions.at[i].at,
                                                                        c->positions.at[i].text};
}
