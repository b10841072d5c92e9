/* SPDX-License-Identifier: Apache-2.0
 *
 * signing: see signing.h. A key file is text, so that it can be printed and kept in a safe:
 *
 *     dieuhanh-key v1
 *     secret 9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60
 *
 * The secret is the seed of RFC 8032, from which both halves of the key are made.
 */
#include "signing.h"

#include "arena.h"
#include "buf.h"
#include "file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SEED_SIZE = crypto_sign_SEEDBYTES, KEY_FILE_MOST = 4096 };

static_assert(crypto_sign_PUBLICKEYBYTES == SIGNING_PUBLIC && crypto_sign_SECRETKEYBYTES == SIGNING_SECRET &&
                  crypto_sign_BYTES == SIGNING_SIGNATURE,
              "sizes of Ed25519");

static void hex_write(struct buf *b, const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) buf_format(b, "%02x", bytes[i]);
}

static bool hex_read(uint8_t *out, size_t size, struct str hex)
{
    size_t len;
    const char *end;
    if (hex.len != 2 * size) return false;
    return sodium_hex2bin(out, size, hex.ptr, hex.len, NULL, &len, &end) == 0 && len == size &&
           end == hex.ptr + hex.len;
}

static bool write_key_file(struct str path, const uint8_t seed[SEED_SIZE], struct err *err)
{
    char name[4096];
    snprintf(name, sizeof name, "%.*s", STR_ARG(path));
    int fd = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return fail(err, ERR_FILE_WRITE, path, str_of(strerror(errno)));
    struct buf b = buf_make(KEY_FILE_MOST);
    buf_put(&b, STR("dieuhanh-key v1\nsecret "));
    hex_write(&b, seed, SEED_SIZE);
    buf_char(&b, '\n');
    bool ok = write(fd, b.ptr, b.len) == (ssize_t)b.len && fsync(fd) == 0;
    int why = errno;
    ok = close(fd) == 0 && ok;
    sodium_memzero(b.ptr, b.len);
    buf_free(&b);
    if (ok) return true;
    unlink(name);
    return fail(err, ERR_FILE_WRITE, path, str_of(strerror(why)));
}

bool signing_key_make(struct signing_key *out, struct str path, struct err *err)
{
    uint8_t seed[SEED_SIZE];
    if (sodium_init() < 0) return fail(err, ERR_INTERNAL, STR("libsodium"));
    randombytes_buf(seed, sizeof seed);
    crypto_sign_seed_keypair(out->public.byte, out->secret, seed);
    bool ok = write_key_file(path, seed, err);
    sodium_memzero(seed, sizeof seed);
    return ok;
}

bool signing_key_load(struct signing_key *out, struct arena *a, struct str path, struct err *err)
{
    struct str text;
    struct stat st;
    uint8_t seed[SEED_SIZE];
    if (!file_read(&text, a, path, KEY_FILE_MOST, err)) return false;
    if (stat(str_copy_z(a, path), &st) == 0 && S_ISREG(st.st_mode) && st.st_mode & 077)
        return fail(err, ERR_KEY_RIGHTS, path);
    struct str head = STR("dieuhanh-key v1\nsecret ");
    if (!str_starts(text, head) || !hex_read(seed, sizeof seed, str_trim(str_from(text, head.len))))
        return fail(err, ERR_KEY_NOT, path);
    crypto_sign_seed_keypair(out->public.byte, out->secret, seed);
    sodium_memzero(seed, sizeof seed);
    return true;
}

struct signature signing_sign(const struct signing_key *key, struct str text)
{
    struct signature s;
    crypto_sign_detached(s.byte, NULL, (const unsigned char *)text.ptr, text.len, key->secret);
    return s;
}

bool signing_check(struct public_key key, struct signature s, struct str text)
{
    return crypto_sign_verify_detached(s.byte, (const unsigned char *)text.ptr, text.len, key.byte) == 0;
}

void public_key_write(struct buf *b, struct public_key key)
{
    hex_write(b, key.byte, sizeof key.byte);
}

bool public_key_read(struct public_key *out, struct str hex)
{
    return hex_read(out->byte, sizeof out->byte, hex);
}

void signature_write(struct buf *b, struct signature s)
{
    hex_write(b, s.byte, sizeof s.byte);
}

bool signature_read(struct signature *out, struct str hex)
{
    return hex_read(out->byte, sizeof out->byte, hex);
}
