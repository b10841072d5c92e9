/* SPDX-License-Identifier: Apache-2.0
 *
 * checkpoint: the state of a journal in a few words that fit into the foot of a report. Who holds an old one can find
 * out whether the record still holds what it held then; paper is the outside witness.
 *
 *     dieuhanh-checkpoint v1
 *     size 42
 *     root 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328
 *     key 3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c
 *     signature 92a009a9...00c (128 digits)
 *
 * key and signature stand there when the record has a key; the signature is over the lines before them.
 */
#ifndef CHECKPOINT_H
#define CHECKPOINT_H
#include "sha256.h"
#include "signing.h"

struct checkpoint {
    uint64_t size; /* entries */
    struct digest root;
    bool is_signed;
    struct public_key key;
    struct signature signature;
};

/* The lines that are signed. */
void checkpoint_write_signed(struct buf *b, const struct checkpoint *c);
/* All lines, each ended by '\n'. */
void checkpoint_write(struct buf *b, const struct checkpoint *c);
/* Whether it is signed, by the key that it names. */
bool checkpoint_signature_is_right(const struct checkpoint *c);
/* Sign with a key. */
void checkpoint_sign(struct checkpoint *c, const struct signing_key *key);

/* Read a checkpoint, also from one line and with blanks of any kind between the words, as it comes from paper. The
 * signature is not checked. Errors: ERR_CHECKPOINT_NOT. */
[[nodiscard]] bool checkpoint_read(struct checkpoint *out, struct str text, struct err *err);
#endif
