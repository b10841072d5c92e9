/* SPDX-License-Identifier: Apache-2.0
 *
 * lexicon: the words that the grammars know, as data. data/lexicon/ has one TSV a theme; tools/lexicon_compile.c makes
 * of them, at build time, a table of syllables and a trie of phrases.
 *
 *     # phrase <TAB> class <TAB> value <TAB> text
 *     tỷ        magnitude   9
 *     so với    versus
 *     héc ta    measure     0   ha
 *
 * A class becomes LEX_<CLASS> of enum lex_class (generated: lexicon_classes.h), so a grammar that asks for a class that
 * no word has does not compile. A phrase may have several rows: several senses. A phrase is words only (letters), lower
 * case, either tone place; capitals, ALL CAPS and the other tone place (hoà, hòa) are made by the tool.
 */
#ifndef LEXICON_H
#define LEXICON_H
#include "lexicon_classes.h"
#include "token.h"
#include "word_key.h"

struct lex_sense {
    uint8_t class_; /* enum lex_class */
    int32_t value;
    struct str text;
};

/* A word by its bytes as they stand: its syllable, 0 when it is not in the lexicon, and the node of the phrases that
 * begin with it, 0: none. */
struct lexicon_word {
    uint16_t syllable, first;
};
struct lexicon_word lexicon_word_find(struct word_key word);
/* Set phrase, phrase_len and any of every token, whose phrase is the node `first` of its word: longest match. Called by
 * tokens_scan. */
void lexicon_mark(struct tokens *ts);

/* The classes of the senses of a phrase and of the shorter ones in it; the row of phrase 0 is empty. */
struct lexicon_node {
    struct lex_classes any;
    uint32_t classes; /* of its first four senses, a byte each; 0xFF: none */
    uint16_t sense;   /* the first in the table of senses */
    uint8_t sense_count;
};
extern const struct lexicon_node lexicon_nodes[];
/* For each syllable the classes of the phrases of which it is the last word. */
extern const struct lex_classes lexicon_ends[];

[[gnu::always_inline]] static inline bool lex_classes_have(struct lex_classes set, enum lex_class c)
{
    return set.bits[c / 64] >> (c % 64) & 1;
}

[[gnu::always_inline]] static inline struct lex_classes lex_classes_with(struct lex_classes set, enum lex_class c)
{
    set.bits[c / 64] |= (uint64_t)1 << (c % 64);
    return set;
}

[[gnu::always_inline]] static inline bool lex_classes_meet(struct lex_classes a, struct lex_classes b)
{
    return ((a.bits[0] & b.bits[0]) | (a.bits[1] & b.bits[1])) != 0;
}

/* The classes that lexicon_at could find at token i. */
[[gnu::always_inline]] static inline struct lex_classes lexicon_classes(const struct tokens *ts, size_t i)
{
    return i < ts->len ? ts->at[i].any : (struct lex_classes){{0, 0}};
}

/* Whether lexicon_at could find the class: most questions end here. */
[[gnu::always_inline]] static inline bool lexicon_may(const struct tokens *ts, size_t i, enum lex_class c)
{
    return i < ts->len && lex_classes_have(ts->at[i].any, c);
}

/* lexicon_at after lexicon_may has said yes. */
const struct lex_sense *lexicon_find(const struct tokens *ts, size_t i, enum lex_class c, size_t *len);

/* The sense of the longest phrase at token i that has the class (looking also at shorter phrases
 * than the longest, unless that is of class `fixed`), or NULL;
 * *len is its length in tokens. i may be at or beyond the end. */
[[gnu::always_inline]] static inline const struct lex_sense *lexicon_at(const struct tokens *ts, size_t i,
                                                                        enum lex_class c, size_t *len)
{
    return lexicon_may(ts, i, c) ? lexicon_find(ts, i, c, len) : NULL;
}
/* The sense of the one word at token i, whatever longer phrase stands there. */
const struct lex_sense *lexicon_word(const struct tokens *ts, size_t i, enum lex_class c);
/* lexicon_at without the length. One word has no shorter phrase in it. */
[[gnu::always_inline]] static inline bool lexicon_is(const struct tokens *ts, size_t i, enum lex_class c)
{
    size_t len;
    return lexicon_may(ts, i, c) && (ts->at[i].phrase_len == 1 || lexicon_find(ts, i, c, &len));
}
const struct lex_sense *lexicon_ending(const struct tokens *ts, size_t i, enum lex_class c, size_t *len);
/* The longest phrase that ENDS just before token i and has the class, looking back at most 6 tokens. */
[[gnu::always_inline]] static inline const struct lex_sense *lexicon_before(const struct tokens *ts, size_t i,
                                                                            enum lex_class c, size_t *len)
{
    bool may = i > 0 && lex_classes_have(lexicon_ends[ts->at[i - 1].syllable], c);
    return may ? lexicon_ending(ts, i, c, len) : NULL;
}
#endif
