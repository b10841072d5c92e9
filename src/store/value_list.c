/* SPDX-License-Identifier: Apache-2.0
 *
 * value_list: see value_list.h.
 */
#include "value_list.h"

void value_list_row(struct value_list *l)
{
    if (!l->text.limit) l->text = buf_make(SIZE_MAX);
    if (!l->text.len) {
        l->json = json_to(&l->text);
        json_write_open(&l->json, '[');
    }
    if (l->in_row) json_write_close(&l->json, ']');
    json_write_open(&l->json, '[');
    l->in_row = true;
}

void value_list_text(struct value_list *l, struct str s)
{
    json_write_text(&l->json, s);
}

void value_list_int(struct value_list *l, int64_t n)
{
    json_write_int(&l->json, n);
}

void value_list_null(struct value_list *l)
{
    json_write_null(&l->json);
}

struct db_value value_list_end(struct value_list *l)
{
    if (!l->text.len) return db_text(STR("[]"));
    if (l->in_row) json_write_close(&l->json, ']');
    json_write_close(&l->json, ']');
    l->in_row = false;
    return db_text(buf_str(&l->text));
}

void value_list_free(struct value_list *l)
{
    buf_free(&l->text);
    *l = (struct value_list){0};
}
