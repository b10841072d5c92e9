/* SPDX-License-Identifier: Apache-2.0
 *
 * syllable: see syllable.h. The word is taken down to base letters and tones (ICU's decompositions; đ is 'D'), then
 *
 *   onset   the longest of ONSETS that leaves a vowel behind
 *   vowels  one of NUCLEI
 *   coda    one of CODAS; behind c ch p t only the tones sắc and nặng are spelt (those without are loan words)
 *
 * This is the spelling of syllables, not a dictionary: it is meant for telling encodings apart, where the wrong one
 * makes words that break it almost at once.
 */
#include "syllable.h"

#include "utf8.h"

#include <unicode/unorm2.h>

enum { LETTERS_MOST = 7 };

static const char *const ONSETS[] = {"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d",
                                     "D",   "g",  "h",  "k",  "l",  "m",  "n",  "p",  "r",  "s",  "t",  "v", "x", ""};
static const char *const NUCLEI[] = {"a",   "e",   "i",   "o",   "u",   "y",   "ai",  "ao",  "au",  "ay",
                                     "eo",  "eu",  "ia",  "ie",  "iu",  "oa",  "oe",  "oi",  "oo",  "ua",
                                     "ue",  "ui",  "uo",  "uu",  "uy",  "ye",  "ieu", "yeu", "oai", "oay",
                                     "oeo", "uai", "uay", "uoi", "uou", "uya", "uye", "uyu"};
static const char *const CODAS[] = {"", "c", "ch", "m", "n", "ng", "nh", "p", "t"};

struct parts {
    char base[LETTERS_MOST + 1];
    size_t len, tones;
    bool stop_tone; /* sắc or nặng */
};

static bool part_add(struct parts *p, const UNormalizer2 *nfd, uint32_t c)
{
    UChar to[8];
    UErrorCode status = U_ZERO_ERROR;
    if (p->len == LETTERS_MOST) return false;
    c = utf8_lower_char(c);
    if (c == 0x111) {
        p->base[p->len++] = 'D';
        return true;
    }
    int32_t n = unorm2_getDecomposition(nfd, (UChar32)c, to, 8, &status);
    if (n < 0) {
        to[0] = (UChar)c;
        n = 1;
    }
    if (U_FAILURE(status) || c > 0xFFFF || to[0] < 'a' || to[0] > 'z') return false;
    p->base[p->len++] = (char)to[0];
    for (int32_t i = 1; i < n; i++) {
        bool stop = to[i] == 0x301 || to[i] == 0x323, tone = stop || to[i] == 0x300 || to[i] == 0x303 || to[i] == 0x309;
        if (!tone && to[i] != 0x302 && to[i] != 0x306 && to[i] != 0x31B) return false;
        p->tones += tone;
        p->stop_tone |= stop;
    }
    return true;
}

static bool is_vowel(char c)
{
    return c && strchr("aeiouy", c);
}

static bool is_one_of(const char *const *list, size_t count, const char *s, size_t len)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == len && memcmp(list[i], s, len) == 0) return true;
    return false;
}

static bool rhyme_is(const struct parts *p, size_t at)
{
    size_t end = at;
    while (end < p->len && is_vowel(p->base[end])) end++;
    if (!is_one_of(NUCLEI, sizeof NUCLEI / sizeof *NUCLEI, p->base + at, end - at)) return false;
    if (!is_one_of(CODAS, sizeof CODAS / sizeof *CODAS, p->base + end, p->len - end)) return false;
    char last = end < p->len ? p->base[p->len - 1] : 0;
    bool stops = last == 'c' || last == 'p' || last == 't' || (last == 'h' && p->base[end] == 'c');
    return !stops || p->stop_tone;
}

bool syllable_is(struct str word)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    struct parts p = {0};
    if (U_FAILURE(status)) return false;
    for (size_t i = 0, len; i < word.len; i += len)
        if (!part_add(&p, nfd, utf8_decode(word, i, &len))) return false;
    if (p.tones > 1) return false;
    for (size_t i = 0; i < sizeof ONSETS / sizeof *ONSETS; i++) {
        size_t n = strlen(ONSETS[i]);
        if (p.len > n && memcmp(p.base, ONSETS[i], n) == 0 && rhyme_is(&p, n)) return true;
    }
    return false;
}
