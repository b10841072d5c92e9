/* SPDX-License-Identifier: Apache-2.0
 *
 * phrase: phrases are reduced to their sets of senses, by a small table of words made here (the real one is tried in
 * test_indicator.c).
 */
#include "unit_test.h"

#include "phrase.h"

enum { SLOTS = 128 };

static struct phrase_entry slots[SLOTS];
static const struct phrase_table table = {slots, SLOTS};

static struct phrase_entry *slot_of(uint64_t key)
{
    size_t i = (size_t)key & (SLOTS - 1);
    while (slots[i].key && slots[i].key != key) i = (i + 1) & (SLOTS - 1);
    slots[i].key = key;
    return &slots[i];
}

/* Put a row of words into the table, as tools/names_compile.c does. */
static void add(const char *words, enum phrase_class class, uint16_t sense)
{
    uint64_t key = PHRASE_KEY_EMPTY, word;
    size_t at = 0;
    struct phrase_entry *e = NULL;
    while (phrase_next_word(&word, str_of(words), &at)) {
        if (e) e->longer = true;
        key = phrase_key(key, word);
        e = slot_of(key);
    }
    assert_non_null(e);
    e->class = (uint8_t) class;
    e->sense = sense;
}

static int make_table(void **state)
{
    (void)state;
    add("và", PHRASE_SKIP, 0);
    add("số", PHRASE_COUNT, 0);
    add("tổng", PHRASE_COUNT, 0);
    add("trên địa bàn", PHRASE_DROP, 0);
    add("quận", PHRASE_PLACE, 0);
    add("phường", PHRASE_PLACE, 0);
    add("năm", PHRASE_TIME, 0);
    add("quý", PHRASE_TIME, 0);
    add("tháng", PHRASE_TIME, 0);
    add("thu", PHRASE_SENSE, 1);
    add("ngân sách", PHRASE_SENSE, 2);
    add("ngân sách nhà nước", PHRASE_SENSE, 2);
    add("nsnn", PHRASE_SENSE, 2);
    add("dân số", PHRASE_SENSE, 3);
    add("chi", PHRASE_SENSE, 4);
    add("hộ", PHRASE_SENSE, 5);
    add("nghèo", PHRASE_SENSE, 6);
    return 0;
}

/* Two phrases in a row are of one set of senses; NULL: the phrase is not known. */
static const struct {
    const char *phrase, *same_as;
} CASES[] = {
    {"thu ngân sách", "thu ngân sách"},
    {"Thu NSNN", "thu ngân sách"},
    {"THU NGÂN SÁCH NHÀ NƯỚC", "thu ngân sách"},
    {"ngân sách thu", "thu ngân sách"},                   /* order is nothing */
    {"thu và thu ngân sách", "thu ngân sách"},            /* nor is saying it twice */
    {"tổng thu ngân sách trên địa bàn", "thu ngân sách"}, /* words that say nothing */
    {"thu ngân sách quận An Hòa", "thu ngân sách"},       /* a place with its name */
    {"thu ngân sách phường 12, quận 3", "thu ngân sách"}, /* numbered ones */
    {"thu ngân sách năm 2023", "thu ngân sách"},          /* time, the number behind */
    {"thu ngân sách 6 tháng", "thu ngân sách"},           /* or in front */
    {"thu ngân sách quý II", "thu ngân sách"},            /* or Roman */
    {"số hộ nghèo", "nghèo hộ"},
    {"ngân và sách thu", "thu ngân sách"}, /* a skipped word does not divide */
    {"thu", "thu"},
    {"", NULL},
    {"tổng số", NULL}, /* no sense at all */
    {"quận An Hòa", NULL},
    {"thu ngân", NULL},             /* a part of an entry is none */
    {"thu hộ cá thể", NULL},        /* words that the table does not know */
    {"thu ngân sách An Hòa", NULL}, /* a name without its kind of place */
    {"thu ngân sách 2023", NULL},   /* a number without a word of time */
    {"thu ngân sách II", NULL},
    {"thu ngân sách quỹ II", NULL}, /* tone marks count */
};

static void phrases_have_their_senses(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct phrase_set set, same;
        bool known = phrase_read(&set, &table, str_of(CASES[i].phrase));
        if (known != (CASES[i].same_as != NULL)) fail_msg("«%s» is known: %d", CASES[i].phrase, known);
        if (!known) continue;
        assert_true(phrase_read(&same, &table, str_of(CASES[i].same_as)));
        if (set.key != same.key || set.count != same.count)
            fail_msg("«%s» is not «%s»", CASES[i].phrase, CASES[i].same_as);
    }
}

static void different_senses_differ(void **state)
{
    (void)state;
    static const char *const PHRASES[] = {"thu", "chi", "thu ngân sách", "chi ngân sách", "ngân sách", "dân số", "hộ"};
    enum { COUNT = sizeof PHRASES / sizeof *PHRASES };
    struct phrase_set sets[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        assert_true(phrase_read(&sets[i], &table, str_of(PHRASES[i])));
        for (size_t k = 0; k < i; k++)
            if (sets[i].key == sets[k].key) fail_msg("«%s» and «%s» have one key", PHRASES[i], PHRASES[k]);
    }
}

/* "dân số" is an entry, so the "số" in it does not say that something is counted. */
static void longest_entry_wins(void **state)
{
    (void)state;
    struct phrase_set set;
    assert_true(phrase_read(&set, &table, STR("dân số")));
    assert_false(set.counted);
    assert_int_equal(set.count, 1);
    assert_true(phrase_read(&set, &table, STR("số hộ")));
    assert_true(set.counted);
    assert_true(phrase_read(&set, &table, STR("ngân sách nhà nước")));
    assert_int_equal(set.count, 1);
}

/* A word and a blank behind what stands there. */
static void append(char *text, size_t size, const char *word)
{
    size_t len = strlen(text);
    snprintf(text + len, size - len, "%s ", word);
}

/* More words or senses than there is room for: not known, and nothing is written past the end. */
static void too_many_words(void **state)
{
    (void)state;
    char text[8 * (PHRASE_WORDS + 1) + 1] = "";
    struct phrase_set set;
    for (int i = 0; i < PHRASE_WORDS; i++) append(text, sizeof text, "thu");
    assert_true(phrase_read(&set, &table, str_of(text)));
    assert_int_equal(set.count, 1);
    append(text, sizeof text, "thu");
    assert_false(phrase_read(&set, &table, str_of(text)));

    static struct phrase_entry many[256];
    const struct phrase_table wide = {many, 256};
    char senses[8 * (PHRASE_SENSES + 1) + 1] = "";
    for (int i = 0; i <= PHRASE_SENSES; i++) {
        char word[8];
        uint64_t hash;
        size_t at = 0;
        snprintf(word, sizeof word, "%c%c", 'a' + i / 26, 'a' + i % 26);
        assert_true(phrase_next_word(&hash, str_of(word), &at));
        uint64_t key = phrase_key(PHRASE_KEY_EMPTY, hash);
        size_t slot = (size_t)key & 255;
        while (many[slot].key) slot = (slot + 1) & 255;
        many[slot] = (struct phrase_entry){.key = key, .sense = (uint16_t)(i + 1), .class = PHRASE_SENSE};
        if (i == PHRASE_SENSES) assert_true(phrase_read(&set, &wide, str_of(senses)));
        append(senses, sizeof senses, word);
    }
    assert_int_equal(set.count, PHRASE_SENSES);
    assert_false(phrase_read(&set, &wide, str_of(senses)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(phrases_have_their_senses),
        cmocka_unit_test(different_senses_differ),
        cmocka_unit_test(longest_entry_wins),
        cmocka_unit_test(too_many_words),
    };
    return cmocka_run_group_tests(tests, make_table, NULL);
}
