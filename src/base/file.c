/* SPDX-License-Identifier: Apache-2.0
 *
 * file: see file.h. Sizes are not believed: the bytes are counted while they are read, so a file that grows or a device
 * that never ends meets the same limit.
 */
#include "file.h"

#include "arena.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail_open(struct err *err, struct str path)
{
    switch (errno) {
    case ENOENT:
    case ENOTDIR: return fail(err, ERR_FILE_MISSING, path);
    case EACCES:
    case EPERM: return fail(err, ERR_FILE_RIGHTS, path);
    default: return fail(err, ERR_FILE_READ, path, str_of(strerror(errno)));
    }
}

/* Bytes asked for at once: the size that the system tells, when it tells one, else 64 KiB that double. */
static size_t first_size(int fd, size_t limit)
{
    struct stat st;
    size_t want = 64 * 1024;
    if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0) want = (size_t)st.st_size + 1;
    return want > limit + 1 ? limit + 1 : want;
}

static bool read_all(struct str *out, struct arena *a, int fd, struct str path, size_t limit, struct err *err)
{
    size_t cap = first_size(fd, limit), len = 0;
    char *p = arena_alloc(a, cap, 1);
    for (;;) {
        ssize_t n = read(fd, p + len, cap - len);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0 && errno == EISDIR) return fail(err, ERR_FILE_DIRECTORY, path);
        if (n < 0) return fail(err, ERR_FILE_READ, path, str_of(strerror(errno)));
        if (n == 0) break;
        len += (size_t)n;
        if (len > limit) {
            char mega[24];
            snprintf(mega, sizeof mega, "%zu", limit / (1024 * 1024));
            return fail(err, ERR_FILE_TOO_BIG, path, str_of(mega));
        }
        if (len < cap) continue;
        size_t more = cap > limit / 2 ? limit + 1 : cap * 2;
        char *q = arena_alloc(a, more, 1);
        memcpy(q, p, len);
        p = q;
        cap = more;
    }
    *out = (struct str){p, len};
    return true;
}

bool file_read(struct str *out, struct arena *a, struct str path, size_t limit, struct err *err)
{
    if (limit == SIZE_MAX) limit--; /* one byte more is asked for to see the limit passed */
    if (str_eq(path, STR("-"))) return read_all(out, a, STDIN_FILENO, path, limit, err);
    int fd = open(str_copy_z(a, path), O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) return fail_open(err, path);
    bool ok = read_all(out, a, fd, path, limit, err);
    close(fd);
    return ok;
}

static bool write_all(int fd, struct str bytes)
{
    while (bytes.len) {
        ssize_t n = write(fd, bytes.ptr, bytes.len);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        bytes = str_from(bytes, (size_t)n);
    }
    return fsync(fd) == 0;
}

bool file_write(struct str path, struct str bytes, struct err *err)
{
    char beside[4096];
    char target[4096];
    int n = snprintf(beside, sizeof beside, "%.*s.%ld.tmp", STR_ARG(path), (long)getpid());
    if (n < 0 || (size_t)n >= sizeof beside) return fail(err, ERR_FILE_WRITE, path, str_of(strerror(ENAMETOOLONG)));
    snprintf(target, sizeof target, "%.*s", STR_ARG(path));
    int fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0) return fail(err, ERR_FILE_WRITE, path, str_of(strerror(errno)));
    bool ok = write_all(fd, bytes);
    int why = errno;
    if (close(fd) != 0 && ok) {
        ok = false;
        why = errno;
    }
    if (ok && rename(beside, target) != 0) {
        ok = false;
        why = errno;
    }
    if (!ok) {
        unlink(beside);
        return fail(err, ERR_FILE_WRITE, path, str_of(strerror(why)));
    }
    return true;
}
