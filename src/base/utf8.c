/* SPDX-License-Identifier: Apache-2.0
 *
 * utf8: see utf8.h. The two facts about letters that are needed, the lower form and the letter under the marks, follow
 * from the order of the Unicode blocks, so they are written as a short table of runs and not as a list of letters:
 *
 *   U+00C0..U+00FF  upper and lower 32 apart          U+1EA0..U+1EF9  upper even, lower next: the Vietnamese block
 *   U+0100..U+017F  upper and lower neighbours        U+01A0/1 ơ, U+01AF/B0 ư
 *
 * Latin Extended-B but for ơ and ư (no language of Viet Nam writes it so) is left as it is. tests/unit/test_utf8.c
 * compares every other letter up to U+1EFF with ICU.
 */
#include "utf8.h"

#include "arena.h"
#include "buf.h"

/* Length of the well-formed sequence at p (end exclusive), 0 when it is not well-formed (RFC 3629, table of section
 * 4). */
static size_t sequence(const unsigned char *p, const unsigned char *end)
{
    size_t left = (size_t)(end - p);
    unsigned char a = p[0];
    if (a < 0x80) return 1;
    if (a < 0xC2 || a > 0xF4) return 0;
    size_t n = a < 0xE0 ? 2 : a < 0xF0 ? 3 : 4;
    if (left < n) return 0;
    unsigned char low = a == 0xE0 ? 0xA0 : a == 0xF0 ? 0x90 : 0x80;
    unsigned char high = a == 0xED ? 0x9F : a == 0xF4 ? 0x8F : 0xBF;
    if (p[1] < low || p[1] > high) return 0;
    for (size_t i = 2; i < n; i++)
        if ((p[i] & 0xC0) != 0x80) return 0;
    return n;
}

typedef uint8_t sixteen __attribute__((vector_size(16)));

static sixteen load(const unsigned char *p)
{
    sixteen v;
    memcpy(&v, p, sizeof v);
    return v;
}

/* True when sixteen bytes at p break no rule of RFC 3629, given the three before them: a byte continues a sequence
 * exactly when a lead before it asks for that, and the five leads with a narrower second byte have one in their
 * range. */
static bool sixteen_valid(const unsigned char *p)
{
    sixteen b = load(p), b1 = load(p - 1), b2 = load(p - 2), b3 = load(p - 3);
    sixteen continues = (sixteen)((b & 0xC0) == 0x80);
    sixteen asked = (sixteen)((b1 >= 0xC0) | (b2 >= 0xE0) | (b3 >= 0xF0));
    sixteen never = (sixteen)((b == 0xC0) | (b == 0xC1) | (b > 0xF4));
    sixteen narrow = (sixteen)(((b1 == 0xE0) & (b < 0xA0)) | ((b1 == 0xED) & (b > 0x9F)) | ((b1 == 0xF0) & (b < 0x90)) |
                               ((b1 == 0xF4) & (b > 0x8F)));
    sixteen wrong = (continues ^ asked) | never | narrow;
    uint64_t any[2];
    memcpy(any, &wrong, sizeof any);
    return (any[0] | any[1]) == 0;
}

/* Offset of the first sequence that is not well-formed, or the length. Sixteen bytes at once while they are right; what
 * is left, or wrong, one by one from the last sequence that was begun. */
static size_t valid_run(const unsigned char *start, const unsigned char *end)
{
    const unsigned char *p = start;
    for (size_t n; p < end && p - start < 3; p += n)
        if ((n = sequence(p, end)) == 0) return (size_t)(p - start);
    if (end - p >= 16) {
        while (end - p >= 16 && sixteen_valid(p)) p += 16;
        p -= p[-1] >= 0xC0 ? 1 : p[-2] >= 0xE0 ? 2 : p[-3] >= 0xF0 ? 3 : 0;
    }
    for (size_t n; p < end; p += n)
        if ((n = sequence(p, end)) == 0) break;
    return (size_t)(p - start);
}

bool utf8_valid(struct str s, size_t *bad_at)
{
    if (s.len == 0) return true;
    const unsigned char *start = (const unsigned char *)s.ptr;
    size_t run = valid_run(start, start + s.len);
    if (run < s.len && bad_at) *bad_at = run;
    return run == s.len;
}

uint32_t utf8_decode(struct str s, size_t at, size_t *len)
{
    const unsigned char *p = (const unsigned char *)s.ptr + at;
    unsigned char a = p[0];
    if (a < 0x80) {
        *len = 1;
        return a;
    }
    if (a < 0xE0) {
        *len = 2;
        return (uint32_t)(a & 31) << 6 | (p[1] & 63u);
    }
    if (a < 0xF0) {
        *len = 3;
        return (uint32_t)(a & 15) << 12 | (uint32_t)(p[1] & 63) << 6 | (p[2] & 63u);
    }
    *len = 4;
    return (uint32_t)(a & 7) << 18 | (uint32_t)(p[1] & 63) << 12 | (uint32_t)(p[2] & 63) << 6 | (p[3] & 63u);
}

struct str utf8_clip(struct str s, size_t most)
{
    if (s.len <= most) return s;
    while (most && ((unsigned char)s.ptr[most] & 0xC0) == 0x80) most--;
    return (struct str){s.ptr, most};
}

/* Eight bytes at once: of those that go on with a character, bit 7 is set and bit 6 is not. */
size_t utf8_length(struct str s)
{
    size_t goes_on = 0, i = 0;
    for (; s.len - i >= 8; i += 8) {
        uint64_t b;
        memcpy(&b, s.ptr + i, sizeof b);
        b = b >> 7 & ~(b >> 6) & UINT64_C(0x0101010101010101);
        goes_on += b * UINT64_C(0x0101010101010101) >> 56;
    }
    for (; i < s.len; i++) goes_on += ((unsigned char)s.ptr[i] & 0xC0) == 0x80;
    return s.len - goes_on;
}

uint32_t utf8_lower_char(uint32_t c)
{
    if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
    if (c == 0x130) return 'i';
    if (c >= 0x100 && c <= 0x137) return c | 1;
    if (c >= 0x139 && c <= 0x148) return c % 2 ? c + 1 : c;
    if (c >= 0x14A && c <= 0x177) return c | 1;
    if (c == 0x178) return 0xFF;
    if (c >= 0x179 && c <= 0x17E) return c % 2 ? c + 1 : c;
    if (c == 0x1A0 || c == 0x1AF) return c + 1;
    if (c >= 0x1E00 && c <= 0x1E95) return c | 1;
    if (c == 0x1E9E) return 0xDF;
    if (c >= 0x1EA0 && c <= 0x1EFF) return c | 1;
    return c;
}

uint32_t utf8_upper_char(uint32_t c)
{
    static const uint32_t BACK[] = {32, 1};
    if (c == 0xFF) return 0x178;
    for (size_t i = 0; i < sizeof BACK / sizeof *BACK; i++)
        if (c > BACK[i] && utf8_lower_char(c - BACK[i]) == c) return c - BACK[i];
    return c;
}

struct run {
    uint16_t first, last;
    char base;
};

/* Letters that are a Latin letter with marks, by runs of lower and upper together; sorted. */
static const struct run RUNS[] = {
    {0xC0, 0xC5, 'a'},     {0xC7, 0xC7, 'c'},     {0xC8, 0xCB, 'e'},     {0xCC, 0xCF, 'i'},     {0xD0, 0xD0, 'd'},
    {0xD1, 0xD1, 'n'},     {0xD2, 0xD6, 'o'},     {0xD8, 0xD8, 'o'},     {0xD9, 0xDC, 'u'},     {0xDD, 0xDD, 'y'},
    {0xE0, 0xE5, 'a'},     {0xE7, 0xE7, 'c'},     {0xE8, 0xEB, 'e'},     {0xEC, 0xEF, 'i'},     {0xF0, 0xF0, 'd'},
    {0xF1, 0xF1, 'n'},     {0xF2, 0xF6, 'o'},     {0xF8, 0xF8, 'o'},     {0xF9, 0xFC, 'u'},     {0xFD, 0xFD, 'y'},
    {0xFF, 0xFF, 'y'},     {0x100, 0x105, 'a'},   {0x106, 0x10D, 'c'},   {0x10E, 0x111, 'd'},   {0x112, 0x11B, 'e'},
    {0x11C, 0x123, 'g'},   {0x124, 0x127, 'h'},   {0x128, 0x131, 'i'},   {0x134, 0x135, 'j'},   {0x136, 0x137, 'k'},
    {0x139, 0x142, 'l'},   {0x143, 0x148, 'n'},   {0x14C, 0x151, 'o'},   {0x154, 0x159, 'r'},   {0x15A, 0x161, 's'},
    {0x162, 0x167, 't'},   {0x168, 0x173, 'u'},   {0x174, 0x175, 'w'},   {0x176, 0x178, 'y'},   {0x179, 0x17E, 'z'},
    {0x1A0, 0x1A1, 'o'},   {0x1AF, 0x1B0, 'u'},   {0x1E00, 0x1E01, 'a'}, {0x1E02, 0x1E07, 'b'}, {0x1E08, 0x1E09, 'c'},
    {0x1E0A, 0x1E13, 'd'}, {0x1E14, 0x1E1D, 'e'}, {0x1E1E, 0x1E1F, 'f'}, {0x1E20, 0x1E21, 'g'}, {0x1E22, 0x1E2B, 'h'},
    {0x1E2C, 0x1E2F, 'i'}, {0x1E30, 0x1E35, 'k'}, {0x1E36, 0x1E3D, 'l'}, {0x1E3E, 0x1E43, 'm'}, {0x1E44, 0x1E4B, 'n'},
    {0x1E4C, 0x1E53, 'o'}, {0x1E54, 0x1E57, 'p'}, {0x1E58, 0x1E5F, 'r'}, {0x1E60, 0x1E69, 's'}, {0x1E6A, 0x1E71, 't'},
    {0x1E72, 0x1E7B, 'u'}, {0x1E7C, 0x1E7F, 'v'}, {0x1E80, 0x1E89, 'w'}, {0x1E8A, 0x1E8D, 'x'}, {0x1E8E, 0x1E8F, 'y'},
    {0x1E90, 0x1E95, 'z'}, {0x1E96, 0x1E96, 'h'}, {0x1E97, 0x1E97, 't'}, {0x1E98, 0x1E98, 'w'}, {0x1E99, 0x1E99, 'y'},
    {0x1EA0, 0x1EB7, 'a'}, {0x1EB8, 0x1EC7, 'e'}, {0x1EC8, 0x1ECB, 'i'}, {0x1ECC, 0x1EE3, 'o'}, {0x1EE4, 0x1EF1, 'u'},
    {0x1EF2, 0x1EF9, 'y'}};

char utf8_base_letter(uint32_t c)
{
    if (c < 0x80) {
        c = utf8_lower_char(c);
        return c >= 'a' && c <= 'z' ? (char)c : 0;
    }
    size_t low = 0, high = sizeof RUNS / sizeof *RUNS;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (c > RUNS[mid].last)
            low = mid + 1;
        else
            high = mid;
    }
    return low < sizeof RUNS / sizeof *RUNS && c >= RUNS[low].first ? RUNS[low].base : 0;
}

bool utf8_is_letter(uint32_t c)
{
    if (c < 0x80) return (c | 32) >= 'a' && (c | 32) <= 'z';
    if (c < 0xC0) return c == 0xAA || c == 0xB5 || c == 0xBA;
    if (c < 0x250) return c != 0xD7 && c != 0xF7;
    return (c >= 0x1E00 && c <= 0x1EFF) || (c >= 0x370 && c < 0x590);
}

bool utf8_is_upper(uint32_t c)
{
    return utf8_is_letter(c) && utf8_lower_char(c) != c;
}

size_t utf8_syllable_key(char *out, size_t cap, struct str s)
{
    /* Marks in the order grave, acute, hook, tilde, dot. */
    static const uint16_t a[5] = {0xE0, 0xE1, 0x1EA3, 0xE3, 0x1EA1}, e[5] = {0xE8, 0xE9, 0x1EBB, 0x1EBD, 0x1EB9};
    static const uint16_t o[5] = {0xF2, 0xF3, 0x1ECF, 0xF5, 0x1ECD}, u[5] = {0xF9, 0xFA, 0x1EE7, 0x169, 0x1EE5};
    static const uint16_t y[5] = {0x1EF3, 0xFD, 0x1EF7, 0x1EF9, 0x1EF5};
    uint32_t c[16];
    size_t n = 0, used = 0;
    for (size_t i = 0, len; i < s.len; i += len) {
        if (n == sizeof c / sizeof *c) return 0;
        c[n++] = utf8_lower_char(utf8_decode(s, i, &len));
    }
    if (n >= 2 && c[n - 1] >= 0xE0)
        for (int t = 0; t < 5; t++) {
            if (c[n - 2] == 'o' && (c[n - 1] == a[t] || c[n - 1] == e[t])) {
                c[n - 1] = c[n - 1] == a[t] ? 'a' : 'e';
                c[n - 2] = o[t];
                break;
            }
            if (c[n - 2] == 'u' && c[n - 1] == y[t] && (n < 3 || c[n - 3] != 'q')) {
                c[n - 1] = 'y';
                c[n - 2] = u[t];
                break;
            }
        }
    for (size_t i = 0; i < n; i++) {
        size_t len = c[i] < 0x80 ? 1 : c[i] < 0x800 ? 2 : c[i] < 0x10000 ? 3 : 4;
        if (used + len > cap) return 0;
        if (len == 1) {
            out[used] = (char)c[i];
        } else {
            static const uint8_t lead[5] = {0, 0, 0xC0, 0xE0, 0xF0};
            uint32_t v = c[i];
            for (size_t k = len - 1; k > 0; k--, v >>= 6) out[used + k] = (char)(0x80 | (v & 63));
            out[used] = (char)(lead[len] | v);
        }
        used += len;
    }
    return used;
}

struct str utf8_lower(struct arena *a, struct str s)
{
    /* Lower forms of the letters here are never longer than the upper forms. */
    char *p = arena_alloc(a, s.len + 1, 1);
    struct buf b = {.ptr = p, .cap = s.len, .limit = s.len};
    for (size_t i = 0, len; i < s.len; i += len) buf_codepoint(&b, utf8_lower_char(utf8_decode(s, i, &len)));
    return buf_str(&b);
}

void utf8_fold_put(struct buf *b, struct str s)
{
    for (size_t i = 0, len; i < s.len; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        char base = utf8_base_letter(c);
        if (base)
            buf_char(b, base);
        else if (c == 0xA0)
            buf_char(b, ' ');
        else if (c < 0x300 || c > 0x36F)
            buf_codepoint(b, utf8_lower_char(c));
    }
}

struct str utf8_fold(struct arena *a, struct str s)
{
    char *p = arena_alloc(a, s.len + 1, 1);
    struct buf b = {.ptr = p, .cap = s.len, .limit = s.len};
    utf8_fold_put(&b, s);
    return buf_str(&b);
}
