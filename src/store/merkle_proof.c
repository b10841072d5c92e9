/* SPDX-License-Identifier: Apache-2.0
 *
 * merkle_proof: making and checking proofs (merkle.h). The checks are those of RFC 9162 word for word, because they are
 * what other programs run. The makers walk down from the root: at each split of a range of leaves the proof goes on
 * into the side that holds what is proved, and the root of the other side is a part of the proof. The parts come out
 * from the top and are turned round at the end; the roots of sides are reckoned with the right-hand edge, so that
 * nothing recurses.
 */
#include "merkle.h"

#include <assert.h>

static struct digest root_of(const struct digest *leaves, uint64_t count)
{
    struct merkle m = {0};
    for (uint64_t i = 0; i < count; i++) merkle_append(&m, leaves[i]);
    return merkle_root(&m);
}

/* The greatest power of two smaller than n (n > 1). */
static uint64_t split_of(uint64_t n)
{
    return (uint64_t)1 << (63 - __builtin_clzll(n - 1));
}

static void reverse(struct merkle_proof *p)
{
    for (size_t i = 0; i < p->len / 2; i++) {
        struct digest d = p->at[i];
        p->at[i] = p->at[p->len - 1 - i];
        p->at[p->len - 1 - i] = d;
    }
}

void merkle_inclusion_make(struct merkle_proof *out, struct arena *a, const struct digest *leaves, uint64_t count,
                           uint64_t index)
{
    assert(index < count);
    *out = (struct merkle_proof){0};
    while (count > 1) {
        uint64_t k = split_of(count);
        if (index < k) {
            *vec_push(a, out) = root_of(leaves + k, count - k);
            count = k;
        } else {
            *vec_push(a, out) = root_of(leaves, k);
            leaves += k;
            index -= k;
            count -= k;
        }
    }
    reverse(out);
}

bool merkle_inclusion_check(const struct merkle_proof *proof, struct digest leaf, uint64_t index, uint64_t count,
                            struct digest root)
{
    if (index >= count) return false;
    uint64_t fn = index, sn = count - 1;
    struct digest r = leaf;
    for (size_t i = 0; i < proof->len; i++) {
        if (sn == 0) return false;
        if (fn & 1 || fn == sn) {
            r = merkle_node(proof->at[i], r);
            while (!(fn & 1) && fn) fn >>= 1, sn >>= 1;
        } else {
            r = merkle_node(r, proof->at[i]);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && digest_eq(r, root);
}

void merkle_consistency_make(struct merkle_proof *out, struct arena *a, const struct digest *leaves, uint64_t count,
                             uint64_t old)
{
    assert(old > 0 && old <= count);
    *out = (struct merkle_proof){0};
    bool whole = true; /* the old tree is a full subtree whose root the other side knows */
    while (old < count) {
        uint64_t k = split_of(count);
        if (old <= k) {
            *vec_push(a, out) = root_of(leaves + k, count - k);
            count = k;
        } else {
            *vec_push(a, out) = root_of(leaves, k);
            leaves += k;
            old -= k;
            count -= k;
            whole = false;
        }
    }
    if (!whole) *vec_push(a, out) = root_of(leaves, count);
    reverse(out);
}

bool merkle_consistency_check(const struct merkle_proof *proof, uint64_t old, struct digest old_root, uint64_t count,
                              struct digest root)
{
    if (old == 0 || old > count) return false;
    if (old == count) return proof->len == 0 && digest_eq(old_root, root);
    size_t at = 0;
    uint64_t fn = old - 1, sn = count - 1;
    while (fn & 1) fn >>= 1, sn >>= 1;
    struct digest fr, sr;
    if ((old & (old - 1)) == 0) { /* a power of two: its root is the first part */
        fr = sr = old_root;
    } else {
        if (proof->len == 0) return false;
        fr = sr = proof->at[at++];
    }
    for (; at < proof->len; at++) {
        if (sn == 0) return false;
        if (fn & 1 || fn == sn) {
            fr = merkle_node(proof->at[at], fr);
            sr = merkle_node(proof->at[at], sr);
            while (!(fn & 1) && fn) fn >>= 1, sn >>= 1;
        } else {
            sr = merkle_node(sr, proof->at[at]);
        }
        fn >>= 1;
        sn >>= 1;
    }
    return sn == 0 && digest_eq(fr, old_root) && digest_eq(sr, root);
}
