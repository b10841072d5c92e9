/* SPDX-License-Identifier: Apache-2.0
 *
 * zip: see zip.h. The list of entries (central directory) stands at the end of a ZIP file and is found by its end
 * record (APPNOTE 4.3.16), sought backwards over a comment of at most 64 KB. Only the list is believed; the header
 * before an entry is asked for nothing but how long it is itself.
 *
 * Bombs. Three fences: an entry says its size, which must be within a ratio of its packed size; all that is unpacked
 * from a file together has a limit; and inflating stops at the size that was said, whatever the data go on to hold.
 *
 * zlib does the inflating: it is there already for libxml2, while libzip would bring five libraries more for the
 * hundred lines here.
 */
#include "zip.h"

#include <limits.h>
#include <zlib.h>

enum { END_SIZE = 22, END_COMMENT = 65535, CENTRAL_SIZE = 46, LOCAL_SIZE = 30, STORED = 0, DEFLATED = 8 };

static uint32_t le(struct str s, size_t at, int bytes)
{
    uint32_t n = 0;
    for (int i = 0; i < bytes; i++) n |= (uint32_t)(unsigned char)s.ptr[at + (size_t)i] << (8 * i);
    return n;
}

/* The end record; false when there is none that reaches to the end of the file. */
static bool end_find(size_t *at, struct str bytes)
{
    if (bytes.len < END_SIZE) return false;
    size_t least = bytes.len - END_SIZE > END_COMMENT ? bytes.len - END_SIZE - END_COMMENT : 0;
    for (size_t i = bytes.len - END_SIZE + 1; i-- > least;)
        if (bytes.ptr[i] == 'P' && le(bytes, i, 4) == 0x06054b50 && i + END_SIZE + le(bytes, i + 20, 2) <= bytes.len) {
            *at = i;
            return true;
        }
    return false;
}

static bool entry_read(struct zip_entry *e, size_t *next, struct str list, size_t at)
{
    if (list.len - at < CENTRAL_SIZE || le(list, at, 4) != 0x02014b50) return false;
    size_t name = le(list, at + 28, 2), more = le(list, at + 30, 2) + le(list, at + 32, 2);
    if (list.len - at - CENTRAL_SIZE < name + more) return false;
    *e = (struct zip_entry){.name = str_part(list, at + CENTRAL_SIZE, at + CENTRAL_SIZE + name),
                            .locked = (le(list, at + 8, 2) & 1) != 0,
                            .method = (uint16_t)le(list, at + 10, 2),
                            .crc = le(list, at + 16, 4),
                            .packed = le(list, at + 20, 4),
                            .unpacked = le(list, at + 24, 4),
                            .offset = le(list, at + 42, 4)};
    *next = at + CENTRAL_SIZE + name + more;
    return true;
}

enum zip_result zip_open(struct zip *out, struct arena *a, struct str bytes)
{
    size_t end;
    *out = (struct zip){.arena = a, .bytes = bytes};
    if (!end_find(&end, bytes)) return ZIP_DAMAGED;
    size_t count = le(bytes, end + 10, 2), size = le(bytes, end + 12, 4), start = le(bytes, end + 16, 4);
    if (le(bytes, end + 4, 2) || start > end || size > end - start) return ZIP_DAMAGED;
    if (count > ZIP_ENTRIES_MOST) return ZIP_BOMB;
    struct str list = str_part(bytes, start, start + size);
    struct zip_entry *entries = arena_array(a, struct zip_entry, count);
    for (size_t i = 0, at = 0; i < count; i++)
        if (!entry_read(&entries[i], &at, list, at)) return ZIP_DAMAGED;
    out->entries = entries;
    out->entry_count = count;
    return ZIP_DONE;
}

const struct zip_entry *zip_find(const struct zip *z, struct str name)
{
    for (size_t i = 0; i < z->entry_count; i++)
        if (str_eq(z->entries[i].name, name)) return &z->entries[i];
    return NULL;
}

/* Fills out[0..size) and says whether the stream held exactly that. bits: of zlib, which frame is around the data. */
static enum zip_result inflate_all(char *out, size_t size, size_t *made, struct str packed, int bits)
{
    z_stream s = {0};
    if (inflateInit2(&s, bits) != Z_OK) return ZIP_DAMAGED;
    s.next_in = (z_const Bytef *)(uintptr_t)packed.ptr;
    s.avail_in = (uInt)packed.len;
    s.next_out = (Bytef *)out;
    s.avail_out = (uInt)size;
    int state = inflate(&s, Z_FINISH);
    *made = size - s.avail_out;
    bool full = s.avail_out == 0;
    inflateEnd(&s);
    if (state == Z_STREAM_END) return ZIP_DONE;
    return full ? ZIP_BOMB : ZIP_DAMAGED;
}

static bool is_bomb(const struct zip *z, const struct zip_entry *e)
{
    if (e->unpacked > ZIP_UNPACKED_MOST - z->unpacked) return true;
    return e->unpacked > ZIP_RATIO_FREE && e->unpacked / ZIP_RATIO_MOST > e->packed;
}

enum zip_result zip_read(struct str *out, struct zip *z, const struct zip_entry *e)
{
    *out = STR("");
    if (e->locked) return ZIP_LOCKED;
    if (e->offset > z->bytes.len || z->bytes.len - e->offset < LOCAL_SIZE) return ZIP_DAMAGED;
    if (le(z->bytes, e->offset, 4) != 0x04034b50) return ZIP_DAMAGED;
    size_t start = (size_t)e->offset + LOCAL_SIZE + le(z->bytes, e->offset + 26u, 2) + le(z->bytes, e->offset + 28u, 2);
    if (start > z->bytes.len || z->bytes.len - start < e->packed) return ZIP_DAMAGED;
    if (is_bomb(z, e)) return ZIP_BOMB;
    struct str packed = str_part(z->bytes, start, start + e->packed);
    char *p = arena_alloc(z->arena, (size_t)e->unpacked + 1, 1);
    size_t made = 0;
    z->unpacked += e->unpacked;
    enum zip_result r = ZIP_DONE;
    if (e->method == STORED && e->packed == e->unpacked) {
        if (packed.len) memcpy(p, packed.ptr, packed.len);
        made = packed.len;
    } else {
        r = e->method == DEFLATED ? inflate_all(p, e->unpacked, &made, packed, -MAX_WBITS) : ZIP_DAMAGED;
    }
    if (r == ZIP_DONE && (made != e->unpacked || crc32(0, (const Bytef *)p, (uInt)made) != e->crc)) r = ZIP_DAMAGED;
    if (r == ZIP_DONE) *out = (struct str){p, made};
    return r;
}

bool gzip_is(struct str bytes)
{
    return str_starts(bytes, STR("\x1F\x8B\x08"));
}

/* Room for what is unpacked, twice as much each time; no more than `most`. */
static bool more_room(char **room, size_t *size, size_t used, size_t most, struct arena *a)
{
    if (used < *size) return true;
    if (*size >= most) return false;
    size_t wider = *size > most / 2 ? most : 2 * *size;
    char *p = arena_alloc(a, wider, 1);
    memcpy(p, *room, used);
    *room = p;
    *size = wider;
    return true;
}

/* The most that may come out of so many bytes. */
static size_t unpacked_most(size_t packed)
{
    size_t most = packed > ZIP_UNPACKED_MOST / ZIP_RATIO_MOST ? (size_t)ZIP_UNPACKED_MOST : packed * ZIP_RATIO_MOST;
    return most < ZIP_RATIO_FREE ? (size_t)ZIP_RATIO_FREE : most;
}

enum zip_result gzip_read(struct str *out, struct arena *a, struct str bytes)
{
    enum { GZIP = MAX_WBITS + 16 };
    z_stream s = {.next_in = (z_const Bytef *)(uintptr_t)bytes.ptr, .avail_in = (uInt)bytes.len};
    /* A byte more than is allowed tells what just fits from what does not. */
    size_t most = unpacked_most(bytes.len) + 1, used = 0;
    /* The last four bytes say the length of the last member, which mostly is the only one. */
    size_t told = bytes.len < 18 ? 0 : le(bytes, bytes.len - 4, 4), size = told + 1 < most ? told + 1 : most;
    *out = STR("");
    if (bytes.len < 18 || bytes.len > UINT_MAX) return ZIP_DAMAGED;
    if (inflateInit2(&s, GZIP) != Z_OK) return ZIP_DAMAGED;
    char *room = arena_alloc(a, size, 1);
    enum zip_result r = ZIP_DONE;
    while (r == ZIP_DONE) {
        if (!more_room(&room, &size, used, most, a)) r = ZIP_BOMB;
        s.next_out = (Bytef *)room + used;
        s.avail_out = (uInt)(size - used);
        int state = r == ZIP_DONE ? inflate(&s, Z_NO_FLUSH) : Z_OK;
        used = size - s.avail_out;
        if (state == Z_STREAM_END && s.avail_in == 0) break;
        /* One member after the other is one file; what is no member behind the last is not passed over. */
        if (state == Z_STREAM_END ? inflateReset(&s) != Z_OK : state != Z_OK) r = ZIP_DAMAGED;
    }
    inflateEnd(&s);
    if (r == ZIP_DONE && used == most) r = ZIP_BOMB;
    if (r == ZIP_DONE) *out = (struct str){room, used};
    return r;
}
