/* SPDX-License-Identifier: Apache-2.0
 *
 * reminder: people are told of what they owe before, on and after its due day (domain/remind.h says by which rules), by
 * the outlets of the record (outlet/outlet.h). In two steps, each of which may be cut off at any place:
 *
 *  1. *Plan*: what somebody has to be told by now and was not yet becomes one message for each recipient and outlet, a
 *     digest. One entry of the journal; the text is content. The key of an item (matter, due day, rule, recipient,
 *     outlet, step) is why nobody is told of one thing twice, however often and by how many programs at once it is
 *     planned.
 *  2. *Send*: a message is first marked as being sent, in the journal, and then sent. Who is cut off between the two
 *     leaves a mark behind, and that message is not sent again by itself unless a second time does no harm: it is
 *     *unknown*, and a person decides. What certainly did not arrive is tried again, each time later.
 */
#ifndef REMINDER_H
#define REMINDER_H
#include "change.h"
#include "outlet.h"
#include "unit_look.h"

/* --- how it is set up */

struct effective_rule {
    struct remind_rule rule;
    bool own; /* the office's; else the program's */
    bool used;
};
struct effective_rules {
    VEC_FIELDS(struct effective_rule); /* by code */
};
/* The program's rules, and those of the record in their place. db NULL: the program's. */
[[nodiscard]] bool remind_rules_now(struct effective_rules *out, struct db *db, struct arena *a, struct err *err);

/* Errors: ERR_REMIND_CODE, ERR_REMIND_STEPS, ERR_REMIND_EVERY, ERR_KIND_UNKNOWN. */
[[nodiscard]] bool remind_rule_set(struct db *db, struct arena *a, const struct author *author,
                                   const struct kept_remind_rule *r, struct err *err);
/* Errors: ERR_OUTLET_NAME, ERR_OUTLET_TYPE, ERR_OUTLET_PLACE, ERR_OUTLET_SENDER, ERR_OUTLET_SECRET. */
[[nodiscard]] bool outlet_set(struct db *db, struct arena *a, const struct author *author, const struct kept_outlet *o,
                              struct err *err);
/* Errors: ERR_OUTLET_UNKNOWN, ERR_CONTACT_ADDRESS. */
[[nodiscard]] bool contact_set(struct db *db, struct arena *a, const struct author *author,
                               const struct kept_contact *c, struct err *err);
/* The outlet of a name. ERR_OUTLET_UNKNOWN. */
[[nodiscard]] bool outlet_find(struct kept_outlet *out, struct db *db, struct arena *a, struct str name,
                               struct err *err);

/* --- plan */

struct remind_wish {
    struct date on;
    bool dry; /* look only */
};

/* One thing to tell. */
struct remind_item {
    struct delivery_item item;
    const struct kept_matter *matter;
    struct str unit_name;
    int32_t late; /* working days after the due day */
};

struct remind_message {
    struct str side, who, who_name;
    struct str outlet, address;
    struct {
        VEC_FIELDS(struct remind_item); /* by due day, matter, rule; reports behind */
    } items;
    struct str subject, text;
    struct digest sha256; /* of the whole, in JSON; not when only looked at */
    struct delivery_id id;
};

/* Who should be told and cannot be reached by any outlet. */
struct remind_unreached {
    struct str side, who, who_name;
    size_t matters;
};

struct remind_plan {
    VEC_FIELDS(struct remind_message); /* by outlet, side, who */
    struct {
        VEC_FIELDS(struct remind_unreached); /* by side, who */
    } unreached;
    size_t looked; /* matters */
};
/* Errors beside the usual: ERR_OUTLET_NONE. */
[[nodiscard]] bool remind_plan(struct remind_plan *out, struct db *db, struct arena *a, const struct author *author,
                               const struct remind_wish *w, struct err *err);

/* --- send */

struct sent_one {
    struct kept_delivery delivery; /* as it was before */
    enum delivery_state state;     /* and is now */
    struct str note;
};
struct sent_list {
    VEC_FIELDS(struct sent_one);
};
/* All that waits, and what failed and is due again. A failure of one does not keep the others back. */
[[nodiscard]] bool remind_send(struct sent_list *out, struct db *db, struct arena *a, const struct author *author,
                               struct err *err);

/* A person decides of a message. Errors: ERR_DELIVERY_MISSING, ERR_DELIVERY_STATE, ERR_DELIVERY_REASON. */
[[nodiscard]] bool remind_decide(struct db *db, struct arena *a, const struct author *author, struct delivery_id id,
                                 enum delivery_state to, struct str reason, struct err *err);

/* What was sent, or will be: parts of the content of a delivery, in the arena. */
struct delivery_words {
    struct str subject, text, json, who_name;
};
[[nodiscard]] bool delivery_words(struct delivery_words *out, struct db *db, struct arena *a,
                                  const struct kept_delivery *d, struct err *err);
#endif
