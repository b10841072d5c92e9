/* SPDX-License-Identifier: Apache-2.0
 *
 * remind_give: rules, outlets, addresses and decisions, into the record.
 */
#include "remind_cells.h"

#include "matter_cells.h"
#include "said.h"

static bool open_to_write(struct author *author, struct cli *c, struct err *err)
{
    return known_on_open(c, DB_WRITE, err) && cli_author(author, c, err);
}

/* What is typed, over what counts now. */
static bool rule_typed(struct kept_remind_rule *r, struct cli *c, bool there, struct err *err)
{
    struct str kind = str_trim(cli_text(c, "kind"));
    if (!there && !(cli_given(c, "at") && cli_given(c, "to"))) return fail(err, ERR_REMIND_RULE_NEW, c->args[1]);
    r->rule.code = c->args[1];
    if (cli_given(c, "name")) r->rule.name = str_trim(cli_text(c, "name"));
    if (!r->rule.name.len) r->rule.name = c->args[1];
    if (cli_given(c, "kind")) r->rule.kind = str_eq(kind, STR("*")) ? STR("") : kind;
    if (cli_given(c, "at")) r->rule.at = str_trim(cli_text(c, "at"));
    if (cli_given(c, "source")) r->rule.source = str_trim(cli_text(c, "source"));
    if (cli_given(c, "every")) {
        if (cli_count(c, "every") > REMIND_DAYS_MOST) return fail(err, ERR_REMIND_EVERY);
        r->rule.every = (uint16_t)cli_count(c, "every");
    }
    r->used = !cli_flag(c, "off");
    return !cli_given(c, "to") || remind_to_read(&r->rule.to, cli_text(c, "to")) ||
           fail(err, ERR_REMIND_TO, cli_text(c, "to"));
}

bool remind_run_rule(struct cli *c, struct err *err)
{
    struct author author;
    struct effective_rules all;
    struct kept_remind_rule r = {0};
    bool there = false;
    if (!open_to_write(&author, c, err) || !remind_rules_now(&all, c->db, c->arena, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        if (!str_eq(all.at[i].rule.code, c->args[1])) continue;
        r.rule = all.at[i].rule;
        there = true;
    }
    if (!rule_typed(&r, c, there, err) || !remind_rule_set(c->db, c->arena, &author, &r, err)) return false;
    if (r.used)
        cli_note(c, tr("đã đặt quy tắc {1}"), r.rule.code);
    else
        cli_note(c, tr("thôi dùng quy tắc {1}"), r.rule.code);
    return true;
}

bool remind_run_outlet(struct cli *c, struct err *err)
{
    struct author author;
    struct kept_outlets all;
    struct kept_outlet o = {0};
    static const char *const NAMES[] = {"type", "place", "sender", "login", "secret-env"};
    struct str *const texts[] = {&o.type, &o.place, &o.sender, &o.login, &o.secret};
    if (!open_to_write(&author, c, err) || !outlet_rows(&all, c->db, c->arena, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        if (str_eq(all.at[i].name, c->args[1])) o = all.at[i];
    o.name = c->args[1];
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (cli_given(c, NAMES[i])) *texts[i] = str_trim(cli_text(c, NAMES[i]));
    o.used = !cli_flag(c, "off");
    if (!outlet_set(c->db, c->arena, &author, &o, err)) return false;
    if (o.used)
        cli_note(c, tr("đã đặt kênh {1}: {2}"), o.name, o.place);
    else
        cli_note(c, tr("thôi dùng kênh {1}; thông báo đang chờ của kênh này vẫn được giữ"), o.name);
    return true;
}

bool remind_run_contact(struct cli *c, struct err *err)
{
    struct author author;
    struct looked_units several;
    struct looked_unit unit;
    struct kept_contact k = {.outlet = str_trim(cli_text(c, "outlet")), .address = str_trim(c->args[1])};
    if (cli_given(c, "person") == cli_given(c, "unit")) return fail(err, ERR_CONTACT_WHO);
    if (!k.outlet.len) return fail(err, ERR_OPTION_MISSING, STR("--outlet"), STR("remind"));
    if (!open_to_write(&author, c, err)) return false;
    if (cli_given(c, "unit")) {
        if (!unit_look_one(&unit, &several, c->db, c->arena, cli_text(c, "unit"), (struct date){0}, c->today, err))
            return false;
        k.side = STR("unit");
        k.who = unit.id;
    } else {
        k.side = STR("person");
        k.who = str_trim(cli_text(c, "person"));
        if (!k.who.len) return fail(err, ERR_CONTACT_WHO);
    }
    struct str address = k.address;
    if (cli_flag(c, "off")) k.address = STR("");
    if (!contact_set(c->db, c->arena, &author, &k, err)) return false;
    if (cli_flag(c, "off"))
        cli_note(c, tr("thôi gửi tới {1} qua kênh {2}"), address, k.outlet);
    else
        cli_note(c, tr("đã ghi địa chỉ {1} ở kênh {2}"), address, k.outlet);
    return true;
}

static bool delivery_typed(struct delivery_id *out, struct str s, struct err *err)
{
    uint64_t n;
    bool ok = (str_starts(s, STR("N")) || str_starts(s, STR("n"))) && str_to_u64(&n, str_from(s, 1), UINT32_MAX) && n;
    if (!ok) return fail(err, ERR_DELIVERY_ID, s);
    *out = (struct delivery_id){(uint32_t)n};
    return true;
}

static bool decide(struct cli *c, enum delivery_state to, struct err *err)
{
    struct author author;
    struct delivery_id id;
    if (!delivery_typed(&id, c->args[1], err) || !open_to_write(&author, c, err) ||
        !remind_decide(c->db, c->arena, &author, id, to, str_trim(cli_text(c, "note")), err))
        return false;
    cli_note(c, tr("{1}: {2}"), delivery_id_shown(c->arena, id), delivery_state_shown(c, to));
    return true;
}

bool remind_run_again(struct cli *c, struct err *err)
{
    return decide(c, DELIVERY_WAITING, err);
}

bool remind_run_arrived(struct cli *c, struct err *err)
{
    return decide(c, DELIVERY_SENT, err);
}

bool remind_run_drop(struct cli *c, struct err *err)
{
    return decide(c, DELIVERY_DROPPED, err);
}

/* --- one message */

static const struct column ATTEMPT_COLUMNS[] = {
    {"time", tr("Lúc"), COLUMN_FIXED}, {"state", tr("Trạng thái"), COLUMN_FIXED},
    {"note", tr("Ghi chú"), 0},        {"who", tr("Người ghi"), 0},
    {"entry", NULL, COLUMN_DATA},
};

static void put_words(struct cli *c, const struct kept_delivery *d, const struct delivery_words *w)
{
    cli_put(c, tr("{1} qua kênh {2}: {3}\n"), delivery_id_shown(c->arena, d->id), d->outlet,
            delivery_state_shown(c, d->state));
    cli_put_words(c, w->subject);
    buf_put(c->out, STR("\n\n"));
    for (struct str rest = w->text; rest.len;) {
        struct str_cut cut = str_cut(rest, STR("\n"));
        cli_put_words(c, cut.head);
        buf_char(c->out, '\n');
        rest = cut.tail;
    }
    buf_char(c->out, '\n');
}

bool remind_run_show(struct cli *c, struct err *err)
{
    struct delivery_id id;
    struct kept_delivery d;
    struct delivery_words w;
    struct delivery_attempts all;
    if (!delivery_typed(&id, c->args[1], err) || !known_on_open(c, DB_READ, err) ||
        !delivery_load(&d, c->db, c->arena, id, err) || !delivery_words(&w, c->db, c->arena, &d, err) ||
        !delivery_attempt_rows(&all, c->db, c->arena, id, err))
        return false;
    if (c->format == FORMAT_TABLE) put_words(c, &d, &w);
    if (c->format == FORMAT_JSON || c->format == FORMAT_JSONL) {
        buf_put(c->out, w.json);
        buf_char(c->out, '\n');
        return true;
    }
    if (c->format == FORMAT_TABLE && !all.len) return true;
    struct rows *r = cli_rows(c, COLUMNS_OF(ATTEMPT_COLUMNS));
    for (size_t i = 0; i < all.len; i++) {
        time_cell(r, all.at[i].time);
        rows_text_shown(r, delivery_state_word(all.at[i].state), delivery_state_shown(c, all.at[i].state));
        rows_text(r, all.at[i].note);
        rows_text(r, all.at[i].who);
        rows_int(r, all.at[i].entry);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

/* --- many */

static const struct column LIST_COLUMNS[] = {
    {"delivery", tr("Mã"), COLUMN_FIXED}, {"day", tr("Ngày"), COLUMN_FIXED},
    {"outlet", tr("Kênh"), COLUMN_FIXED}, {"side", NULL, COLUMN_DATA},
    {"who", NULL, COLUMN_DATA},           {"who_name", tr("Gửi ai"), 0},
    {"address", NULL, COLUMN_DATA},       {"items", tr("Số việc"), COLUMN_NUMBER},
    {"state", tr("Trạng thái"), 0},       {"tries", tr("Lần gửi"), COLUMN_NUMBER},
};

static bool list_row(struct rows *r, struct cli *c, const struct kept_delivery *d, struct err *err)
{
    struct str name;
    if (!recipient_shown(&name, c, d->side, d->who, err)) return false;
    rows_text(r, delivery_id_shown(c->arena, d->id));
    rows_text_shown(r, date_text(c->arena, d->day), matter_day_shown(c->arena, d->day));
    rows_text(r, d->outlet);
    rows_text(r, d->side);
    rows_text(r, d->who);
    rows_text(r, name);
    rows_text(r, d->address);
    rows_int(r, d->things);
    rows_text_shown(r, delivery_state_word(d->state), delivery_state_shown(c, d->state));
    rows_int(r, d->tries);
    rows_end(r);
    return true;
}

bool remind_run_list(struct cli *c, struct err *err)
{
    struct delivery_list all;
    struct delivery_id after = {0};
    int state = cli_choice(c, "state");
    uint32_t most = cli_count(c, "limit") ? (uint32_t)cli_count(c, "limit") : 1;
    if (cli_given(c, "after") && !delivery_typed(&after, cli_text(c, "after"), err)) return false;
    if (!known_on_open(c, DB_READ, err) ||
        !delivery_rows(&all, c->db, c->arena, after, state < 0 ? DELIVERY_STATES : (enum delivery_state)state, most,
                       err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(LIST_COLUMNS));
    bool ok = true;
    for (size_t i = 0; ok && i < all.len; i++) ok = list_row(r, c, &all.at[i], err) && cli_drain(c, err);
    rows_close(r);
    if (ok && all.len == most)
        cli_note(c, tr("còn nữa: --after {1}"), delivery_id_shown(c->arena, all.at[all.len - 1].id));
    return ok;
}

/* --- run */

static const struct column RUN_COLUMNS[] = {
    {"delivery", tr("Mã"), COLUMN_FIXED}, {"outlet", tr("Kênh"), COLUMN_FIXED}, {"side", NULL, COLUMN_DATA},
    {"who", NULL, COLUMN_DATA},           {"who_name", tr("Gửi ai"), 0},        {"subject", tr("Nội dung"), 0},
    {"state", tr("Trạng thái"), 0},       {"note", tr("Ghi chú"), 0},
};

static void run_row(struct rows *r, struct cli *c, const struct remind_message *m)
{
    rows_text(r, m->id.n ? delivery_id_shown(c->arena, m->id) : STR(""));
    rows_text(r, m->outlet);
    rows_text(r, m->side);
    rows_text(r, m->who);
    rows_text(r, m->who_name);
    rows_text(r, m->subject);
    rows_text_shown(r, delivery_state_word(DELIVERY_WAITING), delivery_state_shown(c, DELIVERY_WAITING));
    rows_text(r, STR(""));
    rows_end(r);
}

static bool sent_row(struct rows *r, struct cli *c, const struct sent_one *s, struct err *err)
{
    struct delivery_words w;
    if (!delivery_words(&w, c->db, c->arena, &s->delivery, err)) return false;
    rows_text(r, delivery_id_shown(c->arena, s->delivery.id));
    rows_text(r, s->delivery.outlet);
    rows_text(r, s->delivery.side);
    rows_text(r, s->delivery.who);
    rows_text(r, w.who_name);
    rows_text(r, w.subject);
    rows_text_shown(r, delivery_state_word(s->state), delivery_state_shown(c, s->state));
    rows_text(r, s->note);
    rows_end(r);
    return true;
}

/* Nobody is forgotten: who could not be reached is named. */
static void tell_unreached(struct cli *c, const struct remind_plan *p)
{
    for (size_t i = 0; i < p->unreached.len; i++)
        cli_note(c, tr("chưa có địa chỉ: {1} ({2} lượt nhắc); ghi bằng «dieuhanh remind contact»"),
                 p->unreached.at[i].who_name, cli_number(c, p->unreached.at[i].matters));
}

static bool send_all(struct cli *c, const struct author *author, struct err *err)
{
    struct sent_list sent;
    size_t not_sent = 0;
    if (!remind_send(&sent, c->db, c->arena, author, err)) return false;
    if (!sent.len && c->format == FORMAT_TABLE) return true;
    struct rows *r = cli_rows(c, COLUMNS_OF(RUN_COLUMNS));
    bool ok = true;
    for (size_t i = 0; ok && i < sent.len; i++) {
        not_sent += sent.at[i].state != DELIVERY_SENT;
        ok = sent_row(r, c, &sent.at[i], err);
    }
    rows_close(r);
    if (ok && not_sent) {
        cli_note(c, tr("{1} thông báo chưa gửi được; xem «dieuhanh remind list»"), cli_number(c, not_sent));
        c->status = EXIT_SAYS_NO;
    }
    return ok;
}

bool remind_run_run(struct cli *c, struct err *err)
{
    struct author author = {0};
    struct remind_plan plan;
    struct date on = cli_date(c, "on");
    struct remind_wish w = {.on = date_known(on) ? on : c->today, .dry = cli_flag(c, "dry-run")};
    if (date_cmp(w.on, c->today) > 0 && !w.dry)
        return fail(err, ERR_MATTER_FUTURE, date_text(c->arena, w.on), date_text(c->arena, c->today));
    if (!known_on_open(c, w.dry ? DB_READ : DB_WRITE, err) || (!w.dry && !cli_author(&author, c, err)) ||
        !remind_plan(&plan, c->db, c->arena, &author, &w, err))
        return false;
    tell_unreached(c, &plan);
    cli_note(c, tr("đã xét {1} việc; {2} thông báo mới"), cli_number(c, plan.looked), cli_number(c, plan.len));
    if (!w.dry && !cli_flag(c, "no-send")) return send_all(c, &author, err);
    if (!plan.len && c->format == FORMAT_TABLE) return true;
    struct rows *r = cli_rows(c, COLUMNS_OF(RUN_COLUMNS));
    for (size_t i = 0; i < plan.len; i++) run_row(r, c, &plan.at[i]);
    rows_close(r);
    return true;
}
