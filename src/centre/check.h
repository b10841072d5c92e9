/* SPDX-License-Identifier: Apache-2.0
 *
 * check: finds what contradicts what among the figures of one or several documents and of the record, by interval
 * arithmetic on printed precision (domain/interval.h). It reads nothing and writes nothing: statements in, findings
 * out.
 *
 * Severities, from weak to strong:
 *   note           no fault: something that follows from the figures and is worth saying (the plan that they imply)
 *   doubt          a careful officer would ask; some reading of the words or of the rounding makes it right
 *   contradiction  no reading of rounding, bounds and words makes it right
 * A false alarm is worse than a miss: what is not certain is at most a doubt.
 *
 * docs/ADDING.md says how to add a rule.
 */
#ifndef CHECK_H
#define CHECK_H
#include "arena.h"
#include "figure.h"
#include "problem.h"
#include "record_id.h"
#include "statement.h"

/* A document whose statements are checked. span.document of a statement is not used: findings name documents by their
 * place in the input. */
struct check_document {
    struct str text;  /* the text that the spans point into: the words around a figure are looked at */
    struct date date; /* of the document; year 0 when not known */
    const struct statement *statements; /* in order of span.start; those that are no figures are passed over */
    size_t count;
};

/* A figure of the record, with the words under which statements speak of the same thing. */
struct check_figure {
    const struct figure *figure;
    struct str subject;  /* name of the indicator */
    struct str place;    /* name of the unit */
    struct figure_id id; /* in the record */
};

struct checker;

struct check_input {
    const struct check_document *documents;
    size_t document_count;
    const struct check_figure *record;
    size_t record_count;
    enum lang lang; /* of the messages */
};

#define CHECK_RECORD UINT32_MAX /* span.document of a figure of the record; its start is the place in `record` */

struct finding_span {
    struct span span;
    struct str quote;    /* borrowed from the statement or figure */
    struct figure_id id; /* of a figure of the record */
};

enum { FINDING_SPANS = 8, FINDINGS_MAX = 10000 };

struct finding {
    struct str rule; /* name of the rule: stable, for programs */
    enum severity severity;
    bool quiet;         /* a note that is shown only on wish */
    struct str message; /* for people, with the arithmetic, numbers as Vietnamese people write them */
    struct finding_span spans[FINDING_SPANS];
    size_t span_count;
    struct str expected,
        found; /* decimals or intervals ("10810..10831"), money in the unit of the message; may be "" */
};

struct findings {
    VEC_FIELDS(struct finding);
    size_t dropped; /* beyond FINDINGS_MAX they are only counted */
};

/* Run all rules. Findings are in order of the first span, then of the rule table, and live in the arena, as do their
 * texts. Time grows with n log n for n figures; output is bounded. */
void check_run(struct findings *out, struct arena *a, const struct check_input *in);

/* The same for who has not all statements at once, since they are many: first each document, with its statements in
 * order, then the record. The texts of documents and the figures of the record must live as long as the findings, the
 * statements and what they borrow only until check_tell returns; a figure costs about 80 bytes, one with a subject of
 * its own about 120. */
struct checker *check_begin(struct arena *a, enum lang lang);
void check_tell_document(struct checker *c, struct str text);
void check_tell(struct checker *c, const struct statement *at, size_t count); /* of the document told last */
void check_tell_date(struct checker *c, struct date date);                    /* likewise; not told: unknown */
void check_tell_record(struct checker *c, const struct check_figure *record, size_t count); /* once, at the end */
void check_end(struct findings *out, struct checker *c);

/* What each of the figures told so far speaks of. */
struct check_told {
    uint32_t document; /* place in the input */
    struct date date;  /* of the document */
    struct period period;
    struct str subject, indicator, place;
};
size_t check_told_count(const struct checker *c);
struct check_told check_told(const struct checker *c, size_t i);

/* The rules, for help and documentation. */
struct check_rule_info {
    struct str name;
    struct str needs; /* what it needs to find something, in Vietnamese */
    struct str basis; /* idiom or law that it rests on, in Vietnamese; may be "" */
};
size_t check_rule_count(void);
struct check_rule_info check_rule(size_t i);
#endif
