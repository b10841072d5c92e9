/* SPDX-License-Identifier: Apache-2.0
 *
 * session: who is signed in. The first start prints a one-time link; whoever opens it within a quarter of an hour gets
 * a session, and the link is worth nothing from then on. A session is a random name in a cookie and, on this side, its
 * SHA-256: reading the memory of the table gives nobody a cookie.
 *
 *   1. A session ends IDLE seconds after its last request, and LONGEST seconds after it began.
 *   2. A form that changes something carries the word of its session (`csrf`), which is no part of the cookie.
 *   3. At most WEB_SESSIONS_MOST; the one that was used least recently makes room.
 */
#ifndef SESSION_H
#define SESSION_H
#include "arena.h"
#include "buf.h"

enum { SESSION_IDLE = 30 * 60, SESSION_LONGEST = 12 * 3600, WEB_SESSIONS_MOST = 200, LINK_LIVES = 15 * 60 };

struct session_store; /* safe to use from many threads */

struct web_session {
    struct str csrf; /* in the arena of who asked */
    int64_t began;
};

struct session_store *session_store_make(void);
void session_store_close(struct session_store *s);
/* A new one-time word; the one before is worth nothing any more. In the arena. */
struct str session_offer(struct session_store *s, struct arena *a, int64_t now);
/* Take up the word: the cookie of a new session in *cookie; false: it is not, or no longer, worth anything. */
[[nodiscard]] bool session_begin(struct str *cookie, struct session_store *s, struct arena *a, struct str word,
                                 int64_t now);
/* The session of a cookie, which is used with this; false: there is none. */
[[nodiscard]] bool session_find(struct web_session *out, struct session_store *s, struct arena *a, struct str cookie,
                                int64_t now);
void session_end(struct session_store *s, struct str cookie);
/* Whether two words are the same, in a time that does not say where they differ. */
bool session_same(struct str a, struct str b);
#endif
