/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_statements: what the documents of the record say, and what became of it: what waits for a decision unless another
 * state is asked for. Rows are fetched a page at a time, so that a record of any size is listed in little memory.
 */
#include "record_cells.h"
#include "statement_cells.h"
#include "statement_rows.h"

enum { PAGE = 500 };

static const struct column COLUMNS[] = {
    {"id", tr("Số"), COLUMN_FIXED},
    {"document", tr("Tài liệu"), COLUMN_FIXED},
    {"state", tr("Trạng thái"), 0},
    {"figure", NULL, COLUMN_DATA},
    {"start", NULL, COLUMN_DATA},
    {"end", NULL, COLUMN_DATA},
    {"unit_code", NULL, COLUMN_DATA},
    {"layer", NULL, COLUMN_DATA},
    STATEMENT_COLUMNS,
};

static const char *const STATES[] = {"proposed", "accepted", "rejected", "withdrawn", "all", NULL};
static const char *const KINDS[] = {"figure", "document_reference", "directive", "all", NULL};

static const char *state_shown(enum statement_state s)
{
    switch (s) {
    case STATE_PROPOSED: return tr("chờ duyệt");
    case STATE_ACCEPTED: return tr("đã chấp nhận");
    case STATE_REJECTED: return tr("đã loại");
    case STATE_WITHDRAWN: return tr("đã thay thế");
    case STATE_COUNT: break;
    }
    return "";
}

static void put_row(struct cli *c, struct rows *r, const struct kept_statement *s)
{
    struct buf figure = buf_make(16);
    if (s->figure.n) figure_id_write(&figure, s->figure);
    statement_id_cell(r, s->id);
    document_id_cell(r, s->document);
    rows_text_shown(r, statement_state_name(s->state), tr_text(c->lang, state_shown(s->state)));
    rows_text(r, buf_str(&figure));
    rows_int(r, s->said.statement.span.start);
    rows_int(r, s->said.statement.span.end);
    rows_text(r, s->said.unit);
    rows_text(r, s->said.layer);
    statement_cells(c, r, &s->said.statement);
    rows_end(r);
    buf_free(&figure);
}

/* One page; *more is false after the last. */
static bool put_page(struct cli *c, struct rows *r, struct statement_filter *filter, bool *more, struct err *err)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct statement_list list = {0};
    bool ok = statement_list(&list, c->db, a, filter, err);
    for (size_t i = 0; ok && i < list.len; i++) {
        put_row(c, r, &list.at[i]);
        filter->after = list.at[i].id;
        ok = cli_drain(c, err);
    }
    *more = list.len == filter->most;
    arena_close(a);
    return ok;
}

static bool run(struct cli *c, struct err *err)
{
    int state = cli_choice(c, "state"), kind = cli_choice(c, "kind");
    uint64_t left = cli_given(c, "limit") ? cli_count(c, "limit") : UINT64_MAX;
    struct statement_filter filter = {
        .by_state = state < STATE_COUNT,
        .state = (enum statement_state)state,
        .by_kind = kind <= STATEMENT_DIRECTIVE,
        .kind = (enum statement_kind)kind,
    };
    if (!cli_document_id(&filter.document, c, "document", err)) return false;
    struct rows *r = cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    bool ok = true, more = left > 0;
    while (ok && more) {
        filter.most = left < PAGE ? left : PAGE;
        left -= filter.most;
        ok = put_page(c, r, &filter, &more, err);
        more = more && left > 0;
    }
    rows_close(r);
    return ok;
}

static const struct option_spec OPTIONS[] = {
    {"document", 'd', OPTION_TEXT, tr("TÀI LIỆU"), .help = tr("chỉ của một tài liệu, ví dụ D7")},
    {"state", 's', OPTION_CHOICE, tr("TRẠNG THÁI"), STATES, "proposed",
     .help = tr("chờ duyệt (proposed), đã chấp nhận (accepted), đã loại (rejected), đã thay thế (withdrawn) hay tất cả "
                "(all)")},
    {"kind", 'k', OPTION_CHOICE, tr("LOẠI"), KINDS, "all", .help = tr("số liệu, viện dẫn văn bản, chỉ đạo hay tất cả")},
    {"limit", 'n', OPTION_COUNT, tr("SỐ"), .help = tr("in nhiều nhất chừng ấy dòng")},
    {0},
};

const struct command cmd_statements = {
    .name = "statements",
    .summary = tr("xem những gì đã đọc được trong các tài liệu của kho"),
    .usage = {tr("[TÙY CHỌN]")},
    .options = OPTIONS,
    .examples = {{"dieuhanh statements", tr("những gì đang chờ duyệt")},
                 {"dieuhanh statements --document D7 --state all", tr("mọi điều một tài liệu nêu")},
                 {"dieuhanh statements --format csv > cho-duyet.csv", tr("để xem bằng bảng tính")}},
    .formats = FORMATS_ROWS,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
