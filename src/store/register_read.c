/* SPDX-License-Identifier: Apache-2.0
 *
 * register_read: see register_read.h.
 */
#include "register_read.h"

#include "buf.h"
#include "kind_json.h"
#include "kind_private.h"

static bool fail_value(const struct kind_reader *r, struct str place, const char *key)
{
    return fail(r->err, ERR_KIND_VALUE, r->name, place, str_of(key));
}

/* A decimal, as a whole number or a text ("0.5"); *has is false when the key is not there. */
static bool get_decimal(struct decimal *out, bool *has, const struct kind_reader *r, const json_t *o, struct str place,
                        const char *key)
{
    const json_t *value = json_object_get(o, key);
    *has = value != NULL;
    if (!value) return true;
    if (json_is_integer(value)) {
        *out = (struct decimal){json_integer_value(value), 0};
        return true;
    }
    struct str text = {json_string_value(value), json_string_length(value)};
    return (json_is_string(value) && decimal_read(out, text)) || fail_value(r, place, key);
}

static bool get_count(uint32_t *out, const struct kind_reader *r, const json_t *o, struct str place, const char *key,
                      json_int_t most)
{
    const json_t *value = json_object_get(o, key);
    json_int_t n = json_integer_value(value);
    *out = (uint32_t)n;
    return !value || (json_is_integer(value) && n >= 0 && n <= most) || fail_value(r, place, key);
}

/* --- fields */

static bool shown_read(struct register_field *out, const struct kind_reader *r, const json_t *o, struct str place,
                       bool secret)
{
    struct str shown;
    if (!kind_get_text(&shown, r, o, place, "shown", false)) return false;
    out->shown = secret ? REGISTER_SECRET : str_eq(shown, STR("masked")) ? REGISTER_MASKED : REGISTER_OPEN;
    bool known = !shown.len || str_eq(shown, STR("open")) || str_eq(shown, STR("masked"));
    return (known && !(secret && shown.len)) || fail_value(r, place, "shown");
}

static bool limits_read(struct register_field *out, const struct kind_reader *r, const json_t *o, struct str place)
{
    enum { DIGITS_MOST = 30 };
    bool number = out->field.type == MATTER_FIELD_NUMBER || out->field.type == MATTER_FIELD_MONEY;
    bool text = out->field.type == MATTER_FIELD_TEXT;
    if (!get_decimal(&out->min, &out->has_min, r, o, place, "min") ||
        !get_decimal(&out->max, &out->has_max, r, o, place, "max") ||
        !kind_get_text(&out->measure, r, o, place, "measure", false) ||
        !get_count(&out->digits, r, o, place, "digits", DIGITS_MOST))
        return false;
    if ((out->has_min || out->has_max || out->measure.len) && !number) return fail_value(r, place, "type");
    if (out->has_min && out->has_max && decimal_cmp(out->min, out->max) > 0) return fail_value(r, place, "max");
    return !out->digits || text || fail_value(r, place, "digits");
}

static bool field_read(struct register_field *out, const struct kind_reader *r, json_t *o, struct str place)
{
    struct str type;
    struct kind_field *f = &out->field;
    if (!kind_keys_known(r, o, place, STR("field name type choices required shown measure digits min max")) ||
        !kind_get_word(&f->word, r, o, place, "field") || !kind_get_text(&f->name, r, o, place, "name", true) ||
        !kind_get_text(&type, r, o, place, "type", true) || !kind_get_flag(&f->required, r, o, place, "required"))
        return false;
    bool secret = str_eq(type, STR("secret"));
    f->type = MATTER_FIELD_TEXT;
    if (!secret && !field_type_read(&f->type, type)) return fail_value(r, place, "type");
    if (register_reserved(f->word)) return fail(r->err, ERR_REGISTER_RESERVED, r->name, place, f->word);
    bool choice = f->type == MATTER_FIELD_CHOICE;
    if (!kind_get_words(&f->choices, r, o, place, "choices", choice)) return false;
    if (!choice && f->choices.len) return fail_value(r, place, "choices");
    return shown_read(out, r, o, place, secret) && limits_read(out, r, o, place);
}

/* --- conditions */

static bool no_field(const struct kind_reader *r, struct str place, struct str word)
{
    return fail(r->err, ERR_REGISTER_NO_FIELD, r->name, place, word);
}

/* "hộ nghèo", ["hộ nghèo", "hộ cận nghèo"] or {"min": 18, "max": 35}. */
static bool condition_read(struct register_condition *out, const struct kind_reader *r, const struct register_def *d,
                           struct str place, const char *key, json_t *value)
{
    const struct register_field *f = register_field_find(d, str_of(key));
    struct str word = str_copy(r->arena, str_of(key));
    *out = (struct register_condition){.field = word};
    if (!f || f->shown == REGISTER_SECRET) return no_field(r, place, word);
    if (json_is_object(value)) {
        if (!kind_keys_known(r, value, place, STR("min max")) ||
            !get_decimal(&out->min, &out->has_min, r, value, place, "min") ||
            !get_decimal(&out->max, &out->has_max, r, value, place, "max"))
            return false;
        bool number = f->field.type == MATTER_FIELD_NUMBER || f->field.type == MATTER_FIELD_MONEY;
        return (number && (out->has_min || out->has_max)) || fail_value(r, place, key);
    }
    size_t count = json_is_array(value) ? json_array_size(value) : 1;
    if (!count || count > KIND_WORDS_MOST) return fail_value(r, place, key);
    struct str *at = arena_array(r->arena, struct str, count);
    for (size_t i = 0; i < count; i++) {
        const json_t *one = json_is_array(value) ? json_array_get(value, i) : value;
        if (!kind_text_of(&at[i], r, one, place, str_of(key))) return false;
        if (!register_value_kept(f, at[i])) return fail_value(r, place, key);
    }
    out->values = (struct word_list){at, count};
    return true;
}

static bool where_read(const struct register_condition **out, size_t *count, const struct kind_reader *r,
                       const struct register_def *d, const json_t *o, struct str place)
{
    const char *key;
    json_t *value, *where = json_object_get(o, "where");
    *count = 0;
    if (!where) return true;
    if (!json_is_object(where)) return fail_value(r, place, "where");
    if (json_object_size(where) > REGISTER_WHERE_MOST) return fail(r->err, ERR_KIND_MANY, r->name, place, STR("where"));
    struct register_condition *at = arena_array(r->arena, struct register_condition, json_object_size(where));
    *out = at;
    json_object_foreach(where, key, value)
    {
        if (!condition_read(&at[(*count)++], r, d, place, key, value)) return false;
    }
    return true;
}

/* --- counts, quota */

static bool is_number(const struct register_field *f)
{
    return f && (f->field.type == MATTER_FIELD_NUMBER || f->field.type == MATTER_FIELD_MONEY);
}

static bool time_read(enum register_time *out, const struct kind_reader *r, const json_t *o, struct str place)
{
    struct str time;
    if (!kind_get_text(&time, r, o, place, "time", true)) return false;
    *out = str_eq(time, STR("flow")) ? REGISTER_FLOW : REGISTER_STOCK;
    return *out == REGISTER_FLOW || str_eq(time, STR("stock")) || fail_value(r, place, "time");
}

static bool count_read(struct register_count *out, const struct kind_reader *r, const struct register_def *d, json_t *o,
                       struct str place)
{
    if (!kind_keys_known(r, o, place, STR("count name indicator sum measure time where")) ||
        !kind_get_word(&out->word, r, o, place, "count") || !kind_get_text(&out->name, r, o, place, "name", true) ||
        !kind_get_text(&out->indicator, r, o, place, "indicator", false) ||
        !kind_get_text(&out->sum, r, o, place, "sum", false) ||
        !kind_get_text(&out->measure, r, o, place, "measure", false) || !time_read(&out->time, r, o, place))
        return false;
    if (out->sum.len && !is_number(register_field_find(d, out->sum))) return no_field(r, place, out->sum);
    return where_read(&out->where, &out->where_count, r, d, o, place);
}

static bool steps_read(struct register_quota *q, const struct kind_reader *r, json_t *o, struct str place)
{
    json_t *steps = json_object_get(o, "steps");
    size_t count = json_array_size(steps);
    if (!json_is_array(steps) || count > REGISTER_STEPS_MOST) return fail_value(r, place, "steps");
    struct register_step *at = arena_array(r->arena, struct register_step, count);
    for (size_t i = 0; i < count; i++) {
        json_t *s = json_array_get(steps, i);
        bool has;
        if (!kind_keys_known(r, s, place, STR("indicator from more")) ||
            !kind_get_text(&at[i].indicator, r, s, place, "indicator", true) ||
            !get_decimal(&at[i].from, &has, r, s, place, "from") || !get_count(&at[i].more, r, s, place, "more", 1000))
            return false;
        if (!has || !at[i].more) return fail_value(r, place, "steps");
    }
    q->steps = at;
    q->step_count = count;
    return true;
}

static bool quota_read(struct register_def *d, const struct kind_reader *r, const json_t *root)
{
    json_t *o = json_object_get(root, "quota");
    struct register_quota *q = &d->quota;
    struct str place = STR("quota");
    q->has = o != NULL;
    return !o ||
           (kind_keys_known(r, o, place, STR("name citation base kinds steps where")) &&
            kind_get_text(&q->name, r, o, place, "name", true) &&
            kind_get_text(&q->citation, r, o, place, "citation", true) &&
            get_count(&q->base, r, o, place, "base", 1000) && kind_get_words(&q->kinds, r, o, place, "kinds", false) &&
            steps_read(q, r, o, place) && where_read(&q->where, &q->where_count, r, d, o, place));
}

/* --- rankings */

static bool weight_read(struct register_weight *out, const struct kind_reader *r, const struct register_def *d,
                        json_t *o, struct str place)
{
    struct register_count *n = &out->count;
    bool has;
    if (!kind_keys_known(r, o, place, STR("name points sum where")) ||
        !kind_get_text(&n->name, r, o, place, "name", true) || !kind_get_text(&n->sum, r, o, place, "sum", false) ||
        !get_decimal(&out->points, &has, r, o, place, "points"))
        return false;
    if (!has) return fail_value(r, place, "points");
    if (n->sum.len && !is_number(register_field_find(d, n->sum))) return no_field(r, place, n->sum);
    return where_read(&n->where, &n->where_count, r, d, o, place);
}

static bool weights_read(struct register_ranking *k, const struct kind_reader *r, const struct register_def *d,
                         json_t *o)
{
    json_t *list;
    if (!kind_get_list(&list, &k->weight_count, r, o, "weights", true, REGISTER_WEIGHTS_MOST)) return false;
    struct register_weight *at = arena_array(r->arena, struct register_weight, k->weight_count);
    k->weights = at;
    for (size_t i = 0; i < k->weight_count; i++) {
        if (!weight_read(&at[i], r, d, json_array_get(list, i), kind_place(r->arena, "weights", i))) return false;
        at[i].count.time = k->time;
    }
    return true;
}

static bool ranking_read(struct register_ranking *k, const struct kind_reader *r, const struct register_def *d,
                         json_t *o)
{
    struct str place = STR("ranking");
    k->has = o != NULL;
    if (!o) return true;
    if (!kind_keys_known(r, o, place, STR("name citation time by weights")) ||
        !kind_get_text(&k->name, r, o, place, "name", true) ||
        !kind_get_text(&k->citation, r, o, place, "citation", true) || !time_read(&k->time, r, o, place) ||
        !kind_get_words(&k->by, r, o, place, "by", true))
        return false;
    for (size_t i = 0; i < k->by.len; i++) {
        const struct register_field *f = register_field_find(d, k->by.at[i]);
        bool unit = str_eq(k->by.at[i], STR("unit"));
        if (!unit && (!f || f->shown != REGISTER_OPEN)) return no_field(r, place, k->by.at[i]);
    }
    return weights_read(k, r, d, o);
}

/* --- the whole */

static bool lists_read(struct register_def *d, const struct kind_reader *r, const json_t *root)
{
    json_t *fields, *counts;
    if (!kind_get_list(&fields, &d->field_count, r, root, "fields", true, KIND_FIELDS_MOST) ||
        !kind_get_list(&counts, &d->count_count, r, root, "counts", false, REGISTER_COUNTS_MOST))
        return false;
    struct register_field *f = arena_array(r->arena, struct register_field, d->field_count);
    struct register_count *c = arena_array(r->arena, struct register_count, d->count_count);
    d->fields = f;
    d->counts = c;
    for (size_t i = 0; i < d->field_count; i++) {
        struct str place = kind_place(r->arena, "fields", i);
        if (!field_read(&f[i], r, json_array_get(fields, i), place)) return false;
        if (register_field_find(d, f[i].field.word) != &f[i])
            return fail(r->err, ERR_KIND_TWICE, r->name, place, f[i].field.word);
    }
    for (size_t i = 0; i < d->count_count; i++) {
        struct str place = kind_place(r->arena, "counts", i);
        if (!count_read(&c[i], r, d, json_array_get(counts, i), place)) return false;
        if (register_count_find(d, c[i].word) != &c[i]) return fail(r->err, ERR_KIND_TWICE, r->name, place, c[i].word);
    }
    return true;
}

static bool root_read(struct register_def *d, const struct kind_reader *r, json_t *root)
{
    struct str place = STR("{}");
    *d = (struct register_def){0};
    if (!kind_keys_known(r, root, place, STR("register name citation note fields key counts quota ranking")) ||
        !kind_get_word(&d->word, r, root, place, "register") ||
        !kind_get_text(&d->name, r, root, place, "name", true) ||
        !kind_get_text(&d->citation, r, root, place, "citation", true) ||
        !kind_get_text(&d->note, r, root, place, "note", false) || !lists_read(d, r, root) ||
        !kind_get_words(&d->key, r, root, place, "key", false))
        return false;
    for (size_t i = 0; i < d->key.len; i++)
        if (!str_eq(d->key.at[i], STR("unit")) && !register_field_find(d, d->key.at[i]))
            return no_field(r, STR("key"), d->key.at[i]);
    return quota_read(d, r, root) && ranking_read(&d->ranking, r, d, json_object_get(root, "ranking"));
}

static json_t *load(const struct kind_reader *r, struct str text)
{
    json_error_t why;
    json_t *root = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, &why);
    if (!root)
        fail(r->err, ERR_KIND_JSON, r->name, kind_number_text(r->arena, why.line),
             kind_number_text(r->arena, why.column));
    return root;
}

bool register_read(struct register_def *out, struct arena *a, struct str text, struct str name, struct err *err)
{
    struct kind_reader r = {a, name, err};
    json_t *root = load(&r, text);
    bool ok = root && root_read(out, &r, root);
    json_decref(root);
    return ok;
}

bool register_ranking_read(struct register_ranking *out, struct arena *a, const struct register_def *d, struct str text,
                           struct str name, struct err *err)
{
    struct kind_reader r = {a, name, err};
    json_t *root = load(&r, text);
    *out = (struct register_ranking){0};
    bool ok = root && ranking_read(out, &r, d, root);
    json_decref(root);
    return ok;
}
