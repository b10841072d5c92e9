/* SPDX-License-Identifier: Apache-2.0
 *
 * kind_json: see kind_json.h.
 */
#include "kind_json.h"

#include "buf.h"
#include "kind_private.h"

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

struct str kind_number_text(struct arena *a, int n)
{
    struct buf b = buf_make(20);
    buf_i64(&b, n);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* Keys of an object, with blanks between. */
bool kind_keys_known(const struct kind_reader *r, json_t *object, struct str place, struct str allowed)
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

bool kind_text_of(struct str *out, const struct kind_reader *r, const json_t *value, struct str place, struct str key)
{
    struct str s = {json_string_value(value), json_string_length(value)};
    if (!json_is_string(value) || !text_fits(s)) return fail(r->err, ERR_KIND_VALUE, r->name, place, key);
    *out = str_copy(r->arena, s);
    return true;
}

/* "" when the key is not there and need not be. */
bool kind_get_text(struct str *out, const struct kind_reader *r, const json_t *object, struct str place,
                   const char *key, bool needed)
{
    const json_t *value = json_object_get(object, key);
    *out = STR("");
    if (!value) return !needed || fail(r->err, ERR_KIND_LACKS, r->name, place, str_of(key));
    return kind_text_of(out, r, value, place, str_of(key));
}

/* A code: a name of its own, in ASCII. */
bool kind_get_word(struct str *out, const struct kind_reader *r, const json_t *object, struct str place,
                   const char *key)
{
    if (!kind_get_text(out, r, object, place, key, true)) return false;
    return kind_word_fits(*out) || fail(r->err, ERR_KIND_WORD, r->name, place, *out);
}

bool kind_get_flag(bool *out, const struct kind_reader *r, const json_t *object, struct str place, const char *key)
{
    const json_t *value = json_object_get(object, key);
    *out = value && json_is_true(value);
    return !value || json_is_boolean(value) || fail(r->err, ERR_KIND_VALUE, r->name, place, str_of(key));
}

/* A list of texts, each once; empty when the key is not there and need not be. */
bool kind_get_words(struct word_list *out, const struct kind_reader *r, const json_t *object, struct str place,
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
        if (!kind_text_of(&at[i], r, json_array_get(list, i), place, str_of(key))) return false;
        if (word_list_has((struct word_list){at, i}, at[i])) return fail(r->err, ERR_KIND_TWICE, r->name, place, at[i]);
    }
    *out = (struct word_list){at, count};
    return true;
}

/* The list under a key, and how long it is; NULL and 0 when it is not there and need not be. */
bool kind_get_list(json_t **out, size_t *count, const struct kind_reader *r, const json_t *root, const char *key,
                   bool needed, size_t most)
{
    *out = json_object_get(root, key);
    *count = json_array_size(*out);
    if (!*out) return !needed || fail(r->err, ERR_KIND_LACKS, r->name, STR("{}"), str_of(key));
    if (!json_is_array(*out) || (needed && !*count))
        return fail(r->err, ERR_KIND_VALUE, r->name, STR("{}"), str_of(key));
    return *count <= most || fail(r->err, ERR_KIND_MANY, r->name, STR("{}"), str_of(key));
}
