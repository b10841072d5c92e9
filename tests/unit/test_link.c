/* SPDX-License-Identifier: Apache-2.0
 *
 * link: addresses inside the site: whatever is put into one stays one step, or one value, of it.
 */
#include "unit_test.h"

#include "link.h"

static struct arena *arena;

static void a_part_stays_one_step(void **state)
{
    (void)state;
    struct str parts[] = {STR("so"), STR("C01"), STR("../x"), STR("a/b?c#d%"), STR("phường Gia Mỹ")};
    assert_str(link_path(arena, parts, 3).text, STR("/so/C01/..%2Fx"));
    assert_str(link_path(arena, parts + 3, 1).text, STR("/a%2Fb%3Fc%23d%25"));
    assert_str(link_path(arena, parts + 4, 1).text, STR("/ph%C6%B0%E1%BB%9Dng%20Gia%20M%E1%BB%B9"));
    assert_str(link_path(arena, NULL, 0).text, STR("/"));
}

static void values_are_encoded(void **state)
{
    (void)state;
    struct link l = link_with(arena, LINK("viec"), STR("loc"), STR("qua-han"));
    assert_str(l.text, STR("/viec?loc=qua-han"));
    l = link_with(arena, l, STR("q"), STR("a&b=c d"));
    assert_str(l.text, STR("/viec?loc=qua-han&q=a%26b%3Dc%20d"));
    assert_str(link_with(arena, l, STR("sau"), STR("")).text, l.text);
    assert_str(link_place(arena, l, STR("s14")).text, STR("/viec?loc=qua-han&q=a%26b%3Dc%20d#s14"));
}

static const struct {
    const char *encoded, *decoded; /* NULL: refused */
    bool plus;
} DECODED[] = {
    {"a%20b", "a b", false},     {"a+b", "a+b", false}, {"a+b", "a b", true},    {"%C6%B0", "ư", false},
    {"%", NULL, false},          {"%4", NULL, false},   {"%4g", NULL, false},    {"%00", NULL, false},
    {"a%2Fb%25", "a/b%", false}, {"", "", false},       {"%41%42", "AB", false},
};

static void decoding_refuses_what_is_no_code(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof DECODED / sizeof *DECODED; i++) {
        struct str out = STR("");
        bool good = link_decode(&out, arena, str_of(DECODED[i].encoded), DECODED[i].plus);
        if (good != (DECODED[i].decoded != NULL)) fail_msg("«%s»", DECODED[i].encoded);
        if (good) assert_str(out, str_of(DECODED[i].decoded));
    }
}

static void every_byte_comes_back(void **state)
{
    (void)state;
    for (int byte = 1; byte < 256; byte++) {
        char c = (char)byte;
        struct buf b = buf_make(10);
        struct str out;
        link_encode(&b, (struct str){&c, 1});
        assert_true(link_decode(&out, arena, buf_str(&b), false));
        assert_true(out.len == 1 && out.ptr[0] == c);
        buf_free(&b);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_part_stays_one_step),
        cmocka_unit_test(values_are_encoded),
        cmocka_unit_test(decoding_refuses_what_is_no_code),
        cmocka_unit_test(every_byte_comes_back),
    };
    arena = arena_make(SIZE_MAX);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_close(arena);
    return failed;
}
