/* SPDX-License-Identifier: Apache-2.0
 *
 * http: see http.h (RFC 9110; forms as in the URL standard).
 */
#include "http.h"

#include "text.h"

struct str http_value_of(const struct http_values *v, struct str name)
{
    for (size_t i = 0; i < v->len; i++)
        if (str_eq(v->at[i].name, name)) return v->at[i].value;
    return STR("");
}

bool http_value_has(const struct http_values *v, struct str name, struct str value)
{
    for (size_t i = 0; i < v->len; i++)
        if (str_eq(v->at[i].name, name) && str_eq(v->at[i].value, value)) return true;
    return false;
}

static bool read_part(struct str *out, struct arena *a, struct str raw)
{
    struct str decoded;
    struct text text;
    struct err err;
    if (!link_decode(&decoded, a, raw, true) || !text_make(&text, a, decoded, &err)) return false;
    *out = str_trim(text.inside);
    return true;
}

bool http_values_read(struct http_values *out, struct arena *a, struct str text, size_t most)
{
    *out = (struct http_values){0};
    while (text.len) {
        struct str_cut pair = str_cut(text, STR("&")), value = str_cut(pair.head, STR("="));
        struct http_value v;
        text = pair.tail;
        if (!pair.head.len) continue;
        if (out->len == most || !read_part(&v.name, a, value.head) || !read_part(&v.value, a, value.tail)) return false;
        *vec_push(a, out) = v;
    }
    return true;
}

struct str http_cookie(struct str header, struct str name)
{
    while (header.len) {
        struct str_cut pair = str_cut(header, STR(";")), value = str_cut(str_trim(pair.head), STR("="));
        if (str_eq(value.head, name)) return value.tail;
        header = pair.tail;
    }
    return STR("");
}

bool http_etag_matches(struct str list, struct str etag)
{
    while (list.len) {
        struct str_cut one = str_cut(list, STR(","));
        struct str tag = str_trim(one.head);
        if (str_starts(tag, STR("W/"))) tag = str_from(tag, 2);
        if (etag.len && (str_eq(tag, etag) || str_eq(tag, STR("*")))) return true;
        list = one.tail;
    }
    return false;
}
