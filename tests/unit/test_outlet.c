/* SPDX-License-Identifier: Apache-2.0
 *
 * outlet: what is a place and an address; a mail to the letter; the signature of a web hook against a published case.
 * Real servers are in tests/cli/remind.sh.
 */
#include "unit_test.h"

#include "outlet.h"

#include <string.h>

static struct arena *arena;

static int open_all(void **state)
{
    (void)state;
    arena = arena_make(SIZE_MAX);
    return 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

static void addresses(void **state)
{
    (void)state;
    static const char *const RIGHT[] = {"a@b", "lan.tran@example.vn", "x+y@mail.example.vn"};
    static const char *const WRONG[] = {"",      "@",       "a@",   "@b",   "a b@c", "a@b@c", "a@b\r\nBcc: c@d",
                                        "<a@b>", "a@b,c@d", "a@.b", "a@b.", "lân@b"};
    for (size_t i = 0; i < sizeof RIGHT / sizeof *RIGHT; i++)
        if (!mail_address_fits(str_of(RIGHT[i]))) fail_msg("refused: «%s»", RIGHT[i]);
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        if (mail_address_fits(str_of(WRONG[i]))) fail_msg("taken: «%s»", WRONG[i]);
}

static void places(void **state)
{
    (void)state;
    static const struct {
        const char *type, *place;
        bool fits;
    } CASES[] = {
        {"mail", "smtp://mail.example.vn", true},
        {"mail", "smtps://mail.example.vn:465", true},
        {"mail", "http://mail.example.vn", false},
        {"mail", "smtp://", false},
        {"mail", "smtp://:25", false},
        {"mail", "smtp://a:b@mail.example.vn", false},
        {"mail", "smtp://mail.example.vn\nQUIT", false},
        {"webhook", "https://hook.example.vn/x?y=1", true},
        {"webhook", "http://127.0.0.1:8080/", true},
        {"webhook", "file:///etc/passwd", false},
        {"webhook", "https:///x", false},
        {"file", "nhac-viec", true},
        {"file", "", false},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const struct outlet_type *t = outlet_type_find(str_of(CASES[i].type));
        assert_non_null(t);
        if (t->place_fits(str_of(CASES[i].place)) != CASES[i].fits) fail_msg("%s: «%s»", t->word.ptr, CASES[i].place);
    }
    assert_null(outlet_type_find(STR("fax")));
}

static void a_mail(void **state)
{
    (void)state;
    struct outlet_settings s = {.sender = STR("nhacviec@example.vn")};
    struct outlet_message m = {.id = STR("N7.0123456789ab"),
                               .to = STR("lan.tran@example.vn"),
                               .subject = STR("Nhắc việc ngày 17/3/2026: 12 việc quá hạn"),
                               .text = STR("Kính gửi: lan.tran\n"),
                               .at = 1773723600}; /* 2026-03-17T05:00:00Z */
    static const char *const WANT = "Date: Tue, 17 Mar 2026 12:00:00 +0700\r\n"
                                    "From: <nhacviec@example.vn>\r\n"
                                    "To: <lan.tran@example.vn>\r\n"
                                    "Message-ID: <N7.0123456789ab@example.vn>\r\n"
                                    "Subject: =?UTF-8?B?Tmjhuq9jIHZp4buHYyBuZ8OgeSAxNy8zLzIwMjY6IDEyIHZp4buHYyBx?=\r\n"
                                    " =?UTF-8?B?dcOhIGjhuqFu?=\r\n"
                                    "Auto-Submitted: auto-generated\r\n"
                                    "MIME-Version: 1.0\r\n"
                                    "Content-Type: text/plain; charset=utf-8\r\n"
                                    "Content-Transfer-Encoding: base64\r\n"
                                    "\r\n"
                                    "S8OtbmggZ+G7rWk6IGxhbi50cmFuCg==\r\n";
    struct str is = mail_write(arena, &s, &m);
    if (is.len != strlen(WANT) || memcmp(is.ptr, WANT, is.len) != 0) fail_msg("is:\n%.*s", STR_ARG(is));
}

/* RFC 4231, case 2. */
static void a_signature(void **state)
{
    (void)state;
    struct str is = webhook_signature(arena, STR("Jefe"), STR("what do ya want for nothing?"));
    assert_true(str_eq(is, STR("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses),
        cmocka_unit_test(places),
        cmocka_unit_test(a_mail),
        cmocka_unit_test(a_signature),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
