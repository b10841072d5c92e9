/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_kinds: see matter_kinds.h.
 */
#include "matter_kinds.h"

#include "buf.h"
#include "content.h"
#include "kind_read.h"
#include "kind_table.h"

static const struct kind_text *table_find(struct str word)
{
    for (size_t i = 0; i < kind_texts_count; i++)
        if (str_eq(kind_texts[i].kind, word)) return &kind_texts[i];
    return NULL;
}

/* What the record knows of a kind of the program: the version, when it is the same text. */
static bool from_table(struct known_kind *out, struct db *db, struct arena *a, const struct kind_text *t,
                       struct err *err)
{
    struct kept_kind row = {0};
    bool found = false;
    *out = (struct known_kind){.text = t->text, .sha256 = sha256_of(t->text), .built_in = true};
    if (!kind_read(&out->kind, a, t->text, t->kind, err)) return false;
    if (db && !kind_row(&row, &found, db, a, t->kind, 0, err)) return false;
    if (!found || !digest_eq(row.sha256, out->sha256)) return true;
    out->version = row.version;
    out->who = row.who;
    out->time = row.time;
    return true;
}

static bool from_record(struct known_kind *out, struct db *db, struct arena *a, const struct kept_kind *row,
                        struct err *err)
{
    *out = (struct known_kind){.sha256 = row->sha256, .version = row->version, .who = row->who, .time = row->time};
    return content_load(&out->text, db, a, row->sha256, err) && kind_read(&out->kind, a, out->text, row->word, err);
}

bool known_kinds(struct known_kinds *out, struct db *db, struct arena *a, struct err *err)
{
    struct kept_kinds rows = {0};
    *out = (struct known_kinds){0};
    for (size_t i = 0; i < kind_texts_count; i++)
        if (!from_table(vec_push(a, out), db, a, &kind_texts[i], err)) return false;
    if (db && !kind_rows(&rows, db, a, err)) return false;
    for (size_t i = 0; i < rows.len; i++) {
        bool last = i + 1 == rows.len || !str_eq(rows.at[i + 1].word, rows.at[i].word);
        if (!last || table_find(rows.at[i].word)) continue;
        if (!from_record(vec_push(a, out), db, a, &rows.at[i], err)) return false;
    }
    return true;
}

bool known_kind(struct known_kind *out, struct db *db, struct arena *a, struct str word, struct err *err)
{
    const struct kind_text *t = table_find(word);
    struct kept_kind row;
    bool found = false;
    if (t) return from_table(out, db, a, t, err);
    if (db && !kind_row(&row, &found, db, a, word, 0, err)) return false;
    return found ? from_record(out, db, a, &row, err) : fail(err, ERR_KIND_UNKNOWN, word);
}

static bool add_inside(struct kept_kind *out, struct db *db, struct arena *a, const struct author *author,
                       struct str text, struct str word, struct err *err)
{
    struct kept_kind last;
    struct digest sha256;
    bool found;
    char room[24];
    if (!kind_row(&last, &found, db, a, word, 0, err) || !content_save(&sha256, db, text, err)) return false;
    int len = snprintf(room, sizeof room, "%u", found ? last.version : 0);
    if (found && digest_eq(last.sha256, sha256)) return fail(err, ERR_KIND_SAME, word, (struct str){room, (size_t)len});
    return change_kind(out, db, a, author, sha256, word, err);
}

bool kind_add(struct kept_kind *out, struct db *db, struct arena *a, const struct author *author, struct str text,
              struct str name, struct err *err)
{
    struct matter_kind kind;
    if (!kind_read(&kind, a, text, name, err)) return false;
    if (table_find(kind.word)) return fail(err, ERR_KIND_BUILT_IN, kind.word);
    return db_begin(db, DB_TRANSACTION_WRITE, err) &&
           db_finish(db, add_inside(out, db, a, author, text, kind.word, err), err);
}

bool kind_begin(struct known_kind *out, struct db *db, struct arena *a, const struct author *author, struct str word,
                struct err *err)
{
    struct kept_kind kept;
    struct digest sha256;
    if (!known_kind(out, db, a, word, err)) return false;
    if (out->version) return true;
    if (!content_save(&sha256, db, out->text, err) || !change_kind(&kept, db, a, author, sha256, word, err))
        return false;
    out->version = kept.version;
    return true;
}
