/* SPDX-License-Identifier: Apache-2.0
 *
 * journal_verify: see journal_verify.h. One pass over the entries with the right-hand edge of the tree as the only
 * state: when the pass has taken as many entries as the older checkpoint counts, the root at that moment must be its
 * root. So an old checkpoint costs nothing more, and any edit, exchange, insertion or deletion before it is found
 * however well the rest was made to fit.
 */
#include "journal_verify.h"

#include "buf.h"
#include "payload.h"

#include <assert.h>

struct str journal_fault_name(enum journal_fault f)
{
    static const struct str names[] = {
        [JOURNAL_SOUND] = STR_INIT("sound"),
        [JOURNAL_SEQUENCE] = STR_INIT("sequence"),
        [JOURNAL_SIZE] = STR_INIT("size"),
        [JOURNAL_ROOT] = STR_INIT("root"),
        [JOURNAL_EDGE] = STR_INIT("edge"),
        [JOURNAL_SIGNATURE] = STR_INIT("signature"),
        [JOURNAL_SHORTER] = STR_INIT("shorter"),
        [JOURNAL_OTHER] = STR_INIT("other"),
        [JOURNAL_OLDER_SIGNATURE] = STR_INIT("older_signature"),
    };
    static_assert(sizeof names / sizeof *names == JOURNAL_FAULTS, "a name for every fault");
    return names[f];
}

/* What the pass brings. */
struct pass {
    struct merkle tree;
    int64_t wrong_seq;       /* place of the first entry with another number; 0: none */
    uint64_t stop;           /* entries that the older checkpoint counts */
    struct digest stop_root; /* root after so many */
};

static bool run_pass(struct pass *p, struct db *db, struct err *err)
{
    struct db_rows rows;
    struct buf line = buf_make(SIZE_MAX);
    bool ok = db_query(&rows, db, SQL_JOURNAL_ALL, DB_NO_VALUES, err);
    while (ok && db_next(&rows)) {
        struct journal_entry e = journal_entry_of(&rows);
        buf_clear(&line);
        journal_entry_write(&line, &e);
        merkle_append(&p->tree, merkle_leaf(buf_str(&line)));
        if (e.seq != (int64_t)p->tree.size && !p->wrong_seq) p->wrong_seq = (int64_t)p->tree.size;
        if (p->tree.size == p->stop) p->stop_root = merkle_root(&p->tree);
    }
    buf_free(&line);
    return ok && db_end(&rows, err);
}

static bool edge_is_right(bool *right, struct db *db, const struct merkle *tree, struct err *err)
{
    struct db_rows rows;
    uint64_t bits = 0;
    *right = true;
    if (!db_query(&rows, db, SQL_JOURNAL_NODE_ALL, DB_NO_VALUES, err)) return false;
    while (db_next(&rows)) {
        int64_t level = db_column_int(&rows, 0);
        struct digest hash;
        if (level < 0 || level >= MERKLE_LEVELS || !(tree->size >> level & 1) ||
            !digest_read(&hash, db_column_text(&rows, 1)) || !digest_eq(hash, tree->node[level]))
            *right = false;
        else
            bits |= (uint64_t)1 << level;
    }
    if (bits != tree->size) *right = false;
    return db_end(&rows, err);
}

/* The public key that the first entry names. A first entry that cannot be read names none: its leaf is wrong anyway. */
static bool first_key(bool *has, struct public_key *key, struct db *db, struct arena *a, struct err *err)
{
    struct journal_entry first;
    struct payload p;
    *has = false;
    struct err missing;
    if (!journal_load(&first, db, a, 1, &missing)) {
        if (missing.code == ERR_ENTRY_MISSING) return true;
        *err = missing;
        return false;
    }
    if (!payload_open(&p, first.payload)) return true;
    *has = public_key_read(key, payload_text(&p, p.root, "key"));
    payload_close(&p);
    return true;
}

static enum journal_fault judge(const struct pass *p, const struct checkpoint *now, bool edge, bool has_key,
                                const struct checkpoint *older)
{
    if (p->wrong_seq) return JOURNAL_SEQUENCE;
    if (p->tree.size != now->size) return JOURNAL_SIZE;
    if (!digest_eq(merkle_root(&p->tree), now->root)) return JOURNAL_ROOT;
    if (!edge) return JOURNAL_EDGE;
    if (has_key != now->is_signed || (has_key && !checkpoint_signature_is_right(now))) return JOURNAL_SIGNATURE;
    if (!older) return JOURNAL_SOUND;
    bool same_key = has_key && memcmp(older->key.byte, now->key.byte, sizeof now->key.byte) == 0;
    if (older->is_signed && (!same_key || !checkpoint_signature_is_right(older))) return JOURNAL_OLDER_SIGNATURE;
    if (p->tree.size < older->size) return JOURNAL_SHORTER;
    struct digest root = older->size ? p->stop_root : sha256_of(STR(""));
    return digest_eq(root, older->root) ? JOURNAL_SOUND : JOURNAL_OTHER;
}

bool journal_verify(struct journal_check *out, struct db *db, struct arena *a, const struct checkpoint *older,
                    struct err *err)
{
    struct pass p = {.stop = older ? older->size : 0};
    bool edge, has_key;
    *out = (struct journal_check){0};
    if (!journal_head(&out->now, db, err) || !run_pass(&p, db, err) || !edge_is_right(&edge, db, &p.tree, err) ||
        !first_key(&has_key, &out->now.key, db, a, err))
        return false;
    out->fault = judge(&p, &out->now, edge, has_key, older);
    out->seq = out->fault == JOURNAL_SEQUENCE ? p.wrong_seq : (int64_t)p.tree.size;
    return true;
}
