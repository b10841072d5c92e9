/* SPDX-License-Identifier: Apache-2.0
 *
 * sealed: identities of those who denounce, from sealing to being shown (docs/DENUNCIATIONS.md). The record keeps
 * who may see them and who has seen them; what is sealed lies in the folder (sealed_box.h).
 *
 * Every call is one transaction: the entry of the journal, the files of the boxes, and then the commit.
 */
#ifndef SEALED_H
#define SEALED_H
#include "change.h"
#include "identity.h"
#include "sealed_box.h"

struct sealed_call {
    struct db *db;
    struct arena *arena;
    const struct author *author;
    struct str folder;
    const struct signing_key *key; /* of a reader; NULL: none was given */
    struct str note;
};

/* A person gets a reading key, or loses all his rights with it. Errors: ERR_SEALED_PUBLIC, those of change_sealed. */
[[nodiscard]] bool sealed_reader_put(const struct sealed_call *c, struct str person, struct public_key public,
                                     struct err *err);
[[nodiscard]] bool sealed_reader_end(const struct sealed_call *c, struct str person, struct err *err);

/* Seal an identity for a matter, readable by these persons and by those who may read that matter already. Inside a
 * transaction of the caller that writes (`within`: with what the matter begins), or in one of its own. */
[[nodiscard]] bool sealed_seal_within(struct str *box, const struct sealed_call *c, struct matter_id matter,
                                      const struct identity *i, struct word_list persons, struct err *err);
[[nodiscard]] bool sealed_seal(struct str *box, const struct sealed_call *c, struct matter_id matter,
                               const struct identity *i, struct word_list persons, struct err *err);

/* Whom an identity belongs to: the matter, or the denunciation that it is a part of. */
[[nodiscard]] bool sealed_matter(struct matter_id *out, struct db *db, struct arena *a, struct matter_id id,
                                 struct err *err);

struct unsealed {
    struct str box;
    struct identity identity;
};
struct unsealed_list {
    VEC_FIELDS(struct unsealed);
};
/* Show all identities of a matter to the author. First the journal has it, with the reason, then this returns. One who
 * may not gets ERR_SEALED_REFUSED, and the journal has that. Errors: ERR_SEALED_REASON, ERR_SEALED_NONE,
 * ERR_SEALED_KEY, ERR_SEALED_LOST, ERR_SEALED_BROKEN, ERR_SEALED_LEAK (the reason names whom it is about). */
[[nodiscard]] bool sealed_show(struct unsealed_list *out, const struct sealed_call *c, struct matter_id matter,
                               struct err *err);
/* The author, who may see it, lets in another; he is refused as above. */
[[nodiscard]] bool sealed_allow(const struct sealed_call *c, struct matter_id matter, struct str person,
                                struct err *err);
[[nodiscard]] bool sealed_forbid(const struct sealed_call *c, struct matter_id matter, struct str person,
                                 struct err *err);

/* Whether every box of the journal lies in the folder as it was sealed. */
enum sealed_state { SEALED_SOUND, SEALED_GONE, SEALED_CHANGED };
struct sealed_found {
    struct kept_box box;
    enum sealed_state state;
    size_t readers;
};
struct sealed_check {
    VEC_FIELDS(struct sealed_found);
    size_t of[SEALED_CHANGED + 1];
};
[[nodiscard]] bool sealed_check(struct sealed_check *out, struct db *db, struct arena *a, struct str folder,
                                struct err *err);
#endif
