/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_form: the form of a file of tables: proposed from its heads, or, with --figures, what figures a form makes of it.
 * It needs no record. What is printed is a file that a person corrects and `dieuhanh table` uses.
 */
#include "form_options.h"

static bool run(struct cli *c, struct err *err)
{
    struct formed f;
    struct read_result read;
    if (!cli_formed(&f, c, c->args[0], err) || !cli_formed_places(c, &f, err)) return false;
    if (cli_flag(c, "figures")) return cli_formed_figures(&read, c, &f, err) && cli_put_figures(c, &read, NULL, err);
    form_write(c->out, &f.form);
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"form", 0, OPTION_FILE, tr("TỆP-MẪU"), .help = tr("mẫu đã có")},
    {"figures", 0, OPTION_FLAG, .help = tr("in các số liệu mà mẫu cho ra, không in mẫu")},
    FORM_READING_OPTIONS,
    SHEET_OPTIONS,
    {0},
};

const struct command cmd_form = {
    .name = "form",
    .summary = tr("đề xuất mẫu cho một tệp bảng tính: cột nào là tên, nơi, kỳ, số liệu"),
    .usage = {tr("[TÙY CHỌN] TỆP")},
    .about = tr(
        "Mẫu là một tệp chữ nhỏ, mỗi dòng một việc, các trường cách nhau bằng tab; sau dấu # là lời chú.\n"
        "  column  CỘT  VAI  KHÓA=GIÁ-TRỊ...\n"
        "Vai: name (tên chỉ tiêu), place (nơi), time (kỳ), unit (đơn vị tính), value (số liệu), skip (bỏ qua).\n"
        "Khóa: indicator, period, aspect, kind, against, layer, unit, place; không nêu thì lấy theo đầu cột.\n"
        "  row     TÊN  MÃ     gắn tên ở đầu hàng với mã chỉ tiêu\n"
        "Mẫu dùng lại được cho tệp khác có cùng đầu bảng, dù tháng, quý, năm trong đầu bảng đã khác."),
    .options = OPTIONS,
    .examples = {{"dieuhanh form bieu-thang-6.xlsx > bieu.form", tr("đề xuất, rồi sửa bằng tay")},
                 {"dieuhanh form bieu-thang-7.xlsx --form bieu.form --figures", tr("xem trước các số liệu")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run,
};
