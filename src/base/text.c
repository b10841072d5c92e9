/* SPDX-License-Identifier: Apache-2.0
 *
 * text: see text.h. Most text is already as it should be, and then nothing is copied. Else the bytes are walked once:
 *
 *   plain run      code points that NFC leaves alone and that nothing before them joins: copied
 *   changed piece  a base letter with what follows it and is not plain, or a line end: given to ICU, both ends mapped
 *
 * ICU normalises UTF-16, so a piece goes there and back. A piece ends before a code point that never joins what stands
 * before it; if PIECE_MOST code points bring none, it ends there: no real letter has so many marks, and it keeps the
 * work linear (reordering marks is not). A piece that ICU leaves as it was adds no point to the map.
 */
#include "text.h"

#include "arena.h"
#include "buf.h"
#include "utf8.h"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

enum { PIECE_LONG = 8, PIECE_MOST = 32, PIECE_UTF16 = PIECE_MOST * 2 + 2 };

/* NFC leaves these as they are, and they never join with what stands before (UAX 15: NFC_Quick_Check=Yes, ccc=0). */
static bool plain_char(uint32_t c)
{
    if (c < 0x300) return c != '\r';
    if (c >= 0x1E00 && c <= 0x1EFF) return true;
    if (c >= 0x2002 && c <= 0x20BF) return true; /* 2000, 2001 are singletons */
    return c >= 0x410 && c <= 0x44F;
}

typedef uint8_t sixteen __attribute__((vector_size(16)));

/* True when none of sixteen bytes can begin a character that is not plain. Asked of lead bytes alone: ASCII but for CR,
 * up to U+02FF (lead below 0xCC), and E1 B8..BB, where the rest of Vietnamese stands. n: the bytes one further. */
static bool sixteen_plain(const unsigned char *p)
{
    sixteen b, n;
    memcpy(&b, p, sizeof b);
    memcpy(&n, p + 1, sizeof n);
    sixteen doubt = (sixteen)((b == '\r') | ((b >= 0xCC) & ~((b == 0xE1) & (n >= 0xB8) & (n <= 0xBB))));
    uint64_t any[2];
    memcpy(any, &doubt, sizeof any);
    return (any[0] | any[1]) == 0;
}

/* The first code point from `at` on that is not plain, or the end. */
static size_t plain_run(struct str s, size_t at)
{
    const unsigned char *start = (const unsigned char *)s.ptr, *p = start + at, *end = start + s.len;
    while (p < end) {
        while (end - p > 16 && sixteen_plain(p)) p += 16;
        for (int i = 0; i < 16 && p < end; i++) { /* p may stand inside a character that was seen to be plain */
            size_t len = 1;
            if (*p == '\r' || (*p >= 0xCC && !plain_char(utf8_decode(s, (size_t)(p - start), &len))))
                return (size_t)(p - start);
            p += len;
        }
    }
    return s.len;
}

bool text_is_plain(struct str s)
{
    return s.len == 0 || plain_run(s, 0) == s.len;
}

struct walk {
    struct str in;
    struct buf out;
    struct arena *arena;
    struct {
        VEC_FIELDS(struct text_point);
    } points;
    const UNormalizer2 *nfc;
};

static void point_add(struct walk *w, size_t outside, bool changed)
{
    struct text_point p = {(uint32_t)w->out.len, (uint32_t)outside & INT32_MAX, changed};
    if (w->points.len && w->points.at[w->points.len - 1].inside == p.inside)
        w->points.at[w->points.len - 1] = p;
    else
        *vec_push(w->arena, &w->points) = p;
}

/* The piece in NFC at the end of the output; its points only when that is not the piece itself. */
static void normalise_piece(struct walk *w, struct str piece, size_t outside)
{
    UChar from[PIECE_UTF16], to[PIECE_UTF16 * 3];
    char bytes[sizeof to / sizeof *to * 3];
    int32_t n = 0, m, len8 = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(from, PIECE_UTF16, &n, piece.ptr, (int32_t)piece.len, &status);
    m = w->nfc ? unorm2_normalize(w->nfc, from, n, to, (int32_t)(sizeof to / sizeof *to), &status) : 0;
    u_strToUTF8(bytes, (int32_t)sizeof bytes, &len8, to, m, &status);
    struct str made = {bytes, (size_t)len8};
    if (U_FAILURE(status) || !w->nfc || str_eq(made, piece)) {
        buf_put(&w->out, piece);
        return;
    }
    point_add(w, outside, true);
    buf_put(&w->out, made);
    point_add(w, outside + piece.len, false);
}

/* The end of the changed piece that starts at `at`; at least one code point. */
static size_t piece_end(const struct walk *w, size_t at)
{
    size_t len;
    utf8_decode(w->in, at, &len);
    at += len;
    for (int n = 1; at < w->in.len && n < PIECE_MOST; n++) {
        uint32_t c = utf8_decode(w->in, at, &len);
        if (plain_char(c) || c == '\r') break;
        if (n >= PIECE_LONG && w->nfc && unorm2_hasBoundaryBefore(w->nfc, (UChar32)c)) break;
        at += len;
    }
    return at;
}

/* The start of the code point before `at`, or `at` when it is the first from `least` on. */
static size_t one_back(struct str s, size_t least, size_t at)
{
    size_t back = at;
    while (back > least && ((unsigned char)s.ptr[--back] & 0xC0) == 0x80) {}
    return back;
}

static void walk_text(struct walk *w, size_t at)
{
    size_t copied = at;
    point_add(w, at, false);
    while ((at = plain_run(w->in, copied)) < w->in.len) {
        if (w->in.ptr[at] == '\r') {
            size_t end = at + 1 < w->in.len && w->in.ptr[at + 1] == '\n' ? at + 2 : at + 1;
            buf_put(&w->out, str_part(w->in, copied, at));
            if (end == at + 2) point_add(w, at, true);
            buf_char(&w->out, '\n');
            if (end == at + 2) point_add(w, end, false);
            copied = end;
            continue;
        }
        size_t piece = one_back(w->in, copied, at), end = piece_end(w, piece);
        buf_put(&w->out, str_part(w->in, copied, piece));
        normalise_piece(w, str_part(w->in, piece, end), piece);
        copied = end;
    }
    buf_put(&w->out, str_part(w->in, copied, at));
}

static void free_out(void *p)
{
    buf_free(p);
}

static bool fail_utf8(struct err *err, struct str bytes, size_t at)
{
    char line[24];
    size_t n = 1;
    for (size_t i = 0; i < at; i++) n += bytes.ptr[i] == '\n';
    snprintf(line, sizeof line, "%zu", n);
    return fail(err, ERR_NOT_UTF8, str_of(line));
}

bool text_make(struct text *out, struct arena *a, struct str bytes, struct err *err)
{
    static const struct text_point origin = {0};
    size_t bad = 0, bom = str_starts(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    *out = (struct text){STR(""), &origin, 1};
    if (!utf8_valid(bytes, &bad)) return fail_utf8(err, bytes, bad);
    if (bom == 0 && text_is_plain(bytes)) {
        out->inside = bytes;
        return true;
    }
    UErrorCode status = U_ZERO_ERROR;
    struct walk *w = arena_new(a, struct walk);
    *w = (struct walk){
        .in = bytes, .arena = a, .out = buf_make(bytes.len * 3 + 16), .nfc = unorm2_getNFCInstance(&status)};
    arena_defer(a, free_out, &w->out);
    walk_text(w, bom);
    *out = (struct text){buf_str(&w->out), w->points.at, w->points.len};
    return true;
}

uint32_t text_original(const struct text *t, uint32_t inside)
{
    size_t low = 0, high = t->point_count;
    while (high - low > 1) {
        size_t mid = (low + high) / 2;
        if (t->points[mid].inside <= inside)
            low = mid;
        else
            high = mid;
    }
    struct text_point p = t->points[low];
    return p.changed ? p.outside : p.outside + (inside - p.inside);
}

uint32_t text_inside(const struct text *t, size_t *k, uint32_t outside)
{
    while (*k + 1 < t->point_count && t->points[*k + 1].outside <= outside) ++*k;
    struct text_point p = t->points[*k];
    return p.changed || outside < p.outside ? p.inside : p.inside + (outside - p.outside);
}
