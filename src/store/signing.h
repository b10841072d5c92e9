/* SPDX-License-Identifier: Apache-2.0
 *
 * signing: Ed25519 signatures under checkpoints. The secret stands in a file of its own that the office keeps; the
 * record never holds it, only the public key, in its first journal entry.
 */
#ifndef SIGNING_H
#define SIGNING_H
#include "err.h"

struct arena;
struct buf;

enum {
    SIGNING_PUBLIC = 32,
    SIGNING_SECRET = 64,
    SIGNING_SIGNATURE = 64,
    SIGNING_PUBLIC_HEX = 64,
    SIGNING_SIGNATURE_HEX = 128
};

struct public_key {
    uint8_t byte[SIGNING_PUBLIC];
};

struct signature {
    uint8_t byte[SIGNING_SIGNATURE];
};

struct signing_key {
    struct public_key public;
    uint8_t secret[SIGNING_SECRET];
};

/* Make a new key and write it into a new file that only its owner can read. Errors: ERR_FILE_WRITE, also when the file
 * is there already. */
[[nodiscard]] bool signing_key_make(struct signing_key *out, struct str path, struct err *err);
/* Read such a file. Errors: those of file_read, ERR_KEY_NOT (no key file), ERR_KEY_RIGHTS (others can read it). */
[[nodiscard]] bool signing_key_load(struct signing_key *out, struct arena *a, struct str path, struct err *err);

struct signature signing_sign(const struct signing_key *key, struct str text);
bool signing_check(struct public_key key, struct signature signature, struct str text);

/* Hexadecimal, lower case. */
void public_key_write(struct buf *b, struct public_key key);
[[nodiscard]] bool public_key_read(struct public_key *out, struct str hex);
void signature_write(struct buf *b, struct signature s);
[[nodiscard]] bool signature_read(struct signature *out, struct str hex);
#endif
