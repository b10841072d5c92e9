/* SPDX-License-Identifier: Apache-2.0
 *
 * ole: one stream out of a compound file (OLE2, MS-CFB), the frame of Word and Excel files before 2007.
 */
#ifndef OLE_H
#define OLE_H
#include "arena.h"
#include "str.h"

bool ole_is(struct str bytes);

enum ole_result { OLE_DONE, OLE_DAMAGED, OLE_NO_STREAM };

/* The bytes of the stream of that name (ASCII), in the arena; at most the length of the file. A stream whose last
 * sectors are missing comes back as far as it goes. */
enum ole_result ole_stream(struct str *out, struct arena *a, struct str bytes, const char *name);
#endif
