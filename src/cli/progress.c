/* SPDX-License-Identifier: Apache-2.0
 *
 * progress: one line on standard error that is written over, for work that takes long. It is for eyes: nothing of it
 * reaches standard output, a file or a log, and the clock that slows it down has no part in any result.
 */
#include "command.h"

#include <unistd.h>

static uint64_t milliseconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (uint64_t)t.tv_sec * 1000 + (uint64_t)t.tv_nsec / 1000000;
}

static void show(const struct buf *b)
{
    if (write(STDERR_FILENO, b->ptr, b->len) < 0) return; /* a terminal that went away is no failure of the work */
}

void cli_progress(struct cli *c, const char *msgid, uint64_t done, uint64_t total)
{
    enum { AT_MOST_EVERY = 100 }; /* ms */
    if (!c->progress) return;
    uint64_t now = milliseconds();
    if (c->progress_shown && now - c->progress_shown < AT_MOST_EVERY) return;
    c->progress_shown = now ? now : 1;
    struct buf b = buf_make(4096);
    struct arena_mark m = arena_mark(c->arena);
    buf_put(&b, STR("\r\033[K"));
    buf_put(&b, tr_text(c->lang, msgid));
    buf_char(&b, ' ');
    buf_put(&b, cli_number(c, done));
    if (total) {
        buf_put(&b, STR(" / "));
        buf_put(&b, cli_number(c, total));
        if (done <= total)
            buf_format(&b, " (%u %%)",
                       (unsigned)(total > UINT64_MAX / 100 ? done / (total / 100) : done * 100 / total));
    }
    show(&b);
    arena_reset(c->arena, m);
    buf_free(&b);
}

void cli_progress_end(struct cli *c)
{
    if (!c->progress_shown) return;
    struct buf b = buf_make(16);
    buf_put(&b, STR("\r\033[K"));
    show(&b);
    buf_free(&b);
    c->progress_shown = 0;
}
