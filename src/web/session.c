/* SPDX-License-Identifier: Apache-2.0
 *
 * session: see session.h.
 */
#include "session.h"

#include "password.h"

struct str session_csrf(struct arena *a, struct str cookie)
{
    struct buf b = buf_make(200);
    buf_put(&b, STR("form:"));
    buf_put(&b, cookie);
    struct str hash = access_word_hash(a, buf_str(&b));
    buf_free(&b);
    return str_part(hash, 0, ACCESS_WORD);
}

struct str session_cookie(struct arena *a, struct str word, bool plain)
{
    struct buf b = buf_make(400);
    buf_put(&b, STR("dieuhanh="));
    buf_put(&b, word);
    buf_put(&b, STR("; Path=/; HttpOnly; SameSite=Lax"));
    if (!word.len) buf_put(&b, STR("; Max-Age=0"));
    if (!plain) buf_put(&b, STR("; Secure"));
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}
