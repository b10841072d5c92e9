/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_report: the report of a place and period as Markdown or HTML, every number a link to where it comes from.
 */
#include "asked.h"
#include "known_on.h"
#include "report.h"
#include "target_status.h"
#include "unit_look.h"

static bool run(struct cli *c, struct err *err)
{
    struct snapshot s;
    struct kept_unit unit;
    struct period period;
    struct report r;
    struct wanted asked;
    if (!asked_read(&asked, c, 0, ASK_UNIT | NEED_UNIT | ASK_PERIOD, err)) return false;
    if (!asked_period(&period, &asked, err)) return false;
    if (!unit_typed(&unit, c->db, c->arena, asked.unit, period.to, err)) return false;
    if (!stand_load(&s, c->db, c->arena, unit.code, err)) return false;
    if (period.kind == PERIOD_NONE) period = stand_latest(s.cube, c->arena, unit.code);
    if (period.kind == PERIOD_NONE) return fail(err, ERR_NO_FIGURES, unit.name);
    if (!report_make(&r, &s, c->db, c->arena, &unit, period, err)) return false;
    if (r.rows.len == 0 && r.targets->targets.len == 0) return asked_nothing(c, s.cube, &unit, period, err);
    r.known = known_on_words(c);
    if (c->format == FORMAT_HTML)
        report_write_html(c->out, c->arena, &r);
    else
        report_write_markdown(c->out, c->arena, &r);
    return cli_drain(c, err);
}

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("nơi cần xem: tên hoặc mã")},
    {"period", 'k', OPTION_TEXT, tr("KỲ"),
     .help = tr("kỳ của báo cáo: 2023, 2023-H1, 2023-9M, 2023-Q1, 2023-06; không nêu thì kỳ gần nhất")},
    {0},
};

const struct command cmd_report = {
    .name = "report",
    .summary = tr("lập báo cáo của một nơi trong một kỳ, mỗi con số dẫn về câu chữ gốc"),
    .usage = {tr("NƠI [KỲ]")},
    .about = tr("Báo cáo bằng tiếng Việt: bảng chỉ tiêu với kế hoạch, thực hiện, so sánh, đánh giá; sau bảng là cách "
                "tính và câu chữ của "
                "từng con số. Dạng html là một trang trọn vẹn, xem được khi không có mạng."),
    .options = OPTIONS,
    .examples = {{"dieuhanh report \"quận An Hòa\" 2023 > bao-cao.md", tr("báo cáo năm 2023, dạng Markdown")},
                 {"dieuhanh report \"quận An Hòa\" --format html > bao-cao.html", tr("trang để mở bằng trình duyệt")}},
    .formats = 1u << FORMAT_MARKDOWN | 1u << FORMAT_HTML,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
