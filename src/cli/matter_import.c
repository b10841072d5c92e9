/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_import: lists of matters as files: one comes in, or matters are written as one that could come in again.
 */
#include "matter_import.h"

#include "file.h"
#include "json_write.h"
#include "matter_cells.h"
#include "matter_export.h"
#include "text.h"

enum { MAP_MOST = 16 << 20, NOTES_OF_A_KIND = 3 };

static const struct column COLUMNS[] = {
    {"file", tr("Tệp"), 0},
    {"outcome", tr("Kết quả"), 0},
    {"rows", tr("Dòng"), COLUMN_NUMBER},
    {"new", tr("Việc mới"), COLUMN_NUMBER},
    {"moved", tr("Chuyển bước"), COLUMN_NUMBER},
    {"same", tr("Không đổi"), COLUMN_NUMBER},
    {"ended_in_time", tr("Mới: xong đúng hạn"), COLUMN_NUMBER},
    {"ended_late", tr("Mới: xong quá hạn"), COLUMN_NUMBER},
    {"first", NULL, COLUMN_DATA},
    {"moves", NULL, COLUMN_DATA},
    {"told", tr("Ghi thêm"), COLUMN_NUMBER},
    {"columns", NULL, COLUMN_DATA},
    {"passed", NULL, COLUMN_DATA},
    {"states", NULL, COLUMN_DATA},
    {"doubts", NULL, COLUMN_DATA},
};

static const struct column PROBLEM_COLUMNS[] = {
    {"line", tr("Dòng"), COLUMN_NUMBER}, {"column", tr("Cột"), 0},    {"value", tr("Ghi là"), 0},
    {"problem", tr("Chưa đúng"), 0},     {"hint", tr("Cách sửa"), 0},
};

/* --- what is typed */

static struct str file_name(struct cli *c, struct str path)
{
    size_t start = path.len;
    while (start > 0 && path.ptr[start - 1] != '/') start--;
    return cli_shown(c->arena, str_from(path, start));
}

static bool read_map(struct matter_map *out, struct cli *c, size_t from, struct err *err)
{
    struct str bytes, path = cli_text(c, "map");
    struct text text;
    *out = (struct matter_map){0};
    if (path.len) {
        if (!file_read(&bytes, c->arena, path, MAP_MOST, err)) return false;
        if (!text_make(&text, c->arena, bytes, err)) return fail(err, ERR_FILE_NOT_UTF8, path, err_arg(err, 0));
        if (str_starts(text.inside, STR("\xEF\xBB\xBF"))) text.inside = str_from(text.inside, 3);
        if (!matter_map_read(out, c->arena, text.inside, cli_shown(c->arena, path), err)) return false;
    }
    for (size_t i = from; i < c->arg_count; i++) {
        struct name_value v;
        if (!matter_assignment(&v, c->args[i])) return fail(err, ERR_MATTER_FORM, c->args[i]);
        matter_map_set(out, c->arena, v.name, v.value);
    }
    return matter_map_columns(out, c->arena, cli_text(c, "columns"), err);
}

/* The kind and the file: the command, --kind or the first argument name the kind. */
static bool read_arguments(struct matter_import_wish *w, size_t *rest, struct str *path, struct cli *c, struct err *err)
{
    size_t at = 1;
    w->kind = matter_kind_option(c);
    if (!w->kind.len && c->arg_count > 2) w->kind = c->args[at++];
    if (!w->kind.len || c->arg_count <= at) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    *path = c->args[at];
    *rest = at + 1;
    w->from = LEGACY_NONE;
    return !cli_given(c, "from") || legacy_by_name(&w->from, cli_text(c, "from")) ||
           fail(err, ERR_OPTION_CHOICE, STR("from"), str_of(c->command->name), cli_text(c, "from"),
                STR("tcvn3, vni, cp1258"));
}

/* --- what is told */

static struct str error_text(struct cli *c, const struct err *e, bool hint)
{
    struct buf b = buf_make(SIZE_MAX);
    struct err shown = *e;
    (void)(e->code == ERR_MATTER_LACKS && matter_error_shown(c, &shown));
    if (hint)
        err_write_hint(&b, &shown, c->lang);
    else
        err_write(&b, &shown, c->lang);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool put_problems(struct cli *c, const struct matter_import_result *result, struct err *err)
{
    struct rows *r = cli_rows(c, COLUMNS_OF(PROBLEM_COLUMNS));
    for (size_t i = 0; i < result->problems.len; i++) {
        const struct import_problem *p = &result->problems.at[i];
        rows_int(r, p->line);
        rows_text(r, p->name);
        rows_text(r, p->value);
        rows_text(r, error_text(c, &p->err, false));
        rows_text(r, error_text(c, &p->err, true));
        rows_end(r);
    }
    rows_close(r);
    return cli_flush(c, err);
}

static const char *doubt_note(enum import_doubt_kind k)
{
    switch (k) {
    case IMPORT_APPOINTMENT:
        return tr("{1} việc có ngày hẹn trong danh sách khác ngày theo quy tắc; hạn lấy theo quy tắc");
    case IMPORT_NO_RULE: return tr("{1} việc không tính được hạn theo quy tắc; hạn lấy theo ngày hẹn trong danh sách");
    case IMPORT_LACKS: return tr("{1} chỗ thiếu trường mà loại việc đòi hỏi");
    case IMPORT_DIFFERS: return tr("{1} chỗ danh sách ghi khác kho; kho giữ nguyên");
    case IMPORT_DOUBTS: break;
    }
    return "";
}

static void note_doubt(struct cli *c, const struct import_doubt *d)
{
    struct str said = matter_value_shown(c, d->name, d->said), reckoned = matter_value_shown(c, d->name, d->reckoned);
    switch (d->kind) {
    case IMPORT_APPOINTMENT: cli_note(c, tr("  {1}: danh sách {2}, quy tắc {3}"), d->number, said, reckoned); break;
    case IMPORT_NO_RULE: cli_note(c, tr("  {1}: {2}"), d->number, said); break;
    case IMPORT_LACKS: cli_note(c, tr("  {1}: {2}"), d->number, d->said); break;
    case IMPORT_DIFFERS:
        cli_note(c, tr("  {1}, {2}: danh sách «{3}», kho «{4}»"), d->number, matter_name_shown(c, d->name), said,
                 reckoned);
        break;
    case IMPORT_DOUBTS: break;
    }
}

static void note_doubts(struct cli *c, const struct matter_import_result *result)
{
    for (int k = 0; k < IMPORT_DOUBTS; k++) {
        int shown = 0;
        struct str n = cli_number(c, result->doubt_count[k]);
        if (!result->doubt_count[k]) continue;
        cli_note_(c, doubt_note((enum import_doubt_kind)k), &n, 1);
        for (size_t i = 0; i < result->doubts.len && shown < NOTES_OF_A_KIND; i++) {
            if ((int)result->doubts.at[i].kind != k) continue;
            note_doubt(c, &result->doubts.at[i]);
            shown++;
        }
    }
}

static void note_understood(struct cli *c, const struct matter_import_result *result)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < result->columns.len; i++) {
        if (i) buf_put(&b, STR("; "));
        buf_put(&b, result->columns.at[i].value);
        buf_put(&b, STR(" → "));
        buf_put(&b, result->columns.at[i].name);
    }
    cli_note(c, tr("các cột đã hiểu: {1}"), str_copy(c->arena, buf_str(&b)));
    buf_clear(&b);
    for (size_t i = 0; i < result->passed.len; i++) {
        if (i) buf_put(&b, STR(", "));
        buf_put(&b, result->passed.at[i]);
    }
    if (b.len) cli_note(c, tr("các cột không dùng đến: {1}"), str_copy(c->arena, buf_str(&b)));
    buf_clear(&b);
    for (size_t s = 0; s < result->kind.state_count; s++) {
        if (!result->states[s]) continue;
        if (b.len) buf_put(&b, STR("; "));
        buf_put(&b, result->kind.states[s].name);
        buf_char(&b, ' ');
        buf_put(&b, cli_number(c, result->states[s]));
    }
    if (b.len) cli_note(c, tr("trạng thái: {1}"), str_copy(c->arena, buf_str(&b)));
    buf_free(&b);
}

/* --- for programs */

static void json_cell(struct rows *r, struct buf *b)
{
    rows_json(r, buf_str(b), STR(""));
    buf_free(b);
}

static void put_columns_cell(struct rows *r, const struct matter_import_result *result)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    for (size_t i = 0; i < result->columns.len; i++) {
        json_write_key(&j, result->columns.at[i].name);
        json_write_text(&j, result->columns.at[i].value);
    }
    json_write_close(&j, '}');
    json_cell(r, &b);
    b = buf_make(SIZE_MAX);
    j = json_to(&b);
    json_write_open(&j, '[');
    for (size_t i = 0; i < result->passed.len; i++) json_write_text(&j, result->passed.at[i]);
    json_write_close(&j, ']');
    json_cell(r, &b);
}

static void put_states_cell(struct rows *r, const struct matter_import_result *result)
{
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    for (size_t s = 0; s < result->kind.state_count; s++) {
        if (!result->states[s]) continue;
        json_write_key(&j, result->kind.states[s].word);
        json_write_int(&j, (int64_t)result->states[s]);
    }
    json_write_close(&j, '}');
    json_cell(r, &b);
}

static void put_doubts_cell(struct rows *r, const struct matter_import_result *result)
{
    static const struct str WORDS[IMPORT_DOUBTS] = {STR_INIT("appointment"), STR_INIT("no_rule"), STR_INIT("lacks"),
                                                    STR_INIT("differs")};
    struct buf b = buf_make(SIZE_MAX);
    struct json_writer j = json_to(&b);
    json_write_open(&j, '{');
    for (int k = 0; k < IMPORT_DOUBTS; k++) {
        json_write_key(&j, WORDS[k]);
        json_write_int(&j, (int64_t)result->doubt_count[k]);
    }
    json_write_key(&j, STR("first"));
    json_write_open(&j, '[');
    for (size_t i = 0; i < result->doubts.len; i++) {
        const struct import_doubt *d = &result->doubts.at[i];
        const struct str pairs[][2] = {{STR("doubt"), WORDS[d->kind]},
                                       {STR("number"), d->number},
                                       {STR("name"), d->name},
                                       {STR("said"), d->said},
                                       {STR("reckoned"), d->reckoned}};
        json_write_open(&j, '{');
        json_write_key(&j, STR("line"));
        json_write_int(&j, d->line);
        for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
            json_write_key(&j, pairs[k][0]);
            json_write_text(&j, pairs[k][1]);
        }
        json_write_close(&j, '}');
    }
    json_write_close(&j, ']');
    json_write_close(&j, '}');
    json_cell(r, &b);
}

static bool put_result(struct cli *c, const struct matter_import_wish *w, const struct matter_import_result *result,
                       struct err *err)
{
    bool changed = result->fresh || result->moved || result->told;
    const char *shown = w->dry ? tr("xem trước, chưa ghi") : changed ? tr("đã nhập") : tr("đã có, không đổi gì");
    struct rows *r = cli_rows(c, COLUMNS_OF(COLUMNS));
    rows_text(r, w->name);
    rows_text_shown(r, w->dry ? STR("dry_run") : changed ? STR("imported") : STR("unchanged"), tr_text(c->lang, shown));
    const uint64_t counts[] = {result->rows, result->fresh, result->moved, result->same, result->in_time, result->late};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) rows_int(r, (int64_t)counts[i]);
    rows_text(r, result->fresh ? matter_id_shown(c->arena, result->first) : STR(""));
    rows_int(r, (int64_t)result->moves);
    rows_int(r, (int64_t)result->told);
    put_columns_cell(r, result);
    put_states_cell(r, result);
    put_doubts_cell(r, result);
    rows_end(r);
    rows_close(r);
    if (!cli_flush(c, err)) return false;
    note_understood(c, result);
    note_doubts(c, result);
    return true;
}

bool matter_run_import(struct cli *c, struct err *err)
{
    struct author author = {0};
    struct matter_import_wish w = {.today = c->today};
    struct matter_import_result *result = arena_new(c->arena, struct matter_import_result);
    struct matter_map map;
    struct looked_unit unit;
    struct str path;
    bool has_unit, propose = cli_flag(c, "propose");
    size_t rest;
    w.dry = cli_flag(c, "dry-run");
    bool reads = w.dry || propose;
    if (!read_arguments(&w, &rest, &path, c, err) || !read_map(&map, c, rest, err) ||
        !file_read(&w.bytes, c->arena, path, SIZE_MAX / 4, err) || !known_on_open(c, reads ? DB_READ : DB_WRITE, err) ||
        (!reads && !cli_author(&author, c, err)) || !matter_unit_option(&unit, &has_unit, c, "unit", err))
        return false;
    w.name = file_name(c, path);
    w.map = &map;
    if (has_unit) w.unit = &unit;
    if (propose) return matter_import_propose(c->out, c->db, c->arena, &w, err);
    if (matter_import(result, c->db, c->arena, &author, &w, err)) return put_result(c, &w, result, err);
    struct err why;
    if (err->code == ERR_MATTER_LIST_ROWS && !put_problems(c, result, &why)) *err = why;
    return false;
}

/* --- out */

enum { EXPORT_COLUMNS_MOST = 96 };

static void put_export_row(struct rows *r, const struct matter_export_row *row)
{
    for (size_t i = 0; i < row->len; i++) rows_text(r, row->at[i]);
    rows_end(r);
}

struct exporting {
    struct cli *c;
    struct rows *rows;
};

static bool take_row(void *self, const struct matter_export_row *row, struct err *err)
{
    struct exporting *e = self;
    struct column columns[EXPORT_COLUMNS_MOST];
    if (!e->rows) {
        for (size_t i = 0; i < row->len; i++) {
            columns[i] = (struct column){str_copy_z(e->c->arena, row->names[i]), NULL, 0};
            columns[i].title = columns[i].name;
        }
        struct column *kept = arena_array(e->c->arena, struct column, row->len);
        for (size_t i = 0; i < row->len; i++) kept[i] = columns[i];
        e->rows = cli_rows(e->c, kept, row->len);
    }
    if (row->at) put_export_row(e->rows, row);
    return cli_drain(e->c, err);
}

bool matter_run_export(struct cli *c, struct err *err)
{
    struct matter_export_wish w = {.kind = matter_kind_option(c), .persons = cli_flag(c, "persons")};
    struct exporting e = {.c = c};
    struct looked_unit unit;
    bool has_unit;
    size_t at = 1;
    if (!w.kind.len && c->arg_count > 1) w.kind = c->args[at++];
    if (!w.kind.len) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (c->arg_count > at) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[at]);
    if (!known_on_open(c, DB_READ, err) || !matter_unit_option(&unit, &has_unit, c, "unit", err)) return false;
    if (has_unit) w.unit = unit.id;
    if (!matter_export(&w, c->db, c->arena, take_row, &e, err)) return false;
    rows_close(e.rows);
    return true;
}
