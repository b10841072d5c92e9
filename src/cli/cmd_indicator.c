/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_indicator: what is measured: the catalogue of the program and the indicators that the office declared, one by one
 * or from a list.
 */
#include "indicator.h"
#include "known_on.h"
#include "office_formulas.h"
#include "office_indicators.h"
#include "record_cells.h"
#include "sheet_options.h"
#include "unit_cells.h"
#include "word_meaning.h"

static const struct column COLUMNS[] = {
    {"indicator", tr("Mã"), COLUMN_FIXED}, {"name", tr("Tên"), 0},
    {"measure", tr("Đơn vị tính"), 0},     {"kept_in", NULL, COLUMN_DATA},
    {"time", tr("Loại"), COLUMN_FIXED},    {"better", NULL, COLUMN_DATA},
    {"added", NULL, COLUMN_DATA},          {"origin", tr("Của"), COLUMN_FIXED},
    {"source", tr("Căn cứ"), 0},
};

static const struct {
    struct str word;
    const char *shown;
} TIMES[TIME_COUNT] = {
    [TIME_FLOW] = {STR_INIT("flow"), tr("cộng theo kỳ")},
    [TIME_STOCK] = {STR_INIT("stock"), tr("tại thời điểm")},
    [TIME_RATE] = {STR_INIT("rate"), tr("tỷ lệ, chỉ số")},
};

static void put(struct cli *c, struct rows *r, const struct indicator *i)
{
    rows_text(r, i->code);
    rows_text(r, i->name);
    rows_text(r, i->unit);
    rows_text(r, i->canonical_unit);
    rows_text_shown(r, TIMES[i->time].word, tr_text(c->lang, TIMES[i->time].shown));
    rows_text(r, i->direction == DIRECTION_UP ? STR("up") : i->direction == DIRECTION_DOWN ? STR("down") : STR(""));
    rows_bool(r, i->aggregation == AGGREGATE_SUM);
    rows_text_shown(r, i->own ? STR("office") : STR("catalogue"),
                    tr_text(c->lang, i->own ? tr("cơ quan") : tr("danh mục")));
    rows_text(r, i->citation);
    rows_end(r);
}

static bool run_list(struct cli *c, struct err *err)
{
    struct indicators all = cli_flag(c, "own") ? indicator_own() : indicator_catalogue();
    struct rows *r = cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    for (size_t i = 0; i < all.len; i++) {
        put(c, r, &all.at[i]);
        if (!cli_drain(c, err)) return false;
    }
    rows_close(r);
    return true;
}

static bool run_show(struct cli *c, struct err *err)
{
    struct office_formulas formulas;
    struct str typed = c->args[1];
    if (!formulas_load(&formulas, c->db, c->arena, err)) return false;
    const struct formula_scope *scope = &formulas.book.scope;
    const struct indicator *i = indicator_said(c->arena, scope, typed);
    struct str near = i ? STR("") : indicator_near(c->arena, scope, typed);
    if (!i) return near.len ? fail(err, ERR_INDICATOR_MANY, typed, near) : fail(err, ERR_INDICATOR_UNKNOWN, typed);
    struct rows *r = cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    put(c, r, i);
    rows_close(r);
    return true;
}

/* --- declaring */

static const struct column DECLARED_COLUMNS[] = {
    {"indicator", tr("Mã"), COLUMN_FIXED}, {"name", tr("Tên"), 0},        {"measure", tr("Đơn vị tính"), 0},
    {"time", tr("Loại"), COLUMN_FIXED},    {"better", NULL, COLUMN_DATA}, {"added", NULL, COLUMN_DATA},
    {"source", NULL, COLUMN_DATA},         {"outcome", tr("Kết quả"), 0},
};

static void put_declared(struct cli *c, const struct indicators_declared *list)
{
    static const struct {
        struct str word;
        const char *shown;
    } OUTCOMES[] = {[INDICATOR_NEW] = {STR_INIT("new"), tr("mới")},
                    [INDICATOR_CHANGED] = {STR_INIT("changed"), tr("sửa")},
                    [INDICATOR_SAME] = {STR_INIT("unchanged"), tr("đã có")}};
    struct rows *r = cli_rows(c, DECLARED_COLUMNS, sizeof DECLARED_COLUMNS / sizeof *DECLARED_COLUMNS);
    for (size_t i = 0; i < list->len; i++) {
        const struct kept_indicator *k = &list->at[i].is;
        rows_text(r, k->code);
        rows_text(r, k->name);
        rows_text(r, k->measure);
        for (size_t t = 0; t < TIME_COUNT; t++)
            if (str_eq(TIMES[t].word, k->time)) rows_text_shown(r, k->time, tr_text(c->lang, TIMES[t].shown));
        rows_text(r, k->better);
        rows_bool(r, k->added);
        rows_text(r, k->source);
        rows_text_shown(r, OUTCOMES[list->at[i].outcome].word, tr_text(c->lang, OUTCOMES[list->at[i].outcome].shown));
        rows_end(r);
    }
    rows_close(r);
}

static bool declare(struct cli *c, const struct indicator_wish *wishes, size_t count, struct err *err)
{
    struct indicators_declared done;
    struct author author = {0};
    bool dry = cli_flag(c, "dry-run");
    size_t n[3] = {0};
    if (!dry && !cli_author(&author, c, err)) return false;
    if (!indicators_declare(&done, c->db, c->arena, &author, wishes, count, dry, err)) return false;
    for (size_t i = 0; i < done.len; i++) n[done.at[i].outcome]++;
    if (dry || c->format != FORMAT_TABLE) put_declared(c, &done);
    if (!cli_flush(c, err)) return false;
    cli_note(c,
             dry ? tr("xem trước, chưa ghi: {1} chỉ tiêu mới, {2} sửa, {3} đã có")
                 : tr("đã ghi: {1} chỉ tiêu mới, {2} sửa, {3} đã có"),
             cli_number(c, n[INDICATOR_NEW]), cli_number(c, n[INDICATOR_CHANGED]), cli_number(c, n[INDICATOR_SAME]));
    return true;
}

static struct indicator_defaults defaults_of(struct cli *c)
{
    return (struct indicator_defaults){
        .measure = cli_text(c, "measure"),
        .time = cli_text(c, "time"),
        .better = cli_text(c, "better"),
        .added = cli_flag(c, "added") ? STR("yes") : STR(""),
        .source = cli_text(c, "source"),
        .measure_in_name = cli_flag(c, "measure-in-name"),
    };
}

static bool run_add(struct cli *c, struct err *err)
{
    struct indicator_defaults d = defaults_of(c);
    const char *lacks = !cli_text(c, "name").len ? "name" : !d.measure.len ? "measure" : NULL;
    if (lacks) return fail(err, ERR_INDICATOR_ADD_LACKS, c->args[1], str_of(lacks));
    struct indicator_wish w = {.code = c->args[1],
                               .name = cli_text(c, "name"),
                               .measure = d.measure,
                               .time = d.time,
                               .better = d.better,
                               .added = d.added,
                               .source = d.source};
    return declare(c, &w, 1, err);
}

static bool run_import(struct cli *c, struct err *err)
{
    struct workbook book;
    struct str bytes, file = cli_shown(c->arena, c->args[1]);
    struct named_rows rows;
    struct indicator_wish *wishes;
    struct indicator_defaults d = defaults_of(c);
    if (!cli_workbook(&book, &bytes, c, c->arena, c->args[1], err)) return false;
    if (!indicator_wishes_read(&wishes, &rows, c->arena, &book, file, cli_text(c, "columns"), &d, err)) return false;
    if (rows.passed.len) cli_note(c, tr("các cột không dùng đến: {1}"), rows.passed);
    return declare(c, wishes, rows.len, err);
}

static bool run(struct cli *c, struct err *err)
{
    struct str word = c->args[0];
    bool add = str_eq(word, STR("add")), import = str_eq(word, STR("import")), list = str_eq(word, STR("list"));
    bool writes = (add || import) && !cli_flag(c, "dry-run");
    size_t least = list ? 1 : 2;
    if (c->arg_count < least) return fail(err, ERR_ARGUMENTS_FEW, STR("indicator"));
    if (c->arg_count > least) return fail(err, ERR_ARGUMENTS_MANY, STR("indicator"), c->args[least]);
    if ((add || import) && !known_on_refuse(c, err)) return false;
    if (add || import) {
        if (!known_on_open(c, writes ? DB_WRITE : DB_READ, err)) return false;
        return add ? run_add(c, err) : run_import(c, err);
    }
    if (!cli_units_open(c, DB_READ, err)) return false;
    return list ? run_list(c, err) : run_show(c, err);
}

static const char *const TIME_WORDS[] = {"flow", "stock", "rate", NULL};
static const char *const BETTER[] = {"up", "down", NULL};

static const struct option_spec OPTIONS[] = {
    {"own", 0, OPTION_FLAG, .help = tr("list: chỉ các chỉ tiêu riêng của cơ quan")},
    {"name", 0, OPTION_TEXT, tr("TÊN"), .help = tr("add: tên chỉ tiêu")},
    {"measure", 0, OPTION_TEXT, tr("ĐƠN VỊ TÍNH"), .help = tr("đơn vị tính, như tỷ đồng, %, USD")},
    {"measure-in-name", 0, OPTION_FLAG,
     .help = tr("import: đơn vị tính là phần trong ngoặc của tên, như GDP (current US$)")},
    {"time", 0, OPTION_CHOICE, tr("LOẠI"), TIME_WORDS,
     .help = tr(
         "cộng theo kỳ (flow), tại thời điểm (stock), tỷ lệ hay chỉ số (rate: không bao giờ cộng); không nêu thì "
         "là rate")},
    {"better", 0, OPTION_CHOICE, tr("CHIỀU"), BETTER, .help = tr("càng lớn (up) hay càng nhỏ (down) càng tốt")},
    {"added", 0, OPTION_FLAG, .help = tr("cộng được qua các đơn vị")},
    {"source", 0, OPTION_TEXT, tr("CĂN CỨ"), .help = tr("văn bản hoặc nơi công bố")},
    {"columns", 0, OPTION_TEXT, tr("CỘT"),
     .help = tr("import: cột nào là gì, như code=indicator,name=title; không nêu thì theo đầu cột")},
    {"dry-run", 0, OPTION_FLAG, .help = tr("chỉ đọc và kiểm tra, không đổi gì")},
    {"numbers", 'n', OPTION_CHOICE, tr("KIỂU"), .choices = SHEET_HABITS,
     .help = tr("số viết thành chữ trong bảng theo kiểu nào: vi (1.234,5) hay en (1,234.5)")},
    {"from", 0, OPTION_CHOICE, tr("BẢNG-MÃ"), .choices = READING_ENCODINGS,
     .help = tr("bảng mã cũ của tệp, khi tệp không phải UTF-8")},
    {0},
};

static const struct command_word WORDS[] = {
    {"list", tr("các chỉ tiêu của danh mục và của cơ quan")},
    {"show", tr("một chỉ tiêu: mã hoặc tên")},
    {"add", tr("add MÃ: khai báo một chỉ tiêu riêng")},
    {"import", tr("khai báo các chỉ tiêu riêng theo danh sách (XLSX, XLS, CSV, TSV)")},
    {0},
};

const struct command cmd_indicator = {
    .name = "indicator",
    .summary = tr("chỉ tiêu: xem danh mục, khai báo chỉ tiêu riêng của cơ quan"),
    .usage = {tr("list [--own]"), tr("show MÃ|TÊN"), tr("add MÃ --name TÊN --measure ĐƠN VỊ TÍNH [TÙY CHỌN]"),
              tr("import [--dry-run] [TÙY CHỌN] TỆP")},
    .about = tr(
        "Chỉ tiêu riêng có mã của mình và từ lúc khai báo dùng được như chỉ tiêu của danh mục, theo mã: nạp, nhập, "
        "xếp hạng, chuỗi thời gian, công thức (khi mã chỉ gồm chữ, số, gạch dưới, bắt đầu bằng chữ hoa và có ít "
        "nhất một chữ số).\n"
        "Danh sách có dòng đầu nêu tên cột: code (mã), name (tên), measure (đơn vị tính), time, better, added (yes, "
        "no), source; cột không có thì theo tùy chọn. Cả danh sách vào kho hoặc không gì vào kho; nhập lại thì "
        "không đổi gì. Tên, chiều tốt, căn cứ khai báo lại được; đơn vị tính và loại thời gian thì không."),
    .options = OPTIONS,
    .words = WORDS,
    .examples =
        {{"dieuhanh indicator import --dry-run --measure-in-name --source \"WDI, CC BY 4.0\" wdi_indicators.csv",
          tr("xem trước một danh sách")},
         {"dieuhanh indicator add RIENG_5 --name \"Số camera an ninh\" --measure camera --time stock --added --source "
          "\"12/KH-UBND\"",
          tr("khai báo một chỉ tiêu")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = 2,
    .arguments = ARGUMENTS_FILES,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
