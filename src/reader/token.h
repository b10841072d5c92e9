/* SPDX-License-Identifier: Apache-2.0
 *
 * token: what the scanner (scan.re) cuts a block into, with the word of the lexicon that stands there. Everything after
 * the scanner works on tokens; spans are taken from them. See lexicon.h for classes and senses.
 *
 *   "thu ngân sách 8.343 tỷ đồng, đạt 111,24%"
 *    WORD WORD WORD NUMBER WORD WORD PUNCT WORD NUMBER PUNCT(%)
 */
#ifndef TOKEN_H
#define TOKEN_H
#include "arena.h"
#include "str.h"

enum token_kind {
    TOKEN_END,    /* one stands after the last token of a block, start = end of the block, len 0 */
    TOKEN_WORD,   /* letters only */
    TOKEN_NUMBER, /* digits with single '.' or ',' between digits: 8.343,5 */
    TOKEN_PUNCT,  /* anything else that is seen; `punct` says which */
    TOKEN_SYMBOL, /* a document symbol: 232/KH-UBND, 05-CT/TW, 98/2023/QH15 */
    TOKEN_NET     /* an address of the net or of mail: never read */
};

enum token_flag {
    TOKEN_GLUED = 1,     /* no space before it: "m2", "1tr5", "8A" */
    TOKEN_LINE = 2,      /* a line end stands before it (inside a block: a hard wrap) */
    TOKEN_CAPITAL = 4,   /* a word that begins with a capital */
    TOKEN_ALL_CAPS = 8,  /* a word of two or more letters, all capitals */
    TOKEN_TONELESS = 16, /* an ASCII-only word */
    TOKEN_SPACE2 = 32,   /* two or more spaces or a tab stand before it */
    TOKEN_INSIDE = 64,   /* a phrase of several words that begins before it covers it: the "cấp" of "cung cấp" */
    TOKEN_TIMED = 128    /* part of an expression of time (set by mention.c) */
};

/* A set of classes of the lexicon (lexicon.h). */
struct lex_classes {
    uint64_t bits[2];
};

/* `punct` of a PUNCT: the ASCII character, and for others the nearest: '-' for – and —, '"' for “ ” « », '\'' for ‘ ’,
 * 'E' for …, '*' for bullets, 'P' for ‰, '2' for ², '3' for ³, '<' for ≤, '>' for ≥, '?' for unknown. */
struct token {
    uint32_t start;
    uint16_t len; /* a longer run is cut into several tokens */
    uint8_t kind;
    uint8_t flags;
    uint16_t syllable;  /* id of the word in the lexicon's list of syllables; 0: not in it */
    uint16_t phrase;    /* longest phrase of the lexicon that starts here; 0: none */
    uint8_t phrase_len; /* in tokens */
    uint8_t punct;      /* 0 of what is no PUNCT */
    /* The classes that lexicon_at could find here: those of the phrase and of shorter ones in it. They stand here since
     * nearly every question of a grammar is refused by them, and tokens are read in order. */
    struct lex_classes any;
};

struct tokens {
    struct str text;          /* spans are offsets into this */
    VEC_FIELDS(struct token); /* at[len - 1] is TOKEN_END */
};

/* Scan text[start, end) into `out` (which is emptied first, its memory kept). Linear; never fails. */
void tokens_scan(struct tokens *out, struct arena *a, struct str text, uint32_t start, uint32_t end);

[[gnu::always_inline]] static inline uint32_t token_end(const struct token *t)
{
    return t->start + t->len;
}

struct str token_text(const struct tokens *ts, size_t i);
/* The text from the start of token i to the end of token j - 1. */
struct str tokens_text(const struct tokens *ts, size_t i, size_t j);
[[gnu::always_inline]] static inline bool token_is_punct(const struct tokens *ts, size_t i, char c)
{
    return i < ts->len && ts->at[i].punct == (uint8_t)c;
}
#endif
