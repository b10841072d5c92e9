/* SPDX-License-Identifier: Apache-2.0
 *
 * syllable: does a word have the form of a Vietnamese syllable?
 */
#ifndef SYLLABLE_H
#define SYLLABLE_H
#include "str.h"

/* A word of letters, NFC, any case: onset + vowels + coda of Vietnamese spelling, at most one tone, the tones that a
 * stop allows. */
bool syllable_is(struct str word);
#endif
