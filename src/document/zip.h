/* SPDX-License-Identifier: Apache-2.0
 *
 * zip: what is packed inside a file: entries of a ZIP archive (the frame of XLSX) and gzip. Strangers' bytes: sizes are
 * known and bounded before anything is unpacked.
 */
#ifndef ZIP_H
#define ZIP_H
#include "arena.h"
#include "str.h"

enum {
    ZIP_ENTRIES_MOST = 20000,
    ZIP_UNPACKED_MOST = 512 * 1024 * 1024, /* bytes, of all that is unpacked from one file */
    ZIP_RATIO_MOST = 200,                  /* of an entry of more than ZIP_RATIO_FREE bytes; real XML has up to 50 */
    ZIP_RATIO_FREE = 4 * 1024 * 1024,
};

struct zip_entry {
    struct str name; /* as in the archive: any bytes */
    uint32_t packed, unpacked, crc, offset;
    uint16_t method;
    bool locked; /* encrypted */
};

struct zip {
    struct arena *arena;
    struct str bytes;
    const struct zip_entry *entries;
    size_t entry_count;
    size_t unpacked; /* bytes so far */
};

enum zip_result { ZIP_DONE, ZIP_DAMAGED, ZIP_LOCKED, ZIP_BOMB };

/* Reads the list of entries at the end of the archive. Archives in several parts, of 4 GB or more, and lists that do
 * not fit the file are damaged. */
enum zip_result zip_open(struct zip *out, struct arena *a, struct str bytes);
const struct zip_entry *zip_find(const struct zip *z, struct str name); /* NULL: not there; capitals as they are */
/* The bytes of an entry, in the arena; their length and check sum are what the list says. */
enum zip_result zip_read(struct str *out, struct zip *z, const struct zip_entry *e);

bool gzip_is(struct str bytes);
/* All members of a gzip file, one after the other, in the arena. */
enum zip_result gzip_read(struct str *out, struct arena *a, struct str bytes);
#endif
