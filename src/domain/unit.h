/* SPDX-License-Identifier: Apache-2.0
 *
 * unit: a unit of government or an organisation that figures are about: a ward, a district of before July 2025, a city,
 * a department. Identity is code + validity: phường Bình Thạnh (from 2025) is not quận Bình Thạnh (to 2025).
 */
#ifndef UNIT_H
#define UNIT_H
#include "date.h"

struct arena;

struct unit_id {
    uint32_t n; /* 0: none */
};

enum unit_kind {
    UNIT_COUNTRY,
    UNIT_PROVINCE, /* tỉnh, thành phố trực thuộc trung ương */
    UNIT_DISTRICT, /* quận, huyện, thị xã, thành phố thuộc tỉnh: to 30/6/2025 */
    UNIT_COMMUNE,  /* phường, xã, thị trấn, đặc khu */
    UNIT_OFFICE,   /* sở, phòng, ban, trạm, trường, ... of a user */
    UNIT_KINDS
};

struct unit {
    struct unit_id id;
    struct unit_id parent;
    struct str code;
    struct str name; /* full: "quận Bình Thạnh" */
    enum unit_kind kind;
    struct date from, to; /* both included; unknown: open */
};

/* The key under which names of units are compared: folded (utf8_fold), one space, abbreviations of kinds written out
 * ("Q. Bình Thạnh", "Quận Bình Thạnh" -> "quan binh thanh"; "TPHCM", "TP. Hồ Chí Minh" -> "thanh pho ho chi minh"). */
struct str unit_key(struct arena *a, struct str name);
enum unit_kind unit_kind_of_name(struct str name); /* by the leading word; UNIT_OFFICE when none fits */
#endif
