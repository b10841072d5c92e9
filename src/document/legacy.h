/* SPDX-License-Identifier: Apache-2.0
 *
 * legacy: encodings of Vietnamese before UTF-8, which old files still have.
 */
#ifndef LEGACY_H
#define LEGACY_H
#include "str.h"

enum legacy_encoding { LEGACY_NONE, LEGACY_ENCODINGS };

struct legacy_map {
    enum legacy_encoding encoding;
};
#endif
