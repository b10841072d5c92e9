/* SPDX-License-Identifier: Apache-2.0
 *
 * phrase: see phrase.h. Reports name one thing in a hundred ways, but the ways differ by little: words that say
 * nothing ("tổng số", "trên địa bàn"), abbreviations ("NSNN"), order ("doanh nghiệp mới thành lập"), a place or a
 * time put in the middle. So a phrase is reduced to the set of its senses, and two phrases are one when their sets
 * are:
 *
 *   "Tổng thu NSNN trên địa bàn quận An Hòa năm 2023"
 *     tổng -> COUNT, thu -> sense, NSNN -> sense "ngân sách", trên địa bàn -> DROP, quận -> PLACE and takes An Hòa,
 *     năm -> TIME and takes 2023                                            = { thu, ngân sách }
 *
 * The entries are a trie of words kept in one hash table: the key of a row of words is made from the key of the row
 * without its last word, so the longest entry at a place is found by going on while `longer` is set. The longest
 * wins: "dân số" is an entry, so the "số" in it is not dropped.
 *
 * Invariants:
 *   1. A word that no entry begins with makes the phrase unknown, except a capitalised word or a number after a kind
 *      of place, and a number beside a word of time. Nothing is guessed: an indicator that is missed is found by an
 *      officer, a wrong one is found by nobody.
 *   2. Tone marks count ("quý" is no "quỹ"); both spellings of their place, and i for y, are put in the table by the
 *      tool.
 *   3. Work: each word is hashed once and looked up at most once for each entry that it could go on.
 */
#include "phrase.h"

#include "utf8.h"

struct word {
    uint64_t hash;
    const struct phrase_entry *entry; /* of the word alone; filled in by split */
    bool upper, number;
};

static bool word_char(uint32_t c)
{
    return (c >= '0' && c <= '9') || utf8_is_letter(c);
}

/* The lower form of the character at `at` of the phrase, 0 when it is no part of a word. Most are small letters of
 * Vietnamese, which are told by their range. */
static inline uint32_t word_char_at(struct str phrase, size_t at, size_t *len)
{
    unsigned char b = (unsigned char)phrase.ptr[at];
    *len = 1;
    if (b < 0x80) {
        unsigned char low = b | 32;
        return low >= 'a' && low <= 'z' ? low : b >= '0' && b <= '9' ? b : 0;
    }
    uint32_t c = utf8_decode(phrase, at, len);
    if (c >= 0x1E00 && c <= 0x1EFF) return c >= 0x1EA0 ? c | 1 : utf8_lower_char(c);
    return word_char(c) ? utf8_lower_char(c) : 0;
}

/* Reads one word; fills in how it begins. */
static bool next_word(struct word *out, struct str phrase, size_t *at)
{
    size_t i = *at, len = 0;
    uint32_t c = 0;
    uint64_t h = PHRASE_KEY_EMPTY;
    bool number = true;
    for (; i < phrase.len; i += len)
        if ((c = word_char_at(phrase, i, &len))) break;
    *at = i;
    if (i >= phrase.len) return false;
    size_t first;
    *out = (struct word){.upper = utf8_is_upper(utf8_decode(phrase, i, &first))};
    while (c) {
        number = number && c >= '0' && c <= '9';
        h = (h ^ c) * UINT64_C(0x100000001b3);
        i += len;
        c = i < phrase.len ? word_char_at(phrase, i, &len) : 0;
    }
    out->number = number;
    out->hash = h;
    *at = i;
    return true;
}

bool phrase_next_word(uint64_t *word, struct str phrase, size_t *at)
{
    struct word w;
    if (!next_word(&w, phrase, at)) return false;
    *word = w.hash;
    return true;
}

static uint64_t mix(uint64_t x)
{
    x ^= x >> 32;
    x *= UINT64_C(0xd6e8feb86659fd93);
    x ^= x >> 32;
    x *= UINT64_C(0xd6e8feb86659fd93);
    return x ^ x >> 32;
}

uint64_t phrase_key(uint64_t key, uint64_t word)
{
    uint64_t k = mix(key * 31 + word);
    return k ? k : 1;
}

const struct phrase_entry *phrase_find(const struct phrase_table *table, uint64_t key)
{
    size_t i = (size_t)key & (table->size - 1);
    while (table->slots[i].key && table->slots[i].key != key) i = (i + 1) & (table->size - 1);
    return table->slots[i].key ? &table->slots[i] : NULL;
}

/* The longest entry that starts at words[0]; *count is how many words it has. NULL when there is none. */
static const struct phrase_entry *longest(const struct phrase_table *table, const struct word *words, size_t left,
                                          size_t *count)
{
    const struct phrase_entry *best = NULL;
    uint64_t key = phrase_key(PHRASE_KEY_EMPTY, words[0].hash);
    for (size_t n = 0; n < left; n++) {
        if (n) key = phrase_key(key, words[n].hash);
        const struct phrase_entry *e = n ? phrase_find(table, key) : words[0].entry;
        if (!e) break;
        if (e->class != PHRASE_PART) {
            best = e;
            *count = n + 1;
        }
        if (!e->longer) break;
    }
    return best;
}

/* Splits the phrase; words of PHRASE_SKIP are left out. False when there are too many, or no entry begins with the
 * first, which then makes the phrase unknown. */
static bool split(struct word *words, size_t *count, bool *any_lower, const struct phrase_table *table,
                  struct str phrase)
{
    size_t at = 0, n = 0;
    struct word w;
    *any_lower = false;
    while (next_word(&w, phrase, &at)) {
        const struct phrase_entry *e = phrase_find(table, phrase_key(PHRASE_KEY_EMPTY, w.hash));
        if (e && e->class == PHRASE_SKIP) continue;
        if (n == PHRASE_WORDS || (n == 0 && !e && !w.number)) return false;
        if (!w.upper && !w.number) *any_lower = true;
        w.entry = e;
        words[n++] = w;
    }
    *count = n;
    return true;
}

struct senses {
    uint16_t at[PHRASE_SENSES];
    size_t count;
};

static bool add_sense(struct senses *s, uint16_t sense)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->at[i] == sense) return true;
    if (s->count == PHRASE_SENSES) return false;
    s->at[s->count++] = sense;
    return true;
}

/* How many words after a kind of place are its name. In a phrase that is all capitals only unknown words can be
 * one. */
static size_t name_length(const struct word *words, size_t left, bool any_lower)
{
    size_t n = 0;
    while (n < left && (words[n].upper || words[n].number)) {
        if (!any_lower && words[n].entry) break;
        n++;
    }
    return n;
}

/* I, II, III, IV after "quý". */
static bool roman(const struct word *w)
{
    static const struct str NUMBERS[] = {STR_INIT("i"), STR_INIT("ii"), STR_INIT("iii"), STR_INIT("iv")};
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++) {
        size_t at = 0;
        struct word r;
        if (next_word(&r, NUMBERS[i], &at) && r.hash == w->hash) return w->upper;
    }
    return false;
}

static bool is_time(const struct phrase_table *table, const struct word *words, size_t left)
{
    size_t count;
    const struct phrase_entry *e = left ? longest(table, words, left, &count) : NULL;
    return e && e->class == PHRASE_TIME;
}

bool phrase_read(struct phrase_set *out, const struct phrase_table *table, struct str phrase)
{
    struct word words[PHRASE_WORDS];
    struct senses senses = {.count = 0};
    size_t n, step = 0;
    bool any_lower, after_time = false;
    *out = (struct phrase_set){0};
    if (!split(words, &n, &any_lower, table, phrase)) return false;
    for (size_t i = 0; i < n; i += step) {
        if (words[i].number && (after_time || is_time(table, words + i + 1, n - i - 1))) {
            step = 1;
            continue;
        }
        if (after_time && roman(&words[i])) {
            step = 1;
            continue;
        }
        const struct phrase_entry *e = longest(table, words + i, n - i, &step);
        if (!e) return false;
        after_time = e->class == PHRASE_TIME;
        if (e->class == PHRASE_SENSE && !add_sense(&senses, e->sense)) return false;
        if (e->class == PHRASE_COUNT) out->counted = true;
        if (e->class == PHRASE_PLACE) step += name_length(words + i + step, n - i - step, any_lower);
    }
    for (size_t i = 0; i < senses.count; i++) out->key += mix(senses.at[i]);
    out->count = (uint16_t)senses.count;
    return senses.count > 0;
}
