/* SPDX-License-Identifier: Apache-2.0
 *
 * program: another program of the system at work on strangers' bytes, behind the same fence as child.h: it gets them on
 * its standard input and says what it found on its standard output. What is too large, too risky or under a licence
 * that does not go with ours stays outside of this program that way.
 */
#ifndef PROGRAM_H
#define PROGRAM_H
#include "child.h"

struct program {
    const char *name;        /* looked for in the absolute folders of PATH */
    struct str package;      /* that brings it, for messages */
    const char *const *args; /* behind the name, ends with NULL */
};

/* Runs it with `input` as its standard input; its whole output in `answer` and its exit status in *status. The program
 * sees no environment but the letters it writes (UTF-8), may open files to read only, start no process and no thread,
 * reach no network, and write to nothing but the pipe (seccomp, limits); it is killed at a limit and dies with us.
 * limits->memory is all of its address space. `file` is what the bytes are, for messages. Errors: ERR_PROGRAM_MISSING
 * (program, package, file), ERR_PARSER_LIMIT (time, or an answer that is too long), ERR_PARSER_STOPPED (it crashed),
 * ERR_INTERNAL (no process could be made). */
[[nodiscard]] bool program_run(struct str *answer, int *status, struct arena *a, const struct program *p,
                               struct str input, const struct child_limits *limits, struct str file, struct err *err);

/* Its path in PATH, "" when it is not there. */
struct str program_find(struct arena *a, const char *name);
#endif
