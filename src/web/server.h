/* SPDX-License-Identifier: Apache-2.0
 *
 * server: the site behind a socket (libmicrohttpd). One thread a connection, so a slow page stalls nobody; what the
 * library lets through though it should not is stopped by the gate (gate.h).
 */
#ifndef SERVER_H
#define SERVER_H
#include "site.h"

struct server;

struct server_options {
    struct str address; /* "127.0.0.1" or "::1": numbers */
    uint16_t port;      /* 0: any that is free */
    unsigned connections;
};

/* Errors: ERR_SERVER_ADDRESS, ERR_SERVER_LISTEN. */
[[nodiscard]] bool server_start(struct server **out, struct site *site, const struct server_options *o,
                                struct err *err);
uint16_t server_port(const struct server *s);
/* No new connections; what is being answered is finished. */
void server_stop(struct server *s);
#endif
