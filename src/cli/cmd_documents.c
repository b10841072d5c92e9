/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_documents: the documents of the record; or one of them as it came, or as text.
 */
#include "content.h"
#include "document_rows.h"
#include "record_cells.h"
#include "statement_cells.h"

static const struct column COLUMNS[] = {
    {"id", tr("Số"), COLUMN_FIXED},
    {"name", tr("Tên"), 0},
    {"date", tr("Ngày"), COLUMN_FIXED},
    {"place", tr("Nơi"), 0},
    {"format", tr("Dạng"), COLUMN_DATA},
    {"size", NULL, COLUMN_DATA},
    {"time", tr("Nhập lúc"), COLUMN_FIXED},
    {"who", tr("Người nhập"), 0},
    {"proposed", tr("Chờ duyệt"), COLUMN_NUMBER},
    {"accepted", tr("Chấp nhận"), COLUMN_NUMBER},
    {"rejected", tr("Đã loại"), COLUMN_NUMBER},
    {"reader", NULL, COLUMN_DATA},
    {"sha256", NULL, COLUMN_DATA},
};

static void date_cell(struct rows *r, struct date d)
{
    struct buf b = buf_make(16);
    date_write(&b, d);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static void put_row(struct rows *r, const struct listed_document *d)
{
    struct digest_text sha256 = digest_text(d->document.sha256);
    document_id_cell(r, d->document.id);
    rows_text(r, d->document.name);
    date_cell(r, d->reading.date);
    rows_text(r, d->reading.place);
    rows_text(r, d->reading.format);
    rows_int(r, (int64_t)d->document.size);
    time_cell(r, d->time);
    rows_text(r, d->who);
    rows_int(r, (int64_t)d->proposed);
    rows_int(r, (int64_t)d->accepted);
    rows_int(r, (int64_t)d->rejected);
    rows_text(r, d->reading.reader);
    rows_text(r, digest_str(&sha256));
    rows_end(r);
}

static bool put_content(struct cli *c, const char *option, bool as_text, struct err *err)
{
    struct document_id id;
    struct listed_document d;
    struct str bytes;
    if (!cli_document_id(&id, c, option, err) || !document_load(&d, c->db, c->arena, id, err)) return false;
    if (!content_load(&bytes, c->db, c->arena, as_text ? d.reading.text : d.document.sha256, err)) return false;
    buf_put(c->out, bytes);
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct document_list list;
    if (cli_given(c, "get")) return put_content(c, "get", false, err);
    if (cli_given(c, "text")) return put_content(c, "text", true, err);
    if (!document_list(&list, c->db, c->arena, (struct document_id){0}, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    bool ok = true;
    for (size_t i = 0; ok && i < list.len; i++) {
        put_row(r, &list.at[i]);
        ok = cli_drain(c, err);
    }
    rows_close(r);
    return ok;
}

static const struct option_spec OPTIONS[] = {
    {"get", 'g', OPTION_TEXT, tr("TÀI LIỆU"), .help = tr("in nguyên vẹn tệp đã nhập, ví dụ D7")},
    {"text", 't', OPTION_TEXT, tr("TÀI LIỆU"), .help = tr("in văn bản đã tách ra từ tệp")},
    {0},
};

const struct command cmd_documents = {
    .name = "documents",
    .summary = tr("xem các tài liệu trong kho, lấy lại nguyên vẹn một tài liệu"),
    .usage = {tr("[TÙY CHỌN]")},
    .options = OPTIONS,
    .examples = {{"dieuhanh documents", tr("danh sách tài liệu")},
                 {"dieuhanh documents --get D7 > bao-cao.txt", tr("lấy lại tệp như khi nhập")}},
    .formats = FORMATS_ROWS,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
