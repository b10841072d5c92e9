/* SPDX-License-Identifier: Apache-2.0
 *
 * names_compile: the words and names of indicators -> the tables of src/domain/indicator_private.h.
 *
 *     names_compile indicators.tsv indicator_words.tsv indicator_names.tsv out.c
 *
 * 1. Every row of the words becomes an entry of the trie (src/domain/phrase.c), in each spelling of its words: both
 * places of the tone mark
 *    (hoá, hóa), i and y (tỉ, tỷ). 2. A word of a name that no entry begins with becomes a sense of its own. 3. Each
 * name,
 *    and the official name of each indicator, is reduced to its set of senses by the same code that the program uses.
 *
 * Stops the build on: an unknown class, kind or code, an entry with two meanings, a name without a sense, two sets
 * with one hash.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"
#include "phrase.h"
#include "utf8.h"

enum { SLOTS = 8192, NAMES_MOST = 4000, INDICATORS_MOST = 2000, LINE_MOST = 1000, SENSES_MOST = 4000, CELLS = 4 };

static struct phrase_entry slots[SLOTS];
static const struct phrase_table table = {slots, SLOTS};
static int entries;
static uint64_t sense_keys[SENSES_MOST]; /* of the canonical row of words */
static int senses;
static char *codes[INDICATORS_MOST];
static bool nouns[INDICATORS_MOST];
static int indicators;
static struct name {
    char *text;
    uint64_t key;
    int indicator, kinds;
    bool needs_count;
} names[NAMES_MOST];
static int name_count;
static const char *file;
static int line;

_Noreturn static void stop(const char *what, const char *which)
{
    fprintf(stderr, "%s:%d: %s: %s\n", file, line, what, which);
    exit(1);
}

static char *copy(const char *s)
{
    char *p = strdup(s);
    if (!p) stop("no memory", "");
    return p;
}

static struct phrase_entry *entry_of(uint64_t key)
{
    size_t i = key & (SLOTS - 1);
    while (slots[i].key && slots[i].key != key) i = (i + 1) & (SLOTS - 1);
    if (!slots[i].key) {
        if (++entries > SLOTS / 2) stop("too many entries", "");
        slots[i].key = key;
    }
    return &slots[i];
}

/* The other spelling of a word, or nothing: hòa - hoà, thủy - thuỷ, and i - y where nothing but one consonant stands
 * before. */
static bool other_spelling(char *out, size_t cap, const char *word)
{
    static const char *const PAIRS[][2] = {{"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"}, {"ọa", "oạ"},
                                           {"òe", "oè"}, {"óe", "oé"}, {"ỏe", "oẻ"}, {"õe", "oẽ"}, {"ọe", "oẹ"},
                                           {"ùy", "uỳ"}, {"úy", "uý"}, {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"}};
    static const char *const I_Y[][2] = {{"hi", "hy"}, {"kì", "kỳ"}, {"kí", "ký"},   {"kĩ", "kỹ"},
                                         {"lí", "lý"}, {"lị", "lỵ"}, {"mĩ", "mỹ"},   {"sĩ", "sỹ"},
                                         {"tỉ", "tỷ"}, {"tị", "tỵ"}, {"quí", "quý"}, {"vị", "vỵ"}};
    size_t len = strlen(word);
    for (size_t i = 0; i < sizeof PAIRS / sizeof *PAIRS; i++)
        for (int side = 0; side < 2; side++) {
            const char *from = PAIRS[i][side], *to = PAIRS[i][!side];
            size_t n = strlen(from);
            if (len < n || strcmp(word + len - n, from) != 0 || (len > n && word[len - n - 1] == 'q')) continue;
            snprintf(out, cap, "%.*s%s", (int)(len - n), word, to);
            return true;
        }
    for (size_t i = 0; i < sizeof I_Y / sizeof *I_Y; i++)
        for (int side = 0; side < 2; side++)
            if (strcmp(word, I_Y[i][side]) == 0) {
                snprintf(out, cap, "%s", I_Y[i][!side]);
                return true;
            }
    return false;
}

static uint64_t hash_of(const char *word)
{
    size_t at = 0;
    uint64_t h = 0;
    if (!phrase_next_word(&h, str_of(word), &at)) stop("no word", word);
    return h;
}

/* Puts a row of words in the trie in all its spellings. */
static void put_entry(char **words, int count, uint64_t key, int sense, enum phrase_class class)
{
    if (count == 0) {
        struct phrase_entry *e = entry_of(key);
        if (e->class != PHRASE_PART && (e->class != class || e->sense != sense))
            stop("this entry has two meanings", "");
        e->class = (uint8_t) class;
        e->sense = (uint16_t)sense;
        return;
    }
    char other[LINE_MOST];
    for (int spelling = 0; spelling < 2; spelling++) {
        if (spelling == 1 && !other_spelling(other, sizeof other, words[0])) break;
        uint64_t next = phrase_key(key, hash_of(spelling ? other : words[0]));
        struct phrase_entry *e = entry_of(next);
        if (count > 1) e->longer = true;
        put_entry(words + 1, count - 1, next, sense, class);
    }
}

/* Words of a cell, lower case, cut at blanks. */
static int cut(char **words, char *text)
{
    int n = 0;
    for (char *p = strtok_r(text, " ", &text); p; p = strtok_r(NULL, " ", &text)) {
        if (n == PHRASE_WORDS) stop("too many words", p);
        words[n++] = p;
    }
    return n;
}

static int sense_of(char **words, int count)
{
    uint64_t key = PHRASE_KEY_EMPTY;
    for (int i = 0; i < count; i++) key = phrase_key(key, hash_of(words[i]));
    for (int i = 0; i < senses; i++)
        if (sense_keys[i] == key) return i + 1;
    if (senses == SENSES_MOST) stop("too many senses", "");
    sense_keys[senses++] = key;
    return senses;
}

static void add_word_row(char **cell)
{
    static const struct {
        const char *name;
        enum phrase_class class;
    } CLASSES[] = {{"skip", PHRASE_SKIP},   {"drop", PHRASE_DROP}, {"count", PHRASE_COUNT},
                   {"place", PHRASE_PLACE}, {"time", PHRASE_TIME}, {"same", PHRASE_SENSE}};
    char *words[PHRASE_WORDS], *canonical[PHRASE_WORDS];
    for (size_t i = 0; i < sizeof CLASSES / sizeof *CLASSES; i++) {
        if (strcmp(CLASSES[i].name, cell[0]) != 0) continue;
        int n = cut(words, cell[1]), m = cut(canonical, cell[2]);
        if (n == 0 || (m != 0) != (CLASSES[i].class == PHRASE_SENSE)) stop("wrong cells", cell[0]);
        int sense = m ? sense_of(canonical, m) : 0;
        put_entry(words, n, PHRASE_KEY_EMPTY, sense, CLASSES[i].class);
        if (m) put_entry(canonical, m, PHRASE_KEY_EMPTY, sense, PHRASE_SENSE);
        return;
    }
    stop("unknown class", cell[0]);
}

static int kinds_of(const char *cell)
{
    int kinds = 0;
    if (!*cell) return (1 << KIND_COUNT) - 1;
    for (size_t n; *cell; cell += n + (cell[n] == '|')) {
        enum figure_kind kind;
        n = strcspn(cell, "|");
        if (!kind_find(&kind, (struct str){cell, n})) stop("unknown kind", cell);
        kinds |= 1 << kind;
    }
    return kinds;
}

static void add_name(const char *text, const char *code, const char *kinds)
{
    int i = 0;
    while (i < indicators && strcmp(codes[i], code) != 0) i++;
    if (i == indicators) stop("unknown code", code);
    if (name_count == NAMES_MOST) stop("too many names", text);
    names[name_count++] = (struct name){.text = copy(text), .indicator = i, .kinds = kinds_of(kinds)};
}

/* A unit of measure that is a noun: then a bare noun is no name. */
static bool is_noun(const char *unit)
{
    static const char *const NOT[] = {"VND", "%", "‰", "USD", "ha", "km", "tấn", "điểm", "hạng", "giờ", "AQI"};
    for (size_t i = 0; i < sizeof NOT / sizeof *NOT; i++)
        if (strcmp(unit, NOT[i]) == 0) return false;
    return !strchr(unit, '/');
}

static void add_indicator(char **cell)
{
    if (indicators == INDICATORS_MOST) stop("too many indicators", cell[0]);
    nouns[indicators] = is_noun(cell[3]);
    codes[indicators++] = copy(cell[0]);
    add_name(cell[1], cell[0], "");
}

static void add_name_row(char **cell)
{
    add_name(cell[1], cell[0], cell[2]);
}

/* Calls row() with the first CELLS cells of every line; missing cells are empty. */
static void read_table(const char *path, void (*row)(char **cell))
{
    static char text[LINE_MOST];
    static char nothing[1];
    file = path;
    FILE *f = fopen(path, "r");
    if (!f) stop("cannot open", "");
    for (line = 1; fgets(text, sizeof text, f); line++) {
        char *cell[CELLS], *p = text;
        if (text[0] == '#' || text[0] == '\n') continue;
        text[strcspn(text, "\r\n")] = 0;
        for (int c = 0; c < CELLS; c++) {
            cell[c] = p ? p : nothing;
            p = p ? strchr(p, '\t') : NULL;
            if (p) *p++ = 0;
        }
        row(cell);
    }
    fclose(f);
}

/* Makes a sense of every word of a name at which no entry starts. */
static void add_words_of(const char *text)
{
    struct str s = str_of(text);
    size_t at = 0;
    uint64_t word;
    while (phrase_next_word(&word, s, &at)) {
        /* The word itself, from its end back: what phrase_next_word walked over, in lower case. */
        size_t end = at, start = end;
        while (start > 0) {
            size_t back = start - 1, len;
            while (back > 0 && ((unsigned char)s.ptr[back] & 0xC0) == 0x80) back--;
            uint32_t c = utf8_decode(s, back, &len);
            if (!utf8_is_letter(c) && !(c >= '0' && c <= '9')) break;
            start = back;
        }
        struct phrase_set set;
        const struct phrase_entry *e = phrase_find(&table, phrase_key(PHRASE_KEY_EMPTY, word));
        if (e && e->class != PHRASE_PART) continue;
        if (phrase_read(&set, &table, s)) return; /* it only ever stands inside longer entries here */
        char buffer[LINE_MOST], *words[1] = {buffer};
        size_t used = 0;
        for (size_t i = start, len; i < end; i += len) {
            uint32_t c = utf8_lower_char(utf8_decode(s, i, &len));
            size_t n = c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            if (n == 1) buffer[used] = (char)c;
            if (n == 2) buffer[used] = (char)(0xC0 | c >> 6), buffer[used + 1] = (char)(0x80 | (c & 63));
            if (n == 3) {
                buffer[used] = (char)(0xE0 | c >> 12);
                buffer[used + 1] = (char)(0x80 | (c >> 6 & 63));
                buffer[used + 2] = (char)(0x80 | (c & 63));
            }
            used += n;
        }
        buffer[used] = 0;
        put_entry(words, 1, PHRASE_KEY_EMPTY, sense_of(words, 1), PHRASE_SENSE);
    }
}

static int by_key(const void *a, const void *b)
{
    const struct name *x = a, *y = b;
    if (x->key != y->key) return x->key < y->key ? -1 : 1;
    if (x->indicator != y->indicator) return x->indicator - y->indicator;
    return x->kinds != y->kinds ? x->kinds - y->kinds : x->needs_count - y->needs_count;
}

static void reduce_names(void)
{
    file = "names";
    for (int i = 0; i < name_count; i++) add_words_of(names[i].text);
    for (int i = 0; i < name_count; i++) {
        struct phrase_set set;
        if (!phrase_read(&set, &table, str_of(names[i].text))) stop("no sense is left of this name", names[i].text);
        names[i].key = set.key;
        names[i].needs_count = set.count == 1 && set.counted && nouns[names[i].indicator];
    }
    qsort(names, (size_t)name_count, sizeof *names, by_key);
    int kept = 0;
    for (int i = 0; i < name_count; i++)
        if (kept == 0 || by_key(&names[i], &names[kept - 1]) != 0)
            names[kept++] = names[i];
        else
            free(names[i].text);
    name_count = kept;
}

static void write_words(FILE *f)
{
    size_t size = 1024;
    while (size < (size_t)entries * 2) size *= 2;
    struct phrase_entry *small = calloc(size, sizeof *small);
    if (!small) stop("no memory", "");
    for (int i = 0; i < SLOTS; i++) {
        if (!slots[i].key) continue;
        size_t k = slots[i].key & (size - 1);
        while (small[k].key) k = (k + 1) & (size - 1);
        small[k] = slots[i];
    }
    fprintf(f, "static const struct phrase_entry WORDS[%zu] = {\n", size);
    for (size_t i = 0; i < size; i++)
        if (small[i].key)
            fprintf(f, "    [%zu] = {UINT64_C(0x%016llx), %u, %u, %d},\n", i, (unsigned long long)small[i].key,
                    small[i].sense, small[i].class, small[i].longer);
    fprintf(f, "};\nconst struct phrase_table indicator_words = {WORDS, %zu};\n", size);
    free(small);
}

static void write_names(FILE *f)
{
    struct {
        uint64_t key;
        int first, count;
    } *out = NULL;
    size_t size = 256, sets = 0;
    fputs("const struct indicator_name indicator_names[] = {\n", f);
    for (int i = 0; i < name_count; i++) {
        if (i == 0 || names[i].key != names[i - 1].key) sets++;
        fprintf(f, "    {%d, 0x%x, %d}, /* %s */\n", names[i].indicator, (unsigned)names[i].kinds, names[i].needs_count,
                names[i].text);
    }
    while (size < sets * 2) size *= 2;
    out = calloc(size, sizeof *out);
    if (!out) stop("no memory", "");
    for (int i = 0, first = 0; i < name_count; i++) {
        if (i + 1 < name_count && names[i + 1].key == names[first].key) continue;
        size_t k = names[first].key & (size - 1);
        while (out[k].key) k = (k + 1) & (size - 1);
        out[k].key = names[first].key;
        out[k].first = first;
        out[k].count = i + 1 - first;
        first = i + 1;
    }
    fprintf(f, "};\nconst struct indicator_names_slot indicator_slots[%zu] = {\n", size);
    for (size_t i = 0; i < size; i++)
        if (out[i].key)
            fprintf(f, "    [%zu] = {UINT64_C(0x%016llx), %d, %d},\n", i, (unsigned long long)out[i].key, out[i].first,
                    out[i].count);
    fprintf(f, "};\nconst size_t indicator_slots_size = %zu;\n", size);
    free(out);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fputs("usage: names_compile indicators.tsv indicator_words.tsv indicator_names.tsv out.c\n", stderr);
        return 2;
    }
    read_table(argv[2], add_word_row);
    read_table(argv[1], add_indicator);
    read_table(argv[3], add_name_row);
    reduce_names();
    FILE *f = fopen(argv[4], "w");
    if (!f) stop("cannot write", argv[4]);
    fputs("/* made from data/indicator_words.tsv and data/indicator_names.tsv by tools/names_compile.c */\n", f);
    fputs("#include \"indicator_private.h\"\n", f);
    write_words(f);
    write_names(f);
    return fclose(f) ? 1 : 0;
}
