/* SPDX-License-Identifier: Apache-2.0
 *
 * page_people: who looks after accounts: the list, a new one, and one person with roles, links and what happened. Every
 * form of a person's page goes to one address and says in "viec" what it wants. No password passes through here: a
 * person sets his own, by a link.
 */
#include "once.h"
#include "pages.h"
#include "person_show.h"

static struct people_call people_of(struct visit *v)
{
    struct access_call c = visit_access(v);
    return (struct people_call){.db = c.db, .arena = c.arena, .author = c.author, .note = visit_field(v, "ly-do")};
}

static struct link person_link(struct visit *v, struct str login)
{
    return link_path(v->arena, (struct str[]){STR("quan-tri"), STR("nguoi"), login}, 3);
}

/* --- the list */

static struct str roles_shown(struct visit *v, const struct grants *all, struct str login)
{
    struct buf b = buf_make(1000);
    for (size_t i = 0; i < all->len; i++) {
        if (!str_eq(all->at[i].person, login) || !grant_holds(all, &all->at[i], v->today)) continue;
        if (b.len) buf_put(&b, STR("; "));
        buf_put(&b, role_shown(v, all->at[i].role));
    }
    return kept_text(v, &b);
}

static bool add_row(struct people_view *view, struct visit *v, const struct person *p, const struct grants *all,
                    struct err *err)
{
    struct access_secret s;
    struct person_row_view row = {
        .login = p->login, .name = p->name, .active = p->active, .at = person_link(v, p->login)};
    if (!access_secret(&s, v->db, v->arena, p->login, err) || !unit_shown(&row.unit, v, p->unit, err)) return false;
    row.roles = roles_shown(v, all, p->login);
    row.password = tr_text(v->lang, s.password.len ? tr("đã đặt") : tr("chưa đặt"));
    row.second = tr_text(v->lang, s.totp.len ? tr("có") : tr("không"));
    row.state = tr_text(v->lang, p->active ? tr("đang dùng") : tr("đã khóa"));
    *vec_push(v->arena, &view->rows) = row;
    return true;
}

static bool run_list(struct visit *v, struct err *err)
{
    struct people_view view = {.csrf = v->csrf};
    struct persons all;
    struct grants grants;
    if (!person_rows(&all, v->db, v->arena, STR(""), err) || !person_grants(&grants, v->db, v->arena, STR(""), err))
        return false;
    for (size_t i = 0; i < all.len; i++)
        if (!add_row(&view, v, &all.at[i], &grants, err)) return false;
    roles_choose(&view.roles, v);
    if (!units_choose(&view.units, v, STR(""), err)) return false;
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, tr("Người dùng")), MENU_NONE);
    template_people(&v->answer.body, v->lang, &view);
    return true;
}

/* --- links */

/* "http://host/dang-nhap?ma=..." as whoever asks for this page reaches the site. */
static struct str whole_link(struct visit *v, struct str word)
{
    struct buf b = buf_make(1000);
    buf_put(&b, site_options(v->site)->plain ? STR("http://") : STR("https://"));
    buf_put(&b, v->request->host);
    buf_put(&b, STR("/dang-nhap?ma="));
    buf_put(&b, word);
    return kept_text(v, &b);
}

static bool show_link(struct visit *v, struct str login, struct err *err)
{
    struct access_call call = visit_access(v);
    struct str word;
    if (!access_offer(&word, &call, login, false, err)) return false;
    once_word(
        v, tr("Đường dẫn đặt mật khẩu"),
        tr("Đưa tận tay người đó. Dùng được một lần, trong 72 giờ. Trang này không mở lại được; cần thì tạo đường "
           "dẫn khác."),
        whole_link(v, word), person_link(v, login));
    return true;
}

/* --- a new one */

static bool grant_typed(struct visit *v, struct str login, struct err *err)
{
    struct people_call call = people_of(v);
    struct grant g = {.person = login,
                      .role = visit_field(v, "vai-tro"),
                      .unit = visit_field(v, "doi-voi"),
                      .fields = visit_field(v, "chi-tieu"),
                      .kinds = visit_field(v, "loai")};
    (void)(visit_field(v, "tu").len && date_read(&g.from, visit_field(v, "tu")));
    (void)(visit_field(v, "den-ngay").len && date_read(&g.to, visit_field(v, "den-ngay")));
    return people_grant(&call, &g, err);
}

static bool run_new(struct visit *v, struct err *err)
{
    struct people_call call = people_of(v);
    struct person p = {.login = visit_field(v, "ten"),
                       .name = visit_field(v, "ho-ten"),
                       .unit = visit_field(v, "noi-lam"),
                       .contact = visit_field(v, "lien-he")};
    if (!people_new(&call, &p, err)) return false;
    if (visit_field(v, "vai-tro").len && !grant_typed(v, p.login, err)) return false;
    return show_link(v, p.login, err);
}

/* --- one person */

static bool add_events(struct person_view *view, struct visit *v, struct err *err)
{
    enum { SHOWN = 30 };
    struct person_events events;
    if (!person_events(&events, v->db, v->arena, view->login, err)) return false;
    for (size_t i = 0; i < events.len && i < SHOWN; i++)
        *vec_push(v->arena, &view->events) = (struct event_view){
            .day = shown_time(v, events.at[i].time),
            .what = tr_text(v->lang, person_event_name(events.at[i].kind)),
            .who = events.at[i].who,
            .note = events.at[i].note,
            .entry = shown_count(v, (uint64_t)events.at[i].entry),
        };
    return true;
}

static bool add_grants(struct person_view *view, struct visit *v, struct err *err)
{
    struct grants all;
    if (!person_grants(&all, v->db, v->arena, view->login, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        struct grant_view shown;
        if (all.at[i].ended || !str_eq(all.at[i].person, view->login)) continue;
        if (!grant_shown(&shown, v, &all, &all.at[i], err)) return false;
        *vec_push(v->arena, &view->grants) = shown;
    }
    return true;
}

static bool run_person(struct visit *v, struct err *err)
{
    struct person p;
    struct access_secret s;
    if (!person_load(&p, v->db, v->arena, v->parts[0], err) || !access_secret(&s, v->db, v->arena, p.login, err))
        return false;
    struct person_view view = {.csrf = v->csrf,
                               .login = p.login,
                               .name = p.name,
                               .contact = p.contact,
                               .active = p.active,
                               .has_second = s.totp.len > 0,
                               .at = person_link(v, p.login)};
    view.password = s.password.len ? said_text(v, tr("đặt lúc {1}"), seconds_shown(v, s.changed), STR(""))
                                   : tr_text(v->lang, tr("chưa đặt"));
    view.second = tr_text(v->lang, s.totp.len ? tr("có") : tr("không"));
    roles_choose(&view.roles, v);
    if (!unit_shown(&view.unit, v, p.unit, err) || !units_choose(&view.units, v, p.unit, err) ||
        !add_grants(&view, v, err) || !add_events(&view, v, err))
        return false;
    frame_fill(&view.head, &view.foot, v, p.name, MENU_NONE);
    template_person(&v->answer.body, v->lang, &view);
    return true;
}

/* --- what the forms of a person want */

static bool take_grant(struct visit *v, struct err *err)
{
    return grant_typed(v, v->parts[0], err);
}

static bool take_revoke(struct visit *v, struct err *err)
{
    struct people_call call = people_of(v);
    uint64_t id = 0;
    (void)str_to_u64(&id, visit_field(v, "so"), UINT32_MAX);
    return people_revoke(&call, v->parts[0], (uint32_t)id, err);
}

static bool take_edit(struct visit *v, struct err *err)
{
    struct people_call call = people_of(v);
    struct person p = {.login = v->parts[0],
                       .name = visit_field(v, "ho-ten"),
                       .unit = visit_field(v, "noi-lam"),
                       .contact = visit_field(v, "lien-he")};
    return people_edit(&call, &p, err);
}

static bool take_disable(struct visit *v, struct err *err)
{
    struct people_call call = people_of(v);
    return people_state(&call, v->parts[0], false, err);
}

static bool take_enable(struct visit *v, struct err *err)
{
    struct people_call call = people_of(v);
    return people_state(&call, v->parts[0], true, err);
}

static bool take_link(struct visit *v, struct err *err)
{
    return show_link(v, v->parts[0], err);
}

static bool take_sign_out(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct person p;
    return person_load(&p, v->db, v->arena, v->parts[0], err) && access_end_others(&call, p.login, STR(""), err);
}

static bool take_no_second(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct person p;
    return person_load(&p, v->db, v->arena, v->parts[0], err) && access_second_end(&call, p.login, err);
}

static const struct {
    struct str word;
    bool (*run)(struct visit *v, struct err *err);
} WISHES[] = {
    {STR_INIT("vai-tro"), take_grant},      {STR_INIT("thu"), take_revoke},      {STR_INIT("sua"), take_edit},
    {STR_INIT("khoa"), take_disable},       {STR_INIT("mo"), take_enable},       {STR_INIT("duong-dan"), take_link},
    {STR_INIT("dang-xuat"), take_sign_out}, {STR_INIT("bo-ma"), take_no_second},
};

static bool run_person_take(struct visit *v, struct err *err)
{
    struct str wish = visit_field(v, "viec");
    for (size_t i = 0; i < sizeof WISHES / sizeof *WISHES; i++) {
        if (!str_eq(WISHES[i].word, wish)) continue;
        if (!WISHES[i].run(v, err)) return false;
        if (!v->answer.body.len) visit_go(v, person_link(v, v->parts[0]));
        return true;
    }
    return fail(err, ERR_PAGE_FIELD, STR("viec"), wish);
}

#define ADMINISTRATION .right = MAY_PEOPLE, .about = ABOUT_WHOLE, .again = true
#define ROLE_FIELDS                                                                                                    \
    {"vai-tro", PAGE_WORD, 40}, {"doi-voi", PAGE_TEXT, 200}, {"chi-tieu", PAGE_TEXT, 200}, {"loai", PAGE_TEXT, 400},   \
        {"tu", PAGE_DAY, 10},                                                                                          \
    {                                                                                                                  \
        "den-ngay", PAGE_DAY, 10                                                                                       \
    }
#define PERSON_FIELDS                                                                                                  \
    {"ho-ten", PAGE_TEXT, 200}, {"noi-lam", PAGE_TEXT, 200},                                                           \
    {                                                                                                                  \
        "lien-he", PAGE_TEXT, 200                                                                                      \
    }
const struct page page_people = {HTTP_GET, "/quan-tri/nguoi", NEEDS_SIGNED_IN, {{0}}, run_list, ADMINISTRATION};
const struct page page_people_take = {
    HTTP_POST, "/quan-tri/nguoi", NEEDS_SIGNED_IN, {{"ten", PAGE_TEXT, 60}, PERSON_FIELDS, ROLE_FIELDS},
    run_new,   ADMINISTRATION,    .writes = true};
const struct page page_person = {HTTP_GET,      "/quan-tri/nguoi/{login}", NEEDS_SIGNED_IN, {{0}}, run_person,
                                 ADMINISTRATION};
const struct page page_person_take = {
    HTTP_POST,
    "/quan-tri/nguoi/{login}",
    NEEDS_SIGNED_IN,
    {{"viec", PAGE_WORD, 20}, {"so", PAGE_NUMBER, 10}, {"ly-do", PAGE_TEXT, 300}, PERSON_FIELDS, ROLE_FIELDS},
    run_person_take,
    ADMINISTRATION,
    .writes = true};
