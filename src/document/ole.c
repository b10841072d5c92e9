/* SPDX-License-Identifier: Apache-2.0
 *
 * ole: see ole.h. A compound file is a small file system: sectors of 512 (or 4096) bytes, chained by a table (FAT) that
 * stands in sectors of its own, which a list in the head (DIFAT) names. The directory is such a chain; streams shorter
 * than 4096 bytes are chains of 64-byte pieces inside one stream of the root entry.
 *
 * Every chain is walked at most as many steps as the file has sectors, so a loop ends; every sector number is compared
 * with the file. Nothing here recurses: the directory is searched as a list, not as the tree that it also is.
 */
#include "ole.h"

enum {
    HEAD = 512,
    DIFAT_IN_HEAD = 109,
    ENTRY = 128,
    NAME_MOST = 64,
    SMALL = 64,
    TYPE_STREAM = 2,
    TYPE_ROOT = 5,
};
static const uint32_t SECTOR_LAST = 0xFFFFFFFA; /* from here on: end of chain, free, ... */

struct ole {
    struct arena *arena;
    struct str bytes;
    size_t sector;   /* bytes of one */
    size_t sectors;  /* in the file */
    uint32_t cutoff; /* streams shorter than this are small */
    uint32_t *fat, *small_fat;
    size_t fat_len, small_len;   /* numbers */
    struct str directory, small; /* the stream that holds the small ones */
};

bool ole_is(struct str bytes)
{
    return str_starts(bytes, STR("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
}

static uint32_t le(struct str s, size_t at, int bytes)
{
    uint32_t n = 0;
    for (int i = 0; i < bytes; i++) n |= (uint32_t)(unsigned char)s.ptr[at + (size_t)i] << (8 * i);
    return n;
}

/* The bytes of a sector; short at the end of a file that was cut off, "" when it is not there. */
static struct str sector_at(const struct ole *o, uint32_t i)
{
    if (i >= o->sectors) return STR("");
    size_t start = ((size_t)i + 1) * o->sector;
    return str_part(o->bytes, start, start + o->sector);
}

/* All sectors of a chain, one behind the other. */
static struct str chain(const struct ole *o, uint32_t first)
{
    size_t steps = 0;
    for (uint32_t i = first; i < SECTOR_LAST && i < o->fat_len && steps <= o->sectors; i = o->fat[i]) steps++;
    char *p = arena_alloc(o->arena, steps * o->sector + 1, 1);
    size_t n = 0;
    for (uint32_t i = first; i < SECTOR_LAST && i < o->fat_len && steps > 0; i = o->fat[i], steps--) {
        struct str s = sector_at(o, i);
        if (s.len) memcpy(p + n, s.ptr, s.len);
        n += s.len;
    }
    return (struct str){p, n};
}

static struct str small_chain(const struct ole *o, uint32_t first, size_t len)
{
    size_t steps = len / SMALL + 1, n = 0;
    char *p = arena_alloc(o->arena, steps * SMALL + 1, 1);
    for (uint32_t i = first; i < SECTOR_LAST && i < o->small_len && steps > 0; i = o->small_fat[i], steps--) {
        struct str s = str_part(o->small, (size_t)i * SMALL, ((size_t)i + 1) * SMALL);
        if (s.len) memcpy(p + n, s.ptr, s.len);
        n += s.len;
    }
    return (struct str){p, n < len ? n : len};
}

static void fat_add(struct ole *o, uint32_t sector)
{
    struct str s = sector_at(o, sector);
    for (size_t i = 0; i + 4 <= s.len && o->fat_len < o->sectors; i += 4) o->fat[o->fat_len++] = le(s, i, 4);
}

/* The FAT, from the list in the head and the sectors that carry on the list. */
static void fat_read(struct ole *o)
{
    o->fat = arena_array(o->arena, uint32_t, o->sectors);
    for (size_t i = 0; i < DIFAT_IN_HEAD; i++) {
        uint32_t at = le(o->bytes, 76 + 4 * i, 4);
        if (at < SECTOR_LAST) fat_add(o, at);
    }
    uint32_t more = le(o->bytes, 68, 4);
    for (size_t steps = 0; more < SECTOR_LAST && steps < o->sectors; steps++) {
        struct str s = sector_at(o, more);
        if (s.len < o->sector) break;
        for (size_t i = 0; i + 8 <= s.len; i += 4) fat_add(o, le(s, i, 4));
        more = le(s, s.len - 4, 4);
    }
}

static bool open_file(struct ole *o)
{
    unsigned shift = le(o->bytes, 30, 2);
    if (o->bytes.len < HEAD || (shift != 9 && shift != 12)) return false;
    o->sector = (size_t)1 << shift;
    o->sectors = (o->bytes.len + o->sector - 1) / o->sector - 1;
    o->cutoff = le(o->bytes, 56, 4);
    fat_read(o);
    o->directory = chain(o, le(o->bytes, 48, 4));
    struct str table = chain(o, le(o->bytes, 60, 4));
    o->small_fat = arena_array(o->arena, uint32_t, table.len / 4);
    for (o->small_len = 0; o->small_len < table.len / 4; o->small_len++)
        o->small_fat[o->small_len] = le(table, 4 * o->small_len, 4);
    return o->directory.len >= ENTRY;
}

static bool is_named(struct str entry, const char *name)
{
    size_t len = strlen(name);
    if (le(entry, NAME_MOST, 2) != 2 * len + 2) return false;
    for (size_t i = 0; i < len; i++)
        if (((unsigned char)entry.ptr[2 * i] | 32) != ((unsigned char)name[i] | 32) || entry.ptr[2 * i + 1])
            return false;
    return true;
}

enum ole_result ole_stream(struct str *out, struct arena *a, struct str bytes, const char *name)
{
    struct ole o = {.arena = a, .bytes = bytes};
    *out = STR("");
    if (bytes.len < HEAD || !ole_is(bytes) || !open_file(&o)) return OLE_DAMAGED;
    for (size_t at = 0; at + ENTRY <= o.directory.len; at += ENTRY) {
        struct str e = str_part(o.directory, at, at + ENTRY);
        if (e.ptr[66] == TYPE_ROOT) o.small = chain(&o, le(e, 116, 4));
        if (e.ptr[66] != TYPE_STREAM || !is_named(e, name)) continue;
        size_t len = le(e, 120, 4);
        if (len < o.cutoff)
            *out = small_chain(&o, le(e, 116, 4), len < bytes.len ? len : bytes.len);
        else
            *out = str_part(chain(&o, le(e, 116, 4)), 0, len);
        return OLE_DONE;
    }
    return OLE_NO_STREAM;
}
