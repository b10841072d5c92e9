/* SPDX-License-Identifier: Apache-2.0
 *
 * page_password: somebody sets his password: by a link, or a new one in place of the old. All his other sessions end
 * with this.
 */
#include "frame.h"
#include "pages.h"

static void show(struct visit *v, struct str error)
{
    struct password_view view = {
        .error = error, .csrf = v->csrf, .login = v->person.login, .first = v->session.stage == SESSION_LINK};
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, tr("Đặt mật khẩu")), MENU_NONE);
    template_password(&v->answer.body, v->lang, &view);
}

static bool run(struct visit *v, struct err *err)
{
    (void)err;
    show(v, STR(""));
    return true;
}

static void wrong(struct visit *v, const char *msgid)
{
    v->answer.status = 400;
    show(v, tr_text(v->lang, msgid));
}

static bool run_take(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct access_result r;
    struct str first = visit_field(v, "mat-khau"), again = visit_field(v, "nhap-lai");
    if (!str_eq(first, again)) {
        wrong(v, tr("Hai lần nhập không giống nhau. Nhập lại cả hai."));
        return true;
    }
    if (!access_password(&r, &call, &v->session, first, err)) {
        if (err->code != ERR_PASSWORD_WEAK) return false;
        wrong(v, tr("Mật khẩu chưa đủ mạnh: cần ít nhất 12 chữ, không chứa tên đăng nhập, không lặp một chữ."));
        return true;
    }
    visit_begin(v, r.cookie);
    visit_go(v, r.answer == ACCESS_SECOND          ? LINK("dang-nhap/buoc-hai")
                : v->session.stage == SESSION_LINK ? LINK("")
                                                   : LINK("toi"));
    return true;
}

const struct page page_password = {HTTP_GET, "/toi/mat-khau", NEEDS_LINK, {{0}}, run, .again = true};
const struct page page_password_take = {
    HTTP_POST,     "/toi/mat-khau",
    NEEDS_LINK,    {{"mat-khau", PAGE_SECRET, PASSWORD_MOST}, {"nhap-lai", PAGE_SECRET, PASSWORD_MOST}},
    run_take,      .again = true,
    .writes = true};
