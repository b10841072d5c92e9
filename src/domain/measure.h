/* SPDX-License-Identifier: Apache-2.0
 *
 * measure: the words by which a figure is classified. Every enum here has a name in files and in the output
 * (FORMATS.md); the names are stable.
 */
#ifndef MEASURE_H
#define MEASURE_H
#include "str.h"

/* What kind of number it is. */
enum figure_kind {
    KIND_LEVEL,      /* how much there was, or is planned; a rate of its own subject, a score, a rank */
    KIND_GROWTH,     /* relative change against another period, signed, in % */
    KIND_CHANGE,     /* absolute change, signed, in the unit of the subject (or điểm %) */
    KIND_PLAN_RATIO, /* per cent of a plan: "đạt 111,24% dự toán"; "vượt 8% kế hoạch" is 108 */
    KIND_SHARE,      /* part of a whole in %: "chiếm 43%" */
    KIND_FRACTION,   /* m of n: "35/38 chỉ tiêu" */
    KIND_COUNT
};

/* How the printed number bounds the true one. */
enum figure_bound {
    BOUND_EXACT,
    BOUND_OVER,  /* hơn, trên, ít nhất, tối thiểu, trở lên */
    BOUND_UNDER, /* gần, dưới, không quá, tối đa */
    BOUND_ABOUT, /* khoảng, xấp xỉ */
    BOUND_COUNT
};

enum figure_aspect {
    ASPECT_ACTUAL,
    ASPECT_ESTIMATE, /* ước, dự kiến for the running period */
    ASPECT_PLAN,     /* kế hoạch, dự toán, phấn đấu, mục tiêu */
    ASPECT_COUNT
};

/* What growth, change and plan_ratio are measured against. */
enum figure_against {
    AGAINST_NONE,
    AGAINST_SAME_PERIOD,     /* cùng kỳ năm trước */
    AGAINST_PREVIOUS_PERIOD, /* tháng trước, quý trước */
    AGAINST_PREVIOUS_YEAR,   /* năm trước, năm 2022 seen from 2023 */
    AGAINST_PERIOD,          /* another named period: see against_period */
    AGAINST_PLAN,
    AGAINST_COUNT
};

struct str kind_name(enum figure_kind k);       /* "level", "growth", ... */
struct str bound_name(enum figure_bound b);     /* "exact", "over", ... */
struct str aspect_name(enum figure_aspect a);   /* "actual", "estimate", "plan" */
struct str against_name(enum figure_against a); /* "", "same_period", ...; AGAINST_PERIOD is "" */
bool kind_find(enum figure_kind *out, struct str name);
bool bound_find(enum figure_bound *out, struct str name);
bool aspect_find(enum figure_aspect *out, struct str name);
bool against_find(enum figure_against *out, struct str name);
#endif
