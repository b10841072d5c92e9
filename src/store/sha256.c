/* SPDX-License-Identifier: Apache-2.0
 *
 * sha256: see sha256.h. This file cuts what arrives into blocks of 64 bytes and puts the end mark and the length behind
 * the last one; sha256_block.c does the blocks.
 */
#include "sha256.h"

#include "buf.h"
#include "sha256_private.h"

struct sha256 sha256_start(void)
{
    return (struct sha256){
        .state = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19}};
}

void sha256_add(struct sha256 *h, struct str bytes)
{
    size_t used = h->length % SHA256_BLOCK;
    h->length += bytes.len;
    if (used) {
        size_t fits = SHA256_BLOCK - used < bytes.len ? SHA256_BLOCK - used : bytes.len;
        memcpy(h->tail + used, bytes.ptr, fits);
        bytes = str_from(bytes, fits);
        if (used + fits < SHA256_BLOCK) return;
        sha256_compress(h->state, h->tail, 1);
    }
    size_t whole = bytes.len / SHA256_BLOCK;
    if (whole) sha256_compress(h->state, (const uint8_t *)bytes.ptr, whole);
    bytes = str_from(bytes, whole * SHA256_BLOCK);
    if (bytes.len) memcpy(h->tail, bytes.ptr, bytes.len);
}

struct digest sha256_end(struct sha256 *h)
{
    size_t used = h->length % SHA256_BLOCK;
    uint8_t last[2 * SHA256_BLOCK] = {0};
    memcpy(last, h->tail, used);
    last[used] = 0x80;
    size_t blocks = used + 9 > SHA256_BLOCK ? 2 : 1;
    for (size_t i = 0; i < 8; i++) last[blocks * SHA256_BLOCK - 1 - i] = (uint8_t)(h->length * 8 >> 8 * i);
    sha256_compress(h->state, last, blocks);
    struct digest d;
    for (size_t i = 0; i < SHA256_SIZE; i++) d.byte[i] = (uint8_t)(h->state[i / 4] >> (24 - 8 * (i % 4)));
    return d;
}

struct digest sha256_of(struct str bytes)
{
    struct sha256 h = sha256_start();
    sha256_add(&h, bytes);
    return sha256_end(&h);
}

bool digest_eq(struct digest a, struct digest b)
{
    return memcmp(a.byte, b.byte, SHA256_SIZE) == 0;
}

struct digest_text digest_text(struct digest d)
{
    struct digest_text t;
    for (size_t i = 0; i < SHA256_SIZE; i++) {
        t.digit[2 * i] = "0123456789abcdef"[d.byte[i] >> 4];
        t.digit[2 * i + 1] = "0123456789abcdef"[d.byte[i] & 15];
    }
    return t;
}

struct str digest_str(const struct digest_text *t)
{
    return (struct str){t->digit, SHA256_HEX};
}

void digest_write(struct buf *b, struct digest d)
{
    struct digest_text t = digest_text(d);
    buf_put(b, digest_str(&t));
}

static int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return -1;
}

bool digest_read(struct digest *out, struct str hex)
{
    if (hex.len != SHA256_HEX) return false;
    for (size_t i = 0; i < SHA256_SIZE; i++) {
        int high = hex_value(hex.ptr[2 * i]), low = hex_value(hex.ptr[2 * i + 1]);
        if (high < 0 || low < 0) return false;
        out->byte[i] = (uint8_t)(high << 4 | low);
    }
    return true;
}
