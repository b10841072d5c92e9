/* SPDX-License-Identifier: Apache-2.0
 *
 * page_judge: what a person decides on a document that was read: a figure is accepted, accepted with what the reader
 * could not complete, or rejected with a reason; or all that is clear is accepted by rule, as `dieuhanh accept` does.
 * The answer leads back to the place in the document.
 */
#include "accept.h"
#include "document_rows.h"
#include "frame.h"
#include "pages.h"
#include "statement_rows.h"

static struct link back_to(struct visit *v, struct str place)
{
    struct link page = link_path(v->arena, (struct str[]){STR("van-ban"), v->parts[0]}, 2);
    return place.len ? link_place(v->arena, page, place) : page;
}

/* A statement of this document; one of another is not there. */
static bool statement_here(struct statement_id *out, struct visit *v, struct document_id document, struct err *err)
{
    struct kept_statement s;
    struct str typed = visit_field(v, "cau");
    if (!statement_id_read(out, typed)) return fail(err, ERR_STATEMENT_MISSING, typed);
    if (!statement_load(&s, v->db, v->arena, *out, err)) return false;
    return s.document.n == document.n || fail(err, ERR_STATEMENT_MISSING, typed);
}

static bool accept_one(struct visit *v, const struct author *author, struct statement_id id, struct err *err)
{
    struct accept_result done;
    struct accept_choice choice = {.indicator = visit_field(v, "chi-tieu"), .unit = visit_field(v, "noi")};
    struct str period = visit_field(v, "ky");
    if (period.len && !period_read(&choice.period, period)) return fail(err, ERR_PERIOD_UNKNOWN, period);
    return accept_statements(&done, v->db, v->arena, author, &id, 1, &choice, err);
}

static bool run(struct visit *v, struct err *err)
{
    struct access_call call = visit_access(v);
    struct document_id document;
    struct statement_id id;
    struct str act = visit_field(v, "viec");
    size_t count;
    if (!document_id_read(&document, v->parts[0])) return fail(err, ERR_PAGE_MISSING, v->request->path);
    if (str_eq(act, STR("nhan-ro"))) {
        struct left_list left = {0};
        visit_go(v, back_to(v, STR("")));
        return accept_document(&count, &left, v->db, v->arena, call.author, document, ACCEPT_LOCKED_NOT, err);
    }
    if (!statement_here(&id, v, document, err)) return false;
    visit_go(v, back_to(v, visit_field(v, "cau")));
    if (str_eq(act, STR("nhan"))) return accept_one(v, call.author, id, err);
    if (str_eq(act, STR("bo")))
        return reject_statements(&count, v->db, v->arena, call.author, &id, 1, visit_field(v, "ly-do"), err);
    return fail(err, ERR_PAGE_FIELD, STR("viec"), act);
}

const struct page page_judge = {HTTP_POST,
                                "/van-ban/{id}",
                                NEEDS_SIGNED_IN,
                                {{"viec", PAGE_WORD, 20},
                                 {"cau", PAGE_WORD, 20},
                                 {"chi-tieu", PAGE_TEXT, 100},
                                 {"noi", PAGE_TEXT, 200},
                                 {"ky", PAGE_WORD, 40},
                                 {"ly-do", PAGE_TEXT, 2000}},
                                run,
                                .right = MAY_ACCEPT,
                                .about = ABOUT_DOCUMENT,
                                .writes = true};
