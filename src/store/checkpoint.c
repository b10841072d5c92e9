/* SPDX-License-Identifier: Apache-2.0
 *
 * checkpoint: see checkpoint.h. Reading takes word after word, name and value; an unknown name, a missing one or more
 * words than there should be make it no checkpoint, because half of a checkpoint proves nothing.
 */
#include "checkpoint.h"

#include "buf.h"

void checkpoint_write_signed(struct buf *b, const struct checkpoint *c)
{
    buf_put(b, STR("dieuhanh-checkpoint v1\nsize "));
    buf_u64(b, c->size);
    buf_put(b, STR("\nroot "));
    digest_write(b, c->root);
    buf_char(b, '\n');
}

void checkpoint_write(struct buf *b, const struct checkpoint *c)
{
    checkpoint_write_signed(b, c);
    if (!c->is_signed) return;
    buf_put(b, STR("key "));
    public_key_write(b, c->key);
    buf_put(b, STR("\nsignature "));
    signature_write(b, c->signature);
    buf_char(b, '\n');
}

bool checkpoint_signature_is_right(const struct checkpoint *c)
{
    if (!c->is_signed) return false;
    struct buf b = buf_make(4096);
    checkpoint_write_signed(&b, c);
    bool right = signing_check(c->key, c->signature, buf_str(&b));
    buf_free(&b);
    return right;
}

void checkpoint_sign(struct checkpoint *c, const struct signing_key *key)
{
    struct buf b = buf_make(4096);
    checkpoint_write_signed(&b, c);
    c->is_signed = true;
    c->key = key->public;
    c->signature = signing_sign(key, buf_str(&b));
    buf_free(&b);
}

static struct str next_word(struct str *rest)
{
    *rest = str_trim(*rest);
    size_t n = 0;
    while (n < rest->len && !strchr(" \t\r\n", rest->ptr[n])) n++;
    struct str word = str_part(*rest, 0, n);
    *rest = str_from(*rest, n);
    return word;
}

static bool next_is(struct str *rest, struct str wanted)
{
    return str_eq(next_word(rest), wanted);
}

static bool read_words(struct checkpoint *out, struct str rest)
{
    if (!next_is(&rest, STR("dieuhanh-checkpoint")) || !next_is(&rest, STR("v1"))) return false;
    if (!next_is(&rest, STR("size")) || !str_to_u64(&out->size, next_word(&rest), INT64_MAX)) return false;
    if (!next_is(&rest, STR("root")) || !digest_read(&out->root, next_word(&rest))) return false;
    if (!str_trim(rest).len) return true;
    out->is_signed = true;
    if (!next_is(&rest, STR("key")) || !public_key_read(&out->key, next_word(&rest))) return false;
    if (!next_is(&rest, STR("signature")) || !signature_read(&out->signature, next_word(&rest))) return false;
    return !str_trim(rest).len;
}

bool checkpoint_read(struct checkpoint *out, struct str text, struct err *err)
{
    *out = (struct checkpoint){0};
    return read_words(out, text) || fail(err, ERR_CHECKPOINT_NOT);
}
