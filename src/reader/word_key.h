/* SPDX-License-Identifier: Apache-2.0
 *
 * word_key: the bytes of a word as two numbers, so that the scanner and the table of the lexicon compare and hash a
 * word in a few steps and not byte by byte. Words longer than WORD_KEY_MOST bytes have no key: no word of the lexicon
 * is (the tool that makes the table stops at one). Both sides take what they must agree on from here.
 */
#ifndef WORD_KEY_H
#define WORD_KEY_H
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { WORD_KEY_MOST = 16 };

struct word_key {
    uint64_t at[2]; /* the bytes in order, then zeros; a word has no zero byte */
};

[[gnu::always_inline]] static inline struct word_key word_key_of(const void *bytes, size_t len)
{
    struct word_key k = {{0, 0}};
    memcpy(&k, bytes, len);
    return k;
}

[[gnu::always_inline]] static inline uint64_t word_key_hash(struct word_key k)
{
    uint64_t h = k.at[0] * UINT64_C(0x9e3779b97f4a7c15) ^ k.at[1] * UINT64_C(0xc2b2ae3d27d4eb4f);
    return h ^ h >> 29;
}

/* Where the table of words has a word, given its hash and the step that the tool found for the words of its group, so
 * that no two words stand in one place: a word is there or nowhere, with no searching and nothing to guess for the
 * processor. */
enum { WORD_GROUPS = 1024 };
[[gnu::always_inline]] static inline size_t word_group(uint64_t hash)
{
    return (size_t)(hash >> 54);
}
[[gnu::always_inline]] static inline size_t word_place(uint64_t hash, uint16_t step, size_t slots)
{
    return (size_t)((hash >> 32) + step * (hash | 1)) & (slots - 1);
}

/* The bit that stands for a syllable among the words that a phrase may go on with (thirty-one, shared by all
 * syllables): without it no longer phrase need be looked for. The bit that is left: a phrase ends here. */
#define LEXICON_WAY_ENDS (UINT32_C(1) << 31)
[[gnu::always_inline]] static inline uint32_t lexicon_way(uint16_t syllable)
{
    return UINT32_C(1) << syllable % 31;
}
#endif
