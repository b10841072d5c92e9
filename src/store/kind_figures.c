/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_figures: the figures that a kind feeds, out of its JSON (domain/kind_figure.h says what they mean):
 *
 *   {"figure": "H17b", "window": "handled", "end": "told", "stands": ["early", "on_time", "running", "waiting"]}
 *   {"figure": "H20b", "window": "received", "where": {"channel": "trực tuyến"}, "asks": ["channel"]}
 *
 * Whether the indicator is one of the catalogue is asked when it is fed: an office may declare it later.
 */
#include "kind_figure.h"
#include "kind_parts.h"
#include "kind_private.h"

static bool fail_value(const struct kind_reader *r, struct str place, struct str key)
{
    return fail(r->err, ERR_KIND_VALUE, r->name, place, key);
}

/* A whole number, or a text ("0.5"); *has is false when the key is not there. */
static bool get_limit(struct decimal *out, bool *has, const struct kind_reader *r, const json_t *o, struct str place,
                      const char *key)
{
    const json_t *value = json_object_get(o, key);
    struct str text = {json_string_value(value), json_string_length(value)};
    *has = value != NULL;
    if (!value) return true;
    if (json_is_integer(value)) {
        *out = DECIMAL_INT(json_integer_value(value));
        return true;
    }
    return (json_is_string(value) && decimal_read(out, text)) || fail_value(r, place, str_of(key));
}

static bool range_read(struct kind_condition *out, const struct kind_reader *r, const struct kind_field *f,
                       json_t *value, struct str place)
{
    out->test = TEST_RANGE;
    if (!kind_keys_known(r, value, place, STR("min max")) ||
        !get_limit(&out->min, &out->has_min, r, value, place, "min") ||
        !get_limit(&out->max, &out->has_max, r, value, place, "max"))
        return false;
    bool number = f->type == MATTER_FIELD_NUMBER || f->type == MATTER_FIELD_MONEY;
    return (number && (out->has_min || out->has_max)) || fail_value(r, place, f->word);
}

/* true, false, "trực tuyến", ["hài lòng", "rất hài lòng"] or {"min": 5}. */
static bool condition_read(struct kind_condition *out, const struct kind_reader *r, const struct matter_kind *k,
                           const char *key, json_t *value, struct str place)
{
    const struct kind_field *f = kind_field_find(k, str_of(key));
    *out = (struct kind_condition){0};
    if (!f) return fail(r->err, ERR_KIND_NEED, r->name, place, str_copy(r->arena, str_of(key)));
    out->field = f->word;
    if (json_is_boolean(value)) {
        out->test = json_is_true(value) ? TEST_ANY : TEST_NONE;
        return true;
    }
    if (json_is_object(value)) return range_read(out, r, f, value, place);
    size_t count = json_is_array(value) ? json_array_size(value) : 1;
    if (!count || count > KIND_WORDS_MOST) return fail_value(r, place, f->word);
    struct str *at = arena_array(r->arena, struct str, count);
    for (size_t i = 0; i < count; i++) {
        const json_t *one = json_is_array(value) ? json_array_get(value, i) : value;
        if (!kind_text_of(&at[i], r, one, place, f->word)) return false;
        if (!field_value_kept(f, at[i])) return fail_value(r, place, f->word);
    }
    out->values = (struct word_list){at, count};
    return true;
}

static bool conditions_read(const struct kind_condition **out, size_t *count, const struct kind_reader *r,
                            const struct matter_kind *k, const json_t *o, struct str place, const char *name)
{
    const char *key;
    json_t *value, *list = json_object_get(o, name);
    *count = 0;
    if (!list) return true;
    if (!json_is_object(list) || !json_object_size(list)) return fail_value(r, place, str_of(name));
    if (json_object_size(list) > KIND_WHERE_MOST) return fail(r->err, ERR_KIND_MANY, r->name, place, str_of(name));
    struct kind_condition *at = arena_array(r->arena, struct kind_condition, json_object_size(list));
    *out = at;
    json_object_foreach(list, key, value)
    {
        if (!condition_read(&at[(*count)++], r, k, key, value, place)) return false;
    }
    return true;
}

static bool stands_read(unsigned *out, const struct kind_reader *r, const json_t *o, struct str place, const char *key)
{
    struct word_list words;
    if (!kind_get_words(&words, r, o, place, key, false)) return false;
    for (size_t i = 0; i < words.len; i++) {
        enum figure_stand s;
        if (!figure_stand_read(&s, words.at[i])) return fail_value(r, place, str_of(key));
        *out |= 1u << s;
    }
    return true;
}

static bool names_known(const struct kind_reader *r, const struct matter_kind *k, const struct kind_figure *f,
                        struct str place)
{
    for (size_t i = 0; i < f->asks.len; i++)
        if (!kind_field_find(k, f->asks.at[i])) return fail(r->err, ERR_KIND_NEED, r->name, place, f->asks.at[i]);
    for (size_t i = 0; i < f->said.len; i++)
        if (!kind_field_find(k, f->said.at[i])) return fail(r->err, ERR_KIND_NEED, r->name, place, f->said.at[i]);
    for (size_t i = 0; i < f->states.len; i++)
        if (!kind_state_find(k, f->states.at[i]))
            return fail(r->err, ERR_KIND_NOWHERE, r->name, place, f->states.at[i]);
    return !f->distinct.len || kind_field_find(k, f->distinct) ||
           fail(r->err, ERR_KIND_NEED, r->name, place, f->distinct);
}

static bool figure_read(struct kind_figure *f, const struct kind_reader *r, const struct matter_kind *k, json_t *o,
                        struct str place)
{
    struct str window, end;
    *f = (struct kind_figure){0};
    if (!kind_keys_known(r, o, place,
                         STR("figure name window end stands states where any any_stands asks said distinct hours "
                             "citation")) ||
        !kind_get_text(&f->indicator, r, o, place, "figure", true) ||
        !kind_get_text(&f->name, r, o, place, "name", false) || !kind_get_text(&window, r, o, place, "window", true) ||
        !kind_get_text(&end, r, o, place, "end", false) ||
        !kind_get_text(&f->citation, r, o, place, "citation", false) ||
        !kind_get_text(&f->distinct, r, o, place, "distinct", false) ||
        !kind_get_flag(&f->hours, r, o, place, "hours") || !kind_get_words(&f->states, r, o, place, "states", false) ||
        !kind_get_words(&f->asks, r, o, place, "asks", false) ||
        !kind_get_words(&f->said, r, o, place, "said", false) || !stands_read(&f->stands, r, o, place, "stands") ||
        !stands_read(&f->any_stands, r, o, place, "any_stands"))
        return false;
    if (!figure_window_read(&f->window, window)) return fail_value(r, place, STR("window"));
    if (f->hours && (f->window != WINDOW_ENDED || f->distinct.len)) return fail_value(r, place, STR("hours"));
    f->told = str_eq(end, STR("told"));
    if (end.len && !f->told && !str_eq(end, STR("truth"))) return fail_value(r, place, STR("end"));
    if (f->told && !k->clock.recorded.len) return fail_value(r, place, STR("end"));
    return names_known(r, k, f, place) && conditions_read(&f->where, &f->where_count, r, k, o, place, "where") &&
           conditions_read(&f->any, &f->any_count, r, k, o, place, "any");
}

bool kind_figures_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    json_t *list;
    if (!kind_get_list(&list, &k->figure_count, r, root, "figures", false, KIND_FIGURES_MOST)) return false;
    struct kind_figure *at = arena_array(r->arena, struct kind_figure, k->figure_count);
    k->figures = at;
    for (size_t i = 0; i < k->figure_count; i++) {
        struct str place = kind_place(r->arena, "figures", i);
        if (!figure_read(&at[i], r, k, json_array_get(list, i), place)) return false;
        for (size_t n = 0; n < i; n++)
            if (str_eq(at[n].indicator, at[i].indicator))
                return fail(r->err, ERR_KIND_TWICE, r->name, place, at[i].indicator);
    }
    return true;
}
