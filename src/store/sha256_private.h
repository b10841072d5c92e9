/* SPDX-License-Identifier: Apache-2.0
 *
 * sha256_private: what sha256.c and sha256_block.c share.
 */
#ifndef SHA256_PRIVATE_H
#define SHA256_PRIVATE_H
#include "sha256.h"

/* Take `count` blocks of 64 bytes into the state, in the fastest way that this processor has. */
void sha256_compress(uint32_t state[8], const uint8_t *block, size_t count);
/* The same in plain C: for processors without SHA instructions, and for the test that compares the two. */
void sha256_compress_plain(uint32_t state[8], const uint8_t *block, size_t count);
#endif
