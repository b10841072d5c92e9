/* SPDX-License-Identifier: Apache-2.0
 *
 * project_id: see project_id.h.
 */
#include "project_id.h"

#include "buf.h"

struct str project_id_shown(struct arena *a, char letter, uint32_t id)
{
    struct buf b = buf_make(16);
    buf_char(&b, letter);
    buf_u64(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool project_id_read(uint32_t *out, char letter, struct str s)
{
    uint64_t n;
    if (s.len < 2 || (s.ptr[0] | 32) != letter || !str_to_u64(&n, str_from(s, 1), UINT32_MAX) || n == 0) return false;
    *out = (uint32_t)n;
    return true;
}
