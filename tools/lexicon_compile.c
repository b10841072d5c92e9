/* SPDX-License-Identifier: Apache-2.0
 *
 * lexicon_compile: the TSV files of data/lexicon -> lexicon_classes.h, lexicon_table.h, lexicon_table.c (see
 * src/reader/lexicon.h for the rows and lexicon.c for the tables).
 *
 *     lexicon_compile lexicon_classes.h lexicon_table.h lexicon_table.c FILE.tsv...
 *
 * Stops the build on: a row without class, a phrase with anything but letters and single spaces, a capital, the same
 * phrase and class twice, more than 128 classes, more than 12 words.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "utf8.h"
#include "word_key.h"

enum { MOST_SYLLABLES = 12000, MOST_NODES = 60000, MOST_SENSES = 60000, MOST_CLASSES = 128, MOST_WORDS = 12 };

struct sense {
    int node, class_, next;
    long value;
    char *text;
};

static char *syllables[MOST_SYLLABLES];
static int syllable_count = 1; /* 0: none */
static char *classes[MOST_CLASSES];
static int class_count;
static struct {
    int parent, syllable, first_sense, sense_count;
    uint32_t ways; /* lexicon_way of each syllable that a longer phrase goes on with */
} nodes[MOST_NODES];
static int node_count = 1; /* 0: root */
static struct sense senses[MOST_SENSES];
static int sense_count = 1;
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
    if (!p) abort();
    return p;
}

static int syllable_id(const char *word)
{
    char key[64];
    size_t n = utf8_syllable_key(key, sizeof key - 1, str_of(word));
    if (n == 0) stop("word too long", word);
    key[n] = 0;
    struct str s = str_of(word), k = str_of(key);
    for (size_t i = 0, len; i < s.len; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (!utf8_is_letter(c)) stop("only letters and single spaces in a phrase", word);
        if (utf8_is_upper(c)) stop("a phrase is lower case", word);
    }
    for (int i = 1; i < syllable_count; i++)
        if (str_eq(str_of(syllables[i]), k)) return i;
    if (syllable_count == MOST_SYLLABLES) stop("too many words", word);
    syllables[syllable_count] = copy(key);
    return syllable_count++;
}

static int child(int parent, int syllable)
{
    for (int i = 1; i < node_count; i++)
        if (nodes[i].parent == parent && nodes[i].syllable == syllable) return i;
    if (node_count == MOST_NODES) stop("too many phrases", "");
    nodes[node_count].parent = parent;
    nodes[node_count].syllable = syllable;
    nodes[parent].ways |= lexicon_way((uint16_t)syllable);
    return node_count++;
}

static int class_id(const char *name)
{
    for (int i = 0; i < class_count; i++)
        if (strcmp(classes[i], name) == 0) return i;
    if (class_count == MOST_CLASSES) stop("too many classes", name);
    classes[class_count] = copy(name);
    return class_count++;
}

static void add_row(char *phrase, const char *class_name, const char *value, const char *text)
{
    int node = 0, words = 0, c = class_id(class_name);
    for (char *p = phrase; p;) {
        char *space = strchr(p, ' ');
        if (space) *space++ = 0;
        if (!*p) stop("two spaces, or an empty phrase", class_name);
        if (++words > MOST_WORDS) stop("phrase too long", p);
        node = child(node, syllable_id(p));
        p = space;
    }
    for (int s = nodes[node].first_sense; s; s = senses[s].next)
        if (senses[s].class_ == c) stop("the phrase stands twice in class", class_name);
    if (sense_count == MOST_SENSES) stop("too many senses", class_name);
    senses[sense_count] = (struct sense){node, c, nodes[node].first_sense, strtol(value, NULL, 10), copy(text)};
    nodes[node].first_sense = sense_count++;
    nodes[node].sense_count++;
}

static void read_file(const char *path)
{
    static char row[4096];
    FILE *f = fopen(path, "r");
    file = path;
    if (!f) stop("cannot open", path);
    for (line = 1; fgets(row, sizeof row, f); line++) {
        char *cell[4], *p = row, empty[1] = "";
        row[strcspn(row, "\r\n")] = 0;
        if (row[0] == '#' || row[0] == 0) continue;
        for (int i = 0; i < 4; i++) {
            cell[i] = p ? p : empty;
            char *tab = p ? strchr(p, '\t') : NULL;
            if (tab) *tab++ = 0;
            p = tab;
        }
        if (!*cell[1]) stop("no class", cell[0]);
        add_row(cell[0], cell[1], cell[2], cell[3]);
    }
    fclose(f);
}

/* Nodes of one word first, then the longer phrases: most tokens of a text have a phrase of one word or none. */
static void roots_first(void)
{
    static __typeof__(nodes[0]) old[MOST_NODES];
    static int place[MOST_NODES];
    int n = 1;
    memcpy(old, nodes, sizeof old);
    for (int longer = 0; longer < 2; longer++)
        for (int i = 1; i < node_count; i++)
            if ((old[i].parent != 0) == longer) place[i] = n++;
    for (int i = 1; i < node_count; i++) {
        nodes[place[i]] = old[i];
        nodes[place[i]].parent = place[old[i].parent];
    }
}

static FILE *create(const char *path)
{
    FILE *f = fopen(path, "w");
    if (!f) {
        perror(path);
        exit(1);
    }
    fputs("/* made from data/lexicon by tools/lexicon_compile.c: change the words there, not this file */\n", f);
    return f;
}

/* The written forms of a syllable: lower, Capital, CAPITALS, each in both tone places. */
static int forms(char out[8][64], const char *key) /* key is shorter than 60 bytes: syllable_id saw to it */
{
    int n = 0;
    char base[2][64];
    int bases = 1;
    memset(base, 0, sizeof base);
    memcpy(base[0], key, strnlen(key, 63));
    static const char *const pairs[][2] = {{"òa", "oà"}, {"óa", "oá"}, {"ỏa", "oả"}, {"õa", "oã"}, {"ọa", "oạ"},
                                           {"òe", "oè"}, {"óe", "oé"}, {"ỏe", "oẻ"}, {"õe", "oẽ"}, {"ọe", "oẹ"},
                                           {"ùy", "uỳ"}, {"úy", "uý"}, {"ủy", "uỷ"}, {"ũy", "uỹ"}, {"ụy", "uỵ"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t k = strlen(key), m = strlen(pairs[i][0]);
        if (k >= m && strcmp(key + k - m, pairs[i][0]) == 0) {
            memcpy(base[1], key, k - m);
            memcpy(base[1] + k - m, pairs[i][1], strlen(pairs[i][1]) + 1);
            bases = 2;
        }
    }
    for (int b = 0; b < bases; b++) {
        struct str s = str_of(base[b]);
        for (int mode = 0; mode < 3; mode++) {
            size_t at = 0, used = 0;
            for (size_t len; at < s.len; at += len) {
                uint32_t c = utf8_decode(s, at, &len);
                bool up = mode == 2 || (mode == 1 && at == 0);
                if (up)
                    for (uint32_t u = 'A'; u < 0x1F00; u++)
                        if (u != c && utf8_lower_char(u) == c) {
                            c = u;
                            break;
                        }
                if (c < 0x80) {
                    out[n][used++] = (char)c;
                } else if (c < 0x800) {
                    out[n][used++] = (char)(0xC0 | (c >> 6));
                    out[n][used++] = (char)(0x80 | (c & 63));
                } else {
                    out[n][used++] = (char)(0xE0 | (c >> 12));
                    out[n][used++] = (char)(0x80 | ((c >> 6) & 63));
                    out[n][used++] = (char)(0x80 | (c & 63));
                }
            }
            out[n][used] = 0;
            bool twice = false;
            for (int i = 0; i < n; i++) twice = twice || strcmp(out[i], out[n]) == 0;
            if (!twice) n++;
        }
    }
    return n;
}

static uint32_t power_over(uint32_t n)
{
    uint32_t p = 64;
    while (p < n) p *= 2;
    return p;
}

/* The node of the phrase that is this syllable alone, or begins with it; 0: no phrase does. The roots stand first. */
static int first_node(int syllable)
{
    for (int i = 1; i < node_count && nodes[i].parent == 0; i++)
        if (nodes[i].syllable == syllable) return i;
    return 0;
}

struct word {
    struct word_key key;
    int syllable;
    char text[64];
};

/* Each written form of each syllable, once: of two syllables with one form, the one that has it as an earlier form. */
static size_t collect_words(struct word *words)
{
    size_t count = 0;
    for (int form = 0, most = 1; form < most; form++)
        for (int s = 1; s < syllable_count; s++) {
            char out[8][64];
            int n = forms(out, syllables[s]);
            if (n > most) most = n;
            if (form >= n) continue;
            size_t len = strlen(out[form]), k = 0;
            if (len > WORD_KEY_MOST) stop("word too long", out[form]);
            struct word_key key = word_key_of(out[form], len);
            while (k < count && memcmp(&words[k].key, &key, sizeof key) != 0) k++;
            if (k < count) continue;
            words[count].key = key;
            words[count].syllable = s;
            memcpy(words[count++].text, out[form], len + 1);
        }
    return count;
}

/* Finds the step of the group (word_place) by which all its words get free places, and takes them. */
static bool place_group(uint16_t *step, int *slot, uint32_t slots, const struct word *words, size_t count, size_t group)
{
    for (uint32_t d = 0; d <= UINT16_MAX; d++) {
        size_t taken[64], n = 0, k = 0;
        for (; k < count; k++) {
            uint64_t hash = word_key_hash(words[k].key);
            if (word_group(hash) != group) continue;
            size_t at = word_place(hash, (uint16_t)d, slots);
            if (slot[at] >= 0 || n == sizeof taken / sizeof *taken) break;
            slot[at] = (int)k;
            taken[n++] = at;
        }
        *step = (uint16_t)d;
        if (k == count) return true;
        while (n) slot[taken[--n]] = -1;
    }
    return false;
}

/* Groups of many words take their places first, while there is room. */
static bool place_words(uint16_t *steps, int *slot, uint32_t slots, const struct word *words, size_t count)
{
    size_t size[WORD_GROUPS] = {0}, most = 0;
    for (size_t k = 0; k < count; k++) {
        size_t n = ++size[word_group(word_key_hash(words[k].key))];
        if (n > most) most = n;
    }
    for (uint32_t k = 0; k < slots; k++) slot[k] = -1;
    for (size_t n = most; n > 0; n--)
        for (size_t g = 0; g < WORD_GROUPS; g++)
            if (size[g] == n && !place_group(&steps[g], slot, slots, words, count, g)) return false;
    return true;
}

/* The table of words, with the steps of its groups: perfect hashing (word_key.h). */
static void write_syllables(FILE *h, FILE *c)
{
    struct word *words = calloc((size_t)syllable_count * 8, sizeof *words);
    if (!words) abort();
    size_t count = collect_words(words);
    uint32_t slots = power_over((uint32_t)count);
    uint16_t steps[WORD_GROUPS] = {0};
    int *slot = NULL;
    do {
        free(slot);
        slot = calloc(slots * 2, sizeof *slot);
        if (!slot) abort();
    } while (!place_words(steps, slot, slots, words, count) && (slots *= 2));
    fprintf(h, "enum { LEXICON_WORD_SLOTS = %u };\n", slots);
    fputs("const uint16_t lexicon_steps[WORD_GROUPS] = {\n", c);
    for (size_t g = 0; g < WORD_GROUPS; g++) fprintf(c, "    %u,\n", steps[g]);
    fputs("};\nconst struct lexicon_entry lexicon_words[LEXICON_WORD_SLOTS] = {\n", c);
    for (uint32_t k = 0; k < slots; k++) {
        if (slot[k] < 0) continue;
        const struct word *w = &words[slot[k]];
        fprintf(c, "    [%u] = {{{0x%llx, 0x%llx}}, %d, %d}, /* %s */\n", k, (unsigned long long)w->key.at[0],
                (unsigned long long)w->key.at[1], w->syllable, first_node(w->syllable), w->text);
    }
    fputs("};\n", c);
    free(slot);
    free(words);
}

static void add_classes(uint64_t any[2], int node)
{
    for (int s = nodes[node].first_sense; s; s = senses[s].next)
        any[senses[s].class_ / 64] |= (uint64_t)1 << senses[s].class_ % 64;
}

/* A node with the classes that it or a shorter phrase on its way has, so that a look-up can be refused at once. */
static void write_node(FILE *c, int i, int first)
{
    uint64_t any[2] = {0, 0};
    for (int k = i; k; k = nodes[k].parent) add_classes(any, k);
    uint32_t classes = UINT32_MAX;
    int shift = 0;
    for (int s = nodes[i].first_sense; s && shift < 32; s = senses[s].next, shift += 8)
        classes ^= (uint32_t)(0xFF ^ senses[s].class_) << shift;
    fprintf(c, "    [%d] = {{{0x%llxu, 0x%llxu}}, 0x%xu, %d, %d},\n", i, (unsigned long long)any[0],
            (unsigned long long)any[1], classes, nodes[i].sense_count ? first : 0, nodes[i].sense_count);
}

/* What marking asks of a node, apart from the rest so that it stays near the processor. */
static void write_ways(FILE *c)
{
    fprintf(c, "const uint32_t lexicon_ways[%d] = {\n", node_count);
    for (int i = 1; i < node_count; i++)
        fprintf(c, "    [%d] = 0x%xu,\n", i, nodes[i].ways | (nodes[i].sense_count ? LEXICON_WAY_ENDS : 0));
    fputs("};\n", c);
}

/* For each syllable the classes of the phrases of which it is the last word. */
static void write_ends(FILE *c)
{
    uint64_t(*ends)[2] = calloc((size_t)syllable_count, sizeof *ends);
    if (!ends) abort();
    for (int i = 1; i < node_count; i++) add_classes(ends[nodes[i].syllable], i);
    fprintf(c, "const struct lex_classes lexicon_ends[%d] = {\n", syllable_count);
    for (int i = 1; i < syllable_count; i++)
        if (ends[i][0] | ends[i][1])
            fprintf(c, "    [%d] = {{0x%llxu, 0x%llxu}},\n", i, (unsigned long long)ends[i][0],
                    (unsigned long long)ends[i][1]);
    fputs("};\n", c);
    free(ends);
}

static void write_trie(FILE *h, FILE *c)
{
    uint32_t slots = power_over((uint32_t)node_count * 2);
    uint32_t *key = calloc(slots, sizeof *key);
    int *to = calloc(slots, sizeof *to);
    if (!key || !to) abort();
    fprintf(h, "enum { LEXICON_EDGE_SLOTS = %u };\n", slots);
    fprintf(c, "const uint16_t lexicon_first[%d] = {\n", syllable_count);
    for (int i = 1; i < node_count; i++)
        if (nodes[i].parent == 0) fprintf(c, "    [%d] = %d,\n", nodes[i].syllable, i);
    fputs("};\n", c);
    for (int i = 1; i < node_count; i++) {
        if (nodes[i].parent == 0) continue;
        uint32_t k = (uint32_t)nodes[i].parent << 16 | (uint32_t)nodes[i].syllable;
        uint32_t at = (k * 2654435761u >> 8) & (slots - 1);
        while (to[at]) at = (at + 1) & (slots - 1);
        key[at] = k;
        to[at] = i;
    }
    fputs("const struct lexicon_edge lexicon_edges[LEXICON_EDGE_SLOTS] = {\n", c);
    for (uint32_t k = 0; k < slots; k++)
        if (to[k]) fprintf(c, "    [%u] = {%uu, %d},\n", k, key[k], to[k]);
    fputs("};\nconst struct lex_sense lexicon_senses[] = {\n    {0, 0, {\"\", 0}},\n", c);
    int sense = 1;
    int *first = calloc((size_t)node_count, sizeof *first);
    if (!first) abort();
    for (int i = 1; i < node_count; i++) {
        first[i] = sense;
        for (int s = nodes[i].first_sense; s; s = senses[s].next, sense++)
            fprintf(c, "    {%d, %ld, STR_INIT(\"%s\")},\n", senses[s].class_, senses[s].value, senses[s].text);
    }
    fprintf(c, "};\nconst struct lexicon_node lexicon_nodes[%d] = {\n", node_count);
    for (int i = 1; i < node_count; i++) write_node(c, i, first[i]);
    fputs("};\n", c);
    free(key);
    free(to);
    free(first);
}

int main(int argc, char **argv)
{
    if (argc < 5) {
        fputs("usage: lexicon_compile lexicon_classes.h lexicon_table.h lexicon_table.c FILE.tsv...\n", stderr);
        return 2;
    }
    for (int i = 4; i < argc; i++) read_file(argv[i]);
    roots_first();
    FILE *f = create(argv[1]);
    fputs("#ifndef LEXICON_CLASSES_H\n#define LEXICON_CLASSES_H\nenum lex_class {\n", f);
    for (int i = 0; i < class_count; i++) {
        fputs("    LEX_", f);
        for (char *p = classes[i]; *p; p++) fputc(*p >= 'a' && *p <= 'z' ? *p - 32 : *p, f);
        fputs(",\n", f);
    }
    fputs("    LEX_COUNT\n};\n#endif\n", f);
    fclose(f);
    FILE *h = create(argv[2]), *c = create(argv[3]);
    fputs(
        "#ifndef LEXICON_TABLE_H\n#define LEXICON_TABLE_H\n#include \"lexicon.h\"\n"
        "#include \"word_key.h\"\nstruct lexicon_entry {\n    struct word_key key;\n    uint16_t syllable, first;\n};\n"
        "struct lexicon_edge {\n    uint32_t key;\n    uint16_t node;\n};\n"
        "extern const uint16_t lexicon_first[];\n"
        "extern const struct lex_sense lexicon_senses[];\nextern const uint32_t lexicon_ways[];\n",
        h);
    fputs("#include \"lexicon_table.h\"\n", c);
    write_syllables(h, c);
    write_trie(h, c);
    write_ways(c);
    write_ends(c);
    fputs("extern const struct lexicon_entry lexicon_words[LEXICON_WORD_SLOTS];\n"
          "extern const uint16_t lexicon_steps[WORD_GROUPS];\n"
          "extern const struct lexicon_edge lexicon_edges[LEXICON_EDGE_SLOTS];\n#endif\n",
          h);
    fclose(h);
    fclose(c);
    return 0;
}
