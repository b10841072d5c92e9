/* SPDX-License-Identifier: Apache-2.0
 *
 * change_unit: units join the record, and what became of them (change.h). Payloads; what is empty is left out:
 *
 *     {"units":[{"code":"so-tai-chinh","name":"Sở Tài chính","key":"so tai chinh","kind":"office","parent":"79",
 *                "from":"2025-07-01","source":"..."}]}
 *     {"old":"quan-an-hoa","day":"2025-07-01","source":"...",
 *      "parts":[{"new":"phuong-an-dong","part":"part","shares":[{"measure":"population","share":[43,2]}]}]}
 *
 * "units" stands also in the payloads of other changes that need a unit.
 */
#include "buf.h"
#include "change_private.h"
#include "json_write.h"
#include "said.h"
#include "unit.h"

struct date payload_date(struct payload *p, const json_t *object, const char *key)
{
    struct date d = {0};
    struct str text = payload_text(p, object, key);
    if (text.len && !date_read(&d, text)) p->bad = true;
    return d;
}

void units_put(struct json_writer *j, struct arena *a, const struct new_unit *units, size_t count)
{
    if (!count) return;
    json_write_key(j, STR("units"));
    json_write_open(j, '[');
    for (size_t i = 0; i < count; i++) {
        const struct new_unit *u = &units[i];
        json_write_open(j, '{');
        payload_put_text(j, STR("code"), u->code);
        payload_put_text(j, STR("name"), u->name);
        payload_put_text(j, STR("key"), u->key);
        payload_put_text(j, STR("kind"), u->kind);
        payload_put_text(j, STR("parent"), u->parent);
        payload_put_text(j, STR("from"), date_text(a, u->from));
        payload_put_text(j, STR("to"), date_text(a, u->to));
        payload_put_text(j, STR("source"), u->source);
        json_write_close(j, '}');
    }
    json_write_close(j, ']');
}

bool units_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *units = payload_array(p, p->root, "units");
    for (size_t i = 0; i < json_array_size(units); i++) {
        const json_t *u = payload_object_at(p, units, i);
        struct kept_unit unit = {
            .code = payload_text(p, u, "code"),
            .name = payload_text(p, u, "name"),
            .kind = payload_text(p, u, "kind"),
            .parent = payload_text(p, u, "parent"),
            .from = payload_date(p, u, "from"),
            .to = payload_date(p, u, "to"),
            .source = payload_text(p, u, "source"),
        };
        struct str key = payload_text(p, u, "key");
        if (p->bad || !unit.code.len || !key.len) return fail_entry(at, err);
        if (!unit_save(at->tables, at->arena, &unit, key, at->entry, err)) return false;
    }
    return true;
}

bool units_compare(struct db *db, struct arena *a, const struct new_unit *units, size_t count, struct err *err)
{
    for (size_t i = 0; i < count; i++) {
        const struct new_unit *w = &units[i];
        struct kept_unit u;
        if (!unit_load(&u, db, a, w->code, err)) return false;
        bool same = str_eq(u.code, w->code) && str_eq(u.name, w->name) && str_eq(u.kind, w->kind) &&
                    str_eq(u.parent, w->parent) && date_cmp(u.from, w->from) == 0 && date_cmp(u.to, w->to) == 0 &&
                    str_eq(u.source, w->source);
        if (!same) return fail(err, ERR_RECORD_READ_BACK, db_where(db), w->code);
    }
    return true;
}

static void put_part(struct json_writer *j, const struct lineage_part *part)
{
    json_write_open(j, '{');
    payload_put_text(j, STR("new"), part->new);
    payload_put_text(j, STR("part"), part->part);
    if (part->share_count) {
        json_write_key(j, STR("shares"));
        json_write_open(j, '[');
        for (size_t i = 0; i < part->share_count; i++) {
            json_write_open(j, '{');
            payload_put_text(j, STR("measure"), part->shares[i].measure);
            payload_put_decimal(j, STR("share"), part->shares[i].share);
            json_write_close(j, '}');
        }
        json_write_close(j, ']');
    }
    json_write_close(j, '}');
}

void lineage_payload(struct buf *b, struct arena *a, const struct lineage_change *c)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("old"), c->old);
    payload_put_text(&j, STR("day"), date_text(a, c->day));
    payload_put_text(&j, STR("source"), c->source);
    if (c->existing) {
        json_write_key(&j, STR("existing"));
        json_write_bool(&j, true);
    }
    json_write_key(&j, STR("parts"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < c->len; i++) put_part(&j, &c->parts[i]);
    json_write_close(&j, ']');
    json_write_close(&j, '}');
}

static bool apply_shares(const struct effect_place *at, struct payload *p, const json_t *part,
                         const struct kept_lineage *l, struct err *err)
{
    const json_t *shares = payload_array(p, part, "shares");
    for (size_t i = 0; i < json_array_size(shares); i++) {
        const json_t *s = payload_object_at(p, shares, i);
        bool has;
        struct kept_share share = {
            .old = l->old, .new = l->new, .measure = payload_text(p, s, "measure"), .source = l->source};
        share.share = payload_decimal(p, s, "share", &has);
        if (p->bad || !has || !share.measure.len) return fail_entry(at, err);
        if (!share_save(at->tables, &share, at->entry, err)) return false;
    }
    return true;
}

bool lineage_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *parts = payload_array(p, p->root, "parts");
    struct kept_lineage l = {.old = payload_text(p, p->root, "old"),
                             .day = payload_date(p, p->root, "day"),
                             .source = payload_text(p, p->root, "source")};
    bool existing = payload_bool(p, p->root, "existing");
    if (p->bad || !l.old.len || !date_known(l.day)) return fail_entry(at, err);
    for (size_t i = 0; i < json_array_size(parts); i++) {
        const json_t *part = payload_object_at(p, parts, i);
        l.new = payload_text(p, part, "new");
        l.part = payload_text(p, part, "part");
        if (p->bad || !l.new.len) return fail_entry(at, err);
        if (!lineage_save(at->tables, at->arena, &l, at->entry, err) || !apply_shares(at, p, part, &l, err))
            return false;
        if (!existing && !unit_of_id(l.new).n && !unit_begin_save(at->tables, at->arena, l.new, l.day, err))
            return false;
    }
    return unit_of_id(l.old).n || unit_end_save(at->tables, at->arena, l.old, date_add_days(l.day, -1), err);
}

static const struct kept_lineage *lineage_to(const struct lineage_list *list, struct str new)
{
    for (size_t i = 0; i < list->len; i++)
        if (str_eq(list->at[i].new, new)) return &list->at[i];
    return NULL;
}

static bool has_share(const struct share_list *list, struct str new, const struct lineage_share *share)
{
    for (size_t i = 0; i < list->len; i++)
        if (str_eq(list->at[i].new, new) && str_eq(list->at[i].measure, share->measure))
            return decimal_eq(list->at[i].share, share->share);
    return false;
}

bool lineage_compare(struct db *db, struct arena *a, const struct lineage_change *c, struct err *err)
{
    struct lineage_list list;
    struct share_list shares;
    if (!lineage_list_of_old(&list, db, a, c->old, err) || !share_list_of_old(&shares, db, a, c->old, err))
        return false;
    for (size_t i = 0; i < c->len; i++) {
        const struct kept_lineage *l = lineage_to(&list, c->parts[i].new);
        bool same = l && str_eq(l->part, c->parts[i].part) && date_cmp(l->day, c->day) == 0 &&
                    str_eq(l->source, c->source);
        for (size_t k = 0; same && k < c->parts[i].share_count; k++)
            same = has_share(&shares, c->parts[i].new, &c->parts[i].shares[k]);
        if (!same) return fail(err, ERR_RECORD_READ_BACK, db_where(db), c->old);
    }
    return true;
}
