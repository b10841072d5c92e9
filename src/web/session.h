/* SPDX-License-Identifier: Apache-2.0
 *
 * session: what a browser holds of a session (centre/access.h): a random word in a cookie, and in each form a second
 * word that follows from it, so that a form of another site cannot be sent in its name.
 */
#ifndef SESSION_H
#define SESSION_H
#include "arena.h"
#include "buf.h"

/* The word that forms carry. */
struct str session_csrf(struct arena *a, struct str cookie);
/* The value of Set-Cookie; word "": the cookie goes. plain: no TLS in front. */
struct str session_cookie(struct arena *a, struct str word, bool plain);
#endif
