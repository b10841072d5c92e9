/* SPDX-License-Identifier: Apache-2.0
 *
 * payload: see payload.h. jansson, because it refuses every malformed text that was tried, doubled keys among them; it
 * is no faster than 75 MB/s, so the bulk (what a reader said) is read line by line and never as one tree.
 *
 * Decimals are [coefficient, scale]: as a JSON number they would pass through a double.
 */
#include "payload.h"

#include "json_write.h"

bool payload_open(struct payload *out, struct str text)
{
    *out = (struct payload){.root = json_loadb(text.ptr, text.len, JSON_REJECT_DUPLICATES | JSON_ALLOW_NUL, NULL)};
    if (json_is_object(out->root)) return true;
    payload_close(out);
    return false;
}

void payload_close(struct payload *p)
{
    json_decref(p->root);
    p->root = NULL;
}

static struct str text_of(struct payload *p, const json_t *v)
{
    if (json_is_string(v)) return (struct str){json_string_value(v), json_string_length(v)};
    p->bad = true;
    return STR("");
}

static int64_t int_of(struct payload *p, const json_t *v)
{
    if (json_is_integer(v)) return json_integer_value(v);
    p->bad = true;
    return 0;
}

struct str payload_text(struct payload *p, const json_t *object, const char *key)
{
    const json_t *v = json_object_get(object, key);
    return v ? text_of(p, v) : STR("");
}

int64_t payload_int(struct payload *p, const json_t *object, const char *key)
{
    const json_t *v = json_object_get(object, key);
    return v ? int_of(p, v) : 0;
}

bool payload_bool(struct payload *p, const json_t *object, const char *key)
{
    const json_t *v = json_object_get(object, key);
    if (v && !json_is_true(v)) p->bad = true;
    return v && json_is_true(v);
}

struct decimal payload_decimal(struct payload *p, const json_t *object, const char *key, bool *has)
{
    const json_t *v = json_object_get(object, key);
    *has = v != NULL;
    if (!v) return (struct decimal){0};
    int64_t coefficient = payload_int_at(p, v, 0), scale = payload_int_at(p, v, 1);
    if (scale < DECIMAL_SCALE_MIN || scale > DECIMAL_SCALE_MAX || json_array_size(v) != 2) {
        p->bad = true;
        return (struct decimal){0};
    }
    return (struct decimal){coefficient, (int8_t)scale};
}

json_t *payload_array(struct payload *p, const json_t *object, const char *key)
{
    json_t *v = json_object_get(object, key);
    if (!v || json_is_array(v)) return v;
    p->bad = true;
    return NULL;
}

const json_t *payload_object_at(struct payload *p, const json_t *array, size_t i)
{
    const json_t *v = json_array_get(array, i);
    if (json_is_object(v)) return v;
    p->bad = true;
    return NULL;
}

int64_t payload_int_at(struct payload *p, const json_t *array, size_t i)
{
    return int_of(p, json_array_get(array, i));
}

struct str payload_text_at(struct payload *p, const json_t *array, size_t i)
{
    return text_of(p, json_array_get(array, i));
}

void payload_put_text(struct json_writer *j, struct str key, struct str s)
{
    if (!s.len) return;
    json_write_key(j, key);
    json_write_text(j, s);
}

void payload_put_int(struct json_writer *j, struct str key, int64_t n)
{
    if (!n) return;
    json_write_key(j, key);
    json_write_int(j, n);
}

void payload_put_decimal(struct json_writer *j, struct str key, struct decimal d)
{
    json_write_key(j, key);
    json_write_open(j, '[');
    json_write_int(j, d.coefficient);
    json_write_int(j, d.scale);
    json_write_close(j, ']');
}
