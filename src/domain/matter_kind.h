/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_kind: what one kind of matter (a task, a petition, a dossier) is: its states, the moves between them, its own
 * fields, how it is numbered. Plain values that were read from data (store/kind_read.h), and the rules that ask them.
 *
 * A state belongs to one group, and lists, counts and lateness ask for groups alone, so they work for every kind. The
 * first state is the one in which a matter begins. `by` and `waits` say whose turn it is; they do not say who may write
 * to the record.
 */
#ifndef MATTER_KIND_H
#define MATTER_KIND_H
#include "str.h"

struct buf;

enum matter_group {
    MATTER_WAITING, /* nobody has taken it yet */
    MATTER_OPEN,
    MATTER_PAUSED, /* the clock stands */
    MATTER_DONE,
    MATTER_DROPPED, /* ended without a result: in no rate */
    MATTER_GROUPS
};
struct str matter_group_word(enum matter_group g); /* "waiting", ... */
[[nodiscard]] bool matter_group_read(enum matter_group *out, struct str word);
bool matter_group_ended(enum matter_group g);

enum matter_party { PARTY_NOBODY, PARTY_RESPONSIBLE, PARTY_GIVER, PARTY_FOLLOWER, PARTY_ANYONE, PARTIES };
struct str matter_party_word(enum matter_party p); /* "", "responsible", "giver", "follower", "anyone" */
[[nodiscard]] bool matter_party_read(enum matter_party *out, struct str word);

enum field_type {
    MATTER_FIELD_TEXT,
    MATTER_FIELD_NUMBER, /* exact decimal */
    MATTER_FIELD_MONEY,  /* đồng */
    MATTER_FIELD_DAY,
    MATTER_FIELD_CHOICE,
    MATTER_FIELD_UNIT,      /* id of a unit of government */
    MATTER_FIELD_PERSON,    /* a name */
    MATTER_FIELD_INDICATOR, /* code of the catalogue */
    MATTER_FIELD_FLAG,      /* "yes", "no" */
    MATTER_FIELD_MOMENT,    /* a day, or a day and an hour */
    MATTER_FIELD_MATTER,    /* another matter: "M7" */
    MATTER_FIELD_TYPES
};
struct str field_type_word(enum field_type t); /* "text", ... */
[[nodiscard]] bool field_type_read(enum field_type *out, struct str word);

struct word_list {
    const struct str *at;
    size_t len;
};
bool word_list_has(struct word_list l, struct str word);

struct kind_state {
    struct str word, name;
    enum matter_group group;
    enum matter_party waits; /* who has to do something next */
    bool returned;           /* what was done came back */
};

struct kind_move {
    struct str word, name;
    struct word_list from; /* words of states */
    struct str to;
    enum matter_party by;
    struct word_list needs; /* "reason", "note", "attachment", "person", "due", or a field */
};

struct kind_field {
    struct str word, name;
    enum field_type type;
    struct word_list choices; /* of MATTER_FIELD_CHOICE */
    bool required;            /* a matter does not begin without it */
    bool after;               /* it may still be told when the matter has ended: a rating, a letter of excuse */
};

/* How the due day of a kind is reckoned (matter_clock.h). Names of fields are "" where the kind has none. */
struct kind_rule {
    struct str value, rule; /* of the field `choose`; a code of clock_rule.h, or a term */
};
struct kind_clock {
    bool has;          /* else somebody names the day, or there is none */
    struct str rule;   /* a code or a term; "": only by choice, or by the field `term` */
    struct str choose; /* a field of type choice */
    const struct kind_rule *rules;
    size_t rule_count;
    struct str term;     /* a field with the term of this matter */
    struct str office;   /* hours of work (office_hours.h) */
    struct str state;    /* it begins when the matter comes into this state first; "": when it is opened */
    struct str start;    /* a field with the day or moment at which it begins, where that is another */
    struct str recorded; /* a field with the day or moment of the end as the portal was told it */
    bool appointment;    /* the first due day is printed for the citizen and never moves */
};

/* A field whose value is the key of an entry of a register (a procedure): what that entry says fills other fields which
 * nobody filled when the matter begins. Names are "" where the kind has none of it. */
struct kind_fill {
    struct str field, from;       /* of the kind, of the register */
    struct word_list said, meant; /* values of the register and what they are here; none: as they are */
};
struct kind_lookup {
    struct str field, registered, key;
    const struct kind_fill *fills;
    size_t fill_count;
};
/* Fields by which a matter goes from hand to hand inside an office (centre/matter_steps.h). */
struct kind_steps {
    struct str steps, step, due;
};
/* Fields by which documents are numbered: the symbol, and the day by whose year its series begins anew. */
struct kind_series {
    struct str symbol, day;
};

struct kind_figure; /* kind_figure.h */
struct kind_form;   /* kind_form.h */

/* A kind that is a citizens' voice: what counts of it and what is compared to find the same one twice. Names of fields
 * and states; "" and empty lists where the kind has none. */
struct kind_petition {
    bool has;
    struct word_list passed; /* states of one that is of another office's competence: passed on, guided, returned */
    struct word_list onward; /* ended states in which it goes on as another matter, which is counted there */
    struct str outcome;      /* a field of type choice by whose values what was settled is counted */
    struct str sender, place;
    bool apart; /* who sends it is kept apart from the record (sealed_box.h): the kind has no field for it */
};

struct matter_kind {
    struct str word, name;
    struct str number; /* "NV-{year}-{n}" */
    struct str citation, note;
    const struct kind_state *states;
    const struct kind_move *moves;
    const struct kind_field *fields;
    size_t state_count, move_count, field_count;
    bool may_extend;
    enum matter_party extend_by;
    struct word_list extend_needs;
    struct kind_clock clock;
    const struct kind_figure *figures; /* indicators that are counted out of it */
    const struct kind_form *forms;     /* papers that are written out of it */
    size_t figure_count, form_count;
    struct kind_lookup lookup;
    struct kind_steps steps;
    struct kind_series series;
    struct kind_petition petition;
    struct word_list same; /* fields: two with the same values in all of them are probably one, entered twice */
    uint32_t soon;         /* so many days before the due day it is due soon */
};

/* By name, or NULL. */
const struct kind_state *kind_state_find(const struct matter_kind *k, struct str word);
const struct kind_move *kind_move_find(const struct matter_kind *k, struct str word);
/* Whether a field says a day or moment of what has happened (the hour of the portal, what is told after the end), so
 * that it cannot lie ahead. */
bool kind_field_is_past(const struct matter_kind *k, const struct kind_field *f);
const struct kind_field *kind_field_find(const struct matter_kind *k, struct str word);

bool kind_word_fits(struct str s); /* lower case letters, digits, '_', a letter first, at most 32 */
bool kind_need_word(struct str s); /* one of the words of `needs` that are no fields */

/* Whether numbers of this kind begin anew each year, and the number of the n-th matter ("NV-2026-15"). */
bool kind_number_yearly(const struct matter_kind *k);
void kind_number_write(struct buf *b, const struct matter_kind *k, int year, uint32_t n);
bool kind_number_fits(struct str pattern); /* {n} once, {year} at most once, no other brackets */

/* What a move, or an extension, finds. */
struct matter_facts {
    struct str state;
    bool note, attachment, person, due; /* said with it, or there already (a note: said with it) */
    struct word_list filled;            /* fields with a value */
};

enum matter_refusal {
    MATTER_MAY,
    MATTER_NO_MOVE,  /* the kind has no such move */
    MATTER_NOT_FROM, /* it does not begin in that state */
    MATTER_LACKS     /* something that it needs is not there: *lacks */
};
enum matter_refusal matter_may_move(struct str *lacks, const struct matter_kind *k, struct str move,
                                    const struct matter_facts *f);
/* Whether all of `needs` is there; else the first that is not, in *lacks. */
bool matter_needs_met(struct str *lacks, struct word_list needs, const struct matter_facts *f);

/* A value as the record keeps it: numbers with '.', days as YYYY-MM-DD, flags "yes" and "no". False when it is none of
 * the type. Units and indicators are looked up by who has them: here any text that is not empty. */
[[nodiscard]] bool field_value_write(struct buf *b, const struct kind_field *f, struct str typed);
bool field_value_kept(const struct kind_field *f, struct str value); /* whether it is in that form */
#endif
