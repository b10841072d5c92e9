/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_unit: the units of the country in time, and a user's own below them: who was what, when, where, and became
 * what. Showing needs no record; where there is one its own units are shown too.
 */
#include "unit_cells.h"

#include "known_on.h"

static const struct column SHOW_COLUMNS[] = {
    UNIT_COLUMNS,
    {"area", tr("km²"), COLUMN_NUMBER},
    {"population", tr("Dân số"), COLUMN_NUMBER},
    {"source", NULL, COLUMN_DATA},
};
enum { SHOW_COLUMN_TOTAL = sizeof SHOW_COLUMNS / sizeof *SHOW_COLUMNS };

static void put_unit(struct rows *r, const struct looked_unit *u)
{
    struct unit k = u->known.n ? unit_at(u->known) : (struct unit){0};
    unit_cells(r, u);
    if (k.area)
        rows_decimal(r, (struct decimal){k.area, 2});
    else
        rows_none(r);
    if (k.population)
        rows_int(r, k.population);
    else
        rows_none(r);
    rows_text(r, u->source);
    rows_end(r);
}

static bool put_units(struct cli *c, const struct looked_units *list, struct err *err)
{
    struct rows *r = cli_rows(c, SHOW_COLUMNS, SHOW_COLUMN_TOTAL);
    bool ok = true;
    for (size_t i = 0; ok && i < list->len; i++) {
        if (!cli_level_fits(c, list->at[i].kind)) continue;
        put_unit(r, &list->at[i]);
        ok = cli_drain(c, err);
    }
    rows_close(r);
    return ok;
}

/* The unit and those above it, from the lowest. */
static bool run_show(struct cli *c, struct err *err)
{
    struct looked_unit u, meant;
    struct rows *r = NULL;
    if (!cli_unit(&u, c, c->args[1], err)) return false;
    meant = u;
    r = cli_rows(c, SHOW_COLUMNS, SHOW_COLUMN_TOTAL);
    put_unit(r, &u);
    /* For eyes also where it lies, up to the top. */
    for (int i = 0; c->format == FORMAT_TABLE && u.parent.len && i < 8; i++) {
        if (!unit_look_id(&u, c->db, c->arena, u.parent, err)) return false;
        if (u.id.len) put_unit(r, &u);
    }
    rows_close(r);
    return cli_tell_namesakes(c, c->args[1], &meant, err);
}

static bool run_find(struct cli *c, struct err *err)
{
    struct looked_units list;
    struct looked_unit none;
    if (!unit_look(&list, c->db, c->arena, c->args[1], cli_date(c, "at"), err)) return false;
    if (list.len == 0)
        return unit_look_one(&none, &list, c->db, c->arena, c->args[1], cli_date(c, "at"), c->today, err);
    return put_units(c, &list, err);
}

static bool list_all(struct looked_units *out, struct cli *c, struct date day, struct err *err)
{
    struct unit_list own = {0};
    for (uint32_t i = 1; i <= unit_count(); i++) {
        struct unit u = unit_at((struct unit_id){i});
        if (unit_valid_on(&u, day) && cli_level_fits(c, u.kind))
            *vec_push(c->arena, out) = looked_known((struct unit_id){i});
    }
    if (!c->db) return true;
    if (!unit_list(&own, c->db, c->arena, err)) return false;
    for (size_t i = 0; i < own.len; i++) {
        struct looked_unit u;
        if (!unit_look_id(&u, c->db, c->arena, own.at[i].code, err)) return false;
        if (!u.known.n && looked_valid_on(&u, day)) *vec_push(c->arena, out) = u;
    }
    return true;
}

/* Below a unit, or the provinces; with --level and no unit every one of that level. */
static bool run_list(struct cli *c, struct err *err)
{
    struct looked_units list = {0};
    struct looked_unit above = {.id = STR("")};
    struct date day = cli_given(c, "at") ? cli_date(c, "at") : c->today;
    if (c->arg_count > 1 && !cli_unit(&above, c, c->args[1], err)) return false;
    if (c->arg_count > 1 && !cli_given(c, "at") && date_known(above.to)) day = above.to;
    bool all = !above.id.len && cli_given(c, "level");
    bool ok = all ? list_all(&list, c, day, err) : unit_look_below(&list, c->db, c->arena, above.id, day, err);
    return ok && put_units(c, &list, err);
}

static bool arguments_fit(struct cli *c, size_t least, size_t most, struct err *err)
{
    struct str name = STR("unit");
    if (c->arg_count < least) return fail(err, ERR_ARGUMENTS_FEW, name);
    if (c->arg_count > most) return fail(err, ERR_ARGUMENTS_MANY, name, c->args[most]);
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct str word = c->args[0];
    bool add = str_eq(word, STR("add")), import = str_eq(word, STR("import")), lineage = str_eq(word, STR("lineage")),
         list = str_eq(word, STR("list"));
    size_t least = lineage ? 4 : list ? 1 : 2, most = lineage ? SIZE_MAX : 2;
    if (!arguments_fit(c, least, most, err)) return false;
    bool writes = add || lineage || (import && !cli_flag(c, "dry-run"));
    if (import && !known_on_refuse(c, err)) return false;
    if (import && !writes && !known_on_open(c, DB_READ, err)) return false;
    if ((!import || writes) && !cli_units_open(c, writes ? DB_WRITE : DB_READ, err)) return false;
    if (import) return unit_run_import(c, err);
    if (add) return unit_run_add(c, err);
    if (lineage) return unit_run_lineage(c, err);
    if (list) return run_list(c, err);
    if (str_eq(word, STR("find"))) return run_find(c, err);
    if (str_eq(word, STR("history"))) return unit_run_history(c, err);
    if (str_eq(word, STR("successors"))) return unit_run_lines(c, true, err);
    if (str_eq(word, STR("predecessors"))) return unit_run_lines(c, false, err);
    return run_show(c, err);
}

static const char *const LEVELS[] = {"country", "province", "district", "commune", "office", NULL};
static const char *const PARTS[] = {"whole", "part", NULL};

static const struct option_spec OPTIONS[] = {
    {"at", 0, OPTION_DATE, tr("NGÀY"),
     .help = tr("đơn vị của ngày đó; với successors, predecessors: theo đến những đơn vị của ngày đó")},
    {"level", 0, OPTION_CHOICE, tr("CẤP"), LEVELS, .help = tr("chỉ một cấp; với add: cấp của đơn vị mới")},
    {"parent", 0, OPTION_TEXT, tr("ĐƠN VỊ"), .help = tr("add: đơn vị cấp trên")},
    {"code", 0, OPTION_TEXT, tr("MÃ"), .help = tr("add: mã riêng, nếu không nêu thì lập từ tên")},
    {"from", 0, OPTION_DATE, tr("NGÀY"), .help = tr("add: có từ ngày; lineage: thay đổi từ ngày")},
    {"to", 0, OPTION_DATE, tr("NGÀY"), .help = tr("add: ngày cuối cùng còn hoạt động")},
    {"part", 0, OPTION_CHOICE, tr("PHẦN"), PARTS,
     .help = tr("lineage: toàn bộ (whole) hay một phần (part) của đơn vị cũ")},
    {"share", 0, OPTION_TEXT, tr("THƯỚC ĐO=TỶ LỆ"),
     .help = tr("lineage: tỷ lệ của đơn vị cũ sang từng đơn vị mới, như population=0,43/0,57; area, population hoặc mã "
                "chỉ tiêu")},
    {"existing", 0, OPTION_FLAG, .help = tr("lineage: đơn vị mới vốn đã có từ trước, nay nhận thêm")},
    {"source", 0, OPTION_TEXT, tr("CĂN CỨ"), .help = tr("add, import, lineage: văn bản làm căn cứ")},
    {"columns", 0, OPTION_TEXT, tr("CỘT"),
     .help = tr("import: cột nào là gì, như code=country,name=tên nước; không nêu thì theo đầu cột")},
    {"dry-run", 0, OPTION_FLAG, .help = tr("import: chỉ đọc và kiểm tra, không đổi gì")},
    {0},
};

static const struct command_word WORDS[] = {
    {"show", tr("một đơn vị và nơi chứa nó")},
    {"find", tr("mọi đơn vị mà một tên có thể chỉ, ở mọi thời kỳ")},
    {"list", tr("các đơn vị ngay dưới một đơn vị, hoặc các tỉnh, thành phố")},
    {"history", tr("trước nó là gì, sau nó là gì")},
    {"successors", tr("đã thành những đơn vị nào, toàn bộ hay một phần")},
    {"predecessors", tr("lập từ những đơn vị nào")},
    {"add", tr("thêm đơn vị riêng: phòng, ban, trường, trạm")},
    {"import", tr("thêm các đơn vị riêng theo danh sách (XLSX, XLS, CSV, TSV)")},
    {"lineage", tr("lineage add CŨ MỚI...: ghi đơn vị nào đã thành đơn vị nào")},
    {0},
};

const struct command cmd_unit = {
    .name = "unit",
    .summary = tr("đơn vị hành chính theo thời gian: tên, mã, hiệu lực, chia tách, sáp nhập"),
    .usage = {tr("show|find|history|successors|predecessors TÊN|MÃ [TÙY CHỌN]"), tr("list [TÊN|MÃ] [TÙY CHỌN]"),
              tr("add TÊN [--parent ĐƠN VỊ] [TÙY CHỌN]"), tr("import [--dry-run] [TÙY CHỌN] TỆP"),
              tr("lineage add CŨ MỚI... --from NGÀY --source CĂN CỨ [TÙY CHỌN]")},
    .about = tr(
        "Một đơn vị là mã cùng thời gian hiệu lực: phường 13, quận Bình Thạnh và phường Bình Lợi Trung cùng mang "
        "mã 26905, trước và từ 1/7/2025. Mã trong kho phân biệt hai đơn vị: 26905.2025 và 26905.\n"
        "Tên viết tắt cũng được: Q. Bình Thạnh, TPHCM, P.1 Q.3. Nếu một tên có thể chỉ nhiều đơn vị, chương "
        "trình nêu mã của từng đơn vị.\n"
        "Danh sách để nhập có dòng đầu nêu tên cột: code (mã), name (tên); có thể thêm level (cấp), parent (mã của đơn "
        "vị cấp trên, có trong kho hoặc ở dòng trước), from, to, source. Cả danh sách vào kho hoặc không gì vào kho; "
        "nhập lại thì không đổi gì."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh unit successors \"quận Bình Thạnh\"", tr("quận đã thành những phường nào")},
                 {"dieuhanh unit predecessors 26944 --format jsonl", tr("phường Gia Định lập từ đâu")},
                 {"dieuhanh unit show 26905 --at 2024-06-30", tr("mã đó năm 2024 là đơn vị nào")},
                 {"dieuhanh unit add \"Trường tiểu học Hoa Mai\" --parent \"phường Gia Định\" --source \"12/QĐ-UBND\"",
                  tr("thêm một trường")},
                 {"dieuhanh unit lineage add \"xã Cũ\" \"phường A\" \"phường B\" --from 2025-07-01 --share "
                  "population=0,43/0,57 --source \"12/NQ-HĐND\"",
                  tr("ghi việc chia xã, theo dân số")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
