/* SPDX-License-Identifier: Apache-2.0
 *
 * merkle: the tree over the entries of the journal, hashed as RFC 6962 (section 2.1) says: a leaf is SHA-256 of 0x00
 * and the bytes of the entry, a node is SHA-256 of 0x01 and its two children, the root of no entries is SHA-256 of
 * nothing. The left side of a split holds the greatest power of two of leaves that is smaller than the whole.
 *
 * A tree that only grows is kept as its right-hand edge: one node for every bit set in the number of leaves, each the
 * root of a full subtree, the biggest on the left. Seven leaves are 4 + 2 + 1:
 *
 *            root
 *          /      \
 *       [4]        .          node[2] = root of leaves 0..3
 *      /   \      / \         node[1] = root of leaves 4..5
 *     .     .   [2]  [1]      node[0] = leaf 6
 *
 * A new leaf joins nodes of equal size from the right, as 1 is added to a binary number: O(log n) at worst, two hashes
 * on average, and nothing to the left is ever read again.
 */
#ifndef MERKLE_H
#define MERKLE_H
#include "arena.h"
#include "sha256.h"

enum { MERKLE_LEVELS = 63 };

struct merkle {
    uint64_t size;                     /* leaves */
    struct digest node[MERKLE_LEVELS]; /* [l] has meaning when bit l of size is set */
};

struct digest merkle_leaf(struct str entry);
struct digest merkle_node(struct digest left, struct digest right);

/* Add a leaf. m starts as {0}. */
void merkle_append(struct merkle *m, struct digest leaf);
struct digest merkle_root(const struct merkle *m);

/* What convinces somebody who holds a root but not the entries. */
struct merkle_proof {
    VEC_FIELDS(struct digest);
};

/* The proof that leaf `index` is in the tree of these leaves (index < count), and its check (RFC 9162, 2.1.3.2). */
void merkle_inclusion_make(struct merkle_proof *out, struct arena *a, const struct digest *leaves, uint64_t count,
                           uint64_t index);
bool merkle_inclusion_check(const struct merkle_proof *proof, struct digest leaf, uint64_t index, uint64_t count,
                            struct digest root);

/* The proof that the tree of the first `old` leaves (0 < old <= count) is the beginning of this tree, and its check
 * (RFC 9162, 2.1.4.2). */
void merkle_consistency_make(struct merkle_proof *out, struct arena *a, const struct digest *leaves, uint64_t count,
                             uint64_t old);
bool merkle_consistency_check(const struct merkle_proof *proof, uint64_t old, struct digest old_root, uint64_t count,
                              struct digest root);
#endif
