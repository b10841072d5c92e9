/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_formula: the formulas by which indicators follow from others: those of the catalogue, those of the office, and
 * what one gives for a place and a time. Showing and checking need no record; where there is one its own formulas
 * are shown.
 */
#include "asked.h"
#include "formula_cells.h"
#include "grid_options.h"
#include "indicator.h"
#include "letters.h"
#include "record_cells.h"
#include "snapshot.h"
#include "unit_cells.h"
#include "unit_look.h"

/* The code of a formula, or of an indicator, as it is written, of one that was typed with other letters. */
static struct str code_said(const struct office_formulas *f, struct str typed)
{
    for (size_t i = 0; i < f->book.len; i++)
        if (letters_eq(f->book.at[i].row.code, typed)) return f->book.at[i].row.code;
    const struct indicator *known = indicator_typed(typed);
    return known ? known->code : typed;
}

static bool in_word(char c)
{
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    return letter || (unsigned char)c >= 0x80;
}

/* An expression with its codes as they are written: "c01 / a02" is "C01 / A02". Codes have a digit; units of measure
 * and functions have none. */
static struct str expression_said(struct arena *a, const struct office_formulas *f, struct str typed)
{
    char *out = arena_array(a, char, typed.len + 1);
    memcpy(out, typed.ptr, typed.len);
    for (size_t i = 0; i < typed.len;) {
        size_t end = i;
        bool digit = false;
        while (end < typed.len && in_word(typed.ptr[end])) {
            digit |= typed.ptr[end] >= '0' && typed.ptr[end] <= '9';
            end++;
        }
        struct str code = code_said(f, str_part(typed, i, end));
        if (digit && code.len == end - i) memcpy(out + i, code.ptr, code.len);
        i = end > i ? end : i + 1;
    }
    return (struct str){out, typed.len};
}

static bool run_list(struct cli *c, struct err *err)
{
    struct office_formulas f;
    if (!formulas_load(&f, c->db, c->arena, err)) return false;
    return formula_rows_put(c, &f, c->arg_count > 1 ? code_said(&f, c->args[1]) : STR(""), err);
}

static bool run_show(struct cli *c, struct err *err)
{
    struct office_formulas f;
    bool there = false;
    if (!formulas_load(&f, c->db, c->arena, err)) return false;
    struct str code = code_said(&f, c->args[1]);
    for (size_t i = 0; i < f.book.len; i++) there |= str_eq(f.book.at[i].row.code, code);
    if (!there) return fail(err, ERR_FORMULA_NONE, code);
    if (c->format != FORMAT_TABLE) return formula_rows_put(c, &f, code, err);
    for (size_t i = 0; i < f.book.len; i++)
        if (str_eq(f.book.at[i].row.code, code)) formula_put(c, &f, &f.book.at[i]);
    return true;
}

static struct formula_wish wish_of(struct cli *c, struct str code, struct str expression)
{
    return (struct formula_wish){
        .code = code,
        .expression = expression,
        .from = cli_date(c, "from"),
        .to = cli_date(c, "to"),
        .decimals = cli_count(c, "decimals"),
        .name = cli_text(c, "name"),
        .measure = cli_text(c, "measure"),
        .better = cli_text(c, "better"),
        .source = cli_text(c, "source"),
    };
}

/* Whether it reads, what it gives, and, with --code, whether it could be added. */
static bool run_check(struct cli *c, struct err *err)
{
    struct office_formulas f;
    struct formula_rule r = {0};
    struct formula_wish w = wish_of(c, cli_text(c, "code"), c->args[1]);
    if (!formulas_load(&f, c->db, c->arena, err)) return false;
    w.expression = expression_said(c->arena, &f, w.expression);
    if (w.code.len) {
        w.code = code_said(&f, w.code);
        if (!formula_try(&r, &f, c->arena, &w, err)) return false;
    } else {
        if (!formula_read(&r.formula, c->arena, w.expression, err)) return false;
        bool fits = w.measure.len ? formula_check_result(&r.type, &r.formula, &f.book.scope, w.measure, err)
                                  : formula_check(&r.type, &r.formula, &f.book.scope, err);
        if (!fits) return false;
    }
    return formula_check_put(c, &f, &r, err);
}

static bool run_add(struct cli *c, struct err *err)
{
    struct formula_wish w = wish_of(c, c->args[1], c->args[2]);
    struct formula_rule made;
    struct author author;
    struct office_formulas f;
    if (!formulas_load(&f, c->db, c->arena, err)) return false;
    w.code = code_said(&f, w.code);
    w.expression = expression_said(c->arena, &f, w.expression);
    if (!cli_author(&author, c, err) || !formula_add(&made, c->db, c->arena, &author, &w, err)) return false;
    cli_note(c, tr("đã thêm công thức {1} = {2} ({3})"), w.code, made.formula.text, made.indicator->unit);
    return true;
}

static bool run_remove(struct cli *c, struct err *err)
{
    struct author author;
    struct office_formulas f;
    size_t count;
    if (!cli_author(&author, c, err) || !formulas_load(&f, c->db, c->arena, err)) return false;
    struct str code = code_said(&f, c->args[1]);
    if (!formula_remove(&count, c->db, c->arena, &author, code, cli_date(c, "from"), cli_text(c, "reason"), err))
        return false;
    cli_note(c, tr("đã bỏ {1} công thức của {2}"), cli_number(c, count), code);
    return true;
}

/* A unit that the record does not speak of has no figures, and is not unknown: its id is that of the catalogue. What is
 * lacking is asked for before there is any figure (`silent`); a value is not. */
static bool read_unit(struct kept_unit *out, struct cli *c, struct str typed, struct date day, bool silent,
                      struct err *err)
{
    struct looked_unit one;
    struct looked_units several;
    if (unit_typed(out, c->db, c->arena, typed, day, err)) return true;
    if (err->code != ERR_UNIT_UNKNOWN && !(silent && err->code == ERR_UNIT_SILENT)) return false;
    *err = (struct err){0};
    if (!unit_look_one(&one, &several, c->db, c->arena, typed, day, c->today, err)) return false;
    *out = (struct kept_unit){.code = one.id, .name = one.name};
    return true;
}

/* `value`: a number with all that went into it; `lacks`: what has to be entered before it can be had. */
static bool run_value(struct cli *c, bool lacks, struct err *err)
{
    struct wanted asked;
    struct kept_unit unit;
    struct snapshot s;
    struct period period;
    if (!c->db && !cli_units_open(c, DB_READ, err)) return false;
    if (!asked_read(&asked, c, 1, ASK_INDICATOR | NEED_INDICATOR | ASK_UNIT | ASK_PERIOD, err)) return false;
    if (!asked.unit.len || !asked.period.len) return fail(err, ERR_FORMULA_PERIOD);
    if (!asked_period(&period, &asked, err)) return false;
    if (!c->db) return fail(err, ERR_RECORD_MISSING, c->record);
    if (!read_unit(&unit, c, asked.unit, period.to, lacks, err)) return false;
    struct str code = asked.indicator->code;
    if (!snapshot_load(&s, c->db, c->arena, unit.code, err)) return false;
    struct figure_source from = {.cube = s.cube, .unit = unit.code, .kind = kept_unit_kind(&unit)};
    const struct reckoned *r = reckon(c->arena, &asked.formulas.book, &from, code, period);
    if (!r) return fail(err, ERR_FORMULA_NONE, code);
    if (lacks) return formula_lacks_put(c, r, &unit, err);
    struct question q = {unit.code, r->rule->indicator, period};
    struct answer reported = answer_value(s.cube, &q);
    if (!snapshot_locks(&s, c->db, c->arena, unit.code, err)) return false;
    struct locked_look look = {LOCKED_NONE, STR("")};
    const struct locked_value *locked = locked_find(s.locked, unit.code, code, period);
    if (locked && reported.rule == ANSWER_NONE) look = locked_look(c->arena, locked, r, s.corrections);
    return formula_value_put(c, r, unit.name, &reported, locked, &look, err);
}

static bool run(struct cli *c, struct err *err)
{
    struct str word = c->args[0];
    bool add = str_eq(word, STR("add")), remove = str_eq(word, STR("remove")), list = str_eq(word, STR("list"));
    bool lacks = str_eq(word, STR("lacks")), value = lacks || str_eq(word, STR("value"));
    size_t least = add ? 3 : list || value ? 1 : 2, most = value ? SIZE_MAX : add ? 3 : 2;
    if (c->arg_count < least) return fail(err, ERR_ARGUMENTS_FEW, STR("formula"));
    if (c->arg_count > most) return fail(err, ERR_ARGUMENTS_MANY, STR("formula"), c->args[most]);
    if (!cli_units_open(c, add || remove ? DB_WRITE : DB_READ, err)) return false;
    if (add) return run_add(c, err);
    if (remove) return run_remove(c, err);
    if (list) return run_list(c, err);
    if (str_eq(word, STR("check"))) return run_check(c, err);
    if (value) return run_value(c, lacks, err);
    return run_show(c, err);
}

static const char *const BETTER[] = {"up", "down", NULL};

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("value: nơi cần tính: tên hoặc mã")},
    GRID_PERIOD_OPTION,
    ASKED_INDICATOR_OPTION,
    {"code", 0, OPTION_TEXT, tr("MÃ"), .help = tr("check: thử như khi thêm công thức cho mã này")},
    {"name", 0, OPTION_TEXT, tr("TÊN"), .help = tr("add: tên của chỉ tiêu mới")},
    {"measure", 0, OPTION_TEXT, tr("ĐƠN VỊ TÍNH"), .help = tr("add, check: đơn vị tính, như triệu đồng/người/năm")},
    {"better", 0, OPTION_CHOICE, tr("CHIỀU"), BETTER,
     .help = tr("add: chỉ tiêu mới càng lớn (up) hay càng nhỏ (down) càng tốt")},
    {"decimals", 0, OPTION_COUNT, tr("SỐ"), .fallback = "2", .help = tr("add: số chữ số thập phân khi ghi kết quả")},
    {"from", 0, OPTION_DATE, tr("NGÀY"), .help = tr("add: có hiệu lực từ ngày; remove: chỉ bỏ công thức từ ngày đó")},
    {"to", 0, OPTION_DATE, tr("NGÀY"), .help = tr("add: ngày cuối cùng còn hiệu lực")},
    {"source", 0, OPTION_TEXT, tr("CĂN CỨ"), .help = tr("add: văn bản làm căn cứ, hoặc lý do")},
    {"reason", 0, OPTION_TEXT, tr("LÝ DO"), .help = tr("remove: vì sao bỏ")},
    {0},
};

static const struct command_word WORDS[] = {
    {"list", tr("các công thức, của một chỉ tiêu hoặc của mọi chỉ tiêu")},
    {"show", tr("một công thức: cách tính, các chỉ tiêu trong đó, căn cứ")},
    {"value", tr("tính cho một nơi, một kỳ, kèm từng số đã dùng hoặc còn thiếu")},
    {"lacks", tr("những số liệu còn phải nhập thì mới tính được, kèm mã, đơn vị tính")},
    {"check", tr("thử một công thức, không ghi gì")},
    {"add", tr("add MÃ CÔNG-THỨC: thêm công thức riêng của cơ quan")},
    {"remove", tr("bỏ công thức riêng của một mã")},
    {0},
};

const struct command cmd_formula = {
    .name = "formula",
    .summary = tr("công thức: chỉ tiêu tính từ các chỉ tiêu khác"),
    .usage = {tr("list|show [MÃ]"), tr("value|lacks MÃ NƠI KỲ"), tr("check CÔNG-THỨC [--code MÃ] [TÙY CHỌN]"),
              tr("add MÃ CÔNG-THỨC --source CĂN CỨ [TÙY CHỌN] | remove MÃ --reason LÝ DO")},
    .about = tr("Công thức gồm mã chỉ tiêu, số, + - * / và ngoặc: (H30a - H31b) / H30a. Các hàm: kế hoạch(C01; HĐND), "
                "cùng kỳ(C01) "
                "là cùng kỳ năm trước, nhỏ nhất(a; b), lớn nhất(a; b), tỷ lệ(a; b; c) là a / b, nếu b bằng 0 thì lấy "
                "c. Số viết 1.234,5; có "
                "thể kèm đơn vị tính: 6 điểm, 10.000 dân, 80%; «/ năm» là chia cho một năm.\n"
                "Đơn vị tính được kiểm tra: C01 / A02 ra đồng/người, còn C01 + A02 bị từ chối. Chỉ tiêu tính bằng % "
                "thì viết thẳng tỷ số, "
                "không nhân 100.\n"
                "Tính bằng phân số chính xác, chỉ làm tròn khi ghi kết quả (từ nửa trở lên thì thêm một). Thiếu một số "
                "thì không tính, và nói thiếu "
                "số nào. Số tại thời điểm như dân số, số hộ mà kỳ đó không có thì lấy số gần nhất trong 12 tháng trước "
                "ngày cuối kỳ.\n"
                "Mã chưa có trong danh mục thì cần --name và --measure. Công thức riêng được dùng trước công thức của "
                "danh mục."),
    .options = OPTIONS,
    .words = WORDS,
    .examples =
        {{"dieuhanh formula show H02", tr("tỷ lệ đúng hạn tính thế nào")},
         {"dieuhanh formula value B26 79 2025", tr("GRDP bình quân đầu người, kèm từng số")},
         {"dieuhanh formula lacks H34g \"phường Sài Gòn\" 2026-Q3", tr("còn phải nhập gì để tính điểm Bộ chỉ số 766")},
         {"dieuhanh formula check \"C01 / A03\" --measure \"triệu đồng/người\"", tr("thử trước khi thêm")},
         {"dieuhanh formula add RIENG_1 \"C01 / A03\" --name \"Thu ngân sách trên người thực tế quản lý\" --measure "
          "\"triệu đồng/người\" --better up --source \"12/QĐ-UBND\"",
          tr("một chỉ tiêu riêng")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX, /* run() says what each word takes */
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
