/* SPDX-License-Identifier: Apache-2.0
 *
 * fault: see fault.h. The disk is a VFS of SQLite that stands before the real one and hands every call on.
 */
#include "unit_test.h"

#include "fault.h"

#include <sqlite3.h>

static unsigned long left; /* chances until the failure; 0: none is planned */
static bool hit, lasting;
static enum fault_kind disk_kind;

static void (*disaster)(void *self); /* instead of a failure */
static void *disaster_self;

static bool fails(void)
{
    if (lasting && hit) return true;
    if (left == 0 || --left > 0) return false;
    hit = true;
    if (disaster) disaster(disaster_self);
    return !disaster;
}

static void plan(unsigned long n, bool last)
{
    left = n;
    hit = false;
    lasting = last;
    disaster = NULL;
}

void fault_none(void)
{
    plan(0, false);
}

bool fault_hit(void)
{
    return hit;
}

/* --- the seam --- */

static const struct db_engine *real;
static struct db_engine faulty;
static bool row_failed;

static bool begin(struct db *db, enum db_transaction kind, struct err *err)
{
    return fails() ? fail(err, ERR_RECORD_FULL, db->where) : real->begin(db, kind, err);
}

static bool commit(struct db *db, struct err *err)
{
    return fails() ? fail(err, ERR_RECORD_FULL, db->where) : real->commit(db, err);
}

static bool query(struct db_rows *out, struct db *db, enum sql sql, struct db_values values, struct err *err)
{
    return fails() ? fail(err, ERR_RECORD_FULL, db->where) : real->query(out, db, sql, values, err);
}

static bool next(struct db_rows *rows)
{
    if (!fails()) return real->next(rows);
    row_failed = true;
    return false;
}

static bool end(struct db_rows *rows, struct err *err)
{
    bool ok = real->end(rows, err);
    if (!row_failed) return ok;
    row_failed = false;
    return fail(err, ERR_RECORD_FULL, rows->db->where);
}

void fault_engine(struct db *db, unsigned long n)
{
    if (db->engine != &faulty) {
        real = db->engine;
        faulty = *real;
        faulty.begin = begin;
        faulty.commit = commit;
        faulty.query = query;
        faulty.next = next;
        faulty.end = end;
        db->engine = &faulty;
    }
    plan(n, false);
}

void fault_engine_do(struct db *db, unsigned long n, void (*what)(void *self), void *self)
{
    fault_engine(db, n);
    disaster = what;
    disaster_self = self;
}

/* --- the disk --- */

struct file {
    sqlite3_file base;
    sqlite3_file *real;
};

static sqlite3_file *real_of(sqlite3_file *f)
{
    return ((struct file *)(void *)f)->real;
}

static int failure(int full)
{
    return disk_kind == FAULT_FULL ? full : SQLITE_IOERR;
}

static int file_close(sqlite3_file *f)
{
    return real_of(f)->pMethods ? real_of(f)->pMethods->xClose(real_of(f)) : SQLITE_OK;
}

static int file_read(sqlite3_file *f, void *to, int size, sqlite3_int64 at)
{
    return real_of(f)->pMethods->xRead(real_of(f), to, size, at);
}

static int file_write(sqlite3_file *f, const void *from, int size, sqlite3_int64 at)
{
    if (!fails()) return real_of(f)->pMethods->xWrite(real_of(f), from, size, at);
    /* A disk gets full in the middle of a page. */
    if (size > 1) (void)real_of(f)->pMethods->xWrite(real_of(f), from, size / 2, at);
    return failure(SQLITE_FULL);
}

static int file_truncate(sqlite3_file *f, sqlite3_int64 size)
{
    return fails() ? failure(SQLITE_IOERR_TRUNCATE) : real_of(f)->pMethods->xTruncate(real_of(f), size);
}

static int file_sync(sqlite3_file *f, int flags)
{
    return fails() ? failure(SQLITE_IOERR_FSYNC) : real_of(f)->pMethods->xSync(real_of(f), flags);
}

static int file_size(sqlite3_file *f, sqlite3_int64 *size)
{
    return real_of(f)->pMethods->xFileSize(real_of(f), size);
}

static int file_lock(sqlite3_file *f, int level)
{
    return real_of(f)->pMethods->xLock(real_of(f), level);
}

static int file_unlock(sqlite3_file *f, int level)
{
    return real_of(f)->pMethods->xUnlock(real_of(f), level);
}

static int file_reserved(sqlite3_file *f, int *out)
{
    return real_of(f)->pMethods->xCheckReservedLock(real_of(f), out);
}

static int file_control(sqlite3_file *f, int op, void *arg)
{
    return real_of(f)->pMethods->xFileControl(real_of(f), op, arg);
}

static int file_sector(sqlite3_file *f)
{
    return real_of(f)->pMethods->xSectorSize(real_of(f));
}

static int file_device(sqlite3_file *f)
{
    return real_of(f)->pMethods->xDeviceCharacteristics(real_of(f));
}

static int file_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **out)
{
    return real_of(f)->pMethods->xShmMap(real_of(f), page, size, extend, out);
}

static int file_shm_lock(sqlite3_file *f, int offset, int n, int flags)
{
    return real_of(f)->pMethods->xShmLock(real_of(f), offset, n, flags);
}

static void file_shm_barrier(sqlite3_file *f)
{
    real_of(f)->pMethods->xShmBarrier(real_of(f));
}

static int file_shm_unmap(sqlite3_file *f, int remove)
{
    return real_of(f)->pMethods->xShmUnmap(real_of(f), remove);
}

static const sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = file_close,
    .xRead = file_read,
    .xWrite = file_write,
    .xTruncate = file_truncate,
    .xSync = file_sync,
    .xFileSize = file_size,
    .xLock = file_lock,
    .xUnlock = file_unlock,
    .xCheckReservedLock = file_reserved,
    .xFileControl = file_control,
    .xSectorSize = file_sector,
    .xDeviceCharacteristics = file_device,
    .xShmMap = file_shm_map,
    .xShmLock = file_shm_lock,
    .xShmBarrier = file_shm_barrier,
    .xShmUnmap = file_shm_unmap,
};

static sqlite3_vfs *real_vfs;

static int vfs_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *f, int flags, int *out_flags)
{
    struct file *file = (struct file *)(void *)f;
    (void)vfs;
    file->real = (sqlite3_file *)(void *)(file + 1);
    int code = real_vfs->xOpen(real_vfs, name, file->real, flags, out_flags);
    file->base.pMethods = file->real->pMethods ? &methods : NULL;
    return code;
}

void fault_disk_install(void)
{
    static sqlite3_vfs vfs;
    if (real_vfs) return;
    assert_int_equal(sqlite3_initialize(), SQLITE_OK);
    real_vfs = sqlite3_vfs_find(NULL);
    vfs = *real_vfs;
    vfs.zName = "faulty";
    vfs.szOsFile = (int)sizeof(struct file) + real_vfs->szOsFile;
    vfs.xOpen = vfs_open;
    assert_int_equal(sqlite3_vfs_register(&vfs, 1), SQLITE_OK);
}

void fault_disk(unsigned long n, enum fault_kind kind)
{
    disk_kind = kind;
    plan(n, true);
}
