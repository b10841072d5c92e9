/* SPDX-License-Identifier: Apache-2.0
 *
 * page_account: one's own account: roles, password, codes, where one is signed in, tokens for programs, and roles that
 * one delegates. Every form of the page goes to one address and says in "viec" what it wants.
 */
#include "once.h"
#include "pages.h"
#include "person_show.h"

enum { TOKEN_DAYS_MOST = 366 };

/* --- what is shown once */

void once_codes(struct visit *v, const struct access_codes *codes)
{
    struct once_view view = {.title = tr_text(v->lang, tr("Mã dự phòng")), .back = LINK("toi")};
    view.about = tr_text(v->lang, tr("In hoặc chép các mã này, cất nơi an toàn. Mỗi mã thay được mã trên điện thoại "
                                     "một lần. Trang này không mở lại được."));
    for (size_t i = 0; i < RECOVERY_CODES; i++)
        *vec_push(v->arena, &view.words) = (struct named_view){shown_count(v, i + 1), codes->at[i]};
    frame_fill(&view.head, &view.foot, v, view.title, MENU_NONE);
    template_once(&v->answer.body, v->lang, &view);
}

void once_word(struct visit *v, const char *title, const char *about, struct str word, struct link back)
{
    struct once_view view = {
        .title = tr_text(v->lang, title), .about = tr_text(v->lang, about), .link_text = word, .back = back};
    frame_fill(&view.head, &view.foot, v, view.title, MENU_NONE);
    template_once(&v->answer.body, v->lang, &view);
}

/* --- the page */

static bool add_grants(struct account_view *view, struct visit *v, struct err *err)
{
    struct grants all;
    if (!person_grants(&all, v->db, v->arena, STR(""), err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        const struct grant *g = &all.at[i];
        bool mine = str_eq(g->person, v->person.login), given = false;
        for (size_t k = 0; g->of && k < all.len; k++)
            given |= all.at[k].id == g->of && str_eq(all.at[k].person, v->person.login);
        if (g->ended || (!mine && !given)) continue;
        struct grant_view shown;
        if (!grant_shown(&shown, v, &all, g, err)) return false;
        if (mine) *vec_push(v->arena, &view->grants) = shown;
        view->may_delegate |= mine && shown.may_delegate;
        if (given) *vec_push(v->arena, &view->delegated) = shown;
    }
    return true;
}

static bool add_sessions(struct account_view *view, struct visit *v, struct err *err)
{
    struct access_sessions all;
    if (!access_sessions(&all, v->db, v->arena, v->person.login, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        *vec_push(v->arena, &view->sessions) = (struct session_view){
            .began = seconds_shown(v, all.at[i].began),
            .used = seconds_shown(v, all.at[i].used),
            .address = all.at[i].address,
            .agent = all.at[i].agent,
            .this_one = str_eq(all.at[i].hash, v->session.hash),
        };
    return true;
}

static struct str rights_shown(struct visit *v, struct str words)
{
    unsigned rights;
    struct buf b = buf_make(1000);
    if (!rights_read(&rights, words)) return words;
    for (int i = 0; i < RIGHTS; i++) {
        if (!(rights & 1u << i)) continue;
        if (b.len) buf_put(&b, STR(", "));
        buf_put(&b, tr_text(v->lang, right_name(i)));
    }
    return kept_text(v, &b);
}

/* A token reads; the rights to change things are none of its. */
static bool is_of_tokens(int i)
{
    return (1u << i) & (MAY_READ | MAY_DOCUMENTS | MAY_WORK | MAY_SENSITIVE | MAY_JOURNAL);
}

static bool add_tokens(struct account_view *view, struct visit *v, struct err *err)
{
    struct access_tokens all;
    if (!access_tokens(&all, v->db, v->arena, v->person.login, err)) return false;
    for (size_t i = 0; i < all.len; i++)
        *vec_push(v->arena, &view->tokens) = (struct token_view){
            .id = all.at[i].hash,
            .name = all.at[i].name,
            .rights = rights_shown(v, all.at[i].rights),
            .made = seconds_shown(v, all.at[i].made),
            .until = seconds_shown(v, all.at[i].until),
            .used = all.at[i].used ? seconds_shown(v, all.at[i].used) : tr_text(v->lang, tr("chưa dùng")),
        };
    for (int i = 0; i < RIGHTS; i++)
        if (is_of_tokens(i) && visit_may_somewhere(v, (enum right)(1u << i)))
            *vec_push(v->arena, &view->rights) = (struct choice_view){tr_text(v->lang, right_name(i)), right_word(i),
                                                                      false};
    view->may_tokens = view->rights.len && all.len < TOKENS_MOST;
    return true;
}

static bool add_secret(struct account_view *view, struct visit *v, struct err *err)
{
    struct access_secret s;
    int64_t codes;
    if (!access_secret(&s, v->db, v->arena, v->person.login, err) ||
        !db_get_int(&codes, v->db, SQL_ACCESS_RECOVERY_COUNT, DB_VALUES(db_text(v->person.login)), err))
        return false;
    view->has_password = s.password.len > 0;
    view->password = seconds_shown(v, s.changed);
    view->second = s.totp.len > 0;
    view->recovery = said_text(v, tr("còn {1} mã dự phòng"), shown_count(v, (uint64_t)codes), STR(""));
    return true;
}

static bool run(struct visit *v, struct err *err)
{
    struct account_view view = {
        .csrf = v->csrf, .name = v->person.name, .login = v->person.login, .contact = v->person.contact};
    struct persons all;
    if (!unit_shown(&view.unit, v, v->person.unit, err) || !add_secret(&view, v, err) || !add_grants(&view, v, err) ||
        !add_sessions(&view, v, err) || !add_tokens(&view, v, err) || !person_rows(&all, v->db, v->arena, STR(""), err))
        return false;
    for (size_t i = 0; i < all.len; i++)
        if (all.at[i].active && !str_eq(all.at[i].login, v->person.login))
            *vec_push(v->arena, &view.persons) = (struct choice_view){all.at[i].name, all.at[i].login, false};
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, tr("Hồ sơ của tôi")), MENU_NONE);
    template_account(&v->answer.body, v->lang, &view);
    return true;
}

/* --- what its forms want */

static bool take_token(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct access_tokens all;
    struct str word;
    uint64_t days;
    unsigned rights = 0;
    for (int i = 0; i < RIGHTS; i++)
        if (is_of_tokens(i) && visit_may_somewhere(v, (enum right)(1u << i)) &&
            http_value_has(&v->request->form, STR("quyen"), right_word(i)))
            rights |= 1u << i;
    if (!str_to_u64(&days, visit_field(v, "ngay"), TOKEN_DAYS_MOST) || !days)
        return fail(err, ERR_PAGE_FIELD, STR("ngay"), visit_field(v, "ngay"));
    if (!rights || !visit_field(v, "ten").len) return fail(err, ERR_PAGE_FIELD, STR("quyen"), STR(""));
    if (!access_tokens(&all, v->db, v->arena, v->person.login, err)) return false;
    if (all.len >= TOKENS_MOST) return fail(err, ERR_PAGE_FIELD, STR("khoa"), visit_field(v, "ten"));
    if (!access_token_make(&word, &call, v->person.login, visit_field(v, "ten"), rights, v->now + (int64_t)days * 86400,
                           err))
        return false;
    once_word(v, tr("Khóa API mới"),
              tr("Chép khóa này vào chương trình sẽ dùng, gửi trong dòng «Authorization: Bearer …». Trang này không "
                 "mở lại được."),
              word, LINK("toi"));
    return true;
}

static struct people_call people_of(struct visit *v)
{
    struct access_call c = visit_access(v);
    return (struct people_call){.db = c.db, .arena = c.arena, .author = c.author};
}

static struct date day_field(struct visit *v, const char *name)
{
    struct date d;
    return date_read(&d, visit_field(v, name)) ? d : (struct date){0};
}

static bool take_delegation(struct visit *v, struct err *err)
{
    struct people_call call = people_of(v);
    uint64_t id = 0;
    (void)str_to_u64(&id, visit_field(v, "so"), UINT32_MAX);
    return people_delegate(&call, v->person.login, (uint32_t)id, visit_field(v, "nguoi"), day_field(v, "tu"),
                           day_field(v, "den-ngay"), err);
}

/* Only what he has delegated himself. */
static bool end_delegation(struct visit *v, struct err *err)
{
    struct people_call call = people_of(v);
    struct grants all;
    uint64_t id = 0;
    (void)str_to_u64(&id, visit_field(v, "so"), UINT32_MAX);
    if (!person_grants(&all, v->db, v->arena, STR(""), err)) return false;
    for (size_t i = 0; i < all.len; i++)
        for (size_t k = 0; k < all.len; k++)
            if (all.at[i].id == id && all.at[i].of == all.at[k].id && str_eq(all.at[k].person, v->person.login))
                return people_revoke(&call, all.at[i].person, (uint32_t)id, err);
    return fail(err, ERR_GRANT_MISSING, v->person.login, visit_field(v, "so"));
}

static bool sign_out_others(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    return access_end_others(&call, v->person.login, v->session.hash, err);
}

static bool end_second(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    return access_second_end(&call, v->person.login, err);
}

static bool end_token(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    return access_token_end(&call, v->person.login, visit_field(v, "so"), err);
}

static bool new_codes(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct access_codes codes;
    if (!access_recovery_new(&codes, &call, v->person.login, err)) return false;
    once_codes(v, &codes);
    return true;
}

static const struct {
    struct str word;
    bool (*run)(struct visit *v, struct err *err);
} WISHES[] = {
    {STR_INIT("dang-xuat-het"), sign_out_others},
    {STR_INIT("bo-ma"), end_second},
    {STR_INIT("ma-du-phong"), new_codes},
    {STR_INIT("khoa"), take_token},
    {STR_INIT("bo-khoa"), end_token},
    {STR_INIT("uy-quyen"), take_delegation},
    {STR_INIT("thu-uy-quyen"), end_delegation},
};

/* Back to the page, unless there is something to be shown. */
static bool run_take(struct visit *v, struct err *err)
{
    struct str wish = visit_field(v, "viec");
    for (size_t i = 0; i < sizeof WISHES / sizeof *WISHES; i++) {
        if (!str_eq(WISHES[i].word, wish)) continue;
        if (!WISHES[i].run(v, err)) return false;
        if (!v->answer.body.len) visit_go(v, LINK("toi"));
        return true;
    }
    return fail(err, ERR_PAGE_FIELD, STR("viec"), wish);
}

const struct page page_account = {HTTP_GET, "/toi", NEEDS_SELF, {{0}}, run};
const struct page page_account_take = {HTTP_POST,
                                       "/toi",
                                       NEEDS_SELF,
                                       {{"viec", PAGE_WORD, 20},
                                        {"ten", PAGE_TEXT, 100},
                                        {"ngay", PAGE_NUMBER, 10},
                                        {"so", PAGE_WORD, 64},
                                        {"nguoi", PAGE_TEXT, 60},
                                        {"tu", PAGE_DAY, 10},
                                        {"den-ngay", PAGE_DAY, 10},
                                        {"quyen", PAGE_WORD, 20}},
                                       run_take,
                                       .again = true,
                                       .writes = true};
