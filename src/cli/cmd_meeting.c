/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_meeting: meetings, as matters of the kind; and beside that an agenda of what is off its track, of which a person
 * picks, and what was decided as tasks of the meeting.
 */
#include "agenda.h"
#include "asked.h"
#include "matter_command.h"

static const struct option_spec OPTIONS[] = {
    {"take", 0, OPTION_TEXT, tr("MÃ;MÃ"), .help = tr("đưa các mục này vào chương trình của cuộc họp")},
    {"period", 0, OPTION_TEXT, tr("KỲ"), .help = tr("kỳ của chỉ tiêu; không nêu thì kỳ gần nhất của từng nơi")},
    MATTER_OPTIONS,
    {0}};

/* --- agenda */

static const char *source_shown(enum agenda_source s)
{
    switch (s) {
    case AGENDA_LATE: return tr("Việc quá hạn");
    case AGENDA_PETITION: return tr("Đơn thư quá hạn");
    case AGENDA_OBSTACLE: return tr("Vướng mắc doanh nghiệp");
    case AGENDA_TARGET: return tr("Chỉ tiêu nghị quyết");
    case AGENDA_INDICATOR: return tr("Chỉ tiêu kế hoạch");
    case AGENDA_SOON: return tr("Sắp đến hạn");
    case AGENDA_SOURCES: break;
    }
    return "";
}

static const struct column AGENDA_COLUMNS[] = {
    {"code", tr("Mã"), COLUMN_FIXED}, {"source", tr("Nguồn"), COLUMN_KEEP}, {"title", tr("Nội dung"), COLUMN_KEEP},
    {"unit", NULL, COLUMN_DATA},      {"unit_name", tr("Đơn vị"), 0},       {"reason", tr("Vì sao"), 0},
};

static bool propose(struct agenda *out, struct cli *c, struct err *err)
{
    struct looked_unit unit, under;
    struct agenda_wish w = {.on = matter_day(c), .most = (uint32_t)cli_count(c, "limit")};
    bool has_unit, has_under;
    struct str period = cli_text(c, "period");
    if (period.len && !period_read(&w.period, period)) return fail(err, ERR_PERIOD_UNKNOWN, period);
    if (!matter_unit_option(&unit, &has_unit, c, "unit", err) ||
        !matter_unit_option(&under, &has_under, c, "under", err))
        return false;
    if (has_unit && has_under) return fail(err, ERR_FILING_SCOPE);
    if (has_unit) w.unit = &unit;
    if (has_under) w.under = &under;
    if (!w.most || w.most > MATTER_PAGE_MOST) w.most = MATTER_PAGE_MOST;
    return agenda_make(out, c->db, c->arena, &w, err);
}

static bool show_agenda(struct cli *c, struct err *err)
{
    struct agenda list;
    if (!known_on_open(c, DB_READ, err) || !propose(&list, c, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(AGENDA_COLUMNS));
    for (size_t i = 0; i < list.len; i++) {
        const struct agenda_item *item = &list.at[i];
        rows_text(r, item->code);
        if (item->source != AGENDA_SOON) rows_style(r, STYLE_BAD);
        rows_text_shown(r, agenda_source_word(item->source), tr_text(c->lang, source_shown(item->source)));
        rows_text(r, item->title);
        rows_text(r, item->unit);
        rows_text(r, item->unit_name);
        rows_text(r, item->reason);
        rows_end(r);
    }
    rows_close(r);
    if (!cli_flush(c, err)) return false;
    if (list.more) cli_note(c, tr("còn nữa; thêm --limit, hoặc hỏi từng đơn vị"));
    if (!list.len) cli_note(c, tr("không có gì chậm, không có gì sắp đến hạn"));
    return true;
}

static bool is_meeting(struct cli *c, struct matter_id *out, struct kept_matter *m, struct err *err)
{
    return matter_typed(out, c->db, c->arena, c->args[1], err) && matter_load(m, c->db, c->arena, *out, err) &&
           (str_eq(m->kind, STR("meeting")) ||
            fail(err, ERR_MATTER_OTHER_KIND, matter_id_shown(c->arena, *out), m->kind, STR("meeting")));
}

static bool run_agenda(struct cli *c, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_list done;
    struct matter_id id;
    struct kept_matter m;
    struct agenda list;
    struct str text;
    size_t count;
    if (c->arg_count > 2) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[2]);
    if (c->arg_count < 2 && cli_given(c, "take")) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (c->arg_count < 2) return show_agenda(c, err);
    if (!matter_begin_wish(&w, &author, c, MATTER_EVENT_EDIT, err) || !is_meeting(c, &id, &m, err) ||
        !propose(&list, c, err) || !agenda_pick(&text, &count, c->arena, &list, cli_text(c, "take"), err))
        return false;
    w.ids = &id;
    w.id_count = 1;
    *vec_push(c->arena, &w.typed) = (struct name_value){STR("agenda"), text};
    if (!matter_do(&done, c->db, c->arena, &author, &w, err)) return false;
    cli_note(c, tr("{1}: chương trình có {2} mục"), matter_id_shown(c->arena, id), cli_number(c, count));
    return true;
}

/* --- decisions */

static struct str field_of(const struct kept_matter *m, struct str name)
{
    for (size_t i = 0; i < m->fields.len; i++)
        if (str_eq(m->fields.at[i].name, name)) return m->fields.at[i].value;
    return STR("");
}

/* What was typed goes before what follows from the meeting: its number of conclusions as the document, its chair as who
 * gave the task. */
static void take_from_meeting(struct matter_wish *w, struct cli *c, const struct kept_matter *m)
{
    struct str conclusion = field_of(m, STR("conclusion_no")), chair = field_of(m, STR("chair"));
    *vec_push(c->arena, &w->typed) = (struct name_value){STR("parent"), matter_id_shown(c->arena, m->id)};
    if (!cli_given(c, "document"))
        *vec_push(c->arena, &w->typed) = (struct name_value){STR("document"), conclusion.len ? conclusion : m->number};
    struct name_value *giver = name_value_find(&w->typed, STR("giver"));
    if (giver && !cli_given(c, "giver") && chair.len) giver->value = chair;
}

static bool run_decide(struct cli *c, struct err *err)
{
    struct author author;
    struct matter_wish w;
    struct matter_list made;
    struct looked_unit unit;
    struct matter_id id;
    struct kept_matter m;
    if (c->arg_count < 3) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (cli_given(c, "parent")) return fail(err, ERR_MATTER_SLOT, STR("parent"), STR("decide"));
    if (!matter_new_wish(&w, &author, &unit, c, 2, err) || !is_meeting(c, &id, &m, err)) return false;
    w.kind = STR("task");
    take_from_meeting(&w, c, &m);
    if (!matter_do(&made, c->db, c->arena, &author, &w, err)) return false;
    matter_tell_given(c, &made.at[0]);
    return true;
}

/* clang-format off */
static const struct command_word WORDS[] = {
    {"agenda", tr("agenda [CUỘC HỌP --take MÃ;MÃ]: đề xuất mục cần bàn: việc chậm, đơn thư quá hạn, vướng mắc, "
         "chỉ tiêu"),
     "unit under period on limit take note at file", run_agenda},
    {"decide", tr("decide CUỘC HỌP NỘI DUNG --unit ĐƠN VỊ: kết luận giao một nhiệm vụ, là phần của cuộc họp"),
     MATTER_DONE " unit with person giver follower due rule from appointment number document clause priority "
          "secrecy target", run_decide},
    MATTER_WORDS(matter_run_new, matter_run_show, matter_run_attach),
    {0},
};
/* clang-format on */

static bool run(struct cli *c, struct err *err)
{
    return matter_run_word(c, err);
}

const struct command cmd_meeting = {
    .name = "meeting",
    .summary = tr("cuộc họp: như matter; chương trình lấy từ việc chậm, kết luận thành nhiệm vụ"),
    .usage = {tr("agenda [--unit ĐƠN VỊ|--under ĐƠN VỊ] [--on NGÀY] [--period KỲ]"),
              tr("agenda CUỘC HỌP --take «MÃ;MÃ» [--note LỜI]"),
              tr("decide CUỘC HỌP NỘI DUNG --unit ĐƠN VỊ [--due NGÀY] [TRƯỜNG=GIÁ TRỊ...]"),
              tr("new|list|show|move ... (như matter)")},
    .about = tr(
        "agenda đề xuất, người chọn: việc quá hạn, đơn thư quá hạn, vướng mắc của doanh nghiệp chưa tháo gỡ, chỉ "
        "tiêu nghị quyết không đạt, chỉ tiêu chậm so với kế hoạch, việc sắp đến hạn; mỗi mục có mã và lý do. "
        "--take ghi các mục đã chọn vào chương trình của cuộc họp.\n"
        "decide lập một nhiệm vụ (task) là phần của cuộc họp; văn bản giao là số thông báo kết luận, người giao "
        "là người chủ trì, nếu không nêu khác."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh meeting agenda --under \"TP Hồ Chí Minh\"", tr("tuần này cần bàn gì")},
                 {"dieuhanh meeting new \"Giao ban tháng 11\" -u 26740 --due 2026-11-30 chair=\"Chủ tịch\"",
                  tr("lập cuộc họp")},
                 {"dieuhanh meeting agenda M9 --take \"M3;C01@26740\"", tr("đưa hai mục vào chương trình")},
                 {"dieuhanh meeting decide M9 \"Rà soát giải ngân từng dự án\" -u 26740 --due 2026-12-10",
                  tr("kết luận thành nhiệm vụ")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
