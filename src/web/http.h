/* SPDX-License-Identifier: Apache-2.0
 *
 * http: one request and its answer, as pages see them. Nothing of the HTTP library is here: server.c fills the one and
 * sends the other.
 *
 * Texts of a request are valid UTF-8 in NFC and live in the arena of the visit; what is not, is refused before a page
 * sees it (400).
 */
#ifndef HTTP_H
#define HTTP_H
#include "arena.h"
#include "buf.h"
#include "link.h"

struct http_value {
    struct str name, value;
};
struct http_values {
    VEC_FIELDS(struct http_value);
};
/* The first of a name; "" when there is none. */
struct str http_value_of(const struct http_values *v, struct str name);
/* Whether one of a name is this: boxes that can be ticked. */
bool http_value_has(const struct http_values *v, struct str name, struct str value);

enum http_method { HTTP_GET, HTTP_HEAD, HTTP_POST, HTTP_METHODS };

struct http_request {
    enum http_method method;
    struct str path; /* decoded: "/so/C01/gia-my/2023/value" */
    struct http_values query, form;
    struct str cookie, host, origin, if_none_match, language, accept; /* "" when not sent */
    struct str authorization, agent, forwarded;
};

struct http_answer {
    unsigned status; /* 200 */
    struct str type; /* "text/html; charset=utf-8" */
    struct buf body;
    struct str location;   /* of 303 */
    struct str set_cookie; /* whole, or "" */
    struct str etag;       /* quoted, or "" */
    bool forever;          /* the address names the bytes: may be kept for a year */
};

/* name=value&... as in queries and forms. False: not well formed, not UTF-8, or more than `most`. */
[[nodiscard]] bool http_values_read(struct http_values *out, struct arena *a, struct str text, size_t most);
/* The value of a cookie in a Cookie header; "". */
struct str http_cookie(struct str header, struct str name);
/* Whether the list of If-None-Match holds the tag (weak comparison), or is "*". */
bool http_etag_matches(struct str list, struct str etag);
#endif
