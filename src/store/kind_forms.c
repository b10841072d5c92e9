/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_forms: the forms of a kind, out of its JSON:
 *
 *   {"form": "mau01", "name": "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "moves": ["receive"], "lines": ["# …", ""]}
 *
 * What braces name is asked when a form is written (centre/matter_form.h).
 */
#include "kind_form.h"
#include "kind_parts.h"
#include "kind_private.h"

/* Lines may be empty and stand twice, which other lists of words may not. */
static bool lines_read(struct word_list *out, const struct kind_reader *r, const json_t *o, struct str place)
{
    const json_t *list = json_object_get(o, "lines");
    size_t count = json_array_size(list);
    if (!list) return fail(r->err, ERR_KIND_LACKS, r->name, place, STR("lines"));
    if (!json_is_array(list) || !count) return fail(r->err, ERR_KIND_VALUE, r->name, place, STR("lines"));
    if (count > KIND_WORDS_MOST) return fail(r->err, ERR_KIND_MANY, r->name, place, STR("lines"));
    struct str *at = arena_array(r->arena, struct str, count);
    for (size_t i = 0; i < count; i++) {
        const json_t *one = json_array_get(list, i);
        at[i] = STR("");
        if (json_is_string(one) && !json_string_length(one)) continue;
        if (!kind_text_of(&at[i], r, one, place, STR("lines"))) return false;
    }
    *out = (struct word_list){at, count};
    return true;
}

static bool form_read(struct kind_form *f, const struct kind_reader *r, const struct matter_kind *k, json_t *o,
                      struct str place)
{
    *f = (struct kind_form){0};
    if (!kind_keys_known(r, o, place, STR("form name citation moves lines")) ||
        !kind_get_word(&f->word, r, o, place, "form") || !kind_get_text(&f->name, r, o, place, "name", true) ||
        !kind_get_text(&f->citation, r, o, place, "citation", false) ||
        !kind_get_words(&f->moves, r, o, place, "moves", false) || !lines_read(&f->lines, r, o, place))
        return false;
    for (size_t i = 0; i < f->moves.len; i++)
        if (!kind_move_find(k, f->moves.at[i])) return fail(r->err, ERR_KIND_NOWHERE, r->name, place, f->moves.at[i]);
    return true;
}

bool kind_forms_read(struct matter_kind *k, const struct kind_reader *r, const json_t *root)
{
    json_t *list;
    if (!kind_get_list(&list, &k->form_count, r, root, "forms", false, KIND_FORMS_MOST)) return false;
    struct kind_form *at = arena_array(r->arena, struct kind_form, k->form_count);
    k->forms = at;
    for (size_t i = 0; i < k->form_count; i++) {
        struct str place = kind_place(r->arena, "forms", i);
        if (!form_read(&at[i], r, k, json_array_get(list, i), place)) return false;
        if (kind_form_find(k, at[i].word) != &at[i]) return fail(r->err, ERR_KIND_TWICE, r->name, place, at[i].word);
    }
    return true;
}
