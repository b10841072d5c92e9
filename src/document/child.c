/* SPDX-License-Identifier: Apache-2.0
 *
 * child: see child.h. fork without exec: the input is in memory already and the code is the same program, so nothing is
 * handed over but the answer, as plain bytes behind a length. In the child, in this order:
 *
 *   1. die when the parent dies; no core file; no trace by others
 *   2. every descriptor but the pipe is closed
 *   3. limits: CPU time, address space, no file may grow, none may be opened
 *   4. no new privileges, then the filter: only calls in ALLOWED return; any other ends the process at once
 *   5. work, write the answer, _exit (no atexit handler of the parent's runs)
 *
 * The parent reads with a deadline by the wall clock, kills on every failure and always waits for the end of the child,
 * so that none is left behind. What the answer says is not believed here: who asked must check it.
 */
#include "child.h"

#include "arena.h"

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#if defined __SANITIZE_ADDRESS__
#define SANITIZED 1
#elif defined __has_feature
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

#if defined __x86_64__ && !SANITIZED
#define FILTER_MACHINE AUDIT_ARCH_X86_64
#elif defined __aarch64__ && !SANITIZED
#define FILTER_MACHINE AUDIT_ARCH_AARCH64
#endif

enum { DONE = 0, WORK_FAILED = 3, TOO_LONG = 4, PIPE = 3, LENGTH = 8 };

bool child_is_filtered(void)
{
#ifdef FILTER_MACHINE
    return true;
#else
    return false;
#endif
}

/* --- in the child ------------------------------------------------------------------------------------------------- */

#ifdef FILTER_MACHINE
#define ALLOW(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)

static bool filter_calls(void)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, FILTER_MACHINE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        ALLOW(SYS_write), /* one descriptor is open: the pipe */
        ALLOW(SYS_exit_group),
        ALLOW(SYS_exit),
        ALLOW(SYS_brk),
        ALLOW(SYS_munmap),
        ALLOW(SYS_mremap),
        ALLOW(SYS_madvise),
        ALLOW(SYS_futex),
        ALLOW(SYS_rt_sigreturn),
        ALLOW(SYS_clock_gettime),
        ALLOW(SYS_getrandom),
        ALLOW(SYS_sysinfo), /* qsort asks how much memory there is */
        /* memory, but none that can be run: mmap and mprotect without PROT_EXEC */
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mmap, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_mprotect, 0, 3),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
                 offsetof(struct seccomp_data, args[2])), /* low half: little-endian machines */
        BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
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

/* A second between the signal that tells the limit (SIGXCPU) and the one that cannot be missed. */
static bool limit_cpu(unsigned seconds)
{
    struct rlimit l = {seconds, seconds + 1};
    return setrlimit(RLIMIT_CPU, &l) == 0;
}

/* Bytes of address space that the process has, by /proc/self/statm; 0 when it cannot be read. */
static size_t address_space(void)
{
    char text[64];
    FILE *f = fopen("/proc/self/statm", "r");
    if (!f) return 0;
    uint64_t pages = 0;
    size_t n = fread(text, 1, sizeof text, f);
    fclose(f);
    struct str first = str_cut((struct str){text, n}, STR(" ")).head;
    long page = sysconf(_SC_PAGESIZE);
    return str_to_u64(&pages, first, UINT32_MAX) && page > 0 ? (size_t)pages * (size_t)page : 0;
}

static bool fence(int pipe_end, const struct child_limits *l)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    prctl(PR_SET_DUMPABLE, 0);
    size_t held = address_space();
    if (pipe_end != PIPE && dup2(pipe_end, PIPE) < 0) return false;
    for (int fd = 0; fd < PIPE; fd++) close(fd);
    if (syscall(SYS_close_range, PIPE + 1u, ~0u, 0u) != 0) return false;
    bool ok = limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit_cpu(l->cpu_seconds) && limit(RLIMIT_NOFILE, 0);
    if (!SANITIZED) ok = ok && held && limit(RLIMIT_AS, held + l->memory); /* sanitizers reserve terabytes */
    return ok && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && filter_calls();
}

static bool write_all(const char *p, size_t len)
{
    while (len) {
        ssize_t n = write(PIPE, p, len);
        if (n < 0) return false;
        p += n;
        len -= (size_t)n;
    }
    return true;
}

_Noreturn static void be_child(int pipe_end, bool (*work)(struct buf *, const void *), const void *input,
                               const struct child_limits *l)
{
    if (!fence(pipe_end, l)) _exit(WORK_FAILED);
    struct buf answer = buf_make(l->answer);
    if (!work(&answer, input)) _exit(WORK_FAILED);
    if (!buf_ok(&answer)) _exit(TOO_LONG);
    uint64_t len = answer.len;
    bool ok = write_all((const char *)&len, LENGTH) && write_all(answer.ptr, answer.len);
    _exit(ok ? DONE : WORK_FAILED);
}

/* --- in the parent ------------------------------------------------------------------------------------------------ */

static int64_t now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

enum reading { READ_ALL, READ_SHORT, READ_LATE };

/* Exactly len bytes before the deadline. */
static enum reading read_all(int fd, char *p, size_t len, int64_t deadline)
{
    while (len) {
        int64_t left = deadline - now_ms();
        struct pollfd wait = {.fd = fd, .events = POLLIN};
        int ready = left <= 0 ? 0 : poll(&wait, 1, left > INT32_MAX ? INT32_MAX : (int)left);
        if (ready < 0 && errno == EINTR) continue;
        if (ready == 0) return READ_LATE;
        ssize_t n = ready < 0 ? -1 : read(fd, p, len);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return READ_SHORT;
        p += n;
        len -= (size_t)n;
    }
    return READ_ALL;
}

static enum reading read_answer(struct str *answer, struct arena *a, int fd, const struct child_limits *l)
{
    uint64_t len = 0;
    int64_t deadline = now_ms() + (int64_t)l->wall_seconds * 1000;
    enum reading r = read_all(fd, (char *)&len, LENGTH, deadline);
    if (r != READ_ALL) return r;
    if (len > l->answer) return READ_SHORT;
    char *bytes = arena_alloc(a, (size_t)len + 1, 1);
    *answer = (struct str){bytes, (size_t)len};
    return read_all(fd, bytes, (size_t)len, deadline);
}

static bool judge(int status, enum reading r, struct str name, struct err *err)
{
    bool late = r == READ_LATE || (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU);
    if (late || (WIFEXITED(status) && WEXITSTATUS(status) == TOO_LONG)) return fail(err, ERR_PARSER_LIMIT, name);
    if (r != READ_ALL || !WIFEXITED(status) || WEXITSTATUS(status) != DONE) return fail(err, ERR_PARSER_STOPPED, name);
    return true;
}

bool child_run(struct str *answer, struct arena *a, bool (*work)(struct buf *answer, const void *input),
               const void *input, const struct child_limits *limits, struct str name, struct err *err)
{
    int ends[2], status = 0;
    *answer = STR("");
    if (pipe(ends) != 0) return fail(err, ERR_INTERNAL, str_of(strerror(errno)));
    pid_t child = fork();
    if (child < 0) {
        int why = errno;
        close(ends[0]);
        close(ends[1]);
        return fail(err, ERR_INTERNAL, str_of(strerror(why)));
    }
    if (child == 0) be_child(ends[1], work, input, limits);
    close(ends[1]);
    enum reading r = read_answer(answer, a, ends[0], limits);
    close(ends[0]);
    if (r != READ_ALL) kill(child, SIGKILL);
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    if (!judge(status, r, name, err)) {
        *answer = STR("");
        return false;
    }
    return true;
}
