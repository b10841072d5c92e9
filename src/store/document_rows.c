/* SPDX-License-Identifier: Apache-2.0
 *
 * document_rows: see document_rows.h.
 */
#include "document_rows.h"

#include "columns.h"

bool document_find(struct document_id *out, struct db *db, struct digest sha256, struct err *err)
{
    struct digest_text hex = digest_text(sha256);
    int64_t id;
    if (!db_get_int(&id, db, SQL_DOCUMENT_FIND, DB_VALUES(db_text(digest_str(&hex))), err)) return false;
    out->n = (uint32_t)id;
    return true;
}

bool document_save(struct kept_document *d, struct db *db, int64_t entry, struct err *err)
{
    struct digest_text hex = digest_text(d->sha256);
    if (!column_next_id(&d->id.n, db, SQL_DOCUMENT_LAST, err)) return false;
    return db_run(db, SQL_DOCUMENT_INSERT,
                  DB_VALUES(db_int(d->id.n), db_text(digest_str(&hex)), db_text(d->name), db_int((int64_t)d->size),
                            db_int(entry)),
                  err);
}

bool reading_save(struct kept_reading *r, struct db *db, struct arena *a, struct document_id document, int64_t entry,
                  struct err *err)
{
    struct digest_text text = digest_text(r->text), said = digest_text(r->said);
    if (!column_next_id(&r->id, db, SQL_READING_LAST, err)) return false;
    return db_run(db, SQL_READING_INSERT,
                  DB_VALUES(db_int(r->id), db_int(document.n), db_text(r->reader), db_text(r->format),
                            db_text(r->encoding), db_text(date_text(a, r->told_date)), db_text(r->told_place),
                            db_text(date_text(a, r->date)), db_text(r->place), db_text(digest_str(&text)),
                            db_text(digest_str(&said)), db_int(entry)),
                  err);
}

bool block_save(int64_t *id, struct db *db, uint32_t reading, const struct block *b, struct err *err)
{
    uint32_t n;
    if (!column_count_id(&n, db, SQL_BLOCK_LAST, err)) return false;
    *id = n;
    return db_run(db, SQL_BLOCK_INSERT,
                  DB_VALUES(db_int(n), db_int(reading), db_text(block_kind_name((enum block_kind)b->kind)),
                            db_int(b->start), db_int(b->end)),
                  err);
}

bool reading_text(struct digest *out, struct db *db, uint32_t reading, struct err *err)
{
    struct db_rows rows;
    bool right = false;
    if (!db_query(&rows, db, SQL_READING_TEXT, DB_VALUES(db_int(reading)), err)) return false;
    if (db_next(&rows)) right = digest_read(out, db_column_text(&rows, 0));
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("reading"));
}

static bool read_date(struct date *out, struct str s)
{
    *out = (struct date){0};
    return s.len == 0 || date_read(out, s);
}

/* A row of SQL_DOCUMENT_LIST. */
static bool row_of(struct listed_document *out, struct arena *a, const struct db_rows *row)
{
    struct kept_reading *r = &out->reading;
    *out = (struct listed_document){
        .document = {.id = {(uint32_t)db_column_int(row, 0)},
                     .name = str_copy(a, db_column_text(row, 2)),
                     .size = (uint64_t)db_column_int(row, 3)},
        .time = str_copy(a, db_column_text(row, 4)),
        .who = str_copy(a, db_column_text(row, 5)),
        .proposed = (uint64_t)db_column_int(row, 16),
        .accepted = (uint64_t)db_column_int(row, 17),
        .rejected = (uint64_t)db_column_int(row, 18),
    };
    r->id = (uint32_t)db_column_int(row, 6);
    r->reader = str_copy(a, db_column_text(row, 7));
    r->format = str_copy(a, db_column_text(row, 8));
    r->encoding = str_copy(a, db_column_text(row, 9));
    r->told_place = str_copy(a, db_column_text(row, 11));
    r->place = str_copy(a, db_column_text(row, 13));
    return digest_read(&out->document.sha256, db_column_text(row, 1)) &&
           read_date(&r->told_date, db_column_text(row, 10)) && read_date(&r->date, db_column_text(row, 12)) &&
           digest_read(&r->text, db_column_text(row, 14)) && digest_read(&r->said, db_column_text(row, 15));
}

bool document_list(struct document_list *out, struct db *db, struct arena *a, struct document_id only, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    int64_t first = only.n, last = only.n ? only.n : UINT32_MAX;
    *out = (struct document_list){0};
    if (!db_query(&rows, db, SQL_DOCUMENT_LIST, DB_VALUES(db_int(first), db_int(last)), err)) return false;
    while (right && db_next(&rows)) right = row_of(vec_push(a, out), a, &rows);
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("document"));
}

bool document_load(struct listed_document *out, struct db *db, struct arena *a, struct document_id id, struct err *err)
{
    struct document_list list;
    char room[16];
    int len = snprintf(room, sizeof room, "D%u", (unsigned)id.n);
    if (!document_list(&list, db, a, id, err)) return false;
    if (id.n == 0 || list.len == 0)
        return fail(err, ERR_DOCUMENT_MISSING, db_where(db), (struct str){room, (size_t)len});
    *out = list.at[0];
    return true;
}
