/* SPDX-License-Identifier: Apache-2.0
 *
 * server: see server.h. The library calls `handle` several times for one request: first with nothing but the head (the
 * gate looks at it), then with pieces of the body, then with none left, and then it is answered.
 *
 * Invariants: a form is at most FORM_MOST bytes; an arena a request, closed by `completed`, also when the other side
 * went away in the middle.
 */
#include "server.h"

#include "gate.h"
#include "page.h"
#include "text.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <string.h>
#include <unistd.h>

enum { FORM_MOST = 1 << 20, PAGE_MOST = 16 << 20, FORM_FIELDS = 200, IDLE_SECONDS = 60, STACK = 4 << 20 };

struct server {
    struct arena *arena; /* it lies in it */
    struct site *site;
    struct MHD_Daemon *daemon;
    uint16_t port;
};

/* A request while it comes in. */
struct incoming {
    struct arena *arena;
    struct http_request request;
    struct buf body;
    struct gate gate;
    unsigned refused; /* status; 0: it may go on */
};

static const struct {
    const char *name, *value;
} HEADERS[] = {
    {"Content-Security-Policy",
     "default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'; font-src 'self'; "
     "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "same-origin"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Permissions-Policy", "camera=(), geolocation=(), microphone=()"},
};

/* --- coming in */

static bool keep_text(struct str *out, struct incoming *in, struct str raw)
{
    struct text text;
    struct err err;
    if (!text_make(&text, in->arena, raw, &err)) return false;
    *out = str_copy(in->arena, text.inside);
    return true;
}

static void keep_header(struct incoming *in, const char *name, struct str value)
{
    const struct {
        const char *name;
        struct str *to;
    } kept[] = {{"Cookie", &in->request.cookie},
                {"Host", &in->request.host},
                {"Origin", &in->request.origin},
                {"If-None-Match", &in->request.if_none_match},
                {"Accept", &in->request.accept},
                {"Accept-Language", &in->request.language},
                {"Authorization", &in->request.authorization},
                {"User-Agent", &in->request.agent},
                {"X-Forwarded-For", &in->request.forwarded}};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (!strcasecmp(name, kept[i].name) && !keep_text(kept[i].to, in, value)) in->gate.bad = true;
}

static enum MHD_Result take_header(void *self, enum MHD_ValueKind kind, const char *name, const char *value)
{
    struct incoming *in = self;
    (void)kind;
    gate_header(&in->gate, str_of(name), str_of(value));
    keep_header(in, name, str_of(value));
    return MHD_YES;
}

static bool read_method(enum http_method *out, const char *method)
{
    static const char *const NAMES[] = {"GET", "HEAD", "POST"};
    for (int i = 0; i < HTTP_METHODS; i++)
        if (!strcmp(method, NAMES[i])) {
            *out = (enum http_method)i;
            return true;
        }
    return false;
}

/* The path and the query as they came: the library would decode them, and then "%2F" and "/" were one. */
static void *begin(void *self, const char *uri, struct MHD_Connection *connection)
{
    struct arena *own = arena_make(SIZE_MAX);
    struct incoming *in = arena_new(own, struct incoming);
    (void)self;
    (void)connection;
    in->arena = own;
    in->body = buf_make(FORM_MOST);
    in->request.path = str_copy(in->arena, str_of(uri));
    return in;
}

static void read_head(struct incoming *in, struct MHD_Connection *connection, const char *method)
{
    struct str_cut uri = str_cut(in->request.path, STR("?"));
    struct str path;
    MHD_get_connection_values(connection, MHD_HEADER_KIND, take_header, in);
    if (!gate_lets_in(&in->gate, in->request.path))
        in->refused = 400;
    else if (!read_method(&in->request.method, method))
        in->refused = 405;
    else if (!link_decode(&path, in->arena, uri.head, false) || !keep_text(&in->request.path, in, path) ||
             !http_values_read(&in->request.query, in->arena, uri.tail, FORM_FIELDS))
        in->refused = 400;
}

static void completed(void *self, struct MHD_Connection *connection, void **state, enum MHD_RequestTerminationCode why)
{
    struct incoming *in = *state;
    (void)self;
    (void)connection;
    (void)why;
    *state = NULL;
    if (!in) return;
    buf_free(&in->body);
    arena_close(in->arena); /* with what stands here */
}

/* --- going out */

static void put_header(struct MHD_Response *r, const char *name, struct arena *a, struct str value)
{
    if (value.len) MHD_add_response_header(r, name, str_copy_z(a, value));
}

static enum MHD_Result send_answer(struct MHD_Connection *connection, struct arena *arena, struct http_answer *answer)
{
    struct buf *b = &answer->body;
    static char nothing[1];
    bool held = b->ptr != NULL; /* its memory becomes the library's */
    struct MHD_Response *r = MHD_create_response_from_buffer(b->len, held ? b->ptr : nothing,
                                                             held ? MHD_RESPMEM_MUST_FREE : MHD_RESPMEM_PERSISTENT);
    if (!r) return MHD_NO;
    *b = buf_make(0);
    if (answer->status != 304) put_header(r, "Content-Type", arena, answer->type);
    put_header(r, "Location", arena, answer->location);
    put_header(r, "Set-Cookie", arena, answer->set_cookie);
    put_header(r, "ETag", arena, answer->etag);
    put_header(r, "Cache-Control", arena,
               answer->forever    ? STR("public, max-age=31536000, immutable")
               : answer->etag.len ? STR("private, no-cache")
                                  : STR("no-store"));
    put_header(r, "Vary", arena, answer->forever ? STR("") : STR("Cookie, Accept-Language"));
    for (size_t i = 0; i < sizeof HEADERS / sizeof *HEADERS; i++)
        MHD_add_response_header(r, HEADERS[i].name, HEADERS[i].value);
    enum MHD_Result queued = MHD_queue_response(connection, answer->status, r);
    MHD_destroy_response(r);
    return queued;
}

/* What is wrong with the request itself is told in one line: who sends such is no browser. */
static enum MHD_Result refuse(struct MHD_Connection *connection, struct incoming *in)
{
    struct http_answer answer = {
        .status = in->refused, .type = STR("text/plain; charset=utf-8"), .body = buf_make(200)};
    buf_put(&answer.body, in->refused == 405   ? STR("405: không nhận phương thức này / method not allowed\n")
                          : in->refused == 413 ? STR("413: biểu gửi lên quá lớn / form too large\n")
                                               : STR("400: yêu cầu không hợp lệ / bad request\n"));
    struct MHD_Response *r = MHD_create_response_from_buffer(answer.body.len, answer.body.ptr, MHD_RESPMEM_MUST_FREE);
    if (!r) return MHD_NO;
    put_header(r, "Content-Type", in->arena, answer.type);
    MHD_add_response_header(r, "Connection", "close");
    enum MHD_Result queued = MHD_queue_response(connection, in->refused, r);
    MHD_destroy_response(r);
    return queued;
}

static enum lang lang_of(const struct http_request *r, enum lang fallback)
{
    struct str chosen = http_cookie(r->cookie, STR("tieng"));
    if (str_eq(chosen, STR("vi"))) return LANG_VI;
    if (str_eq(chosen, STR("en"))) return LANG_EN;
    return fallback;
}

/* Where a request comes from: the socket knows; behind a server with TLS that server, which puts its own word last. */
static struct str address_of(struct server *s, struct MHD_Connection *connection, struct incoming *in)
{
    const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    const struct sockaddr *from = info ? info->client_addr : NULL;
    char text[INET6_ADDRSTRLEN] = "";
    struct str forwarded = in->request.forwarded;
    if (!site_options(s->site)->plain && forwarded.len) {
        for (struct str_cut c; (c = str_cut(forwarded, STR(","))).found;) forwarded = c.tail;
        return str_part(str_trim(forwarded), 0, sizeof text);
    }
    if (from && from->sa_family == AF_INET)
        inet_ntop(AF_INET, &((const struct sockaddr_in *)(const void *)from)->sin_addr, text, sizeof text);
    if (from && from->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)(const void *)from)->sin6_addr, text, sizeof text);
    return str_copy(in->arena, str_of(text));
}

static enum MHD_Result answer(struct server *s, struct MHD_Connection *connection, struct incoming *in)
{
    const struct site_options *o = site_options(s->site);
    struct visit v = {.site = s->site,
                      .request = &in->request,
                      .arena = in->arena,
                      .lang = lang_of(&in->request, o->lang),
                      .now = o->now(),
                      .address = address_of(s, connection, in),
                      .agent = str_part(in->request.agent, 0, 200),
                      .answer.body = buf_make(PAGE_MOST)};
    v.today = date_add_days((struct date){1970, 1, 1}, (int32_t)((v.now + 7 * 3600) / 86400));
    page_serve(&v);
    return send_answer(connection, in->arena, &v.answer);
}

static bool read_form(struct incoming *in)
{
    return http_values_read(&in->request.form, in->arena, buf_str(&in->body), FORM_FIELDS);
}

static enum MHD_Result handle(void *self, struct MHD_Connection *connection, const char *url, const char *method,
                              const char *version, const char *data, size_t *data_size, void **state)
{
    struct incoming *in = *state;
    (void)url;
    (void)version;
    if (!in) return MHD_NO;
    if (!in->request.host.len && !in->refused && !in->gate.hosts) { /* the head alone */
        read_head(in, connection, method);
        return in->refused ? refuse(connection, in) : MHD_YES;
    }
    if (*data_size) {
        buf_put(&in->body, (struct str){data, *data_size});
        *data_size = 0;
        return MHD_YES;
    }
    if (!buf_ok(&in->body))
        in->refused = 413;
    else if (in->request.method == HTTP_POST && !read_form(in))
        in->refused = 400;
    return in->refused ? refuse(connection, in) : answer(self, connection, in);
}

/* --- the daemon */

static bool read_address(struct sockaddr_storage *out, socklen_t *len, bool *six, const struct server_options *o)
{
    char room[64];
    struct sockaddr_in *four = (struct sockaddr_in *)out;
    struct sockaddr_in6 *long_one = (struct sockaddr_in6 *)out;
    *out = (struct sockaddr_storage){0};
    if (o->address.len >= sizeof room) return false;
    memcpy(room, o->address.ptr, o->address.len);
    room[o->address.len] = 0;
    *six = inet_pton(AF_INET6, room, &long_one->sin6_addr) == 1;
    if (*six) {
        long_one->sin6_family = AF_INET6;
        long_one->sin6_port = htons(o->port);
        *len = sizeof *long_one;
        return true;
    }
    four->sin_family = AF_INET;
    four->sin_port = htons(o->port);
    *len = sizeof *four;
    return inet_pton(AF_INET, room, &four->sin_addr) == 1;
}

bool server_start(struct server **out, struct site *site, const struct server_options *o, struct err *err)
{
    struct sockaddr_storage address;
    socklen_t len;
    bool six;
    struct arena *own = arena_make(SIZE_MAX);
    struct server *s = arena_new(own, struct server);
    s->arena = own;
    s->site = site;
    if (!read_address(&address, &len, &six, o)) {
        arena_close(own);
        return fail(err, ERR_SERVER_ADDRESS, o->address);
    }
    unsigned flags = MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL |
                     (six ? MHD_USE_IPv6 : 0u);
    s->daemon = MHD_start_daemon(flags, o->port, NULL, NULL, handle, s, MHD_OPTION_SOCK_ADDR, &address,
                                 MHD_OPTION_URI_LOG_CALLBACK, begin, NULL, MHD_OPTION_NOTIFY_COMPLETED, completed, NULL,
                                 MHD_OPTION_CONNECTION_LIMIT, o->connections, MHD_OPTION_CONNECTION_TIMEOUT,
                                 (unsigned)IDLE_SECONDS, MHD_OPTION_THREAD_STACK_SIZE, (size_t)STACK, MHD_OPTION_END);
    if (!s->daemon) {
        arena_close(own);
        return fail(err, ERR_SERVER_LISTEN, o->address);
    }
    const union MHD_DaemonInfo *info = MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_BIND_PORT);
    s->port = info ? info->port : o->port;
    *out = s;
    return true;
}

uint16_t server_port(const struct server *s)
{
    return s->port;
}

void server_stop(struct server *s)
{
    MHD_stop_daemon(s->daemon);
    arena_close(s->arena);
}
