/* SPDX-License-Identifier: Apache-2.0
 *
 * page_sign_in: the one-time word becomes a session. Opening the link shows the word in a form and takes it up only
 * when it is sent, so that whoever looks at links before people do (mail filters) does not use it up.
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

static void show(struct visit *v, struct str error)
{
    struct sign_in_view view = {.error = error, .word = visit_field(v, "ma"), .back = visit_field(v, "den")};
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, tr("Đăng nhập")), MENU_NONE);
    template_sign_in(&v->answer.body, v->lang, &view);
}

static bool run_show(struct visit *v, struct err *err)
{
    (void)err;
    if (v->signed_in)
        visit_go(v, way_back(v, visit_field(v, "den")));
    else
        show(v, STR(""));
    return true;
}

static struct str cookie_of(struct visit *v, struct str value, bool gone)
{
    struct buf b = buf_make(400);
    buf_put(&b, STR("dieuhanh="));
    buf_put(&b, value);
    buf_put(&b, STR("; Path=/; HttpOnly; SameSite=Lax"));
    if (gone) buf_put(&b, STR("; Max-Age=0"));
    if (!site_options(v->site)->plain) buf_put(&b, STR("; Secure"));
    return kept_text(v, &b);
}

static bool run_take(struct visit *v, struct err *err)
{
    struct str cookie;
    (void)err;
    if (!session_begin(&cookie, site_sessions(v->site), v->arena, visit_field(v, "ma"), v->now)) {
        v->answer.status = 403;
        show(v,
             tr_text(v->lang,
                     tr("Mã không đúng, đã dùng hoặc đã quá 15 phút. Khởi động lại «dieuhanh serve» để có mã mới.")));
        return true;
    }
    v->answer.set_cookie = cookie_of(v, cookie, false);
    visit_go(v, way_back(v, visit_field(v, "den")));
    return true;
}

static bool run_out(struct visit *v, struct err *err)
{
    (void)err;
    session_end(site_sessions(v->site), http_cookie(v->request->cookie, STR("dieuhanh")));
    v->answer.set_cookie = cookie_of(v, STR(""), true);
    visit_go(v, LINK("dang-nhap"));
    return true;
}

#define FIELDS                                                                                                         \
    {                                                                                                                  \
        {"ma", PAGE_WORD, 64},                                                                                         \
        {                                                                                                              \
            "den", PAGE_TEXT, 500                                                                                      \
        }                                                                                                              \
    }
const struct page page_sign_in = {HTTP_GET, "/dang-nhap", NEEDS_ANYONE, FIELDS, run_show};
const struct page page_sign_in_take = {HTTP_POST, "/dang-nhap", NEEDS_ANYONE, FIELDS, run_take};
const struct page page_sign_out = {HTTP_POST, "/dang-xuat", NEEDS_SIGNED_IN, {{0}}, run_out};
