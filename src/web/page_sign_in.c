/* SPDX-License-Identifier: Apache-2.0
 *
 * page_sign_in: the ways in and out: login and password, then a code where the account has that; a link that counts
 * once; the password once more before a dangerous act; signing out. Opening a link shows its word in a form and takes
 * it up only when it is sent, so that whoever looks at links before people do (mail filters) does not use it up.
 *
 * What is answered to a wrong password is the same whether or not there is such an account.
 */
#include "frame.h"
#include "pages.h"

/* Where to go on: a path of this site, else home. */
static struct link way_back(struct visit *v, struct str path)
{
    struct str parts[8];
    size_t count = 0;
    if (!str_starts(path, STR("/")) || str_starts(path, STR("//"))) return LINK("");
    for (struct str_cut c = {.tail = str_from(path, 1), .found = true}; c.found && count < 8;) {
        c = str_cut(c.tail, STR("/"));
        if (c.head.len) parts[count++] = c.head;
    }
    return link_path(v->arena, parts, count);
}

enum form { FORM_PASSWORD, FORM_LINK, FORM_SECOND, FORM_AGAIN };

static void show(struct visit *v, enum form form, struct str error)
{
    struct sign_in_view view = {.error = error,
                                .word = visit_field(v, "ma"),
                                .back = visit_field(v, "den"),
                                .login = visit_field(v, "ten"),
                                .csrf = v->csrf,
                                .by_link = form == FORM_LINK,
                                .second = form == FORM_SECOND,
                                .again = form == FORM_AGAIN};
    const char *title = form == FORM_SECOND  ? tr("Mã xác thực")
                        : form == FORM_AGAIN ? tr("Xác nhận mật khẩu")
                                             : tr("Đăng nhập");
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, title), MENU_NONE);
    template_sign_in(&v->answer.body, v->lang, &view);
}

/* What was wrong, and the form again. */
static void show_wrong(struct visit *v, enum form form, const struct access_result *r)
{
    struct str error;
    const char *wrong = form == FORM_SECOND ? tr("Mã không đúng hoặc đã dùng. Còn {1} lần; sau đó khóa 15 phút.")
                        : form == FORM_AGAIN ? tr("Mật khẩu không đúng. Còn {1} lần; sau đó khóa 15 phút.")
                                             : tr("Tài khoản hoặc mật khẩu không đúng. Còn {1} lần; sau đó khóa 15 "
                                                  "phút.");
    v->answer.status = r->answer == ACCESS_BUSY ? 429 : 403;
    if (r->answer == ACCESS_LOCKED || (r->answer == ACCESS_WRONG && r->left == 0))
        error = tr_text(v->lang, tr("Tài khoản này đang khóa vì nhập sai nhiều lần. Đợi 15 phút rồi thử lại."));
    else if (r->answer == ACCESS_BUSY)
        error = tr_text(v->lang, tr("Quá nhiều lần thử từ địa chỉ này. Đợi 15 phút rồi thử lại."));
    else
        error = said_text(v, wrong, shown_count(v, (uint64_t)r->left), STR(""));
    show(v, form, error);
}

/* --- login and password, or a link */

static bool run_show(struct visit *v, struct err *err)
{
    (void)err;
    if (v->signed_in)
        visit_go(v, way_back(v, visit_field(v, "den")));
    else
        show(v, visit_field(v, "ma").len ? FORM_LINK : FORM_PASSWORD, STR(""));
    return true;
}

static void go_on(struct visit *v, const struct access_result *r)
{
    visit_begin(v, r->cookie);
    visit_go(v, r->answer == ACCESS_SECOND
                    ? link_with(v->arena, LINK("dang-nhap/buoc-hai"), STR("den"), visit_field(v, "den"))
                    : way_back(v, visit_field(v, "den")));
}

static bool take_link(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct access_result r;
    if (!access_take(&r, &call, visit_field(v, "ma"), err)) return false;
    if (r.answer == ACCESS_DONE) {
        go_on(v, &r);
        return true;
    }
    v->answer.status = 403;
    show(v, FORM_LINK,
         tr_text(v->lang, tr("Mã không đúng, đã dùng hoặc đã quá hạn. Xin người quản trị một đường dẫn mới.")));
    return true;
}

static bool run_take(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct access_result r;
    if (visit_field(v, "ma").len) return take_link(v, err);
    if (!access_sign_in(&r, &call, visit_field(v, "ten"), visit_field(v, "mat-khau"), err)) return false;
    if (r.answer == ACCESS_DONE || r.answer == ACCESS_SECOND)
        go_on(v, &r);
    else
        show_wrong(v, FORM_PASSWORD, &r);
    return true;
}

/* --- the code */

static bool run_second(struct visit *v, struct err *err)
{
    (void)err;
    if (v->signed_in)
        visit_go(v, way_back(v, visit_field(v, "den")));
    else
        show(v, FORM_SECOND, STR(""));
    return true;
}

static bool run_second_take(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct access_result r;
    if (!access_second(&r, &call, &v->session, visit_field(v, "so"), err)) return false;
    if (r.answer == ACCESS_DONE)
        go_on(v, &r);
    else
        show_wrong(v, FORM_SECOND, &r);
    return true;
}

/* --- once more */

static bool run_again(struct visit *v, struct err *err)
{
    (void)err;
    show(v, FORM_AGAIN, STR(""));
    return true;
}

static bool run_again_take(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct access_result r;
    if (!access_prove(&r, &call, &v->session, visit_field(v, "mat-khau"), err)) return false;
    if (r.answer == ACCESS_DONE)
        visit_go(v, way_back(v, visit_field(v, "den")));
    else
        show_wrong(v, FORM_AGAIN, &r);
    return true;
}

static bool run_out(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    if (!access_end(&call, v->cookie, err)) return false;
    visit_begin(v, STR(""));
    visit_go(v, LINK("dang-nhap"));
    return true;
}

#define BACK                                                                                                           \
    {                                                                                                                  \
        "den", PAGE_TEXT, 500                                                                                          \
    }
#define WORD                                                                                                           \
    {                                                                                                                  \
        "ma", PAGE_WORD, 64                                                                                            \
    }
#define PASSWORD                                                                                                       \
    {                                                                                                                  \
        "mat-khau", PAGE_SECRET, PASSWORD_MOST                                                                         \
    }
const struct page page_sign_in = {HTTP_GET, "/dang-nhap", NEEDS_ANYONE, {WORD, BACK}, run_show};
const struct page page_sign_in_take = {
    HTTP_POST, "/dang-nhap", NEEDS_ANYONE, {WORD, BACK, {"ten", PAGE_TEXT, 200}, PASSWORD}, run_take, .writes = true};
const struct page page_second = {HTTP_GET, "/dang-nhap/buoc-hai", NEEDS_SECOND, {BACK}, run_second};
const struct page page_second_take = {
    HTTP_POST, "/dang-nhap/buoc-hai", NEEDS_SECOND, {BACK, {"so", PAGE_TEXT, 40}}, run_second_take, .writes = true};
const struct page page_again = {HTTP_GET, "/xac-nhan", NEEDS_SELF, {BACK}, run_again};
const struct page page_again_take = {HTTP_POST,        "/xac-nhan",    NEEDS_SELF,
                                     {BACK, PASSWORD}, run_again_take, .writes = true};
const struct page page_sign_out = {HTTP_POST, "/dang-xuat", NEEDS_SELF, {{0}}, run_out, .writes = true};
