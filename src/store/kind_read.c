/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_read: see kind_read.h. Shapes are read here, what they mean together is judged in kind_judge.c.
 */
#include "kind_read.h"

#include "buf.h"
#include "kind_private.h"
#include "office_hours.h"

#include <jansson.h>

struct kind_reader {
    struct arena *arena;
    struct str name;
    struct err *err;
};

struct str kind_place(struct arena *a, const char *list, size_t i)
{
    struct buf b = buf_make(100);
    buf_put_z(&b, list);
    buf_char(&b, '[');
    buf_u64(&b, i);
    buf_char(&b, ']');
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str number_text(struct arena *a, int n)
{
    struct buf b = buf_make(20);
    buf_i64(&b, n);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* Keys of an object, with blanks between. */
static bool keys_known(const struct kind_reader *r, json_t *object, struct str place, struct str allowed)
{
    const char *key;
    json_t *value;
    if (!json_is_object(object)) return fail(r->err, ERR_KIND_VALUE, r->name, place, STR("{...}"));
    json_object_foreach(object, key, value)
    {
        bool known = false;
        struct str rest = allowed;
        while (rest.len && !known) {
            struct str_cut cut = str_cut(rest, STR(" "));
            known = str_eq(cut.head, str_of(key));
            rest = cut.tail;
        }
        if (!known) return fail(r->err, ERR_KIND_KEY, r->name, place, str_of(key), allowed);
    }
    return true;
}

static bool text_fits(struct str s)
{
    if (!s.len || s.len > KIND_TEXT_MOST || str_trim(s).len != s.len) return false;
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < ' ') return false;
    return true;
}

static bool text_of(struct str *out, const struct kind_reader *r, const json_t *value, struct str place, struct str key)
{
    struct str s = {json_string_value(value), json_string_length(value)};
    if (!json_is_string(value) || !text_fits(s)) return fail(r->err, ERR_KIND_VALUE, r->name, place, key);
    *out = str_copy(r->arena, s);
    return true;
}

/* "" when the key is not there and need not be. */
static bool get_text(struct str *out, const struct kind_reader *r, const json_t *object, struct str place,
                     const char *key, bool needed)
{
    const json_t *value = json_object_get(object, key);
    *out = STR("");
    if (!value) return !needed || fail(r->err, ERR_KIND_LACKS, r->name, place, str_of(key));
    return text_of(out, r, value, place, str_of(key));
}

/* A code: a name of its own, in ASCII. */
static bool get_word(struct str *out, const struct kind_reader *r, const json_t *object, struct str place,
                     const char *key)
{
    if (!get_text(out, r, object, place, key, true)) return false;
    return kind_word_fits(*out) || fail(r->err, ERR_KIND_WORD, r->name, place, *out);
}

static bool get_flag(bool *out, const struct kind_reader *r, const json_t *object, struct str place, const char *key)
{
    const json_t *value = json_object_get(object, key);
    *out = value && json_is_true(value);
    return !value || json_is_boolean(value) || fail(r->err, ERR_KIND_VALUE, r->name, place, str_of(key));
}

/* A list of texts, each once; empty when the key is not there and need not be. */
static bool get_words(struct word_list *out, const struct kind_reader *r, const json_t *object, struct str place,
                      const char *key, bool needed)
{
    const json_t *list = json_object_get(object, key);
    size_t count = json_array_size(list);
    *out = (struct word_list){0};
    if (!list) return !needed || fail(r->err, ERR_KIND_LACKS, r->name, place, str_of(key));
    if (!json_is_array(list) || (needed && !count)) return fail(r->err, ERR_KIND_VALUE, r->name, place, str_of(key));
    if (count > KIND_WORDS_MOST) return fail(r->err, ERR_KIND_MANY, r->name, place, str_of(key));
    struct str *at = arena_array(r->arena, struct str, count);
    for (size_t i = 0; i < count; i++) {
        if (!text_of(&at[i], r, json_array_get(list, i), place, str_of(key))) return false;
        if (word_list_has((struct word_list){at, i}, at[i])) return fail(r->err, ERR_KIND_TWICE, r->name, place, at[i]);
    }
    *out = (struct word_list){at, count};
    return true;
}

static bool get_party(enum matter_party *out, const struct kind_reader *r, const json_t *object, struct str place,
                      const char *key)
{
    struct str word;
    if (!get_text(&word, r, object, place, key, false)) return false;
    return matter_party_read(out, word) || fail(r->err, ERR_KIND_VALUE, r->name, place, str_of(key));
}

static bool state_read(struct kind_state *out, const struct kind_reader *r, json_t *o, struct str place)
{
    struct str group;
    return keys_known(r, o, place, STR("state name group waits returned")) &&
           get_word(&out->word, r, o, place, "state") && get_text(&out->name, r, o, place, "name", true) &&
           get_text(&group, r, o, place, "group", true) &&
           (matter_group_read(&out->group, group) || fail(r->err, ERR_KIND_VALUE, r->name, place, STR("group"))) &&
           get_party(&out->waits, r, o, place, "waits") && get_flag(&out->returned, r, o, place, "returned");
}

static bool move_read(struct kind_move *out, const struct kind_reader *r, json_t *o, struct str place)
{
    return keys_known(r, o, place, STR("move name from to by needs")) && get_word(&out->word, r, o, place, "move") &&
           get_text(&out->name, r, o, place, "name", true) && get_words(&out->from, r, o, place, "from", true) &&
           get_text(&out->to, r, o, place, "to", true) && get_party(&out->by, r, o, place, "by") &&
           get_words(&out->needs, r, o, place, "needs", false);
}

static bool field_read(struct kind_field *out, const struct kind_reader *r, json_t *o, struct str place)
{
    struct str type;
    if (!keys_known(r, o, place, STR("field name type choices required")) ||
        !get_word(&out->word, r, o, place, "field") || !get_text(&out->name, r, o, place, "name", true) ||
        !get_text(&type, r, o, place, "type", true) || !get_flag(&out->required, r, o, place, "required"))
        return false;
    if (!field_type_read(&out->type, type)) return fail(r->err, ERR_KIND_VALUE, r->name, place, STR("type"));
    if (kind_reserved(out->word) || kind_need_word(out->word))
        return fail(r->err, ERR_KIND_RESERVED, r->name, place, out->word);
    if (!get_words(&out->choices, r, o, place, "choices", out->type == MATTER_FIELD_CHOICE)) return false;
    return out->type == MATTER_FIELD_CHOICE || !out->choices.len ||
           fail(r->err, ERR_KIND_KEY, r->name, place, STR("choices"), STR("type: choice"));
}

/* The list under a key, and how long it is; NULL and 0 when it is not there and need not be. */
static bool get_list(json_t **out, size_t *count, const struct kind_reader *r, const json_t *root, const char *key,
                     bool needed, size_t most)
{
    *out = json_object_get(root, key);
    *count = json_array_size(*out);
    if (!*out) return !needed || fail(r->err, ERR_KIND_LACKS, r->name, STR("{}"), str_of(key));
    if (!json_is_array(*out) || (needed && !*count))
        return fail(r->err, ERR_KIND_VALUE, r->name, STR("{}"), str_of(key));
    return *count <= most || fail(r->err, ERR_KIND_MANY, r->name, STR("{}"), str_of(key));
}

static bool lists_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    json_t *states, *moves, *fields;
    if (!get_list(&states, &k->state_count, r, root, "states", true, KIND_STATES_MOST) ||
        !get_list(&moves, &k->move_count, r, root, "moves", true, KIND_MOVES_MOST) ||
        !get_list(&fields, &k->field_count, r, root, "fields", false, KIND_FIELDS_MOST))
        return false;
    struct kind_state *s = arena_array(r->arena, struct kind_state, k->state_count);
    struct kind_move *m = arena_array(r->arena, struct kind_move, k->move_count);
    struct kind_field *f = arena_array(r->arena, struct kind_field, k->field_count);
    k->states = s;
    k->moves = m;
    k->fields = f;
    for (size_t i = 0; i < k->state_count; i++)
        if (!state_read(&s[i], r, json_array_get(states, i), kind_place(r->arena, "states", i))) return false;
    for (size_t i = 0; i < k->field_count; i++)
        if (!field_read(&f[i], r, json_array_get(fields, i), kind_place(r->arena, "fields", i))) return false;
    for (size_t i = 0; i < k->move_count; i++)
        if (!move_read(&m[i], r, json_array_get(moves, i), kind_place(r->arena, "moves", i))) return false;
    return true;
}

static bool extend_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    json_t *o = json_object_get(root, "extend");
    struct str place = STR("extend");
    k->may_extend = o != NULL;
    return !o || (keys_known(r, o, place, STR("by needs")) && get_party(&k->extend_by, r, o, place, "by") &&
                  get_words(&k->extend_needs, r, o, place, "needs", false));
}

/* {"đơn giản": "7 ngày làm việc", ...}: a rule for each choice that has one. */
static bool choices_read(struct kind_clock *c, const struct kind_reader *r, const json_t *o, struct str place)
{
    const char *key;
    json_t *value, *rules = json_object_get(o, "rules");
    if (!rules) return !c->choose.len || fail(r->err, ERR_KIND_LACKS, r->name, place, STR("rules"));
    if (!json_is_object(rules) || !c->choose.len || !json_object_size(rules))
        return fail(r->err, ERR_KIND_VALUE, r->name, place, STR("rules"));
    if (json_object_size(rules) > KIND_WORDS_MOST) return fail(r->err, ERR_KIND_MANY, r->name, place, STR("rules"));
    struct kind_rule *at = arena_array(r->arena, struct kind_rule, json_object_size(rules));
    json_object_foreach(rules, key, value)
    {
        at[c->rule_count].value = str_copy(r->arena, str_of(key));
        if (!text_of(&at[c->rule_count++].rule, r, value, place, STR("rules"))) return false;
    }
    c->rules = at;
    return true;
}

static bool clock_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    json_t *o = json_object_get(root, "clock");
    struct kind_clock *c = &k->clock;
    struct str place = STR("clock");
    c->has = o != NULL;
    if (!o) return true;
    if (!keys_known(r, o, place, STR("rule choose rules term office state start recorded appointment")) ||
        !get_text(&c->rule, r, o, place, "rule", false) || !get_text(&c->choose, r, o, place, "choose", false) ||
        !get_text(&c->term, r, o, place, "term", false) || !get_text(&c->office, r, o, place, "office", false) ||
        !get_text(&c->state, r, o, place, "state", false) || !get_text(&c->start, r, o, place, "start", false) ||
        !get_text(&c->recorded, r, o, place, "recorded", false) ||
        !get_flag(&c->appointment, r, o, place, "appointment") || !choices_read(c, r, o, place))
        return false;
    if (!c->office.len) c->office = office_catalogue().at[0].code;
    return c->rule.len || c->rule_count || c->term.len || fail(r->err, ERR_KIND_LACKS, r->name, place, STR("rule"));
}

static bool root_read(struct matter_kind *k, const struct kind_reader *r, json_t *root)
{
    enum { SOON_MOST = 365 };
    struct str place = STR("{}");
    *k = (struct matter_kind){0};
    if (!keys_known(r, root, place, STR("kind name number citation note states moves fields extend clock soon")) ||
        !get_word(&k->word, r, root, place, "kind") || !get_text(&k->name, r, root, place, "name", true) ||
        !get_text(&k->number, r, root, place, "number", true) ||
        !get_text(&k->citation, r, root, place, "citation", false) ||
        !get_text(&k->note, r, root, place, "note", false))
        return false;
    if (!kind_number_fits(k->number)) return fail(r->err, ERR_KIND_NUMBER, r->name, k->number);
    const json_t *soon = json_object_get(root, "soon");
    json_int_t days = json_integer_value(soon);
    if (soon && (!json_is_integer(soon) || days < 0 || days > SOON_MOST))
        return fail(r->err, ERR_KIND_VALUE, r->name, place, STR("soon"));
    k->soon = (uint32_t)days;
    return lists_read(k, r, root) && extend_read(k, r, root) && clock_read(k, r, root) &&
           kind_judge(k, r->name, r->err);
}

bool kind_read(struct matter_kind *out, struct arena *a, struct str text, struct str name, struct err *err)
{
    json_error_t why;
    struct kind_reader r = {a, name, err};
    json_t *root = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, &why);
    if (!root) return fail(err, ERR_KIND_JSON, name, number_text(a, why.line), number_text(a, why.column));
    bool ok = root_read(out, &r, root);
    json_decref(root);
    return ok;
}
