/* SPDX-License-Identifier: Apache-2.0
 *
 * access, password, totp: what one signs in with, by a clock that the test moves: the codes of RFC 6238, passwords that
 * fit and that do not, links, sessions and codes that are over or were used, locks and when they end.
 */
#include "unit_test.h"

#include "access.h"
#include "people.h"
#include "record_fixture.h"
#include "totp.h"

static const struct str PASSWORD = STR_INIT("một câu rất dài 2026");

struct bench {
    struct fixture f;
    struct author author;
    struct access_call call;
};

static void begin(struct bench *b)
{
    struct err err;
    b->f = fixture_open();
    b->author = (struct author){.who = STR("quan-tri"), .now = 1800000000};
    b->call = (struct access_call){.db = b->f.db, .arena = b->f.a, .author = &b->author, .address = STR("10.0.0.1")};
    struct people_call people = {.db = b->f.db, .arena = b->f.a, .author = &b->author};
    bool made;
    assert_true(people_first(&made, &people, STR("lan"), &err) && made);
    assert_true(people_first(&made, &people, STR("khac"), &err) && !made);
}

static struct access_session session_of(struct bench *b, struct str cookie)
{
    struct access_session s;
    struct err err;
    assert_true(access_find(&s, b->f.db, b->f.a, cookie, b->author.now, &err));
    return s;
}

static struct access_result sign_in(struct bench *b, struct str password)
{
    struct access_result r;
    struct err err;
    assert_true(access_sign_in(&r, &b->call, STR("lan"), password, &err));
    return r;
}

/* By a link to a password; the cookie. */
static struct str sign_up(struct bench *b)
{
    struct access_result r;
    struct str word;
    struct err err;
    assert_true(access_offer(&word, &b->call, STR("lan"), false, &err) && access_take(&r, &b->call, word, &err));
    struct access_session s = session_of(b, r.cookie);
    assert_int_equal(s.stage, SESSION_LINK);
    assert_true(access_password(&r, &b->call, &s, PASSWORD, &err));
    assert_int_equal(r.answer, ACCESS_DONE);
    assert_int_equal(session_of(b, s.hash).person.len, 0);
    return r.cookie;
}

/* --- codes and passwords */

/* RFC 6238 appendix B, SHA-1; the last six of its eight digits. */
static void codes_of_the_rfc(void **state)
{
    (void)state;
    static const struct {
        int64_t time;
        const char *code;
    } CASES[] = {{59, "287082"},         {1111111109, "081804"}, {1111111111, "050471"},
                 {1234567890, "005924"}, {2000000000, "279037"}, {20000000000, "353130"}};
    struct arena *a = arena_make(SIZE_MAX);
    struct str secret = STR("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"); /* "12345678901234567890" */
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        int64_t step;
        struct str code = str_of(CASES[i].code);
        assert_str(totp_code(a, secret, CASES[i].time), code);
        assert_true(totp_fits(&step, a, secret, code, CASES[i].time));
        assert_int_equal(step, CASES[i].time / 30);
        assert_true(totp_fits(&step, a, secret, code, CASES[i].time + 30));
        assert_int_equal(step, CASES[i].time / 30);
        assert_false(totp_fits(&step, a, secret, code, CASES[i].time + 90));
    }
    int64_t step;
    assert_false(totp_fits(&step, a, secret, STR(""), 59));
    assert_false(totp_fits(&step, a, STR(""), STR(""), 59));
    assert_int_equal(totp_secret(a).len, 32);
    assert_false(str_eq(totp_secret(a), totp_secret(a)));
    assert_str(
        totp_address(a, STR("Điều Hành"), STR("a b"), STR("ABC")),
        STR("otpauth://totp/%C4%90i%E1%BB%81u%20H%C3%A0nh:a%20b?secret=ABC&issuer=%C4%90i%E1%BB%81u%20H%C3%A0nh"));
    arena_close(a);
}

static void passwords(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    struct str hash = password_hash(a, PASSWORD);
    assert_true(str_starts(hash, STR("$argon2id$v=19$m=47104,t=3,p=1$")));
    assert_true(password_fits(hash, PASSWORD));
    assert_false(password_fits(hash, STR("một câu rất dài 2027")));
    assert_false(password_fits(hash, STR("")));
    assert_false(password_fits(STR(""), STR("")));
    assert_false(str_eq(hash, password_hash(a, PASSWORD)));
    static const struct {
        const char *text;
        bool good;
    } CASES[] = {{"ngắn quá", false},        {"mười hai chữ", true},     {"aaaaaaaaaaaaaaaaaa", false},
                 {"abababababababab", true}, {"tôi là lan.tran", false}, {"", false}};
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (password_is_good(str_of(CASES[i].text), STR("lan.tran")) != CASES[i].good) fail_msg("«%s»", CASES[i].text);
    assert_int_equal(recovery_code(a).len, 19);
    assert_str(recovery_typed(a, STR(" abcd-efgh ijkl-MNOP ")), STR("ABCDEFGHIJKLMNOP"));
    arena_close(a);
}

/* --- links and sessions */

static void a_link_counts_once_and_not_for_ever(void **state)
{
    (void)state;
    struct bench b;
    struct access_result r;
    struct str word, newer;
    struct err err;
    begin(&b);
    assert_true(access_offer(&word, &b.call, STR("lan"), true, &err));
    assert_true(access_offer(&newer, &b.call, STR("lan"), true, &err));
    assert_true(access_take(&r, &b.call, word, &err));
    assert_int_equal(r.answer, ACCESS_WRONG);
    b.author.now += LINK_LIVES;
    assert_true(access_take(&r, &b.call, newer, &err));
    assert_int_equal(r.answer, ACCESS_DONE);
    assert_int_equal(session_of(&b, r.cookie).stage, SESSION_WHOLE);
    assert_true(access_take(&r, &b.call, newer, &err));
    assert_int_equal(r.answer, ACCESS_WRONG);
    assert_true(access_offer(&word, &b.call, STR("lan"), true, &err));
    b.author.now += LINK_LIVES + 1;
    assert_true(access_take(&r, &b.call, word, &err));
    assert_int_equal(r.answer, ACCESS_WRONG);
    assert_false(access_offer(&word, &b.call, STR("ai"), true, &err));
    assert_int_equal(err.code, ERR_PERSON_MISSING);
    fixture_close(&b.f);
}

static void a_session_ends_by_itself(void **state)
{
    (void)state;
    struct bench b;
    struct err err;
    begin(&b);
    int64_t first = b.author.now;
    struct str cookie = sign_up(&b);
    b.author.now += SESSION_IDLE;
    assert_str(session_of(&b, cookie).person, STR("lan"));
    b.author.now++;
    assert_str(session_of(&b, cookie).person, STR(""));
    b.author.now = first;
    while (b.author.now <= first + SESSION_LONGEST) {
        struct access_session s = session_of(&b, cookie);
        assert_str(s.person, STR("lan"));
        assert_true(access_touch(&b.call, &s, &err));
        b.author.now += SESSION_IDLE;
    }
    assert_str(session_of(&b, cookie).person, STR(""));
    assert_str(session_of(&b, STR("")).person, STR(""));
    fixture_close(&b.f);
}

/* --- tries */

static void too_many_tries_lock_for_a_while(void **state)
{
    (void)state;
    struct bench b;
    struct access_result r;
    struct err err;
    begin(&b);
    sign_up(&b);
    for (int left = TRIES_LOGIN - 1; left >= 0; left--) {
        r = sign_in(&b, STR("sai"));
        assert_int_equal(r.answer, ACCESS_WRONG);
        assert_int_equal(r.left, left);
    }
    assert_int_equal(sign_in(&b, PASSWORD).answer, ACCESS_LOCKED);
    b.author.now += TRIES_SECONDS;
    assert_int_equal(sign_in(&b, PASSWORD).answer, ACCESS_LOCKED);
    b.author.now++;
    assert_int_equal(sign_in(&b, PASSWORD).answer, ACCESS_DONE);
    assert_int_equal(sign_in(&b, STR("sai")).left, TRIES_LOGIN - 1);
    assert_int_equal(sign_in(&b, PASSWORD).answer, ACCESS_DONE);
    assert_int_equal(sign_in(&b, STR("sai")).left, TRIES_LOGIN - 1);
    /* Somebody who is not there is answered the same. */
    assert_true(access_sign_in(&r, &b.call, STR("không có ai"), STR("sai"), &err));
    assert_int_equal(r.answer, ACCESS_WRONG);
    assert_int_equal(r.left, TRIES_LOGIN - 1);
    fixture_close(&b.f);
}

static void an_address_is_stopped_too(void **state)
{
    (void)state;
    struct bench b;
    struct access_result r;
    struct err err;
    char name[20];
    begin(&b);
    sign_up(&b);
    for (int i = 0; i < TRIES_ADDRESS; i++) {
        snprintf(name, sizeof name, "nguoi-%d", i);
        assert_true(access_sign_in(&r, &b.call, str_of(name), STR("sai"), &err));
        assert_int_equal(r.answer, ACCESS_WRONG);
    }
    assert_int_equal(sign_in(&b, PASSWORD).answer, ACCESS_BUSY);
    b.call.address = STR("10.0.0.2");
    assert_int_equal(sign_in(&b, PASSWORD).answer, ACCESS_DONE);
    fixture_close(&b.f);
}

/* --- the second step */

static struct access_result second(struct bench *b, struct str half, struct str code)
{
    struct access_result r;
    struct err err;
    struct access_session s = session_of(b, half);
    assert_true(access_second(&r, &b->call, &s, code, &err));
    return r;
}

static void a_code_counts_once(void **state)
{
    (void)state;
    struct bench b;
    struct access_codes codes;
    struct str secret;
    struct err err;
    bool right;
    begin(&b);
    struct str cookie = sign_up(&b);
    struct access_session s = session_of(&b, cookie);
    assert_true(access_second_begin(&secret, &b.call, &s, &err));
    s = session_of(&b, cookie);
    assert_str(s.pending, secret);
    assert_true(access_second_set(&right, &codes, &b.call, &s, STR("000000"), &err) && !right);
    struct str code = totp_code(b.f.a, secret, b.author.now);
    assert_true(access_second_set(&right, &codes, &b.call, &s, code, &err) && right);
    struct access_result half = sign_in(&b, PASSWORD);
    assert_int_equal(half.answer, ACCESS_SECOND);
    assert_int_equal(session_of(&b, half.cookie).stage, SESSION_SECOND);
    assert_int_equal(second(&b, half.cookie, code).answer, ACCESS_WRONG);
    b.author.now += TOTP_STEP;
    struct access_result whole = second(&b, half.cookie, totp_code(b.f.a, secret, b.author.now));
    assert_int_equal(whole.answer, ACCESS_DONE);
    assert_int_equal(session_of(&b, whole.cookie).stage, SESSION_WHOLE);
    assert_str(session_of(&b, half.cookie).person, STR(""));
    /* A recovery code, once. */
    half = sign_in(&b, PASSWORD);
    assert_int_equal(second(&b, half.cookie, codes.at[3]).answer, ACCESS_DONE);
    half = sign_in(&b, PASSWORD);
    assert_int_equal(second(&b, half.cookie, codes.at[3]).answer, ACCESS_WRONG);
    assert_int_equal(second(&b, half.cookie, codes.at[4]).answer, ACCESS_DONE);
    /* The half of a session does not wait long. */
    half = sign_in(&b, PASSWORD);
    b.author.now += SESSION_SECOND_LIVES + 1;
    assert_str(session_of(&b, half.cookie).person, STR(""));
    /* Guessing codes locks, whatever right passwords come between. */
    for (int i = 0; i < TRIES_LOGIN; i++) {
        half = sign_in(&b, PASSWORD);
        if (half.answer == ACCESS_SECOND) (void)second(&b, half.cookie, STR("000000"));
    }
    assert_int_equal(sign_in(&b, PASSWORD).answer, ACCESS_LOCKED);
    fixture_close(&b.f);
}

/* --- tokens, and who is disabled */

static void who_is_disabled_has_nothing(void **state)
{
    (void)state;
    struct bench b;
    struct access_token token;
    struct str word;
    struct err err;
    unsigned rights;
    begin(&b);
    struct str cookie = sign_up(&b);
    struct people_call people = {.db = b.f.db, .arena = b.f.a, .author = &b.author};
    struct person other = {.login = STR("qt")};
    struct grant administrator = {.person = STR("qt"), .role = STR("administrator")};
    assert_true(access_token_make(&word, &b.call, STR("lan"), STR("máy"), MAY_READ, b.author.now + 10, &err));
    assert_true(access_token_find(&token, &rights, b.f.db, b.f.a, word, b.author.now, &err));
    assert_str(token.person, STR("lan"));
    assert_int_equal(rights, MAY_READ);
    assert_true(access_token_find(&token, &rights, b.f.db, b.f.a, word, b.author.now + 11, &err));
    assert_str(token.person, STR(""));
    assert_false(people_state(&people, STR("lan"), false, &err));
    assert_int_equal(err.code, ERR_PERSON_LAST);
    assert_str(session_of(&b, cookie).person, STR("lan"));
    assert_true(people_new(&people, &other, &err) && people_grant(&people, &administrator, &err));
    assert_true(people_state(&people, STR("lan"), false, &err));
    assert_str(session_of(&b, cookie).person, STR(""));
    assert_true(access_token_find(&token, &rights, b.f.db, b.f.a, word, b.author.now, &err));
    assert_str(token.person, STR(""));
    assert_int_equal(sign_in(&b, PASSWORD).answer, ACCESS_WRONG);
    assert_true(people_state(&people, STR("lan"), true, &err));
    assert_str(session_of(&b, cookie).person, STR(""));
    assert_int_equal(sign_in(&b, PASSWORD).answer, ACCESS_DONE);
    assert_true(fixture_verifies(b.f.path, NULL));
    fixture_close(&b.f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_of_the_rfc),
        cmocka_unit_test(passwords),
        cmocka_unit_test(a_link_counts_once_and_not_for_ever),
        cmocka_unit_test(a_session_ends_by_itself),
        cmocka_unit_test(too_many_tries_lock_for_a_while),
        cmocka_unit_test(an_address_is_stopped_too),
        cmocka_unit_test(a_code_counts_once),
        cmocka_unit_test(who_is_disabled_has_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
