/* SPDX-License-Identifier: Apache-2.0
 *
 * remind_cells: see remind_cells.h; what is set up, as tables.
 */
#include "remind_cells.h"

#include "matter_cells.h"

struct str delivery_id_shown(struct arena *a, struct delivery_id id)
{
    struct buf b = buf_make(16);
    buf_format(&b, "N%u", (unsigned)id.n);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

struct str delivery_state_shown(const struct cli *c, enum delivery_state s)
{
    static const char *const NAMES[DELIVERY_STATES] = {
        tr("chờ gửi"),    tr("đang gửi"),
        tr("đã gửi đi"),  tr("chưa gửi được, sẽ gửi lại"),
        tr("bị từ chối"), tr("không rõ đã đến chưa"),
        tr("thôi gửi"),
    };
    return tr_text(c->lang, NAMES[s]);
}

static struct str filled(struct cli *c, const char *msgid, struct str n)
{
    struct buf b = buf_make(200);
    tr_fill(&b, c->lang, msgid, &n, 1);
    struct str out = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return out;
}

struct str remind_step_shown(struct cli *c, int32_t step)
{
    if (!step) return tr_text(c->lang, tr("ngày đến hạn"));
    struct str n = cli_number(c, (uint64_t)(step < 0 ? -(int64_t)step : step));
    return step < 0 ? filled(c, tr("còn {1} ngày làm việc"), n) : filled(c, tr("quá {1} ngày làm việc"), n);
}

bool recipient_shown(struct str *out, struct cli *c, struct str side, struct str who, struct err *err)
{
    struct looked_unit u;
    *out = who;
    if (!str_eq(side, STR("unit"))) return true;
    if (!unit_look_id(&u, c->db, c->arena, who, err)) return false;
    if (u.name.len) *out = u.name;
    return true;
}

struct str outlet_type_shown(const struct cli *c, struct str type)
{
    if (str_eq(type, STR("file"))) return tr_text(c->lang, tr("thư mục"));
    if (str_eq(type, STR("mail"))) return tr_text(c->lang, tr("thư điện tử"));
    return type;
}

/* --- rules */

static struct str to_shown(struct cli *c, uint32_t to)
{
    static const char *const NAMES[REMIND_TO_COUNT] = {
        tr("người thực hiện"), tr("đơn vị chủ trì"), tr("đơn vị phối hợp"),
        tr("người giao"),      tr("người theo dõi"), tr("cấp trên"),
    };
    struct buf b = buf_make(300);
    for (unsigned i = 0; i < REMIND_TO_COUNT; i++) {
        if (!(to >> i & 1)) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, tr_text(c->lang, NAMES[i]));
    }
    struct str out = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return out;
}

static const struct column RULE_COLUMNS[] = {
    {"rule", tr("Mã"), COLUMN_FIXED},
    {"name", tr("Quy tắc"), 0},
    {"kind", tr("Loại việc"), 0},
    {"at", tr("Mốc (ngày làm việc)"), COLUMN_FIXED},
    {"every", tr("Nhắc lại"), COLUMN_NUMBER},
    {"to", tr("Nhắc ai"), 0},
    {"used", tr("Dùng"), COLUMN_FIXED},
    {"own", tr("Của ai"), COLUMN_FIXED},
    {"source", NULL, COLUMN_DATA},
};

static void rule_row(struct rows *r, struct cli *c, const struct effective_rule *e)
{
    struct buf to = buf_make(100);
    remind_to_write(&to, e->rule.to);
    if (!e->used) rows_style(r, STYLE_DIM);
    rows_text(r, e->rule.code);
    rows_text(r, e->rule.name);
    rows_text_shown(r, e->rule.kind, e->rule.kind.len ? e->rule.kind : tr_text(c->lang, tr("mọi loại")));
    rows_text(r, e->rule.at);
    rows_int(r, e->rule.every);
    rows_text_shown(r, buf_str(&to), to_shown(c, e->rule.to));
    rows_text_shown(r, e->used ? STR("true") : STR("false"), tr_text(c->lang, e->used ? tr("có") : tr("không")));
    rows_text_shown(r, e->own ? STR("office") : STR("program"),
                    tr_text(c->lang, e->own ? tr("cơ quan") : tr("chương trình")));
    rows_text(r, e->rule.source);
    rows_end(r);
    buf_free(&to);
}

bool remind_run_rules(struct cli *c, struct err *err)
{
    struct effective_rules all;
    if (!known_on_open(c, DB_READ, err) || !remind_rules_now(&all, c->db, c->arena, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(RULE_COLUMNS));
    for (size_t i = 0; i < all.len; i++) rule_row(r, c, &all.at[i]);
    rows_close(r);
    return true;
}

/* --- outlets */

static const struct column OUTLET_COLUMNS[] = {
    {"outlet", tr("Kênh"), COLUMN_FIXED}, {"type", tr("Loại"), COLUMN_FIXED},
    {"place", tr("Nơi gửi"), 0},          {"sender", tr("Từ"), 0},
    {"login", tr("Đăng nhập"), 0},        {"secret_env", tr("Biến bí mật"), 0},
    {"used", tr("Dùng"), COLUMN_FIXED},
};

bool remind_run_outlets(struct cli *c, struct err *err)
{
    struct kept_outlets all;
    if (!known_on_open(c, DB_READ, err) || !outlet_rows(&all, c->db, c->arena, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(OUTLET_COLUMNS));
    for (size_t i = 0; i < all.len; i++) {
        const struct kept_outlet *o = &all.at[i];
        rows_text(r, o->name);
        rows_text_shown(r, o->type, outlet_type_shown(c, o->type));
        rows_text(r, o->place);
        rows_text(r, o->sender);
        rows_text(r, o->login);
        rows_text(r, o->secret);
        rows_text_shown(r, o->used ? STR("true") : STR("false"), tr_text(c->lang, o->used ? tr("có") : tr("không")));
        rows_end(r);
    }
    rows_close(r);
    if (!all.len) cli_note(c, tr("chưa có kênh gửi nào; thêm bằng «dieuhanh remind outlet»"));
    return true;
}

/* --- contacts */

static const struct column CONTACT_COLUMNS[] = {
    {"side", NULL, COLUMN_DATA},          {"who", NULL, COLUMN_DATA},    {"who_name", tr("Ai"), 0},
    {"outlet", tr("Kênh"), COLUMN_FIXED}, {"address", tr("Địa chỉ"), 0},
};

bool remind_run_contacts(struct cli *c, struct err *err)
{
    struct kept_contacts all;
    if (!known_on_open(c, DB_READ, err) || !contact_rows(&all, c->db, c->arena, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(CONTACT_COLUMNS));
    bool ok = true;
    for (size_t i = 0; ok && i < all.len; i++) {
        struct str name;
        if (!all.at[i].address.len) continue; /* no more */
        ok = recipient_shown(&name, c, all.at[i].side, all.at[i].who, err);
        if (!ok) break;
        rows_text(r, all.at[i].side);
        rows_text(r, all.at[i].who);
        rows_text(r, name);
        rows_text(r, all.at[i].outlet);
        rows_text(r, all.at[i].address);
        rows_end(r);
    }
    rows_close(r);
    return ok;
}
