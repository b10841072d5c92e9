/* SPDX-License-Identifier: Apache-2.0
 *
 * merkle: see merkle.h.
 */
#include "merkle.h"

#include <assert.h>

struct digest merkle_leaf(struct str entry)
{
    struct sha256 h = sha256_start();
    sha256_add(&h, (struct str){"\x00", 1});
    sha256_add(&h, entry);
    return sha256_end(&h);
}

struct digest merkle_node(struct digest left, struct digest right)
{
    struct sha256 h = sha256_start();
    sha256_add(&h, (struct str){"\x01", 1});
    sha256_add(&h, (struct str){(const char *)left.byte, SHA256_SIZE});
    sha256_add(&h, (struct str){(const char *)right.byte, SHA256_SIZE});
    return sha256_end(&h);
}

void merkle_append(struct merkle *m, struct digest leaf)
{
    int level = 0;
    for (; m->size >> level & 1; level++) leaf = merkle_node(m->node[level], leaf);
    assert(level < MERKLE_LEVELS);
    m->node[level] = leaf;
    m->size++;
}

struct digest merkle_root(const struct merkle *m)
{
    if (m->size == 0) return sha256_of(STR(""));
    int level = __builtin_ctzll(m->size);
    struct digest root = m->node[level];
    for (level++; level < MERKLE_LEVELS; level++)
        if (m->size >> level & 1) root = merkle_node(m->node[level], root);
    return root;
}
