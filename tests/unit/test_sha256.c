/* SPDX-License-Identifier: Apache-2.0
 *
 * sha256: against libsodium for every length around the block, whole and in pieces; against the standard's own example.
 */
#include "unit_test.h"

#include "buf.h"
#include "sha256.h"
#include "sha256_private.h"

#include <sodium.h>

static void the_standard_example(void **state)
{
    (void)state;
    struct buf b = buf_make(64);
    digest_write(&b, sha256_of(STR("abc")));
    assert_str(buf_str(&b), STR("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    struct digest back;
    assert_true(digest_read(&back, buf_str(&b)));
    assert_true(digest_eq(back, sha256_of(STR("abc"))));
    buf_free(&b);
}

static void equals_libsodium_for_every_length(void **state)
{
    (void)state;
    char bytes[1100];
    for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)(i * 37 + i / 256);
    for (size_t len = 0; len <= sizeof bytes; len++) {
        struct digest wanted, got = sha256_of((struct str){bytes, len});
        crypto_hash_sha256(wanted.byte, (const unsigned char *)bytes, len);
        if (!digest_eq(got, wanted)) fail_msg("length %zu", len);
    }
}

static void pieces_give_what_the_whole_gives(void **state)
{
    (void)state;
    char bytes[400];
    memset(bytes, 'x', sizeof bytes);
    struct digest whole = sha256_of((struct str){bytes, sizeof bytes});
    for (size_t step = 1; step < sizeof bytes; step++) {
        struct sha256 h = sha256_start();
        for (size_t at = 0; at < sizeof bytes; at += step)
            sha256_add(&h, str_part((struct str){bytes, sizeof bytes}, at, at + step));
        if (!digest_eq(sha256_end(&h), whole)) fail_msg("pieces of %zu", step);
    }
}

static void plain_c_gives_what_the_instructions_give(void **state)
{
    (void)state;
    uint8_t blocks[4 * SHA256_BLOCK];
    for (size_t i = 0; i < sizeof blocks; i++) blocks[i] = (uint8_t)(i * 151 + 7);
    struct sha256 plain = sha256_start(), fast = sha256_start();
    for (size_t count = 0; count <= 4; count++) {
        sha256_compress_plain(plain.state, blocks, count);
        sha256_compress(fast.state, blocks, count);
        assert_memory_equal(plain.state, fast.state, sizeof plain.state);
    }
    crypto_hash_sha256_state wanted;
    crypto_hash_sha256_init(&wanted);
    crypto_hash_sha256_update(&wanted, blocks, sizeof blocks);
    plain = sha256_start();
    sha256_compress_plain(plain.state, blocks, 4);
    assert_memory_equal(plain.state, wanted.state, sizeof plain.state);
}

static void bad_hex_is_refused(void **state)
{
    (void)state;
    struct digest d;
    assert_false(digest_read(&d, STR("")));
    assert_false(digest_read(&d, STR("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015a")));
    assert_false(digest_read(&d, STR("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ag")));
    assert_false(digest_read(&d, STR("BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_standard_example),
        cmocka_unit_test(equals_libsodium_for_every_length),
        cmocka_unit_test(pieces_give_what_the_whole_gives),
        cmocka_unit_test(plain_c_gives_what_the_instructions_give),
        cmocka_unit_test(bad_hex_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
