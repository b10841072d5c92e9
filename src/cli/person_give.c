/* SPDX-License-Identifier: Apache-2.0
 *
 * person_give: accounts and roles are made, changed and taken back. No password is ever an argument or printed: a
 * person sets his own, by a link that counts once.
 */
#include "access.h"
#include "known_on.h"
#include "people.h"
#include "person_command.h"
#include "record_cells.h"
#include "unit_look.h"

/* The record open for writing, who writes, and as many arguments behind the word as are wanted. */
static bool begin(struct people_call *out, struct author *author, struct cli *c, size_t count, struct err *err)
{
    if (c->arg_count < count) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    if (c->arg_count > count) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[count]);
    if (!known_on_open(c, DB_WRITE, err) || !cli_author(author, c, err)) return false;
    *out = (struct people_call){
        .db = c->db, .arena = c->arena, .author = author, .note = str_trim(cli_text(c, "note"))};
    return true;
}

static struct access_call access_of(const struct people_call *p)
{
    return (struct access_call){.db = p->db, .arena = p->arena, .author = p->author};
}

static bool unit_option(struct str *out, struct cli *c, const char *option, struct err *err)
{
    struct looked_unit unit = {.id = STR("")};
    struct looked_units several;
    bool asked = cli_given(c, option);
    if (asked && !unit_look_one(&unit, &several, c->db, c->arena, cli_text(c, option), (struct date){0}, c->today, err))
        return false;
    *out = unit.id;
    return true;
}

static bool take_person(struct person *out, struct cli *c, struct err *err)
{
    *out = (struct person){.login = str_trim(c->args[1]),
                           .name = str_trim(cli_text(c, "name")),
                           .contact = str_trim(cli_text(c, "contact"))};
    return unit_option(&out->unit, c, "unit", err);
}

static bool take_grant(struct grant *out, struct cli *c, struct str person, struct str role, struct err *err)
{
    *out = (struct grant){.person = person,
                          .role = role,
                          .fields = str_trim(cli_text(c, "fields")),
                          .kinds = str_trim(cli_text(c, "kinds")),
                          .from = cli_date(c, "from"),
                          .to = cli_date(c, "to")};
    return unit_option(&out->unit, c, "over", err);
}

static bool uint_argument(uint32_t *out, struct str login, struct str typed, struct err *err)
{
    uint64_t n;
    if (!str_to_u64(&n, typed, UINT32_MAX)) return fail(err, ERR_GRANT_MISSING, login, typed);
    *out = (uint32_t)n;
    return true;
}

/* The link goes to standard output, alone on its line. */
static bool put_link(struct cli *c, const struct people_call *p, struct str login, struct err *err)
{
    struct access_call call = access_of(p);
    struct str word, site = cli_text(c, "site");
    if (!access_offer(&word, &call, login, false, err)) return false;
    while (str_ends(site, STR("/"))) site = str_part(site, 0, site.len - 1);
    buf_put(c->out, site);
    buf_put(c->out, STR("/dang-nhap?ma="));
    buf_put(c->out, word);
    buf_char(c->out, '\n');
    if (!cli_flush(c, err)) return false;
    cli_note(c, tr("{1} mở đường dẫn trên để đặt mật khẩu; dùng một lần, trong 72 giờ. Đưa tận tay, không gửi nhóm."),
             login);
    return true;
}

bool person_run_new(struct cli *c, struct err *err)
{
    struct author author;
    struct people_call call;
    struct person p;
    struct grant g;
    if (!begin(&call, &author, c, 2, err) || !take_person(&p, c, err) ||
        !take_grant(&g, c, p.login, str_trim(cli_text(c, "role")), err))
        return false;
    if (g.role.len && !role_find(g.role)) return fail(err, ERR_PERSON_ROLE, g.role, people_roles_shown(c->arena));
    if (!people_new(&call, &p, err) || (g.role.len && !people_grant(&call, &g, err))) return false;
    cli_note(c, tr("đã tạo tài khoản {1}"), p.login);
    return put_link(c, &call, p.login, err);
}

bool person_run_edit(struct cli *c, struct err *err)
{
    struct author author;
    struct people_call call;
    struct person p;
    if (!begin(&call, &author, c, 2, err) || !take_person(&p, c, err) || !people_edit(&call, &p, err)) return false;
    cli_note(c, tr("đã sửa tài khoản {1}"), p.login);
    return true;
}

static bool set_state(struct cli *c, bool active, struct err *err)
{
    struct author author;
    struct people_call call;
    if (!begin(&call, &author, c, 2, err) || !people_state(&call, str_trim(c->args[1]), active, err)) return false;
    cli_note(c,
             active ? tr("đã mở lại tài khoản {1}") : tr("đã khóa tài khoản {1}: mọi phiên, khóa API đã hết hiệu lực"),
             c->args[1]);
    return true;
}

bool person_run_disable(struct cli *c, struct err *err)
{
    return set_state(c, false, err);
}

bool person_run_enable(struct cli *c, struct err *err)
{
    return set_state(c, true, err);
}

bool person_run_grant(struct cli *c, struct err *err)
{
    struct author author;
    struct people_call call;
    struct grant g;
    if (!begin(&call, &author, c, 3, err) || !take_grant(&g, c, str_trim(c->args[1]), str_trim(c->args[2]), err) ||
        !people_grant(&call, &g, err))
        return false;
    cli_note(c, tr("{1}: đã giao vai trò {2}"), g.person, g.role);
    return true;
}

bool person_run_revoke(struct cli *c, struct err *err)
{
    struct author author;
    struct people_call call;
    uint32_t id;
    if (!begin(&call, &author, c, 3, err) || !uint_argument(&id, c->args[1], c->args[2], err) ||
        !people_revoke(&call, str_trim(c->args[1]), id, err))
        return false;
    cli_note(c, tr("{1}: đã thu vai trò số {2}"), c->args[1], c->args[2]);
    return true;
}

bool person_run_delegate(struct cli *c, struct err *err)
{
    struct author author;
    struct people_call call;
    uint32_t id;
    if (!begin(&call, &author, c, 4, err) || !uint_argument(&id, c->args[1], c->args[2], err) ||
        !people_delegate(&call, str_trim(c->args[1]), id, str_trim(c->args[3]), cli_date(c, "from"), cli_date(c, "to"),
                         err))
        return false;
    cli_note(c, tr("{1} đã ủy quyền vai trò số {2} cho {3}"), c->args[1], c->args[2], c->args[3]);
    return true;
}

bool person_run_link(struct cli *c, struct err *err)
{
    struct author author;
    struct people_call call;
    return begin(&call, &author, c, 2, err) && put_link(c, &call, str_trim(c->args[1]), err);
}

bool person_run_sign_out(struct cli *c, struct err *err)
{
    struct author author;
    struct people_call call;
    struct person p;
    if (!begin(&call, &author, c, 2, err) || !person_load(&p, c->db, c->arena, str_trim(c->args[1]), err)) return false;
    struct access_call access = access_of(&call);
    if (!access_end_others(&access, p.login, STR(""), err)) return false;
    cli_note(c, tr("{1} đã bị đăng xuất ở mọi nơi"), p.login);
    return true;
}

bool person_run_no_second(struct cli *c, struct err *err)
{
    struct author author;
    struct people_call call;
    struct person p;
    if (!begin(&call, &author, c, 2, err) || !person_load(&p, c->db, c->arena, str_trim(c->args[1]), err)) return false;
    struct access_call access = access_of(&call);
    if (!access_second_end(&access, p.login, err)) return false;
    cli_note(c, tr("{1} đăng nhập không cần mã xác thực nữa, cho tới khi cài lại"), p.login);
    return true;
}
