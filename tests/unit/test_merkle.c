/* SPDX-License-Identifier: Apache-2.0
 *
 * merkle: the test tree of the Certificate Transparency project (eight leaves and the roots of their beginnings), and
 * every proof of every tree up to 40 leaves, right and spoiled.
 */
#include "unit_test.h"

#include "buf.h"
#include "merkle.h"

enum { MOST = 40 };

static struct digest leaf_of(uint64_t i)
{
    char text[32];
    int n = snprintf(text, sizeof text, "mục %llu", (unsigned long long)i);
    return merkle_leaf((struct str){text, (size_t)n});
}

static struct digest root_of(const struct digest *leaves, uint64_t count)
{
    struct merkle m = {0};
    for (uint64_t i = 0; i < count; i++) merkle_append(&m, leaves[i]);
    return merkle_root(&m);
}

/* Leaves and roots of merkletree_verify_test of google/certificate-transparency. */
static void known_roots(void **state)
{
    (void)state;
    static const struct str leaf[] = {
        STR_INIT(""),
        STR_INIT("\x00"),
        STR_INIT("\x10"),
        STR_INIT("\x20\x21"),
        STR_INIT("\x30\x31"),
        STR_INIT("\x40\x41\x42\x43"),
        STR_INIT("\x50\x51\x52\x53\x54\x55\x56\x57"),
        STR_INIT("\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"),
    };
    static const struct str root[] = {
        STR_INIT("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        STR_INIT("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        STR_INIT("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        STR_INIT("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        STR_INIT("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
        STR_INIT("4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
        STR_INIT("76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
        STR_INIT("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
        STR_INIT("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    };
    struct merkle m = {0};
    for (size_t n = 0; n < sizeof root / sizeof *root; n++) {
        struct buf b = buf_make(SHA256_HEX);
        digest_write(&b, merkle_root(&m));
        assert_str(buf_str(&b), root[n]);
        buf_free(&b);
        if (n < sizeof leaf / sizeof *leaf) merkle_append(&m, merkle_leaf(leaf[n]));
    }
}

static void every_inclusion_proof(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct digest leaves[MOST];
    for (uint64_t i = 0; i < MOST; i++) leaves[i] = leaf_of(i);
    for (uint64_t count = 1; count <= MOST; count++) {
        struct digest root = root_of(leaves, count);
        for (uint64_t i = 0; i < count; i++) {
            struct merkle_proof p;
            merkle_inclusion_make(&p, a, leaves, count, i);
            assert_true(merkle_inclusion_check(&p, leaves[i], i, count, root));
            assert_false(merkle_inclusion_check(&p, leaf_of(MOST), i, count, root));
            if (count > 1) assert_false(merkle_inclusion_check(&p, leaves[i], (i + 1) % count, count, root));
            for (size_t k = 0; k < p.len; k++) {
                p.at[k].byte[31] ^= 1;
                assert_false(merkle_inclusion_check(&p, leaves[i], i, count, root));
                p.at[k].byte[31] ^= 1;
            }
            *vec_push(a, &p) = root;
            assert_false(merkle_inclusion_check(&p, leaves[i], i, count, root));
            p.len -= 2;
            if (count > 1) assert_false(merkle_inclusion_check(&p, leaves[i], i, count, root));
        }
        assert_false(merkle_inclusion_check(&(struct merkle_proof){0}, leaves[0], count, count, root));
    }
    arena_close(a);
}

static void every_consistency_proof(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct digest leaves[MOST];
    for (uint64_t i = 0; i < MOST; i++) leaves[i] = leaf_of(i);
    for (uint64_t count = 1; count <= MOST; count++) {
        struct digest root = root_of(leaves, count);
        for (uint64_t old = 1; old <= count; old++) {
            struct merkle_proof p;
            struct digest old_root = root_of(leaves, old), other = leaf_of(MOST);
            merkle_consistency_make(&p, a, leaves, count, old);
            assert_true(merkle_consistency_check(&p, old, old_root, count, root));
            assert_false(merkle_consistency_check(&p, old, other, count, root));
            assert_false(merkle_consistency_check(&p, old, old_root, count, other));
            for (size_t k = 0; k < p.len; k++) {
                p.at[k].byte[0] ^= 128;
                assert_false(merkle_consistency_check(&p, old, old_root, count, root));
                p.at[k].byte[0] ^= 128;
            }
            *vec_push(a, &p) = root;
            assert_false(merkle_consistency_check(&p, old, old_root, count, root));
        }
    }
    arena_close(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_roots),
        cmocka_unit_test(every_inclusion_proof),
        cmocka_unit_test(every_consistency_proof),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
