/* SPDX-License-Identifier: Apache-2.0
 *
 * sealed: identities as they are typed and as they are looked for in other texts; boxes: who can open them, that
 * nothing of them can be changed or put elsewhere, that they tell nothing. What the journal has of them is in
 * tests/cli/denunciation.sh.
 */
#include "unit_test.h"

#include "identity.h"
#include "sealed_box.h"

#include <sodium.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static struct arena *arena;

static int open_all(void **state)
{
    (void)state;
    arena = arena_make(SIZE_MAX);
    return sodium_init() < 0;
}

static int close_all(void **state)
{
    (void)state;
    arena_close(arena);
    return 0;
}

/* --- identities */

static const char TYPED[] = "họ tên=Nguyễn Văn Bí Mật\n"
                            "địa chỉ=12/3 Lê Lợi, phường Bến Thành\n"
                            "điện thoại = 0903 123 456\n"
                            "email=bi.mat@example.vn\n"
                            "ngày sinh=2/9/1980\n"
                            "\n\n"
                            "name=Lê Thị Hòa\n"
                            "số định danh=079012345678\n";

static struct identity typed(void)
{
    struct identity i;
    struct err err = {0};
    assert_true(identity_read(&i, arena, str_of(TYPED), STR("x"), &err));
    return i;
}

static void as_typed(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        enum err_code code;
    } CASES[] = {
        {"họ tên=A", ERR_NONE},
        {"họ tên=A\n\nhọ tên=B\nkhác=c=d\n", ERR_NONE},
        {"", ERR_SEALED_NAME},
        {"địa chỉ=A", ERR_SEALED_NAME},
        {"họ tên=A\n\nđịa chỉ=B", ERR_SEALED_NAME},
        {"họ tên", ERR_SEALED_LINE},
        {"họ tên=", ERR_SEALED_LINE},
        {"tuổi=40", ERR_SEALED_LINE},
        {"họ tên=A\nname=B", ERR_SEALED_LINE},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct identity who;
        struct err err = {0};
        bool ok = identity_read(&who, arena, str_of(CASES[i].text), STR("x"), &err);
        assert_int_equal(ok ? ERR_NONE : err.code, CASES[i].code);
    }
    struct identity who = typed();
    assert_int_equal(who.persons.len, 2);
    assert_str(name_value_find(&who.persons.at[0].fields, STR("phone"))->value, STR("0903 123 456"));
}

static void as_sealed(void **state)
{
    (void)state;
    struct identity i = typed(), back;
    i.file_name = STR("đơn.pdf");
    i.file_bytes = (struct str){"a\nb\0c", 5};
    struct str text = identity_write(arena, &i);
    assert_true(identity_unsealed(&back, arena, text));
    assert_int_equal(back.persons.len, 2);
    assert_str(back.file_name, i.file_name);
    assert_str(back.file_bytes, i.file_bytes);
    assert_str(name_value_find(&back.persons.at[1].fields, STR("name"))->value, STR("Lê Thị Hòa"));
    assert_false(identity_unsealed(&back, arena, str_part(text, 0, text.len - 1))); /* the file is short of a byte */
    assert_false(identity_unsealed(&back, arena, STR("{\"persons\":[]}\n")));
    assert_false(identity_unsealed(&back, arena, STR("x")));
}

static void in_other_texts(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool in;
    } CASES[] = {
        {"theo lời ông Nguyễn Văn Bí Mật", true},
        {"NGUYEN-VAN  bi mat", true},
        {"Nguyễn Văn Bí", false}, /* not all of the name */
        {"Nguyễn Văn Bí Mậtt", false},
        {"bà Lê Thị Hoà", true}, /* the other place of the mark */
        {"ở số 12/3 Lê Lợi", true},
        {"ở số 112/3 Lê Lợi", false},
        {"đường Lê Lợi", false},
        {"phường Bến Thành", false}, /* of the address only the first part tells */
        {"gọi 0903.123.456", true},
        {"gọi 0903.123.457", false},
        {"CCCD 079 012 345 678", true},
        {"thư BI.MAT@example.VN", true},
        {"ngày 2/9/1980", false}, /* days of birth stand in texts by chance */
        {"", false},
    };
    struct identity i = typed();
    for (size_t k = 0; k < sizeof CASES / sizeof *CASES; k++)
        if (identity_in(&i, str_of(CASES[k].text)) != CASES[k].in) fail_msg("«%s»", CASES[k].text);
    struct err err = {0};
    assert_true(identity_read(&i, arena, STR("họ tên=không rõ"), STR("x"), &err));
    assert_false(identity_in(&i, STR("đơn không rõ người viết")));
}

/* --- boxes */

static struct signing_key key_of(unsigned char seed)
{
    unsigned char bytes[crypto_sign_SEEDBYTES];
    struct signing_key k;
    memset(bytes, seed, sizeof bytes);
    crypto_sign_seed_keypair(k.public.byte, k.secret, bytes);
    return k;
}

static struct sealed_box box_for(struct str text, const struct signing_key *one, const struct signing_key *two)
{
    struct sealed_box b;
    struct err err = {0};
    const struct public_key readers[] = {one->public, two->public};
    assert_true(sealed_box_make(&b, arena, STR("M7"), text, readers, 2, &err));
    return b;
}

static void who_can_open(void **state)
{
    (void)state;
    struct signing_key one = key_of(1), two = key_of(2), three = key_of(3);
    struct sealed_box b = box_for(STR("Nguyễn Văn Bí Mật"), &one, &two);
    struct str text;
    struct digest before = sealed_box_digest(&b);
    assert_true(sealed_box_open(&text, arena, &b, &one));
    assert_str(text, STR("Nguyễn Văn Bí Mật"));
    assert_true(sealed_box_open(&text, arena, &b, &two));
    assert_false(sealed_box_open(&text, arena, &b, &three));
    assert_false(sealed_box_admit(&b, arena, &three, three.public)); /* who cannot open cannot let in */
    assert_false(sealed_box_open(&text, arena, &b, &three));
    assert_true(sealed_box_admit(&b, arena, &two, three.public));
    assert_true(sealed_box_open(&text, arena, &b, &three));
    assert_int_equal(b.readers.len, 3);
    assert_true(sealed_box_admit(&b, arena, &two, three.public)); /* once more is once */
    assert_int_equal(b.readers.len, 3);
    sealed_box_shut(&b, one.public);
    assert_false(sealed_box_open(&text, arena, &b, &one));
    assert_true(digest_eq(before, sealed_box_digest(&b))); /* readers are not what is sealed */
}

static void changed_is_not_opened(void **state)
{
    (void)state;
    struct signing_key one = key_of(1), two = key_of(2);
    struct sealed_box b = box_for(STR("A"), &one, &two), other = box_for(STR("A"), &one, &two), c;
    struct str text;
    assert_false(str_eq(b.box, other.box));
    assert_false(str_eq(b.sealed, other.sealed));
    c = b;
    c.matter = STR("M8");
    assert_false(sealed_box_open(&text, arena, &c, &one));
    c = b;
    c.box = other.box;
    assert_false(sealed_box_open(&text, arena, &c, &one));
    c = b;
    c.sealed = other.sealed; /* of another box, with its own key */
    assert_false(sealed_box_open(&text, arena, &c, &one));
    char *bytes = str_copy_z(arena, b.sealed);
    bytes[b.sealed.len / 2] = bytes[b.sealed.len / 2] == 'A' ? 'B' : 'A';
    c = b;
    c.sealed = (struct str){bytes, b.sealed.len};
    assert_false(sealed_box_open(&text, arena, &c, &one));
    c.sealed = STR("AAAA");
    assert_false(sealed_box_open(&text, arena, &c, &one));
    c.sealed = STR("không phải base64");
    assert_false(sealed_box_open(&text, arena, &c, &one));
}

static void lengths_tell_little(void **state)
{
    (void)state;
    struct signing_key one = key_of(1), two = key_of(2);
    char *longer = arena_alloc(arena, 2000, 1);
    memset(longer, 'x', 2000);
    size_t of_short = box_for(STR("A"), &one, &two).sealed.len;
    assert_int_equal(box_for((struct str){longer, 1000}, &one, &two).sealed.len, of_short);
    assert_true(box_for((struct str){longer, 1024}, &one, &two).sealed.len > of_short);
    assert_false(sealed_public_fits((struct public_key){{0}}));
    assert_true(sealed_public_fits(one.public));
}

static void files_of_boxes(void **state)
{
    (void)state;
    char folder[] = "/tmp/sealed-XXXXXX";
    struct signing_key one = key_of(1), two = key_of(2);
    struct sealed_box b = box_for(STR("A"), &one, &two), back;
    struct err err = {0};
    struct str text;
    bool found;
    assert_non_null(mkdtemp(folder));
    assert_true(sealed_box_save(arena, str_of(folder), &b, &err));
    assert_true(sealed_box_load(&back, &found, arena, str_of(folder), b.box, &err) && found);
    assert_true(sealed_box_open(&text, arena, &back, &two));
    assert_true(digest_eq(sealed_box_digest(&b), sealed_box_digest(&back)));
    assert_true(sealed_box_load(&back, &found, arena, str_of(folder), STR("00000000000000000000000000000000"), &err));
    assert_false(found);
    assert_int_equal(chmod(folder, 0750), 0);
    assert_false(sealed_box_load(&back, &found, arena, str_of(folder), b.box, &err));
    assert_int_equal(err.code, ERR_SEALED_RIGHTS);
    assert_false(sealed_box_save(arena, str_of(folder), &b, &err));
    assert_int_equal(err.code, ERR_SEALED_RIGHTS);
    assert_int_equal(chmod(folder, 0700), 0);
    sealed_box_remove(arena, str_of(folder), b.box);
    assert_true(sealed_box_load(&back, &found, arena, str_of(folder), b.box, &err) && !found);
    assert_int_equal(rmdir(folder), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(as_typed),
        cmocka_unit_test(as_sealed),
        cmocka_unit_test(in_other_texts),
        cmocka_unit_test(who_can_open),
        cmocka_unit_test(changed_is_not_opened),
        cmocka_unit_test(lengths_tell_little),
        cmocka_unit_test(files_of_boxes),
    };
    return cmocka_run_group_tests(tests, open_all, close_all);
}
