/* SPDX-License-Identifier: Apache-2.0
 *
 * unit: a unit of government or an organisation that figures are about: a ward, a district of before July 2025, a
 * city, a department. Identity is code + validity: phường Bình Thạnh (from 2025) is not quận Bình Thạnh (to 2025).
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
    struct str code;
    struct str name; /* full: "quận Bình Thạnh" */
    enum unit_kind kind;
    struct date from, to;      /* both included; unknown: open */
    struct unit_id id, parent; /* in the record; 0 in the catalogue */
};

/* A key is at most so many bytes; a longer name is cut. */
enum { UNIT_KEY_SIZE = 200 };

/* The key under which names of units are compared: folded (utf8_fold), one space between words, abbreviations of
 * kinds written out ("Q. Bình Thạnh", "Quận Bình Thạnh" -> "quan binh thanh"; "TPHCM", "TP. Hồ Chí Minh" -> "thanh
 * pho ho chi minh"; "P.04" -> "phuong 4"). What stands after the first comma or bracket is where it lies, and is
 * left out ("phường 12, quận Bình Thạnh"), and so is "UBND" or "HĐND" before the name. "" for a name without
 * letters. */
struct str unit_key(struct arena *a, struct str name);
/* A name as it is kept: the kind in small letters, and of a name in capitals (as letterheads write) each word with
 * one capital: "QUẬN AN HÒA", "Quận An Hòa" -> "quận An Hòa". A name without a kind stays as it is. */
struct str unit_tidy_name(struct arena *a, struct str name);
enum unit_kind unit_kind_of_name(struct str name);         /* by the leading word; UNIT_OFFICE when none fits */
bool unit_valid_on(const struct unit *u, struct date day); /* an unknown day: not ended yet */

/* Units that the program knows of itself: the provinces of before and after 1/7/2025 (data/units_provinces.tsv). */
struct units {
    const struct unit *at;
    size_t len;
};
struct units unit_catalogue(void);
const struct unit *unit_find(struct str code); /* NULL when there is none */
/* The one unit of the catalogue with that name on that day, its kind named or not ("Hà Nội"); NULL for none. */
const struct unit *unit_of_name(struct str name, struct date day);
#endif
