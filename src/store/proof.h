/* SPDX-License-Identifier: Apache-2.0
 *
 * proof: what convinces somebody who holds a checkpoint but not the record, as a text that can be mailed or printed.
 * Two kinds:
 *
 *     dieuhanh-proof v1 entry                          this entry is in the journal of that checkpoint
 *     entry {"seq":2,"time":...,"payload":{...}}
 *     path 6e34...a01d 96a2...7bc7                      (left out when there is one entry only)
 *     dieuhanh-checkpoint v1
 *     ...
 *
 *     dieuhanh-proof v1 growth                         the journal of the older checkpoint is the beginning of that of
 *     the newer path 96a2...7bc7 ...
 *     dieuhanh-checkpoint v1
 *     ...
 *     dieuhanh-checkpoint v1
 *     ...
 *
 * Anybody can check them with any SHA-256 (RFC 9162, 2.1.3.2 and 2.1.4.2); a signature under a checkpoint is checked
 * with the key that stands beside it.
 */
#ifndef PROOF_H
#define PROOF_H
#include "journal.h"

struct proof {
    bool is_growth;
    struct str entry; /* the line of the journal; entry proofs */
    struct merkle_proof path;
    struct checkpoint older; /* growth proofs */
    struct checkpoint checkpoint;
};

/* Make a proof against the latest checkpoint of a record, inside a transaction of the caller. Errors:
 * ERR_ENTRY_MISSING; ERR_PROOF_OLDER when the older checkpoint is not one of this record. */
[[nodiscard]] bool proof_of_entry(struct proof *out, struct db *db, struct arena *a, int64_t seq, struct err *err);
[[nodiscard]] bool proof_of_growth(struct proof *out, struct db *db, struct arena *a, const struct checkpoint *older,
                                   struct err *err);

void proof_write(struct buf *b, const struct proof *p);
/* Read a proof; ERR_PROOF_NOT when it is none. */
[[nodiscard]] bool proof_read(struct proof *out, struct arena *a, struct str text, struct err *err);
/* Whether it proves what it says, signatures included where there are any. */
bool proof_holds(const struct proof *p);
#endif
