/* SPDX-License-Identifier: Apache-2.0
 *
 * totp: see totp.h. The arithmetic is liboath's.
 */
#include "totp.h"

#include "buf.h"
#include "password.h"

#include <liboath/oath.h>
#include <sodium.h>
#include <stdlib.h>

struct str totp_secret(struct arena *a)
{
    char bytes[TOTP_BYTES];
    char *text;
    size_t len;
    randombytes_buf(bytes, sizeof bytes);
    if (oath_base32_encode(bytes, sizeof bytes, &text, &len) != OATH_OK) return STR("");
    struct str s = str_copy(a, (struct str){text, len});
    free(text);
    return s;
}

struct str totp_code(struct arena *a, struct str secret, int64_t now)
{
    char code[TOTP_DIGITS + 1];
    char *bytes;
    size_t len;
    if (now < 0 || !secret.len || oath_base32_decode(secret.ptr, secret.len, &bytes, &len) != OATH_OK) return STR("");
    int done = oath_totp_generate(bytes, len, (time_t)now, TOTP_STEP, 0, TOTP_DIGITS, code);
    sodium_memzero(bytes, len);
    free(bytes);
    return done == OATH_OK ? str_copy(a, str_of(code)) : STR("");
}

bool totp_fits(int64_t *step, struct arena *a, struct str secret, struct str code, int64_t now)
{
    bool fits = false;
    for (int64_t by = -1; by <= 1; by++) {
        bool same = access_same(totp_code(a, secret, now + by * TOTP_STEP), code);
        if (same) *step = now / TOTP_STEP + by;
        fits |= same;
    }
    return fits;
}

static void put_encoded(struct buf *b, struct str s)
{
    static const char DIGITS[] = "0123456789ABCDEF";
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
        if (plain) {
            buf_char(b, (char)c);
            continue;
        }
        buf_char(b, '%');
        buf_char(b, DIGITS[c >> 4]);
        buf_char(b, DIGITS[c & 15]);
    }
}

struct str totp_address(struct arena *a, struct str office, struct str login, struct str secret)
{
    struct buf b = buf_make(2000);
    buf_put(&b, STR("otpauth://totp/"));
    put_encoded(&b, office);
    buf_char(&b, ':');
    put_encoded(&b, login);
    buf_put(&b, STR("?secret="));
    buf_put(&b, secret);
    buf_put(&b, STR("&issuer="));
    put_encoded(&b, office);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}
