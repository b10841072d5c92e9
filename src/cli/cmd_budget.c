/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_budget: the table of the budget of a place and period, and the lines and codes that such tables are made of.
 */
#include "budget.h"

#include "asked.h"
#include "budget_look.h"
#include "budget_tables.h"
#include "known_on.h"
#include "period_parts.h"
#include "record.h"
#include "stand.h"
#include "unit_look.h"

/* Months counted from January are said in several ways: 2026-3M, -6M, -12M too. */
static bool read_period(struct period *out, struct str text, struct err *err)
{
    static const struct {
        struct str ending;
        int months;
    } ENDINGS[] = {{STR_INIT("-3M"), 3}, {STR_INIT("-6M"), 6}, {STR_INIT("-12M"), 12}};
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        uint64_t year;
        if (!str_ends(text, ENDINGS[i].ending)) continue;
        if (!str_to_u64(&year, str_part(text, 0, text.len - ENDINGS[i].ending.len), 9999) || year == 0) break;
        *out = period_months((int)year, 1, ENDINGS[i].months);
        return true;
    }
    return period_read(out, text) || fail(err, ERR_PERIOD_UNKNOWN, text);
}

static bool has_rows(const struct budget_table *t)
{
    for (size_t i = 0; i < t->rows.len; i++)
        if (t->rows.at[i].shown) return true;
    return false;
}

static bool open_record(struct cli *c, struct err *err)
{
    if (c->db) return true;
    return known_on_open(c, DB_READ, err);
}

/* Place and time by arguments in any order, or by options. A time that is said by its months is put by its literal. */
static bool read_asked(struct wanted *out, struct period *period, struct cli *c, struct err *err)
{
    struct str *words = arena_array(c->arena, struct str, c->arg_count);
    for (size_t i = 0; i < c->arg_count; i++) {
        struct buf b = buf_make(100);
        struct err none = {0};
        bool is_time = read_period(period, c->args[i], &none) && period->kind != PERIOD_NONE;
        if (is_time) period_write(&b, *period);
        words[i] = is_time ? str_copy(c->arena, buf_str(&b)) : c->args[i];
        buf_free(&b);
    }
    return asked_words(out, c, words, c->arg_count, ASK_UNIT | NEED_UNIT | ASK_PERIOD, err) &&
           read_period(period, out->period, err);
}

static bool run_table(struct cli *c, struct err *err)
{
    struct snapshot s;
    struct wanted asked;
    struct kept_unit unit;
    struct period period;
    struct budget_table tables[BUDGET_PARTS];
    size_t count = 0;
    bool any = cli_flag(c, "all");
    enum budget_measure m = (enum budget_measure)cli_choice(c, "measure");
    if (!c->arg_count && !cli_given(c, "unit")) return fail(err, ERR_OPTION_MISSING, STR("--unit"), STR("budget"));
    if (!read_period(&period, cli_text(c, "period"), err)) return false;
    if (!open_record(c, err) || !read_asked(&asked, &period, c, err)) return false;
    if (!unit_typed(&unit, c->db, c->arena, asked.unit, period.to, err)) return false;
    if (!stand_load(&s, c->db, c->arena, unit.code, err)) return false;
    if (period.kind == PERIOD_NONE) period = stand_latest(s.cube, c->arena, unit.code);
    if (period.kind == PERIOD_NONE) return fail(err, ERR_NO_FIGURES, unit.name);
    enum budget_level level = cli_given(c, "level") ? (enum budget_level)cli_budget_levels(c) : budget_level_of(&unit);
    for (int part = 0; part < BUDGET_PARTS; part++) {
        if (!cli_budget_part_fits(c, (enum budget_part)part)) continue;
        struct budget_table *t = &tables[count];
        if (!budget_make(t, &s, c->db, c->arena, &unit, level, (enum budget_part)part, period, err)) {
            if (err->code == ERR_BUDGET_TREE && !cli_given(c, "part") && part != BUDGET_PARTS - 1) continue;
            if (err->code == ERR_BUDGET_TREE && count) break;
            return false;
        }
        any = any || has_rows(t);
        if (cli_flag(c, "all") || has_rows(t)) count++;
    }
    if (!any) {
        struct buf b = buf_make(1000);
        buf_put(&b, unit.name);
        buf_put(&b, tr_text(c->lang, tr(" về thu, chi ngân sách, ")));
        if (c->lang == LANG_VI)
            period_write_vi(&b, period);
        else
            period_write(&b, period);
        asked_parts(c, parts_words(c->arena, s.cube, unit.code, period), &unit, period);
        return fail(err, ERR_NO_FIGURES, str_copy(c->arena, buf_str(&b)));
    }
    if (c->format == FORMAT_HTML) {
        budget_write_html(c->out, tables, count, m, cli_flag(c, "all"), known_on_words(c));
        return cli_drain(c, err);
    }
    if (c->format != FORMAT_TABLE) return budget_put_rows(c, tables, count, err);
    for (size_t i = 0; i < count; i++)
        if (!budget_put_table(c, &tables[i], m, err)) return false;
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct str name = STR("budget");
    bool word = c->arg_count && (str_eq(c->args[0], STR("tree")) || str_eq(c->args[0], STR("item")));
    if (!word) return run_table(c, err);
    if (!known_on_refuse(c, err)) return false;
    bool item = str_eq(c->args[0], STR("item"));
    size_t want = item ? 2 : 1;
    if (c->arg_count < want) return fail(err, ERR_ARGUMENTS_FEW, name);
    if (c->arg_count > want) return fail(err, ERR_ARGUMENTS_MANY, name, c->args[want]);
    if (c->format == FORMAT_HTML)
        return fail(err, ERR_OPTION_CHOICE, name, STR("--format"), STR("html"),
                    STR("table, jsonl, json, csv, csv-excel"));
    return item ? budget_run_item(c, err) : budget_run_tree(c, err);
}

static const char *const MEASURES[] = {"dong", "nghin", "trieu", "ty", NULL};

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("nơi cần xem: tên hoặc mã")},
    {"period", 'k', OPTION_TEXT, tr("KỲ"),
     .help = tr("kỳ cần xem: 2026-Q1 (hoặc 2026-3M), 2026-H1 (2026-6M), 2026-9M, 2026, 2026-05; không nêu thì kỳ gần "
                "nhất")},
    {"part", 'p', OPTION_CHOICE, tr("PHẦN"), BUDGET_PART_NAMES,
     .help = tr("một phần: thu trên địa bàn (revenue), thu của ngân sách (local), chi (expenditure)")},
    {"level", 0, OPTION_CHOICE, tr("CẤP"), BUDGET_LEVELS,
     .help = tr("các dòng của cấp nào; không nêu thì theo đơn vị, với tree, item thì mọi cấp")},
    {"measure", 0, OPTION_CHOICE, tr("ĐƠN VỊ TÍNH"), MEASURES, .fallback = "trieu",
     .help = tr("bảng tính bằng đồng, nghìn, triệu hay tỷ đồng")},
    {"all", 'a', OPTION_FLAG, .help = tr("cả những dòng chưa có số liệu")},
    {"on", 0, OPTION_DATE, tr("NGÀY"), .help = tr("tree, item: những dòng, mã có hiệu lực ngày đó")},
    {0},
};

static const struct command_word WORDS[] = {
    {"tree", tr("các dòng của bảng ngân sách: dòng nào thuộc dòng nào, hiệu lực, căn cứ")},
    {"item", tr("một dòng hay một mã mục lục ngân sách, theo mã hoặc một phần của tên")},
    {0},
};

const struct command cmd_budget = {
    .name = "budget",
    .summary = tr("lập bảng tình hình thực hiện ngân sách 3, 6, 9 tháng, năm"),
    .usage = {tr("NƠI [KỲ] [--part PHẦN]"), tr("tree [--part PHẦN] [--level CẤP] [--on NGÀY]"),
              tr("item MÃ|TÊN [--on NGÀY]")},
    .about = tr(
        "Ba bảng riêng, không cộng vào nhau: thu ngân sách nhà nước trên địa bàn, thu của ngân sách nơi đó, chi "
        "ngân sách. Mỗi dòng có dự toán cấp trên giao, dự toán HĐND quyết định, thực hiện (hoặc ước), lũy kế từ "
        "đầu năm, tỷ lệ so với từng dự toán và so với cùng kỳ năm trước.\n"
        "Dòng chưa có số của chính nó chỉ được cộng từ các dòng dưới khi các dòng ấy đủ và đều có số, và được ghi "
        "dấu «=»; chưa có số liệu thì để trống. Dòng có số mà các dòng dưới không khớp được nêu dưới bảng.\n"
        "Dự toán sau điều chỉnh: số ghi là điều chỉnh; không có thì dự toán HĐND (hoặc cấp trên giao) cộng các lần bổ "
        "sung trong năm (lớp bo_sung).\n"
        "Dạng csv, json có mã của từng con số cho «dieuhanh explain MÃ», giá trị bằng đồng."),
    .options = OPTIONS,
    .words = WORDS,
    .words_optional = true,
    .examples = {{"dieuhanh budget \"phường An Hòa\" 2026-H1", tr("ba bảng 6 tháng đầu năm 2026")},
                 {"dieuhanh budget \"phường An Hòa\" 2026-Q3 --part revenue --format html > thu.html",
                  tr("bảng thu quý III và lũy kế, để in")},
                 {"dieuhanh budget tree --part expenditure --on 2026-06-30", tr("các dòng chi của năm 2026")},
                 {"dieuhanh budget item \"trước bạ\"", tr("dòng thu và các mục, tiểu mục về lệ phí trước bạ")}},
    .formats = FORMATS_ROWS | 1u << FORMAT_HTML,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NAME,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
