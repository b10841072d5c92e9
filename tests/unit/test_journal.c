/* SPDX-License-Identifier: Apache-2.0
 *
 * journal: what is appended verifies, and every way of tampering is found: the clumsy ones by the record alone, the
 * careful ones, in which everything in the record was made to fit again, by an older checkpoint.
 */
#include "scratch.h"

#include "buf.h"
#include "journal_verify.h"
#include "proof.h"
#include "schema.h"

enum { WAIT_MS = 50, ENTRIES = 13, OLDER = 9 };

static const int64_t noon = 1707966000; /* 2024-02-15T03:00:00Z */

static struct db *create(struct scratch *s, struct str path, const struct signing_key *key)
{
    struct db *db;
    struct err err;
    struct journal_entry e;
    struct buf payload = buf_make(4096);
    buf_put(&payload, STR("{\"key\":\""));
    if (key) public_key_write(&payload, key->public);
    buf_put(&payload, STR("\"}"));
    assert_true(db_open(&db, s->arena, path, DB_CREATE, WAIT_MS, &err));
    assert_true(db_begin(db, DB_TRANSACTION_WRITE, &err));
    assert_true(schema_create(db, &err));
    assert_true(
        journal_append(&e, db, s->arena, &(struct author){STR("an"), noon, key}, STR("init"), buf_str(&payload), &err));
    assert_true(db_commit(db, &err));
    assert_true(db_publish(db, &err));
    buf_free(&payload);
    assert_true(db_open(&db, s->arena, path, DB_WRITE, WAIT_MS, &err));
    return db;
}

static bool append(struct scratch *s, struct db *db, int n, const struct signing_key *key, struct err *err)
{
    struct journal_entry e;
    char payload[64];
    int len = snprintf(payload, sizeof payload, "{\"statements\":[%d]}", n);
    if (!db_begin(db, DB_TRANSACTION_WRITE, err)) return false;
    bool ok = journal_append(&e, db, s->arena, &(struct author){STR("bình"), noon + n, key}, STR("reject"),
                             (struct str){payload, (size_t)len}, err);
    return db_finish(db, ok, err);
}

/* A record of ENTRIES entries; *older is its checkpoint when it had OLDER. */
static struct str make(struct scratch *s, const char *name, struct checkpoint *older, const struct signing_key *key)
{
    struct str path = scratch_path(s, name);
    struct db *db = create(s, path, key);
    struct err err;
    for (int n = 2; n <= ENTRIES; n++) {
        assert_true(append(s, db, n, key, &err));
        if (n == OLDER) assert_true(journal_checkpoint(older, db, s->arena, &err));
    }
    db_close(db);
    return path;
}

static enum journal_fault verify(struct scratch *s, struct str path, const struct checkpoint *older)
{
    struct db *db;
    struct err err;
    struct journal_check check;
    assert_true(db_open(&db, s->arena, path, DB_READ, WAIT_MS, &err));
    assert_true(db_begin(db, DB_TRANSACTION_READ, &err));
    assert_true(journal_verify(&check, db, s->arena, older, &err));
    db_close(db);
    return check.fault;
}

/* Make edge and checkpoint fit the entries that are there now, as somebody who knows this program would. */
static void forge(struct scratch *s, struct str path)
{
    struct db *db;
    struct db_rows rows;
    struct err err;
    struct merkle tree = {0};
    struct buf line = buf_make(SIZE_MAX), sql = buf_make(SIZE_MAX);
    assert_true(db_open(&db, s->arena, path, DB_READ, WAIT_MS, &err));
    assert_true(db_query(&rows, db, SQL_JOURNAL_ALL, DB_NO_VALUES, &err));
    while (db_next(&rows)) {
        struct journal_entry e = journal_entry_of(&rows);
        buf_clear(&line);
        journal_entry_write(&line, &e);
        merkle_append(&tree, merkle_leaf(buf_str(&line)));
    }
    assert_true(db_end(&rows, &err));
    db_close(db);
    buf_put(&sql, STR("DELETE FROM journal_node;"));
    for (int level = 0; level < MERKLE_LEVELS; level++) {
        if (!(tree.size >> level & 1)) continue;
        struct digest_text hash = digest_text(tree.node[level]);
        buf_format(&sql, "INSERT INTO journal_node VALUES (%d, '%.*s');", level, SHA256_HEX, hash.digit);
    }
    struct digest_text root = digest_text(merkle_root(&tree));
    buf_format(&sql, "UPDATE checkpoint SET size = %d, root = '%.*s'", (int)tree.size, SHA256_HEX, root.digit);
    scratch_sql(s, path, str_copy_z(s->arena, buf_str(&sql)));
    buf_free(&line);
    buf_free(&sql);
}

/* Entries are 1..13, the older checkpoint counts 9. */
static const struct attack {
    const char *name, *sql;
    enum journal_fault clumsy;  /* as it is, without an older checkpoint */
    enum journal_fault careful; /* after forge(), with the older checkpoint */
} attacks[] = {
    {"edit of a payload", "UPDATE journal SET payload = '{\"statements\":[8]}' WHERE seq = 4", JOURNAL_ROOT,
     JOURNAL_OTHER},
    {"edit of a name", "UPDATE journal SET who = 'cường' WHERE seq = 4", JOURNAL_ROOT, JOURNAL_OTHER},
    {"edit of a time", "UPDATE journal SET time = '2024-02-15T03:00:05Z' WHERE seq = 4", JOURNAL_ROOT, JOURNAL_OTHER},
    {"edit of a kind", "UPDATE journal SET kind = 'accept' WHERE seq = 9", JOURNAL_ROOT, JOURNAL_OTHER},
    {"edit of the first", "UPDATE journal SET payload = '{\"key\":\"\",\"x\":1}' WHERE seq = 1", JOURNAL_ROOT,
     JOURNAL_OTHER},
    {"deletion", "DELETE FROM journal WHERE seq = 4", JOURNAL_SEQUENCE, JOURNAL_SEQUENCE},
    {"deletion, the rest renumbered",
     "DELETE FROM journal WHERE seq = 4; UPDATE journal SET seq = -seq WHERE seq > 4; UPDATE journal SET seq = -seq - "
     "1 WHERE seq < 0",
     JOURNAL_SIZE, JOURNAL_OTHER},
    {"deletion of all before, renumbered",
     "DELETE FROM journal WHERE seq BETWEEN 2 AND 4; UPDATE journal SET seq = -seq WHERE seq > 4; UPDATE journal SET "
     "seq = -seq - 3 WHERE seq < 0",
     JOURNAL_SIZE, JOURNAL_OTHER},
    {"insertion",
     "UPDATE journal SET seq = -seq WHERE seq > 4; UPDATE journal SET seq = -seq + 1 WHERE seq < 0;"
     "INSERT INTO journal SELECT 5, time, who, kind, payload FROM journal WHERE seq = 4",
     JOURNAL_SIZE, JOURNAL_OTHER},
    {"insertion of a number out of line",
     "INSERT INTO journal SELECT 99, time, who, kind, payload FROM journal WHERE seq = 4", JOURNAL_SEQUENCE,
     JOURNAL_SEQUENCE},
    {"exchange of two",
     "UPDATE journal SET seq = -1 WHERE seq = 5; UPDATE journal SET seq = 5 WHERE seq = 6; UPDATE journal SET seq = 6 "
     "WHERE seq = -1",
     JOURNAL_ROOT, JOURNAL_OTHER},
    {"truncation", "DELETE FROM journal WHERE seq > 8", JOURNAL_SIZE, JOURNAL_SHORTER},
    {"truncation of all", "DELETE FROM journal WHERE seq > 1", JOURNAL_SIZE, JOURNAL_SHORTER},
    {"edge of another tree",
     "UPDATE journal_node SET hash = (SELECT hash FROM journal_node WHERE level = 2) WHERE level = 3", JOURNAL_EDGE,
     JOURNAL_SOUND},
    {"edge with a node too few", "DELETE FROM journal_node WHERE level = 2", JOURNAL_EDGE, JOURNAL_SOUND},
    {"root of another tree", "UPDATE checkpoint SET root = (SELECT hash FROM journal_node WHERE level = 0)",
     JOURNAL_ROOT, JOURNAL_SOUND},
    {"size of the checkpoint", "UPDATE checkpoint SET size = 12", JOURNAL_SIZE, JOURNAL_SOUND},
    {"a signature from nowhere",
     "UPDATE checkpoint SET signature = "
     "'00000000000000000000000000000000000000000000000000000000000000000000000000000000"
     "000000000000000000000000000000000000000000000000'",
     JOURNAL_SIGNATURE, JOURNAL_SIGNATURE},
};

static void every_attack_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof attacks / sizeof *attacks; i++) {
        struct scratch s = scratch_open();
        struct checkpoint older;
        struct str path = make(&s, "kho.db", &older, NULL);
        assert_int_equal(verify(&s, path, NULL), JOURNAL_SOUND);
        assert_int_equal(verify(&s, path, &older), JOURNAL_SOUND);
        scratch_sql(&s, path, attacks[i].sql);
        enum journal_fault found = verify(&s, path, NULL);
        if (found != attacks[i].clumsy) fail_msg("%s: found %.*s", attacks[i].name, STR_ARG(journal_fault_name(found)));
        forge(&s, path);
        found = verify(&s, path, &older);
        if (found != attacks[i].careful)
            fail_msg("%s, made to fit: found %.*s", attacks[i].name, STR_ARG(journal_fault_name(found)));
        scratch_close(&s);
    }
}

static void what_came_after_the_older_checkpoint_needs_a_newer_one(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct checkpoint older, last;
    struct str path = make(&s, "kho.db", &older, NULL);
    struct db *db;
    struct err err;
    assert_true(db_open(&db, s.arena, path, DB_READ, WAIT_MS, &err));
    assert_true(journal_checkpoint(&last, db, s.arena, &err));
    db_close(db);
    scratch_sql(&s, path, "UPDATE journal SET payload = '{\"statements\":[8]}' WHERE seq = 12");
    forge(&s, path);
    assert_int_equal(verify(&s, path, &older), JOURNAL_SOUND);
    assert_int_equal(verify(&s, path, &last), JOURNAL_OTHER);
    scratch_close(&s);
}

static void the_entry_is_the_documented_line(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct checkpoint older;
    struct str path = make(&s, "kho.db", &older, NULL);
    struct db *db;
    struct err err;
    struct journal_entry e;
    struct buf b = buf_make(4096);
    assert_true(db_open(&db, s.arena, path, DB_READ, WAIT_MS, &err));
    assert_true(journal_load(&e, db, s.arena, 7, &err));
    journal_entry_write(&b, &e);
    assert_str(buf_str(&b), STR("{\"seq\":7,\"time\":\"2024-02-15T03:00:07Z\",\"who\":\"bình\",\"kind\":\"reject\","
                                "\"payload\":{\"statements\":[7]}}"));
    assert_false(journal_load(&e, db, s.arena, 99, &err));
    assert_int_equal(err.code, ERR_ENTRY_MISSING);
    buf_free(&b);
    scratch_close(&s);
}

static void appending_to_a_damaged_journal_is_refused(void **state)
{
    (void)state;
    static const char *const damage[] = {
        "DELETE FROM journal_node WHERE level = 2",
        "UPDATE journal_node SET hash = 'abc' WHERE level = 2",
        "UPDATE checkpoint SET root = 'abc'",
        "INSERT INTO journal SELECT 14, time, who, kind, payload FROM journal WHERE seq = 4",
    };
    for (size_t i = 0; i < sizeof damage / sizeof *damage; i++) {
        struct scratch s = scratch_open();
        struct checkpoint older;
        struct str path = make(&s, "kho.db", &older, NULL);
        struct db *db;
        struct err err;
        scratch_sql(&s, path, damage[i]);
        assert_true(db_open(&db, s.arena, path, DB_WRITE, WAIT_MS, &err));
        assert_false(append(&s, db, 14, NULL, &err));
        assert_int_equal(err.code, ERR_RECORD_BROKEN);
        scratch_close(&s);
    }
}

static void a_signed_record_wants_its_key(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct signing_key key, other, again;
    struct checkpoint older;
    struct err err;
    struct db *db;
    assert_true(signing_key_make(&key, scratch_path(&s, "khoa"), &err));
    assert_true(signing_key_make(&other, scratch_path(&s, "khoa-khac"), &err));
    assert_false(signing_key_make(&again, scratch_path(&s, "khoa"), &err));
    assert_true(signing_key_load(&again, s.arena, scratch_path(&s, "khoa"), &err));
    assert_memory_equal(&key, &again, sizeof key);
    struct str path = make(&s, "kho.db", &older, &again);
    assert_true(older.is_signed && checkpoint_signature_is_right(&older));
    assert_int_equal(verify(&s, path, &older), JOURNAL_SOUND);
    assert_true(db_open(&db, s.arena, path, DB_WRITE, WAIT_MS, &err));
    assert_false(append(&s, db, 14, NULL, &err));
    assert_int_equal(err.code, ERR_KEY_NEEDED);
    assert_false(append(&s, db, 14, &other, &err));
    assert_int_equal(err.code, ERR_KEY_OTHER);
    db_close(db);
    /* A careful forger has no key: the old signature does not fit, and none at all is missed. */
    scratch_sql(&s, path, "UPDATE journal SET who = 'cường' WHERE seq = 4");
    forge(&s, path);
    assert_int_equal(verify(&s, path, NULL), JOURNAL_SIGNATURE);
    scratch_sql(&s, path, "UPDATE checkpoint SET signature = ''");
    assert_int_equal(verify(&s, path, NULL), JOURNAL_SIGNATURE);
    /* A whole false record under another key fits in itself, but not to an older checkpoint. */
    struct checkpoint unused;
    struct str imitation = make(&s, "gia.db", &unused, &other);
    assert_int_equal(verify(&s, imitation, NULL), JOURNAL_SOUND);
    assert_int_equal(verify(&s, imitation, &older), JOURNAL_OLDER_SIGNATURE);
    struct str plain = make(&s, "khong-ky.db", &unused, NULL);
    assert_true(db_open(&db, s.arena, plain, DB_WRITE, WAIT_MS, &err));
    assert_false(append(&s, db, 14, &key, &err));
    assert_int_equal(err.code, ERR_KEY_OTHER);
    assert_int_equal(verify(&s, plain, &older), JOURNAL_OLDER_SIGNATURE);
    scratch_close(&s);
}

static void key_files_of_others_are_refused(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct signing_key key;
    struct err err;
    struct str path = scratch_path(&s, "khoa");
    assert_true(signing_key_make(&key, path, &err));
    assert_int_equal(chmod(str_copy_z(s.arena, path), 0640), 0);
    assert_false(signing_key_load(&key, s.arena, path, &err));
    assert_int_equal(err.code, ERR_KEY_RIGHTS);
    FILE *f = fopen(str_copy_z(s.arena, path), "w");
    fputs("dieuhanh-key v1\nsecret 00\n", f);
    fclose(f);
    assert_int_equal(chmod(str_copy_z(s.arena, path), 0600), 0);
    assert_false(signing_key_load(&key, s.arena, path, &err));
    assert_int_equal(err.code, ERR_KEY_NOT);
    assert_false(signing_key_load(&key, s.arena, scratch_path(&s, "khong-co"), &err));
    assert_int_equal(err.code, ERR_FILE_MISSING);
    scratch_close(&s);
}

static void checkpoints_are_read_from_file_and_paper(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct signing_key key;
    struct checkpoint c, back;
    struct err err;
    struct buf b = buf_make(4096);
    assert_true(signing_key_make(&key, scratch_path(&s, "khoa"), &err));
    make(&s, "kho.db", &c, &key);
    checkpoint_write(&b, &c);
    assert_true(checkpoint_read(&back, buf_str(&b), &err));
    assert_int_equal(back.size, OLDER);
    assert_true(digest_eq(back.root, c.root));
    assert_true(checkpoint_signature_is_right(&back));
    for (size_t i = 0; i < b.len; i++)
        if (b.ptr[i] == '\n') b.ptr[i] = ' ';
    assert_true(checkpoint_read(&back, buf_str(&b), &err));
    assert_true(checkpoint_signature_is_right(&back));
    back.size++;
    assert_false(checkpoint_signature_is_right(&back));
    buf_put(&b, STR("x"));
    assert_false(checkpoint_read(&back, buf_str(&b), &err));
    assert_int_equal(err.code, ERR_CHECKPOINT_NOT);
    for (size_t cut = 1; cut + 2 < b.len; cut += 7) {
        bool only_unsigned = str_ends(str_trim(str_part(buf_str(&b), 0, cut)), str_part(buf_str(&b), 35, 99));
        assert_true(checkpoint_read(&back, str_part(buf_str(&b), 0, cut), &err) == only_unsigned);
    }
    buf_free(&b);
    scratch_close(&s);
}

static struct str proof_text(struct scratch *s, const struct proof *p)
{
    struct buf b = buf_make(1 << 20);
    proof_write(&b, p);
    struct str text = str_copy(s->arena, buf_str(&b));
    buf_free(&b);
    return text;
}

/* Whether a text is a proof that holds. */
static bool convinces(struct scratch *s, struct str text)
{
    struct proof p;
    struct err err;
    return proof_read(&p, s->arena, text, &err) && proof_holds(&p);
}

static void proofs_convince_without_the_record(void **state)
{
    (void)state;
    for (int with_key = 0; with_key < 2; with_key++) {
        struct scratch s = scratch_open();
        struct checkpoint older, wrong;
        struct signing_key key;
        struct err err;
        struct proof p;
        struct db *db;
        assert_true(signing_key_make(&key, scratch_path(&s, "khoa"), &err));
        struct str path = make(&s, "kho.db", &older, with_key ? &key : NULL);
        assert_true(db_open(&db, s.arena, path, DB_READ, WAIT_MS, &err));
        for (int64_t seq = 1; seq <= ENTRIES; seq++) {
            assert_true(proof_of_entry(&p, db, s.arena, seq, &err));
            assert_true(convinces(&s, proof_text(&s, &p)));
        }
        assert_false(proof_of_entry(&p, db, s.arena, ENTRIES + 1, &err));
        assert_int_equal(err.code, ERR_ENTRY_MISSING);
        assert_true(proof_of_growth(&p, db, s.arena, &older, &err));
        assert_true(convinces(&s, proof_text(&s, &p)));
        wrong = older;
        wrong.root.byte[0] ^= 1;
        assert_false(proof_of_growth(&p, db, s.arena, &wrong, &err));
        assert_int_equal(err.code, ERR_PROOF_OLDER);
        scratch_close(&s);
    }
}

/* No digit or letter of a proof can be another: either it is no proof any more, or it does not hold. */
static void every_letter_of_a_proof_counts(void **state)
{
    (void)state;
    struct scratch s = scratch_open();
    struct checkpoint older;
    struct signing_key key;
    struct err err;
    struct proof p;
    struct db *db;
    assert_true(signing_key_make(&key, scratch_path(&s, "khoa"), &err));
    struct str path = make(&s, "kho.db", &older, &key);
    assert_true(db_open(&db, s.arena, path, DB_READ, WAIT_MS, &err));
    for (int growth = 0; growth < 2; growth++) {
        if (growth)
            assert_true(proof_of_growth(&p, db, s.arena, &older, &err));
        else
            assert_true(proof_of_entry(&p, db, s.arena, 6, &err));
        char *text = str_copy_z(s.arena, proof_text(&s, &p));
        for (size_t i = 0; text[i]; i++) {
            if (strchr(" \n", text[i])) continue;
            char was = text[i];
            text[i] = was == '1' ? '2' : '1';
            if (convinces(&s, str_of(text))) fail_msg("byte %zu of %s", i, text);
            text[i] = was;
        }
        assert_true(convinces(&s, str_of(text)));
    }
    scratch_close(&s);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_attack_is_found),
        cmocka_unit_test(what_came_after_the_older_checkpoint_needs_a_newer_one),
        cmocka_unit_test(the_entry_is_the_documented_line),
        cmocka_unit_test(appending_to_a_damaged_journal_is_refused),
        cmocka_unit_test(a_signed_record_wants_its_key),
        cmocka_unit_test(key_files_of_others_are_refused),
        cmocka_unit_test(proofs_convince_without_the_record),
        cmocka_unit_test(every_letter_of_a_proof_counts),
        cmocka_unit_test(checkpoints_are_read_from_file_and_paper),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
