/* SPDX-License-Identifier: Apache-2.0
 *
 * curl_library: the functions of libcurl that are used, looked up when the first message goes over a network. Linked,
 * the library would bring some thirty others into every start of the program, also where nothing is ever sent.
 *
 * One call does one exchange, by one protocol, with limits, and says how far it came.
 */
#ifndef CURL_LIBRARY_H
#define CURL_LIBRARY_H
#include "arena.h"
#include "outlet.h"

struct exchange {
    struct str url;
    struct str protocols; /* "http,https" */
    struct str body;
    struct str login, secret;      /* of the server; "" */
    struct str mail_from, mail_to; /* of mail; else "" */
    const struct str *headers;     /* of HTTP */
    size_t header_count;
};

struct exchange_end {
    bool done;       /* the library says so */
    long code;       /* the last answer of the server; 0: none */
    bool all_given;  /* the server had the whole body */
    struct str said; /* in words, in the arena */
};

/* False when the library is not there or has no memory; end->said says so. */
[[nodiscard]] bool exchange_run(struct exchange_end *end, struct arena *a, const struct exchange *x);
#endif
