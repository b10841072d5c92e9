/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_programme: resolutions, programmes and schemes with their targets: a table of them comes in, and how many of how
 * many are reached.
 */
#include "document.h"
#include "file.h"
#include "programme_import.h"
#include "record_cells.h"
#include "sheet_options.h"
#include "target_cells.h"
#include "unit_cells.h"

static const struct column LIST_COLUMNS[] = {
    {"programme", tr("Mã"), COLUMN_FIXED},
    {"kind", NULL, COLUMN_DATA},
    {"name", tr("Tên"), 0},
    {"parent", NULL, COLUMN_DATA},
    {"unit", NULL, COLUMN_DATA},
    {"unit_name", tr("Đơn vị"), COLUMN_KEEP},
    {"symbol", tr("Số, ký hiệu"), COLUMN_KEEP},
    {"issued", NULL, COLUMN_DATA},
    {"issuer", NULL, COLUMN_DATA},
    {"term", tr("Giai đoạn"), COLUMN_FIXED},
    {"targets", tr("Chỉ tiêu"), COLUMN_NUMBER},
};

static const char *kind_shown(struct str kind)
{
    static const struct {
        struct str word;
        const char *shown;
    } KINDS[] = {{STR_INIT("resolution"), tr("nghị quyết")},
                 {STR_INIT("programme"), tr("chương trình")},
                 {STR_INIT("scheme"), tr("đề án")},
                 {STR_INIT("plan"), tr("kế hoạch")}};
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (str_eq(KINDS[i].word, kind)) return KINDS[i].shown;
    return "";
}

static size_t target_count(const struct target_rows *rows, struct str programme)
{
    size_t n = 0;
    for (size_t i = 0; i < rows->targets.len; i++)
        n += !rows->targets.at[i].revision && str_eq(rows->targets.at[i].target.programme, programme);
    return n;
}

static bool put_programme(struct cli *c, struct rows *r, const struct target_rows *rows, const struct programme *p,
                          struct err *err)
{
    struct str unit;
    if (!unit_name_of(&unit, c->db, c->arena, p->unit, err)) return false;
    rows_text(r, p->code);
    rows_text_shown(r, p->kind, tr_text(c->lang, kind_shown(p->kind)));
    rows_text(r, p->name);
    rows_text(r, p->parent);
    rows_text(r, p->unit);
    rows_text(r, unit);
    rows_text(r, p->symbol);
    day_cell(r, p->issued);
    rows_text(r, p->issuer);
    when_cell(r, p->term);
    rows_int(r, (int64_t)target_count(rows, p->code));
    rows_end(r);
    return true;
}

/* A programme and those just below it when a code is given, else all, of all units or of one. */
static bool run_list(struct cli *c, struct str code, struct err *err)
{
    struct target_rows rows;
    struct kept_unit unit = {.code = STR("")};
    struct programme_asked asked = {.unit = cli_text(c, "unit")};
    if (!known_on_open(c, DB_READ, err) || !target_rows_load(&rows, c->db, c->arena, err)) return false;
    if (!code.len && !programme_asked_read(&asked, c, &rows, false, err)) return false;
    if (asked.unit.len && !unit_typed(&unit, c->db, c->arena, asked.unit, (struct date){0}, err)) return false;
    if (code.len && !programme_find(&rows, code)) return fail(err, ERR_PROGRAMME_UNKNOWN, code);
    if (code.len) code = programme_find(&rows, code)->code;
    struct rows *r = cli_rows(c, LIST_COLUMNS, sizeof LIST_COLUMNS / sizeof *LIST_COLUMNS);
    for (size_t i = 0; i < rows.programmes.len; i++) {
        const struct programme *p = &rows.programmes.at[i];
        if (code.len && !str_eq(p->code, code) && !str_eq(p->parent, code)) continue;
        if (unit.code.len && !str_eq(p->unit, unit.code)) continue;
        if (!put_programme(c, r, &rows, p, err)) return false;
    }
    rows_close(r);
    return true;
}

/* --- import */

static const struct column IMPORT_COLUMNS[] = {
    {"file", tr("Tệp"), 0},
    {"outcome", tr("Kết quả"), 0},
    {"programmes", tr("Chương trình"), COLUMN_NUMBER},
    {"new_programmes", tr("mới"), COLUMN_NUMBER},
    {"changed_programmes", tr("sửa"), COLUMN_NUMBER},
    {"targets", tr("Chỉ tiêu"), COLUMN_NUMBER},
    {"new_targets", tr("mới"), COLUMN_NUMBER},
    {"adjusted_targets", tr("điều chỉnh"), COLUMN_NUMBER},
};

static void put_result(struct cli *c, struct str file, const struct programme_import_result *result, bool dry)
{
    struct rows *r = cli_rows(c, IMPORT_COLUMNS, sizeof IMPORT_COLUMNS / sizeof *IMPORT_COLUMNS);
    bool same = !result->change.programme_count && !result->change.target_count;
    const size_t counts[] = {result->programmes, result->new_programmes, result->changed_programmes,
                             result->targets,    result->new_targets,    result->adjusted_targets};
    rows_text(r, file);
    rows_text_shown(r,
                    same  ? STR("unchanged")
                    : dry ? STR("dry_run")
                          : STR("new"),
                    tr_text(c->lang, same  ? tr("đã có, không đổi gì")
                                     : dry ? tr("xem trước, chưa ghi")
                                           : tr("đã ghi")));
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) rows_int(r, (int64_t)counts[i]);
    rows_end(r);
    rows_close(r);
}

static bool read_lines(struct target_lines *out, struct str *bytes, struct cli *c, struct str path, struct err *err)
{
    struct workbook w;
    struct str file = cli_shown(c->arena, path);
    if (str_ends(path, STR(".json")) || str_ends(path, STR(".jsonl")) || str_ends(path, STR(".ndjson")))
        return file_read(bytes, c->arena, path, DOCUMENT_BYTES_MAX, err) &&
               target_lines_of_json(out, c->arena, *bytes, file, err);
    return cli_workbook(&w, bytes, c, c->arena, path, err) && target_lines_of_workbook(out, c->arena, &w, file, err);
}

bool programme_run_import(struct cli *c, struct err *err)
{
    struct target_lines lines;
    struct programme_import_result result;
    struct author author = {0};
    struct str bytes;
    bool dry = cli_flag(c, "dry-run");
    struct programme_import_options o = {.dry = dry, .today = c->today};
    if (!cli_word_arguments(c, 1, 1, err) || !known_on_refuse(c, err) ||
        !known_on_open(c, dry ? DB_READ : DB_WRITE, err))
        return false;
    if (!dry && !cli_author(&author, c, err)) return false;
    if (!read_lines(&lines, &bytes, c, c->args[1], err)) return false;
    o.sha256 = sha256_of(bytes);
    if (!programme_import(&result, c->db, c->arena, &author, &lines, &o, err)) return false;
    put_result(c, lines.file, &result, dry);
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct str word = c->args[0];
    if (str_eq(word, STR("import"))) return programme_run_import(c, err);
    if (str_eq(word, STR("status"))) return programme_run_status(c, err);
    if (str_eq(word, STR("list"))) return run_list(c, STR(""), err);
    return cli_word_arguments(c, 1, 1, err) && run_list(c, cli_code(c, 1), err);
}

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("list, status: chỉ của một đơn vị")},
    {"period", 'k', OPTION_TEXT, tr("KỲ"),
     .help = tr("status: kỳ cần xem, như 2023, 2023-H1; không nêu thì kỳ gần nhất có số liệu")},
    {"sum", 0, OPTION_FLAG, .help = tr("status: chỉ các số tổng hợp, mỗi chương trình một dòng")},
    {"dry-run", 0, OPTION_FLAG, .help = tr("import: chỉ đọc và kiểm tra, không đổi gì")},
    {"numbers", 'n', OPTION_CHOICE, tr("KIỂU"), .choices = SHEET_HABITS,
     .help = tr("số viết thành chữ trong bảng theo kiểu nào: vi (1.234,5) hay en (1,234.5)")},
    {"from", 0, OPTION_CHOICE, tr("BẢNG-MÃ"), .choices = READING_ENCODINGS,
     .help = tr("bảng mã cũ của tệp, khi tệp không phải UTF-8")},
    {0},
};

static const struct command_word WORDS[] = {
    {"list", tr("các nghị quyết, chương trình, đề án")},
    {"show", tr("một chương trình và những gì ngay dưới nó")},
    {"import", tr("nhập bảng chương trình và chỉ tiêu (XLSX, XLS, CSV, TSV, JSON)")},
    {"status", tr("đạt bao nhiêu trên bao nhiêu chỉ tiêu, thiếu gì, vì sao, ai chịu trách nhiệm")},
    {0},
};

const struct command cmd_programme = {
    .name = "programme",
    .summary = tr("nghị quyết, chương trình, đề án và các chỉ tiêu của chúng: nhập, xem, tính số đạt"),
    .usage = {tr("list [NƠI]"), tr("show MÃ"), tr("import [--dry-run] TỆP"), tr("status [MÃ] [NƠI] [KỲ] [--sum]")},
    .about = tr(
        "Bảng nhập có dòng đầu nêu tên cột: loại, mã, thuộc, chỉ tiêu, đơn vị, so sánh, đơn vị tính và các cột mức "
        "(2023, 2020-2025). Cả bảng vào kho hoặc không gì vào kho; nhập lại thì không đổi gì. Chỉ tiêu được điều "
        "chỉnh giữa kỳ ghi thêm từ ngày và căn cứ; mức cũ vẫn được giữ.\n"
        "Với mức năm và với mức cả giai đoạn là hai đánh giá riêng. Chỉ tiêu chưa có số liệu vẫn tính vào tổng và "
        "được nêu riêng: thiếu số không phải là không đạt. Đạt theo số ước cũng nêu riêng."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh programme import --dry-run chi-tieu.xlsx", tr("kiểm tra bảng trước khi nhập")},
                 {"dieuhanh programme status \"quận An Hòa\" 2023", tr("chỉ tiêu nào đạt năm 2023")},
                 {"dieuhanh programme status CT1 --sum --format csv", tr("chỉ các số tổng hợp của một chương trình")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_FILES,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
