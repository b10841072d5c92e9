/* SPDX-License-Identifier: Apache-2.0
 *
 * journal: see journal.h. Invariants, all checked by journal_verify:
 *
 *   1. seq runs from 1 without gaps; the checkpoint has as many entries as the journal.
 *   2. journal_node holds a row for bit l of the size when, and only when, that bit is set: the right-hand edge of the
 *      tree.
 *   3. The root of the checkpoint is the root of the tree of all entries.
 *   4. When the first entry names a key, the checkpoint is signed with it.
 *
 * Appending reads the edge, never the entries. A signed record proves at every change that the key of the author is its
 * own: the signature of the checkpoint that is there must be one of this key.
 */
#include "journal.h"

#include "buf.h"
#include "date.h"
#include "json_write.h"
#include "payload.h"

void journal_entry_write(struct buf *b, const struct journal_entry *e)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    json_write_key(&j, STR("seq"));
    json_write_int(&j, e->seq);
    json_write_key(&j, STR("time"));
    json_write_text(&j, e->time);
    json_write_key(&j, STR("who"));
    json_write_text(&j, e->who);
    json_write_key(&j, STR("kind"));
    json_write_text(&j, e->kind);
    json_write_key(&j, STR("payload"));
    json_write_raw(&j, e->payload);
    json_write_close(&j, '}');
}

struct journal_entry journal_entry_of(const struct db_rows *rows)
{
    return (struct journal_entry){
        .seq = db_column_int(rows, 0),
        .time = db_column_text(rows, 1),
        .who = db_column_text(rows, 2),
        .kind = db_column_text(rows, 3),
        .payload = db_column_text(rows, 4),
    };
}

bool journal_load(struct journal_entry *out, struct db *db, struct arena *a, int64_t seq, struct err *err)
{
    struct db_rows rows;
    *out = (struct journal_entry){0};
    if (!db_query(&rows, db, SQL_JOURNAL_FIND, DB_VALUES(db_int(seq)), err)) return false;
    if (db_next(&rows)) {
        struct journal_entry e = journal_entry_of(&rows);
        *out = (struct journal_entry){e.seq, str_copy(a, e.time), str_copy(a, e.who), str_copy(a, e.kind),
                                      str_copy(a, e.payload)};
    }
    if (!db_end(&rows, err)) return false;
    char number[24];
    int len = snprintf(number, sizeof number, "%lld", (long long)seq);
    return out->seq == seq || fail(err, ERR_ENTRY_MISSING, db_where(db), (struct str){number, (size_t)len});
}

/* 2024-02-15T03:00:00Z */
static struct str time_text(struct arena *a, int64_t now)
{
    int64_t day = now / 86400 - (now % 86400 < 0), second = now - day * 86400;
    struct buf b = buf_make(64);
    date_write(&b, date_from_days((int32_t)day));
    buf_format(&b, "T%02d:%02d:%02dZ", (int)(second / 3600), (int)(second / 60 % 60), (int)(second % 60));
    struct str text = str_copy(a, buf_str(&b));
    buf_free(&b);
    return text;
}

bool journal_head(struct checkpoint *out, struct db *db, struct err *err)
{
    struct db_rows rows;
    bool right = true;
    *out = (struct checkpoint){0};
    if (!db_query(&rows, db, SQL_CHECKPOINT_GET, DB_NO_VALUES, err)) return false;
    if (db_next(&rows)) {
        struct str signature = db_column_text(&rows, 2);
        out->size = (uint64_t)db_column_int(&rows, 0);
        right = db_column_int(&rows, 0) > 0 && digest_read(&out->root, db_column_text(&rows, 1));
        out->is_signed = signature.len > 0;
        if (out->is_signed) right = right && signature_read(&out->signature, signature);
    }
    if (!db_end(&rows, err)) return false;
    return right || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("checkpoint"));
}

/* The right-hand edge; its bits must be those of the size. */
static bool load_edge(struct merkle *out, struct db *db, uint64_t size, struct err *err)
{
    struct db_rows rows;
    uint64_t bits = 0;
    bool right = true;
    *out = (struct merkle){.size = size};
    if (!db_query(&rows, db, SQL_JOURNAL_NODE_ALL, DB_NO_VALUES, err)) return false;
    while (db_next(&rows)) {
        int64_t level = db_column_int(&rows, 0);
        right = right && level >= 0 && level < MERKLE_LEVELS &&
                digest_read(&out->node[level], db_column_text(&rows, 1));
        if (right) bits |= (uint64_t)1 << level;
    }
    if (!db_end(&rows, err)) return false;
    return (right && bits == size) || fail(err, ERR_RECORD_BROKEN, db_where(db), STR("journal_node"));
}

static bool save_edge(struct db *db, const struct merkle *m, struct err *err)
{
    int level = __builtin_ctzll(m->size);
    struct digest_text hash = digest_text(m->node[level]);
    return db_run(db, SQL_JOURNAL_NODE_REMOVE_BELOW, DB_VALUES(db_int(level)), err) &&
           db_run(db, SQL_JOURNAL_NODE_PUT, DB_VALUES(db_int(level), db_text(digest_str(&hash))), err);
}

static bool save_head(struct db *db, const struct checkpoint *c, struct err *err)
{
    struct digest_text root = digest_text(c->root);
    struct buf signature = buf_make(SIGNING_SIGNATURE_HEX);
    if (c->is_signed) signature_write(&signature, c->signature);
    bool ok = db_run(db, SQL_CHECKPOINT_PUT,
                     DB_VALUES(db_int((int64_t)c->size), db_text(digest_str(&root)), db_text(buf_str(&signature))),
                     err);
    buf_free(&signature);
    return ok;
}

static bool check_key(struct checkpoint *head, struct db *db, const struct signing_key *key, struct err *err)
{
    if (head->size == 0 || (!head->is_signed && !key)) return true;
    if (!key) return fail(err, ERR_KEY_NEEDED, db_where(db));
    head->key = key->public;
    return checkpoint_signature_is_right(head) || fail(err, ERR_KEY_OTHER, db_where(db));
}

/* Insert, read back, and give the leaf of what was read back. */
static bool insert(struct digest *leaf, struct db *db, const struct journal_entry *e, struct err *err)
{
    struct db_values values = DB_VALUES(db_int(e->seq), db_text(e->time), db_text(e->who), db_text(e->kind),
                                        db_text(e->payload));
    if (!db_run(db, SQL_JOURNAL_INSERT, values, err)) return false;
    struct db_rows rows;
    struct buf line = buf_make(SIZE_MAX);
    journal_entry_write(&line, e);
    *leaf = merkle_leaf(buf_str(&line));
    buf_clear(&line);
    bool ok = db_query(&rows, db, SQL_JOURNAL_FIND, DB_VALUES(db_int(e->seq)), err), same = false;
    if (ok) {
        if (db_next(&rows)) {
            struct journal_entry back = journal_entry_of(&rows);
            journal_entry_write(&line, &back);
            same = digest_eq(merkle_leaf(buf_str(&line)), *leaf);
        }
        ok = db_end(&rows, err);
    }
    buf_free(&line);
    return ok && (same || fail(err, ERR_RECORD_READ_BACK, db_where(db), STR("journal")));
}

bool journal_append(struct journal_entry *out, struct db *db, struct arena *a, const struct author *author,
                    struct str kind, struct str payload, struct err *err)
{
    struct checkpoint head;
    struct merkle tree;
    struct digest leaf;
    if (!journal_head(&head, db, err) || !check_key(&head, db, author->key, err) ||
        !load_edge(&tree, db, head.size, err))
        return false;
    *out = (struct journal_entry){
        .seq = (int64_t)head.size + 1,
        .time = time_text(a, author->now),
        .who = author->who,
        .kind = kind,
        .payload = payload,
    };
    if (!insert(&leaf, db, out, err)) return false;
    merkle_append(&tree, leaf);
    head = (struct checkpoint){.size = tree.size, .root = merkle_root(&tree)};
    if (author->key) checkpoint_sign(&head, author->key);
    return save_edge(db, &tree, err) && save_head(db, &head, err) && db_notify(db, err);
}

bool journal_checkpoint(struct checkpoint *out, struct db *db, struct arena *a, struct err *err)
{
    struct journal_entry first;
    struct payload p;
    if (!journal_head(out, db, err) || !journal_load(&first, db, a, 1, err)) return false;
    if (!payload_open(&p, first.payload)) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("journal 1"));
    struct str key = payload_text(&p, p.root, "key");
    bool right = !p.bad && (key.len == 0 || public_key_read(&out->key, key));
    bool wants = key.len > 0;
    payload_close(&p);
    if (!right) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("journal 1"));
    if (wants && !out->is_signed && !db_is_earlier(db))
        return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("checkpoint"));
    return true;
}

bool journal_list_after(struct journal_entries *out, struct db *db, struct arena *a, int64_t seq, struct err *err)
{
    struct db_rows rows;
    *out = (struct journal_entries){0};
    if (!db_query(&rows, db, SQL_JOURNAL_AFTER, DB_VALUES(db_int(seq)), err)) return false;
    while (db_next(&rows)) {
        *vec_push(a, out) = (struct journal_entry){
            .seq = db_column_int(&rows, 0),
            .time = str_copy(a, db_column_text(&rows, 1)),
            .who = str_copy(a, db_column_text(&rows, 2)),
            .kind = str_copy(a, db_column_text(&rows, 3)),
        };
    }
    return db_end(&rows, err);
}
