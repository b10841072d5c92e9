/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_proof: what convinces somebody outside who keeps a checkpoint but does not get the record: that an entry is in
 * it, or that a later journal begins with the one of the checkpoint. Checking (--check) needs no record at all.
 */
#include "proof.h"

#include "file.h"
#include "record.h"
#include "record_cells.h"

enum { PROOF_FILE_MOST = 64 << 20 };

static bool check(struct cli *c, struct err *err)
{
    struct str text;
    struct proof p;
    if (!file_read(&text, c->arena, cli_text(c, "check"), PROOF_FILE_MOST, err)) return false;
    if (!proof_read(&p, c->arena, text, err)) return false;
    if (!proof_holds(&p)) return fail(err, ERR_PROOF_WRONG);
    if (p.is_growth)
        cli_note(c, tr("đúng: nhật ký {1} mục bắt đầu bằng nhật ký {2} mục"), cli_number(c, p.checkpoint.size),
                 cli_number(c, p.older.size));
    else
        cli_note(c, tr("đúng: mục này có trong nhật ký {1} mục"), cli_number(c, p.checkpoint.size));
    checkpoint_write(c->out, &p.checkpoint);
    return true;
}

static bool make(struct proof *p, struct cli *c, struct db *db, struct err *err)
{
    struct checkpoint older;
    uint64_t seq;
    if (cli_given(c, "since"))
        return cli_checkpoint(&older, c, "since", err) && proof_of_growth(p, db, c->arena, &older, err);
    if (!str_to_u64(&seq, c->args[0], INT64_MAX)) return fail(err, ERR_PROOF_WHAT);
    return proof_of_entry(p, db, c->arena, (int64_t)seq, err);
}

static bool run(struct cli *c, struct err *err)
{
    struct db *db;
    struct proof p;
    if (c->arg_count + cli_given(c, "since") + cli_given(c, "check") != 1) return fail(err, ERR_PROOF_WHAT);
    if (cli_given(c, "check")) return check(c, err);
    if (!record_open_truth(&db, c->arena, c->record, DB_READ, err) || !db_begin(db, DB_TRANSACTION_READ, err))
        return false;
    bool ok = make(&p, c, db, err);
    db_rollback(db);
    if (ok) proof_write(c->out, &p);
    return ok;
}

static const struct option_spec OPTIONS[] = {
    {"since", 's', OPTION_FILE, tr("TỆP|CHỮ"),
     .help = tr("chứng minh nhật ký nay bắt đầu bằng nhật ký của một mốc kiểm tra cũ")},
    {"check", 'c', OPTION_FILE, tr("TỆP"), .help = tr("kiểm tra một bằng chứng nhận được; không cần kho")},
    {0},
};

const struct command cmd_proof = {
    .name = "proof",
    .summary = tr("lập bằng chứng cho người ngoài: một mục có trong nhật ký, hoặc nhật ký chỉ dài thêm"),
    .usage = {tr("MỤC"), tr("--since TỆP|CHỮ"), tr("--check TỆP")},
    .about = tr("Người nhận chỉ cần giữ mốc kiểm tra, không cần có kho: bằng chứng gồm mục nhật ký và vài dấu vân tay, "
                "kiểm lại được bằng bất kỳ công cụ nào tính được SHA-256 (RFC 9162)."),
    .options = OPTIONS,
    .examples = {{"dieuhanh proof 12 > bang-chung.txt", tr("mục nhật ký số 12")},
                 {"dieuhanh proof --since moc.txt", tr("từ mốc cũ đến nay chỉ có thêm")},
                 {"dieuhanh proof --check bang-chung.txt", tr("người nhận kiểm lại, in mốc kiểm tra để so")}},
    .arguments_max = 1,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NAME,
    .run = run,
};
