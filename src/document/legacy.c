/* SPDX-License-Identifier: Apache-2.0
 *
 * legacy: see legacy.h. Decoding is one function, step(): the character that stands at an offset, and how many bytes it
 * takes. So converting, guessing and finding the way back are all loops over step():
 *
 *   source   units                         characters
 *   bytes    a byte each                   one unit, or two in VNI (letter and mark), to one code point
 *   wide     UTF-8 of Western letters      (é back to the byte E9)
 *   UTF-16   two bytes, or two pairs
 *
 * The map keeps a point every POINT_EVERY source bytes; legacy_original starts at the point before and steps on.
 *
 * A guess converts a sample under each encoding and counts the words with letters beyond ASCII that are Vietnamese
 * syllables (syllable.h) and those that are not. The right encoding makes nearly all of them syllables, a wrong one
 * few.
 */
#include "legacy.h"

#include "arena.h"
#include "buf.h"
#include "legacy_tables.h"
#include "syllable.h"
#include "text.h"
#include "utf8.h"

enum { POINT_EVERY = 1024, SAMPLE = 64 * 1024, WORDS_LEAST = 2, WORDS_SURE = 4 };

struct naming {
    struct str name;
    enum legacy_encoding encoding;
};

/* The first name of an encoding is the one that is shown. */
static const struct naming NAMES[] = {{STR_INIT("utf-8"), LEGACY_NONE},
                                      {STR_INIT("utf8"), LEGACY_NONE},
                                      {STR_INIT("tcvn3"), LEGACY_TCVN3},
                                      {STR_INIT("vni"), LEGACY_VNI},
                                      {STR_INIT("cp1258"), LEGACY_CP1258},
                                      {STR_INIT("cp1252"), LEGACY_CP1252},
                                      {STR_INIT("utf-16le"), LEGACY_UTF16LE},
                                      {STR_INIT("utf-16be"), LEGACY_UTF16BE},
                                      {STR_INIT("abc"), LEGACY_TCVN3},
                                      {STR_INIT("tcvn"), LEGACY_TCVN3},
                                      {STR_INIT("tcvn-5712"), LEGACY_TCVN3},
                                      {STR_INIT("x-viet-tcvn"), LEGACY_TCVN3},
                                      {STR_INIT("x-viet-tcvn5712"), LEGACY_TCVN3},
                                      {STR_INIT("x-viet-vni"), LEGACY_VNI},
                                      {STR_INIT("vni-windows"), LEGACY_VNI},
                                      {STR_INIT("windows-1258"), LEGACY_CP1258},
                                      {STR_INIT("windows-1252"), LEGACY_CP1252},
                                      {STR_INIT("iso-8859-1"), LEGACY_CP1252},
                                      {STR_INIT("latin1"), LEGACY_CP1252},
                                      {STR_INIT("us-ascii"), LEGACY_CP1252},
                                      {STR_INIT("utf-16"), LEGACY_UTF16LE},
                                      {STR_INIT("utf16"), LEGACY_UTF16LE}};

struct str legacy_name(enum legacy_encoding e)
{
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (NAMES[i].encoding == e) return NAMES[i].name;
    return STR("");
}

struct str legacy_title(enum legacy_encoding e)
{
    static const struct str TITLES[LEGACY_ENCODINGS] = {[LEGACY_NONE] = STR_INIT("UTF-8"),
                                                        [LEGACY_TCVN3] = STR_INIT("TCVN3 (ABC)"),
                                                        [LEGACY_VNI] = STR_INIT("VNI"),
                                                        [LEGACY_CP1258] = STR_INIT("Windows-1258"),
                                                        [LEGACY_CP1252] = STR_INIT("Windows-1252"),
                                                        [LEGACY_UTF16LE] = STR_INIT("UTF-16LE"),
                                                        [LEGACY_UTF16BE] = STR_INIT("UTF-16BE")};
    return TITLES[e];
}

bool legacy_by_name(enum legacy_encoding *out, struct str name)
{
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        size_t k = 0;
        while (k < name.len && k < NAMES[i].name.len &&
               (char)utf8_lower_char((unsigned char)name.ptr[k]) == NAMES[i].name.ptr[k])
            k++;
        if (k != name.len || k != NAMES[i].name.len) continue;
        *out = NAMES[i].encoding;
        return true;
    }
    return false;
}

/* --- decoding ----------------------------------------------------------------------------------------------------- */

/* The unit at `at`: a byte, or in a wide source the byte that a Western letter stood for (other letters as they
 * are). */
static uint32_t unit_at(const struct legacy_map *m, size_t at, size_t *len)
{
    if (!m->wide) {
        *len = 1;
        return (unsigned char)m->source.ptr[at];
    }
    return utf8_decode(m->source, at, len);
}

static uint32_t western(uint32_t unit)
{
    if (unit < 0x80 || unit > 0x9F) return unit;
    return WINDOWS_HIGH[unit - 0x80] ? WINDOWS_HIGH[unit - 0x80] : 0xFFFD;
}

static uint32_t cp1258(uint32_t unit)
{
    for (size_t i = 0; i < sizeof CP1258 / sizeof *CP1258; i++)
        if (CP1258[i].byte == unit) return CP1258[i].means;
    return western(unit);
}

static uint32_t capital(uint32_t lower)
{
    return lower < 0x100 ? lower - 0x20 : lower - 1;
}

/* A letter in lower case as VNI has it; *upper tells whether it was a capital. 0 when it takes no mark. */
static uint32_t vni_letter(uint32_t unit, bool *upper)
{
    *upper = (unit >= 'A' && unit <= 'Z') || (unit >= 0xC0 && unit <= 0xDF);
    uint32_t lower = *upper ? unit + 0x20 : unit;
    return lower < 0x100 && (strchr("aeouy", (int)lower) || lower == 0xF4 || lower == 0xF6) ? lower : 0;
}

static uint32_t vni(const struct legacy_map *m, size_t at, size_t *used)
{
    bool upper;
    size_t len, more = 0;
    uint32_t unit = unit_at(m, at, &len), mark = 0;
    *used = len;
    if (unit == 0) return unit;
    uint32_t letter = vni_letter(unit, &upper);
    if (letter && at + len < m->source.len) mark = unit_at(m, at + len, &more);
    if (mark >= 0xC0 && mark <= 0xDF) mark += 0x20;
    for (size_t i = 0; mark >= 0xE0 && mark <= 0xFF && i < sizeof VNI_PAIRS / sizeof *VNI_PAIRS; i++) {
        if (VNI_PAIRS[i].letter != letter || VNI_PAIRS[i].mark != mark) continue;
        *used = len + more;
        return upper ? capital(VNI_PAIRS[i].means) : VNI_PAIRS[i].means;
    }
    upper = unit >= 0xC0 && unit <= 0xDF;
    for (size_t i = 0; i < sizeof VNI_SINGLES / sizeof *VNI_SINGLES; i++)
        if (VNI_SINGLES[i].letter == (upper ? unit + 0x20 : unit))
            return upper ? capital(VNI_SINGLES[i].means) : VNI_SINGLES[i].means;
    return western(unit);
}

static uint32_t utf16(const struct legacy_map *m, size_t at, size_t *used)
{
    const unsigned char *p = (const unsigned char *)m->source.ptr + at;
    size_t left = m->source.len - at, high = m->encoding == LEGACY_UTF16BE ? 0 : 1, low = 1 - high;
    *used = left < 2 ? left : 2;
    if (left < 2) return 0xFFFD;
    uint32_t c = (uint32_t)p[high] << 8 | p[low];
    if (c < 0xD800 || c > 0xDFFF) return c;
    uint32_t d = left < 4 ? 0 : (uint32_t)p[2 + high] << 8 | p[2 + low];
    if (c > 0xDBFF || d < 0xDC00 || d > 0xDFFF) return 0xFFFD;
    *used = 4;
    return 0x10000 + ((c - 0xD800) << 10) + (d - 0xDC00);
}

/* The character at `at`, which is inside the source; *used: its bytes there. */
static uint32_t step(const struct legacy_map *m, size_t at, size_t *used)
{
    uint32_t unit;
    switch (m->encoding) {
    case LEGACY_UTF16LE:
    case LEGACY_UTF16BE: return utf16(m, at, used);
    case LEGACY_VNI: return vni(m, at, used);
    case LEGACY_TCVN3:
        unit = unit_at(m, at, used);
        return unit >= 0xA0 && unit <= 0xFF ? TCVN3_HIGH[unit - 0xA0] : western(unit);
    case LEGACY_CP1258: return cp1258(unit_at(m, at, used));
    case LEGACY_CP1252: return western(unit_at(m, at, used));
    case LEGACY_NONE:
    case LEGACY_ENCODINGS: break;
    }
    return unit_at(m, at, used);
}

static size_t encoded_len(uint32_t c)
{
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

static void free_out(void *p)
{
    buf_free(p);
}

static bool has_vietnamese_block(struct str utf8)
{
    return str_has(utf8, STR("\xE1\xBA")) || str_has(utf8, STR("\xE1\xBB"));
}

bool legacy_convert(struct str *out, struct legacy_map *map, struct arena *a, struct str bytes,
                    enum legacy_encoding from, struct err *err)
{
    struct {
        VEC_FIELDS(struct legacy_point);
    } points = {0};
    *out = STR("");
    bool utf16 = from == LEGACY_UTF16LE || from == LEGACY_UTF16BE;
    *map = (struct legacy_map){.encoding = from, .source = bytes, .wide = !utf16 && utf8_valid(bytes, NULL)};
    if (map->wide && has_vietnamese_block(bytes)) return fail(err, ERR_LEGACY_ALREADY, legacy_title(from));
    struct buf *b = arena_new(a, struct buf);
    *b = buf_make(bytes.len * 4 + 16);
    arena_defer(a, free_out, b);
    size_t at = 0, used, next_point = 0;
    if (utf16 && bytes.len >= 2 && step(map, 0, &used) == 0xFEFF) at = 2;
    for (; at < bytes.len; at += used) {
        if (at >= next_point) {
            *vec_push(a, &points) = (struct legacy_point){(uint32_t)b->len, (uint32_t)at};
            next_point = at + POINT_EVERY;
        }
        uint32_t c = step(map, at, &used);
        if (c < 0x80)
            buf_char(b, (char)c);
        else
            buf_codepoint(b, c);
    }
    *out = buf_str(b);
    map->points = points.at;
    map->point_count = points.len;
    return true;
}

uint32_t legacy_original(const struct legacy_map *map, uint32_t decoded)
{
    size_t low = 0, high = map->point_count, used;
    if (high == 0) return decoded;
    while (high - low > 1) {
        size_t mid = (low + high) / 2;
        if (map->points[mid].decoded <= decoded)
            low = mid;
        else
            high = mid;
    }
    size_t at = map->points[low].source, reached = map->points[low].decoded;
    while (at < map->source.len) {
        size_t len = encoded_len(step(map, at, &used));
        if (reached + len > decoded) break;
        reached += len;
        at += used;
    }
    return (uint32_t)at;
}

/* --- guessing ----------------------------------------------------------------------------------------------------- */

struct score {
    size_t good, bad;
};

static void judge(struct score *s, struct str word)
{
    bool ascii = true;
    for (size_t i = 0; i < word.len && ascii; i++) ascii = (unsigned char)word.ptr[i] < 0x80;
    if (ascii) return;
    if (syllable_is(word))
        s->good++;
    else
        s->bad++;
}

static struct score score_text(struct str text)
{
    struct score s = {0};
    size_t start = 0, len;
    for (size_t i = 0; i <= text.len; i += len) {
        len = 1;
        if (i < text.len && utf8_is_letter(utf8_decode(text, i, &len))) continue;
        if (i > start) judge(&s, str_part(text, start, i));
        start = i + len;
    }
    return s;
}

static struct score score_as(struct str sample, enum legacy_encoding e)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct str decoded;
    struct legacy_map map;
    struct text t;
    struct err err;
    struct score s = {0, 1};
    if (legacy_convert(&decoded, &map, a, sample, e, &err) && text_make(&t, a, decoded, &err)) s = score_text(t.inside);
    arena_close(a);
    return s;
}

/* More than half of the bytes beyond ASCII stand in good sequences: broken UTF-8. In the old encodings a byte from C2
 * on is hardly ever followed by one below C0. */
static bool mostly_utf8(struct str s)
{
    size_t high = 0, good = 0, len;
    for (size_t i = 0; i < s.len; i += len) {
        unsigned char c = (unsigned char)s.ptr[i];
        len = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC2 ? 2 : 1;
        if (len > 1 && (i + len > s.len || !utf8_valid((struct str){s.ptr + i, len}, NULL))) len = 1;
        high += c < 0x80 ? 0 : len;
        good += len > 1 ? len : 0;
    }
    return good * 2 > high;
}

/* The sample begins near the first byte that is not ASCII, so that a long English front does not hide it. */
static struct str sample_of(struct str bytes)
{
    size_t i = 0;
    while (i < bytes.len && (unsigned char)bytes.ptr[i] < 0x80) i++;
    while (i > 0 && bytes.ptr[i - 1] != '\n' && bytes.ptr[i - 1] != ' ') i--;
    struct str s = str_part(bytes, i, i + SAMPLE);
    return utf8_valid(bytes, NULL) ? utf8_clip(str_from(bytes, i), SAMPLE) : s;
}

enum legacy_encoding legacy_guess(struct str bytes)
{
    static const enum legacy_encoding ASKED[] = {LEGACY_TCVN3, LEGACY_VNI, LEGACY_CP1258};
    enum legacy_encoding utf16 = legacy_guess_utf16(bytes), best = LEGACY_NONE;
    if (utf16 != LEGACY_NONE) return utf16;
    struct str sample = sample_of(bytes);
    bool valid = utf8_valid(sample, NULL);
    if (!valid && mostly_utf8(sample)) return LEGACY_NONE;
    struct score most = valid ? score_text(sample) : (struct score){0};
    if (most.good < most.bad) most.good = 0;
    for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED; i++) {
        struct score s = score_as(sample, ASKED[i]);
        bool fits = s.good * 5 >= (s.good + s.bad) * 4 && s.good >= (s.bad ? WORDS_SURE : WORDS_LEAST);
        if (!fits || s.good <= most.good) continue;
        most = s;
        best = ASKED[i];
    }
    return best;
}

enum legacy_encoding legacy_guess_utf16(struct str bytes)
{
    if (bytes.len < 4) return LEGACY_NONE;
    if (str_starts(bytes, STR("\xFF\xFE"))) return LEGACY_UTF16LE;
    if (str_starts(bytes, STR("\xFE\xFF"))) return LEGACY_UTF16BE;
    size_t zero[2] = {0}, most = bytes.len < SAMPLE ? bytes.len & ~(size_t)1 : SAMPLE;
    for (size_t i = 0; i < most; i++) zero[i % 2] += bytes.ptr[i] == 0;
    /* A third of Vietnamese at least is ASCII, whose other byte is zero; the other half of the pairs is never zero. */
    if (zero[1] * 6 >= most && zero[0] * 50 <= zero[1]) return LEGACY_UTF16LE;
    return zero[0] * 6 >= most && zero[1] * 50 <= zero[0] ? LEGACY_UTF16BE : LEGACY_NONE;
}

bool legacy_maybe_garbled(struct str utf8)
{
    struct str head = utf8_clip(utf8, SAMPLE);
    size_t western_letters = 0;
    for (size_t i = 0; i + 1 < head.len; i++) {
        unsigned char c = (unsigned char)head.ptr[i], d = (unsigned char)head.ptr[i + 1];
        if (c == 0xE1 || c == 0xC4 || c == 0xC6) return false; /* ạ..ỹ, ă, đ, ĩ, ơ, ư */
        western_letters += c == 0xC3 || (c == 0xC2 && d != 0xA0);
    }
    return western_letters >= WORDS_SURE;
}

bool legacy_better(struct str utf8, enum legacy_encoding e)
{
    struct score now = score_text(utf8), then = score_as(utf8, e);
    if (!utf8_valid(utf8, NULL) || then.good == 0) return false;
    return then.good > now.good || (then.good == now.good && then.bad < now.bad);
}

/* --- capitals of TCVN3 -------------------------------------------------------------------------------------------- */

/* What the letters of one word that have both cases in TCVN3 (the ASCII ones) say. */
enum word_case { CASE_NONE, CASE_LOWER, CASE_ONE_CAPITAL, CASE_CAPITALS };

struct word {
    uint32_t start, end;
    enum word_case is;
};

static enum word_case case_of(struct str word)
{
    size_t capitals = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (word.ptr[i] >= 'a' && word.ptr[i] <= 'z') return CASE_LOWER;
        capitals += word.ptr[i] >= 'A' && word.ptr[i] <= 'Z';
    }
    return capitals == 0 ? CASE_NONE : capitals == 1 ? CASE_ONE_CAPITAL : CASE_CAPITALS;
}

/* A word without lower ASCII letters is in capitals when it has two ASCII capitals, or when its neighbours are. */
static bool in_capitals(const struct word *w, size_t i, size_t n)
{
    if (w[i].is == CASE_LOWER) return false;
    if (w[i].is == CASE_CAPITALS) return true;
    bool before = i > 0 && w[i - 1].is == CASE_CAPITALS, after = i + 1 < n && w[i + 1].is == CASE_CAPITALS;
    if (i > 0 && w[i - 1].is == CASE_LOWER) return false;
    if (i + 1 < n && w[i + 1].is == CASE_LOWER) return false;
    return before || after;
}

struct str legacy_capitals(struct arena *a, struct str text)
{
    struct {
        VEC_FIELDS(struct word);
    } words = {0};
    size_t start = 0, len;
    for (size_t i = 0; i <= text.len; i += len) {
        len = 1;
        if (i < text.len && utf8_is_letter(utf8_decode(text, i, &len))) continue;
        if (i > start)
            *vec_push(a, &words) = (struct word){(uint32_t)start, (uint32_t)i, case_of(str_part(text, start, i))};
        start = i + len;
    }
    struct buf b = buf_make(text.len * 2 + 16);
    size_t at = 0;
    for (size_t i = 0; i < words.len; i++) {
        if (!in_capitals(words.at, i, words.len)) continue;
        buf_put(&b, str_part(text, at, words.at[i].start));
        for (at = words.at[i].start; at < words.at[i].end; at += len)
            buf_codepoint(&b, utf8_upper_char(utf8_decode(text, at, &len)));
    }
    buf_put(&b, str_from(text, at));
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}
