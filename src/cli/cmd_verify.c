/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_verify: whether the record is what it says it is. Standard output holds the checkpoint, and nothing else, when
 * all is sound: keep it outside of the record, and a later `verify --checkpoint` tells whether anything before it was
 * changed. Every fault found is one error on standard error, and the exit status is 3.
 */
#include "verify.h"

#include "record_cells.h"

static void problem(struct cli *c, enum err_code code, struct str one, struct str two)
{
    struct err err;
    (void)fail(&err, code, one, two);
    cli_problem(c, &err);
}

static void tell_journal(struct cli *c, const struct journal_check *j)
{
    static const enum err_code codes[JOURNAL_FAULTS] = {
        [JOURNAL_SEQUENCE] = ERR_VERIFY_SEQUENCE,   [JOURNAL_SIZE] = ERR_VERIFY_SIZE,
        [JOURNAL_ROOT] = ERR_VERIFY_ROOT,           [JOURNAL_EDGE] = ERR_VERIFY_EDGE,
        [JOURNAL_SIGNATURE] = ERR_VERIFY_SIGNATURE, [JOURNAL_OLDER_SIGNATURE] = ERR_VERIFY_OLDER_SIGNATURE,
        [JOURNAL_SHORTER] = ERR_VERIFY_SHORTER,     [JOURNAL_OTHER] = ERR_VERIFY_OTHER,
    };
    if (j->fault == JOURNAL_SOUND) return;
    problem(c, codes[j->fault], cli_number(c, (uint64_t)j->seq), cli_number(c, j->now.size));
}

static void tell_content(struct cli *c, const struct verify_result *v)
{
    if (v->faults & VERIFY_CONTENT)
        problem(c, ERR_VERIFY_CONTENT, cli_number(c, v->content_wrong), digest_str(&v->content_name));
    if (v->faults & VERIFY_CONTENT_MISSING)
        problem(c, ERR_VERIFY_CONTENT_MISSING, cli_number(c, v->content_missing), STR(""));
    if (v->faults & VERIFY_CONTENT_FOREIGN)
        problem(c, ERR_VERIFY_CONTENT_FOREIGN, cli_number(c, v->content_foreign), STR(""));
}

static void tell_tables(struct cli *c, const struct verify_result *v)
{
    if (v->faults & VERIFY_REPLAY) {
        struct buf why = buf_make(1 << 12);
        err_write(&why, &v->replay, c->lang);
        problem(c, ERR_VERIFY_REPLAY, buf_str(&why), STR(""));
        buf_free(&why);
    }
    for (size_t i = 0; i < DIGEST_TABLES; i++)
        if (v->table_wrong[i]) problem(c, ERR_VERIFY_TABLE, table_digest_name(i), STR(""));
}

static void tell(void *self, uint64_t done, uint64_t total)
{
    cli_progress(self, tr("Đang kiểm tra"), done, total);
}

static bool run(struct cli *c, struct err *err)
{
    struct checkpoint older;
    struct verify_result v;
    bool has_older = cli_given(c, "checkpoint");
    if (has_older && !cli_checkpoint(&older, c, "checkpoint", err)) return false;
    bool ok = verify_record(&v, c->db, c->arena, has_older ? &older : NULL, &(struct rebuild_progress){tell, c}, err);
    cli_progress_end(c);
    if (!ok) return false;
    tell_journal(c, &v.journal);
    tell_content(c, &v);
    tell_tables(c, &v);
    if (v.faults) return true;
    checkpoint_write(c->out, &v.journal.now);
    cli_note(c, tr("kho số liệu nguyên vẹn: {1} mục nhật ký, {2} tệp và văn bản, các bảng đúng như dựng lại"),
             cli_number(c, v.journal.now.size), cli_number(c, v.contents));
    if (has_older) cli_note(c, tr("{1} mục đầu đúng như mốc kiểm tra đã nêu"), cli_number(c, older.size));
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"checkpoint", 'c', OPTION_FILE, tr("TỆP|CHỮ"),
     .help = tr("so với một mốc kiểm tra cũ: tệp, hoặc chính dòng chữ đó")},
    {0},
};

const struct command cmd_verify = {
    .name = "verify",
    .summary = tr("kiểm tra kho có nguyên vẹn không, in mốc kiểm tra"),
    .usage = {tr("[TÙY CHỌN]")},
    .about = tr("Đối chiếu nhật ký với mốc kiểm tra trong kho, từng tài liệu với dấu vân tay của nó, các bảng với bảng "
                "dựng lại từ nhật ký.\n"
                "Ai sửa được cả kho thì chỉ mốc kiểm tra cũ cất ở nơi khác (trên giấy, ở máy khác) mới làm lộ ra: hãy "
                "giữ lại những gì lệnh này in.\n"
                "Mã thoát là 3 khi có chỗ không khớp."),
    .options = OPTIONS,
    .examples = {{"dieuhanh verify > moc.txt", tr("kiểm tra, giữ lại mốc")},
                 {"dieuhanh verify --checkpoint moc.txt", tr("xem kho có còn giữ đúng những gì có khi đó không")}},
    .needs = NEEDS_RECORD_READ,
    .known = KNOWN_NEVER,
    .run = run,
};
