/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_fields: fields of a kind that have a part in something, out of its JSON:
 *
 *   "lookup": {"field": "procedure", "register": "procedure", "key": "code", "fill": {"term": "term", "fee": "fee"}}
 *   "steps": {"steps": "steps", "step": "step", "due": "step_due"}
 *   "series": {"symbol": "symbol", "day": "issued_on"}
 */
#include "kind_parts.h"

static bool field_known(const struct kind_reader *r, const struct matter_kind *k, struct str place, struct str field)
{
    return kind_field_find(k, field) || fail(r->err, ERR_KIND_NEED, r->name, place, field);
}

/* A key whose value is a field of the kind, of one of two types. */
static bool get_field(struct str *out, const struct kind_reader *r, const struct matter_kind *k, const json_t *o,
                      struct str place, const char *key, enum field_type one, enum field_type other)
{
    if (!kind_get_text(out, r, o, place, key, true) || !field_known(r, k, place, *out)) return false;
    const struct kind_field *f = kind_field_find(k, *out);
    return f->type == one || f->type == other || fail(r->err, ERR_KIND_VALUE, r->name, place, str_of(key));
}

/* "fee", or {"has_fee": {"yes": "chưa nộp", "no": "không phải nộp"}}: what a value is here. */
static bool fill_read(struct kind_fill *out, const struct kind_reader *r, const struct matter_kind *k, json_t *value,
                      struct str place)
{
    const char *key;
    json_t *meant, *map;
    const struct kind_field *f = kind_field_find(k, out->field);
    if (!json_is_object(value)) return kind_text_of(&out->from, r, value, place, out->field);
    void *only = json_object_iter(value);
    map = json_object_iter_value(only);
    size_t count = json_object_size(map);
    if (json_object_size(value) != 1 || !json_is_object(map) || !count || count > KIND_WHERE_MOST)
        return fail(r->err, ERR_KIND_VALUE, r->name, place, out->field);
    out->from = str_copy(r->arena, str_of(json_object_iter_key(only)));
    struct str *said = arena_array(r->arena, struct str, count), *is = arena_array(r->arena, struct str, count);
    size_t n = 0;
    json_object_foreach(map, key, meant)
    {
        said[n] = str_copy(r->arena, str_of(key));
        if (!kind_text_of(&is[n], r, meant, place, out->field)) return false;
        if (!field_value_kept(f, is[n++])) return fail(r->err, ERR_KIND_VALUE, r->name, place, out->field);
    }
    out->said = (struct word_list){said, count};
    out->meant = (struct word_list){is, count};
    return true;
}

static bool fills_read(struct kind_lookup *l, const struct kind_reader *r, const struct matter_kind *k, const json_t *o,
                       struct str place)
{
    const char *key;
    json_t *value, *fill = json_object_get(o, "fill");
    if (!fill) return true;
    if (!json_is_object(fill)) return fail(r->err, ERR_KIND_VALUE, r->name, place, STR("fill"));
    if (json_object_size(fill) > KIND_WHERE_MOST) return fail(r->err, ERR_KIND_MANY, r->name, place, STR("fill"));
    struct kind_fill *at = arena_array(r->arena, struct kind_fill, json_object_size(fill));
    l->fills = at;
    json_object_foreach(fill, key, value)
    {
        struct kind_fill *one = &at[l->fill_count++];
        one->field = str_copy(r->arena, str_of(key));
        if (!field_known(r, k, place, one->field) || !fill_read(one, r, k, value, place)) return false;
    }
    return true;
}

static bool lookup_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    json_t *o = json_object_get(root, "lookup");
    struct str place = STR("lookup");
    return !o || (kind_keys_known(r, o, place, STR("field register key fill")) &&
                  get_field(&k->lookup.field, r, k, o, place, "field", MATTER_FIELD_TEXT, MATTER_FIELD_CHOICE) &&
                  kind_get_word(&k->lookup.registered, r, o, place, "register") &&
                  kind_get_word(&k->lookup.key, r, o, place, "key") && fills_read(&k->lookup, r, k, o, place));
}

static bool steps_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    json_t *o = json_object_get(root, "steps");
    struct str place = STR("steps");
    return !o || (kind_keys_known(r, o, place, STR("steps step due")) &&
                  get_field(&k->steps.steps, r, k, o, place, "steps", MATTER_FIELD_TEXT, MATTER_FIELD_TEXT) &&
                  get_field(&k->steps.step, r, k, o, place, "step", MATTER_FIELD_TEXT, MATTER_FIELD_TEXT) &&
                  get_field(&k->steps.due, r, k, o, place, "due", MATTER_FIELD_MOMENT, MATTER_FIELD_MOMENT));
}

static bool series_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    json_t *o = json_object_get(root, "series");
    struct str place = STR("series");
    return !o || (kind_keys_known(r, o, place, STR("symbol day")) &&
                  get_field(&k->series.symbol, r, k, o, place, "symbol", MATTER_FIELD_TEXT, MATTER_FIELD_TEXT) &&
                  get_field(&k->series.day, r, k, o, place, "day", MATTER_FIELD_DAY, MATTER_FIELD_MOMENT));
}

bool kind_fields_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    return lookup_read(k, r, root) && steps_read(k, r, root) && series_read(k, r, root);
}
