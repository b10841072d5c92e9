/* SPDX-License-Identifier: Apache-2.0
 *
 * registers: see registers.h.
 */
#include "registers.h"

#include "buf.h"
#include "content.h"
#include "register_read.h"
#include "register_table.h"

static const struct kind_text *table_find(struct str word)
{
    for (size_t i = 0; i < register_texts_count; i++)
        if (str_eq(register_texts[i].kind, word)) return &register_texts[i];
    return NULL;
}

/* What the record knows of a register of the program: the version, when it is the same text. */
static bool from_table(struct known_register *out, struct db *db, struct arena *a, const struct kind_text *t,
                       struct err *err)
{
    struct kept_register row = {0};
    bool found = false;
    *out = (struct known_register){.text = t->text, .sha256 = sha256_of(t->text), .built_in = true};
    if (!register_read(&out->def, a, t->text, t->kind, err)) return false;
    if (db && !register_row(&row, &found, db, a, t->kind, 0, err)) return false;
    if (!found || !digest_eq(row.sha256, out->sha256)) return true;
    out->version = row.version;
    out->who = row.who;
    out->time = row.time;
    return true;
}

static bool from_record(struct known_register *out, struct db *db, struct arena *a, const struct kept_register *row,
                        struct err *err)
{
    *out = (struct known_register){.sha256 = row->sha256, .version = row->version, .who = row->who, .time = row->time};
    return content_load(&out->text, db, a, row->sha256, err) && register_read(&out->def, a, out->text, row->word, err);
}

bool known_registers(struct known_registers *out, struct db *db, struct arena *a, struct err *err)
{
    struct kept_registers rows = {0};
    *out = (struct known_registers){0};
    for (size_t i = 0; i < register_texts_count; i++)
        if (!from_table(vec_push(a, out), db, a, &register_texts[i], err)) return false;
    if (db && !register_rows(&rows, db, a, err)) return false;
    for (size_t i = 0; i < rows.len; i++) {
        bool last = i + 1 == rows.len || !str_eq(rows.at[i + 1].word, rows.at[i].word);
        if (!last || table_find(rows.at[i].word)) continue;
        if (!from_record(vec_push(a, out), db, a, &rows.at[i], err)) return false;
    }
    return true;
}

bool known_register(struct known_register *out, struct db *db, struct arena *a, struct str word, struct err *err)
{
    const struct kind_text *t = table_find(word);
    struct kept_register row;
    bool found = false;
    if (t) return from_table(out, db, a, t, err);
    if (db && !register_row(&row, &found, db, a, word, 0, err)) return false;
    return found ? from_record(out, db, a, &row, err) : fail(err, ERR_REGISTER_UNKNOWN, word);
}

static bool add_inside(struct kept_register *out, struct db *db, struct arena *a, const struct author *author,
                       struct str text, struct str word, struct err *err)
{
    struct kept_register last;
    struct digest sha256;
    bool found;
    char room[24];
    if (!register_row(&last, &found, db, a, word, 0, err) || !content_save(&sha256, db, text, err)) return false;
    int len = snprintf(room, sizeof room, "%u", found ? last.version : 0);
    if (found && digest_eq(last.sha256, sha256))
        return fail(err, ERR_REGISTER_SAME, word, (struct str){room, (size_t)len});
    return change_register_def(out, db, a, author, sha256, word, err);
}

bool register_add(struct kept_register *out, struct db *db, struct arena *a, const struct author *author,
                  struct str text, struct str name, struct err *err)
{
    struct register_def d;
    if (!register_read(&d, a, text, name, err)) return false;
    if (table_find(d.word)) return fail(err, ERR_REGISTER_BUILT_IN, d.word);
    return db_begin(db, DB_TRANSACTION_WRITE, err) &&
           db_finish(db, add_inside(out, db, a, author, text, d.word, err), err);
}

bool register_begin(struct known_register *out, struct db *db, struct arena *a, const struct author *author,
                    struct str word, struct err *err)
{
    struct kept_register kept;
    struct digest sha256;
    if (!known_register(out, db, a, word, err)) return false;
    if (out->version) return true;
    if (!content_save(&sha256, db, out->text, err) || !change_register_def(&kept, db, a, author, sha256, word, err))
        return false;
    out->version = kept.version;
    return true;
}
