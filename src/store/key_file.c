/* SPDX-License-Identifier: Apache-2.0
 *
 * key_file: see key_file.h.
 */
#include "key_file.h"

#include "arena.h"
#include "buf.h"
#include "file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    SEED_SIZE = crypto_sign_SEEDBYTES,
    SALT_SIZE = crypto_pwhash_SALTBYTES,
    BOX_SIZE = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + SEED_SIZE,
    FILE_MOST = 4096,
    PASSES = 3, /* MODERATE of libsodium */
    PASSES_MOST = 16
};
static const uint64_t MEMORY = 256u << 20, MEMORY_MOST = 1u << 30;

struct locked_key {
    uint64_t passes, memory;
    uint8_t salt[SALT_SIZE], box[BOX_SIZE];
};

/* --- text */

static void hex_put(struct buf *b, const uint8_t *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) buf_format(b, "%02x", bytes[i]);
    buf_char(b, '\n');
}

static bool hex_take(uint8_t *out, size_t size, struct str hex)
{
    size_t len;
    const char *end;
    return hex.len == 2 * size && sodium_hex2bin(out, size, hex.ptr, hex.len, NULL, &len, &end) == 0 && len == size &&
           end == hex.ptr + hex.len;
}

/* The rest of the next line, which begins with a word. */
static bool line_take(struct str *out, struct str *rest, struct str word)
{
    struct str_cut cut = str_cut(*rest, STR("\n"));
    *rest = cut.tail;
    *out = str_trim(str_from(cut.head, word.len));
    return cut.found && str_starts(cut.head, word);
}

static bool locked_read(struct locked_key *k, struct str text)
{
    struct str line, rest = text;
    if (!line_take(&line, &rest, STR("dieuhanh-key v2")) || !line_take(&line, &rest, STR("kdf argon2id ")))
        return false;
    struct str_cut cut = str_cut(line, STR(" "));
    return str_to_u64(&k->passes, cut.head, PASSES_MOST) && k->passes > 0 &&
           str_to_u64(&k->memory, cut.tail, MEMORY_MOST) && k->memory >= crypto_pwhash_MEMLIMIT_MIN &&
           line_take(&line, &rest, STR("salt ")) && hex_take(k->salt, SALT_SIZE, line) &&
           line_take(&line, &rest, STR("sealed ")) && hex_take(k->box, BOX_SIZE, line);
}

static bool is_locked(struct str text)
{
    return str_starts(text, STR("dieuhanh-key v2\n"));
}

/* --- under a passphrase */

static bool derive(uint8_t key[crypto_secretbox_KEYBYTES], const struct locked_key *k, struct str phrase,
                   struct err *err)
{
    if (sodium_init() < 0) return fail(err, ERR_INTERNAL, STR("libsodium"));
    if (crypto_pwhash(key, crypto_secretbox_KEYBYTES, phrase.ptr, phrase.len, k->salt, k->passes, (size_t)k->memory,
                      crypto_pwhash_ALG_ARGON2ID13) == 0)
        return true;
    char mib[24];
    int len = snprintf(mib, sizeof mib, "%llu", (unsigned long long)(k->memory >> 20));
    return fail(err, ERR_KEY_MEMORY, (struct str){mib, (size_t)len});
}

static bool seal(struct locked_key *k, const uint8_t seed[SEED_SIZE], struct str phrase, struct err *err)
{
    uint8_t key[crypto_secretbox_KEYBYTES];
    *k = (struct locked_key){.passes = PASSES, .memory = MEMORY};
    if (sodium_init() < 0) return fail(err, ERR_INTERNAL, STR("libsodium"));
    randombytes_buf(k->salt, SALT_SIZE);
    randombytes_buf(k->box, crypto_secretbox_NONCEBYTES);
    if (!derive(key, k, phrase, err)) return false;
    crypto_secretbox_easy(k->box + crypto_secretbox_NONCEBYTES, seed, SEED_SIZE, k->box, key);
    sodium_memzero(key, sizeof key);
    return true;
}

static bool open_seed(uint8_t seed[SEED_SIZE], const struct locked_key *k, struct str path, struct str phrase,
                      struct err *err)
{
    uint8_t key[crypto_secretbox_KEYBYTES];
    if (!derive(key, k, phrase, err)) return false;
    bool ok = crypto_secretbox_open_easy(seed, k->box + crypto_secretbox_NONCEBYTES,
                                         BOX_SIZE - crypto_secretbox_NONCEBYTES, k->box, key) == 0;
    sodium_memzero(key, sizeof key);
    return ok || fail(err, ERR_KEY_PHRASE_WRONG, path);
}

/* --- files */

static bool text_of(struct str *out, struct arena *a, struct str path, struct err *err)
{
    struct stat st;
    if (!file_read(out, a, path, FILE_MOST, err)) return false;
    bool open = stat(str_copy_z(a, path), &st) == 0 && S_ISREG(st.st_mode) && st.st_mode & 077;
    return !open || fail(err, ERR_KEY_RIGHTS, path);
}

static bool write_whole(int fd, struct str path, const struct buf *b, struct err *err)
{
    bool ok = write(fd, b->ptr, b->len) == (ssize_t)b->len && fsync(fd) == 0;
    int why = errno;
    ok = close(fd) == 0 && ok;
    return ok || fail(err, ERR_FILE_WRITE, path, str_of(strerror(why)));
}

/* A new file, or in the place of one: written beside it and renamed. */
static bool save(struct str path, const struct buf *b, bool replace, struct err *err)
{
    char name[4096], beside[4096 + 8];
    snprintf(name, sizeof name, "%.*s", STR_ARG(path));
    snprintf(beside, sizeof beside, "%s%s", name, replace ? ".new" : "");
    int fd = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) return fail(err, ERR_FILE_WRITE, path, str_of(strerror(errno)));
    bool ok = write_whole(fd, path, b, err);
    if (ok && replace && rename(beside, name) != 0) ok = fail(err, ERR_FILE_WRITE, path, str_of(strerror(errno)));
    if (!ok) unlink(beside);
    return ok;
}

static bool seed_save(const uint8_t seed[SEED_SIZE], struct str path, struct str phrase, bool replace, struct err *err)
{
    struct locked_key k;
    struct buf b = buf_make(FILE_MOST);
    if (phrase.len && !seal(&k, seed, phrase, err)) return false;
    if (phrase.len) {
        buf_format(&b, "dieuhanh-key v2\nkdf argon2id %llu %llu\nsalt ", (unsigned long long)k.passes,
                   (unsigned long long)k.memory);
        hex_put(&b, k.salt, SALT_SIZE);
        buf_put(&b, STR("sealed "));
        hex_put(&b, k.box, BOX_SIZE);
    } else {
        buf_put(&b, STR("dieuhanh-key v1\nsecret "));
        hex_put(&b, seed, SEED_SIZE);
    }
    bool ok = save(path, &b, replace, err);
    sodium_memzero(b.ptr, b.len);
    buf_free(&b);
    return ok;
}

static bool phrase_fits(struct str phrase, struct err *err)
{
    size_t letters = 0;
    for (size_t i = 0; i < phrase.len; i++) letters += ((unsigned char)phrase.ptr[i] & 0xC0) != 0x80;
    return !phrase.len || letters >= KEY_PHRASE_LEAST || fail(err, ERR_KEY_PHRASE_SHORT, STR("12"));
}
static_assert(KEY_PHRASE_LEAST == 12, "the message says so");

bool key_file_locked(bool *locked, struct arena *a, struct str path, struct err *err)
{
    struct str text;
    if (!text_of(&text, a, path, err)) return false;
    *locked = is_locked(text);
    return true;
}

static bool seed_load(uint8_t seed[SEED_SIZE], struct arena *a, struct str path, struct str phrase, struct err *err)
{
    struct str text, head = STR("dieuhanh-key v1\nsecret ");
    struct locked_key k;
    if (!text_of(&text, a, path, err)) return false;
    if (is_locked(text))
        return (locked_read(&k, text) || fail(err, ERR_KEY_NOT, path)) && open_seed(seed, &k, path, phrase, err);
    bool plain = str_starts(text, head) && hex_take(seed, SEED_SIZE, str_trim(str_from(text, head.len)));
    return plain || fail(err, ERR_KEY_NOT, path);
}

bool key_file_load(struct signing_key *out, struct arena *a, struct str path, struct str phrase, struct err *err)
{
    uint8_t seed[SEED_SIZE];
    if (!seed_load(seed, a, path, phrase, err)) return false;
    crypto_sign_seed_keypair(out->public.byte, out->secret, seed);
    sodium_memzero(seed, sizeof seed);
    return true;
}

bool key_file_make(struct signing_key *out, struct str path, struct str phrase, struct err *err)
{
    uint8_t seed[SEED_SIZE];
    if (!phrase_fits(phrase, err)) return false;
    if (sodium_init() < 0) return fail(err, ERR_INTERNAL, STR("libsodium"));
    randombytes_buf(seed, sizeof seed);
    crypto_sign_seed_keypair(out->public.byte, out->secret, seed);
    bool ok = seed_save(seed, path, phrase, false, err);
    sodium_memzero(seed, sizeof seed);
    return ok;
}

bool key_file_change(struct arena *a, struct str path, struct str old, struct str phrase, struct err *err)
{
    uint8_t seed[SEED_SIZE];
    if (!phrase_fits(phrase, err) || !seed_load(seed, a, path, old, err)) return false;
    bool ok = seed_save(seed, path, phrase, true, err);
    sodium_memzero(seed, sizeof seed);
    return ok;
}
