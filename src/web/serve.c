/* SPDX-License-Identifier: Apache-2.0
 *
 * serve: one request from its page to its answer. What goes wrong on the way becomes a page too, with what happened and
 * what to do, and never says more to a stranger than that he has to sign in.
 */
#include "frame.h"
#include "page.h"
#include "people.h"
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
    {ERR_PAGE_MISSING, 404},     {ERR_ANSWER_UNKNOWN, 404}, {ERR_FIGURE_MISSING, 404}, {ERR_STATEMENT_MISSING, 404},
    {ERR_DOCUMENT_MISSING, 404}, {ERR_ENTRY_MISSING, 404},  {ERR_MATTER_MISSING, 404}, {ERR_INDICATOR_UNKNOWN, 404},
    {ERR_UNIT_UNKNOWN, 404},     {ERR_UNIT_NONE, 404},      {ERR_UNIT_NEAR, 404},      {ERR_UNIT_SILENT, 404},
    {ERR_PERIOD_UNKNOWN, 400},   {ERR_PAGE_FIELD, 400},     {ERR_UNIT_MANY, 400},      {ERR_UNIT_OTHER_DAY, 400},
    {ERR_SEARCH_EMPTY, 400},     {ERR_PAGE_FOREIGN, 403},   {ERR_PAGE_FORBIDDEN, 403}, {ERR_PAGE_METHOD, 405},
    {ERR_PERSON_MISSING, 404},   {ERR_GRANT_MISSING, 404},  {ERR_PASSWORD_WEAK, 400},  {ERR_PERSON_LAST, 400},
    {ERR_PERSON_EXISTS, 400},    {ERR_PERSON_LOGIN, 400},   {ERR_PERSON_ROLE, 400},    {ERR_PERSON_FIELDS, 400},
    {ERR_PERSON_KINDS, 400},     {ERR_PERSON_DAYS, 400},    {ERR_PERSON_IDLE, 400},    {ERR_GRANT_UNTIL, 400},
    {ERR_GRANT_DELEGATED, 400},  {ERR_GRANT_PEOPLE, 400},   {ERR_PAGE_BUSY, 429},      {ERR_RECORD_LOCKED, 503},
    {ERR_RECORD_GONE, 503},      {ERR_RECORD_SERVER, 503},
};

/* What is wrong with the record or the machine, and not with what was asked. */
static bool is_ours(enum err_code code)
{
    static const enum err_code OURS[] = {ERR_RECORD_BROKEN,    ERR_RECORD_TABLES, ERR_RECORD_IO,
                                         ERR_RECORD_READ_BACK, ERR_RECORD_FULL,   ERR_RECORD_LIBRARY,
                                         ERR_RECORD_READ_ONLY, ERR_RECORD_OPEN};
    for (size_t i = 0; i < sizeof OURS / sizeof *OURS; i++)
        if (OURS[i] == code) return true;
    return false;
}

/* A form whose meaning is refused is 400 whatever the reason; a page that cannot be made is ours. */
static unsigned status_of(const struct visit *v, enum err_code code)
{
    for (size_t i = 0; i < sizeof STATUS / sizeof *STATUS; i++)
        if (STATUS[i].code == code) return STATUS[i].status;
    return v->request->method == HTTP_POST && !is_ours(code) ? 400 : 500;
}

static void answer_err(struct visit *v, const struct err *err)
{
    struct buf what = buf_make(4000), hint = buf_make(4000);
    err_write(&what, err, v->lang);
    err_write_hint(&hint, err, v->lang);
    v->answer.location = STR(""); /* it leads nowhere */
    answer_problem(v, status_of(v, err->code), str_copy(v->arena, buf_str(&what)), str_copy(v->arena, buf_str(&hint)));
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
    struct date day;
    if (value.len > f->most) return false;
    switch (f->type) {
    case PAGE_TEXT:
    case PAGE_SECRET: return true;
    case PAGE_DAY: return !value.len || date_read(&day, value);
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
        if (field_is_good(f, value)) continue;
        return fail(err, ERR_PAGE_FIELD, str_of(f->name), f->type == PAGE_SECRET ? STR("…") : value);
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
    if (!v->session.person.len) return true;
    struct str csrf = http_value_of(&v->request->form, STR("csrf"));
    return access_same(csrf, v->csrf) || fail(err, ERR_PAGE_FOREIGN);
}

void visit_go(struct visit *v, struct link to)
{
    v->answer.status = 303;
    v->answer.location = to.text;
}

/* To a page that asks for something first, and back when it has it. */
static void send_by_way_of(struct visit *v, struct link page)
{
    visit_go(v, link_with(v->arena, page, STR("den"), v->request->path));
}

struct access_call visit_access(struct visit *v)
{
    struct author *author = arena_new(v->arena, struct author);
    *author = (struct author){.who = v->person.login, .now = v->now, .key = site_key(v->site)};
    return (struct access_call){v->db, v->arena, author, v->address, v->agent};
}

bool visit_look(struct visit *v, struct str matter, struct err *err)
{
    struct site_connection *writer;
    struct access_call access = visit_access(v);
    struct people_call call = {.arena = v->arena, .author = access.author};
    if (!site_take(&writer, &call.db, v->site, DB_WRITE, err)) return false;
    bool good = people_looked(&call, v->person.login, matter, err);
    if (!good) db_rollback(call.db);
    site_give(v->site, writer, !good);
    return good;
}

void visit_begin(struct visit *v, struct str cookie)
{
    v->answer.set_cookie = session_cookie(v->arena, cookie, site_options(v->site)->plain);
}

/* --- who asks */

static bool load_person(struct visit *v, struct str login, struct err *err)
{
    return person_load(&v->person, v->db, v->arena, login, err) &&
           person_grants(&v->grants, v->db, v->arena, login, err);
}

/* The last request of a session is written down, by a connection of its own; where that cannot be, a later one will. */
static void touch(struct visit *v)
{
    struct site_connection *writer;
    struct err none = {0};
    struct access_call call = visit_access(v);
    if (!access_is_stale(&v->session, v->now) || !site_take(&writer, &call.db, v->site, DB_WRITE, &none)) return;
    bool good = access_touch(&call, &v->session, &none);
    site_give(v->site, writer, !good);
}

static bool know_session(struct visit *v, struct err *err)
{
    v->cookie = http_cookie(v->request->cookie, STR("dieuhanh"));
    if (!access_find(&v->session, v->db, v->arena, v->cookie, v->now, err)) return false;
    if (!v->session.person.len) return true;
    if (!load_person(v, v->session.person, err)) return false;
    v->csrf = session_csrf(v->arena, v->cookie);
    v->signed_in = v->session.stage == SESSION_WHOLE;
    v->scope = ~0u;
    touch(v);
    return true;
}

static void touch_token(struct visit *v, const struct access_token *t)
{
    enum { OFTEN_ENOUGH = 60 };
    struct site_connection *writer;
    struct err none = {0};
    struct access_call call = visit_access(v);
    if (v->now - t->used < OFTEN_ENOUGH || !site_take(&writer, &call.db, v->site, DB_WRITE, &none)) return;
    bool good = access_token_touch(&call, t, &none);
    site_give(v->site, writer, !good);
}

static bool know_token(struct visit *v, struct str word, struct err *err)
{
    struct access_token token;
    v->by_token = true;
    if (!access_token_find(&token, &v->scope, v->db, v->arena, word, v->now, err)) return false;
    v->signed_in = token.person.len > 0;
    if (!v->signed_in) return true;
    touch_token(v, &token);
    return load_person(v, token.person, err);
}

static bool know(struct visit *v, struct err *err)
{
    struct str_cut bearer = str_cut(v->request->authorization, STR("Bearer "));
    return bearer.found && !bearer.head.len ? know_token(v, str_trim(bearer.tail), err) : know_session(v, err);
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

static void answer_missing(struct visit *v, bool other)
{
    struct err err = {0};
    (void)(other ? fail(&err, ERR_PAGE_METHOD) : fail(&err, ERR_PAGE_MISSING, v->request->path));
    answer_err(v, &err);
}

/* A page that writes gets a connection that can; what was found out about the visitor stays. */
static bool run_page(struct visit *v, struct err *err)
{
    struct site_connection *writer;
    struct db *reader = v->db;
    if (!v->page->writes) return v->page->run(v, err);
    if (!site_take(&writer, &v->db, v->site, DB_WRITE, err)) {
        v->db = reader;
        return false;
    }
    bool good = v->page->run(v, err);
    if (!good) db_rollback(v->db);
    site_give(v->site, writer, !good && passes(err->code));
    v->db = reader;
    return good;
}

/* How far somebody must have come for a page. */
static bool is_far_enough(const struct visit *v)
{
    bool some = v->session.person.len > 0;
    if (!v->page) return v->signed_in;
    switch (v->page->needs) {
    case NEEDS_ANYONE: return true;
    case NEEDS_SECOND: return some && v->session.stage != SESSION_LINK;
    case NEEDS_LINK: return some && v->session.stage != SESSION_SECOND;
    case NEEDS_SELF: return v->signed_in && !v->by_token;
    case NEEDS_SIGNED_IN: return v->signed_in;
    }
    return false;
}

static void send_on_the_way(struct visit *v)
{
    struct err err = {0};
    bool some = v->session.person.len > 0;
    if (v->by_token) {
        (void)fail(&err, ERR_PAGE_FORBIDDEN, STR("token"), STR("token"));
        answer_err(v, &err);
        v->answer.status = 401;
    } else if (some && v->session.stage == SESSION_LINK)
        visit_go(v, LINK("toi/mat-khau"));
    else if (some && v->session.stage == SESSION_SECOND)
        send_by_way_of(v, LINK("dang-nhap/buoc-hai"));
    else
        send_by_way_of(v, LINK("dang-nhap"));
}

/* Who has no password yet has nothing to prove: he came by a link. */
static bool must_prove(bool *out, struct visit *v, struct err *err)
{
    struct access_secret secret;
    *out = v->page->again && v->now - v->session.proved > SESSION_PROVED && v->session.stage == SESSION_WHOLE;
    if (!*out) return true;
    if (!access_secret(&secret, v->db, v->arena, v->person.login, err)) return false;
    *out = secret.password.len > 0;
    return true;
}

static bool serve(struct visit *v, struct err *err)
{
    bool other, prove;
    v->page = page_find(v->parts, &other, v->request->method, v->request->path);
    if (!know(v, err)) return false;
    if (!is_far_enough(v)) {
        send_on_the_way(v);
        return true;
    }
    if (!v->page) {
        answer_missing(v, other);
        return true;
    }
    if (v->by_token && v->request->method == HTTP_POST) return fail(err, ERR_PAGE_FOREIGN);
    if (!check_form(v, err) || !check_fields(v, err) || !page_allows(v, err)) return false;
    if (!must_prove(&prove, v, err)) return false;
    if (!prove) return run_page(v, err);
    send_by_way_of(v, LINK("xac-nhan"));
    return true;
}

static void serve_with_reader(struct visit *v)
{
    struct site_connection *reader;
    struct err err = {0};
    if (!site_take(&reader, &v->db, v->site, DB_READ, &err)) {
        answer_err(v, &err);
        return;
    }
    bool good = serve(v, &err), broken = !good && passes(err.code);
    if (!good) {
        db_rollback(v->db);
        if (broken) v->db = NULL; /* nothing more is asked of it */
        answer_err(v, &err);
    }
    site_give(v->site, reader, broken);
    v->db = NULL; /* it is another's from here on */
}

void page_serve(struct visit *v)
{
    v->answer.status = 200;
    v->answer.type = STR("text/html; charset=utf-8");
    serve_with_reader(v);
    if (v->answer.status != 200 || v->request->method == HTTP_POST) return;
    if (!v->answer.etag.len) v->answer.etag = etag_of(v->arena, buf_str(&v->answer.body));
    if (http_etag_matches(v->request->if_none_match, v->answer.etag)) {
        v->answer.status = 304;
        buf_clear(&v->answer.body);
    }
}
