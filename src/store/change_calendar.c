/* SPDX-License-Identifier: Apache-2.0
 *
 * change_calendar: what was announced of days off and swapped days joins the record (change.h). Payloads:
 *
 *     {"year":2028,"tet_from":"2028-01-24","tet_to":"2028-01-28","national_from":"2028-09-01",
 *      "national_to":"2028-09-02","text":"123/TB-BNV"}
 *     {"off":"2028-01-31","work":"2028-02-12","text":"123/TB-BNV"}
 *
 * No deadline moves by this: that is another entry, which says so (matter_reckon.h).
 */
#include "buf.h"
#include "calendar_rows.h"
#include "change_private.h"
#include "json_write.h"
#include "said.h"

bool notice_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    int64_t year = payload_int(p, p->root, "year");
    struct announcement n = {
        .tet_from = payload_date(p, p->root, "tet_from"),
        .tet_to = payload_date(p, p->root, "tet_to"),
        .national_from = payload_date(p, p->root, "national_from"),
        .national_to = payload_date(p, p->root, "national_to"),
        .text = payload_text(p, p->root, "text"),
    };
    if (p->bad || year < WORKDAYS_FIRST || year > WORKDAYS_LAST) return fail_entry(at, err);
    n.year = (uint16_t)year;
    return (announcement_fits(&n) && n.text.len) ? calendar_notice_save(at->tables, at->arena, &n, at->entry, err)
                                                 : fail_entry(at, err);
}

bool swap_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    struct swap s = {.off = payload_date(p, p->root, "off"),
                     .work = payload_date(p, p->root, "work"),
                     .text = payload_text(p, p->root, "text")};
    if (p->bad || !swap_fits(&s) || !s.text.len) return fail_entry(at, err);
    return calendar_swap_save(at->tables, at->arena, &s, at->entry, err);
}

bool change_notice(struct db *db, struct arena *a, const struct author *author, const struct announcement *n,
                   struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    payload_put_int(&j, STR("year"), n->year);
    payload_put_text(&j, STR("tet_from"), date_text(a, n->tet_from));
    payload_put_text(&j, STR("tet_to"), date_text(a, n->tet_to));
    payload_put_text(&j, STR("national_from"), date_text(a, n->national_from));
    payload_put_text(&j, STR("national_to"), date_text(a, n->national_to));
    payload_put_text(&j, STR("text"), n->text);
    json_write_close(&j, '}');
    if (!change_append(&at, &p, db, a, author, STR("calendar_notice"), &b, err)) return false;
    bool ok = notice_apply(&at, &p, err);
    payload_close(&p);
    struct kept_notices all;
    if (!ok || !calendar_notices(&all, db, a, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].year == n->year && date_cmp(all.at[i].tet_from, n->tet_from) == 0 &&
            date_cmp(all.at[i].national_from, n->national_from) == 0 && str_eq(all.at[i].text, n->text))
            return true;
    return fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("calendar_notice"));
}

bool change_swap(struct db *db, struct arena *a, const struct author *author, const struct swap *s, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("off"), date_text(a, s->off));
    payload_put_text(&j, STR("work"), date_text(a, s->work));
    payload_put_text(&j, STR("text"), s->text);
    json_write_close(&j, '}');
    if (!change_append(&at, &p, db, a, author, STR("calendar_swap"), &b, err)) return false;
    bool ok = swap_apply(&at, &p, err);
    payload_close(&p);
    struct kept_swaps all;
    if (!ok || !calendar_swaps(&all, db, a, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (date_cmp(all.at[i].off, s->off) == 0 && date_cmp(all.at[i].work, s->work) == 0) return true;
    return fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("calendar_swap"));
}
