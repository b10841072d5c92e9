/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_read: what the reports say: every figure, reference and directive, with the words that prove it. It needs no
 * record. Files are read one after another, each in an arena of its own, and statements are written as they are made,
 * so memory follows the largest file and neither the number of files nor that of the figures; a file that cannot be
 * read is told of and the others go on.
 */
#include "command.h"
#include "reading.h"
#include "statement_cells.h"
#include "statement_write.h"

static const struct column COLUMNS[] = {
    {"file", tr("Tệp"), COLUMN_DATA}, /* first: shown in a table of several files */
    {"start", NULL, COLUMN_DATA},
    {"end", NULL, COLUMN_DATA},
    STATEMENT_COLUMNS,
};
enum { COLUMN_COUNT = sizeof COLUMNS / sizeof COLUMNS[0] };

static void put_row(struct cli *c, struct rows *r, const struct statement *s, struct str file, struct span span)
{
    rows_text(r, file);
    rows_int(r, span.start);
    rows_int(r, span.end);
    statement_cells(c, r, s);
    rows_end(r);
}

/* Where the rows of all files go: to `rows`, or as JSON objects straight to the output. */
struct sink {
    struct cli *cli;
    struct rows *rows; /* NULL: JSON */
    struct str name;   /* of the file, as it is shown */
    struct err *err;
    bool array; /* --format json */
    bool first;
    bool failed; /* the output, *err says how */
};

static bool put_some(void *to, const struct read_result *read, const struct statement *at, size_t count)
{
    struct sink *sink = to;
    struct cli *c = sink->cli;
    for (size_t i = 0; i < count && !sink->failed; i++) {
        struct span span = read_original(read, at[i].span);
        if (sink->rows) {
            put_row(c, sink->rows, &at[i], sink->name, span);
        } else {
            if (sink->array) buf_char(c->out, sink->first ? '[' : ',');
            statement_write(c->out, &at[i], sink->name, span, STR(""), at);
            sink->first = false;
        }
        sink->failed = !cli_drain(c, sink->err);
    }
    return !sink->failed;
}

static bool read_one(struct cli *c, struct sink *sink, struct str path, const struct read_options *o, struct err *err)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct read_result *read = arena_new(a, struct read_result);
    sink->name = cli_shown(a, path);
    bool ok = read_file_stream(read, a, path, o, (struct read_sink){put_some, sink}, err);
    arena_close(a);
    if (sink->failed) return false;
    if (!ok) cli_problem(c, err);
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct read_options o = cli_reading(c);
    struct sink sink = {.cli = c, .err = err, .array = c->format == FORMAT_JSON, .first = true};
    struct column columns[COLUMN_COUNT];
    for (size_t i = 0; i < COLUMN_COUNT; i++) columns[i] = COLUMNS[i];
    if (c->arg_count > 1) columns[0].flags = 0;
    if (c->format != FORMAT_JSON && c->format != FORMAT_JSONL) sink.rows = cli_rows(c, columns, COLUMN_COUNT);
    for (size_t i = 0; i < c->arg_count; i++) {
        if (c->arg_count > 1) cli_progress(c, tr("Đang đọc tệp"), i + 1, c->arg_count);
        if (!read_one(c, &sink, c->args[i], &o, err)) return false;
    }
    if (sink.rows) cli_rows_close(c, sink.rows);
    if (sink.array) buf_put(c->out, sink.first ? STR("[]\n") : STR("]\n"));
    return true;
}

static const struct option_spec OPTIONS[] = {
    READING_OPTIONS,
    {0},
};

const struct command cmd_read = {
    .name = "read",
    .summary = tr("đọc báo cáo, in mọi số liệu kèm nghĩa và câu chữ làm chứng"),
    .usage = {tr("[TÙY CHỌN] TỆP...")},
    .about = tr("Đọc văn bản thuần, Markdown, HTML, PDF có chữ, bảng tính (XLSX, XLS, CSV); «-» là đầu vào chuẩn. "
                "Không cần kho "
                "số liệu.\n"
                "Mỗi số liệu có: giá trị, đơn vị tính, kiểu, kỳ, chỉ tiêu, nơi, và vị trí của câu chữ trong tệp.\n"
                "Tệp nào không đọc được thì báo lỗi rồi đọc tiếp tệp sau; khi đó mã thoát là 1."),
    .options = OPTIONS,
    .examples = {{"dieuhanh read bao-cao.txt", tr("bảng các số liệu trong báo cáo")},
                 {"dieuhanh read --date 2023-07-13 --place \"quận An Hòa\" bao-cao.txt",
                  tr("khi báo cáo không ghi ngày và nơi")},
                 {"dieuhanh read --format jsonl *.txt > so-lieu.jsonl",
                  tr("mỗi dòng một số liệu, cho chương trình khác")},
                 {"curl -s https://example.vn/bao-cao | dieuhanh read -", tr("đọc từ một lệnh khác")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .run = run,
};
