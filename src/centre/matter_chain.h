/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_chain: the way of a decision down to the work: a resolution, the decision that carries it out, the plan of a
 * district, the tasks of departments by field.
 *
 *     98/2023/QH15                     tasks below it 3, in time 1/2
 *       2856/QĐ-UBND
 *         232/KH-UBND
 *           Tài chính (field)
 *             M1 ...
 *               M4 ... (a part of M1)
 *
 * Documents stand below the one that they carry out as somebody said it (origin_document_rows.h), matters below the
 * document that they name (origin_document.h), parts below their whole. A matter that names no document and is a part
 * stands below its whole alone. A document that only matters name is a node too. The sums of a node are over all
 * matters below it, each counted once.
 */
#ifndef MATTER_CHAIN_H
#define MATTER_CHAIN_H
#include "document_rows.h"
#include "matter_board.h"
#include "origin_document_rows.h"

enum chain_sort { CHAIN_DOCUMENT, CHAIN_FIELD, CHAIN_MATTER };
struct chain_node {
    enum chain_sort sort;
    unsigned depth;
    struct str key;                              /* of a document */
    const struct kept_origin_document *document; /* NULL: nobody entered it */
    struct str field;                            /* of a field; "": not said */
    struct board_matter row;                     /* of a matter */
    struct matter_sum sum;                       /* of all matters below it, and itself */
};
struct chain {
    VEC_FIELDS(struct chain_node); /* as a tree is read: each node before what is below it */
};
struct chain_wish {
    struct str document; /* a symbol: it and what is below it; "": all */
    struct str kind;     /* "": any */
    struct date on;
};
/* ERR_CHAIN_SYMBOL; ERR_CHAIN_MISSING where neither a chain nor a matter knows the document. */
[[nodiscard]] bool matter_chain(struct chain *out, struct db *db, struct arena *a, const struct chain_wish *w,
                                struct err *err);

/* What documents that were read say of others: that one carries out another ("triển khai Nghị quyết 98/2023/QH15"). The
 * last reading of each document is asked; a pair is told once, by the first document that says it. */
struct chain_read {
    struct kept_origin_document said; /* basis: the symbol as written; name: what it is about */
    struct str basis_key;
    struct document_id document;
    struct str file;
    bool known; /* the chains have it, below that document */
};
struct chain_reads {
    VEC_FIELDS(struct chain_read);
};
[[nodiscard]] bool chain_proposals(struct chain_reads *out, struct db *db, struct arena *a, struct err *err);

/* A document joins the chains, or is said anew: what is "" or unknown in *d stays as it was. d->symbol and d->basis as
 * typed. d->used false: it leaves them. *kept: as it is now. Errors: ERR_CHAIN_SYMBOL, ERR_CHAIN_CIRCLE,
 * ERR_CHAIN_SAME, ERR_CHAIN_MISSING. */
[[nodiscard]] bool chain_set(struct kept_origin_document *kept, struct db *db, struct arena *a,
                             const struct author *author, const struct kept_origin_document *d, struct err *err);
#endif
