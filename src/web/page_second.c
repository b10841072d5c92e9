/* SPDX-License-Identifier: Apache-2.0
 *
 * page_second: codes by time are set up: a key as text and as QR code, and one code of it to show that the telephone
 * has it; then recovery codes, shown this once.
 */
#include "once.h"
#include "pages.h"
#include "qr_path.h"
#include "totp.h"

static void show(struct visit *v, struct str secret, struct str error)
{
    struct second_view view = {.error = error, .csrf = v->csrf, .secret = secret};
    view.address = totp_address(v->arena, STR("Điều Hành"), v->person.login, secret);
    view.path = qr_path(&view.size, v->arena, view.address);
    frame_fill(&view.head, &view.foot, v, tr_text(v->lang, tr("Cài mã xác thực")), MENU_NONE);
    template_second(&v->answer.body, v->lang, &view);
}

/* A key that waits already is shown again, so that loading the page anew does not change what was scanned. */
static bool run(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct str secret = v->session.pending;
    if (!secret.len && !access_second_begin(&secret, &call, &v->session, err)) return false;
    show(v, secret, STR(""));
    return true;
}

static bool run_take(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct access_codes codes;
    bool right;
    if (!access_second_set(&right, &codes, &call, &v->session, visit_field(v, "so"), err)) return false;
    if (right) {
        once_codes(v, &codes);
        return true;
    }
    v->answer.status = 400;
    show(v, v->session.pending,
         tr_text(v->lang, tr("Mã không đúng. Kiểm tra giờ của điện thoại, rồi nhập mã đang hiện.")));
    return true;
}

const struct page page_second_set = {HTTP_GET, "/toi/ma-xac-thuc", NEEDS_SELF,    {{0}},
                                     run,      .again = true,      .writes = true};
const struct page page_second_set_take = {HTTP_POST, "/toi/ma-xac-thuc", NEEDS_SELF,    {{"so", PAGE_TEXT, 40}},
                                          run_take,  .again = true,      .writes = true};
