/* SPDX-License-Identifier: Apache-2.0
 *
 * text: see text.h. Most text is already as it should be, and then nothing is copied. Else the bytes are walked once:
 *
 *   plain run      code points that NFC leaves alone and that nothing before them joins: copied
 *   changed piece  a base letter with what follows it and is not plain, or a line end: given to ICU, both ends mapped
 *
 * ICU normalises UTF-16, so a piece goes there and back. A piece ends before a code point that never joins what stands before
 * it; if PIECE_MOST code points bring none, it ends there: no real letter has so many marks, and it keeps the work linear
 * (reordering marks is not). A piece that ICU leaves as it was adds no point to the map.
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

bool text_is_plain(struct str s)
{
    if (s.len == 0) return true;
    const unsigned char *p = (const unsigned char *)s.ptr, *end = p + s.len;
    while (p < end) {
        if (*p < 0x80) {
            if (*p == '\r') return false;
            p++;
            continue;
        }
        size_t len;
        uint32_t c = utf8_decode((struct str){(const char *)p, (size_t)(end - p)}, 0, &len);
        if (!plain_char(c)) return false;
        p += len;
    }
    return true;
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

static void walk_text(struct walk *w, size_t at)
{
    size_t len, copied = at;
    point_add(w, at, false);
    while (at < w->in.len) {
        uint32_t c = utf8_decode(w->in, at, &len);
        size_t next = at + len;
        if (c == '\r') {
            buf_put(&w->out, str_part(w->in, copied, at));
            size_t end = next < w->in.len && w->in.ptr[next] == '\n' ? next + 1 : next;
            if (end == next + 1) point_add(w, at, true);
            buf_char(&w->out, '\n');
            if (end == next + 1) point_add(w, end, false);
            at = copied = end;
            continue;
        }
        bool joins = false;
        if (plain_char(c) && next < w->in.len && (unsigned char)w->in.ptr[next] >= 0xCC) {
            uint32_t d = utf8_decode(w->in, next, &len);
            joins = !plain_char(d) && d != '\r';
        }
        if (plain_char(c) && !joins) {
            at = next;
            continue;
        }
        buf_put(&w->out, str_part(w->in, copied, at));
        size_t end = piece_end(w, at);
        normalise_piece(w, str_part(w->in, at, end), at);
        at = copied = end;
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
