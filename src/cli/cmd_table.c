/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_table: the tables of a file come into the record by a form. A form that was kept is used as it is; a proposed one
 * is shown, and used only when somebody agrees: on a terminal by an answer, else by --yes. Then it is kept for the next
 * file. All of a file comes in or nothing; the same file by the same form changes nothing. A file whose figures say
 * themselves what they are (figure_file.h) needs no form.
 */
#include "ahead.h"
#include "cli_private.h"
#include "figure_file.h"
#include "file.h"
#include "form_options.h"
#include "import.h"
#include "record_cells.h"
#include "sha256.h"
#include "validate_cells.h"

#include <unistd.h>

static const struct column COLUMNS[] = {
    {"file", tr("Tệp"), 0},
    {"document", tr("Tài liệu"), COLUMN_FIXED},
    {"outcome", tr("Kết quả"), 0},
    {"figures", tr("Số liệu"), COLUMN_NUMBER},
    {"resolved", tr("Rõ nghĩa"), COLUMN_NUMBER},
    {"fresh", tr("Mới"), COLUMN_NUMBER},
    {"withdrawn", tr("Thay thế"), COLUMN_NUMBER},
    {"accepted", tr("Chấp nhận"), COLUMN_NUMBER},
};

/* A letter typed on the terminal; anything but yes is no. */
static bool agreed(struct cli *c, struct err *err)
{
    char line[64];
    if (!c->terminal || !isatty(STDIN_FILENO)) return fail(err, ERR_FORM_CONFIRM);
    cli_put(c, tr("Dùng mẫu này? [c/K] "));
    if (!cli_flush(c, err)) return false;
    if (fgets(line, sizeof line, stdin) && strchr("cCyY", line[0]) && line[0]) return true;
    return fail(err, ERR_FORM_CONFIRM);
}

static bool form_settle(struct cli *c, const struct formed *f, struct err *err)
{
    struct str path = cli_text(c, "form");
    if (f->kept) return true;
    struct buf b = buf_make(SIZE_MAX / 4);
    form_write(&b, &f->form);
    buf_put(c->out, buf_str(&b));
    bool ok = (cli_flag(c, "yes") || agreed(c, err)) && (path.len == 0 || file_write(path, buf_str(&b), err));
    buf_free(&b);
    if (ok && path.len) cli_note(c, tr("đã ghi mẫu vào «{1}»"), cli_shown(c->arena, path));
    return ok;
}

/* What tells this way of making figures from others: the form without what is for eyes only, and how the file was
 * read. */
static struct str form_mark(struct cli *c, const struct formed *f)
{
    struct buf b = buf_make(SIZE_MAX / 4);
    form_write_plain(&b, &f->form);
    buf_put(&b, cli_text(c, "sheet"));
    buf_put(&b, cli_text(c, "numbers"));
    struct digest d = sha256_of(buf_str(&b));
    struct digest_text hex = digest_text(d);
    buf_free(&b);
    return str_copy(c->arena, str_part(digest_str(&hex), 0, 16));
}

static bool has_doubt(const struct workbook *w)
{
    for (size_t i = 0; i < w->problems.len; i++)
        if (w->problems.at[i].severity == SEVERITY_DOUBT) return true;
    return false;
}

static struct str document_shown(struct cli *c, struct document_id id)
{
    struct buf b = buf_make(16);
    document_id_write(&b, id);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void put_result(struct cli *c, struct str path, const struct import_result *result)
{
    struct rows *r = cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS);
    rows_text(r, cli_shown(c->arena, path));
    document_id_cell(r, result->document);
    outcome_cell(r, c->lang, result);
    const size_t counts[] = {result->figures, result->resolved, result->fresh, result->withdrawn, result->accepted};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) rows_int(r, (int64_t)counts[i]);
    rows_end(r);
    rows_close(r);
    size_t fresh = result->fresh < result->figures ? result->fresh : result->figures;
    if (cli_flag(c, "accept") && result->accepted < fresh)
        cli_note(c,
                 tr("{1} số liệu chưa được chấp nhận: chưa rõ chỉ tiêu, nơi, kỳ, hoặc mâu thuẫn với số khác; xem bằng "
                    "dieuhanh "
                    "statements --document {2}"),
                 cli_number(c, fresh - result->accepted), document_shown(c, result->document));
}

/* What was found is told before anything is done; what cannot be is only imported for a reason. */
static bool permit(struct cli *c, const struct validation *found, struct err *err)
{
    if (!validation_permit(c, found, cli_text(c, "despite"), err)) return false;
    validation_note(c, found);
    return true;
}

/* Figures with their keys, as programs write them. */
static bool run_figures(struct cli *c, struct err *err)
{
    struct figure_file f;
    struct validation found;
    struct import_result result;
    struct author author;
    struct read_options o = {.date = cli_date(c, "date"), .place = cli_text(c, "place")};
    int habit = cli_choice(c, "numbers");
    enum sheet_habit as = habit < 0 ? HABIT_AUTO : (enum sheet_habit)(habit + HABIT_VI);
    if (!figure_file_read(&f, c->db, c->arena, c->args[0], &o, as, err)) return false;
    if (!ahead_check(&f.read.reading, c->today, cli_shown(c->arena, c->args[0]), err)) return false;
    if (!validate_statements(&found, c->db, c->arena, &(struct validate_file){.read = &f.read, .given = f.given}, err))
        return false;
    if (cli_flag(c, "dry-run")) return cli_put_figures(c, &f.read, &found, err);
    if (!permit(c, &found, err) || !cli_author(&author, c, err)) return false;
    if (!figure_file_save(&result, c->db, c->arena, &author, &f, &o, cli_flag(c, "accept"), cli_text(c, "despite"),
                          err))
        return false;
    put_result(c, c->args[0], &result);
    cli_put_left(c, &result);
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    if (figure_file_kind(c->args[0]) != FIGURE_FILE_NOT) return run_figures(c, err);
    struct formed f;
    struct read_result read;
    struct validation found;
    struct import_result result;
    struct author author;
    if (!cli_formed(&f, c, c->args[0], err) || !cli_formed_places(c, &f, err) || !cli_formed_figures(&read, c, &f, err))
        return false;
    if (read.reading.len == 0 && !has_doubt(&f.book)) return fail(err, ERR_FORM_EMPTY, cli_shown(c->arena, f.path));
    if (!cli_tell_places(c, &f, &read, err)) return false;
    if (!ahead_check(&read.reading, c->today, cli_shown(c->arena, f.path), err)) return false;
    if (!validate_statements(&found, c->db, c->arena, &(struct validate_file){.read = &read, .book = &f.book}, err))
        return false;
    if (cli_flag(c, "dry-run")) return cli_put_figures(c, &read, &found, err);
    if (has_doubt(&f.book)) return fail(err, ERR_FORM_UNCLEAR);
    if (!permit(c, &found, err) || !form_settle(c, &f, err) || !cli_author(&author, c, err)) return false;
    struct import_options o = {
        .read = f.read, .accept = cli_flag(c, "accept"), .form = form_mark(c, &f), .despite = cli_text(c, "despite")};
    if (!import_save(&result, c->db, c->arena, &author, f.bytes, &read, &o, err)) return false;
    put_result(c, f.path, &result);
    cli_put_left(c, &result);
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"form", 0, OPTION_FILE, tr("TỆP-MẪU"), .help = tr("mẫu đã có, hoặc nơi ghi mẫu mới")},
    {"dry-run", 0, OPTION_FLAG, .help = tr("chỉ in các số liệu sẽ nhập và điều đáng ngờ ở từng ô, không đổi gì")},
    {"yes", 'y', OPTION_FLAG, .help = tr("dùng mẫu được đề xuất mà không hỏi")},
    {"accept", 'a', OPTION_FLAG,
     .help = tr("chấp nhận luôn những số liệu rõ chỉ tiêu, nơi, kỳ và không mâu thuẫn với số nào")},
    {"despite", 0, OPTION_TEXT, tr("LÝ-DO"), .help = tr("vẫn nhập khi có số không thể có; lý do được ghi vào nhật ký")},
    CORRECTION_OPTION,
    FORM_READING_OPTIONS,
    SHEET_OPTIONS,
    {0},
};

const struct command cmd_table = {
    .name = "table",
    .summary = tr("đưa bảng (XLSX, XLS, CSV, PDF) vào kho theo mẫu dùng lại được; cả JSON, gói dữ liệu"),
    .usage = {tr("--form TỆP-MẪU [TÙY CHỌN] TỆP"), tr("[TÙY CHỌN] TỆP.json|TỆP.jsonl|THƯ-MỤC-GÓI")},
    .about = tr(
        "Tệp mẫu chưa có thì đề xuất một mẫu theo đầu bảng, hỏi rồi ghi lại; không có màn hình để hỏi thì cần --yes.\n"
        "Cả tệp vào kho hoặc không gì vào kho. Nhập lại cùng tệp theo cùng mẫu thì không đổi gì. Tệp có bảng mà mẫu "
        "không có thì bị từ chối, nói rõ bảng nào.\n"
        "Số liệu được kiểm tra trước (dieuhanh validate): số không thể có ở ô nào thì nói ô ấy và không nhập, trừ khi "
        "nêu lý do bằng --despite.\n"
        "Số liệu bằng JSON, JSON Lines, hoặc gói do «dieuhanh export --package» ghi, tự nói chỉ tiêu, nơi, kỳ nên "
        "không "
        "cần mẫu (docs/FORMATS.md).\n"
        "Sửa sai: sửa mẫu rồi nhập lại (điều chưa duyệt được thay), hoặc dieuhanh reject."),
    .options = OPTIONS,
    .examples = {{"dieuhanh table --form bieu.form --dry-run bieu-thang-6.xlsx", tr("xem trước")},
                 {"dieuhanh table --form bieu.form --yes --place \"quận An Hòa\" bieu-thang-6.xlsx",
                  tr("nhập theo mẫu được đề xuất và giữ mẫu lại")},
                 {"dieuhanh table --form bieu.form --accept bieu-thang-7.xlsx", tr("tháng sau, cùng mẫu")},
                 {"dieuhanh table --dry-run so-lieu.jsonl", tr("xem trước số liệu bằng JSON Lines")},
                 {"dieuhanh table --accept so-lieu/", tr("nhập một gói dữ liệu")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = 1,
    .needs = NEEDS_RECORD_WRITE,
    .run = run,
};
