/* SPDX-License-Identifier: Apache-2.0
 *
 * sealed_lists: sealed_cells.h: who has a reading key, what was done with identities, and whether their boxes are
 * all there.
 */
#include "sealed_cells.h"

#include "matter_cells.h"
#include "sealed.h"

/* Of a matter that was shown: how much is sealed and who may see it. */
static bool tell_sealed(struct cli *c, struct str typed, struct err *err)
{
    struct matter_id shown, id;
    struct kept_boxes boxes;
    struct sealed_rights may;
    struct buf names = buf_make(SIZE_MAX);
    bool ok = matter_typed(&shown, c->db, c->arena, typed, err) && sealed_matter(&id, c->db, c->arena, shown, err) &&
              sealed_boxes(&boxes, c->db, c->arena, id, err) && sealed_rights(&may, c->db, c->arena, id, STR(""), err);
    for (size_t i = 0; ok && i < may.len; i++) {
        if (i) buf_put(&names, STR("; "));
        buf_put(&names, may.at[i].person);
    }
    if (ok && boxes.len)
        cli_note(c, tr("{1}: danh tính niêm phong trong {2} hộp; được xem: {3}"), matter_id_shown(c->arena, shown),
                 cli_number(c, boxes.len), buf_str(&names));
    if (ok && !boxes.len) cli_note(c, tr("{1}: chưa niêm phong danh tính nào"), matter_id_shown(c->arena, shown));
    buf_free(&names);
    return ok;
}

bool sealed_run_show(struct cli *c, struct err *err)
{
    if (!matter_run_show(c, err) || !cli_flush(c, err)) return false;
    for (size_t i = 1; i < c->arg_count; i++)
        if (!tell_sealed(c, c->args[i], err)) return false;
    return true;
}

static const struct column READER_COLUMNS[] = {{"person", tr("Người đọc"), 0},
                                               {"public", tr("Khóa công khai"), COLUMN_FIXED},
                                               {"matters", tr("Số đơn"), COLUMN_NUMBER}};

bool sealed_run_readers(struct cli *c, struct err *err)
{
    struct sealed_readers list;
    if (c->arg_count > 1) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (!known_on_open(c, DB_READ, err) || !sealed_readers(&list, c->db, c->arena, STR(""), err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(READER_COLUMNS));
    for (size_t i = 0; i < list.len; i++) {
        struct sealed_rights of;
        struct buf hex = buf_make(SIGNING_PUBLIC_HEX + 1);
        if (!sealed_rights(&of, c->db, c->arena, (struct matter_id){0}, list.at[i].person, err)) return false;
        public_key_write(&hex, list.at[i].public);
        rows_text(r, list.at[i].person);
        rows_text_shown(r, buf_str(&hex), str_part(buf_str(&hex), 0, 16));
        rows_int(r, (int64_t)of.len);
        rows_end(r);
        buf_free(&hex);
    }
    rows_close(r);
    return true;
}

static const struct column LOG_COLUMNS[] = {{"entry", tr("Nhật ký"), COLUMN_NUMBER},
                                            {"time", tr("Lúc"), COLUMN_FIXED},
                                            {"who", tr("Ai ghi"), 0},
                                            {"event", tr("Việc"), 0},
                                            {"matter", tr("Đơn"), COLUMN_FIXED},
                                            {"person", tr("Người"), 0},
                                            {"why", tr("Vì sao từ chối"), 0},
                                            {"note", tr("Lý do"), 0}};

static const char *event_shown(enum sealed_event_kind k)
{
    switch (k) {
    case SEALED_READER: return tr("ghi khóa đọc");
    case SEALED_READER_END: return tr("thôi là người đọc");
    case SEALED_SEAL: return tr("niêm phong");
    case SEALED_ALLOW: return tr("cho xem");
    case SEALED_FORBID: return tr("thôi cho xem");
    case SEALED_LOOK: return tr("đã xem");
    case SEALED_REFUSED: return tr("bị từ chối");
    case SEALED_EVENTS: break;
    }
    return "";
}

static struct str why_shown(const struct cli *c, struct str why)
{
    if (str_eq(why, STR("not_allowed"))) return tr_text(c->lang, tr("không được phép"));
    if (str_eq(why, STR("other_key"))) return tr_text(c->lang, tr("khóa của người khác"));
    if (str_eq(why, STR("no_box"))) return tr_text(c->lang, tr("khóa không mở được hộp"));
    return why;
}

bool sealed_run_access_log(struct cli *c, struct err *err)
{
    struct sealed_events list;
    struct matter_id id = {0};
    if (!known_on_open(c, DB_READ, err) || (c->arg_count > 1 && !sealed_argument(&id, c, 2, err)) ||
        !sealed_events(&list, c->db, c->arena, id, err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(LOG_COLUMNS));
    for (size_t i = 0; i < list.len; i++) {
        const struct sealed_event *e = &list.at[i];
        rows_int(r, e->entry);
        time_cell(r, e->time);
        rows_text(r, e->who);
        if (e->kind == SEALED_REFUSED) rows_style(r, STYLE_BAD);
        rows_text_shown(r, sealed_event_word(e->kind), tr_text(c->lang, event_shown(e->kind)));
        rows_text(r, matter_id_shown(c->arena, e->matter));
        rows_text(r, e->person);
        rows_text_shown(r, e->why, why_shown(c, e->why));
        rows_text(r, e->note);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

static const struct column CHECK_COLUMNS[] = {{"matter", tr("Đơn"), COLUMN_FIXED},
                                              {"box", tr("Hộp"), COLUMN_FIXED},
                                              {"state", tr("Tình trạng"), 0},
                                              {"readers", tr("Số khóa"), COLUMN_NUMBER}};

bool sealed_run_check(struct cli *c, struct err *err)
{
    static const char *const WORDS[] = {"sound", "lost", "changed"};
    static const char *const SHOWN[] = {tr("nguyên vẹn"), tr("mất"), tr("khác với nhật ký")};
    struct sealed_check list;
    struct str folder;
    if (c->arg_count > 1) return fail(err, ERR_ARGUMENTS_MANY, str_of(c->command->name), c->args[1]);
    if (!sealed_folder_of(&folder, c, err) || !known_on_open(c, DB_READ, err) ||
        !sealed_check(&list, c->db, c->arena, folder, err))
        return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(CHECK_COLUMNS));
    for (size_t i = 0; i < list.len; i++) {
        const struct sealed_found *f = &list.at[i];
        rows_text(r, matter_id_shown(c->arena, f->box.matter));
        rows_text_shown(r, f->box.box, str_part(f->box.box, 0, 12));
        if (f->state != SEALED_SOUND) rows_style(r, STYLE_BAD);
        rows_text_shown(r, str_of(WORDS[f->state]), tr_text(c->lang, SHOWN[f->state]));
        if (f->state == SEALED_SOUND)
            rows_int(r, (int64_t)f->readers);
        else
            rows_none(r);
        rows_end(r);
    }
    rows_close(r);
    if (list.of[SEALED_GONE] + list.of[SEALED_CHANGED] > 0) c->status = EXIT_SAYS_NO;
    return true;
}
