/* SPDX-License-Identifier: Apache-2.0
 *
 * lexicon: lookup in the tables made by tools/lexicon_compile.c (lexicon_table.c). Two tables do the work:
 *
 *   words       bytes of a word, any case, -> syllable     perfect hashing on word_key_hash (word_key.h)
 *   edges       (node of the trie, id of the next word) -> node   open addressing on node * 65536 + id
 *
 * A node that ends a phrase has an entry: its senses, and a mask of their classes. Phrases have at most 12 words, so
 * the walk from each token is bounded and marking a block is linear.
 */
#include "lexicon.h"

#include "lexicon_table.h"

struct lexicon_word lexicon_word_find(struct word_key word)
{
    uint64_t hash = word_key_hash(word);
    const struct lexicon_entry
        *e = &lexicon_words[word_place(hash, lexicon_steps[word_group(hash)], LEXICON_WORD_SLOTS)];
    uint16_t same = (uint16_t) - (((e->key.at[0] ^ word.at[0]) | (e->key.at[1] ^ word.at[1])) == 0);
    return (struct lexicon_word){e->syllable & same, e->first & same};
}

/* The node after `node` on a syllable; 0: none (0 is the root, which nothing leads to). */
static uint16_t step(uint16_t node, uint16_t syllable)
{
    uint32_t key = (uint32_t)node << 16 | syllable;
    uint32_t h = key * 2654435761u;
    for (uint32_t i = (h >> 8) & (LEXICON_EDGE_SLOTS - 1);; i = (i + 1) & (LEXICON_EDGE_SLOTS - 1)) {
        if (lexicon_edges[i].node == 0) return 0;
        if (lexicon_edges[i].key == key) return lexicon_edges[i].node;
    }
}

static const struct lex_sense *sense_of(uint16_t node, enum lex_class c)
{
    const struct lexicon_node *n = &lexicon_nodes[node];
    const uint32_t ones = 0x01010101;
    uint32_t other = n->classes ^ (uint32_t)c * ones, same = (other - ones) & ~other & ones << 7;
    if (same) return &lexicon_senses[n->sense + (size_t)__builtin_ctz(same) / 8];
    for (size_t i = sizeof n->classes; i < n->sense_count; i++)
        if (lexicon_senses[n->sense + i].class_ == c) return &lexicon_senses[n->sense + i];
    return NULL;
}

static bool is_fixed(const struct token *t)
{
    return lex_classes_have(t->any, LEX_FIXED) && sense_of(t->phrase, LEX_FIXED);
}

/* The longest phrase that begins at token i, whose `phrase` is the node of its first word. */
static void mark_phrase(const struct tokens *ts, size_t i)
{
    struct token *t = &ts->at[i];
    uint16_t node = t->phrase;
    t->phrase = 0;
    for (size_t n = 1; node; n++) {
        uint32_t ways = lexicon_ways[node];
        if (ways & LEXICON_WAY_ENDS) {
            t->phrase = node;
            t->phrase_len = (uint8_t)n;
        }
        uint16_t next = ts->at[i + n].syllable;
        node = next && ways & lexicon_way(next) ? step(node, next) : 0;
    }
    t->any = lexicon_nodes[t->phrase].any;
}

/* Which of the tokens [from, from + 64) begin a phrase, as bits. */
static uint64_t phrase_starts(const struct tokens *ts, size_t from)
{
    uint64_t starts = 0;
    size_t count = ts->len - from < 64 ? ts->len - from : 64;
    for (size_t k = 0; k < count; k++) starts |= (uint64_t)(ts->at[from + k].phrase != 0) << k;
    return starts;
}

void lexicon_mark(struct tokens *ts)
{
    size_t covered = 0, hidden = 0;
    for (size_t from = 0; from < ts->len; from += 64)
        for (uint64_t starts = phrase_starts(ts, from); starts; starts &= starts - 1) {
            size_t i = from + (size_t)__builtin_ctzll(starts);
            struct token *t = &ts->at[i];
            mark_phrase(ts, i);
            if (i >= covered) {
                covered = i + t->phrase_len;
                for (size_t k = i + 1; k < covered; k++) ts->at[k].flags |= TOKEN_INSIDE;
                /* No "hiện" in "phát hiện"; but "một phần" may be of "một phần hai". */
                bool fixed = t->phrase_len > 1 && is_fixed(t);
                if (fixed && !sense_of(lexicon_first[t->syllable], LEX_DIGIT)) hidden = covered;
            } else if (i < hidden && i + t->phrase_len <= hidden) {
                t->phrase = t->phrase_len = 0;
                t->any = (struct lex_classes){{0, 0}};
            }
        }
}

const struct lex_sense *lexicon_find(const struct tokens *ts, size_t i, enum lex_class c, size_t *len)
{
    const struct lex_sense *found = sense_of(ts->at[i].phrase, c);
    *len = ts->at[i].phrase_len;
    if (found || ts->at[i].phrase_len == 1) return found;
    if (is_fixed(&ts->at[i])) return NULL; /* the "thu" of "thu hút" is no revenue */
    uint16_t node = lexicon_first[ts->at[i].syllable];
    for (size_t n = 1; node && n < ts->at[i].phrase_len; n++) {
        const struct lex_sense *s = lexicon_nodes[node].sense_count ? sense_of(node, c) : NULL;
        if (s) {
            found = s;
            *len = n;
        }
        node = step(node, ts->at[i + n].syllable);
    }
    return found;
}

const struct lex_sense *lexicon_word(const struct tokens *ts, size_t i, enum lex_class c)
{
    uint16_t node = i < ts->len ? lexicon_first[ts->at[i].syllable] : 0;
    return lex_classes_have(lexicon_nodes[node].any, c) ? sense_of(node, c) : NULL;
}

/* The sense of the phrase of exactly `len` words at token i. */
static const struct lex_sense *exactly(const struct tokens *ts, size_t i, enum lex_class c, size_t len)
{
    if (ts->at[i].phrase_len < len) return NULL;
    if (ts->at[i].phrase_len == len) return sense_of(ts->at[i].phrase, c);
    if (is_fixed(&ts->at[i])) return NULL;
    uint16_t node = lexicon_first[ts->at[i].syllable];
    for (size_t n = 1; node && n < len; n++) node = step(node, ts->at[i + n].syllable);
    return node ? sense_of(node, c) : NULL;
}

const struct lex_sense *lexicon_ending(const struct tokens *ts, size_t i, enum lex_class c, size_t *len)
{
    const struct lex_sense *best = NULL;
    for (size_t back = 1; back <= 6 && back <= i; back++) {
        const struct lex_sense *s = lexicon_may(ts, i - back, c) ? exactly(ts, i - back, c, back) : NULL;
        if (s) {
            best = s;
            *len = back;
        }
    }
    return best;
}
