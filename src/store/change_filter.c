/* SPDX-License-Identifier: Apache-2.0
 *
 * change_filter: what lists of matters are asked for, kept under a name (change.h). Payload; what is empty is left out,
 * "owner" where all may use it:
 *
 *     {"filter":"quá hạn","owner":"lan.tran","asked":{"clock":"late","unit":"26740"},"used":true}
 */
#include "buf.h"
#include "change_private.h"
#include "json_write.h"

bool filter_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    const char *name;
    json_t *value, *asked = json_object_get(p->root, "asked");
    struct kept_filter f = {.owner = payload_text(p, p->root, "owner"),
                            .name = payload_text(p, p->root, "filter"),
                            .used = payload_bool(p, p->root, "used")};
    json_object_foreach(asked, name, value) *
        vec_push(at->arena, &f.asked) = (struct name_value){str_of(name), payload_text(p, asked, name)};
    if (p->bad || !f.name.len || (f.used && !f.asked.len)) return fail_entry(at, err);
    return filter_save(at->tables, at->arena, &f, at->entry, err);
}

bool change_filter(struct db *db, struct arena *a, const struct author *author, const struct kept_filter *f,
                   struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    struct kept_filters all;
    json_write_open(&j, '{');
    payload_put_text(&j, STR("filter"), f->name);
    payload_put_text(&j, STR("owner"), f->owner);
    if (f->asked.len) {
        json_write_key(&j, STR("asked"));
        json_write_open(&j, '{');
        for (size_t i = 0; i < f->asked.len; i++) payload_put_text(&j, f->asked.at[i].name, f->asked.at[i].value);
        json_write_close(&j, '}');
    }
    if (f->used) {
        json_write_key(&j, STR("used"));
        json_write_bool(&j, true);
    }
    json_write_close(&j, '}');
    if (!change_append(&at, &p, db, a, author, STR("matter_filter"), &b, err)) return false;
    bool ok = filter_apply(&at, &p, err);
    payload_close(&p);
    if (!ok || !filter_rows(&all, db, a, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].name, f->name) && str_eq(all.at[i].owner, f->owner) && all.at[i].used == f->used &&
            all.at[i].asked.len == f->asked.len)
            return true;
    return fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("matter_filter"));
}
