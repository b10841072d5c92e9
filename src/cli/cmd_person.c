/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_person: who uses the centre on the web: accounts, roles over units, and what happened to them.
 */
#include "access_rows.h"
#include "known_on.h"
#include "matter_cells.h"
#include "people.h"
#include "person_command.h"
#include "record_cells.h"
#include "unit_cells.h"

/* --- lists */

static const struct column LIST_COLUMNS[] = {
    {"login", tr("Tên đăng nhập"), COLUMN_FIXED},
    {"name", tr("Họ tên"), 0},
    {"unit", tr("Đơn vị"), 0},
    {"contact", tr("Liên hệ"), 0},
    {"roles", tr("Vai trò"), 0},
    {"password", tr("Mật khẩu"), 0},
    {"second", tr("Mã xác thực"), 0},
    {"state", tr("Tình trạng"), 0},
};

static struct str role_name(const struct cli *c, struct str code)
{
    const struct role *r = role_find(code);
    return !r ? code : c->lang == LANG_VI ? r->name : r->english;
}

static struct str roles_of(struct cli *c, const struct grants *all, struct str login, bool shown)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < all->len; i++) {
        const struct grant *g = &all->at[i];
        if (!str_eq(g->person, login) || !grant_holds(all, g, c->today)) continue;
        if (b.len) buf_put(&b, shown ? STR("; ") : STR(" "));
        buf_put(&b, shown ? role_name(c, g->role) : g->role);
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static void yes_cell(struct rows *r, const struct cli *c, bool yes)
{
    rows_text_shown(r, yes ? STR("yes") : STR("no"), tr_text(c->lang, yes ? tr("có") : tr("chưa")));
}

static bool unit_cell_of(struct rows *r, struct cli *c, struct str unit, struct err *err)
{
    struct str name = STR("");
    if (unit.len && !unit_name_of(&name, c->db, c->arena, unit, err)) return false;
    if (unit.len && !name.len) {
        struct looked_unit looked;
        if (!unit_look_id(&looked, c->db, c->arena, unit, err)) return false;
        name = looked.name;
    }
    rows_text_shown(r, unit, name.len ? name : unit);
    return true;
}

static bool put_person(struct rows *r, struct cli *c, const struct person *p, const struct grants *grants,
                       struct err *err)
{
    struct access_secret s;
    if (!access_secret(&s, c->db, c->arena, p->login, err)) return false;
    rows_text(r, p->login);
    rows_text(r, p->name);
    if (!unit_cell_of(r, c, p->unit, err)) return false;
    rows_text(r, p->contact);
    rows_text_shown(r, roles_of(c, grants, p->login, false), roles_of(c, grants, p->login, true));
    yes_cell(r, c, s.password.len > 0);
    yes_cell(r, c, s.totp.len > 0);
    rows_text_shown(r, p->active ? STR("active") : STR("disabled"),
                    tr_text(c->lang, p->active ? tr("đang dùng") : tr("đã khóa")));
    rows_end(r);
    return true;
}

static bool run_list(struct cli *c, struct err *err)
{
    struct persons all;
    struct grants grants;
    if (!known_on_open(c, DB_READ, err) || !person_rows(&all, c->db, c->arena, STR(""), err) ||
        !person_grants(&grants, c->db, c->arena, STR(""), err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(LIST_COLUMNS));
    for (size_t i = 0; i < all.len; i++)
        if (!put_person(r, c, &all.at[i], &grants, err)) return false;
    rows_close(r);
    return true;
}

static const struct column GRANT_COLUMNS[] = {
    {"grant", tr("Số"), COLUMN_NUMBER},   {"role", tr("Vai trò"), 0},
    {"over", tr("Đối với"), 0},           {"fields", tr("Chỉ tiêu"), 0},
    {"kinds", tr("Loại việc"), 0},        {"from", tr("Từ ngày"), COLUMN_FIXED},
    {"to", tr("Đến ngày"), COLUMN_FIXED}, {"of", tr("Ủy quyền từ"), COLUMN_NUMBER},
    {"state", tr("Hiệu lực"), 0},
};

static bool put_grant(struct rows *r, struct cli *c, const struct grants *all, const struct grant *g, struct err *err)
{
    bool holds = grant_holds(all, g, c->today);
    rows_int(r, g->id);
    rows_text_shown(r, g->role, role_name(c, g->role));
    if (g->unit.len) {
        if (!unit_cell_of(r, c, g->unit, err)) return false;
    } else
        rows_text_shown(r, STR(""), tr_text(c->lang, tr("mọi đơn vị")));
    rows_text_shown(r, g->fields, g->fields.len ? g->fields : tr_text(c->lang, tr("tất cả")));
    rows_text_shown(r, g->kinds, g->kinds.len ? g->kinds : tr_text(c->lang, tr("tất cả")));
    day_cell(r, g->from);
    day_cell(r, g->to);
    if (g->of)
        rows_int(r, g->of);
    else
        rows_none(r);
    rows_text_shown(r, holds ? STR("yes") : STR("no"), tr_text(c->lang, holds ? tr("có") : tr("không")));
    rows_end(r);
    return true;
}

static bool run_show(struct cli *c, struct err *err)
{
    struct person p;
    struct grants grants;
    if (c->arg_count < 2) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (c->arg_count > 2) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[2]);
    if (!known_on_open(c, DB_READ, err) || !person_load(&p, c->db, c->arena, str_trim(c->args[1]), err) ||
        !person_grants(&grants, c->db, c->arena, p.login, err))
        return false;
    if (c->format == FORMAT_TABLE)
        cli_put(c, tr("{1}: {2}, {3}\n\n"), p.login, p.name,
                tr_text(c->lang, p.active ? tr("đang dùng") : tr("đã khóa")));
    struct rows *r = cli_rows(c, COLUMNS_OF(GRANT_COLUMNS));
    for (size_t i = 0; i < grants.len; i++)
        if (str_eq(grants.at[i].person, p.login) && !put_grant(r, c, &grants, &grants.at[i], err)) return false;
    rows_close(r);
    return true;
}

static const struct column ROLE_COLUMNS[] = {
    {"role", tr("Vai trò"), COLUMN_FIXED},
    {"name", tr("Tên"), 0},
    {"rights", tr("Được"), 0},
    {"source", tr("Căn cứ"), 0},
};

static struct str rights_shown(struct cli *c, unsigned rights)
{
    struct buf b = buf_make(SIZE_MAX);
    for (int i = 0; i < RIGHTS; i++) {
        if (!(rights & 1u << i)) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, tr_text(c->lang, right_name(i)));
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool run_roles(struct cli *c, struct err *err)
{
    size_t count;
    const struct role *roles = roles_all(&count);
    struct rows *r = cli_rows(c, COLUMNS_OF(ROLE_COLUMNS));
    (void)err;
    for (size_t i = 0; i < count; i++) {
        rows_text(r, roles[i].code);
        rows_text(r, c->lang == LANG_VI ? roles[i].name : roles[i].english);
        rows_text_shown(r, rights_words(c->arena, roles[i].rights), rights_shown(c, roles[i].rights));
        rows_text(r, roles[i].source);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

static const struct column LOG_COLUMNS[] = {
    {"time", tr("Lúc"), COLUMN_FIXED}, {"who", tr("Ai"), 0},       {"event", tr("Việc"), 0},
    {"person", tr("Tài khoản"), 0},    {"note", tr("Ghi chú"), 0}, {"entry", tr("Nhật ký"), COLUMN_NUMBER},
};

static bool run_log(struct cli *c, struct err *err)
{
    struct person_events events;
    struct str login = c->arg_count > 1 ? str_trim(c->args[1]) : STR("");
    if (c->arg_count > 2) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[2]);
    if (!known_on_open(c, DB_READ, err) || !person_events(&events, c->db, c->arena, login, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(LOG_COLUMNS));
    for (size_t i = 0; i < events.len; i++) {
        const struct person_event *e = &events.at[i];
        time_cell(r, e->time);
        rows_text(r, e->who);
        rows_text_shown(r, person_event_word(e->kind), tr_text(c->lang, person_event_name(e->kind)));
        rows_text(r, e->person);
        rows_text(r, e->note);
        rows_int(r, e->entry);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

/* --- the command */

static const struct {
    const char *word;
    bool (*run)(struct cli *c, struct err *err);
} RUNS[] = {
    {"list", run_list},
    {"show", run_show},
    {"new", person_run_new},
    {"edit", person_run_edit},
    {"disable", person_run_disable},
    {"enable", person_run_enable},
    {"grant", person_run_grant},
    {"revoke", person_run_revoke},
    {"delegate", person_run_delegate},
    {"link", person_run_link},
    {"sign-out", person_run_sign_out},
    {"no-second", person_run_no_second},
    {"roles", run_roles},
    {"log", run_log},
};

static bool run(struct cli *c, struct err *err)
{
    for (size_t i = 0; i < sizeof RUNS / sizeof *RUNS; i++)
        if (str_eq(c->args[0], str_of(RUNS[i].word))) return RUNS[i].run(c, err);
    return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
}

static const struct option_spec OPTIONS[] = {
    {"name", 0, OPTION_TEXT, tr("HỌ TÊN"), .help = tr("new, edit: họ tên, không nêu thì là tên đăng nhập")},
    {"unit", 'u', OPTION_TEXT, tr("ĐƠN VỊ"), .help = tr("new, edit: nơi làm việc")},
    {"contact", 0, OPTION_TEXT, tr("LIÊN HỆ"), .help = tr("new, edit: điện thoại hay thư, người khác nhìn thấy")},
    {"role", 0, OPTION_TEXT, tr("VAI TRÒ"), .help = tr("new: vai trò đầu tiên; xem «person roles»")},
    {"over", 0, OPTION_TEXT, tr("ĐƠN VỊ"),
     .help = tr("new, grant: đối với đơn vị này và mọi đơn vị nằm dưới; không nêu thì mọi đơn vị")},
    {"fields", 0, OPTION_TEXT, tr("MÃ MÃ"), .help = tr("grant: chỉ những chỉ tiêu có mã bắt đầu như vậy: «C D1»")},
    {"kinds", 0, OPTION_TEXT, tr("LOẠI LOẠI"), .help = tr("grant: chỉ những loại việc này: «task dossier»")},
    {"from", 0, OPTION_DATE, tr("NGÀY"), .help = tr("grant, delegate: từ ngày này")},
    {"to", 0, OPTION_DATE, tr("NGÀY"), .help = tr("grant, delegate: đến hết ngày này")},
    {"note", 0, OPTION_TEXT, tr("LÝ DO"), .help = tr("ghi vào nhật ký")},
    {"site", 0, OPTION_TEXT, tr("ĐỊA CHỈ"), .fallback = "http://127.0.0.1:8080",
     .help = tr("new, link: địa chỉ của trung tâm, để in đường dẫn trọn vẹn")},
    {0},
};

static const struct command_word WORDS[] = {
    {"list", tr("các tài khoản, vai trò, đã đặt mật khẩu chưa")},
    {"show", tr("show NGƯỜI: các lần giao vai trò, đối với đơn vị nào, đến bao giờ")},
    {"new", tr("new NGƯỜI: tạo tài khoản, in đường dẫn để người đó tự đặt mật khẩu")},
    {"edit", tr("edit NGƯỜI: sửa họ tên, đơn vị, liên hệ")},
    {"disable", tr("disable NGƯỜI: khóa, mọi phiên hết hiệu lực ngay")},
    {"enable", tr("enable NGƯỜI: mở lại")},
    {"grant", tr("grant NGƯỜI VAI TRÒ: giao vai trò")},
    {"revoke", tr("revoke NGƯỜI SỐ: thu vai trò")},
    {"delegate", tr("delegate NGƯỜI SỐ NGƯỜI --to NGÀY: ủy quyền một vai trò cho người khác")},
    {"link", tr("link NGƯỜI: đường dẫn đặt lại mật khẩu, dùng một lần")},
    {"sign-out", tr("sign-out NGƯỜI: đăng xuất ở mọi nơi")},
    {"no-second", tr("no-second NGƯỜI: bỏ mã xác thực khi mất điện thoại")},
    {"roles", tr("các vai trò và quyền của chúng")},
    {"log", tr("log [NGƯỜI]: nhật ký của tài khoản")},
    {0}};

const struct command cmd_person = {
    .name = "person",
    .summary = tr("tài khoản, vai trò và quyền của người dùng trung tâm trên mạng"),
    .usage = {tr("list | show NGƯỜI | roles | log [NGƯỜI]"),
              tr("new NGƯỜI [--name HỌ TÊN] [--unit ĐƠN VỊ] [--role VAI TRÒ [--over ĐƠN VỊ]]"),
              tr("grant NGƯỜI VAI TRÒ [--over ĐƠN VỊ] [--fields MÃ] [--kinds LOẠI] [--from NGÀY] [--to NGÀY]"),
              tr("revoke NGƯỜI SỐ | delegate NGƯỜI SỐ NGƯỜI --to NGÀY"),
              tr("edit|disable|enable|link|sign-out|no-second NGƯỜI")},
    .about = tr(
        "Tên đăng nhập là tên đứng trong nhật ký và trong các việc. Vai trò được giao đối với một đơn vị và mọi "
        "đơn vị nằm dưới, có thể chỉ trong một thời gian. Người được ủy quyền chỉ có quyền khi người ủy quyền "
        "còn quyền ấy.\n"
        "Mật khẩu không bao giờ gõ trên dòng lệnh: mỗi người tự đặt qua đường dẫn dùng một lần. Nhật ký ghi "
        "rằng mật khẩu đã đặt, không ghi mật khẩu hay mã băm của nó."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh person new lan.tran --name \"Trần Thị Lan\" --role officer --over 26740",
                  tr("tạo tài khoản cho chuyên viên của một phường")},
                 {"dieuhanh person grant lan.tran reader", tr("được xem số liệu của mọi đơn vị")},
                 {"dieuhanh person delegate chu-tich 3 pho-chu-tich --to 2026-12-31", tr("ủy quyền đến hết năm")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
