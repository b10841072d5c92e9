/* SPDX-License-Identifier: Apache-2.0
 *
 * gate: requests whose framing two programs could read in two ways are refused before anything else is done with them:
 * more than one Content-Length, Host or Transfer-Encoding; both lengths at once; another coding than chunked; no Host;
 * control bytes in the path or in a header; a path that does not begin with "/" or holds %00. (RFC 9112, 3.2, 6.)
 */
#ifndef GATE_H
#define GATE_H
#include "str.h"

struct gate {
    unsigned hosts, lengths, codings;
    bool bad;
};

/* One header line after the other, then the question. */
void gate_header(struct gate *g, struct str name, struct str value);
bool gate_lets_in(const struct gate *g, struct str path);
#endif
