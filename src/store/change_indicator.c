/* SPDX-License-Identifier: Apache-2.0
 *
 * change_indicator: an office declares what it measures (change.h). Payload; what is empty is left out:
 *
 *     {"indicators":[{"code":"ny.gdp.mktp.cd","name":"GDP (current US$)","measure":"current US$","time":"flow",
 *                     "better":"up","added":true,"source":"World Bank, WDI"}]}
 *
 * A code that is there gets the later words: the entries keep the earlier ones.
 */
#include "buf.h"
#include "change_private.h"
#include "json_write.h"
#include "map.h"

static void indicators_payload(struct buf *b, const struct kept_indicator *list, size_t count)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    json_write_key(&j, STR("indicators"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < count; i++) {
        json_write_open(&j, '{');
        payload_put_text(&j, STR("code"), list[i].code);
        payload_put_text(&j, STR("name"), list[i].name);
        payload_put_text(&j, STR("measure"), list[i].measure);
        payload_put_text(&j, STR("time"), list[i].time);
        payload_put_text(&j, STR("better"), list[i].better);
        if (list[i].added) {
            json_write_key(&j, STR("added"));
            json_write_bool(&j, true);
        }
        payload_put_text(&j, STR("source"), list[i].source);
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
    json_write_close(&j, '}');
}

static bool is_time(struct str word)
{
    return str_eq(word, STR("flow")) || str_eq(word, STR("stock")) || str_eq(word, STR("rate"));
}

static bool is_better(struct str word)
{
    return !word.len || str_eq(word, STR("up")) || str_eq(word, STR("down"));
}

bool indicators_apply(const struct effect_place *at, struct payload *p, struct err *err)
{
    const json_t *list = payload_array(p, p->root, "indicators");
    for (size_t i = 0; i < json_array_size(list); i++) {
        const json_t *o = payload_object_at(p, list, i);
        struct kept_indicator k = {
            .code = payload_text(p, o, "code"),
            .name = payload_text(p, o, "name"),
            .measure = payload_text(p, o, "measure"),
            .time = payload_text(p, o, "time"),
            .better = payload_text(p, o, "better"),
            .added = payload_bool(p, o, "added"),
            .source = payload_text(p, o, "source"),
            .entry = at->entry,
        };
        bool whole = k.code.len && k.name.len && k.measure.len && is_time(k.time) && is_better(k.better);
        if (p->bad || !whole) return fail_entry(at, err);
        if (!indicator_save(at->tables, &k, err)) return false;
    }
    return !p->bad || fail_entry(at, err);
}

static bool same(const struct kept_indicator *a, const struct kept_indicator *b)
{
    return str_eq(a->code, b->code) && str_eq(a->name, b->name) && str_eq(a->measure, b->measure) &&
           str_eq(a->time, b->time) && str_eq(a->better, b->better) && a->added == b->added &&
           str_eq(a->source, b->source);
}

static bool compare(struct db *db, struct arena *a, const struct kept_indicator *list, size_t count, struct err *err)
{
    struct kept_indicators all;
    struct map at = {0};
    if (!indicator_list(&all, db, a, err)) return false;
    for (size_t i = 0; i < all.len; i++) map_put(&at, a, all.at[i].code, (uint32_t)i);
    for (size_t i = 0; i < count; i++) {
        const uint32_t *place = map_find(&at, list[i].code);
        if (!place || !same(&all.at[*place], &list[i]))
            return fail(err, ERR_RECORD_READ_BACK, db_where(db), list[i].code);
    }
    return true;
}

bool change_indicators(struct db *db, struct arena *a, const struct author *author, const struct kept_indicator *list,
                       size_t count, struct err *err)
{
    struct effect_place at;
    struct payload p;
    struct buf b = buf_make(SIZE_MAX);
    indicators_payload(&b, list, count);
    if (!change_append(&at, &p, db, a, author, STR("indicator"), &b, err)) return false;
    bool ok = indicators_apply(&at, &p, err);
    payload_close(&p);
    return ok && compare(db, a, list, count, err);
}
