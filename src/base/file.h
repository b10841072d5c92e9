/* SPDX-License-Identifier: Apache-2.0
 *
 * file: reading and writing whole files, with limits and clear errors.
 */
#ifndef FILE_H
#define FILE_H
#include "err.h"

struct arena;

/* All bytes of a file, or of standard input for "-". Errors: ERR_FILE_MISSING, ERR_FILE_DIRECTORY, ERR_FILE_RIGHTS,
 * ERR_FILE_READ, ERR_FILE_TOO_BIG (over `limit` bytes; at most limit + 1 bytes are ever read). An empty file is read as
 * "". */
[[nodiscard]] bool file_read(struct str *out, struct arena *a, struct str path, size_t limit, struct err *err);

/* Write beside, flush to the disk, rename: the old file or the new one, never a piece. Errors: ERR_FILE_WRITE. */
[[nodiscard]] bool file_write(struct str path, struct str bytes, struct err *err);
#endif
