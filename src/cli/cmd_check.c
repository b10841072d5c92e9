/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_check: what contradicts what in one or several reports. All files are read first, since figures of one are held
 * against those of the others, and with --record against those of a record; then centre/check says what it found. For
 * eyes each finding is its message and the words of the report; notes that only say what follows from a figure (the
 * plan that it implies) are shown with --all. Programs get everything.
 */
#include "check.h"
#include "check_record.h"
#include "check_write.h"
#include "command.h"
#include "reading.h"
#include "record.h"
#include "record_id.h"
#include "statement_write.h"

static const char *severity_shown(enum severity s)
{
    switch (s) {
    case SEVERITY_NOTE: return tr("lưu ý");
    case SEVERITY_DOUBT: return tr("nghi vấn");
    case SEVERITY_CONTRADICTION: return tr("MÂU THUẪN");
    }
    return "";
}

/* In colour on a terminal, as tables do it. */
static struct str severity_color(const struct cli *c, enum severity s)
{
    if (!c->color) return STR("");
    switch (s) {
    case SEVERITY_NOTE: return STR("\033[2m");
    case SEVERITY_DOUBT: return STR("\033[33m");
    case SEVERITY_CONTRADICTION: return STR("\033[31m");
    }
    return STR("");
}

static void show(struct cli *c, const struct finding *f, const struct read_result *reads, bool many)
{
    struct buf *b = c->out, words = buf_make(1 << 20);
    buf_put(b, severity_color(c, f->severity));
    buf_put(b, tr_text(c->lang, severity_shown(f->severity)));
    if (c->color) buf_put(b, STR("\033[0m"));
    buf_put(b, STR(": "));
    cli_put_words(c, f->message);
    buf_put(b, STR(" ["));
    buf_put(b, f->rule);
    buf_put(b, STR("]\n"));
    for (size_t i = 0; i < f->span_count; i++) {
        bool record = f->spans[i].span.document == CHECK_RECORD;
        buf_put(b, STR("    "));
        if (record) {
            buf_put(b, tr_text(c->lang, tr("kho số liệu")));
            if (f->spans[i].id.n) buf_char(b, ' '), figure_id_write(b, f->spans[i].id);
        } else if (many)
            statement_write_name(b, reads[f->spans[i].span.document].name);
        if (record || many) buf_put(b, STR(": "));
        finding_words(&words, &f->spans[i], reads);
        cli_put_words(c, buf_str(&words));
        buf_clear(&words);
        buf_char(b, '\n');
    }
    buf_char(b, '\n');
    buf_free(&words);
}

static bool put_findings(struct cli *c, const struct findings *found, const struct read_result *reads, size_t count,
                         struct err *err)
{
    bool eyes = c->format == FORMAT_TABLE, array = c->format == FORMAT_JSON, all = !eyes || cli_flag(c, "all");
    bool first = true;
    for (size_t i = 0; i < found->len; i++) {
        const struct finding *f = &found->at[i];
        if (f->quiet && !all) continue;
        if (array) buf_char(c->out, first ? '[' : ',');
        first = false;
        if (eyes)
            show(c, f, reads, count > 1);
        else
            finding_write(c->out, f, reads);
        if (!cli_drain(c, err)) return false;
    }
    if (array) buf_put(c->out, first ? STR("[]\n") : STR("]\n"));
    return true;
}

/* How many of each severity, on standard error; the exit status with --strict. */
static bool sum_up(struct cli *c, const struct findings *found, struct err *err)
{
    uint64_t of[SEVERITY_CONTRADICTION + 1] = {0};
    for (size_t i = 0; i < found->len; i++) of[found->at[i].severity] += !found->at[i].quiet;
    if (c->format == FORMAT_TABLE) {
        if (!cli_flush(c, err)) return false;
        cli_note(c, tr("{1} mâu thuẫn, {2} nghi vấn, {3} lưu ý"), cli_number(c, of[SEVERITY_CONTRADICTION]),
                 cli_number(c, of[SEVERITY_DOUBT]), cli_number(c, of[SEVERITY_NOTE]));
        if (found->dropped) cli_note(c, tr("quá nhiều, còn {1} điều không liệt kê"), cli_number(c, found->dropped));
    }
    if (cli_flag(c, "strict") && of[SEVERITY_CONTRADICTION] && c->status < EXIT_SAYS_NO) c->status = EXIT_SAYS_NO;
    return true;
}

/* The checker, and whether it was told of the document that is being read. */
struct telling {
    struct checker *checker;
    bool begun;
};

static void begin_document(struct telling *t, const struct read_result *read)
{
    if (!t->begun) check_tell_document(t->checker, read->document.text.inside);
    t->begun = true;
}

static bool tell(void *to, const struct read_result *read, const struct statement *at, size_t count)
{
    struct telling *t = to;
    begin_document(t, read);
    check_tell(t->checker, at, count);
    return true;
}

/* Reads what can be read; the others are told of. */
static size_t read_all(struct cli *c, struct read_result *reads, struct checker *checker)
{
    struct read_options o = cli_reading(c);
    size_t count = 0;
    for (size_t i = 0; i < c->arg_count; i++) {
        struct err err;
        struct read_result *r = &reads[count];
        struct telling t = {checker, false};
        if (c->arg_count > 1) cli_progress(c, tr("Đang đọc tệp"), i + 1, c->arg_count);
        if (!read_file_stream(r, c->arena, c->args[i], &o, (struct read_sink){tell, &t}, &err)) {
            cli_problem(c, &err);
            continue;
        }
        begin_document(&t, r);
        check_tell_date(checker, r->reading.date);
        document_drop_blocks(&r->document);
        count++;
    }
    if (c->arg_count > 1) cli_progress_end(c);
    return count;
}

static bool run(struct cli *c, struct err *err)
{
    struct read_result *reads = arena_array(c->arena, struct read_result, c->arg_count);
    struct checker *checker = check_begin(c->arena, c->lang);
    struct findings found;
    size_t count = read_all(c, reads, checker), recorded;
    if (count == 0) return true; /* each file was told of */
    if (cli_given(c, "record")) {
        if (!record_open(&c->db, c->arena, c->record, DB_READ, err)) return false;
        if (!check_record_tell(&recorded, checker, c->db, c->arena, err)) return false;
    }
    check_end(&found, checker);
    return put_findings(c, &found, reads, count, err) && sum_up(c, &found, err);
}

static const struct option_spec OPTIONS[] = {
    READING_OPTIONS,
    {"all", 'a', OPTION_FLAG,
     .help = tr("cả những lưu ý chỉ nêu điều suy ra từ một con số (kế hoạch, số của kỳ gốc, phần trăm)")},
    {"strict", 0, OPTION_FLAG, .help = tr("mã thoát 3 khi có mâu thuẫn")},
    {0},
};

const struct command cmd_check = {
    .name = "check",
    .summary = tr("tìm mâu thuẫn giữa các số trong một hay nhiều báo cáo"),
    .usage = {tr("[TÙY CHỌN] TỆP...")},
    .about = tr(
        "So mọi số liệu với nhau bằng số học khoảng: mỗi số in ra được hiểu là mọi giá trị làm tròn thành nó.\n"
        "Mâu thuẫn: không cách hiểu nào về làm tròn, «hơn», «gần» cứu được. Nghi vấn: cần hỏi lại. Lưu ý: không sai, "
        "nhưng đáng biết.\n"
        "Nhiều tệp thì số của tệp này được so với số của tệp kia. Mã thoát là 0 cả khi có mâu thuẫn, trừ khi có "
        "--strict."),
    .options = OPTIONS,
    .examples = {{"dieuhanh check bao-cao.txt", tr("mâu thuẫn trong một báo cáo, kèm câu chữ")},
                 {"dieuhanh check bao-cao-5-thang.txt bao-cao-6-thang.txt", tr("giữa hai báo cáo")},
                 {"dieuhanh check --record kho.db bao-cao.txt", tr("với những số liệu đã chấp nhận trong kho")},
                 {"dieuhanh check --format jsonl --strict *.txt",
                  tr("cho chương trình khác, mã thoát 3 khi có mâu thuẫn")}},
    .needs = NEEDS_RECORD_NAME,
    .formats = 1u << FORMAT_TABLE | 1u << FORMAT_JSONL | 1u << FORMAT_JSON,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .run = run,
};
