/* SPDX-License-Identifier: Apache-2.0
 *
 * secret_hash: see secret_hash.h.
 */
#include "secret_hash.h"

#include "buf.h"

#include <sodium.h>

/* HMAC-SHA-256 of parts, each behind its length, in hexadecimal digits. */
static void mac_hex(char *out, size_t digits, struct str key, const struct str *parts, size_t count)
{
    unsigned char mac[crypto_auth_hmacsha256_BYTES];
    char hex[2 * sizeof mac + 1];
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, (const unsigned char *)key.ptr, key.len);
    for (size_t i = 0; i < count; i++) {
        struct buf length = buf_make(32);
        buf_u64(&length, parts[i].len);
        buf_char(&length, ':');
        crypto_auth_hmacsha256_update(&state, (const unsigned char *)length.ptr, length.len);
        crypto_auth_hmacsha256_update(&state, (const unsigned char *)parts[i].ptr, parts[i].len);
        buf_free(&length);
    }
    crypto_auth_hmacsha256_final(&state, mac);
    sodium_memzero(&state, sizeof state);
    sodium_bin2hex(hex, sizeof hex, mac, sizeof mac);
    memcpy(out, hex, digits);
}

struct str secret_hash_key(struct arena *a, struct str key)
{
    enum { KEY_DIGITS = 8 };
    char *out = arena_alloc(a, 3 + KEY_DIGITS + 1, 1);
    const struct str what = STR("which key");
    memcpy(out, "h1:", 3);
    mac_hex(out + 3, KEY_DIGITS, key, &what, 1);
    out[3 + KEY_DIGITS] = ':';
    return (struct str){out, 3 + KEY_DIGITS + 1};
}

struct str secret_hash(struct arena *a, struct str key, struct str of, struct str field, struct str value)
{
    enum { HASH_DIGITS = 32 };
    struct str head = secret_hash_key(a, key);
    char *out = arena_alloc(a, head.len + HASH_DIGITS, 1);
    const struct str parts[] = {of, field, value};
    memcpy(out, head.ptr, head.len);
    mac_hex(out + head.len, HASH_DIGITS, key, parts, sizeof parts / sizeof *parts);
    return (struct str){out, head.len + HASH_DIGITS};
}
