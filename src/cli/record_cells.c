/* SPDX-License-Identifier: Apache-2.0
 *
 * record_cells: see record_cells.h.
 */
#include "record_cells.h"

bool cli_author(struct author *out, struct cli *c, struct err *err)
{
    *out = (struct author){.who = c->by, .now = c->now};
    if (!c->key.len) return true;
    struct signing_key *key = arena_new(c->arena, struct signing_key);
    out->key = key;
    return signing_key_load(key, c->arena, c->key, err);
}

bool cli_statement_ids(struct statement_id **out, struct cli *c, struct err *err)
{
    *out = arena_array(c->arena, struct statement_id, c->arg_count);
    for (size_t i = 0; i < c->arg_count; i++)
        if (!statement_id_read(&(*out)[i], c->args[i])) return fail(err, ERR_STATEMENT_ID, c->args[i]);
    return true;
}

bool cli_document_id(struct document_id *out, struct cli *c, const char *option, struct err *err)
{
    *out = (struct document_id){0};
    if (!cli_given(c, option)) return true;
    return document_id_read(out, cli_text(c, option)) || fail(err, ERR_DOCUMENT_ID, cli_text(c, option));
}

void statement_id_cell(struct rows *r, struct statement_id id)
{
    struct buf b = buf_make(16);
    if (id.n) statement_id_write(&b, id);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

void document_id_cell(struct rows *r, struct document_id id)
{
    struct buf b = buf_make(16);
    if (id.n) document_id_write(&b, id);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}
