/* SPDX-License-Identifier: Apache-2.0
 *
 * program: see program.h. The bytes stand in memory that has no name in any folder (memfd), so nothing is left behind
 * whatever happens. In the child, in this order:
 *
 *   1. die when the parent dies; no core file; its input, the pipe as its output, nothing else open
 *   2. limits: CPU time, address space, no file may grow, few may be opened
 *   3. no new privileges, then the filter: the calls that a program needs to load its libraries, read and compute;
 *      files are opened to read only; all others are answered with "not permitted"
 *   4. exec, with an empty environment
 *
 * The filter of child.c cannot serve here: it lets nothing be opened and nothing be run, and a program has to be loaded
 * first. The filter says "no" and does not kill, as libraries may ask for things that they can do without.
 */
#include "program.h"

#include "arena.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined __x86_64__
#define FILTER_MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__
#define FILTER_MACHINE AUDIT_ARCH_AARCH64
#endif

enum { NOT_RUN = 126, FILES_MOST = 24, PIECE = 1 << 16 };

/* --- in the child ------------------------------------------------------------------------------------------------- */

#ifdef FILTER_MACHINE
#define ALLOW(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define REFUSE BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (EPERM & SECCOMP_RET_DATA))
#define ARGUMENT(n) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args[n]))

/* Calls that only old machines have. */
#ifdef __x86_64__
#define ALLOW_OLD                                                                                                      \
    ALLOW(SYS_access), ALLOW(SYS_stat), ALLOW(SYS_lstat), ALLOW(SYS_readlink), ALLOW(SYS_arch_prctl), ALLOW(SYS_poll),
#else
#define ALLOW_OLD
#endif

static bool filter_calls(void)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, FILTER_MACHINE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        ALLOW_OLD ALLOW(SYS_execve), /* the program itself; another one would stand behind the same filter */
        ALLOW(SYS_exit_group),
        ALLOW(SYS_exit),
        ALLOW(SYS_read),
        ALLOW(SYS_pread64),
        ALLOW(SYS_write),
        ALLOW(SYS_writev),
        ALLOW(SYS_lseek),
        ALLOW(SYS_close),
        ALLOW(SYS_fstat),
        ALLOW(SYS_newfstatat),
        ALLOW(SYS_statx),
        ALLOW(SYS_faccessat),
        ALLOW(SYS_readlinkat),
        ALLOW(SYS_getdents64),
        ALLOW(SYS_fadvise64),
        ALLOW(SYS_brk),
        ALLOW(SYS_mmap),
        ALLOW(SYS_mprotect),
        ALLOW(SYS_munmap),
        ALLOW(SYS_mremap),
        ALLOW(SYS_madvise),
        ALLOW(SYS_futex),
        ALLOW(SYS_rt_sigaction),
        ALLOW(SYS_rt_sigprocmask),
        ALLOW(SYS_rt_sigreturn),
        ALLOW(SYS_set_tid_address),
        ALLOW(SYS_set_robust_list),
        ALLOW(SYS_rseq),
        ALLOW(SYS_getrandom),
        ALLOW(SYS_clock_gettime),
        ALLOW(SYS_gettimeofday),
        ALLOW(SYS_getpid),
        ALLOW(SYS_gettid),
        ALLOW(SYS_uname),
        ALLOW(SYS_sched_getaffinity),
        /* openat to read, with no bit that writes or makes; prlimit64 that asks and does not set */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_openat, 0, 4),
        ARGUMENT(2),
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, O_ACCMODE | O_CREAT | O_TRUNC | (O_TMPFILE & ~O_DIRECTORY), 0, 1),
        REFUSE,
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_prlimit64, 0, 3),
        ARGUMENT(2), /* low half of a pointer; none in use has it zero */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        REFUSE,
    };
    struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}
#else
static bool filter_calls(void)
{
    return true;
}
#endif

static bool limit(__rlimit_resource_t what, rlim_t most)
{
    struct rlimit l = {most, most};
    return setrlimit(what, &l) == 0;
}

static bool limit_cpu(unsigned seconds)
{
    struct rlimit l = {seconds, seconds + 1}; /* a second between SIGXCPU and the kill */
    return setrlimit(RLIMIT_CPU, &l) == 0;
}

static bool fence(int input, int output, const struct child_limits *l)
{
    int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (dup2(input, 0) < 0 || dup2(output, 1) < 0) return false;
    if (nowhere < 0 || dup2(nowhere, 2) < 0) close(2);
    if (syscall(SYS_close_range, 3u, ~0u, 0u) != 0) return false;
    return limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit_cpu(l->cpu_seconds) &&
           limit(RLIMIT_NOFILE, FILES_MOST) && limit(RLIMIT_AS, l->memory) &&
           prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && filter_calls();
}

_Noreturn static void be_program(const char *path, const struct program *p, int input, int output,
                                 const struct child_limits *l)
{
    static char letters[] = "LC_ALL=C.UTF-8";
    enum { ARGS_MOST = 16 };
    char *args[ARGS_MOST + 2] = {NULL}, *environment[] = {letters, NULL};
    args[0] = (char *)(uintptr_t)p->name;
    for (size_t i = 0; i < ARGS_MOST && p->args[i]; i++) args[i + 1] = (char *)(uintptr_t)p->args[i];
    if (fence(input, output, l)) execve(path, args, environment);
    _exit(NOT_RUN);
}

/* --- in the parent ------------------------------------------------------------------------------------------------ */

struct str program_find(struct arena *a, const char *name)
{
    const char *said = getenv("PATH");
    struct str_cut cut = {.tail = str_of(said ? said : "/usr/local/bin:/usr/bin:/bin"), .found = true};
    while (cut.found) {
        cut = str_cut(cut.tail, STR(":"));
        if (!str_starts(cut.head, STR("/"))) continue;
        struct buf b = buf_make(4096);
        buf_put(&b, cut.head);
        buf_char(&b, '/');
        buf_put_z(&b, name);
        struct str path = {str_copy_z(a, buf_str(&b)), b.len};
        bool there = buf_ok(&b) && access(path.ptr, X_OK) == 0;
        buf_free(&b);
        if (there) return path;
    }
    return STR("");
}

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* The bytes as a file without a name, at its start; -1. */
static int input_of(struct str bytes)
{
    int fd = memfd_create("input", MFD_CLOEXEC);
    while (fd >= 0 && bytes.len) {
        ssize_t n = write(fd, bytes.ptr, bytes.len);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) {
            close(fd);
            return -1;
        }
        bytes = str_from(bytes, (size_t)n);
    }
    if (fd >= 0) (void)lseek(fd, 0, SEEK_SET);
    return fd;
}

/* All that comes before the deadline. False: it is late or too long. */
static bool read_all(struct buf *out, int fd, int64_t deadline)
{
    char piece[PIECE];
    while (buf_ok(out)) {
        int64_t left = deadline - now_ms();
        struct pollfd wait = {.fd = fd, .events = POLLIN};
        int ready = left <= 0 ? 0 : poll(&wait, 1, left > INT32_MAX ? INT32_MAX : (int)left);
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return false;
        ssize_t n = read(fd, piece, sizeof piece);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return n == 0;
        buf_put(out, (struct str){piece, (size_t)n});
    }
    return false;
}

static bool judge(int *status, int ended, bool whole, struct str file, struct err *err)
{
    if (!whole || (WIFSIGNALED(ended) && WTERMSIG(ended) == SIGXCPU)) return fail(err, ERR_PARSER_LIMIT, file);
    if (!WIFEXITED(ended) || WEXITSTATUS(ended) == NOT_RUN) return fail(err, ERR_PARSER_STOPPED, file);
    *status = WEXITSTATUS(ended);
    return true;
}

static bool watch(struct str *answer, int *status, struct arena *a, pid_t child, int fd, const struct child_limits *l,
                  struct str file, struct err *err)
{
    struct buf b = buf_make(l->answer);
    int ended = 0;
    bool whole = read_all(&b, fd, now_ms() + (int64_t)l->wall_seconds * 1000);
    close(fd);
    if (!whole) kill(child, SIGKILL);
    while (waitpid(child, &ended, 0) < 0 && errno == EINTR) {}
    bool ok = judge(status, ended, whole, file, err);
    if (ok) *answer = str_copy(a, buf_str(&b));
    buf_free(&b);
    return ok;
}

bool program_run(struct str *answer, int *status, struct arena *a, const struct program *p, struct str input,
                 const struct child_limits *limits, struct str file, struct err *err)
{
    int ends[2];
    *answer = STR("");
    struct str path = program_find(a, p->name);
    if (path.len == 0) return fail(err, ERR_PROGRAM_MISSING, str_of(p->name), p->package, file);
    int in = input_of(input);
    if (in < 0) return fail(err, ERR_INTERNAL, str_of(strerror(errno)));
    if (pipe2(ends, O_CLOEXEC) != 0) {
        int why = errno;
        close(in);
        return fail(err, ERR_INTERNAL, str_of(strerror(why)));
    }
    pid_t child = fork();
    int why = errno;
    if (child == 0) be_program(path.ptr, p, in, ends[1], limits);
    close(in);
    close(ends[1]);
    if (child > 0) return watch(answer, status, a, child, ends[0], limits, file, err);
    close(ends[0]);
    return fail(err, ERR_INTERNAL, str_of(strerror(why)));
}
