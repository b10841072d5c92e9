/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_read: what reports say, without a record: every figure, reference and directive with the words that say it.
 */
#include "command.h"

#include "csv_write.h"
#include "read.h"
#include "rows.h"
#include "statement_write.h"

static const struct option_spec OPTIONS[] = {
    {.name = "date", .type = OPTION_DATE, .value = tr("NGÀY"), .help = tr("ngày của văn bản, khi văn bản không tự ghi")},
    {.name = "place", .type = OPTION_TEXT, .value = tr("ĐƠN VỊ"), .help = tr("đơn vị mà văn bản nói về, ví dụ «quận An Hòa»")},
    {0},
};

static const struct column COLUMNS[] = {
    {.name = "file", .title = tr("Tệp"), .flags = COLUMN_DATA},
    {.name = "start", .title = "", .flags = COLUMN_DATA | COLUMN_NUMBER},
    {.name = "end", .title = "", .flags = COLUMN_DATA | COLUMN_NUMBER},
    {.name = "subject", .title = tr("Chỉ tiêu, nội dung")},
    {.name = "quote", .title = tr("Số trong văn bản"), .flags = COLUMN_NUMBER},
    {.name = "value", .title = "", .flags = COLUMN_DATA | COLUMN_NUMBER},
    {.name = "unit", .title = "", .flags = COLUMN_DATA},
    {.name = "kind", .title = tr("Loại"), .flags = COLUMN_FIXED},
    {.name = "against", .title = tr("So với"), .flags = COLUMN_FIXED},
    {.name = "aspect", .title = tr("Tính chất"), .flags = COLUMN_FIXED},
    {.name = "period", .title = tr("Kỳ"), .flags = COLUMN_FIXED},
    {.name = "place", .title = tr("Đơn vị")},
    {.name = "indicator", .title = tr("Mã"), .flags = COLUMN_FIXED},
};

static struct str kind_shown(enum lang lang, enum figure_kind k)
{
    static const char *const names[KIND_COUNT] = {tr("mức"), tr("tăng trưởng"), tr("tăng giảm"), tr("so kế hoạch"), tr("tỷ trọng"), tr("phân số")};
    return tr_text(lang, names[k]);
}

static struct str aspect_shown(enum lang lang, enum figure_aspect a)
{
    static const char *const names[ASPECT_COUNT] = {tr("thực hiện"), tr("ước"), tr("kế hoạch")};
    return tr_text(lang, names[a]);
}

static struct str against_shown(struct cli *c, const struct figure_statement *f, struct str name)
{
    static const char *const names[AGAINST_COUNT] = {"", tr("cùng kỳ"), tr("kỳ trước"), tr("năm trước"), "", tr("kế hoạch")};
    return f->against == AGAINST_PERIOD || f->against == AGAINST_NONE ? name : tr_text(c->lang, names[f->against]);
}

static void put_row(struct cli *c, struct rows *rows, const struct read_result *r, const struct statement *s)
{
    const struct figure_statement *f = &s->figure;
    struct span at = read_original(r, s->span);
    char space[2][64];
    struct buf against = {.ptr = space[0], .cap = sizeof space[0], .limit = sizeof space[0]};
    struct buf period = {.ptr = space[1], .cap = sizeof space[1], .limit = sizeof space[1]};
    statement_write_against(&against, f);
    period_write(&period, f->period);
    rows_text(rows, r->name);
    rows_int(rows, at.start);
    rows_int(rows, at.end);
    rows_text(rows, f->subject);
    rows_text(rows, s->quote);
    rows_decimal(rows, f->value);
    rows_text(rows, f->unit);
    rows_text_shown(rows, kind_name(f->kind), kind_shown(c->lang, f->kind));
    rows_text_shown(rows, buf_str(&against), against_shown(c, f, buf_str(&against)));
    rows_text_shown(rows, aspect_name(f->aspect), aspect_shown(c->lang, f->aspect));
    rows_text(rows, buf_str(&period));
    rows_text(rows, f->place);
    rows_text(rows, f->indicator);
    rows_end(rows);
}

/* JSON lines go out as they are made: a long document is never held twice. */
static bool put_lines(struct cli *c, const struct read_result *r, struct err *err)
{
    for (size_t i = 0; i < r->reading.len; i++) {
        const struct statement *s = &r->reading.at[i];
        statement_write(c->out, s, r->name, read_original(r, s->span), STR(""), r->reading.at);
        if (!cli_drain(c, err)) return false;
    }
    return true;
}

static bool put_rows(struct cli *c, struct rows *rows, const struct read_result *r, struct err *err)
{
    for (size_t i = 0; i < r->reading.len; i++) {
        if (r->reading.at[i].kind != STATEMENT_FIGURE) continue;
        put_row(c, rows, r, &r->reading.at[i]);
        if (c->format != FORMAT_TABLE && !cli_drain(c, err)) return false;
    }
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct read_options o = {.date = cli_date(c, "date"), .place = cli_text(c, "place")};
    struct rows *rows = NULL;
    if (c->format != FORMAT_JSONL) {
        struct rows_look look = {c->format, c->lang, c->color, (size_t)c->width};
        rows = rows_open(c->out, c->arena, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, look);
    }
    for (size_t i = 0; i < c->arg_count; i++) {
        struct arena *a = arena_make(SIZE_MAX);
        struct read_result r;
        struct err mine;
        bool read = read_file(&r, a, c->args[i], &o, &mine);
        bool ok = !read || (rows ? put_rows(c, rows, &r, err) : put_lines(c, &r, err));
        if (!read) cli_problem(c, &mine);
        arena_close(a);
        if (!ok) return false;
        cli_progress(c, tr("đã đọc {1}/{2} tệp"), i + 1, c->arg_count);
    }
    cli_progress_end(c);
    if (rows) rows_close(rows);
    return true;
}

const struct command cmd_read = {
    .name = "read",
    .summary = tr("đọc báo cáo, in mọi số liệu cùng chữ nói ra nó"),
    .usage = {tr("[TÙY CHỌN] TỆP...")},
    .about = tr("Đọc tệp văn bản, HTML hoặc Markdown; «-» là đầu vào chuẩn. Không cần hồ sơ số liệu. Dạng jsonl in cả viện dẫn văn bản và "
                "nội dung chỉ đạo; các dạng khác chỉ in số liệu. Tệp không đọc được thì báo và đọc tiếp tệp sau."),
    .options = OPTIONS,
    .examples = {{"dieuhanh read bao-cao.txt", tr("bảng số liệu của một báo cáo")},
                 {"dieuhanh read --date 2023-07-13 --format jsonl *.txt", tr("mỗi số liệu một dòng JSON, cho chương trình khác")}},
    .formats = 1u << FORMAT_TABLE | 1u << FORMAT_JSONL | 1u << FORMAT_JSON | 1u << FORMAT_CSV,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_FILES,
    .run = run,
};
