/* SPDX-License-Identifier: Apache-2.0
 *
 * statement: one thing that a text says, with the words that say it. The reader makes statements, the checker compares
 * them, the record keeps them; none of these knows the other, so the type stands here.
 *
 * All str are borrowed: from the text or from the arena of the reading.
 */
#ifndef STATEMENT_H
#define STATEMENT_H
#include "decimal.h"
#include "measure.h"
#include "period.h"
#include "span.h"

enum statement_kind { STATEMENT_FIGURE, STATEMENT_REFERENCE, STATEMENT_DIRECTIVE };

/* "thu ngân sách quận 8.343 tỷ đồng, đạt 111,24% so với dự toán" holds two. Format: docs/FORMATS.md. */
struct figure_statement {
    struct decimal value; /* canonical unit (money in đồng), signed for growth and change, printed precision kept */
    struct decimal value_max; /* of a range; only when has_max */
    struct decimal of;        /* n of m/n; only when has_of */
    bool has_max, has_of;
    bool heading; /* stands in a heading or the lead: a summary of what the body says */
    enum figure_kind kind;
    enum figure_bound bound;
    enum figure_aspect aspect;
    enum figure_against against;
    struct period against_period; /* AGAINST_PERIOD */
    struct period period;
    struct str unit;      /* "VND", "%", "điểm %", "ha", ... or the noun counted, lower case */
    struct str subject;   /* the thing measured, a short phrase */
    struct str indicator; /* code in the catalogue, or "" */
    struct str place;     /* the unit of government as written, or "" */
    struct str plan; /* of a plan_ratio: words that name the plan ("dự toán Thành phố và HĐND quận giao"), or "" */
    uint32_t group; /* figures of one clause about one subject share a number (value, % of plan, growth); 0: alone */
};

/* "Kế hoạch số 232/KH-UBND ngày 27/10/2023 của UBND quận về ..." */
struct reference_statement {
    struct str document_kind; /* "Nghị quyết", "Quyết định", ... as written */
    struct str symbol;        /* "232/KH-UBND" as written, or "98" for a short form, or "" */
    struct str symbol_norm;   /* canonical form: upper case, no spaces, Đ kept */
    struct str issuer;        /* or "" */
    struct date date;         /* or unknown */
    struct str about;         /* its subject, or "" */
    /* index of the statement of the document that this one carries out ("triển khai thực hiện"), or -1 */
    int32_t implements;
};

/* "UBND quận chỉ đạo các phòng ... báo cáo định kỳ kết quả thực hiện" */
struct directive_statement {
    struct str who;  /* gives it, or "" */
    struct str whom; /* must do it, or "" */
    struct str what;
    struct str due_words; /* "trước ngày 15/12/2025", or "" */
    struct period due;    /* NONE when not said */
};

struct statement {
    enum statement_kind kind;
    struct span span; /* of the quote */
    struct str quote;
    struct str rule; /* name of the rule that read it: static */
    union {
        struct figure_statement figure;
        struct reference_statement reference;
        struct directive_statement directive;
    };
};
#endif
