/* SPDX-License-Identifier: Apache-2.0
 *
 * legacy: encodings of Vietnamese before UTF-8, which old files still have. Two kinds of trouble are told apart: bytes
 * that are not UTF-8 at all, and text that some program took for Western letters and saved as UTF-8 ("Céng hßa" for
 * Cộng hòa). The same conversion mends both.
 *
 * TCVN3 (ABC, fonts .VnTime) has no capitals with tone marks: they are lower letters set in a second font (.VnTimeH),
 * which plain text does not tell. They are converted as what is there: lower letters.
 */
#ifndef LEGACY_H
#define LEGACY_H
#include "err.h"

struct arena;

enum legacy_encoding {
    LEGACY_NONE,
    LEGACY_TCVN3,
    LEGACY_VNI,
    LEGACY_CP1258,
    LEGACY_CP1252, /* pages that wrote Vietnamese as &#7853; */
    LEGACY_UTF16LE,
    LEGACY_UTF16BE,
    LEGACY_ENCODINGS
};

/* "tcvn3", "vni", "cp1258", "cp1252", "utf-16le", "utf-16be": the words of --from; "utf-8" for LEGACY_NONE. */
struct str legacy_name(enum legacy_encoding e);
/* What people call it: "TCVN3 (ABC)", "Windows-1258". */
struct str legacy_title(enum legacy_encoding e);
/* By a word of --from or a charset of a page (windows-1258, iso-8859-1, ...), capitals or not. False when it is none of
 * them. */
[[nodiscard]] bool legacy_by_name(enum legacy_encoding *out, struct str name);

struct legacy_point {
    uint32_t decoded, source; /* offsets of one character in both */
};

/* The way back from decoded text to the source, by points far apart between which it is decoded again. */
struct legacy_map {
    enum legacy_encoding encoding; /* LEGACY_NONE: nothing was decoded */
    struct str source;
    bool wide; /* the source is UTF-8 that holds the bytes as Western letters */
    const struct legacy_point *points;
    size_t point_count;
};

/* bytes as UTF-8 (not yet NFC: text_make does that). A UTF-16 mark at the front is left out, half surrogates become
 * U+FFFD, bytes that an encoding does not define are taken as Windows-1252. Error: ERR_LEGACY_ALREADY (argument: the
 * title) when the bytes are Vietnamese in UTF-8 already. bytes must outlive *map. */
[[nodiscard]] bool legacy_convert(struct str *out, struct legacy_map *map, struct arena *a, struct str bytes,
                                  enum legacy_encoding from, struct err *err);
uint32_t legacy_original(const struct legacy_map *map, uint32_t decoded);

/* What bytes that are not UTF-8, or that garbled UTF-8, look like, by counting the words that make Vietnamese syllables
 * under each encoding. LEGACY_NONE when nothing fits well: a wrong guess is worse than none. */
enum legacy_encoding legacy_guess(struct str bytes);
/* UTF-16 by its mark, or by where the zero bytes stand. */
enum legacy_encoding legacy_guess_utf16(struct str bytes);
/* True when valid UTF-8 might be garbled and is worth a guess: Western letters and no letter that only Vietnamese
 * has. */
bool legacy_maybe_garbled(struct str utf8);

/* True when a short text makes more Vietnamese words under e than as it is. */
bool legacy_better(struct str utf8, enum legacy_encoding e);
/* Text that was decoded from TCVN3, whose marked capitals came out as lower letters: words that are plainly in capitals
 * get them back ("GIá TRị SảN XUấT tháng 1" -> "GIÁ TRỊ SẢN XUẤT tháng 1"). */
struct str legacy_capitals(struct arena *a, struct str text);
#endif
