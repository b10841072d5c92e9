/* SPDX-License-Identifier: Apache-2.0
 *
 * load_unpack: a file of figures that was packed by gzip, unpacked behind the fence (child.h): a stranger's bytes, with
 * the limits of zip.h on what may come out of them.
 */
#include "child.h"
#include "load_private.h"
#include "zip.h"

enum { MEGA = 1 << 20, BYTES_A_SECOND = 4 * MEGA };

/* One letter of what became of it, then the bytes. */
static bool work(struct buf *answer, const void *input)
{
    const struct str *packed = input;
    struct arena *a = arena_make(SIZE_MAX);
    struct str bytes;
    enum zip_result r = gzip_read(&bytes, a, *packed);
    buf_char(answer, r == ZIP_DONE ? 'D' : r == ZIP_BOMB ? 'B' : 'X');
    if (r == ZIP_DONE) buf_put(answer, bytes);
    arena_close(a);
    return true;
}

bool load_unpack(struct str *bytes, struct arena *a, struct str name, struct err *err)
{
    struct str answer;
    if (!gzip_is(*bytes)) return true;
    unsigned cpu = 20 + (unsigned)(bytes->len / BYTES_A_SECOND);
    struct child_limits limits = {.cpu_seconds = cpu,
                                  .wall_seconds = 30 + 4 * cpu,
                                  .memory = (size_t)3072 * MEGA,
                                  .answer = (size_t)ZIP_UNPACKED_MOST + MEGA};
    if (!child_run(&answer, a, work, bytes, &limits, name, err)) return false;
    if (!str_starts(answer, STR("D")))
        return fail(err, str_starts(answer, STR("B")) ? ERR_SHEET_BOMB : ERR_SHEET_DAMAGED, name, STR("gzip"));
    *bytes = str_from(answer, 1);
    return true;
}
