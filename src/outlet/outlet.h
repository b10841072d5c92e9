/* SPDX-License-Identifier: Apache-2.0
 *
 * outlet: the ways by which a message leaves the program: into a directory, by e-mail, to a web hook. One row of a
 * table each, so that another way is one file and one row. Nothing here knows of reminders or of a record.
 *
 * Who sends must know afterwards whether he may send again. So there are four answers and not two:
 *
 *     sent      the other side has it
 *     failed    the other side certainly does not have it: it may be tried again
 *     refused   the other side says that it will not have it: trying again is of no use
 *     unknown   all was given, and then the line went dead: it may have arrived
 *
 * A message has an id that is the same at each try. A way for which a second time does no harm (`again`: the same file
 * written once more) never answers unknown.
 */
#ifndef OUTLET_H
#define OUTLET_H
#include "arena.h"
#include "date.h"
#include "err.h"

struct outlet_settings {
    struct str place;  /* directory; smtp://host[:port], smtps://...; https://... */
    struct str sender; /* e-mail address */
    struct str login;  /* of the server; "": none */
    struct str secret; /* password; key of the signature; "": none. Never written anywhere */
};

struct outlet_message {
    struct str id;            /* letters, digits, '-', '.' */
    struct str to;            /* address; "" where the way needs none */
    struct str who;           /* the recipient in words */
    struct str subject, text; /* of one line; of many */
    struct str json;          /* the whole as JSON */
    int64_t at;               /* when it was made, seconds since 1970 */
};

enum outlet_answer { OUTLET_SENT, OUTLET_FAILED, OUTLET_REFUSED, OUTLET_UNKNOWN };

struct outlet_type {
    struct str word;    /* "file", "mail", "webhook" */
    bool needs_address; /* a recipient without one cannot be reached */
    bool needs_sender;
    bool again; /* the same message a second time does no harm */
    /* Whether a place, an address can be one. */
    bool (*place_fits)(struct str place);
    bool (*address_fits)(struct str address);
    /* note: in the arena, what the other side said; "" mostly. */
    enum outlet_answer (*send)(struct str *note, struct arena *a, const struct outlet_settings *s,
                               const struct outlet_message *m);
};

const struct outlet_type *outlet_type_find(struct str word); /* NULL when there is none */
const struct outlet_type *outlet_types(size_t *count);

/* One mailbox, as local@domain: no blanks, no controls, nothing that a header could be broken with. */
bool mail_address_fits(struct str s);

/* The message as a mail server is given it (RFC 5322, text in base64), lines ended by CR LF. In the arena. */
struct str mail_write(struct arena *a, const struct outlet_settings *s, const struct outlet_message *m);

/* "sha256=..." of HMAC-SHA-256 over the body with the key. In the arena. */
struct str webhook_signature(struct arena *a, struct str key, struct str body);
#endif
