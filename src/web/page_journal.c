/* SPDX-License-Identifier: Apache-2.0
 *
 * page_journal: the journal, the newest first, and one entry whole.
 */
#include "journal.h"
#include "listing.h"
#include "pages.h"

enum { ENTRIES_A_PAGE = 100 };

static struct link entry_link(struct visit *v, int64_t seq)
{
    struct buf b = buf_make(30);
    buf_format(&b, "%lld", (long long)seq);
    return link_path(v->arena, (struct str[]){STR("nhat-ky"), kept_text(v, &b)}, 2);
}

static struct str number_of(struct visit *v, int64_t seq)
{
    return shown_count(v, (uint64_t)seq);
}

/* The last entry to be shown: the one that is asked for, or the last there is. */
static bool last_entry(int64_t *last, struct visit *v, struct err *err)
{
    struct checkpoint head;
    uint64_t asked;
    if (!journal_head(&head, v->db, err)) return false;
    *last = (int64_t)head.size;
    if (str_to_u64(&asked, visit_field(v, "den"), UINT32_MAX) && (int64_t)asked < *last) *last = (int64_t)asked;
    return true;
}

static bool run_list(struct visit *v, struct err *err)
{
    struct listing l = listing_begin(v, tr_text(v->lang, tr("Nhật ký")), MENU_MORE);
    int64_t last;
    if (!last_entry(&last, v, err)) return false;
    int64_t first = last > ENTRIES_A_PAGE ? last - ENTRIES_A_PAGE + 1 : 1;
    l.view.about = tr_text(v->lang, tr("Mỗi thay đổi là một mục, không mục nào sửa hay xóa được. Kiểm toàn bộ: "
                                       "«dieuhanh verify»."));
    struct table_view *t = listing_table(&l, tr("Các mục, mới nhất trước"));
    listing_head(&l, t, tr("Số"), true);
    listing_head(&l, t, tr("Lúc"), false);
    listing_head(&l, t, tr("Ai"), false);
    listing_head(&l, t, tr("Làm gì"), false);
    for (int64_t seq = last; seq >= first; seq--) {
        struct journal_entry e;
        if (!journal_load(&e, v->db, v->arena, seq, err)) return false;
        listing_row(&l, t);
        listing_cell(&l, t, number_of(v, seq), entry_link(v, seq));
        listing_cell(&l, t, shown_time(v, e.time), (struct link){0});
        listing_cell(&l, t, e.who, (struct link){0});
        listing_cell(&l, t, e.kind, (struct link){0});
    }
    if (first > 1) {
        struct buf b = buf_make(30);
        buf_format(&b, "%lld", (long long)(first - 1));
        l.view.more = link_with(v->arena, LINK("nhat-ky"), STR("den"), kept_text(v, &b));
    }
    listing_done(&l);
    return true;
}

static bool run_entry(struct visit *v, struct err *err)
{
    struct journal_entry e;
    uint64_t seq;
    if (!str_to_u64(&seq, v->parts[0], UINT32_MAX) || !seq) return fail(err, ERR_PAGE_MISSING, v->request->path);
    if (!journal_load(&e, v->db, v->arena, (int64_t)seq, err)) return false;
    struct listing l = listing_begin(v, said_text(v, tr("Mục {1} của nhật ký"), number_of(v, e.seq), STR("")),
                                     MENU_MORE);
    listing_fact(&l, tr("Lúc"), shown_time(v, e.time));
    listing_fact(&l, tr("Ai"), e.who);
    listing_fact(&l, tr("Làm gì"), e.kind);
    listing_fact(&l, tr("Nội dung như đã ký"), e.payload);
    if (seq > 1) listing_tab(&l, tr_text(v->lang, tr("Mục trước")), entry_link(v, e.seq - 1), false);
    listing_tab(&l, tr_text(v->lang, tr("Cả nhật ký")), LINK("nhat-ky"), false);
    listing_done(&l);
    return true;
}

const struct page page_journal = {HTTP_GET, "/nhat-ky",           NEEDS_SIGNED_IN,     {{"den", PAGE_NUMBER, 20}},
                                  run_list, .right = MAY_JOURNAL, .about = ABOUT_WHOLE};
const struct page page_entry = {HTTP_GET,  "/nhat-ky/{entry}",   NEEDS_SIGNED_IN,     {{0}},
                                run_entry, .right = MAY_JOURNAL, .about = ABOUT_WHOLE};
