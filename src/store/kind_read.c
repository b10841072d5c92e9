/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_read: see kind_read.h. Shapes are read here, what they mean together is judged in kind_judge.c.
 */
#include "kind_read.h"

#include "buf.h"
#include "kind_json.h"
#include "kind_parts.h"
#include "kind_private.h"
#include "office_hours.h"

static bool get_party(enum matter_party *out, const struct kind_reader *r, const json_t *object, struct str place,
                      const char *key)
{
    struct str word;
    if (!kind_get_text(&word, r, object, place, key, false)) return false;
    return matter_party_read(out, word) || fail(r->err, ERR_KIND_VALUE, r->name, place, str_of(key));
}

static bool state_read(struct kind_state *out, const struct kind_reader *r, json_t *o, struct str place)
{
    struct str group;
    return kind_keys_known(r, o, place, STR("state name group waits returned")) &&
           kind_get_word(&out->word, r, o, place, "state") && kind_get_text(&out->name, r, o, place, "name", true) &&
           kind_get_text(&group, r, o, place, "group", true) &&
           (matter_group_read(&out->group, group) || fail(r->err, ERR_KIND_VALUE, r->name, place, STR("group"))) &&
           get_party(&out->waits, r, o, place, "waits") && kind_get_flag(&out->returned, r, o, place, "returned");
}

static bool move_read(struct kind_move *out, const struct kind_reader *r, json_t *o, struct str place)
{
    return kind_keys_known(r, o, place, STR("move name from to by needs")) &&
           kind_get_word(&out->word, r, o, place, "move") && kind_get_text(&out->name, r, o, place, "name", true) &&
           kind_get_words(&out->from, r, o, place, "from", true) && kind_get_text(&out->to, r, o, place, "to", true) &&
           get_party(&out->by, r, o, place, "by") && kind_get_words(&out->needs, r, o, place, "needs", false);
}

static bool field_read(struct kind_field *out, const struct kind_reader *r, json_t *o, struct str place)
{
    struct str type;
    if (!kind_keys_known(r, o, place, STR("field name type choices required after")) ||
        !kind_get_word(&out->word, r, o, place, "field") || !kind_get_text(&out->name, r, o, place, "name", true) ||
        !kind_get_text(&type, r, o, place, "type", true) || !kind_get_flag(&out->required, r, o, place, "required") ||
        !kind_get_flag(&out->after, r, o, place, "after"))
        return false;
    if (!field_type_read(&out->type, type)) return fail(r->err, ERR_KIND_VALUE, r->name, place, STR("type"));
    if (kind_reserved(out->word) || kind_need_word(out->word))
        return fail(r->err, ERR_KIND_RESERVED, r->name, place, out->word);
    if (!kind_get_words(&out->choices, r, o, place, "choices", out->type == MATTER_FIELD_CHOICE)) return false;
    return out->type == MATTER_FIELD_CHOICE || !out->choices.len ||
           fail(r->err, ERR_KIND_KEY, r->name, place, STR("choices"), STR("type: choice"));
}

static bool lists_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    json_t *states, *moves, *fields;
    if (!kind_get_list(&states, &k->state_count, r, root, "states", true, KIND_STATES_MOST) ||
        !kind_get_list(&moves, &k->move_count, r, root, "moves", true, KIND_MOVES_MOST) ||
        !kind_get_list(&fields, &k->field_count, r, root, "fields", false, KIND_FIELDS_MOST))
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

static bool same_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    struct str place = STR("same");
    if (!kind_get_words(&k->same, r, root, place, "same", false)) return false;
    for (size_t i = 0; i < k->same.len; i++)
        if (!kind_field_find(k, k->same.at[i])) return fail(r->err, ERR_KIND_NEED, r->name, place, k->same.at[i]);
    return true;
}

static bool extend_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    json_t *o = json_object_get(root, "extend");
    struct str place = STR("extend");
    k->may_extend = o != NULL;
    return !o || (kind_keys_known(r, o, place, STR("by needs")) && get_party(&k->extend_by, r, o, place, "by") &&
                  kind_get_words(&k->extend_needs, r, o, place, "needs", false));
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
        if (!kind_text_of(&at[c->rule_count++].rule, r, value, place, STR("rules"))) return false;
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
    if (!kind_keys_known(r, o, place, STR("rule choose rules term office state start recorded appointment")) ||
        !kind_get_text(&c->rule, r, o, place, "rule", false) ||
        !kind_get_text(&c->choose, r, o, place, "choose", false) ||
        !kind_get_text(&c->term, r, o, place, "term", false) ||
        !kind_get_text(&c->office, r, o, place, "office", false) ||
        !kind_get_text(&c->state, r, o, place, "state", false) ||
        !kind_get_text(&c->start, r, o, place, "start", false) ||
        !kind_get_text(&c->recorded, r, o, place, "recorded", false) ||
        !kind_get_flag(&c->appointment, r, o, place, "appointment") || !choices_read(c, r, o, place))
        return false;
    if (!c->office.len) c->office = office_catalogue().at[0].code;
    return c->rule.len || c->rule_count || c->term.len || fail(r->err, ERR_KIND_LACKS, r->name, place, STR("rule"));
}

/* Citizens' voice: which states and fields mean what. */
static bool petition_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    json_t *o = json_object_get(root, "petition");
    struct kind_petition *p = &k->petition;
    struct str place = STR("petition");
    p->has = o != NULL;
    return !o ||
           (kind_keys_known(r, o, place, STR("passed onward outcome sender place apart")) &&
            kind_get_words(&p->passed, r, o, place, "passed", false) &&
            kind_get_words(&p->onward, r, o, place, "onward", false) &&
            kind_get_text(&p->outcome, r, o, place, "outcome", false) &&
            kind_get_text(&p->sender, r, o, place, "sender", false) &&
            kind_get_text(&p->place, r, o, place, "place", false) && kind_get_flag(&p->apart, r, o, place, "apart"));
}

static bool root_read(struct matter_kind *k, const struct kind_reader *r, json_t *root)
{
    enum { SOON_MOST = 365 };
    struct str place = STR("{}");
    *k = (struct matter_kind){0};
    if (!kind_keys_known(
            r, root, place,
            STR("kind name number citation note states moves fields extend clock petition soon figures forms lookup "
                "steps series same")) ||
        !kind_get_word(&k->word, r, root, place, "kind") || !kind_get_text(&k->name, r, root, place, "name", true) ||
        !kind_get_text(&k->number, r, root, place, "number", true) ||
        !kind_get_text(&k->citation, r, root, place, "citation", false) ||
        !kind_get_text(&k->note, r, root, place, "note", false))
        return false;
    if (!kind_number_fits(k->number)) return fail(r->err, ERR_KIND_NUMBER, r->name, k->number);
    const json_t *soon = json_object_get(root, "soon");
    json_int_t days = json_integer_value(soon);
    if (soon && (!json_is_integer(soon) || days < 0 || days > SOON_MOST))
        return fail(r->err, ERR_KIND_VALUE, r->name, place, STR("soon"));
    k->soon = (uint32_t)days;
    return lists_read(k, r, root) && same_read(k, r, root) && extend_read(k, r, root) && clock_read(k, r, root) &&
           petition_read(k, r, root) && kind_judge(k, r->name, r->err) && kind_figures_read(k, r, root) &&
           kind_forms_read(k, r, root) && kind_fields_read(k, r, root);
}

bool kind_read(struct matter_kind *out, struct arena *a, struct str text, struct str name, struct err *err)
{
    json_error_t why;
    struct kind_reader r = {a, name, err};
    json_t *root = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES, &why);
    if (!root) return fail(err, ERR_KIND_JSON, name, kind_number_text(a, why.line), kind_number_text(a, why.column));
    bool ok = root_read(out, &r, root);
    json_decref(root);
    return ok;
}
