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
        if (!field_known(r, k, place, one->field) || !kind_text_of(&one->from, r, value, place, one->field))
            return false;
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
