/* SPDX-License-Identifier: Apache-2.0
 *
 * unit: a unit of government: a ward, a district of before July 2025, a city. Identity is code + validity: code 26905
 * was phường 13 of quận Bình Thạnh to 30/6/2025 and is phường Bình Lợi Trung since, and these are two units. The id
 * of a unit says which is meant ("26905.2025", "26905"); figures are kept under ids.
 *
 * The units that the program knows of itself are those of data/units/: every province, district and commune that the
 * country has had since 11/2021. They are compiled in; a unit_id is a place in that table. A user's own units
 * (departments, schools, stations) are rows of the record and have ids of their own making ("so-tai-chinh").
 *
 *   unit_name.h     names as papers write them, and keys
 *   unit_search.h   from a name to units
 *   unit_lineage.h  which unit became which
 */
#ifndef UNIT_H
#define UNIT_H
#include "date.h"
#include "unit_name.h"

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

struct str unit_kind_word(enum unit_kind kind); /* "country", "province", "district", "commune", "office" */
[[nodiscard]] bool unit_kind_read(enum unit_kind *out, struct str word);
/* By the leading word; UNIT_OFFICE when none fits. "thành phố X" is a province when the catalogue has one of today. */
enum unit_kind unit_kind_of_name(struct str name);

/* All texts live as long as the program. */
struct unit {
    struct str id;     /* "26905.2025" */
    struct str code;   /* official: "26905" */
    struct str name;   /* full: "quận Bình Thạnh" */
    struct str parent; /* official code of the unit above; "" for provinces */
    enum unit_kind kind;
    struct date from, to; /* both included; unknown: from before 11/2021, or not ended */
    uint32_t area;        /* hundredths of a km2; 0: not known */
    uint32_t population;  /* 0: not known */
};

size_t unit_count(void);
struct unit unit_at(struct unit_id id); /* id.n in 1..unit_count() */
struct unit_id unit_of_id(struct str id);
/* The unit that had an official code on a day; an unknown day: the last that had it. None when there was none. */
struct unit_id unit_of_code(struct str code, struct date day);

bool unit_valid_on(const struct unit *u, struct date day); /* an unknown day: not ended yet */
/* The day itself when the unit is valid then, else the nearest on which it is; an unknown day: its last, if it has
 * ended. */
struct date unit_day_within(const struct unit *u, struct date day);
/* The unit above on a day (unit_day_within); none above a province. */
struct unit_id unit_above(const struct unit *u, struct date day);
/* Whether `lower` is `upper` or lies in it on a day. */
bool unit_lies_in(struct unit_id lower, struct unit_id upper, struct date day);
#endif
