/* SPDX-License-Identifier: Apache-2.0
 *
 * identity: see identity.h.
 */
#include "identity.h"

#include "buf.h"
#include "json_write.h"
#include "matter_page.h"
#include "payload.h"
#include "utf8.h"

/* How a value is looked for in other texts. */
enum looked_for { BY_WORDS, BY_FIRST_WORDS, BY_DIGITS, BY_TEXT, NOT_LOOKED_FOR };

static const struct identity_field {
    struct str field, name;
    enum looked_for how;
} FIELDS[] = {
    {STR_INIT("name"), STR_INIT("họ tên"), BY_WORDS},
    {STR_INIT("id_number"), STR_INIT("số định danh"), BY_DIGITS},
    {STR_INIT("born"), STR_INIT("ngày sinh"), NOT_LOOKED_FOR},
    {STR_INIT("address"), STR_INIT("địa chỉ"), BY_FIRST_WORDS},
    {STR_INIT("phone"), STR_INIT("điện thoại"), BY_DIGITS},
    {STR_INIT("email"), STR_INIT("thư điện tử"), BY_TEXT},
    {STR_INIT("marks"), STR_INIT("đặc điểm"), NOT_LOOKED_FOR},
    {STR_INIT("other"), STR_INIT("khác"), NOT_LOOKED_FOR},
};
enum { FIELD_COUNT = sizeof FIELDS / sizeof *FIELDS };

static const struct identity_field *field_find(struct str word)
{
    for (size_t i = 0; i < FIELD_COUNT; i++)
        if (str_eq(FIELDS[i].field, word) || str_eq(FIELDS[i].name, word)) return &FIELDS[i];
    return NULL;
}

struct str identity_field_name(struct str field)
{
    const struct identity_field *f = field_find(field);
    return f ? f->name : field;
}

/* --- as typed */

static bool fail_line(struct err *err, struct str name, size_t line)
{
    char room[24];
    int len = snprintf(room, sizeof room, "%zu", line);
    return fail(err, ERR_SEALED_LINE, name, (struct str){room, (size_t)len});
}

static bool all_named(const struct identity *i)
{
    for (size_t k = 0; k < i->persons.len; k++)
        if (!name_value_find(&i->persons.at[k].fields, STR("name"))) return false;
    return i->persons.len > 0;
}

bool identity_read(struct identity *out, struct arena *a, struct str text, struct str name, struct err *err)
{
    struct identity_person *p = NULL;
    size_t line = 0;
    *out = (struct identity){0};
    while (text.len) {
        struct str_cut cut = str_cut(text, STR("\n")), pair;
        struct str one = str_trim(cut.head);
        text = cut.tail;
        line++;
        if (!one.len) {
            p = NULL;
            continue;
        }
        pair = str_cut(one, STR("="));
        const struct identity_field *f = field_find(str_trim(pair.head));
        struct str value = str_trim(pair.tail);
        if (!pair.found || !f || !value.len) return fail_line(err, name, line);
        if (!p) {
            p = vec_push(a, &out->persons);
            *p = (struct identity_person){0};
        }
        if (name_value_find(&p->fields, f->field)) return fail_line(err, name, line);
        *vec_push(a, &p->fields) = (struct name_value){f->field, value};
    }
    return all_named(out) || fail(err, ERR_SEALED_NAME, name);
}

/* --- as sealed */

struct str identity_write(struct arena *a, const struct identity *i)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    json_write_key(&j, STR("persons"));
    json_write_open(&j, '[');
    for (size_t k = 0; k < i->persons.len; k++) {
        const struct name_values *fields = &i->persons.at[k].fields;
        json_write_open(&j, '{');
        for (size_t f = 0; f < fields->len; f++) payload_put_text(&j, fields->at[f].name, fields->at[f].value);
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
    payload_put_text(&j, STR("file"), i->file_name);
    payload_put_int(&j, STR("size"), (int64_t)i->file_bytes.len);
    json_write_close(&j, '}');
    buf_char(&b, '\n');
    buf_put(&b, i->file_bytes);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool identity_unsealed(struct identity *out, struct arena *a, struct str text)
{
    struct payload p;
    const char *name;
    json_t *value;
    struct str_cut cut = str_cut(text, STR("\n"));
    *out = (struct identity){0};
    if (!cut.found || !payload_open(&p, cut.head)) return false;
    const json_t *persons = payload_array(&p, p.root, "persons");
    for (size_t i = 0; i < json_array_size(persons); i++) {
        json_t *one = json_array_get(persons, i);
        struct identity_person *person = vec_push(a, &out->persons);
        *person = (struct identity_person){0};
        json_object_foreach(one, name, value) * vec_push(a, &person->fields) = (struct name_value){
            str_copy(a, str_of(name)), str_copy(a, payload_text(&p, one, name))};
    }
    out->file_name = str_copy(a, payload_text(&p, p.root, "file"));
    out->file_bytes = cut.tail;
    bool right = !p.bad && payload_int(&p, p.root, "size") == (int64_t)cut.tail.len && all_named(out);
    payload_close(&p);
    return right;
}

/* --- in other texts */

/* The words of both, folded, a blank around each: " le loi " in " hem 12 le loi ". */
static bool words_in(struct str value, struct str text)
{
    struct buf v = buf_make(SIZE_MAX), t = buf_make(SIZE_MAX);
    matter_words_put(&v, value);
    matter_words_put(&t, text);
    buf_char(&v, ' ');
    buf_char(&t, ' ');
    bool several = v.len > 2 && str_has(str_part(buf_str(&v), 1, v.len - 1), STR(" "));
    bool in = several && str_has(buf_str(&t), buf_str(&v));
    buf_free(&v);
    buf_free(&t);
    return in;
}

static void digits_put(struct buf *b, struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (s.ptr[i] >= '0' && s.ptr[i] <= '9') buf_char(b, s.ptr[i]);
}

static bool digits_in(struct str value, struct str text)
{
    enum { FEW = 8 }; /* a number that short may stand in a text by chance */
    struct buf v = buf_make(SIZE_MAX), t = buf_make(SIZE_MAX);
    digits_put(&v, value);
    digits_put(&t, text);
    bool in = v.len > FEW && str_has(buf_str(&t), buf_str(&v));
    buf_free(&v);
    buf_free(&t);
    return in;
}

static bool text_in(struct str value, struct str text)
{
    struct buf v = buf_make(SIZE_MAX), t = buf_make(SIZE_MAX);
    utf8_fold_put(&v, value);
    utf8_fold_put(&t, text);
    bool in = str_has(buf_str(&t), buf_str(&v));
    buf_free(&v);
    buf_free(&t);
    return in;
}

bool identity_in(const struct identity *i, struct str text)
{
    for (size_t k = 0; k < i->persons.len; k++)
        for (size_t f = 0; f < i->persons.at[k].fields.len; f++) {
            const struct name_value *v = &i->persons.at[k].fields.at[f];
            const struct identity_field *field = field_find(v->name);
            bool in = false, unknown = str_eq(v->value, STR("không rõ"));
            switch (field && !unknown ? field->how : NOT_LOOKED_FOR) {
            case BY_WORDS: in = words_in(v->value, text); break;
            case BY_FIRST_WORDS: in = words_in(str_cut(v->value, STR(",")).head, text); break;
            case BY_DIGITS: in = digits_in(v->value, text); break;
            case BY_TEXT: in = text_in(v->value, text); break;
            case NOT_LOOKED_FOR: break;
            }
            if (in) return true;
        }
    return false;
}
