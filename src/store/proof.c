/* SPDX-License-Identifier: Apache-2.0
 *
 * proof: see proof.h. Making a proof reckons the leaves of all entries, which is one pass over the journal; checking it
 * needs the proof alone. The number of an entry is read from its own line, so a proof cannot give an entry another
 * place than it names.
 */
#include "proof.h"

#include "buf.h"
#include "payload.h"

static const struct str head_entry = STR_INIT("dieuhanh-proof v1 entry\n"),
                        head_growth = STR_INIT("dieuhanh-proof v1 growth\n"),
                        mark_checkpoint = STR_INIT("dieuhanh-checkpoint ");

struct leaves {
    VEC_FIELDS(struct digest);
};

static bool load_leaves(struct leaves *out, struct db *db, struct arena *a, struct err *err)
{
    struct db_rows rows;
    struct buf line = buf_make(SIZE_MAX);
    *out = (struct leaves){0};
    bool ok = db_query(&rows, db, SQL_JOURNAL_ALL, DB_NO_VALUES, err);
    while (ok && db_next(&rows)) {
        struct journal_entry e = journal_entry_of(&rows);
        buf_clear(&line);
        journal_entry_write(&line, &e);
        *vec_push(a, out) = merkle_leaf(buf_str(&line));
    }
    buf_free(&line);
    return ok && db_end(&rows, err);
}

bool proof_of_entry(struct proof *out, struct db *db, struct arena *a, int64_t seq, struct err *err)
{
    struct journal_entry e;
    struct leaves leaves;
    struct buf line = buf_make(SIZE_MAX);
    *out = (struct proof){0};
    if (!journal_load(&e, db, a, seq, err) || !journal_checkpoint(&out->checkpoint, db, a, err)) return false;
    if (!load_leaves(&leaves, db, a, err)) return false;
    if (seq < 1 || (uint64_t)seq > leaves.len) return fail(err, ERR_RECORD_BROKEN, db_where(db), STR("journal"));
    journal_entry_write(&line, &e);
    out->entry = str_copy(a, buf_str(&line));
    buf_free(&line);
    merkle_inclusion_make(&out->path, a, leaves.at, leaves.len, (uint64_t)seq - 1);
    return true;
}

bool proof_of_growth(struct proof *out, struct db *db, struct arena *a, const struct checkpoint *older, struct err *err)
{
    struct leaves leaves;
    *out = (struct proof){.is_growth = true, .older = *older};
    if (!journal_checkpoint(&out->checkpoint, db, a, err) || !load_leaves(&leaves, db, a, err)) return false;
    if (older->size == 0 || older->size > leaves.len) return fail(err, ERR_PROOF_OLDER);
    merkle_consistency_make(&out->path, a, leaves.at, leaves.len, older->size);
    return proof_holds(out) || fail(err, ERR_PROOF_OLDER);
}

void proof_write(struct buf *b, const struct proof *p)
{
    buf_put(b, p->is_growth ? head_growth : head_entry);
    if (!p->is_growth) {
        buf_put(b, STR("entry "));
        buf_put(b, p->entry);
        buf_char(b, '\n');
    }
    if (p->path.len) buf_put(b, STR("path"));
    for (size_t i = 0; i < p->path.len; i++) {
        buf_char(b, ' ');
        digest_write(b, p->path.at[i]);
    }
    if (p->path.len) buf_char(b, '\n');
    if (p->is_growth) checkpoint_write(b, &p->older);
    checkpoint_write(b, &p->checkpoint);
}

/* The line up to its end; *rest goes on after it. */
static struct str next_line(struct str *rest)
{
    struct str_cut cut = str_cut(*rest, STR("\n"));
    *rest = cut.tail;
    return cut.head;
}

static bool read_path(struct merkle_proof *out, struct arena *a, struct str words)
{
    while (words.len) {
        struct str_cut cut = str_cut(words, STR(" "));
        struct digest d;
        if (!digest_read(&d, cut.head)) return false;
        *vec_push(a, out) = d;
        words = cut.tail;
    }
    return true;
}

/* Up to the next checkpoint, or to the end. */
static struct str cut_checkpoint(struct str *rest)
{
    ptrdiff_t next = rest->len ? str_find(str_from(*rest, 1), mark_checkpoint) : -1;
    struct str head = next < 0 ? *rest : str_part(*rest, 0, (size_t)next + 1);
    *rest = str_from(*rest, head.len);
    return head;
}

static bool read_parts(struct proof *out, struct arena *a, struct str rest)
{
    struct err err;
    if (!str_starts(rest, head_entry) && !str_starts(rest, head_growth)) return false;
    out->is_growth = str_starts(rest, head_growth);
    (void)next_line(&rest);
    if (!out->is_growth) {
        if (!str_starts(rest, STR("entry "))) return false;
        out->entry = str_from(next_line(&rest), sizeof "entry " - 1);
    }
    if (str_starts(rest, STR("path ")) && !read_path(&out->path, a, str_from(next_line(&rest), sizeof "path " - 1)))
        return false;
    if (out->is_growth && !checkpoint_read(&out->older, cut_checkpoint(&rest), &err)) return false;
    return checkpoint_read(&out->checkpoint, rest, &err);
}

bool proof_read(struct proof *out, struct arena *a, struct str text, struct err *err)
{
    *out = (struct proof){0};
    return read_parts(out, a, text) || fail(err, ERR_PROOF_NOT);
}

static bool signature_fits(const struct checkpoint *c)
{
    return !c->is_signed || checkpoint_signature_is_right(c);
}

bool proof_holds(const struct proof *p)
{
    struct payload entry;
    if (!signature_fits(&p->checkpoint)) return false;
    if (p->is_growth)
        return signature_fits(&p->older) &&
               merkle_consistency_check(&p->path, p->older.size, p->older.root, p->checkpoint.size, p->checkpoint.root);
    if (!payload_open(&entry, p->entry)) return false;
    int64_t seq = payload_int(&entry, entry.root, "seq");
    payload_close(&entry);
    return seq > 0 && merkle_inclusion_check(&p->path, merkle_leaf(p->entry), (uint64_t)seq - 1, p->checkpoint.size,
                                             p->checkpoint.root);
}
