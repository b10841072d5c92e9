/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_kind: see matter_kind.h.
 */
#include "matter_kind.h"

#include "buf.h"
#include "date.h"
#include "decimal.h"
#include "matter.h"
#include "moment.h"
#include "moment_typed.h"
#include "money_text.h"

static const struct str GROUPS[] = {STR_INIT("waiting"), STR_INIT("open"), STR_INIT("paused"), STR_INIT("done"),
                                    STR_INIT("dropped")};
_Static_assert(sizeof GROUPS / sizeof *GROUPS == MATTER_GROUPS, "a word for each");

static const struct str PARTY_WORDS[] = {STR_INIT(""), STR_INIT("responsible"), STR_INIT("giver"), STR_INIT("follower"),
                                         STR_INIT("anyone")};
_Static_assert(sizeof PARTY_WORDS / sizeof *PARTY_WORDS == PARTIES, "a word for each");

static const struct str TYPES[] = {STR_INIT("text"),   STR_INIT("number"), STR_INIT("money"),  STR_INIT("day"),
                                   STR_INIT("choice"), STR_INIT("unit"),   STR_INIT("person"), STR_INIT("indicator"),
                                   STR_INIT("flag"),   STR_INIT("moment"), STR_INIT("matter")};
_Static_assert(sizeof TYPES / sizeof *TYPES == MATTER_FIELD_TYPES, "a word for each");

static const struct str NEEDS[] = {STR_INIT("reason"), STR_INIT("note"), STR_INIT("attachment"), STR_INIT("person"),
                                   STR_INIT("due")};
enum { NEED_REASON, NEED_NOTE, NEED_ATTACHMENT, NEED_PERSON, NEED_DUE, NEED_COUNT };
_Static_assert(sizeof NEEDS / sizeof *NEEDS == NEED_COUNT, "a word for each");

static bool find_word(size_t *out, const struct str *words, size_t count, struct str word)
{
    for (*out = 0; *out < count; ++*out)
        if (str_eq(words[*out], word)) return true;
    return false;
}

struct str matter_group_word(enum matter_group g)
{
    return GROUPS[g];
}

bool matter_group_read(enum matter_group *out, struct str word)
{
    size_t i;
    if (!find_word(&i, GROUPS, MATTER_GROUPS, word)) return false;
    *out = (enum matter_group)i;
    return true;
}

bool matter_group_ended(enum matter_group g)
{
    return g == MATTER_DONE || g == MATTER_DROPPED;
}

struct str matter_party_word(enum matter_party p)
{
    return PARTY_WORDS[p];
}

bool matter_party_read(enum matter_party *out, struct str word)
{
    size_t i;
    if (!find_word(&i, PARTY_WORDS, PARTIES, word)) return false;
    *out = (enum matter_party)i;
    return true;
}

struct str field_type_word(enum field_type t)
{
    return TYPES[t];
}

bool field_type_read(enum field_type *out, struct str word)
{
    size_t i;
    if (!find_word(&i, TYPES, MATTER_FIELD_TYPES, word)) return false;
    *out = (enum field_type)i;
    return true;
}

bool word_list_has(struct word_list l, struct str word)
{
    size_t i;
    return find_word(&i, l.at, l.len, word);
}

const struct kind_state *kind_state_find(const struct matter_kind *k, struct str word)
{
    for (size_t i = 0; i < k->state_count; i++)
        if (str_eq(k->states[i].word, word)) return &k->states[i];
    return NULL;
}

const struct kind_move *kind_move_find(const struct matter_kind *k, struct str word)
{
    for (size_t i = 0; i < k->move_count; i++)
        if (str_eq(k->moves[i].word, word)) return &k->moves[i];
    return NULL;
}

const struct kind_field *kind_field_find(const struct matter_kind *k, struct str word)
{
    for (size_t i = 0; i < k->field_count; i++)
        if (str_eq(k->fields[i].word, word)) return &k->fields[i];
    return NULL;
}

bool kind_word_fits(struct str s)
{
    if (!s.len || s.len > 32 || s.ptr[0] < 'a' || s.ptr[0] > 'z') return false;
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_') return false;
    }
    return true;
}

bool kind_need_word(struct str s)
{
    size_t i;
    return find_word(&i, NEEDS, NEED_COUNT, s);
}

/* --- numbers */

bool kind_number_yearly(const struct matter_kind *k)
{
    return str_has(k->number, STR("{year}"));
}

bool kind_number_fits(struct str pattern)
{
    int numbers = 0, years = 0;
    if (pattern.len > 60) return false;
    while (pattern.len) {
        if (str_starts(pattern, STR("{n}"))) {
            numbers++;
            pattern = str_from(pattern, 3);
        } else if (str_starts(pattern, STR("{year}"))) {
            years++;
            pattern = str_from(pattern, 6);
        } else if (*pattern.ptr == '{' || *pattern.ptr == '}' || (unsigned char)*pattern.ptr < ' ') {
            return false;
        } else {
            pattern = str_from(pattern, 1);
        }
    }
    return numbers == 1 && years <= 1;
}

void kind_number_write(struct buf *b, const struct matter_kind *k, int year, uint32_t n)
{
    struct str rest = k->number;
    while (rest.len) {
        if (str_starts(rest, STR("{n}"))) {
            buf_u64(b, n);
            rest = str_from(rest, 3);
        } else if (str_starts(rest, STR("{year}"))) {
            buf_u64(b, (uint64_t)year);
            rest = str_from(rest, 6);
        } else {
            buf_char(b, *rest.ptr);
            rest = str_from(rest, 1);
        }
    }
}

/* --- moves */

static bool need_met(struct str need, const struct matter_facts *f)
{
    size_t i;
    if (!find_word(&i, NEEDS, NEED_COUNT, need)) return word_list_has(f->filled, need);
    const bool met[] = {[NEED_REASON] = f->note,
                        [NEED_NOTE] = f->note,
                        [NEED_ATTACHMENT] = f->attachment,
                        [NEED_PERSON] = f->person,
                        [NEED_DUE] = f->due};
    return met[i];
}

bool matter_needs_met(struct str *lacks, struct word_list needs, const struct matter_facts *f)
{
    for (size_t i = 0; i < needs.len; i++) {
        if (need_met(needs.at[i], f)) continue;
        *lacks = needs.at[i];
        return false;
    }
    return true;
}

enum matter_refusal matter_may_move(struct str *lacks, const struct matter_kind *k, struct str move,
                                    const struct matter_facts *f)
{
    const struct kind_move *m = kind_move_find(k, move);
    *lacks = STR("");
    if (!m) return MATTER_NO_MOVE;
    if (!word_list_has(m->from, f->state)) return MATTER_NOT_FROM;
    return matter_needs_met(lacks, m->needs, f) ? MATTER_MAY : MATTER_LACKS;
}

bool kind_field_is_past(const struct matter_kind *k, const struct kind_field *f)
{
    bool day = f->type == MATTER_FIELD_DAY || f->type == MATTER_FIELD_MOMENT;
    return day && (f->after || str_eq(f->word, k->clock.recorded));
}

/* --- values of fields */

static bool number_write(struct buf *b, struct str typed)
{
    struct decimal d;
    if (!number_typed_read(&d, typed)) return false;
    decimal_write(b, d);
    return true;
}

static bool money_write(struct buf *b, struct str typed)
{
    struct decimal d;
    if (!money_read(&d, NULL, typed)) return false;
    decimal_write_short(b, d);
    return true;
}

static bool flag_write(struct buf *b, struct str typed)
{
    static const struct str YES[] = {STR_INIT("yes"), STR_INIT("có"), STR_INIT("x")},
                            NO[] = {STR_INIT("no"), STR_INIT("không")};
    size_t i;
    bool yes = find_word(&i, YES, sizeof YES / sizeof *YES, typed);
    if (!yes && !find_word(&i, NO, sizeof NO / sizeof *NO, typed)) return false;
    buf_put(b, yes ? STR("yes") : STR("no"));
    return true;
}

bool field_value_write(struct buf *b, const struct kind_field *f, struct str typed)
{
    struct date day;
    struct moment moment;
    struct matter_id matter;
    if (!typed.len) return false;
    switch (f->type) {
    case MATTER_FIELD_TEXT:
    case MATTER_FIELD_UNIT:
    case MATTER_FIELD_PERSON:
    case MATTER_FIELD_INDICATOR: buf_put(b, typed); return true;
    case MATTER_FIELD_NUMBER: return number_write(b, typed);
    case MATTER_FIELD_MONEY: return money_write(b, typed);
    case MATTER_FIELD_DAY:
        if (!date_typed(&day, typed)) return false;
        date_write(b, day);
        return true;
    case MATTER_FIELD_CHOICE:
        if (!word_list_has(f->choices, typed)) return false;
        buf_put(b, typed);
        return true;
    case MATTER_FIELD_FLAG: return flag_write(b, typed);
    case MATTER_FIELD_MOMENT:
        if (!moment_read(&moment, typed) && !moment_typed(&moment, typed)) return false;
        moment_write(b, moment);
        return true;
    case MATTER_FIELD_MATTER:
        if (!matter_id_read(&matter, typed)) return false;
        matter_id_write(b, matter);
        return true;
    case MATTER_FIELD_TYPES: break;
    }
    return false;
}

bool field_value_kept(const struct kind_field *f, struct str value)
{
    struct decimal d;
    struct date day;
    struct moment moment;
    struct matter_id matter;
    switch (f->type) {
    case MATTER_FIELD_TEXT:
    case MATTER_FIELD_UNIT:
    case MATTER_FIELD_PERSON:
    case MATTER_FIELD_INDICATOR: return value.len > 0;
    case MATTER_FIELD_MATTER: return *value.ptr == 'M' && matter_id_read(&matter, value);
    case MATTER_FIELD_NUMBER:
    case MATTER_FIELD_MONEY: return decimal_read(&d, value);
    case MATTER_FIELD_DAY: return date_read(&day, value);
    case MATTER_FIELD_CHOICE: return word_list_has(f->choices, value);
    case MATTER_FIELD_MOMENT: return moment_read(&moment, value);
    case MATTER_FIELD_FLAG: return str_eq(value, STR("yes")) || str_eq(value, STR("no"));
    case MATTER_FIELD_TYPES: break;
    }
    return false;
}
