/* SPDX-License-Identifier: Apache-2.0
 *
 * letters: codes as people type them, where capital and small ASCII letters are the same.
 */
#ifndef LETTERS_H
#define LETTERS_H
#include "str.h"

/* "c50" and "C50". */
bool letters_eq(struct str a, struct str b);
#endif
