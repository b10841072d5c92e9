/* SPDX-License-Identifier: Apache-2.0
 *
 * gate: requests whose framing can be read in two ways. The table is the test.
 */
#include "unit_test.h"

#include "gate.h"

static const struct {
    const char *path;
    const char *headers[8]; /* name, value, ...; NULL at the end */
    bool in;
} REQUESTS[] = {
    {"/", {"Host", "a"}, true},
    {"/", {"Host", "a", "Content-Length", "3"}, true},
    {"/", {"Host", "a", "Transfer-Encoding", "chunked"}, true},
    {"/", {"Host", "a", "Transfer-Encoding", "Chunked"}, true},
    {"/", {"host", "a", "cookie", "x=y"}, true},
    {"/a%20b?c=%41", {"Host", "a"}, true},
    {"/", {NULL}, false},                                                               /* no Host */
    {"/", {"Host", ""}, false},                                                         /* an empty one */
    {"/", {"Host", "a", "Host", "b"}, false},                                           /* two */
    {"/", {"Host", "a", "Content-Length", "3", "Content-Length", "4"}, false},          /* two lengths */
    {"/", {"Host", "a", "Content-Length", "3", "content-length", "3"}, false},          /* also when they agree */
    {"/", {"Host", "a", "Content-Length", "3", "Transfer-Encoding", "chunked"}, false}, /* both ways */
    {"/", {"Host", "a", "Content-Length", "0x3"}, false},
    {"/", {"Host", "a", "Content-Length", "+3"}, false},
    {"/", {"Host", "a", "Content-Length", ""}, false},
    {"/", {"Host", "a", "Transfer-Encoding", "gzip, chunked"}, false},
    {"/", {"Host", "a", "Transfer-Encoding", "identity"}, false},
    {"/", {"Host", "a", "X y", "1"}, false},       /* a blank in a name */
    {"/", {"Host ", "a"}, false},                  /* before the colon */
    {"/", {"Host", "a", "X", "1\r\nY: 2"}, false}, /* a line end in a value */
    {"/", {"Host", "a", "X", "\001"}, false},
    {"/a%00b", {"Host", "a"}, false},
    {"/a\001", {"Host", "a"}, false},
    {"http://a/", {"Host", "a"}, false},
    {"*", {"Host", "a"}, false},
    {"", {"Host", "a"}, false},
};

static void every_request(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof REQUESTS / sizeof *REQUESTS; i++) {
        struct gate g = {0};
        for (int h = 0; h < 8 && REQUESTS[i].headers[h]; h += 2)
            gate_header(&g, str_of(REQUESTS[i].headers[h]), str_of(REQUESTS[i].headers[h + 1]));
        if (gate_lets_in(&g, str_of(REQUESTS[i].path)) != REQUESTS[i].in)
            fail_msg("row %zu: «%s»", i, REQUESTS[i].path);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_request)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
