/* SPDX-License-Identifier: Apache-2.0
 *
 * must: a law that a fuzz target checks; when it does not hold the target says which and ends.
 */
#ifndef MUST_H
#define MUST_H
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define must(law)                                                                                                      \
    do {                                                                                                               \
        if (!(law)) {                                                                                                  \
            fprintf(stderr, "%s:%d: must: %s\n", __FILE__, __LINE__, #law);                                            \
            abort();                                                                                                   \
        }                                                                                                              \
    } while (0)
#endif
