/* SPDX-License-Identifier: Apache-2.0
 *
 * page_work: lists of matters by how they stand against their clock, my work, and one matter with its history.
 */
#include "matter_board.h"
#include "pages.h"
#include "rows.h"
#include "unit_rows.h"
#include "verdicts.h"

enum { ROWS_A_PAGE = 50, MINE_MOST = 200, PARTS_MOST = 100 };

static struct link matter_link(struct visit *v, struct matter_id id)
{
    struct buf b = buf_make(20);
    matter_id_write(&b, id);
    return link_path(v->arena, (struct str[]){STR("viec"), kept_text(v, &b)}, 2);
}

static struct matter_row_view row_of(struct visit *v, const struct board_matter *m)
{
    struct buf id = buf_make(20);
    matter_id_write(&id, m->matter.id);
    return (struct matter_row_view){
        .id = kept_text(v, &id),
        .number = m->matter.number,
        .title = m->matter.title,
        .kind = m->kind_name,
        .unit = m->unit_name,
        .person = m->matter.person,
        .due = shown_day(v, m->matter.due_day),
        .state = m->state_name,
        .clock = verdict_of_clock(v, m),
        .at = matter_link(v, m->matter.id),
    };
}

/* Of lists only what the visitor may see is shown. */
static bool add_allowed(struct matter_rows_view *rows, struct visit *v, const struct board_matter *m, struct err *err)
{
    bool may;
    if (!visit_may_matter(&may, v, &m->matter, err)) return false;
    if (may) *vec_push(v->arena, rows) = row_of(v, m);
    return true;
}

/* --- lists */

static const struct {
    struct str word;
    const char *name;
    enum matter_verdict verdict;
    bool all;
} FILTERS[] = {
    {STR_INIT("qua-han"), tr("Quá hạn"), MATTER_LATE, false},
    {STR_INIT("sap-han"), tr("Sắp hạn"), MATTER_SOON, false},
    {STR_INIT("con-han"), tr("Còn hạn"), MATTER_IN_TIME, false},
    {STR_INIT("tam-dung"), tr("Tạm dừng"), MATTER_STANDS, false},
    {STR_INIT("xong"), tr("Xong đúng hạn"), MATTER_ENDED_IN_TIME, false},
    {STR_INIT("xong-tre"), tr("Xong, quá hạn"), MATTER_ENDED_LATE, false},
    {STR_INIT("tat-ca"), tr("Đang làm"), MATTER_IN_TIME, true},
};
enum { FILTER_COUNT = sizeof FILTERS / sizeof *FILTERS };

/* Who may not see the work of all units gets the lists of his own. */
static bool keep_to_units(struct board_wish *wish, struct visit *v, struct err *err)
{
    struct unit_list all;
    struct str_list mine = {0};
    if (visit_may_all(v, MAY_WORK)) return true;
    if (!unit_list(&all, v->db, v->arena, err)) return false;
    for (size_t i = 0; i < all.len; i++) {
        bool may;
        if (!visit_may(&may, v, MAY_WORK, all.at[i].code, STR(""), STR(""), err)) return false;
        if (may) *vec_push(v->arena, &mine) = all.at[i].code;
    }
    wish->filter.by_units = true;
    wish->filter.units = mine.at;
    wish->filter.unit_count = mine.len;
    return true;
}

static bool add_filters(struct work_view *view, struct visit *v, size_t chosen, struct err *err)
{
    struct matter_sums sums;
    struct board_wish wish = {.on = v->today, .every = true};
    if (!keep_to_units(&wish, v, err)) return false;
    if (!matter_sums(&sums, v->db, v->arena, &wish, err)) return false;
    const struct matter_sum *all = sums.len ? &sums.at[sums.len - 1] : NULL;
    for (size_t i = 0; i < FILTER_COUNT; i++) {
        struct str count = FILTERS[i].all || !all ? STR("") : shown_count(v, all->of[FILTERS[i].verdict]);
        struct link at = link_with(v->arena, LINK("viec"), STR("loc"), FILTERS[i].word);
        *vec_push(v->arena, &view->filters) = (struct work_filter_view){tr_text(v->lang, FILTERS[i].name), count, at,
                                                                        i == chosen};
    }
    struct link mine = LINK("viec/cua-toi");
    *vec_push(v->arena, &view->filters) = (struct work_filter_view){tr_text(v->lang, tr("Việc của tôi")), STR(""), mine,
                                                                    chosen == FILTER_COUNT};
    return true;
}

static void finish(struct work_view *view, struct visit *v)
{
    view->page = LINK("viec");
    view->nothing = view->rows.len ? STR("") : tr_text(v->lang, tr("Không có việc nào như vậy."));
    frame_fill(&view->head, &view->foot, v, view->title, MENU_WORK);
    template_work(&v->answer.body, v->lang, view);
}

static bool run_list(struct visit *v, struct err *err)
{
    struct work_view view = {.title = tr_text(v->lang, tr("Việc")), .words = visit_field(v, "q")};
    struct board_wish wish = {.on = v->today};
    struct matter_board board;
    size_t chosen = FILTER_COUNT - 1;
    uint64_t after = 0;
    for (size_t i = 0; i < FILTER_COUNT; i++)
        if (str_eq(visit_field(v, "loc"), FILTERS[i].word)) chosen = i;
    wish.by_verdict = !FILTERS[chosen].all;
    wish.verdict = FILTERS[chosen].verdict;
    wish.filter.words = view.words;
    wish.filter.most = ROWS_A_PAGE;
    (void)str_to_u64(&after, visit_field(v, "sau"), UINT32_MAX);
    wish.filter.after.n = (uint32_t)after;
    if (!keep_to_units(&wish, v, err) || !matter_board(&board, v->db, v->arena, &wish, err) ||
        !add_filters(&view, v, chosen, err))
        return false;
    for (size_t i = 0; i < board.len; i++)
        if (!add_allowed(&view.rows, v, &board.at[i], err)) return false;
    if (board.more && board.len) {
        struct buf last = buf_make(20);
        buf_u64(&last, board.at[board.len - 1].matter.id.n);
        struct link l = link_with(v->arena, LINK("viec"), STR("loc"), FILTERS[chosen].word);
        l = link_with(v->arena, l, STR("q"), view.words);
        view.more = link_with(v->arena, l, STR("sau"), kept_text(v, &last));
    }
    finish(&view, v);
    return true;
}

static bool run_mine(struct visit *v, struct err *err)
{
    struct work_view view = {.title = tr_text(v->lang, tr("Việc của tôi"))};
    struct str person = visit_field(v, "nguoi").len ? visit_field(v, "nguoi") : v->person.login;
    struct mine_wish wish = {.person = person, .asked = {.on = v->today}, .most = MINE_MOST};
    struct mine_board board;
    if (!matter_mine(&board, v->db, v->arena, &wish, err) || !add_filters(&view, v, FILTER_COUNT, err)) return false;
    for (size_t i = 0; i < board.len; i++)
        if (!add_allowed(&view.rows, v, &board.at[i].row, err)) return false;
    finish(&view, v);
    return true;
}

/* --- one matter */

static void add_fact(struct matter_view *view, struct visit *v, const char *name, struct str value)
{
    if (value.len) *vec_push(v->arena, &view->facts) = (struct named_view){tr_text(v->lang, name), value};
}

/* A value of a field as people write it. */
static struct str field_shown(struct visit *v, const struct kind_field *f, struct str kept)
{
    struct decimal number;
    struct date day;
    bool money = f->type == MATTER_FIELD_MONEY;
    if (f->type == MATTER_FIELD_FLAG) return tr_text(v->lang, str_eq(kept, STR("yes")) ? tr("có") : tr("không"));
    if ((f->type == MATTER_FIELD_DAY || f->type == MATTER_FIELD_MOMENT) && date_read(&day, str_part(kept, 0, 10))) {
        struct str hour = str_trim(str_from(kept, 11));
        return hour.len ? said_text(v, tr("{1} lúc {2}"), shown_day(v, day), hour) : shown_day(v, day);
    }
    if ((money || f->type == MATTER_FIELD_NUMBER) && decimal_read(&number, kept)) {
        struct buf b = buf_make(100);
        number_write(&b, number, v->lang);
        if (money) buf_put(&b, tr_text(v->lang, tr(" đồng")));
        return kept_text(v, &b);
    }
    return kept;
}

static void add_facts(struct matter_view *view, struct visit *v, const struct board_matter *m,
                      const struct matter_kind *kind)
{
    const struct kept_matter *k = &m->matter;
    add_fact(view, v, tr("Chủ trì"), m->unit_name);
    add_fact(view, v, tr("Người thực hiện"), k->person);
    add_fact(view, v, tr("Người giao"), k->giver);
    add_fact(view, v, tr("Người theo dõi"), k->follower);
    add_fact(view, v, tr("Văn bản giao"), k->document);
    add_fact(view, v, tr("Điểm, khoản"), k->clause);
    add_fact(view, v, tr("Ngày giao"), shown_day(v, k->opened));
    add_fact(view, v, tr("Hạn gốc"), shown_day(v, k->first_due));
    add_fact(view, v, tr("Hạn hiện nay"), shown_day(v, k->due_day));
    add_fact(view, v, tr("Ngày kết thúc"), shown_day(v, k->ended));
    for (size_t i = 0; i < kind->field_count; i++) {
        const struct name_value *value = name_value_find(&k->fields, kind->fields[i].word);
        if (value)
            *vec_push(v->arena, &view->facts) = (struct named_view){kind->fields[i].name,
                                                                    field_shown(v, &kind->fields[i], value->value)};
    }
}

static const char *event_name(enum matter_event_kind k)
{
    switch (k) {
    case MATTER_EVENT_OPEN: return tr("giao việc");
    case MATTER_EVENT_MOVE: return tr("chuyển bước");
    case MATTER_EVENT_ASSIGN: return tr("phân công");
    case MATTER_EVENT_DUE: return tr("đổi hạn");
    case MATTER_EVENT_EDIT: return tr("sửa");
    case MATTER_EVENT_ATTACH: return tr("đính kèm");
    case MATTER_EVENT_NOTE: return tr("ghi chú");
    case MATTER_EVENT_RECKON: return tr("tính lại hạn");
    case MATTER_EVENT_CHASE: return tr("đôn đốc");
    case MATTER_EVENT_ENTER: return tr("vào sổ từ danh sách");
    case MATTER_EVENT_KINDS: break;
    }
    return "";
}

/* Newest first. */
static void add_events(struct matter_view *view, struct visit *v, const struct kept_events *events,
                       const struct matter_kind *kind)
{
    for (size_t i = events->len; i-- > 0;) {
        const struct kept_event *e = &events->at[i];
        const struct kind_move *move = kind_move_find(kind, e->move);
        *vec_push(v->arena, &view->events) = (struct event_view){
            .day = shown_day(v, e->day),
            .what = move ? move->name : tr_text(v->lang, event_name(e->kind)),
            .who = e->who,
            .note = e->note,
            .entry = shown_count(v, (uint64_t)e->entry),
        };
    }
}

/* A field of the kind that a move asks for; the form has room for two. */
static void add_needed(struct move_view *move, struct visit *v, const struct matter_kind *kind, struct str need)
{
    static const struct str FIELDS[] = {STR_INIT("truong1"), STR_INIT("truong2")},
                            VALUES[] = {STR_INIT("gia-tri1"), STR_INIT("gia-tri2")};
    const struct kind_field *f = kind_field_find(kind, need);
    size_t n = move->fields.len;
    if (f && n < 2)
        *vec_push(v->arena, &move->fields) = (struct move_field_view){f->word, f->name, FIELDS[n], VALUES[n]};
}

static void add_moves(struct matter_view *view, struct visit *v, const struct matter_kind *kind,
                      const struct kept_matter *m)
{
    for (size_t i = 0; i < kind->move_count; i++) {
        const struct kind_move *move = &kind->moves[i];
        struct move_view one = {.word = move->word, .name = move->name, .note = true};
        if (!word_list_has(move->from, m->state)) continue;
        for (size_t k = 0; k < move->needs.len; k++) {
            struct str need = move->needs.at[k];
            one.person |= str_eq(need, STR("person"));
            one.due |= str_eq(need, STR("due"));
            add_needed(&one, v, kind, need);
        }
        *vec_push(v->arena, &view->moves) = one;
    }
}

static bool add_acts(struct matter_view *view, struct visit *v, const struct matter_kind *kind,
                     const struct kept_matter *m, struct err *err)
{
    if (!visit_may(&view->may_assign, v, MAY_ASSIGN, m->unit, STR(""), m->kind, err)) return false;
    view->may_write = !v->by_token;
    view->may_extend = kind->may_extend && !matter_group_ended(m->group);
    add_moves(view, v, kind, m);
    return true;
}

static bool run_matter(struct visit *v, struct err *err)
{
    struct matter_view view = {0};
    struct kept_matter m;
    struct board_matter row;
    struct matter_kind kind;
    struct kept_events events;
    struct matter_list parts;
    uint64_t id = 0;
    bool named = str_starts(v->parts[0], STR("M")) && str_to_u64(&id, str_from(v->parts[0], 1), UINT32_MAX);
    if (!named) return fail(err, ERR_PAGE_MISSING, v->request->path);
    if (!matter_load(&m, v->db, v->arena, (struct matter_id){(uint32_t)id}, err) ||
        !board_matter(&row, v->db, v->arena, &m, v->today, err) ||
        !kind_load(&kind, v->db, v->db, v->arena, m.kind, m.version, err) ||
        !matter_events(&events, v->db, v->arena, m.id, err) ||
        !matter_children(&parts, v->db, v->arena, m.id, PARTS_MOST, err))
        return false;
    view.row = row_of(v, &row);
    if (kind.petition.apart && !visit_look(v, view.row.id, err)) return false;
    add_facts(&view, v, &row, &kind);
    add_events(&view, v, &events, &kind);
    for (size_t i = 0; i < parts.len; i++) {
        struct board_matter part;
        if (!board_matter(&part, v->db, v->arena, &parts.at[i], v->today, err)) return false;
        if (!add_allowed(&view.parts, v, &part, err)) return false;
    }
    if (!add_acts(&view, v, &kind, &m, err)) return false;
    frame_fill(&view.head, &view.foot, v, m.title, MENU_WORK);
    template_matter(&v->answer.body, v->lang, &view);
    return true;
}

const struct page page_work = {
    HTTP_GET,        "/viec",
    NEEDS_SIGNED_IN, {{"loc", PAGE_WORD, 20}, {"q", PAGE_TEXT, 200}, {"sau", PAGE_NUMBER, 10}},
    run_list,        .right = MAY_WORK};
const struct page page_my_work = {HTTP_GET, "/viec/cua-toi",  NEEDS_SIGNED_IN, {{"nguoi", PAGE_TEXT, 200}},
                                  run_mine, .right = MAY_WORK};
const struct page page_matter = {HTTP_GET,   "/viec/{id}",      NEEDS_SIGNED_IN,      {{0}},
                                 run_matter, .right = MAY_WORK, .about = ABOUT_MATTER};
