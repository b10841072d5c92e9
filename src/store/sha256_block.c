/* SPDX-License-Identifier: Apache-2.0
 *
 * sha256_block: the compression of whole blocks, the only part of SHA-256 that differs between machines. Why not
 * libsodium's: it does not use the SHA instructions of the processor, and verifying a journal is hashing and little
 * else (an entry of 200 bytes and its node: 0.9 microseconds there, 0.15 here).
 *
 *   compress_ni            the SHA-NI instructions of x86-64, two rounds each: 16 groups of four rounds, in which the
 *   message
 *                          words of a later group are prepared (Intel, "New Instructions Supporting the Secure Hash
 *                          Algorithm", 2013)
 *   sha256_compress_plain  the standard as it is written, for every other machine
 *
 * Both are compared with libsodium (tests/unit/test_sha256.c). Nothing secret is hashed here.
 */
#include "sha256_private.h"

static const uint32_t round_constant[64] __attribute__((aligned(16))) = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t rotate(uint32_t x, unsigned n)
{
    return x >> n | x << (32 - n);
}

static void schedule(uint32_t w[64], const uint8_t *block)
{
    for (int i = 0; i < 16; i++)
        w[i] = (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 | (uint32_t)block[4 * i + 2] << 8 |
               block[4 * i + 3];
    for (int i = 16; i < 64; i++) {
        uint32_t a = w[i - 15], b = w[i - 2];
        w[i] = w[i - 16] + w[i - 7] + (rotate(a, 7) ^ rotate(a, 18) ^ a >> 3) +
               (rotate(b, 17) ^ rotate(b, 19) ^ b >> 10);
    }
}

void sha256_compress_plain(uint32_t state[8], const uint8_t *block, size_t count)
{
    for (; count--; block += SHA256_BLOCK) {
        uint32_t w[64], v[8];
        schedule(w, block);
        memcpy(v, state, sizeof v);
        for (int i = 0; i < 64; i++) {
            uint32_t choose = (v[4] & v[5]) ^ (~v[4] & v[6]), majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
            uint32_t a = v[7] + (rotate(v[4], 6) ^ rotate(v[4], 11) ^ rotate(v[4], 25)) + choose + round_constant[i] +
                         w[i];
            uint32_t b = (rotate(v[0], 2) ^ rotate(v[0], 13) ^ rotate(v[0], 22)) + majority;
            memmove(v + 1, v, 7 * sizeof *v);
            v[4] += a;
            v[0] = a + b;
        }
        for (int i = 0; i < 8; i++) state[i] += v[i];
    }
}

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>

static bool has_ni(void)
{
    unsigned a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d)) return false;
    bool ssse3 = c & 1u << 9, sse41 = c & 1u << 19;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) && ssse3 && sse41 && (b & 1u << 29);
}

/* Four rounds on the words m and their constants. The state lies in two registers as the instructions want it: a, b, e,
 * f and c, d, g, h, highest first. */
#define FOUR_ROUNDS(group, m)                                                                                          \
    do {                                                                                                               \
        __m128i k_ = _mm_add_epi32((m), _mm_load_si128((const __m128i *)(const void *)&round_constant[4 * (group)]));  \
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, k_);                                                                  \
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(k_, 0x0E));                                         \
    } while (0)
/* The four words after w0..w3, which replace w0. */
#define NEXT_WORDS(w0, w1, w2, w3)                                                                                     \
    (w0) = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32((w0), (w1)), _mm_alignr_epi8((w3), (w2), 4)), (w3))

__attribute__((target("sha,sse4.1,ssse3"))) static void compress_ni(uint32_t state[8], const uint8_t *block,
                                                                    size_t count)
{
    const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
    __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)state), 0xB1);
    __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(const void *)(state + 4)), 0x1B);
    __m128i abef = _mm_alignr_epi8(low, high, 8), cdgh = _mm_blend_epi16(high, low, 0xF0);
    for (; count--; block += SHA256_BLOCK) {
        const __m128i abef_before = abef, cdgh_before = cdgh;
        const __m128i *in = (const __m128i *)(const void *)block;
        __m128i w0 = _mm_shuffle_epi8(_mm_loadu_si128(in), swap), w1 = _mm_shuffle_epi8(_mm_loadu_si128(in + 1), swap);
        __m128i w2 = _mm_shuffle_epi8(_mm_loadu_si128(in + 2), swap),
                w3 = _mm_shuffle_epi8(_mm_loadu_si128(in + 3), swap);
        for (int group = 0; group < 12; group += 4) {
            FOUR_ROUNDS(group, w0);
            NEXT_WORDS(w0, w1, w2, w3);
            FOUR_ROUNDS(group + 1, w1);
            NEXT_WORDS(w1, w2, w3, w0);
            FOUR_ROUNDS(group + 2, w2);
            NEXT_WORDS(w2, w3, w0, w1);
            FOUR_ROUNDS(group + 3, w3);
            NEXT_WORDS(w3, w0, w1, w2);
        }
        FOUR_ROUNDS(12, w0);
        FOUR_ROUNDS(13, w1);
        FOUR_ROUNDS(14, w2);
        FOUR_ROUNDS(15, w3);
        abef = _mm_add_epi32(abef, abef_before);
        cdgh = _mm_add_epi32(cdgh, cdgh_before);
    }
    low = _mm_shuffle_epi32(abef, 0x1B);
    high = _mm_shuffle_epi32(cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)(void *)state, _mm_blend_epi16(low, high, 0xF0));
    _mm_storeu_si128((__m128i *)(void *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

void sha256_compress(uint32_t state[8], const uint8_t *block, size_t count)
{
    static int known; /* 0 not asked yet, 1 yes, 2 no: the same answer from every thread */
    int use = __atomic_load_n(&known, __ATOMIC_RELAXED);
    if (use == 0) {
        use = has_ni() ? 1 : 2;
        __atomic_store_n(&known, use, __ATOMIC_RELAXED);
    }
    if (use == 1)
        compress_ni(state, block, count);
    else
        sha256_compress_plain(state, block, count);
}
#else
void sha256_compress(uint32_t state[8], const uint8_t *block, size_t count)
{
    sha256_compress_plain(state, block, count);
}
#endif
