/* SPDX-License-Identifier: Apache-2.0
 *
 * register_event: what one event makes of an entry, as its register allows it. The same code judges an event when it is
 * made and when the journal is applied again.
 */
#ifndef REGISTER_EVENT_H
#define REGISTER_EVENT_H
#include "register_rows.h"

/* An event as somebody wants it. */
struct register_told {
    enum register_event_kind kind;
    struct register_id item; /* not when one is entered */
    struct str def;          /* when one is entered */
    uint32_t version;        /* of the register: when one is entered or edited */
    struct date day;
    struct str note;
    struct name_values set; /* fields, and unit, from, to; "" takes a value away */
};

/* Judge and do it: *e becomes what it is after the event, *happened the event as it is kept. e->id, steps and whether
 * its key is taken are the caller's. Errors: ERR_REGISTER_VALUE, ERR_REGISTER_LACKS, ERR_REGISTER_DAYS,
 * ERR_REGISTER_NOTHING, ERR_REGISTER_NAME, ERR_REGISTER_VOID, ERR_REGISTER_REASON, ERR_REGISTER_DAY. */
[[nodiscard]] bool register_happen(struct register_entry *e, struct register_event *happened, struct arena *a,
                                   const struct register_def *d, const struct register_told *t, struct err *err);
/* What makes an entry one: the values of the key of its register; "" where one is missing. */
struct str register_key_of(struct arena *a, const struct register_def *d, const struct register_entry *e);
/* What a field takes, for messages: its choices, or its type with its limits. */
struct str register_field_takes(struct arena *a, const struct register_field *f, struct str typed);
#endif
