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

struct lex_sense {
    uint8_t class_; /* enum lex_class */
    int32_t value;
    struct str text;
};

/* Id of a syllable by its bytes as they stand; 0: not in the lexicon. */
uint16_t lexicon_syllable(struct str word);
/* Set phrase and phrase_len of every token: longest match. Called by tokens_scan. */
void lexicon_mark(struct tokens *ts);

/* The classes of the senses of a phrase and of the shorter ones in it; the row of phrase 0 is empty. */
struct lexicon_node {
    uint64_t any[2];
    uint16_t sense; /* the first in the table of senses */
    uint8_t sense_count;
    bool inner; /* longer phrases go on from here */
};
extern const struct lexicon_node lexicon_nodes[];

/* Whether lexicon_at could find the class: most questions end here. */
static inline bool lexicon_may(const struct tokens *ts, size_t i, enum lex_class c)
{
    return i < ts->len && lexicon_nodes[ts->at[i].phrase].any[c / 64] >> (c % 64) & 1;
}

/* lexicon_at after lexicon_may has said yes. */
const struct lex_sense *lexicon_find(const struct tokens *ts, size_t i, enum lex_class c, size_t *len);

/* The sense of the longest phrase at token i that has the class (looking also at shorter phrases
 * than the longest, unless that is of class `fixed`), or NULL;
 * *len is its length in tokens. i may be at or beyond the end. */
static inline const struct lex_sense *lexicon_at(const struct tokens *ts, size_t i, enum lex_class c, size_t *len)
{
    return lexicon_may(ts, i, c) ? lexicon_find(ts, i, c, len) : NULL;
}
/* The sense of the one word at token i, whatever longer phrase stands there. */
const struct lex_sense *lexicon_word(const struct tokens *ts, size_t i, enum lex_class c);
/* lexicon_at without the length. */
static inline bool lexicon_is(const struct tokens *ts, size_t i, enum lex_class c)
{
    size_t len;
    return lexicon_may(ts, i, c) && lexicon_find(ts, i, c, &len);
}
/* The longest phrase that ENDS just before token i and has the class, looking back at most 6 tokens. */
const struct lex_sense *lexicon_before(const struct tokens *ts, size_t i, enum lex_class c, size_t *len);
#endif
