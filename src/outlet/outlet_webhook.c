/* SPDX-License-Identifier: Apache-2.0
 *
 * outlet_webhook: a message as JSON, posted to an address. With a key the body is signed, so that who takes it knows
 * whose it is; the header Idempotency-Key is the id of the message, by which he knows one that comes again. A
 * recipient's own address goes before that of the outlet.
 */
#include "outlet_private.h"

#include "buf.h"
#include "curl_library.h"

#include <sodium.h>

struct str webhook_signature(struct arena *a, struct str key, struct str body)
{
    unsigned char mac[crypto_auth_hmacsha256_BYTES];
    char hex[2 * sizeof mac + 1];
    crypto_auth_hmacsha256_state state;
    struct buf b = buf_make(SIZE_MAX);
    crypto_auth_hmacsha256_init(&state, (const unsigned char *)key.ptr, key.len);
    crypto_auth_hmacsha256_update(&state, (const unsigned char *)body.ptr, body.len);
    crypto_auth_hmacsha256_final(&state, mac);
    sodium_memzero(&state, sizeof state);
    sodium_bin2hex(hex, sizeof hex, mac, sizeof mac);
    buf_put(&b, STR("sha256="));
    buf_put_z(&b, hex);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

static struct str header(struct arena *a, struct str name, struct str value)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, name);
    buf_put(&b, STR(": "));
    buf_put(&b, value);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

enum outlet_answer webhook_send(struct str *note, struct arena *a, const struct outlet_settings *s,
                                const struct outlet_message *m)
{
    struct exchange_end end;
    struct str headers[3] = {STR("Content-Type: application/json"), header(a, STR("Idempotency-Key"), m->id)};
    struct exchange x = {.url = m->to.len ? m->to : s->place,
                         .protocols = STR("http,https"),
                         .body = m->json,
                         .headers = headers,
                         .header_count = 2};
    if (s->secret.len)
        headers[x.header_count++] = header(a, STR("X-Dieuhanh-Signature"), webhook_signature(a, s->secret, m->json));
    bool ran = exchange_run(&end, a, &x);
    *note = end.said;
    if (!ran) return OUTLET_FAILED;
    if (end.code >= 200 && end.code < 300) return OUTLET_SENT;
    if (end.code) {
        struct buf b = buf_make(40);
        buf_format(&b, "HTTP %ld", end.code);
        *note = str_copy(a, buf_str(&b));
        buf_free(&b);
        return end.code == 408 || end.code == 429 || end.code >= 500 ? OUTLET_FAILED : OUTLET_REFUSED;
    }
    return end.all_given ? OUTLET_UNKNOWN : OUTLET_FAILED;
}
