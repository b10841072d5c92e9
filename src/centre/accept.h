/* SPDX-License-Identifier: Apache-2.0
 *
 * accept: statements become figures of the record, or are rejected. A figure is known by its key: indicator, unit,
 * period, kind, aspect, layer, base of comparison. Accepting a statement makes the first figure of a key, confirms the
 * current one when it says the same, or makes a revision of it when it says something else.
 */
#ifndef ACCEPT_H
#define ACCEPT_H
#include "change.h"

/* What an officer adds to a statement that the reader could not complete, or says instead. */
struct accept_choice {
    struct str indicator; /* code; "": as read */
    struct str unit;      /* name or code; "": as read */
    struct period period; /* NONE: as read */
    struct str layer;     /* literal of a layer of plan; only when has_layer */
    bool has_layer;
};

struct accept_result {
    size_t made;      /* figures of new keys */
    size_t revised;   /* revisions of figures that were there */
    size_t confirmed; /* figures that say the same again */
    size_t others;    /* references and directives */
    size_t already;   /* were accepted before: nothing was changed for them */
};

/* Accept these statements as a person's decision, all or none, in one change. Errors: ERR_STATEMENT_MISSING,
 * ERR_ACCEPT_INDICATOR, ERR_ACCEPT_UNIT, ERR_ACCEPT_PERIOD (what is missing and not chosen; argument: the id),
 * ERR_ACCEPT_MEASURE (the indicator is not measured so), ERR_ACCEPT_WITHDRAWN, ERR_INDICATOR_UNKNOWN,
 * ERR_PLAN_LAYER_UNKNOWN. */
[[nodiscard]] bool accept_statements(struct accept_result *out, struct db *db, struct arena *a,
                                     const struct author *author, const struct statement_id *ids, size_t count,
                                     const struct accept_choice *choice, struct err *err);

/* Accept by rule what nobody has judged of a document, inside a write transaction of the caller: figures of which
 * indicator, unit, period and measure fit, that no contradiction of the document touches (check.h), that agree with
 * each other and with the figure that the record holds, if any, within the printed precision. Of several that agree the
 * most precise makes the figure. Nothing to accept is no change. With ACCEPT_LOCKED_TOO what a locked report holds
 * otherwise is changed too: that fails with ERR_FILING_LOCKED unless the author has a reason. */
enum accept_locked {
    ACCEPT_LOCKED_NOT, /* it stays proposed, as all that contradicts the record */
    ACCEPT_LOCKED_TOO
};
/* What was to be corrected and could not be, because the document itself contradicts it: it stays proposed. */
struct left_statement {
    struct statement_id id;
    struct figure figure; /* that it says */
};
struct left_list {
    VEC_FIELDS(struct left_statement);
};
/* left: filled with ACCEPT_LOCKED_TOO when the author corrects; of what a locked report holds otherwise or not. */
[[nodiscard]] bool accept_resolved(size_t *accepted, struct left_list *left, struct db *db, struct arena *a,
                                   const struct author *author, struct document_id document, enum accept_locked locked,
                                   struct err *err);

/* The same in a transaction of its own. */
[[nodiscard]] bool accept_document(size_t *accepted, struct left_list *left, struct db *db, struct arena *a,
                                   const struct author *author, struct document_id document, enum accept_locked locked,
                                   struct err *err);

/* Reject statements, all or none, in one change. A figure that no accepted statement says any more does not stand any
 * more. *rejected does not count those that were rejected before. Errors: ERR_STATEMENT_MISSING. */
[[nodiscard]] bool reject_statements(size_t *rejected, struct db *db, struct arena *a, const struct author *author,
                                     const struct statement_id *ids, size_t count, struct str reason, struct err *err);
#endif
