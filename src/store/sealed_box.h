/* SPDX-License-Identifier: Apache-2.0
 *
 * sealed_box: who denounces, kept apart from the record. What is sealed lies in a file of its own, in a folder
 * beside the record or elsewhere; the record has the number of the box and the SHA-256 of what is sealed, and no
 * key. A box:
 *
 *     {"box":"<32 hexadecimal digits>","matter":"M7","sealed":"<base64>","readers":{"<public key>":"<base64>",...}}
 *
 * `sealed` is a nonce and XChaCha20-Poly1305 over the text, padded so that its length does not tell the name; box and
 * matter are authenticated with it, so a box cannot be put in the place of another. Its key is made for this box alone
 * and is put under the public key of each reader (X25519, made of the Ed25519 key of a key file as in signing.h).
 * Who is no reader cannot open it; who is may let in others. Taking a reader out closes the file as it is from then
 * on, not the copies that he may have.
 *
 * A folder is the owner's alone (0700); a file is written beside, flushed and renamed, so it is whole or not there.
 */
#ifndef SEALED_BOX_H
#define SEALED_BOX_H
#include "arena.h"
#include "sha256.h"
#include "signing.h"

enum { SEALED_TEXT_MOST = 32 << 20 };

struct sealed_wrap {
    struct public_key reader;
    struct str key; /* base64: the key of the box under that of the reader */
};
struct sealed_box {
    struct str box, matter, sealed;
    struct {
        VEC_FIELDS(struct sealed_wrap);
    } readers;
};

/* A new box with a number that nobody has had. */
[[nodiscard]] bool sealed_box_make(struct sealed_box *out, struct arena *a, struct str matter, struct str text,
                                   const struct public_key *readers, size_t count, struct err *err);
struct digest sealed_box_digest(const struct sealed_box *b); /* of `sealed`: readers may change */
/* What is in it. False when the key opens none of its locks, or when it was changed. */
[[nodiscard]] bool sealed_box_open(struct str *text, struct arena *a, const struct sealed_box *b,
                                   const struct signing_key *key);
/* Let another in, by somebody who can open it. False as above, or when the key is none. */
[[nodiscard]] bool sealed_box_admit(struct sealed_box *b, struct arena *a, const struct signing_key *key,
                                    struct public_key other);
void sealed_box_shut(struct sealed_box *b, struct public_key reader);

/* Whether a key is one that something can be put under. */
bool sealed_public_fits(struct public_key key);

/* The folder is made when it is not there. Errors: ERR_SEALED_RIGHTS, ERR_FILE_WRITE. */
[[nodiscard]] bool sealed_folder(struct arena *a, struct str folder, struct err *err);
[[nodiscard]] bool sealed_box_save(struct arena *a, struct str folder, const struct sealed_box *b, struct err *err);
/* *found is false when there is no such file. Errors: ERR_SEALED_BROKEN, ERR_SEALED_RIGHTS, those of file_read. */
[[nodiscard]] bool sealed_box_load(struct sealed_box *out, bool *found, struct arena *a, struct str folder,
                                   struct str box, struct err *err);
void sealed_box_remove(struct arena *a, struct str folder, struct str box);
bool sealed_box_number(struct str s); /* 32 hexadecimal digits, small */
#endif
