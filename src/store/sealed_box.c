/* SPDX-License-Identifier: Apache-2.0
 *
 * sealed_box: see sealed_box.h. Invariants: every key and every text in the clear that this file makes is wiped
 * before it is left; what a file says is checked before it is used.
 */
#include "sealed_box.h"

#include "buf.h"
#include "file.h"
#include "json_write.h"
#include "payload.h"

#include <errno.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
    KEY = crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
    NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
    MAC = crypto_aead_xchacha20poly1305_ietf_ABYTES,
    WRAPPED = KEY + crypto_box_SEALBYTES,
    BLOCK = 1024, /* lengths are told in steps of this */
    NUMBER = 32,
    FILE_MOST = SEALED_TEXT_MOST * 2
};

bool sealed_box_number(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!(s.ptr[i] >= '0' && s.ptr[i] <= '9') && !(s.ptr[i] >= 'a' && s.ptr[i] <= 'f')) return false;
    return s.len == NUMBER;
}

bool sealed_public_fits(struct public_key key)
{
    unsigned char curve[crypto_box_PUBLICKEYBYTES];
    return crypto_sign_ed25519_pk_to_curve25519(curve, key.byte) == 0;
}

static struct str base64(struct arena *a, const unsigned char *bytes, size_t len)
{
    size_t room = sodium_base64_encoded_len(len, sodium_base64_VARIANT_ORIGINAL);
    char *out = arena_alloc(a, room, 1);
    sodium_bin2base64(out, room, bytes, len, sodium_base64_VARIANT_ORIGINAL);
    return (struct str){out, room - 1};
}

static bool base64_read(struct str *out, struct arena *a, struct str s)
{
    size_t len;
    const char *end;
    unsigned char *bytes = arena_alloc(a, s.len + 1, 1);
    if (sodium_base642bin(bytes, s.len + 1, s.ptr, s.len, NULL, &len, &end, sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != s.ptr + s.len)
        return false;
    *out = (struct str){(char *)bytes, len};
    return true;
}

/* What is authenticated beside the text. */
static struct str bound_to(struct arena *a, const struct sealed_box *b)
{
    struct buf text = buf_make(200);
    buf_put(&text, STR("dieuhanh sealed 1 "));
    buf_put(&text, b->box);
    buf_char(&text, ' ');
    buf_put(&text, b->matter);
    struct str s = str_copy(a, buf_str(&text));
    buf_free(&text);
    return s;
}

static bool wrap(struct sealed_box *b, struct arena *a, const unsigned char key[KEY], struct public_key reader)
{
    unsigned char curve[crypto_box_PUBLICKEYBYTES], under[WRAPPED];
    if (crypto_sign_ed25519_pk_to_curve25519(curve, reader.byte) != 0 || crypto_box_seal(under, key, KEY, curve) != 0)
        return false;
    sealed_box_shut(b, reader);
    *vec_push(a, &b->readers) = (struct sealed_wrap){reader, base64(a, under, sizeof under)};
    return true;
}

/* The key of a box, by that of a reader. */
static bool unwrap(unsigned char key[KEY], struct arena *a, const struct sealed_box *b,
                   const struct signing_key *reader)
{
    unsigned char public[crypto_box_PUBLICKEYBYTES], secret[crypto_box_SECRETKEYBYTES];
    struct str under;
    bool opened = false;
    if (crypto_sign_ed25519_pk_to_curve25519(public, reader->public.byte) != 0 ||
        crypto_sign_ed25519_sk_to_curve25519(secret, reader->secret) != 0)
        return false;
    for (size_t i = 0; !opened && i < b->readers.len; i++) {
        const struct sealed_wrap *w = &b->readers.at[i];
        if (memcmp(w->reader.byte, reader->public.byte, SIGNING_PUBLIC) != 0) continue;
        opened = base64_read(&under, a, w->key) && under.len == WRAPPED &&
                 crypto_box_seal_open(key, (const unsigned char *)under.ptr, WRAPPED, public, secret) == 0;
    }
    sodium_memzero(secret, sizeof secret);
    return opened;
}

bool sealed_box_make(struct sealed_box *out, struct arena *a, struct str matter, struct str text,
                     const struct public_key *readers, size_t count, struct err *err)
{
    unsigned char key[KEY], number[NUMBER / 2];
    size_t padded;
    *out = (struct sealed_box){.matter = matter};
    if (sodium_init() < 0) return fail(err, ERR_INTERNAL, STR("libsodium"));
    char *hex = arena_alloc(a, NUMBER + 1, 1);
    randombytes_buf(number, sizeof number);
    sodium_bin2hex(hex, NUMBER + 1, number, sizeof number);
    out->box = (struct str){hex, NUMBER};
    unsigned char *clear = arena_alloc(a, text.len + BLOCK, 1);
    unsigned char *sealed = arena_alloc(a, NONCE + text.len + BLOCK + MAC, 1);
    memcpy(clear, text.ptr, text.len);
    bool ok = sodium_pad(&padded, clear, text.len, BLOCK, text.len + BLOCK) == 0;
    randombytes_buf(key, sizeof key);
    randombytes_buf(sealed, NONCE);
    struct str bound = bound_to(a, out);
    unsigned long long len = 0;
    ok = ok && crypto_aead_xchacha20poly1305_ietf_encrypt(sealed + NONCE, &len, clear, padded,
                                                          (const unsigned char *)bound.ptr, bound.len, NULL, sealed,
                                                          key) == 0;
    for (size_t i = 0; ok && i < count; i++) ok = wrap(out, a, key, readers[i]);
    sodium_memzero(clear, text.len + BLOCK);
    sodium_memzero(key, sizeof key);
    if (!ok) return fail(err, ERR_INTERNAL, STR("libsodium"));
    out->sealed = base64(a, sealed, NONCE + (size_t)len);
    return true;
}

struct digest sealed_box_digest(const struct sealed_box *b)
{
    return sha256_of(b->sealed);
}

bool sealed_box_open(struct str *text, struct arena *a, const struct sealed_box *b, const struct signing_key *key)
{
    unsigned char own[KEY];
    struct str sealed, bound = bound_to(a, b);
    unsigned long long len = 0;
    size_t clear_len;
    if (!base64_read(&sealed, a, b->sealed) || sealed.len < NONCE + MAC || !unwrap(own, a, b, key)) return false;
    unsigned char *clear = arena_alloc(a, sealed.len, 1);
    bool ok = crypto_aead_xchacha20poly1305_ietf_decrypt(clear, &len, NULL, (const unsigned char *)sealed.ptr + NONCE,
                                                         sealed.len - NONCE, (const unsigned char *)bound.ptr,
                                                         bound.len, (const unsigned char *)sealed.ptr, own) == 0 &&
              sodium_unpad(&clear_len, clear, (size_t)len, BLOCK) == 0;
    sodium_memzero(own, sizeof own);
    if (ok) *text = (struct str){(char *)clear, clear_len};
    return ok;
}

bool sealed_box_admit(struct sealed_box *b, struct arena *a, const struct signing_key *key, struct public_key other)
{
    unsigned char own[KEY];
    bool ok = unwrap(own, a, b, key) && wrap(b, a, own, other);
    sodium_memzero(own, sizeof own);
    return ok;
}

void sealed_box_shut(struct sealed_box *b, struct public_key reader)
{
    size_t kept = 0;
    for (size_t i = 0; i < b->readers.len; i++)
        if (memcmp(b->readers.at[i].reader.byte, reader.byte, SIGNING_PUBLIC) != 0)
            b->readers.at[kept++] = b->readers.at[i];
    b->readers.len = kept;
}

/* --- files */

static struct str path_of(struct arena *a, struct str folder, struct str box)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, folder);
    buf_char(&b, '/');
    buf_put(&b, box);
    buf_put(&b, STR(".box"));
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

bool sealed_folder(struct arena *a, struct str folder, struct err *err)
{
    struct stat st;
    const char *name = str_copy_z(a, folder);
    if (mkdir(name, 0700) != 0 && errno != EEXIST) return fail(err, ERR_FILE_WRITE, folder, str_of(strerror(errno)));
    if (stat(name, &st) != 0) return fail(err, ERR_FILE_WRITE, folder, str_of(strerror(errno)));
    if (!S_ISDIR(st.st_mode)) return fail(err, ERR_FILE_WRITE, folder, str_of(strerror(ENOTDIR)));
    return !(st.st_mode & 077) || fail(err, ERR_SEALED_RIGHTS, folder);
}

bool sealed_box_save(struct arena *a, struct str folder, const struct sealed_box *b, struct err *err)
{
    struct buf text = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&text);
    json_write_open(&j, '{');
    payload_put_text(&j, STR("box"), b->box);
    payload_put_text(&j, STR("matter"), b->matter);
    payload_put_text(&j, STR("sealed"), b->sealed);
    json_write_key(&j, STR("readers"));
    json_write_open(&j, '{');
    for (size_t i = 0; i < b->readers.len; i++) {
        struct buf hex = buf_make(SIGNING_PUBLIC_HEX + 1);
        public_key_write(&hex, b->readers.at[i].reader);
        payload_put_text(&j, buf_str(&hex), b->readers.at[i].key);
        buf_free(&hex);
    }
    json_write_close(&j, '}');
    json_write_close(&j, '}');
    buf_char(&text, '\n');
    bool ok = sealed_folder(a, folder, err) && file_write(path_of(a, folder, b->box), buf_str(&text), err);
    buf_free(&text);
    return ok;
}

static bool box_read(struct sealed_box *out, struct arena *a, struct str text)
{
    struct payload p;
    const char *name;
    json_t *value;
    *out = (struct sealed_box){0};
    if (!payload_open(&p, text)) return false;
    out->box = str_copy(a, payload_text(&p, p.root, "box"));
    out->matter = str_copy(a, payload_text(&p, p.root, "matter"));
    out->sealed = str_copy(a, payload_text(&p, p.root, "sealed"));
    json_t *readers = json_object_get(p.root, "readers");
    if (!json_is_object(readers)) p.bad = true;
    json_object_foreach(readers, name, value)
    {
        struct sealed_wrap *w = vec_push(a, &out->readers);
        w->key = str_copy(a, payload_text(&p, readers, name));
        if (!public_key_read(&w->reader, str_of(name)) || !w->key.len) p.bad = true;
    }
    bool ok = !p.bad && sealed_box_number(out->box) && out->matter.len && out->sealed.len;
    payload_close(&p);
    return ok;
}

bool sealed_box_load(struct sealed_box *out, bool *found, struct arena *a, struct str folder, struct str box,
                     struct err *err)
{
    struct str text;
    struct stat st;
    struct str path = path_of(a, folder, box);
    *found = stat(str_copy_z(a, path), &st) == 0;
    if (!*found) return true;
    if (!sealed_folder(a, folder, err) || !file_read(&text, a, path, FILE_MOST, err)) return false;
    return (box_read(out, a, text) && str_eq(out->box, box)) || fail(err, ERR_SEALED_BROKEN, box, folder);
}

void sealed_box_remove(struct arena *a, struct str folder, struct str box)
{
    unlink(str_copy_z(a, path_of(a, folder, box)));
}
