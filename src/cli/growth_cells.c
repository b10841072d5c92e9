/* SPDX-License-Identifier: Apache-2.0
 *
 * growth_cells: see growth_cells.h.
 */
#include "growth_cells.h"

#include "answer_show.h"

enum { TEXT_MOST = 1000 };

void comparison_cells(struct cli *c, struct rows *r, const struct answer *a, const struct like *like, bool corrected,
                      struct growth_marks *marks)
{
    struct buf b = buf_make(TEXT_MOST);
    bool is_signed = like != NULL;
    if (a->rule == ANSWER_NONE || a->comparison.why != COMPARABLE) {
        bool moved = like && like->rule == LIKE_NOT;
        rows_none_shown(r, moved ? tr_text(c->lang, tr("không so sánh được")) : STR(""));
        rows_text(r, moved ? like->note : incomparable_reason(a->comparison.why));
        return;
    }
    show_comparison(&b, &a->comparison, is_signed);
    if (c->lang == LANG_EN) number_to_english(&b, 0);
    if (a->rule == ANSWER_STATED) buf_put(&b, STR(" *"));
    if (a->differs) buf_put(&b, STR(" ≠"));
    if (like && like->rule == LIKE_RECOMPUTED) buf_put(&b, STR(" †"));
    if (like && like->rule == LIKE_ESTIMATED) buf_put(&b, STR(" ~"));
    if (corrected) buf_put(&b, STR(" §"));
    marks->recomputed |= like && like->rule == LIKE_RECOMPUTED;
    marks->estimated |= like && like->rule == LIKE_ESTIMATED;
    marks->stated |= a->rule == ANSWER_STATED;
    marks->differs |= a->differs;
    rows_decimal_shown(r, a->comparison.value, buf_str(&b));
    rows_text(r, STR(""));
    buf_free(&b);
}

void like_cells(struct rows *r, const struct like *l)
{
    static const struct str BASES[] = {
        [LIKE_SAME] = STR_INIT("same"),
        [LIKE_RECOMPUTED] = STR_INIT("recomputed"),
        [LIKE_ESTIMATED] = STR_INIT("estimated"),
        [LIKE_NOT] = STR_INIT("none"),
    };
    rows_text(r, BASES[l->rule]);
    rows_text(r, l->note);
}
