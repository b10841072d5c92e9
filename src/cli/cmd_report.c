/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_report: the report of a place and period as Markdown or HTML, every number a link to where it comes from.
 */
#include "command.h"
#include "known_on.h"
#include "report.h"
#include "target_status.h"
#include "unit_look.h"

static bool asked_period(struct period *out, struct cli *c, const struct snapshot *s, struct str unit, struct err *err)
{
    struct str text = cli_text(c, "period");
    if (!period_read(out, text)) return fail(err, ERR_PERIOD_UNKNOWN, text);
    if (out->kind == PERIOD_NONE) *out = stand_latest(s->cube, c->arena, unit);
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct snapshot s;
    struct kept_unit unit;
    struct period period;
    struct report r;
    if (!unit_typed(&unit, c->db, c->arena, c->args[0], (struct date){0}, err)) return false;
    if (!stand_load(&s, c->db, c->arena, unit.code, err)) return false;
    if (!asked_period(&period, c, &s, unit.code, err)) return false;
    if (period.kind == PERIOD_NONE) return fail(err, ERR_NO_FIGURES, unit.name);
    if (!report_make(&r, &s, c->db, c->arena, &unit, period, err)) return false;
    if (r.rows.len == 0 && r.targets->targets.len == 0) return fail(err, ERR_NO_FIGURES, unit.name);
    r.known = known_on_words(c);
    if (c->format == FORMAT_HTML)
        report_write_html(c->out, c->arena, &r);
    else
        report_write_markdown(c->out, c->arena, &r);
    return cli_drain(c, err);
}

static const struct option_spec OPTIONS[] = {
    {"period", 'k', OPTION_TEXT, tr("KỲ"),
     .help = tr("kỳ của báo cáo: 2023, 2023-H1, 2023-9M, 2023-Q1, 2023-06; không nêu thì kỳ gần nhất")},
    {0},
};

const struct command cmd_report = {
    .name = "report",
    .summary = tr("lập báo cáo của một nơi trong một kỳ, mỗi con số dẫn về câu chữ gốc"),
    .usage = {tr("[--period KỲ] NƠI")},
    .about = tr("Báo cáo bằng tiếng Việt: bảng chỉ tiêu với kế hoạch, thực hiện, so sánh, đánh giá; sau bảng là cách "
                "tính và câu chữ của "
                "từng con số. Dạng html là một trang trọn vẹn, xem được khi không có mạng."),
    .options = OPTIONS,
    .examples = {{"dieuhanh report \"quận An Hòa\" --period 2023 > bao-cao.md", tr("báo cáo năm 2023, dạng Markdown")},
                 {"dieuhanh report \"quận An Hòa\" --format html > bao-cao.html", tr("trang để mở bằng trình duyệt")}},
    .formats = 1u << FORMAT_MARKDOWN | 1u << FORMAT_HTML,
    .arguments_min = 1,
    .arguments_max = 1,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
