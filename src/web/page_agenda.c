/* SPDX-License-Identifier: Apache-2.0
 *
 * page_agenda: the sheet of a meeting: what is off its track, one table a source, as `dieuhanh meeting agenda`
 * proposes it.
 */
#include "agenda.h"
#include "listing.h"
#include "pages.h"
#include "unit_look.h"

enum { ITEMS_MOST = 60 };

static const char *source_name(enum agenda_source s)
{
    switch (s) {
    case AGENDA_LATE: return tr("Việc quá hạn");
    case AGENDA_PETITION: return tr("Đơn thư quá hạn");
    case AGENDA_OBSTACLE: return tr("Vướng mắc");
    case AGENDA_TARGET: return tr("Chỉ tiêu nghị quyết chưa đạt");
    case AGENDA_INDICATOR: return tr("Chỉ tiêu kế hoạch chưa đạt, chậm nhịp");
    case AGENDA_SOON: return tr("Sắp đến hạn");
    case AGENDA_SOURCES: break;
    }
    return "";
}

/* Where an item is to be seen: M7 is a matter, C01@26740 an indicator of a unit. */
static struct link item_link(struct visit *v, const struct agenda_item *i)
{
    if (i->source == AGENDA_TARGET) return LINK("chuong-trinh");
    if (i->source != AGENDA_INDICATOR) return link_path(v->arena, (struct str[]){STR("viec"), i->code}, 2);
    struct str_cut c = str_cut(i->code, STR("@"));
    struct link page = link_path(v->arena, (struct str[]){STR("chi-tieu"), c.head}, 2);
    return link_with(v->arena, page, STR("don-vi"), c.tail);
}

/* Only what the visitor may see stays. */
static bool keep_allowed(struct agenda *a, struct visit *v, struct err *err)
{
    size_t kept = 0;
    for (size_t i = 0; i < a->len; i++) {
        bool may, figures = a->at[i].source == AGENDA_INDICATOR || a->at[i].source == AGENDA_TARGET;
        if (!visit_may(&may, v, figures ? MAY_READ : MAY_WORK, a->at[i].unit, STR(""), STR(""), err)) return false;
        if (may) a->at[kept++] = a->at[i];
    }
    a->len = kept;
    return true;
}

static bool run(struct visit *v, struct err *err)
{
    struct agenda a;
    struct agenda_wish w = {.on = v->today, .most = ITEMS_MOST};
    struct looked_unit under;
    struct looked_units several;
    struct str typed = visit_field(v, "don-vi");
    if (typed.len && !unit_look_one(&under, &several, v->db, v->arena, typed, (struct date){0}, v->today, err))
        return false;
    if (typed.len) w.under = &under;
    if (!agenda_make(&a, v->db, v->arena, &w, err) || !keep_allowed(&a, v, err)) return false;
    struct listing l = listing_begin(v, tr_text(v->lang, tr("Tờ họp")), MENU_MORE);
    l.view.about = said_text(v, tr("{1} mục cần bàn, tính đến {2}. Đây là đề xuất; người chủ trì chọn."),
                             shown_count(v, a.len), shown_day(v, v->today));
    struct table_view *t = NULL;
    for (size_t i = 0; i < a.len; i++) {
        const struct agenda_item *item = &a.at[i];
        if (!i || item->source != a.at[i - 1].source) {
            t = listing_table(&l, source_name(item->source));
            listing_head(&l, t, tr("Nội dung"), false);
            listing_head(&l, t, tr("Đơn vị"), false);
            listing_head(&l, t, tr("Vì sao"), false);
            listing_head(&l, t, tr("Mã"), false);
        }
        listing_row(&l, t);
        listing_cell(&l, t, item->title, item_link(v, item));
        listing_cell(&l, t, item->unit_name, (struct link){0});
        listing_cell(&l, t, item->reason, (struct link){0});
        listing_cell(&l, t, item->code, (struct link){0});
    }
    listing_done(&l);
    return true;
}

const struct page page_agenda = {HTTP_GET, "/to-hop",        NEEDS_SIGNED_IN, {{"don-vi", PAGE_TEXT, 200}},
                                 run,      .right = MAY_WORK};
