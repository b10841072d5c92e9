/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_load: a file with one figure a line comes into the record at once, or what was loaded is listed or taken back.
 */
#include "cli_private.h"
#include "file.h"
#include "load.h"
#include "record_cells.h"
#include "rows.h"
#include "text.h"
#include "validate_cells.h"

enum { MAP_MOST = 64 << 20 };

static const struct column COLUMNS[] = {
    {"load", tr("Lần nạp"), COLUMN_FIXED},  {"file", tr("Tệp"), 0},
    {"outcome", tr("Kết quả"), 0},          {"figures", tr("Số liệu"), COLUMN_NUMBER},
    {"first", tr("Từ"), COLUMN_FIXED},      {"indicators", tr("Chỉ tiêu"), COLUMN_NUMBER},
    {"units", tr("Đơn vị"), COLUMN_NUMBER}, {"periods", tr("Kỳ"), COLUMN_NUMBER},
    {"contradictions", NULL, COLUMN_DATA},  {"doubts", NULL, COLUMN_DATA},
    {"skipped", NULL, COLUMN_DATA},         {"rounded", NULL, COLUMN_DATA},
};

static const struct column UNKNOWN_COLUMNS[] = {
    {"kind", tr("Loại"), COLUMN_FIXED},
    {"code", tr("Mã chưa biết"), COLUMN_FIXED},
    {"line", tr("Dòng đầu"), COLUMN_NUMBER},
    {"lines", tr("Số dòng"), COLUMN_NUMBER},
};

static const struct column LIST_COLUMNS[] = {
    {"load", tr("Lần nạp"), COLUMN_FIXED},
    {"time", tr("Lúc"), COLUMN_FIXED},
    {"who", tr("Người"), 0},
    {"file", tr("Tệp"), 0},
    {"sha256", NULL, COLUMN_DATA},
    {"map", NULL, COLUMN_DATA},
    {"size", NULL, COLUMN_DATA},
    {"figures", tr("Số liệu"), COLUMN_NUMBER},
    {"first", tr("Từ"), COLUMN_FIXED},
    {"stands", tr("Còn hiệu lực"), 0},
};

static void put_id(struct rows *r, char letter, uint32_t n)
{
    char room[16];
    int len = snprintf(room, sizeof room, "%c%u", letter, (unsigned)n);
    rows_text(r, n ? (struct str){room, (size_t)len} : STR(""));
}

static bool list(struct cli *c, struct err *err)
{
    struct load_list all;
    if (!load_list(&all, c->db, c->arena, err)) return false;
    struct rows *r = cli_rows(c, LIST_COLUMNS, sizeof LIST_COLUMNS / sizeof *LIST_COLUMNS);
    for (size_t i = 0; i < all.len; i++) {
        const struct kept_load *l = &all.at[i];
        struct digest_text hex = digest_text(l->file);
        put_id(r, 'N', l->id);
        rows_text(r, l->time);
        rows_text(r, l->who);
        rows_text(r, l->name);
        rows_text(r, digest_str(&hex));
        rows_text(r, l->map);
        rows_int(r, (int64_t)l->size);
        rows_int(r, l->count);
        put_id(r, 'F', l->first);
        rows_bool(r, l->undone == 0);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

static bool undo(struct cli *c, struct str typed, struct err *err)
{
    struct author author;
    uint64_t id;
    struct str digits = str_starts(typed, STR("N")) || str_starts(typed, STR("n")) ? str_from(typed, 1) : typed;
    if (!str_to_u64(&id, digits, UINT32_MAX)) return fail(err, ERR_LOAD_MISSING, typed);
    if (!cli_author(&author, c, err)) return false;
    if (!load_undo(c->db, c->arena, &author, (uint32_t)id, cli_text(c, "reason"), err)) return false;
    cli_note(c, tr("đã rút lại lần nạp {1}; các số liệu của nó không còn hiệu lực"), typed);
    return true;
}

/* What the file is called in the record: the last part of its path, as text. */
static struct str file_name(struct cli *c, struct str path)
{
    size_t start = path.len;
    while (start > 0 && path.ptr[start - 1] != '/') start--;
    return cli_shown(c->arena, str_from(path, start));
}

/* Codes that nobody knows, for people and for programs. */
static bool put_unknown(struct cli *c, const struct load_result *result, struct err *err)
{
    struct rows *r = cli_rows(c, UNKNOWN_COLUMNS, sizeof UNKNOWN_COLUMNS / sizeof *UNKNOWN_COLUMNS);
    for (size_t i = 0; i < result->unknown_count; i++) {
        const struct load_unknown *u = &result->unknown[i];
        rows_text_shown(r, load_column_name(u->of),
                        tr_text(c->lang, u->of == LOAD_INDICATOR ? tr("chỉ tiêu") : tr("đơn vị")));
        rows_text(r, u->word);
        rows_int(r, u->line);
        rows_int(r, u->count);
        rows_end(r);
    }
    rows_close(r);
    return cli_flush(c, err);
}

static bool read_map(struct load_map *out, struct cli *c, struct err *err)
{
    struct str bytes, path = cli_text(c, "map");
    struct text text;
    *out = (struct load_map){0};
    if (path.len) {
        if (!file_read(&bytes, c->arena, path, MAP_MOST, err)) return false;
        if (!text_make(&text, c->arena, bytes, err)) return fail(err, ERR_FILE_NOT_UTF8, path, err_arg(err, 0));
        if (!load_map_read(out, c->arena, text.inside, cli_shown(c->arena, path), err)) return false;
    }
    out->round |= cli_flag(c, "round");
    return load_map_columns(out, cli_text(c, "columns"), err);
}

static bool propose(struct cli *c, struct str bytes, const struct load_options *o, struct err *err)
{
    struct buf b = buf_make(SIZE_MAX / 4);
    bool ok = load_propose(&b, c->db, c->arena, bytes, o, err);
    if (ok) buf_put(c->out, buf_str(&b));
    buf_free(&b);
    return ok;
}

static bool run(struct cli *c, struct err *err)
{
    struct load_result result;
    struct load_map map;
    struct author author;
    struct str bytes, typed = cli_text(c, "undo");
    bool dry = cli_flag(c, "dry-run");
    if (cli_flag(c, "list")) return list(c, err);
    if (typed.len) return undo(c, typed, err);
    if (c->arg_count == 0) return fail(err, ERR_LOAD_WHAT);
    if (!cli_author(&author, c, err) || !read_map(&map, c, err)) return false;
    if (!file_read(&bytes, c->arena, c->args[0], SIZE_MAX / 4, err)) return false;
    struct str name = file_name(c, c->args[0]);
    struct load_options o = {.name = name, .map = &map, .dry = dry, .today = c->today};
    if (cli_flag(c, "propose")) return propose(c, bytes, &o, err);
    if (!load_bytes(&result, c->db, c->arena, &author, bytes, &o, err)) {
        struct err why;
        if (err->code == ERR_LOAD_UNKNOWN && !put_unknown(c, &result, &why)) *err = why;
        return false;
    }
    if (result.passed.len) cli_note(c, tr("các cột không dùng đến: {1}"), result.passed);
    if (result.rounded)
        cli_note(c, tr("{1} số được làm tròn đến 18 chữ số sau dấu phẩy"), cli_number(c, result.rounded));
    if (result.skipped) cli_note(c, tr("bỏ qua {1} dòng theo tệp ánh xạ"), cli_number(c, result.skipped));
    if (result.empty) cli_note(c, tr("{1} dòng không có số, bỏ qua"), cli_number(c, result.empty));
    struct rows *r = cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    put_id(r, 'N', result.id);
    rows_text(r, name);
    rows_text_shown(r,
                    result.unchanged ? STR("unchanged")
                    : dry            ? STR("dry_run")
                                     : STR("new"),
                    tr_text(c->lang, result.unchanged ? tr("đã có, không đổi gì")
                                     : dry            ? tr("xem trước, chưa nạp")
                                                      : tr("đã nạp")));
    const size_t counts[] = {result.indicators, result.units, result.periods};
    rows_int(r, (int64_t)result.figures);
    put_id(r, 'F', result.first);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        if (result.unchanged)
            rows_none(r);
        else
            rows_int(r, (int64_t)counts[i]);
    }
    const size_t found[] = {validation_count(&result.found, SEVERITY_CONTRADICTION),
                            validation_count(&result.found, SEVERITY_DOUBT)};
    for (size_t i = 0; i < sizeof found / sizeof *found; i++) {
        if (result.unchanged)
            rows_none(r);
        else
            rows_int(r, (int64_t)found[i]);
    }
    const uint64_t left[] = {result.skipped, result.rounded};
    for (size_t i = 0; i < sizeof left / sizeof *left; i++) {
        if (result.unchanged)
            rows_none(r);
        else
            rows_int(r, (int64_t)left[i]);
    }
    rows_end(r);
    rows_close(r);
    if (result.jumps_left)
        cli_note(c, tr("tệp lớn nên chưa xét bước nhảy so với các năm trước; xem bằng «dieuhanh validate»"));
    if (dry && c->format == FORMAT_TABLE) return validation_show(c, &result.found, err);
    if (!cli_flush(c, err)) return false;
    validation_note(c, &result.found);
    if (result.found.len) cli_note(c, tr("xem từng điều bằng «dieuhanh load --dry-run» hoặc «dieuhanh validate»"));
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"dry-run", 0, OPTION_FLAG, .help = tr("chỉ đọc và kiểm tra, không đổi gì")},
    {"columns", 0, OPTION_TEXT, tr("CỘT"),
     .help = tr("cột nào là gì, như unit=country,period=year; không nêu thì theo đầu cột")},
    {"map", 0, OPTION_FILE, tr("TỆP-ÁNH-XẠ"), .help = tr("mã trong tệp ứng với mã nào của kho, mã nào bỏ qua")},
    {"round", 0, OPTION_FLAG,
     .help = tr("làm tròn những số có quá 18 chữ số sau dấu phẩy; nêu đã làm tròn bao nhiêu số")},
    {"propose", 0, OPTION_FLAG, .help = tr("in một tệp ánh xạ để điền tiếp, không đổi gì")},
    {"list", 0, OPTION_FLAG, .help = tr("liệt kê các lần nạp")},
    {"undo", 0, OPTION_TEXT, tr("LẦN-NẠP"), .help = tr("rút lại một lần nạp, ví dụ N1")},
    {"reason", 0, OPTION_TEXT, tr("LỜI"), .help = tr("lý do rút lại, ghi vào nhật ký")},
    CORRECTION_OPTION,
    {0},
};

const struct command cmd_load = {
    .name = "load",
    .summary = tr("nạp một lúc rất nhiều số liệu từ một tệp CSV mỗi dòng một số"),
    .usage = {tr("[--dry-run] [--map TỆP-ÁNH-XẠ] TỆP"), tr("--propose TỆP"), tr("--list"),
              tr("--undo LẦN-NẠP [--reason LỜI]")},
    .about = tr(
        "Dòng đầu nêu tên cột: indicator, unit, period, value; có thể thêm aspect (actual, estimate, plan) và layer "
        "(cấp "
        "giao kế hoạch). Chỉ tiêu là mã trong danh mục, đơn vị là mã chính thức vào ngày cuối của kỳ, giá trị theo đơn "
        "vị tính của kho (VND, người), dấu chấm trước phần lẻ. Tệp nén bằng gzip (.gz) cũng được.\n"
        "Tệp của nơi khác: cột có tên khác thì nêu bằng --columns; mã chưa biết thì được liệt kê hết, kèm dòng gặp "
        "đầu tiên và số dòng, và chưa nạp gì. Khai báo chúng (dieuhanh indicator import, dieuhanh unit import), hoặc "
        "ghi vào tệp ánh xạ mỗi mã ứng với mã nào của kho hay bỏ qua; tệp ánh xạ dùng lại được cho tệp sau.\n"
        "Cả tệp vào kho hoặc không gì vào kho; dòng nào sai, hoặc giá trị không thể có, thì nêu số dòng. Tổng không "
        "khớp các "
        "phần và giá trị đáng ngờ thì được nêu mà không cản. Nạp lại cùng tệp thì không đổi gì. Nhật "
        "ký "
        "có một mục cho cả tệp, với mã SHA-256 của tệp và của từng phần số liệu; bản thân tệp không được giữ."),
    .options = OPTIONS,
    .examples = {{"dieuhanh load --dry-run so-lieu.csv", tr("kiểm tra trước")},
                 {"dieuhanh load so-lieu.csv", tr("nạp")},
                 {"dieuhanh load --propose --columns unit=country,period=year wdi.csv.gz > wdi.map",
                  tr("lập tệp ánh xạ cho một tệp của nơi khác")},
                 {"dieuhanh load --map wdi.map wdi.csv.gz", tr("nạp theo tệp ánh xạ")},
                 {"dieuhanh load --undo N1 --reason \"nhầm tệp\"", tr("rút lại")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 0,
    .arguments_max = 1,
    .needs = NEEDS_RECORD_WRITE,
    .run = run,
};
