/* SPDX-License-Identifier: Apache-2.0
 *
 * fuzz_flat: any text as flat records. The first byte chooses JSON or CSV. Laws: places are within the text and go up;
 * every object that is taken is one that jansson takes too, with the same names and texts (numbers that do not fit a
 * double or 64 bits apart); a list of flat objects that jansson takes is taken whole.
 */
#include "buf.h"
#include "flat.h"
#include "must.h"
#include "text.h"

#include <jansson.h>

static bool has_number(const struct flat_record *r)
{
    for (size_t i = 0; i < r->len; i++)
        if (r->at[i].kind == FLAT_NUMBER) return true;
    return false;
}

static void same_object(const struct flat_record *r, struct str text)
{
    struct str part = str_part(text, r->start, r->end);
    json_t *object = json_loadb(part.ptr, part.len, JSON_REJECT_DUPLICATES, NULL);
    must(object || has_number(r)); /* jansson refuses numbers that are too large */
    if (!object) return;
    must(json_object_size(object) == r->len || !text_is_plain(part));
    for (size_t i = 0; i < r->len; i++) {
        const struct flat_field *f = &r->at[i];
        const json_t *v = json_object_getn(object, f->name.ptr, f->name.len);
        must(v || !text_is_plain(f->name) || str_has(part, STR("\\u")));
        if (!v) continue;
        must(json_is_string(v) == (f->kind == FLAT_TEXT) && json_is_number(v) == (f->kind == FLAT_NUMBER));
        if (f->kind == FLAT_TEXT && !str_has(part, STR("\\u")))
            must(str_eq(f->value, (struct str){json_string_value(v), json_string_length(v)}));
    }
    json_decref(object);
}

/* Whether a list holds flat objects alone, few and with few fields. */
static bool is_flat(const json_t *list)
{
    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *object = json_array_get(list, i), *value;
        const char *key;
        if (!json_is_object(object) || json_object_size(object) > FLAT_FIELDS_MOST) return false;
        json_object_foreach(object, key, value)
        {
            if (json_is_object(value) || json_is_array(value)) return false;
        }
    }
    return json_is_array(list);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct text text;
    struct err err;
    if (size == 0) return 0;
    struct arena *a = arena_make(1024u << 20);
    bool csv = data[0] == 'c', ok = true;
    if (text_make(&text, a, (struct str){(const char *)data + 1, size - 1}, &err)) {
        struct flat_reader r = flat_open(a, text.inside, STR("f"));
        struct flat_record record;
        uint32_t behind = 0;
        size_t count = 0;
        while ((ok = csv ? flat_csv_next(&record, &r, &err) : flat_json_next(&record, &r, &err)) && record.at) {
            must(record.start >= behind && record.start <= record.end && record.end <= text.inside.len);
            for (size_t i = 0; i < record.len; i++)
                must(record.at[i].start >= record.start && record.at[i].start <= record.at[i].end &&
                     record.at[i].end <= record.end);
            behind = record.end;
            count++;
            if (!csv) same_object(&record, text.inside);
        }
        /* jansson takes a NUL behind a number, which RFC 8259 does not know. */
        bool other = csv || str_has(text.inside, STR("\\u")) || str_find_char(text.inside, '\0') >= 0;
        json_t *list = other ? NULL : json_loadb(text.inside.ptr, text.inside.len, JSON_REJECT_DUPLICATES, NULL);
        if (list && is_flat(list)) must(ok && count == json_array_size(list));
        json_decref(list);
    }
    arena_close(a);
    return 0;
}
