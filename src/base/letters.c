/* SPDX-License-Identifier: Apache-2.0
 *
 * letters: see letters.h.
 */
#include "letters.h"

static char small(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

bool letters_eq(struct str a, struct str b)
{
    if (a.len != b.len) return false;
    for (size_t i = 0; i < a.len; i++)
        if (small(a.ptr[i]) != small(b.ptr[i])) return false;
    return true;
}
