/* SPDX-License-Identifier: Apache-2.0
 *
 * known: see known.h. One pass over the beginning of the journal: an entry is put into the journal of the new record,
 * takes effect there by the code that applied it when it was made (change_replay), and becomes a leaf of the tree of
 * which the edge and the root are then saved. The old record is read in one state; nothing is written to it.
 */
#include "known.h"

#include "buf.h"
#include "change.h"
#include "record.h"
#include "schema.h"

enum { VIETNAM = 7 * 3600, DAY_SECONDS = 86400 };

/* --- the moment */

static bool two_digits(int *out, struct str *rest, int most)
{
    uint64_t n;
    if (!str_to_u64(&n, str_part(*rest, 0, 2), (uint64_t)most) || rest->len < 2) return false;
    *out = (int)n;
    *rest = str_from(*rest, 2);
    return true;
}

static bool take(struct str *rest, char c)
{
    if (!rest->len || rest->ptr[0] != c) return false;
    *rest = str_from(*rest, 1);
    return true;
}

/* T03:00:00Z behind the day. */
static bool read_clock(struct known_moment *out, struct date day, struct str rest)
{
    int hour, minute, second = 0, zone;
    if (!take(&rest, 'T') && !take(&rest, ' ')) return false;
    if (!two_digits(&hour, &rest, 23) || !take(&rest, ':') || !two_digits(&minute, &rest, 59)) return false;
    if (take(&rest, ':') && !two_digits(&second, &rest, 59)) return false;
    if (str_eq(rest, STR("Z")))
        zone = 0;
    else if (rest.len == 0 || str_eq(rest, STR("+07:00")))
        zone = VIETNAM;
    else
        return false;
    out->kind = KNOWN_TIME;
    out->second = (int64_t)date_to_days(day) * DAY_SECONDS + hour * 3600 + minute * 60 + second - zone;
    return true;
}

static struct date vietnam_day(int64_t second)
{
    int64_t local = second + VIETNAM;
    return date_from_days((int32_t)(local / DAY_SECONDS - (local % DAY_SECONDS < 0)));
}

static bool read_moment(struct known_moment *out, struct str s)
{
    char whole[11] = "";
    uint64_t n;
    *out = (struct known_moment){.kind = KNOWN_ENTRY};
    if (s.len > 1 && (s.ptr[0] | 32) == 'j' && str_to_u64(&n, str_from(s, 1), INT64_MAX) && n > 0) {
        out->entry = (int64_t)n;
        return true;
    }
    if (str_has(s, STR("/")) && date_typed_last(&out->day, s)) { /* as people write it */
        s = STR("");
    } else if (s.len == 4 || s.len == 7) { /* the last day of a year, of a month */
        snprintf(whole, sizeof whole, s.len == 4 ? "%.*s-12-01" : "%.*s-01", STR_ARG(s));
        if (!date_read(&out->day, str_of(whole))) return false;
        out->day.day = (uint8_t)date_days_in_month(out->day.year, out->day.month);
    } else if (!date_read(&out->day, str_part(s, 0, 10))) {
        return false;
    }
    out->kind = KNOWN_DAY;
    if (s.len > 10) return read_clock(out, out->day, str_from(s, 10));
    out->second = ((int64_t)date_to_days(out->day) + 1) * DAY_SECONDS - VIETNAM - 1;
    return true;
}

bool known_moment_read(struct known_moment *out, struct str typed, struct date today, struct err *err)
{
    if (!read_moment(out, typed)) return fail(err, ERR_KNOWN_MOMENT, typed);
    if (out->kind == KNOWN_ENTRY) return true;
    out->day = vietnam_day(out->second);
    return date_cmp(out->day, today) <= 0 || fail(err, ERR_KNOWN_FUTURE, typed);
}

/* --- the record */

static struct str time_of(char room[24], int64_t second)
{
    int64_t day = second / DAY_SECONDS - (second % DAY_SECONDS < 0);
    int rest = (int)(second - day * DAY_SECONDS);
    struct date d = date_from_days((int32_t)day);
    int len = snprintf(room, 24, "%04d-%02u-%02uT%02d:%02d:%02dZ", d.year, d.month, d.day, rest / 3600, rest / 60 % 60,
                       rest % 60);
    return (struct str){room, (size_t)len};
}

/* How many entries count. */
static bool find_end(int64_t *out, struct known_record *known, struct db *truth, struct arena *a, struct err *err)
{
    char room[24];
    struct checkpoint head;
    struct journal_entry e;
    struct known_moment *m = &known->moment, at;
    int64_t after;
    if (m->kind == KNOWN_ENTRY) {
        if (!journal_load(&e, truth, a, m->entry, err)) return false;
        *out = m->entry;
        if (!read_moment(&at, e.time)) return fail(err, ERR_RECORD_BROKEN, db_where(truth), STR("journal"));
        m->second = at.second;
        m->day = vietnam_day(at.second);
        return true;
    }
    struct str until = time_of(room, m->second);
    if (!journal_head(&head, truth, err) ||
        !db_get_int(&after, truth, SQL_JOURNAL_FIRST_AFTER, DB_VALUES(db_text(until)), err))
        return false;
    *out = after ? after - 1 : (int64_t)head.size;
    return db_get_int(&known->astray, truth, SQL_JOURNAL_COUNT_ASTRAY, DB_VALUES(db_int(*out), db_text(until)), err);
}

static bool add_entry(struct merkle *tree, struct db *to, struct db *truth, struct arena *a,
                      const struct journal_entry *e, struct err *err)
{
    struct buf line = buf_make(SIZE_MAX);
    journal_entry_write(&line, e);
    merkle_append(tree, merkle_leaf(buf_str(&line)));
    buf_free(&line);
    struct db_values values = DB_VALUES(db_int(e->seq), db_text(e->time), db_text(e->who), db_text(e->kind),
                                        db_text(e->payload));
    return db_run(to, SQL_JOURNAL_INSERT, values, err) && change_replay(to, truth, a, e, err);
}

static bool add_entries(struct merkle *tree, struct db *to, struct db *truth, int64_t end,
                        const struct rebuild_progress *progress, struct err *err)
{
    struct db_rows rows;
    struct err ended;
    bool ok = true;
    if (!db_query(&rows, truth, SQL_JOURNAL_UNTIL, DB_VALUES(db_int(end)), err)) return false;
    struct arena *a = arena_make(SIZE_MAX);
    while (ok && db_next(&rows)) {
        struct journal_entry e = journal_entry_of(&rows);
        struct arena_mark mark = arena_mark(a);
        ok = add_entry(tree, to, truth, a, &e, err);
        arena_reset(a, mark);
        if (progress) progress->tell(progress->self, tree->size, (uint64_t)end);
    }
    arena_close(a);
    if (!db_end(&rows, &ended) && ok) {
        *err = ended;
        return false;
    }
    if (ok && tree->size != (uint64_t)end) return fail(err, ERR_RECORD_BROKEN, db_where(truth), STR("journal"));
    return ok;
}

/* The checkpoint of the beginning; that of the whole keeps its signature and must have this root. */
static bool save_head(struct known_record *known, struct db *to, struct db *truth, const struct merkle *tree,
                      struct err *err)
{
    struct checkpoint whole;
    struct buf signature = buf_make(SIGNING_SIGNATURE_HEX);
    if (!journal_head(&whole, truth, err)) return false;
    known->head = (struct checkpoint){.size = tree->size, .root = merkle_root(tree)};
    if (tree->size == whole.size) {
        if (!digest_eq(whole.root, known->head.root))
            return fail(err, ERR_RECORD_BROKEN, db_where(truth), STR("checkpoint"));
        known->head = whole;
    }
    if (tree->size == 0) return true;
    if (known->head.is_signed) signature_write(&signature, known->head.signature);
    struct digest_text root = digest_text(known->head.root);
    bool ok = db_run(to, SQL_CHECKPOINT_PUT,
                     DB_VALUES(db_int((int64_t)tree->size), db_text(digest_str(&root)), db_text(buf_str(&signature))),
                     err);
    buf_free(&signature);
    for (int level = 0; ok && level < MERKLE_LEVELS; level++) {
        if (!(tree->size >> level & 1)) continue;
        struct digest_text hash = digest_text(tree->node[level]);
        ok = db_run(to, SQL_JOURNAL_NODE_PUT, DB_VALUES(db_int(level), db_text(digest_str(&hash))), err);
    }
    return ok;
}

static bool fill(struct known_record *known, struct db *to, struct db *truth, struct arena *a,
                 const struct rebuild_progress *progress, struct err *err)
{
    struct merkle tree = {0};
    int64_t end;
    return find_end(&end, known, truth, a, err) && schema_create(to, err) &&
           add_entries(&tree, to, truth, end, progress, err) && save_head(known, to, truth, &tree, err);
}

bool known_open(struct db **out, struct known_record *known, struct db *truth, struct arena *a,
                const struct known_moment *moment, const struct rebuild_progress *progress, struct err *err)
{
    struct db *to;
    *known = (struct known_record){.moment = *moment};
    if (!db_open(&to, a, db_where(truth), DB_SCRATCH, 0, err)) return false;
    bool ok = db_begin(truth, DB_TRANSACTION_READ, err);
    if (ok) {
        ok = db_begin(to, DB_TRANSACTION_WRITE, err) && db_finish(to, fill(known, to, truth, a, progress, err), err);
        db_rollback(truth);
    }
    if (ok)
        db_content_from(to, truth);
    else
        db_close(to);
    *out = ok ? to : NULL;
    return ok;
}
