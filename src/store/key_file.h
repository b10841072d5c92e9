/* SPDX-License-Identifier: Apache-2.0
 *
 * key_file: the file of a reading key under a passphrase, so that who steals file and folder still reads nothing
 * (docs/DENUNCIATIONS.md). One without a passphrase is as signing.h has it. Text, so that it can be printed:
 *
 *     dieuhanh-key v2
 *     kdf argon2id 3 268435456
 *     salt 9d61b19deffd5a60ba844af492ec2cc4
 *     sealed 5c1e...
 *
 * `kdf` are passes and bytes of memory; they are read from the file, within limits, so that newer files may ask more.
 * `sealed` is a nonce and the seed under XSalsa20-Poly1305 with the key that argon2id makes of passphrase and salt.
 * The public half is not written: it follows from the seed, and is told to nobody who cannot open the file.
 */
#ifndef KEY_FILE_H
#define KEY_FILE_H
#include "signing.h"

enum { KEY_PHRASE_LEAST = 12, KEY_PHRASE_MOST = 1024 }; /* characters; bytes */

/* Whether a file asks for a passphrase. Errors: those of signing_key_load. */
[[nodiscard]] bool key_file_locked(bool *locked, struct arena *a, struct str path, struct err *err);
/* Errors: those of signing_key_load; ERR_KEY_PHRASE_WRONG, ERR_KEY_MEMORY. phrase: where none is asked
 * it is not looked at. */
[[nodiscard]] bool key_file_load(struct signing_key *out, struct arena *a, struct str path, struct str phrase,
                                 struct err *err);
/* A new key into a new file; phrase "": without one. Errors: ERR_FILE_WRITE, ERR_KEY_PHRASE_SHORT, ERR_KEY_MEMORY. */
[[nodiscard]] bool key_file_make(struct signing_key *out, struct str path, struct str phrase, struct err *err);
/* The same key under another passphrase, or under none; the old file is replaced whole. Errors: those of both. */
[[nodiscard]] bool key_file_change(struct arena *a, struct str path, struct str old, struct str phrase,
                                   struct err *err);
#endif
