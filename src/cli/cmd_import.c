/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_import: reports come into the record. Each file is one change of the record: when one cannot be read, it is told
 * of and the others go on; when the record cannot be written, the rest is not tried.
 */
#include "file.h"
#include "form_options.h"
#include "import.h"
#include "reading.h"
#include "record_cells.h"
#include "validate_cells.h"

static const struct column COLUMNS[] = {
    {"file", tr("Tệp"), 0},
    {"document", tr("Tài liệu"), COLUMN_FIXED},
    {"outcome", tr("Kết quả"), 0},
    {"statements", tr("Phát biểu"), COLUMN_NUMBER},
    {"figures", tr("Số liệu"), COLUMN_NUMBER},
    {"resolved", tr("Rõ nghĩa"), COLUMN_NUMBER},
    {"fresh", tr("Mới"), COLUMN_NUMBER},
    {"withdrawn", tr("Thay thế"), COLUMN_NUMBER},
    {"accepted", tr("Chấp nhận"), COLUMN_NUMBER},
};

static void put_row(struct cli *c, struct rows *r, struct str file, const struct import_result *result)
{
    rows_text(r, file);
    document_id_cell(r, result->document);
    outcome_cell(r, c->lang, result);
    const size_t counts[] = {result->statements, result->figures,   result->resolved,
                             result->fresh,      result->withdrawn, result->accepted};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        bool asked = result->outcome != IMPORT_UNCHANGED || i == sizeof counts / sizeof *counts - 1;
        if (asked)
            rows_int(r, (int64_t)counts[i]);
        else
            rows_none(r);
    }
    rows_end(r);
}

/* Whether it makes no sense to go on with the next file. */
static bool is_of_record(const struct err *err)
{
    struct str name = err_name(err->code);
    return str_starts(name, STR("record_")) || str_starts(name, STR("key_")) || str_starts(name, STR("output"));
}

static bool import_one(struct cli *c, struct rows *r, struct str path, const struct author *author,
                       const struct import_options *o, struct err *err)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct import_result result;
    struct str bytes;
    bool ok = file_read(&bytes, a, path, DOCUMENT_BYTES_MAX, err) &&
              import_bytes(&result, c->db, a, author, bytes, path, o, err);
    if (ok) put_row(c, r, cli_shown(a, path), &result);
    if (ok) cli_put_left(c, &result);
    if (ok && result.unclear.len)
        cli_note(
            c,
            tr("{1}: «{2}» có thể là nhiều đơn vị, nên chưa số liệu nào rõ nơi; nhập lại với --place \"{2}, tỉnh …\""),
            cli_shown(a, path), result.unclear);
    arena_close(a);
    if (ok || is_of_record(err)) return ok;
    cli_problem(c, err);
    return true;
}

/* The workbook that a document is, for the addresses of its cells; false: it is none. */
static bool find_book(struct workbook *book, struct arena *a, struct str bytes, struct str path,
                      const struct read_options *o)
{
    enum workbook_kind kind;
    struct err own;
    struct workbook_options options = {.from = o->from};
    return workbook_detect(&kind, bytes, path) && workbook_read(book, a, bytes, path, kind, &options, &own);
}

/* What would be imported, with what is wrong or odd about it; nothing is changed. */
static bool preview(struct cli *c, struct str path, const struct read_options *o, struct err *err)
{
    struct arena *a = c->arena;
    struct read_result read;
    struct workbook book;
    struct validation found;
    struct str bytes;
    if (!file_read(&bytes, a, path, DOCUMENT_BYTES_MAX, err) || !read_bytes(&read, a, bytes, path, o, err))
        return false;
    struct validate_file f = {.read = &read};
    if (find_book(&book, a, bytes, path, o) && str_eq(book.text, read.document.text.inside)) f.book = &book;
    return validate_statements(&found, c->db, a, &f, err) && cli_put_figures(c, &read, &found, err);
}

static bool run(struct cli *c, struct err *err)
{
    if (cli_flag(c, "dry-run")) {
        struct read_options reading = cli_reading(c);
        if (c->arg_count > 1) return fail(err, ERR_IMPORT_PREVIEW);
        return preview(c, c->args[0], &reading, err);
    }
    struct import_options o = {.read = cli_reading(c), .accept = cli_flag(c, "accept")};
    struct author author;
    bool ok = cli_author(&author, c, err);
    struct rows *r = cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    for (size_t i = 0; ok && i < c->arg_count; i++) {
        if (c->arg_count > 1) cli_progress(c, tr("Đang nhập tệp"), i + 1, c->arg_count);
        ok = import_one(c, r, c->args[i], &author, &o, err) && cli_drain(c, err);
    }
    if (ok) cli_rows_close(c, r);
    return ok;
}

static const struct option_spec OPTIONS[] = {
    READING_OPTIONS,
    {"dry-run", 0, OPTION_FLAG, .help = tr("chỉ in số liệu đọc được và điều đáng ngờ, không đổi gì; mỗi lần một tệp")},
    {"accept", 'a', OPTION_FLAG,
     .help = tr("chấp nhận luôn những số liệu rõ chỉ tiêu, nơi, kỳ và không mâu thuẫn với số nào")},
    CORRECTION_OPTION,
    {0},
};

const struct command cmd_import = {
    .name = "import",
    .summary = tr("đưa báo cáo vào kho: giữ nguyên tệp, đọc số liệu, chờ duyệt"),
    .usage = {tr("[TÙY CHỌN] TỆP...")},
    .about = tr("Mỗi tệp vào kho trọn vẹn hoặc không vào. Nhập lại cùng một tệp thì không đổi gì.\n"
                "Cùng tệp nhưng nêu ngày hay nơi khác, hoặc bộ đọc đã mới hơn, thì được đọc lại: điều đã chấp nhận vẫn "
                "được giữ nguyên."),
    .options = OPTIONS,
    .examples = {{"dieuhanh import bao-cao-6-thang.txt", tr("đọc, chờ duyệt; xem bằng dieuhanh statements")},
                 {"dieuhanh import --dry-run bao-cao-6-thang.txt", tr("xem trước, kèm điều sai và đáng ngờ")},
                 {"dieuhanh import --accept --place \"quận An Hòa\" bao-cao/*.txt",
                  tr("chấp nhận luôn những gì rõ ràng")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .needs = NEEDS_RECORD_WRITE,
    .run = run,
};
