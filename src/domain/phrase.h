/* SPDX-License-Identifier: Apache-2.0
 *
 * phrase: a phrase of a report as the set of senses it is made of, so that "tổng thu NSNN trên địa bàn quận An
 * Hòa" and "thu ngân sách nhà nước" are one. Words of tables; no grammar. See phrase.c for the idea.
 */
#ifndef PHRASE_H
#define PHRASE_H
#include "str.h"

enum { PHRASE_WORDS = 48, PHRASE_SENSES = 24 };

enum phrase_class {
    PHRASE_PART,  /* stands only inside longer entries */
    PHRASE_SENSE, /* counts */
    PHRASE_SKIP,  /* removed before anything else: "và" */
    PHRASE_DROP,  /* says nothing: "trên địa bàn" */
    PHRASE_COUNT, /* the same, and says that all are counted: "tổng số" */
    PHRASE_PLACE, /* a kind of place, dropped with the name after it */
    PHRASE_TIME   /* a word of time, dropped with the number beside it */
};

/* An entry of the tables: words in a row, found by the hash of the row. */
struct phrase_entry {
    uint64_t key;   /* 0: the slot is free */
    uint16_t sense; /* of SENSE: its number from 1 */
    uint8_t class;  /* enum phrase_class */
    bool longer;    /* some entry begins with this one */
};

struct phrase_table {
    const struct phrase_entry *slots;
    size_t size; /* a power of two; at least one slot is free */
};

struct phrase_set {
    uint64_t key; /* hash of the set of senses, whatever their order; 0 when there is none */
    uint16_t count;
    bool counted; /* a word of PHRASE_COUNT was there */
};

/* The senses of a phrase. False when a word is not in the table and is no part of a place or a time: then the phrase
 * is about something that the tables do not know. Linear in the phrase; allocates nothing. */
[[nodiscard]] bool phrase_read(struct phrase_set *out, const struct phrase_table *table, struct str phrase);

/* For the tool that makes the tables. A row of words is hashed one by one from PHRASE_KEY_EMPTY; the place of a key
 * in the slots is its low bits, then the next slot that is free. */
#define PHRASE_KEY_EMPTY UINT64_C(0xcbf29ce484222325)
/* The next word of a phrase from *at on, in lower case, as a hash; false at the end. */
bool phrase_next_word(uint64_t *word, struct str phrase, size_t *at);
uint64_t phrase_key(uint64_t key, uint64_t word);
const struct phrase_entry *phrase_find(const struct phrase_table *table, uint64_t key); /* NULL: not there */
#endif
