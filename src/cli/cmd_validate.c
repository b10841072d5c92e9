/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_validate: what cannot be, contradicts, or is hard to believe among the figures of a record. For eyes each finding
 * is its cell, the arithmetic and the place in the file that it came from; programs get rows.
 */
#include "asked.h"
#include "check_write.h"
#include "grid_options.h"
#include "rows.h"
#include "statement_cells.h"
#include "unit_look.h"
#include "validate_cells.h"

static const struct column COLUMNS[] = {
    {"severity", NULL, COLUMN_DATA}, {"rule", NULL, COLUMN_DATA},  {"indicator", NULL, COLUMN_DATA},
    {"name", NULL, COLUMN_DATA},     {"unit", NULL, COLUMN_DATA},  {"unit_name", NULL, COLUMN_DATA},
    {"period", NULL, COLUMN_DATA},   {"kind", NULL, COLUMN_DATA},  {"aspect", NULL, COLUMN_DATA},
    {"layer", NULL, COLUMN_DATA},    {"value", NULL, COLUMN_DATA}, {"measure", NULL, COLUMN_DATA},
    {"figure", NULL, COLUMN_DATA},   {"file", NULL, COLUMN_DATA},  {"place", NULL, COLUMN_DATA},
    {"message", NULL, COLUMN_DATA},
};

static void put_row(struct rows *r, const struct validated *v)
{
    struct buf id = buf_make(40);
    if (v->figure.n) figure_id_write(&id, v->figure);
    rows_text(r, severity_name(v->severity));
    rows_text(r, v->rule);
    rows_text(r, v->indicator ? v->indicator->code : STR(""));
    rows_text(r, v->indicator ? v->indicator->name : STR(""));
    rows_text(r, v->unit);
    rows_text(r, v->unit_name);
    grid_period_put(r, v->period);
    rows_text(r, kind_name(v->kind));
    rows_text(r, aspect_name(v->aspect));
    rows_text(r, v->layer);
    rows_decimal(r, v->value);
    rows_text(r, v->measure);
    rows_text(r, buf_str(&id));
    rows_text(r, v->file);
    rows_text(r, v->place);
    rows_text(r, v->message);
    rows_end(r);
    buf_free(&id);
}

static bool put_rows(struct cli *c, const struct validation *v, struct err *err)
{
    struct rows *r = cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    for (size_t i = 0; i < v->len; i++) {
        put_row(r, &v->at[i]);
        if (!cli_drain(c, err)) return false;
    }
    rows_close(r);
    return true;
}

static bool read_ask(struct validate_ask *ask, struct cli *c, struct err *err)
{
    struct str under = cli_text(c, "under");
    struct wanted asked;
    struct kept_unit kept;
    struct looked_unit looked;
    struct looked_units several;
    *ask = (struct validate_ask){0};
    if (!asked_read(&asked, c, 0, ASK_INDICATOR | ASK_UNIT | ASK_PERIOD, err)) return false;
    if (!asked_period(&ask->period, &asked, err)) return false;
    ask->indicator = asked.indicator;
    if (asked.unit.len && !unit_typed(&kept, c->db, c->arena, asked.unit, ask->period.to, err)) return false;
    if (asked.unit.len) ask->unit = kept.code;
    if (!under.len) return true;
    if (!unit_look_one(&looked, &several, c->db, c->arena, under, ask->period.to, c->today, err)) return false;
    ask->under = looked.id;
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct validate_ask ask;
    struct validation found;
    if (!read_ask(&ask, c, err) || !validate_record(&found, c->db, c->arena, &ask, err)) return false;
    if (c->format == FORMAT_TABLE) {
        if (!validation_show(c, &found, err)) return false;
        if (found.len == 0) cli_note(c, tr("không thấy điều gì sai hay đáng ngờ"));
    } else if (!put_rows(c, &found, err)) {
        return false;
    }
    if (cli_flag(c, "strict") && validation_count(&found, SEVERITY_CONTRADICTION) && c->status < EXIT_SAYS_NO)
        c->status = EXIT_SAYS_NO;
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"unit", 'n', OPTION_TEXT, tr("NƠI"), .help = tr("chỉ số liệu của một đơn vị")},
    {"under", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("chỉ số liệu của một nơi và các đơn vị trực thuộc")},
    {"period", 'k', OPTION_TEXT, tr("KỲ"), .help = tr("chỉ một kỳ: 2025, 2025-Q4, 2025-06")},
    {"indicator", 'i', OPTION_TEXT, tr("CHỈ-TIÊU"), .help = tr("chỉ một chỉ tiêu, ví dụ C01")},
    {"strict", 0, OPTION_FLAG, .help = tr("mã thoát 3 khi có điều sai")},
    {0},
};

const struct command cmd_validate = {
    .name = "validate",
    .summary = tr("tìm số liệu không thể có, mâu thuẫn hoặc đáng ngờ trong kho"),
    .usage = {tr("[CHỈ-TIÊU] [NƠI] [KỲ] [TÙY CHỌN]")},
    .about = tr(
        "Khoảng giá trị của từng chỉ tiêu, tổng và các phần (theo nguồn, ngành, nhóm, đơn vị trực thuộc), cân đối, "
        "bước "
        "nhảy so với các năm trước, nhầm nghìn/triệu/tỷ đồng, chuỗi số chép nhầm.\n"
        "Sai: không cách làm tròn nào cứu được. Nghi vấn: cần hỏi lại. Mỗi điều nêu ô số liệu, phép tính, tệp và ô "
        "hoặc "
        "dòng trong tệp.\n"
        "Mã thoát là 0 cả khi có điều sai, trừ khi có --strict: khi đó là 3. Cùng các quy tắc ấy được dùng khi nhập: "
        "dieuhanh table, import --dry-run, load."),
    .options = OPTIONS,
    .examples = {{"dieuhanh validate", tr("cả kho")},
                 {"dieuhanh validate --under 79 --period 2025", tr("một thành phố, một năm")},
                 {"dieuhanh validate C01 --format csv", tr("một chỉ tiêu, cho chương trình khác")},
                 {"dieuhanh validate --strict", tr("mã thoát 3 khi có điều sai")}},
    .formats = FORMATS_ROWS,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
