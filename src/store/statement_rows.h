/* SPDX-License-Identifier: Apache-2.0
 *
 * statement_rows: what the documents of a record say, and what became of it.
 */
#ifndef STATEMENT_ROWS_H
#define STATEMENT_ROWS_H
#include "db.h"
#include "record_id.h"
#include "said.h"
#include "sha256.h"

enum statement_state {
    STATE_PROPOSED, /* nobody has judged it */
    STATE_ACCEPTED,
    STATE_REJECTED,
    STATE_WITHDRAWN, /* a later reading did not say it again before anybody judged it */
    STATE_COUNT
};

struct str statement_state_name(enum statement_state s); /* "proposed", ... */
bool statement_state_find(enum statement_state *out, struct str name);

struct kept_statement {
    struct statement_id id;
    struct document_id document;
    uint32_t reading; /* the first that said it; its text is the one that the span is in */
    enum statement_state state;
    struct figure_id figure; /* that it made or confirms; n == 0: none */
    int64_t decided;         /* journal entry that brought the state */
    struct said said;
};

struct statement_list {
    VEC_FIELDS(struct kept_statement);
};

struct statement_filter {
    struct document_id document; /* n == 0: of all documents */
    bool by_state, by_kind;
    enum statement_state state;
    enum statement_kind kind;
    struct statement_id after; /* only those with a greater id */
    uint64_t most;             /* at most so many; 0: no limit */
};

/* Save a new statement under the next id, which is put into s->id. */
[[nodiscard]] bool statement_save(struct kept_statement *s, struct db *db, struct arena *a, struct err *err);
/* ERR_STATEMENT_MISSING when there is none. Strings of all results live in the arena. */
[[nodiscard]] bool statement_load(struct kept_statement *out, struct db *db, struct arena *a, struct statement_id id,
                                  struct err *err);
/* The statements of many ids at once, in the order of the ids: out->at[i] is ids[i]. */
[[nodiscard]] bool statement_load_all(struct statement_list *out, struct db *db, struct arena *a,
                                      const struct statement_id *ids, size_t count, struct err *err);
[[nodiscard]] bool statement_list(struct statement_list *out, struct db *db, struct arena *a,
                                  const struct statement_filter *filter, struct err *err);
/* Directives behind `after` that nobody rejected and of which no matter was made (matter_origin.h), at most `most`; of
 * one document, or of all when its n == 0. */
[[nodiscard]] bool statement_list_waiting(struct statement_list *out, struct db *db, struct arena *a,
                                          struct document_id document, struct statement_id after, uint64_t most,
                                          struct err *err);
/* Those of a document that were said of one text and still stand. */
[[nodiscard]] bool statement_list_of_text(struct statement_list *out, struct db *db, struct arena *a,
                                          struct document_id document, struct digest text, struct err *err);
/* Those that made a figure or say the same. */
[[nodiscard]] bool statement_list_of_figure(struct statement_list *out, struct db *db, struct arena *a,
                                            struct figure_id figure, struct err *err);

struct id_list {
    VEC_FIELDS(uint32_t);
};
/* The ids of those of a document that nobody has judged. */
[[nodiscard]] bool statement_ids_proposed(struct id_list *out, struct db *db, struct arena *a,
                                          struct document_id document, struct err *err);

/* What was decided of statements: a state, and for each the figure that it made or confirms (figures NULL, or n == 0:
 * none). Of an id that stands there twice the last counts. `entry` is the one that decided. */
[[nodiscard]] bool statement_decide(struct db *db, const struct statement_id *ids, const struct figure_id *figures,
                                    size_t count, enum statement_state state, int64_t entry, struct err *err);
/* Withdraw those that nobody has judged. */
[[nodiscard]] bool statement_withdraw(struct db *db, const struct id_list *ids, int64_t entry, struct err *err);
#endif
