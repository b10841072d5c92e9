/* SPDX-License-Identifier: Apache-2.0
 *
 * sha256: FIPS 180-4 SHA-256 of bytes that arrive in pieces. The record names documents, texts and journal entries by
 * it.
 */
#ifndef SHA256_H
#define SHA256_H
#include "str.h"

struct buf;

enum { SHA256_SIZE = 32, SHA256_HEX = 64, SHA256_BLOCK = 64 };

struct digest {
    uint8_t byte[SHA256_SIZE];
};

struct sha256 {
    uint32_t state[8];
    uint64_t length; /* bytes given so far */
    uint8_t tail[SHA256_BLOCK];
};

struct sha256 sha256_start(void);
void sha256_add(struct sha256 *h, struct str bytes);
struct digest sha256_end(struct sha256 *h); /* h may be started again */
struct digest sha256_of(struct str bytes);

bool digest_eq(struct digest a, struct digest b);

/* 64 lower-case hexadecimal digits. */
struct digest_text {
    char digit[SHA256_HEX];
};
struct digest_text digest_text(struct digest d);
struct str digest_str(const struct digest_text *t); /* borrowed from *t */
void digest_write(struct buf *b, struct digest d);
[[nodiscard]] bool digest_read(struct digest *out, struct str hex); /* exactly such digits */
#endif
