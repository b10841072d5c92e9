/* SPDX-License-Identifier: Apache-2.0
 *
 * record_cells: what the commands about the record have in common: who makes a change, ids as they are typed and shown.
 */
#ifndef RECORD_CELLS_H
#define RECORD_CELLS_H
#include "command.h"
#include "import.h"
#include "journal.h"
#include "record_id.h"
#include "rows.h"

/* Of commands that can change figures of a locked report: why. */
#define CORRECTION_OPTION                                                                                              \
    {                                                                                                                  \
        "correction", 0, OPTION_TEXT, tr("LÝ DO"),                                                                     \
            .help = tr("đính chính số liệu của báo cáo đã khóa: lý do, ghi vào nhật ký; số cũ vẫn được giữ")           \
    }

/* Who does it, when, with which key (--by, the clock, --key), and --correction where the command has it. Errors: those
 * of signing_key_load, ERR_CORRECTION_REASON. */
[[nodiscard]] bool cli_author(struct author *out, struct cli *c, struct err *err);

/* The arguments from the first on, as ids of statements, in c->arena. Errors: ERR_STATEMENT_ID. */
[[nodiscard]] bool cli_statement_ids(struct statement_id **out, struct cli *c, struct err *err);
/* The option, as the id of a document; none when it is not given. Errors: ERR_DOCUMENT_ID. */
[[nodiscard]] bool cli_document_id(struct document_id *out, struct cli *c, const char *option, struct err *err);

/* The option, as a checkpoint: the text itself or a file, which may hold other words before it (the foot of a report).
 * Errors: those of file_read, ERR_CHECKPOINT_NOT. */
[[nodiscard]] bool cli_checkpoint(struct checkpoint *out, struct cli *c, const char *option, struct err *err);

/* What an import was to correct and left proposed, each by its name; then the status says so (3). */
void cli_put_left(struct cli *c, const struct import_result *result);

void statement_id_cell(struct rows *r, struct statement_id id); /* "" for none */
void document_id_cell(struct rows *r, struct document_id id);
/* What an import did: "new" for programs, in the language of the user for eyes. */
void outcome_cell(struct rows *r, enum lang lang, const struct import_result *of);
/* A time of the journal ("2023-07-13T02:15:00Z"), for eyes as the clock in Việt Nam shows it: "13/07/2023 09:15". */
void time_cell(struct rows *r, struct str utc);
struct str time_shown(struct arena *a, struct str utc); /* the same as a text */
#endif
