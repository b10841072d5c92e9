/* SPDX-License-Identifier: Apache-2.0
 *
 * page_unit: the units that the record speaks of, any unit by its name, and one unit: what it is, when it was there,
 * what lies below it, which units it was made of and which it became.
 */
#include "listing.h"
#include "pages.h"
#include "unit_lines.h"
#include "unit_look.h"

static struct link unit_link(struct visit *v, struct str id)
{
    return link_path(v->arena, (struct str[]){STR("don-vi"), id}, 2);
}

static struct str validity(struct visit *v, const struct looked_unit *u)
{
    struct str from = shown_day(v, u->from), to = shown_day(v, u->to);
    if (from.len && to.len) return said_text(v, tr("từ {1} đến {2}"), from, to);
    if (to.len) return said_text(v, tr("đến {1}"), to, STR(""));
    return from.len ? said_text(v, tr("từ {1}"), from, STR("")) : STR("");
}

static bool run_list(struct visit *v, struct err *err)
{
    struct unit_list all;
    struct listing l = listing_begin(v, tr_text(v->lang, tr("Đơn vị")), MENU_MORE);
    if (!unit_list(&all, v->db, v->arena, err)) return false;
    l.view.about = said_text(v, tr("{1} đơn vị có trong kho."), shown_count(v, all.len), STR(""));
    struct table_view *t = listing_table(&l, tr("Các đơn vị có trong kho"));
    listing_head(&l, t, tr("Đơn vị"), false);
    listing_head(&l, t, tr("Mã"), false);
    for (size_t i = 0; i < all.len && i < UNITS_SHOWN; i++) {
        listing_row(&l, t);
        listing_cell(&l, t, all.at[i].name, unit_link(v, all.at[i].code));
        listing_cell(&l, t, all.at[i].code, (struct link){0});
    }
    if (all.len > UNITS_SHOWN)
        t->note = said_text(v, tr("Chỉ hiện {1} đơn vị đầu."), shown_count(v, UNITS_SHOWN), STR(""));
    listing_done(&l);
    return true;
}

static bool add_lines(struct listing *l, const char *caption, const struct unit_lines *lines, bool old, struct err *err)
{
    static const char *const PARTS[UNIT_PARTS] = {
        [UNIT_PART_UNKNOWN] = tr("chưa rõ phần nào"), [UNIT_WHOLE] = tr("toàn bộ"), [UNIT_PART] = tr("một phần")};
    struct visit *v = l->v;
    if (!lines->len) return true;
    struct table_view *t = listing_table(l, caption);
    listing_head(l, t, tr("Đơn vị"), false);
    listing_head(l, t, tr("Từ ngày"), false);
    listing_head(l, t, tr("Phần"), false);
    listing_head(l, t, tr("Căn cứ"), false);
    for (size_t i = 0; i < lines->len; i++) {
        struct looked_unit other;
        if (!unit_look_id(&other, v->db, v->arena, old ? lines->at[i].old : lines->at[i].new, err)) return false;
        listing_row(l, t);
        listing_cell(l, t, other.name, unit_link(v, other.id));
        listing_cell(l, t, shown_day(v, lines->at[i].day), (struct link){0});
        listing_cell(l, t, tr_text(v->lang, PARTS[lines->at[i].part]), (struct link){0});
        listing_cell(l, t, lines->at[i].source, (struct link){0});
    }
    return true;
}

static void add_below(struct listing *l, const struct looked_units *below)
{
    struct visit *v = l->v;
    if (!below->len) return;
    struct table_view *t = listing_table(l, tr("Các đơn vị bên dưới"));
    listing_head(l, t, tr("Đơn vị"), false);
    listing_head(l, t, tr("Mã"), false);
    for (size_t i = 0; i < below->len && i < UNITS_SHOWN; i++) {
        listing_row(l, t);
        listing_cell(l, t, below->at[i].name, unit_link(v, below->at[i].id));
        listing_cell(l, t, below->at[i].code, (struct link){0});
    }
}

static bool run_one(struct visit *v, struct err *err)
{
    struct looked_unit u;
    struct looked_units several, below;
    struct unit_lines before, after;
    if (!unit_look_one(&u, &several, v->db, v->arena, v->parts[0], (struct date){0}, v->today, err)) return false;
    struct date day = looked_valid_on(&u, v->today) ? v->today : u.to;
    if (!unit_look_below(&below, v->db, v->arena, u.id, day, err) ||
        !unit_lines_before(&before, v->db, v->arena, u.id, err) ||
        !unit_lines_after(&after, v->db, v->arena, u.id, err))
        return false;
    struct listing l = listing_begin(v, u.name, MENU_MORE);
    listing_fact(&l, tr("Mã"), u.code);
    listing_fact(&l, tr("Thuộc"), u.parent_name);
    listing_fact(&l, tr("Có hiệu lực"), validity(v, &u));
    listing_fact(&l, tr("Căn cứ"), u.source);
    struct kept_unit kept;
    if (!unit_load(&kept, v->db, v->arena, u.id, err)) return false;
    if (kept.code.len) /* the record speaks of it */
        listing_tab(&l, tr_text(v->lang, tr("Bảng điều hành của đơn vị")),
                    link_with(v->arena, LINK(""), STR("don-vi"), u.id), false);
    if (u.parent.len) listing_tab(&l, u.parent_name, unit_link(v, u.parent), false);
    if (!add_lines(&l, tr("Được lập từ"), &before, true, err) || !add_lines(&l, tr("Nay thành"), &after, false, err))
        return false;
    add_below(&l, &below);
    listing_done(&l);
    return true;
}

const struct page page_units = {HTTP_GET, "/don-vi", NEEDS_SIGNED_IN, {{0}}, run_list};
const struct page page_unit = {HTTP_GET, "/don-vi/{unit}", NEEDS_SIGNED_IN, {{0}}, run_one};
