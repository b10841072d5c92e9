/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_matter: what is owed and by when, of every kind; and `task` and `dossier`, which are the same for the kinds that
 * offices use daily, so that nobody has to type --kind for them. All are one table of words and options.
 */
#include "matter_command.h"

/* In the order of the help. */
static const struct matter_word RUNS[] = {
    {"new", matter_run_new},
    {"list", matter_run_list},
    {"show", matter_run_show},
    {"move", matter_run_move},
    {"assign", matter_run_assign},
    {"extend", matter_run_extend},
    {"edit", matter_run_edit},
    {"note", matter_run_note},
    {"attach", matter_run_attach},
    {"stats", matter_run_stats},
    {"mine", matter_run_mine},
    {"late", matter_run_late},
    {"recompute", matter_run_recompute},
    {"proposals", matter_run_proposals},
    {"accept", matter_run_accept},
    {"import", matter_run_import},
    {"export", matter_run_export},
};

bool matter_run_word(struct cli *c, const struct matter_word *own, struct err *err)
{
    for (; own && own->word; own++)
        if (str_eq(c->args[0], str_of(own->word))) return own->run(c, err) || matter_error_shown(c, err);
    for (size_t i = 0; i < sizeof RUNS / sizeof *RUNS; i++)
        if (str_eq(c->args[0], str_of(RUNS[i].word))) return RUNS[i].run(c, err) || matter_error_shown(c, err);
    return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
}

static bool run(struct cli *c, struct err *err)
{
    return matter_run_word(c, NULL, err);
}

/* In the order of the enums of matter_kind.h and matter.h: the place of a choice is the value. */
const char *const matter_group_choices[] = {"waiting", "open", "paused", "done", "dropped", NULL};
const char *const matter_verdict_choices[] = {"in_time",       "soon",       "late",  "no_clock",    "stands",
                                              "ended_in_time", "ended_late", "ended", "not_counted", NULL};
const char *const matter_priority_choices[] = {"normal", "high", "urgent", NULL};
const char *const matter_secrecy_choices[] = {"normal", "internal", NULL};

static const struct option_spec TASK_OPTIONS[] = {MATTER_OPTIONS, {0}};
static const struct option_spec ALL_OPTIONS[] = {
    {"kind", 'k', OPTION_TEXT, tr("LOẠI"), .help = tr("loại việc; new mà không nêu thì là task")}, MATTER_OPTIONS, {0}};

static const struct command_word WORDS[] = {MATTER_WORDS, {0}};

const struct command cmd_matter = {
    .name = "matter",
    .summary = tr("việc mọi loại: ai phải làm, hạn nào, đến đâu; giao, chuyển bước, gia hạn, đếm"),
    .usage = MATTER_USAGE,
    .about = MATTER_ABOUT,
    .options = ALL_OPTIONS,
    .words = WORDS,
    .examples =
        {{"dieuhanh matter list --kind task --clock late", tr("nhiệm vụ quá hạn")},
         {"dieuhanh matter new \"Cấp giấy phép xây dựng\" -k dossier -u 26740 procedure=1.009994 term=\"15 ngày "
          "làm việc\" applicant=\"Nguyễn Văn An\"",
          tr("một hồ sơ mới đăng ký")},
         {"dieuhanh matter late --kind dossier --convention A", tr("tỷ lệ đúng hạn theo cách A")},
         {"dieuhanh matter stats --under \"TP Hồ Chí Minh\" --on 2026-06-30", tr("đếm theo đơn vị vào ngày đó")},
         {"dieuhanh matter show M12 --known-on 2026-05-31", tr("việc ấy như đã biết hôm đó")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};

const struct command cmd_task = {
    .name = "task",
    .summary = tr("nhiệm vụ được giao: như matter, chỉ của loại task"),
    .usage = MATTER_USAGE,
    .about = MATTER_ABOUT,
    .options = TASK_OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh task new \"Lập kế hoạch chuyển đổi số\" --unit \"phường Bến Thành\" --due 2026-03-20 "
                  "product=\"Kế hoạch\"",
                  tr("giao một nhiệm vụ")},
                 {"dieuhanh task move take M1", tr("đơn vị nhận việc")},
                 {"dieuhanh task move submit M1 --note \"đã ban hành\" --file ke-hoach.pdf", tr("trình kết quả")},
                 {"dieuhanh task extend M1 --due 2026-04-05 --note \"chờ ý kiến sở\"", tr("gia hạn, nêu lý do")},
                 {"dieuhanh task accept S107 --person \"Phòng Tài chính\"", tr("lập nhiệm vụ từ một chỉ đạo đã đọc")},
                 {"dieuhanh task mine --unit \"phường Bến Thành\"", tr("phường này phải làm gì trước")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};

const struct command cmd_dossier = {
    .name = "dossier",
    .summary = tr("hồ sơ thủ tục hành chính: như matter, chỉ của loại dossier"),
    .usage = MATTER_USAGE,
    .about = MATTER_ABOUT,
    .options = TASK_OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh dossier import --dry-run ho-so-2026.xlsx --unit \"phường Bến Thành\"",
                  tr("xem trước một danh sách hồ sơ")},
                 {"dieuhanh dossier import ho-so-2026.xlsx --map mot-cua.map", tr("nhập theo tệp ánh xạ của cơ quan")},
                 {"dieuhanh dossier late --convention A", tr("tỷ lệ đúng hạn theo cách A")},
                 {"dieuhanh dossier export --format csv > ho-so.csv", tr("in lại thành danh sách")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
