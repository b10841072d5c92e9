/* SPDX-License-Identifier: Apache-2.0
 *
 * serve: one request from its page to its answer. What goes wrong on the way becomes a page too, with what happened and
 * what to do, and never says more to a stranger than that he has to sign in.
 */
#include "frame.h"
#include "page.h"
#include "sha256.h"

static void answer_problem(struct visit *v, unsigned status, struct str what, struct str hint)
{
    struct problem_view view = {.title = what, .hint = hint};
    buf_clear(&v->answer.body);
    v->answer.status = status;
    frame_fill(&view.head, &view.foot, v, what, MENU_NONE);
    template_problem(&v->answer.body, v->lang, &view);
    v->answer.type = STR("text/html; charset=utf-8");
    v->answer.forever = false;
}

/* What is not there, or was asked in a wrong way; all else is ours (500). */
static const struct {
    enum err_code code;
    unsigned status;
} STATUS[] = {
    {ERR_PAGE_MISSING, 404},     {ERR_ANSWER_UNKNOWN, 404}, {ERR_FIGURE_MISSING, 404},    {ERR_STATEMENT_MISSING, 404},
    {ERR_DOCUMENT_MISSING, 404}, {ERR_ENTRY_MISSING, 404}, {ERR_MATTER_MISSING, 404}, {ERR_INDICATOR_UNKNOWN, 404}, {ERR_UNIT_UNKNOWN, 404},
    {ERR_UNIT_NONE, 404},        {ERR_UNIT_NEAR, 404},      {ERR_UNIT_SILENT, 404},       {ERR_PERIOD_UNKNOWN, 400},
    {ERR_PAGE_FIELD, 400},       {ERR_UNIT_MANY, 400},      {ERR_UNIT_OTHER_DAY, 400},    {ERR_SEARCH_EMPTY, 400},
    {ERR_PAGE_FOREIGN, 403},     {ERR_PAGE_METHOD, 405},    {ERR_RECORD_LOCKED, 503},     {ERR_RECORD_GONE, 503},
    {ERR_RECORD_SERVER, 503},
};

static unsigned status_of(enum err_code code)
{
    for (size_t i = 0; i < sizeof STATUS / sizeof *STATUS; i++)
        if (STATUS[i].code == code) return STATUS[i].status;
    return 500;
}

static void answer_err(struct visit *v, const struct err *err)
{
    struct buf what = buf_make(4000), hint = buf_make(4000);
    err_write(&what, err, v->lang);
    err_write_hint(&hint, err, v->lang);
    answer_problem(v, status_of(err->code), str_copy(v->arena, buf_str(&what)), str_copy(v->arena, buf_str(&hint)));
    buf_free(&what);
    buf_free(&hint);
}

/* --- what the table says */

static bool is_word(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        char c = s.ptr[i];
        bool good = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                    c == '_' || c == '-';
        if (!good) return false;
    }
    return true;
}

static bool field_is_good(const struct page_field *f, struct str value)
{
    uint64_t n;
    if (value.len > f->most) return false;
    switch (f->type) {
    case PAGE_TEXT: return true;
    case PAGE_WORD: return is_word(value);
    case PAGE_NUMBER: return !value.len || str_to_u64(&n, value, UINT32_MAX);
    }
    return false;
}

static const struct http_values *fields_of(const struct visit *v)
{
    return v->request->method == HTTP_POST ? &v->request->form : &v->request->query;
}

struct str visit_field(const struct visit *v, const char *name)
{
    for (const struct page_field *f = v->page->fields; f < v->page->fields + PAGE_FIELDS && f->name; f++)
        if (str_eq(str_of(f->name), str_of(name))) return http_value_of(fields_of(v), str_of(name));
    return STR("");
}

static bool check_fields(const struct visit *v, struct err *err)
{
    for (const struct page_field *f = v->page->fields; f < v->page->fields + PAGE_FIELDS && f->name; f++) {
        struct str value = http_value_of(fields_of(v), str_of(f->name));
        if (!field_is_good(f, value)) return fail(err, ERR_PAGE_FIELD, str_of(f->name), value);
    }
    return true;
}

/* "http://host:port" is of this site when it ends with the Host of the request. */
static bool is_own_origin(struct str origin, struct str host)
{
    struct str_cut c = str_cut(origin, STR("://"));
    return c.found && host.len && str_eq(c.tail, host);
}

static bool check_form(const struct visit *v, struct err *err)
{
    if (v->request->method != HTTP_POST) return true;
    if (v->request->origin.len && !is_own_origin(v->request->origin, v->request->host))
        return fail(err, ERR_PAGE_FOREIGN);
    if (!v->signed_in) return true;
    struct str csrf = http_value_of(&v->request->form, STR("csrf"));
    return session_same(csrf, v->session.csrf) || fail(err, ERR_PAGE_FOREIGN);
}

void visit_go(struct visit *v, struct link to)
{
    v->answer.status = 303;
    v->answer.location = to.text;
}

static void send_to_sign_in(struct visit *v)
{
    struct link back = link_with(v->arena, LINK("dang-nhap"), STR("den"), v->request->path);
    visit_go(v, back);
}

/* --- the way */

static struct str etag_of(struct arena *a, struct str body)
{
    struct digest_text hex = digest_text(sha256_of(body));
    struct buf b = buf_make(100);
    buf_char(&b, '"');
    buf_put(&b, str_part(digest_str(&hex), 0, 32));
    buf_char(&b, '"');
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool passes(enum err_code code)
{
    return code == ERR_RECORD_GONE || code == ERR_RECORD_SERVER || code == ERR_RECORD_IO;
}

static void run_page(struct visit *v)
{
    struct site_reader *reader;
    struct err err = {0};
    if (!check_form(v, &err) || !check_fields(v, &err) || !site_take(&reader, &v->db, v->site, &err)) {
        answer_err(v, &err);
        return;
    }
    bool good = v->page->run(v, &err), broken = !good && passes(err.code);
    if (!good) {
        db_rollback(v->db);
        if (broken) v->db = NULL; /* nothing more is asked of it */
        answer_err(v, &err);
    }
    site_give(v->site, reader, broken);
    v->db = NULL; /* it is another's from here on */
}

static void answer_missing(struct visit *v, bool other)
{
    struct err err = {0};
    (void)(other ? fail(&err, ERR_PAGE_METHOD) : fail(&err, ERR_PAGE_MISSING, v->request->path));
    answer_err(v, &err);
}

void page_serve(struct visit *v)
{
    bool other;
    struct str cookie = http_cookie(v->request->cookie, STR("dieuhanh"));
    v->answer.status = 200;
    v->answer.type = STR("text/html; charset=utf-8");
    v->page = page_find(v->parts, &other, v->request->method, v->request->path);
    v->signed_in = cookie.len && session_find(&v->session, site_sessions(v->site), v->arena, cookie, v->now);
    if (!v->page ? !v->signed_in : v->page->needs == NEEDS_SIGNED_IN && !v->signed_in)
        send_to_sign_in(v);
    else if (!v->page)
        answer_missing(v, other);
    else
        run_page(v);
    if (v->answer.status != 200 || v->request->method == HTTP_POST) return;
    if (!v->answer.etag.len) v->answer.etag = etag_of(v->arena, buf_str(&v->answer.body));
    if (http_etag_matches(v->request->if_none_match, v->answer.etag)) {
        v->answer.status = 304;
        buf_clear(&v->answer.body);
    }
}
