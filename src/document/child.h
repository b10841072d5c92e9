/* SPDX-License-Identifier: Apache-2.0
 *
 * child: work on strangers' bytes in a process of its own, so that a parser that crashes, hangs, eats memory or is
 * taken over costs the document and nothing else.
 */
#ifndef CHILD_H
#define CHILD_H
#include "buf.h"
#include "err.h"

struct arena;

struct child_limits {
    unsigned cpu_seconds, wall_seconds;
    size_t memory; /* bytes of address space beyond what the process has */
    size_t answer; /* most bytes of the answer */
};

/* Calls work(answer, input) in a forked child and returns the bytes that it wrote to `answer`. The child has no open
 * file but the pipe, may ask the system for nothing but memory, time and that pipe (seccomp), and is killed at a limit.
 * `name` is for messages. Errors: ERR_PARSER_LIMIT (time, or an answer that is too long), ERR_PARSER_STOPPED (it
 * crashed, was killed for a forbidden call, or work returned false), ERR_INTERNAL (no process could be made). */
[[nodiscard]] bool child_run(struct str *answer, struct arena *a, bool (*work)(struct buf *answer, const void *input),
                             const void *input, const struct child_limits *limits, struct str name, struct err *err);

/* False where the filter of system calls is not in force (another machine than x86-64 and arm64, or a build with
 * sanitizers, which need more calls). The other fences stand everywhere. */
bool child_is_filtered(void);
#endif
