/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_read: what the reports say: every figure, reference and directive, with the words that prove it. It needs no record. Files
 * are read one after another, each in an arena of its own, so memory follows the largest file and not their number; a file that
 * cannot be read is told of and the others go on.
 */
#include "command.h"
#include "reading.h"
#include "statement_write.h"

static const struct column COLUMNS[] = {
    {"file", tr("Tệp"), COLUMN_DATA}, /* first: shown in a table of several files */
    {"start", NULL, COLUMN_DATA},     {"end", NULL, COLUMN_DATA},
    {"statement", NULL, COLUMN_DATA}, {"quote", tr("Trích"), 0},
    {"value", NULL, COLUMN_DATA},     {"value_max", NULL, COLUMN_DATA},
    {"of", NULL, COLUMN_DATA},        {"unit", NULL, COLUMN_DATA},
    {"bound", NULL, COLUMN_DATA},     {"kind", NULL, COLUMN_DATA},
    {"against", NULL, COLUMN_DATA},   {"aspect", NULL, COLUMN_DATA},
    {NULL, tr("Nghĩa"), COLUMN_EYES}, {"period", tr("Kỳ"), 0},
    {"subject", tr("Chỉ tiêu"), 0},   {"indicator", tr("Mã"), COLUMN_FIXED},
    {"place", tr("Nơi"), 0},          {"rule", NULL, COLUMN_DATA},
};
enum { COLUMN_COUNT = sizeof COLUMNS / sizeof COLUMNS[0] };

static void put_period(struct cli *c, struct rows *r, struct period p)
{
    struct buf b = buf_make(100), shown = buf_make(200);
    period_write(&b, p);
    if (c->lang == LANG_VI)
        period_write_vi(&shown, p);
    else
        buf_put(&shown, buf_str(&b));
    rows_text_shown(r, buf_str(&b), buf_str(&shown));
    buf_free(&b);
    buf_free(&shown);
}

/* What people call the kinds of FORMATS.md, with what is needed to tell two figures of a clause apart. */
static const char *kind_shown(const struct figure_statement *f)
{
    bool same = f->against == AGAINST_SAME_PERIOD, down = decimal_sign(f->value) < 0;
    switch (f->kind) {
    case KIND_LEVEL:
        return f->aspect == ASPECT_PLAN ? tr("kế hoạch") : f->aspect == ASPECT_ESTIMATE ? tr("ước") : tr("mức");
    case KIND_GROWTH:
        if (down) return same ? tr("% giảm so cùng kỳ") : tr("% giảm");
        return same ? tr("% tăng so cùng kỳ") : tr("% tăng");
    case KIND_CHANGE:
        if (down) return same ? tr("giảm so cùng kỳ") : tr("giảm");
        return same ? tr("tăng so cùng kỳ") : tr("tăng");
    case KIND_PLAN_RATIO: return tr("% kế hoạch");
    case KIND_SHARE: return tr("tỷ trọng");
    case KIND_FRACTION: return tr("đạt trên tổng");
    case KIND_COUNT: break;
    }
    return "";
}

static void put_against(struct rows *r, const struct figure_statement *f)
{
    struct buf b = buf_make(100);
    statement_write_against(&b, f);
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

static void put_decimal_if(struct rows *r, bool has, struct decimal d)
{
    if (has)
        rows_decimal(r, d);
    else
        rows_none(r);
}

static void put_figure(struct cli *c, struct rows *r, const struct figure_statement *f)
{
    rows_decimal(r, f->value);
    put_decimal_if(r, f->has_max, f->value_max);
    put_decimal_if(r, f->has_of, f->of);
    rows_text(r, f->unit);
    rows_text(r, bound_name(f->bound));
    rows_text(r, kind_name(f->kind));
    put_against(r, f);
    rows_text(r, aspect_name(f->aspect));
    rows_text(r, tr_text(c->lang, kind_shown(f)));
    put_period(c, r, f->period);
    rows_text(r, f->subject);
    rows_text(r, f->indicator);
    rows_text(r, f->place);
}

/* The columns of a figure for a statement that is none: what it is about stands under "subject". */
static void put_other(struct cli *c, struct rows *r, const struct statement *s)
{
    bool reference = s->kind == STATEMENT_REFERENCE;
    for (int i = 0; i < 3; i++) rows_none(r);          /* value, value_max, of */
    for (int i = 0; i < 5; i++) rows_text(r, STR("")); /* unit, bound, kind, against, aspect */
    rows_text(r, tr_text(c->lang, reference ? tr("văn bản") : tr("chỉ đạo")));
    if (reference)
        rows_text(r, STR(""));
    else
        put_period(c, r, s->directive.due);
    rows_text(r, reference ? s->reference.about : s->directive.what);
    rows_text(r, STR(""));
    rows_text(r, reference ? s->reference.issuer : s->directive.whom);
}

static struct str statement_name(enum statement_kind k)
{
    switch (k) {
    case STATEMENT_FIGURE: return STR("figure");
    case STATEMENT_REFERENCE: return STR("document_reference");
    case STATEMENT_DIRECTIVE: return STR("directive");
    }
    return STR("");
}

static void put_row(struct cli *c, struct rows *r, const struct statement *s, struct str file, struct span span)
{
    rows_text(r, file);
    rows_int(r, span.start);
    rows_int(r, span.end);
    rows_text(r, statement_name(s->kind));
    rows_text(r, s->quote);
    if (s->kind == STATEMENT_FIGURE)
        put_figure(c, r, &s->figure);
    else
        put_other(c, r, s);
    rows_text(r, s->rule);
    rows_end(r);
}

/* Where the rows of all files go: to `rows`, or as JSON objects straight to the output. */
struct sink {
    struct rows *rows; /* NULL: JSON */
    bool array;        /* --format json */
    bool first;
};

static bool put_all(struct cli *c, struct arena *a, struct sink *sink, const struct read_result *read, struct err *err)
{
    struct str name = cli_shown(a, read->name);
    for (size_t i = 0; i < read->reading.len; i++) {
        const struct statement *s = &read->reading.at[i];
        struct span span = read_original(read, s->span);
        if (sink->rows) {
            put_row(c, sink->rows, s, name, span);
        } else {
            if (sink->array) buf_char(c->out, sink->first ? '[' : ',');
            statement_write(c->out, s, name, span, STR(""), read->reading.at);
            sink->first = false;
        }
        if (!cli_drain(c, err)) return false;
    }
    return true;
}

static bool output_failed(const struct err *err)
{
    return err->code == ERR_OUTPUT || err->code == ERR_OUTPUT_CLOSED;
}

static bool read_one(struct cli *c, struct sink *sink, struct str path, const struct read_options *o, struct err *err)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct read_result *read = arena_new(a, struct read_result);
    bool ok = read_file(read, a, path, o, err) && put_all(c, a, sink, read, err);
    arena_close(a);
    if (ok || output_failed(err)) return ok;
    cli_problem(c, err);
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct read_options o = cli_reading(c);
    struct sink sink = {.array = c->format == FORMAT_JSON, .first = true};
    struct column columns[COLUMN_COUNT];
    for (size_t i = 0; i < COLUMN_COUNT; i++) columns[i] = COLUMNS[i];
    if (c->arg_count > 1) columns[0].flags = 0;
    if (c->format != FORMAT_JSON && c->format != FORMAT_JSONL) sink.rows = cli_rows(c, columns, COLUMN_COUNT);
    for (size_t i = 0; i < c->arg_count; i++) {
        if (c->arg_count > 1) cli_progress(c, tr("Đang đọc tệp"), i + 1, c->arg_count);
        if (!read_one(c, &sink, c->args[i], &o, err)) return false;
    }
    if (sink.rows) rows_close(sink.rows);
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
    .about = tr("Đọc văn bản thuần, Markdown hoặc HTML; «-» là đầu vào chuẩn. Không cần kho số liệu.\n"
                "Mỗi số liệu có: giá trị, đơn vị tính, kiểu, kỳ, chỉ tiêu, nơi, và vị trí của câu chữ trong tệp.\n"
                "Tệp nào không đọc được thì báo lỗi rồi đọc tiếp tệp sau; khi đó mã thoát là 1."),
    .options = OPTIONS,
    .examples = {{"dieuhanh read bao-cao.txt", tr("bảng các số liệu trong báo cáo")},
                 {"dieuhanh read --date 2023-07-13 --place \"quận Bình Tân\" bao-cao.txt",
                  tr("khi báo cáo không ghi ngày và nơi")},
                 {"dieuhanh read --format jsonl *.txt > so-lieu.jsonl",
                  tr("mỗi dòng một số liệu, cho chương trình khác")},
                 {"curl -s https://example.vn/bao-cao | dieuhanh read -", tr("đọc từ một lệnh khác")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .run = run,
};
