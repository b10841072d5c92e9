/* SPDX-License-Identifier: Apache-2.0
 *
 * qr_path: a QR code as the outline of an SVG path: one square a dark module, in a box of *size by *size with its quiet
 * zone of four modules.
 */
#ifndef QR_PATH_H
#define QR_PATH_H
#include "arena.h"
#include "str.h"

/* "" when the text is too long for one. */
struct str qr_path(size_t *size, struct arena *a, struct str text);
#endif
