/* SPDX-License-Identifier: Apache-2.0
 *
 * register: what one register (sổ đăng ký: households, plans, posts) holds: its fields, by what two entries are the
 * same, what is counted in it and for which indicator. Plain values that were read from data (store/register_read.h),
 * and the rules that ask them.
 *
 * A field is one of those of a matter (matter_kind.h) with more said of it: between which values it lies, in which unit
 * of measure, and who gets to see it:
 *
 *   open     everybody who may read the record
 *   masked   kept, and shown without its middle ("N. V. A.") unless somebody asks with a reason
 *   secret   never kept: only a keyed hash of it, by which two entries of one person are found (store/secret_hash.h)
 */
#ifndef REGISTER_H
#define REGISTER_H
#include "date.h"
#include "decimal.h"
#include "matter_kind.h"

enum register_shown { REGISTER_OPEN, REGISTER_MASKED, REGISTER_SECRET };

struct register_field {
    struct kind_field field; /* a secret has the type text */
    enum register_shown shown;
    struct str measure; /* of a number, for eyes: "m2"; "" */
    uint32_t digits;    /* of a text or a secret: so many digits and nothing else; 0: any text */
    bool has_min, has_max;
    struct decimal min, max; /* of a number, an amount of money */
};

/* A field has one of these values, or is a number from `min` to `max`, both included. */
struct register_condition {
    struct str field;
    struct word_list values;
    bool has_min, has_max;
    struct decimal min, max;
};

enum register_time {
    REGISTER_STOCK, /* entries that are valid on the last day of the period */
    REGISTER_FLOW   /* entries whose validity began within the period */
};

struct register_count {
    struct str word, name;
    struct str indicator; /* code of the catalogue that it feeds; "": counted only */
    struct str sum;       /* a field of type number or money that is added up; "": entries are counted */
    struct str measure;   /* of the sum as the figure says it; "" : đồng of money, else the field's */
    enum register_time time;
    const struct register_condition *where; /* all of them */
    size_t where_count;
};

/* How many entries a unit may have: `base`, and for each step that a figure reaches so many more. */
struct register_step {
    struct str indicator;
    struct decimal from;
    uint32_t more;
};
struct register_quota {
    bool has;
    struct str name, citation;
    uint32_t base;
    struct word_list kinds; /* words of kinds of unit that it holds for ("commune"); none: all */
    const struct register_step *steps;
    size_t step_count;
    const struct register_condition *where; /* which entries count */
    size_t where_count;
};

/* Who stands where: each weight gives its points once for each entry that it counts, or for each unit of what it adds
 * up; who has the same sum shares a place. `citation` says whose rule it is. */
struct register_weight {
    struct register_count count; /* time is that of the ranking */
    struct decimal points;
};
struct register_ranking {
    bool has;
    struct str name, citation;
    enum register_time time;
    struct word_list by; /* fields, "unit": what is ranked */
    const struct register_weight *weights;
    size_t weight_count;
};

struct register_def {
    struct str word, name;
    struct str citation, note;
    const struct register_field *fields;
    size_t field_count;
    struct word_list key; /* fields, or "unit": no two open entries have the same of all of these; none: any may */
    const struct register_count *counts;
    size_t count_count;
    struct register_quota quota;
    struct register_ranking ranking;
};

const struct register_field *register_field_find(const struct register_def *d, struct str word); /* or NULL */
const struct register_count *register_count_find(const struct register_def *d, struct str word); /* or NULL */
bool register_reserved(struct str word); /* what every entry has: unit, from, to */

/* What is wrong with a value; the message says the rest. */
enum register_fault { REGISTER_FITS, REGISTER_NOT_TYPE, REGISTER_TOO_SMALL, REGISTER_TOO_BIG, REGISTER_NOT_DIGITS };
/* A value as the record keeps it (field_value_write); of a secret what is to be hashed: digits alone where it has
 * `digits`, else the text. Nothing is written where it does not fit. */
enum register_fault register_value_write(struct buf *b, const struct register_field *f, struct str typed);
/* Whether a value of the record is in that form; of a secret, that it is a hash. */
bool register_value_kept(const struct register_field *f, struct str value);

/* So that nobody is known by what is left: "N. V. A." of a name, "** L. L." of an address, "**********12" of a number.
 * Of each word the first letter, of one with digits none of them; of nine digits and more the last two. */
void register_mask(struct buf *b, struct str value);
/* Whether a text is what a mask leaves of one, as it comes back out of an export. */
bool register_is_masked(struct str value);

/* Values of an entry, as a condition asks for them. */
struct register_values {
    struct str (*value)(const void *self, struct str field); /* "" when it has none */
    const void *self;
};
bool register_meets(const struct register_condition *where, size_t count, const struct register_values *v);

/* Whether a text is the hash of a secret as the record keeps it: "h1:", which key, "hash". */
bool register_hash_is(struct str value);

/* In words of the file, for a proof: «kind = "hộ nghèo"; members = 4..». */
void register_where_write(struct buf *b, const struct register_condition *where, size_t count);
#endif
