/* SPDX-License-Identifier: Apache-2.0
 *
 * password: passwords as argon2id (RFC 9106) by libsodium: 3 passes over 46 MiB, about 60 ms. At most two are reckoned
 * at a time, so that many who sign in at once do not take the memory of the machine; others wait.
 */
#ifndef PASSWORD_H
#define PASSWORD_H
#include "arena.h"
#include "str.h"

enum { PASSWORD_LEAST = 12 /* letters */, PASSWORD_MOST = 200 /* bytes */ };

/* Whether it may be one: long enough, no part of it is the login, and not one letter over and over. */
bool password_is_good(struct str password, struct str login);
struct str password_hash(struct arena *a, struct str password);
/* A hash "" fits nothing, and takes as long: who asks cannot tell by the clock whether there is an account. */
bool password_fits(struct str hash, struct str password);

/* Words that nobody can guess, and what is kept of them. */
enum { ACCESS_WORD = 48 };
struct str access_word(struct arena *a);                       /* 24 random bytes, in hexadecimal */
struct str access_word_hash(struct arena *a, struct str word); /* SHA-256, in hexadecimal */
/* Whether two are the same, in a time that does not say where they differ. */
bool access_same(struct str a, struct str b);
/* Ten codes like "ABCD-EFGH-IJKL-MNOP" (80 bits), to write down. */
enum { RECOVERY_CODES = 10 };
struct str recovery_code(struct arena *a);
/* As somebody types it: capitals, without blanks and hyphens, as access_word_hash wants it. */
struct str recovery_typed(struct arena *a, struct str typed);
#endif
