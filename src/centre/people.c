/* SPDX-License-Identifier: Apache-2.0
 *
 * people: see people.h.
 */
#include "people.h"

#include "buf.h"
#include "matter_kinds.h"
#include "tr.h"

enum { LOGIN_LEAST = 2, LOGIN_MOST = 60, NAME_MOST = 200 };

static const char *const RIGHT_NAMES[RIGHTS] = {tr("xem số liệu"),      tr("xem văn bản"),  tr("xem việc"),
                                                tr("xem việc hạn chế"), tr("nhập số liệu"), tr("nhận số liệu"),
                                                tr("giao việc"),        tr("xem nhật ký"),  tr("quản trị người dùng")};

const char *right_name(int i)
{
    return RIGHT_NAMES[i];
}

static const char *const EVENT_NAMES[] = {
    tr("tạo tài khoản"),   tr("sửa tài khoản"),     tr("khóa tài khoản"),          tr("mở lại tài khoản"),
    tr("giao vai trò"),    tr("thu vai trò"),       tr("tạo đường dẫn đăng nhập"), tr("đặt mật khẩu"),
    tr("cài mã xác thực"), tr("bỏ mã xác thực"),    tr("tạo mã dự phòng"),         tr("tạo khóa API"),
    tr("bỏ khóa API"),     tr("đăng xuất mọi nơi"), tr("tạm khóa vì nhập sai"),    tr("xem việc hạn chế")};
_Static_assert(sizeof EVENT_NAMES / sizeof *EVENT_NAMES == PERSON_EVENTS, "a name for each");

const char *person_event_name(enum person_event_kind k)
{
    return EVENT_NAMES[k];
}

static struct date today(const struct people_call *c)
{
    enum { VIETNAM = 7 * 3600 };
    return date_from_days((int32_t)((c->author->now + VIETNAM) / 86400));
}

static bool login_is_good(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] < 0x20 || s.ptr[i] == 0x7f || s.ptr[i] == ':' || s.ptr[i] == '/') return false;
    return s.len >= LOGIN_LEAST && s.len <= LOGIN_MOST && str_eq(str_trim(s), s);
}

/* Somebody must be left who can mend what others break. */
static bool somebody_stays(const struct people_call *c, struct str login, struct err *err)
{
    struct persons all;
    struct grants grants;
    struct right_question q = {.right = MAY_PEOPLE, .whole = true, .on = today(c)};
    if (!person_rows(&all, c->db, c->arena, STR(""), err) || !person_grants(&grants, c->db, c->arena, STR(""), err))
        return false;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].active && rights_allow(&grants, all.at[i].login, &q)) return true;
    return fail(err, ERR_PERSON_LAST, login);
}

static bool may_use(const struct people_call *c, struct str login, struct err *err)
{
    struct person p;
    return person_load(&p, c->db, c->arena, login, err) && (p.active || fail(err, ERR_PERSON_IDLE, login));
}

static bool finish(const struct people_call *c, bool ok, struct err *err)
{
    return db_finish(c->db, ok, err);
}

static bool tell(const struct people_call *c, const struct person_told *t, struct err *err)
{
    return change_person(c->db, c->arena, c->author, t, err);
}

static bool new_within(const struct people_call *c, const struct person *p, struct err *err)
{
    struct persons there;
    struct person_told t = {.kind = PERSON_NEW, .person = *p, .note = c->note};
    if (!login_is_good(p->login)) return fail(err, ERR_PERSON_LOGIN, p->login);
    if (!person_rows(&there, c->db, c->arena, p->login, err)) return false;
    if (there.len) return fail(err, ERR_PERSON_EXISTS, p->login);
    if (!t.person.name.len) t.person.name = p->login;
    return tell(c, &t, err);
}

bool people_new(const struct people_call *c, const struct person *p, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return finish(c, new_within(c, p, err), err);
}

static bool edit_within(const struct people_call *c, const struct person *p, struct err *err)
{
    struct person old;
    struct person_told t = {.kind = PERSON_EDIT, .person = *p, .note = c->note};
    if (!person_load(&old, c->db, c->arena, p->login, err)) return false;
    if (!p->name.len) t.person.name = old.name;
    if (!p->unit.len) t.person.unit = old.unit;
    if (!p->contact.len) t.person.contact = old.contact;
    return tell(c, &t, err);
}

bool people_edit(const struct people_call *c, const struct person *p, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return finish(c, edit_within(c, p, err), err);
}

static bool state_within(const struct people_call *c, struct str login, bool active, struct err *err)
{
    struct person p;
    struct person_told t = {.kind = active ? PERSON_ENABLE : PERSON_DISABLE, .person.login = login, .note = c->note};
    if (!person_load(&p, c->db, c->arena, login, err)) return false;
    if (p.active == active) return true;
    if (!tell(c, &t, err)) return false;
    if (active) return true;
    return somebody_stays(c, login, err) &&
           db_run(c->db, SQL_ACCESS_SESSION_END_OTHERS, DB_VALUES(db_text(login), db_text(STR(""))), err) &&
           db_run(c->db, SQL_ACCESS_TOKEN_END, DB_VALUES(db_text(STR("")), db_text(STR("")), db_text(login)), err) &&
           db_run(c->db, SQL_ACCESS_LINK_END, DB_VALUES(db_text(login), db_int(c->author->now)), err);
}

bool people_state(const struct people_call *c, struct str login, bool active, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return finish(c, state_within(c, login, active, err), err);
}

struct str people_roles_shown(struct arena *a)
{
    size_t count;
    const struct role *roles = roles_all(&count);
    struct buf b = buf_make(1000);
    for (size_t i = 0; i < count; i++) {
        if (i) buf_put(&b, STR(", "));
        buf_put(&b, roles[i].code);
    }
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

/* Codes of indicators are letters and digits. */
static bool fields_are_good(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char k = s.ptr[i];
        bool good = (k >= 'A' && k <= 'Z') || (k >= 'a' && k <= 'z') || (k >= '0' && k <= '9') || k == ' ' ||
                    k == '_' || k == '-' || k == '.';
        if (!good) return false;
    }
    return true;
}

static bool kinds_are_good(const struct people_call *c, struct str kinds, struct err *err)
{
    for (struct str_cut cut = {.tail = kinds, .found = true}; cut.found;) {
        struct known_kind kind;
        cut = str_cut(cut.tail, STR(" "));
        if (cut.head.len && !known_kind(&kind, c->db, c->arena, cut.head, err)) {
            if (err->code != ERR_KIND_UNKNOWN) return false;
            return fail(err, ERR_PERSON_KINDS, cut.head);
        }
    }
    return true;
}

static struct str day_shown(struct arena *a, struct date d)
{
    struct buf b = buf_make(20);
    date_write(&b, d);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool days_are_good(const struct people_call *c, struct date from, struct date to, struct err *err)
{
    if (!date_known(from) || !date_known(to) || date_cmp(from, to) <= 0) return true;
    return fail(err, ERR_PERSON_DAYS, day_shown(c->arena, from), day_shown(c->arena, to));
}

static bool grant_within(const struct people_call *c, const struct grant *g, struct err *err)
{
    struct person_told t = {.kind = PERSON_GRANT, .person.login = g->person, .grant = *g, .note = c->note};
    if (!role_find(g->role)) return fail(err, ERR_PERSON_ROLE, g->role, people_roles_shown(c->arena));
    if (!fields_are_good(g->fields)) return fail(err, ERR_PERSON_FIELDS, g->fields);
    return may_use(c, g->person, err) && kinds_are_good(c, g->kinds, err) && days_are_good(c, g->from, g->to, err) &&
           tell(c, &t, err);
}

bool people_grant(const struct people_call *c, const struct grant *g, struct err *err)
{
    struct grant fresh = *g;
    fresh.of = 0;
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return finish(c, grant_within(c, &fresh, err), err);
}

static const struct grant *grant_of(const struct grants *all, struct str login, uint32_t id)
{
    for (size_t i = 0; i < all->len; i++)
        if (all->at[i].id == id && str_eq(all->at[i].person, login) && !all->at[i].ended) return &all->at[i];
    return NULL;
}

static bool fail_grant(const struct people_call *c, struct str login, uint32_t id, struct err *err)
{
    struct buf b = buf_make(20);
    buf_u64(&b, id);
    struct str shown = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return fail(err, ERR_GRANT_MISSING, login, shown);
}

static bool delegate_within(const struct people_call *c, struct str from, uint32_t id, struct str to, struct date first,
                            struct date last, struct err *err)
{
    struct grants all;
    if (!date_known(last)) return fail(err, ERR_GRANT_UNTIL);
    if (!person_grants(&all, c->db, c->arena, from, err)) return false;
    const struct grant *g = grant_of(&all, from, id);
    if (!g) return fail_grant(c, from, id, err);
    if (g->of) {
        struct buf b = buf_make(20);
        buf_u64(&b, id);
        fail(err, ERR_GRANT_DELEGATED, buf_str(&b));
        buf_free(&b);
        return false;
    }
    if (role_find(g->role) && role_find(g->role)->rights & MAY_PEOPLE) return fail(err, ERR_GRANT_PEOPLE);
    struct grant given = *g;
    given.person = to;
    given.from = date_known(first) ? first : today(c);
    given.to = last;
    given.of = g->id;
    return grant_within(c, &given, err);
}

bool people_delegate(const struct people_call *c, struct str from, uint32_t id, struct str to, struct date first,
                     struct date last, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return finish(c, delegate_within(c, from, id, to, first, last, err), err);
}

static bool revoke_within(const struct people_call *c, struct str login, uint32_t id, struct err *err)
{
    struct grants all;
    struct person p;
    struct person_told t = {.kind = PERSON_REVOKE, .person.login = login, .grant.id = id, .note = c->note};
    if (!person_load(&p, c->db, c->arena, login, err) || !person_grants(&all, c->db, c->arena, login, err))
        return false;
    if (!grant_of(&all, login, id)) return fail_grant(c, login, id, err);
    return tell(c, &t, err) && somebody_stays(c, login, err);
}

bool people_revoke(const struct people_call *c, struct str login, uint32_t id, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return finish(c, revoke_within(c, login, id, err), err);
}

static bool first_within(bool *made, const struct people_call *c, struct str login, struct err *err)
{
    int64_t count;
    struct person p = {.login = login, .name = login};
    struct grant administrator = {.person = login, .role = STR("administrator")};
    struct grant office = {.person = login, .role = STR("office")};
    if (!db_get_int(&count, c->db, SQL_PERSON_COUNT, DB_NO_VALUES, err)) return false;
    *made = count == 0;
    if (count) return true;
    return new_within(c, &p, err) && grant_within(c, &administrator, err) && grant_within(c, &office, err);
}

bool people_first(bool *made, const struct people_call *c, struct str login, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return finish(c, first_within(made, c, login, err), err);
}

static bool looked_today(bool *out, const struct people_call *c, struct str login, struct str matter, struct err *err)
{
    struct person_events events;
    struct str day = day_shown(c->arena, date_from_days((int32_t)(c->author->now / 86400)));
    *out = false;
    if (!person_events(&events, c->db, c->arena, login, err)) return false;
    for (size_t i = 0; i < events.len; i++)
        *out |= events.at[i].kind == PERSON_LOOK && str_eq(events.at[i].note, matter) &&
                str_starts(events.at[i].time, day);
    return true;
}

static bool looked_within(const struct people_call *c, struct str login, struct str matter, struct err *err)
{
    bool today_already;
    struct person_told t = {.kind = PERSON_LOOK, .person.login = login, .note = matter};
    if (!looked_today(&today_already, c, login, matter, err)) return false;
    return today_already || tell(c, &t, err);
}

bool people_looked(const struct people_call *c, struct str login, struct str matter, struct err *err)
{
    if (!db_begin(c->db, DB_TRANSACTION_WRITE, err)) return false;
    return finish(c, looked_within(c, login, matter, err), err);
}
