/* SPDX-License-Identifier: Apache-2.0
 *
 * document: the promises of document.h and block.h for every file of tests/documents (the folder is the first
 * argument), refusals, and offsets that lead back to the disk. What the blocks of those files are is in the listings
 * beside them (run.sh).
 */
#include "unit_test.h"

#include "buf.h"
#include "document.h"
#include "file.h"
#include "marks_table.h"
#include "utf8.h"

#include <dirent.h>

static const char *folder;

static bool made(struct document *d, struct arena *a, const char *bytes, const char *name, struct err *err)
{
    return document_make(d, a, str_of(bytes), str_of(name), NULL, err);
}

static void refusals(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        enum err_code code;
    } CASES[] = {
        {"", ERR_FILE_EMPTY},
        {" \n\t\r\n\xC2\xA0\xE3\x80\x80", ERR_DOCUMENT_BLANK},
        {"\xEF\xBB\xBF\n", ERR_DOCUMENT_BLANK},
        {"Thu ng\xC3\nsách", ERR_FILE_NOT_UTF8},
        {"B\xB8o c\xB8o t\xD7nh h\xD7nh kinh t\xD5", ERR_NOT_UTF8_LIKE},
        {"B¸o c¸o t×nh h×nh kinh tÕ", ERR_TEXT_GARBLED},
        {"%PDF-1.7 ...", ERR_PDF_CUT},
        {"PK\x03\x04...", ERR_DOCUMENT_FORMAT},
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct arena *a = arena_make(SIZE_MAX);
        struct document d;
        struct err err;
        if (made(&d, a, CASES[i].bytes, "a.txt", &err) || err.code != CASES[i].code)
            fail_msg("case %zu: %d", i, (int)err.code);
        arena_close(a);
    }
    struct arena *a = arena_make(SIZE_MAX);
    struct document d;
    struct err err;
    assert_false(document_make(&d, a, (struct str){"a\0b", 3}, STR("a.txt"), NULL, &err));
    assert_int_equal(err.code, ERR_DOCUMENT_BINARY);
    assert_false(document_make(&d, a, (struct str){"a", (size_t)DOCUMENT_BYTES_MAX + 1}, STR("a.txt"), NULL, &err));
    assert_int_equal(err.code, ERR_FILE_TOO_BIG);
    assert_str(err_arg(&err, 1), STR("64"));
    arena_close(a);
}

static void too_many_blocks_are_refused(void **state)
{
    (void)state;
    struct arena *a = arena_make(SIZE_MAX);
    size_t size = ((size_t)DOCUMENT_BLOCKS_MAX + 1) * 3;
    char *bytes = arena_alloc(a, size, 1);
    for (size_t i = 0; i < size; i += 3) memcpy(bytes + i, "a\n\n", 3);
    struct document d;
    struct err err;
    assert_true(document_make(&d, a, (struct str){bytes, size - 3}, STR("a.txt"), NULL, &err));
    assert_int_equal(d.blocks.len, DOCUMENT_BLOCKS_MAX);
    assert_false(document_make(&d, a, (struct str){bytes, size}, STR("a.txt"), NULL, &err));
    assert_int_equal(err.code, ERR_DOCUMENT_PIECES);
    arena_close(a);
}

/* A line end inside and outside, a mark, a decomposed letter: the first byte of each block on disk. */
static void offsets_lead_to_the_disk(void **state)
{
    (void)state;
    static const char disk[] = "\xEF\xBB\xBFMo\xCC\xA3\xCC\x82t đoạn.\r\n\r\nHai đoạn.\r\n\r\nBa đoạn.";
    struct arena *a = arena_make(SIZE_MAX);
    struct document d;
    struct err err;
    assert_true(made(&d, a, disk, "a.txt", &err));
    assert_int_equal(d.blocks.len, 3);
    static const char *const WORDS[] = {"Mo", "Hai", "Ba"};
    for (size_t i = 0; i < 3; i++) {
        uint32_t at = document_original(&d, d.blocks.at[i].start);
        assert_memory_equal(disk + at, WORDS[i], strlen(WORDS[i]));
    }
    /* And through an old encoding: "Mét ®o¹n." of TCVN3 with CRLF. */
    static const char old[] = "M\xE9t \xAEo\xB9n.\r\n\r\nHai \xAEo\xB9n.";
    struct document_options o = {.from = LEGACY_TCVN3};
    assert_true(document_make(&d, a, str_of(old), STR("a.txt"), &o, &err));
    assert_int_equal(d.blocks.len, 2);
    assert_str(str_part(d.text.inside, d.blocks.at[1].start, d.blocks.at[1].end), STR("Hai đoạn."));
    uint32_t at = document_original(&d, d.blocks.at[1].start), end = document_original(&d, d.blocks.at[1].end);
    assert_str(str_part(str_of(old), at, end), STR("Hai \xAEo\xB9n."));
    arena_close(a);
}

/* Between blocks of a text stand only spaces and the marks that were taken off: nothing that was written is lost. */
static void check_nothing_lost(const struct document *d, const char *name)
{
    uint32_t at = 0;
    for (size_t i = 0; i <= d->blocks.len; i++) {
        uint32_t stop = i < d->blocks.len ? d->blocks.at[i].start : (uint32_t)d->text.inside.len;
        for (size_t len; at < stop; at += (uint32_t)len) {
            uint32_t c = utf8_decode(d->text.inside, at, &len);
            if (utf8_is_letter(c) || (c >= '0' && c <= '9'))
                fail_msg("%s: «%.20s» at %u is in no block", name, d->text.inside.ptr + at, at);
        }
        if (i < d->blocks.len) at = d->blocks.at[i].end;
    }
}

static void check_promises(const struct document *d, const char *name)
{
    uint32_t end = 0, disk = 0;
    const struct block *before = NULL;
    assert_true(utf8_valid(d->text.inside, NULL));
    for (size_t i = 0; i < d->blocks.len; i++) {
        const struct block *b = &d->blocks.at[i];
        assert_true(b->start >= end && b->start < b->end && b->end <= d->text.inside.len);
        assert_true(b->kind < BLOCK_KINDS && b->row_span >= 1 && b->column_span >= 1);
        assert_true((b->kind == BLOCK_CELL) == (b->table != 0));
        if (before && before->table && b->table == before->table)
            assert_true(b->row > before->row || (b->row == before->row && b->column > before->column));
        else if (b->table)
            assert_true(!before || b->table > before->table || before->table == 0);
        assert_true(document_original(d, b->start) >= disk);
        disk = document_original(d, b->start);
        end = b->end;
        before = b;
    }
    if (d->format != DOCUMENT_TEXT && d->format != DOCUMENT_MARKDOWN) return;
    check_nothing_lost(d, name);
}

static void promises_for_every_file(void **state)
{
    (void)state;
    DIR *dir = opendir(folder);
    size_t read = 0;
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir));) {
        struct arena *a = arena_make(SIZE_MAX);
        struct buf path = buf_make(4096);
        struct str bytes, name = str_of(entry->d_name);
        struct document d;
        struct err err;
        buf_format(&path, "%s/%s", folder, entry->d_name);
        bool wanted = str_ends(name, STR(".txt")) || str_ends(name, STR(".md")) || str_ends(name, STR(".html"));
        if (wanted && file_read(&bytes, a, buf_str(&path), DOCUMENT_BYTES_MAX, &err) &&
            document_make(&d, a, bytes, name, NULL, &err)) {
            check_promises(&d, entry->d_name);
            read++;
        }
        buf_free(&path);
        arena_close(a);
    }
    closedir(dir);
    assert_true(read >= 10);
}

static void table_of_marks_is_sorted(void **state)
{
    (void)state;
    for (size_t i = 1; i < document_marks_count; i++)
        if (str_cmp(document_marks[i - 1].words, document_marks[i].words) > 0)
            fail_msg("document_marks.tsv: «%.*s» is out of order", STR_ARG(document_marks[i].words));
}

int main(int argc, char **argv)
{
    folder = argc > 1 ? argv[1] : "tests/documents";
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refusals),
        cmocka_unit_test(too_many_blocks_are_refused),
        cmocka_unit_test(offsets_lead_to_the_disk),
        cmocka_unit_test(promises_for_every_file),
        cmocka_unit_test(table_of_marks_is_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
