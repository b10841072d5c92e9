/* SPDX-License-Identifier: Apache-2.0
 *
 * journal_verify: whether the journal is the one that the checkpoints speak of.
 *
 * Somebody who can write the file can also write a new edge and a new checkpoint over a false journal; only the
 * signature, or a checkpoint from outside (paper, another machine), shows that. What is found without them is damage
 * and clumsy tampering.
 */
#ifndef JOURNAL_VERIFY_H
#define JOURNAL_VERIFY_H
#include "journal.h"

enum journal_fault {
    JOURNAL_SOUND,
    JOURNAL_SEQUENCE,        /* the entry at `seq` has another number: one was taken out or put in */
    JOURNAL_SIZE,            /* the checkpoint of the record counts other than `seq` entries */
    JOURNAL_ROOT,            /* the root of the checkpoint of the record is not that of the entries */
    JOURNAL_EDGE,            /* journal_node is not the edge of their tree */
    JOURNAL_SIGNATURE,       /* missing or wrong under the checkpoint of the record */
    JOURNAL_OLDER_SIGNATURE, /* the older checkpoint is signed, but not by the key of the record */
    JOURNAL_SHORTER,         /* fewer entries (`seq`) than the older checkpoint counts: the end was cut off */
    JOURNAL_OTHER,           /* the entries that the older checkpoint counts are not those that it counted */
    JOURNAL_FAULTS
};

struct journal_check {
    enum journal_fault fault; /* the first one found, in the order above */
    int64_t seq;              /* see the fault; else the number of entries */
    struct checkpoint now;    /* as the record says */
};

struct str journal_fault_name(enum journal_fault f); /* "sound", "sequence", ... */

/* Read every entry and reckon the tree. older may be NULL. False only when the record cannot be read. One state is
 * looked at: call it inside a read transaction. */
[[nodiscard]] bool journal_verify(struct journal_check *out, struct db *db, struct arena *a,
                                  const struct checkpoint *older, struct err *err);
#endif
