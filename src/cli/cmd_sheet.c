/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_sheet: what was read of a file of tables, before anybody makes figures of it. For eyes: the list of its sheets,
 * or the grid of one. As CSV the same grid for programs, as JSON a cell an object with its place, type, exact number
 * and number format.
 */
#include "csv_write.h"
#include "sheet_options.h"
#include "sheet_region.h"

#include <assert.h>

enum { COLUMNS_SHOWN = 100 };

static const struct column SHEET_LIST[] = {
    {"sheet", tr("Trang"), COLUMN_NUMBER},
    {"name", tr("Tên"), 0},
    {"hidden", tr("Ẩn"), 0},
    {"rows", tr("Hàng"), COLUMN_NUMBER},
    {"columns", tr("Cột"), COLUMN_NUMBER},
    {"cells", tr("Ô"), COLUMN_NUMBER},
    {"numbers", tr("Ô số"), COLUMN_NUMBER},
    {"tables", tr("Bảng"), COLUMN_NUMBER},
};

static const struct column CELLS[] = {
    {"sheet", NULL, 0},   {"cell", NULL, 0},   {"row", NULL, 0},  {"column", NULL, 0},
    {"type", NULL, 0},    {"value", NULL, 0},  {"text", NULL, 0}, {"format", NULL, 0},
    {"formula", NULL, 0}, {"hidden", NULL, 0}, {"rows", NULL, 0}, {"columns", NULL, 0},
};

static void list_sheets(struct cli *c, const struct workbook *w)
{
    struct rows *r = cli_rows(c, SHEET_LIST, sizeof SHEET_LIST / sizeof *SHEET_LIST);
    assert(w->sheets);
    for (size_t i = 0; i < w->sheet_count; i++) {
        const struct sheet *s = &w->sheets[i];
        const struct sheet_region *regions;
        size_t numbers = 0, tables = 0, count = sheet_regions(&regions, c->arena, s);
        for (size_t k = 0; k < s->cell_count; k++) numbers += s->cells[k].type == SHEET_NUMBER;
        for (size_t k = 0; k < count; k++) tables += regions[k].end > regions[k].body;
        rows_int(r, (int64_t)i + 1);
        rows_text(r, s->name);
        rows_bool(r, s->hidden);
        rows_int(r, s->rows);
        rows_int(r, s->columns);
        rows_int(r, (int64_t)s->cell_count);
        rows_int(r, (int64_t)numbers);
        rows_int(r, (int64_t)tables);
        rows_end(r);
    }
    rows_close(r);
}

static void place_cells(struct rows *r, const struct sheet_cell *k)
{
    struct buf b = buf_make(32);
    sheet_place_write(&b, k->row, k->column);
    rows_text(r, buf_str(&b));
    buf_free(&b);
    rows_int(r, (int64_t)k->row + 1);
    rows_int(r, k->column + 1);
}

static void value_cell(struct rows *r, const struct sheet_cell *k)
{
    struct buf b = buf_make(32);
    switch ((enum sheet_type)k->type) {
    case SHEET_NUMBER: rows_decimal(r, k->number); break;
    case SHEET_DATE:
        date_write(&b, date_from_days((int32_t)k->number.coefficient));
        rows_text(r, buf_str(&b));
        break;
    case SHEET_BOOL: rows_bool(r, k->number.coefficient != 0); break;
    case SHEET_TEXT:
    case SHEET_ERROR:
    case SHEET_TYPES: rows_text(r, k->text); break;
    }
    buf_free(&b);
}

static bool put_cells(struct cli *c, struct rows *r, const struct workbook *w, const struct sheet *s, struct err *err)
{
    for (size_t i = 0; i < s->cell_count; i++) {
        const struct sheet_cell *k = &s->cells[i];
        const struct sheet_merge *g = sheet_merge_at(s, k);
        rows_text(r, s->name);
        place_cells(r, k);
        rows_text(r, sheet_type_name((enum sheet_type)k->type));
        value_cell(r, k);
        rows_text(r, k->text);
        rows_text(r, w->formats[k->format]);
        rows_bool(r, k->flags & SHEET_FORMULA);
        rows_bool(r, s->hidden || (k->flags & SHEET_HIDDEN));
        rows_int(r, g ? g->rows : 1);
        rows_int(r, g ? g->columns : 1);
        rows_end(r);
        if (!cli_drain(c, err)) return false;
    }
    return true;
}

static bool put_csv(struct cli *c, const struct sheet *s, struct err *err)
{
    struct csv_writer csv = csv_to(c->out, c->format == FORMAT_CSV_EXCEL ? CSV_EXCEL : CSV_PLAIN);
    struct buf date = buf_make(32);
    size_t at = 0;
    for (uint32_t row = 0; row < s->rows; row++) {
        for (uint32_t column = 0; column < s->columns; column++) {
            const struct sheet_cell *k = at < s->cell_count ? &s->cells[at] : NULL;
            if (!k || k->row != row || k->column != column) {
                csv_write_empty(&csv);
                continue;
            }
            at++;
            buf_clear(&date);
            if (k->type == SHEET_DATE) date_write(&date, date_from_days((int32_t)k->number.coefficient));
            if (k->type == SHEET_NUMBER)
                csv_write_decimal(&csv, k->number);
            else
                csv_write_text(&csv, date.len ? buf_str(&date) : k->text);
        }
        csv_write_end_row(&csv);
        if (!cli_drain(c, err)) return false;
    }
    buf_free(&date);
    return true;
}

static bool put_grid(struct cli *c, const struct sheet *s, struct err *err)
{
    uint32_t shown = s->columns < COLUMNS_SHOWN ? s->columns : COLUMNS_SHOWN;
    struct table_column *columns = arena_array(c->arena, struct table_column, shown + 1u);
    struct buf b = buf_make(32);
    columns[0] = (struct table_column){STR(""), true, true, false};
    for (uint32_t i = 0; i < shown; i++) {
        buf_clear(&b);
        sheet_column_write(&b, i);
        size_t numbers = 0, texts = 0;
        for (size_t k = 0; k < s->cell_count; k++) {
            if (s->cells[k].column != i) continue;
            numbers += s->cells[k].type == SHEET_NUMBER;
            texts += s->cells[k].type != SHEET_NUMBER;
        }
        columns[i + 1] = (struct table_column){str_copy(c->arena, buf_str(&b)), numbers > texts, false, false};
    }
    struct table_writer *t = table_to(c->out, c->arena, columns, shown + 1u,
                                      (struct table_look){c->color, (size_t)c->width});
    for (size_t i = 0, k; i < s->cell_count; i = k) {
        buf_clear(&b);
        buf_u64(&b, (uint64_t)s->cells[i].row + 1);
        table_write_cell(t, buf_str(&b), STYLE_DIM);
        uint32_t column = 0;
        for (k = i; k < s->cell_count && s->cells[k].row == s->cells[i].row; k++) {
            if (s->cells[k].column >= shown) continue;
            for (; column < s->cells[k].column; column++) table_write_cell(t, STR(""), STYLE_PLAIN);
            table_write_cell(t, s->cells[k].text, s->cells[k].flags & SHEET_HIDDEN ? STYLE_DIM : STYLE_PLAIN);
            column++;
        }
        table_write_end_row(t);
        if (!cli_drain(c, err)) return false;
    }
    table_write_close(t);
    buf_free(&b);
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct workbook w;
    const struct sheet *one;
    struct str path = c->args[0], bytes;
    if (!cli_workbook(&w, &bytes, c, c->arena, path, err) || !cli_sheet(&one, c, &w, path, err)) return false;
    if (!one && w.sheet_count == 1) one = &w.sheets[0];
    assert(w.sheets); /* a workbook without a cell is an error */
    bool json = c->format == FORMAT_JSON || c->format == FORMAT_JSONL;
    if (json) {
        struct rows *r = cli_rows(c, CELLS, sizeof CELLS / sizeof *CELLS);
        for (size_t i = 0; i < w.sheet_count; i++)
            if ((!one || one == &w.sheets[i]) && !put_cells(c, r, &w, &w.sheets[i], err)) return false;
        rows_close(r);
        return true;
    }
    if (!one) {
        list_sheets(c, &w);
        return true;
    }
    return c->format == FORMAT_TABLE ? put_grid(c, one, err) : put_csv(c, one, err);
}

static const struct option_spec OPTIONS[] = {
    SHEET_OPTIONS,
    {0},
};

const struct command cmd_sheet = {
    .name = "sheet",
    .summary = tr("xem một tệp bảng tính (XLSX, XLS, CSV) hay các bảng của một tệp PDF đã được đọc ra sao"),
    .usage = {tr("[TÙY CHỌN] TỆP")},
    .about = tr(
        "Không cần kho số liệu; «-» là đầu vào chuẩn, ví dụ một khối dán từ Excel. Tệp có nhiều trang thì in danh "
        "sách trang, nêu --sheet để xem một trang.\n"
        "Mỗi bảng của một tệp PDF cũng là một trang như thế, mang số trang của tệp PDF («trang 3-5»); chữ ngay trên "
        "bảng "
        "đứng đầu.\n"
        "CSV nhận dấu phẩy, chấm phẩy, tab; số kiểu Việt hay Anh được quyết định theo từng cột, cột không rõ thì "
        "giữ là chữ và báo ra.\n"
        "Dạng jsonl: mỗi ô một dòng, có vị trí, kiểu, giá trị đúng như lưu trong tệp, định dạng số và vùng gộp."),
    .options = OPTIONS,
    .examples = {{"dieuhanh sheet bieu-thang-6.xlsx", tr("các trang trong tệp")},
                 {"dieuhanh sheet bieu-thang-6.xlsx --sheet 2", tr("một trang")},
                 {"dieuhanh sheet bieu-2000.xls --sheet 1 --format csv > bieu.csv", tr("chuyển ra CSV, UTF-8")},
                 {"dieuhanh sheet so-lieu.csv --numbers en --format jsonl", tr("khi không rõ kiểu viết số")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = 1,
    .run = run,
};
