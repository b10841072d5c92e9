/* SPDX-License-Identifier: Apache-2.0
 *
 * asset: styles and scripts inside the program (web-assets/, tools/assets_compile.c), under addresses that name their
 * bytes: /tinh/9c41e7d052ab0f33/style.css.
 */
#ifndef ASSET_H
#define ASSET_H
#include "link.h"

struct asset {
    struct str name, type, bytes, hash;
};
extern const struct asset ASSETS[];
extern const size_t ASSET_COUNT;

/* The address of an asset that there is. */
struct link asset_link(struct arena *a, struct str name);
#endif
