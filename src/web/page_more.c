/* SPDX-License-Identifier: Apache-2.0
 *
 * page_more: the second level of the menu as a page, each room with a sentence of what is in it.
 */
#include "listing.h"
#include "pages.h"

static const struct {
    const char *name, *about;
    struct link at;
} ROOMS[] = {
    {tr("So sánh"), tr("các đơn vị cạnh nhau, xếp hạng"), {STR_INIT("/so-sanh")}},
    {tr("Bản đồ"), tr("các đơn vị trên bản đồ, địa giới mới và cũ"), {STR_INIT("/ban-do")}},
    {tr("Chương trình nhiệm kỳ"),
     tr("nghị quyết, chương trình, đề án và bao nhiêu chỉ tiêu đã đạt"),
     {STR_INIT("/chuong-trinh")}},
    {tr("Dự án"), tr("đầu tư công: vốn, giải ngân, giai đoạn, vướng mắc"), {STR_INIT("/du-an")}},
    {tr("Tờ họp"), tr("những gì lệch hướng, để đưa vào chương trình họp"), {STR_INIT("/to-hop")}},
    {tr("Đơn vị"), tr("các đơn vị có số liệu, đơn vị cũ và đơn vị mới"), {STR_INIT("/don-vi")}},
    {tr("Tài khoản của tôi"), tr("mật khẩu, mã xác thực, phiên làm việc, ủy quyền"), {STR_INIT("/toi")}},
    {tr("Nhật ký"), tr("mọi thay đổi của kho, ai ghi, lúc nào"), {STR_INIT("/nhat-ky")}},
};

static bool run(struct visit *v, struct err *err)
{
    (void)err;
    struct listing l = listing_begin(v, tr_text(v->lang, tr("Thêm")), MENU_MORE);
    struct table_view *t = listing_table(&l, tr("Các phần khác"));
    listing_head(&l, t, tr("Phần"), false);
    listing_head(&l, t, tr("Có gì"), false);
    for (size_t i = 0; i < sizeof ROOMS / sizeof *ROOMS; i++) {
        listing_row(&l, t);
        listing_cell(&l, t, tr_text(v->lang, ROOMS[i].name), ROOMS[i].at);
        listing_cell(&l, t, tr_text(v->lang, ROOMS[i].about), (struct link){0});
    }
    listing_done(&l);
    return true;
}

const struct page page_more = {HTTP_GET, "/them", NEEDS_SIGNED_IN, {{0}}, run};
