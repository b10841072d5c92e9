/* SPDX-License-Identifier: Apache-2.0
 *
 * content: bytes that are kept for ever under their SHA-256: documents as they came, texts, readings.
 */
#ifndef CONTENT_H
#define CONTENT_H
#include "db.h"
#include "sha256.h"

/* Keep bytes; the same bytes are kept once. They are read back and compared. Errors: ERR_RECORD_READ_BACK. */
[[nodiscard]] bool content_save(struct digest *out, struct db *db, struct str bytes, struct err *err);

/* The bytes of a name, copied into the arena. Errors: ERR_RECORD_BROKEN when they are not there or are not those
 * bytes. */
[[nodiscard]] bool content_load(struct str *out, struct db *db, struct arena *a, struct digest name, struct err *err);
#endif
