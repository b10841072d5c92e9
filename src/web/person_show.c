/* SPDX-License-Identifier: Apache-2.0
 *
 * person_show: see person_show.h.
 */
#include "person_show.h"

#include "unit_look.h"

struct str role_shown(const struct visit *v, struct str code)
{
    const struct role *r = role_find(code);
    return !r ? code : v->lang == LANG_VI ? r->name : r->english;
}

struct str seconds_shown(struct visit *v, int64_t seconds)
{
    enum { VIETNAM = 7 * 3600 };
    struct buf b = buf_make(40);
    if (!seconds) return STR("");
    int64_t local = seconds + VIETNAM, day = local / 86400, second = local % 86400;
    struct date d = date_from_days((int32_t)day);
    buf_format(&b, "%02d/%02d/%d %02d:%02d", d.day, d.month, d.year, (int)(second / 3600), (int)(second / 60 % 60));
    return kept_text(v, &b);
}

bool unit_shown(struct str *out, struct visit *v, struct str id, struct err *err)
{
    struct looked_unit u;
    *out = STR("");
    if (!id.len) return true;
    if (!unit_look_id(&u, v->db, v->arena, id, err)) return false;
    *out = u.name.len ? u.name : id;
    return true;
}

static struct str number_shown(struct visit *v, uint32_t n)
{
    struct buf b = buf_make(20);
    buf_u64(&b, n);
    return kept_text(v, &b);
}

bool grant_shown(struct grant_view *out, struct visit *v, const struct grants *all, const struct grant *g,
                 struct err *err)
{
    const struct role *role = role_find(g->role);
    bool holds = grant_holds(all, g, v->today);
    bool waits = !g->ended && date_known(g->from) && date_cmp(v->today, g->from) < 0;
    *out = (struct grant_view){
        .id = number_shown(v, g->id),
        .role = role_shown(v, g->role),
        .fields = g->fields.len ? g->fields : tr_text(v->lang, tr("mọi chỉ tiêu")),
        .kinds = g->kinds.len ? g->kinds : tr_text(v->lang, tr("mọi loại việc")),
        .from = shown_day(v, g->from),
        .to = shown_day(v, g->to),
        .of = g->of ? said_text(v, tr("ủy quyền từ số {1}"), number_shown(v, g->of), STR("")) : STR(""),
        .state = tr_text(v->lang, holds      ? tr("đang có hiệu lực")
                                  : g->ended ? tr("đã thu")
                                  : waits    ? tr("chưa đến ngày")
                                             : tr("hết hiệu lực")),
        .person = g->person,
        .holds = holds,
        .may_delegate = holds && !g->of && role && !(role->rights & MAY_PEOPLE),
        .delegated = g->of != 0,
    };
    if (!unit_shown(&out->over, v, g->unit, err)) return false;
    if (!g->unit.len) out->over = tr_text(v->lang, tr("mọi đơn vị"));
    return true;
}

void roles_choose(struct choices_view *out, struct visit *v)
{
    size_t count;
    const struct role *roles = roles_all(&count);
    for (size_t i = 0; i < count; i++)
        *vec_push(v->arena, out) = (struct choice_view){role_shown(v, roles[i].code), roles[i].code, false};
}

bool units_choose(struct choices_view *out, struct visit *v, struct str chosen, struct err *err)
{
    struct unit_list all;
    if (!unit_list(&all, v->db, v->arena, err)) return false;
    for (size_t i = 0; i < all.len && i < UNITS_SHOWN; i++)
        *vec_push(v->arena, out) = (struct choice_view){all.at[i].name, all.at[i].code, str_eq(all.at[i].code, chosen)};
    return true;
}
