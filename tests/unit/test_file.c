/* SPDX-License-Identifier: Apache-2.0
 *
 * file: each way in which reading and writing a file goes wrong has its own error and leaves nothing behind. Everything
 * happens in a folder of its own under the current one.
 */
#include "unit_test.h"

#include "arena.h"
#include "file.h"

#include <dirent.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "file-test-XXXXXX";

static int enter_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) && chmod(folder, 0755) == 0 && chdir(folder) == 0 ? 0 : -1;
}

static int count_files(void)
{
    DIR *d = opendir(".");
    int n = 0;
    for (struct dirent *e; d && (e = readdir(d));) n += e->d_name[0] != '.';
    if (d) closedir(d);
    return n;
}

static int leave_folder(void **state)
{
    (void)state;
    DIR *d = opendir(".");
    for (struct dirent *e; d && (e = readdir(d));)
        if (e->d_name[0] != '.') remove(e->d_name);
    if (d) closedir(d);
    return chdir("..") == 0 ? rmdir(folder) : -1;
}

static void assert_reading_fails(const char *path, size_t limit, enum err_code code)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct str s;
    struct err e;
    assert_false(file_read(&s, a, str_of(path), limit, &e));
    assert_int_equal(e.code, code);
    assert_str(err_arg(&e, 0), str_of(path));
    arena_close(a);
}

static void assert_holds(const char *path, struct str want)
{
    struct arena *a = arena_make(SIZE_MAX);
    struct str s;
    struct err e;
    assert_true(file_read(&s, a, str_of(path), SIZE_MAX, &e));
    assert_str(s, want);
    arena_close(a);
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    struct err e;
    assert_true(file_write(STR("báo cáo.txt"), STR("8.343 tỷ\n"), &e));
    assert_holds("báo cáo.txt", STR("8.343 tỷ\n"));
    assert_true(file_write(STR("báo cáo.txt"), STR(""), &e));
    assert_holds("báo cáo.txt", STR(""));
    int before = count_files();
    assert_true(file_write(STR("báo cáo.txt"), STR("x"), &e));
    assert_int_equal(count_files(), before);
}

static void limit_is_exact(void **state)
{
    (void)state;
    struct err e;
    struct str s;
    struct arena *a = arena_make(SIZE_MAX);
    assert_true(file_write(STR("ten"), STR("0123456789"), &e));
    assert_true(file_read(&s, a, STR("ten"), 10, &e));
    assert_int_equal(s.len, 10);
    assert_reading_fails("ten", 9, ERR_FILE_TOO_BIG);
    assert_reading_fails("ten", 0, ERR_FILE_TOO_BIG);
    assert_reading_fails("/dev/zero", 3u << 20, ERR_FILE_TOO_BIG);
    assert_true(file_read(&s, a, STR("/dev/null"), 0, &e));
    assert_int_equal(s.len, 0);
    arena_close(a);
}

static void missing_and_directory(void **state)
{
    (void)state;
    assert_reading_fails("no such file", 100, ERR_FILE_MISSING);
    assert_reading_fails("ten/below a file", 100, ERR_FILE_MISSING);
    assert_reading_fails(".", 100, ERR_FILE_DIRECTORY);
    assert_reading_fails("", 100, ERR_FILE_MISSING);
}

/* A pipe tells no size and gives its bytes in pieces. */
static void a_pipe_is_read_to_its_end(void **state)
{
    (void)state;
    assert_int_equal(mkfifo("pipe", 0600), 0);
    pid_t child = fork();
    if (child == 0) {
        FILE *f = fopen("pipe", "w");
        for (int i = 0; f && i < 30000; i++) fputs("quận\n", f);
        if (f) fclose(f);
        _exit(0);
    }
    struct arena *a = arena_make(SIZE_MAX);
    struct str s;
    struct err e;
    assert_true(file_read(&s, a, STR("pipe"), 1u << 20, &e));
    assert_int_equal(s.len, 30000 * sizeof("quận"));
    assert_true(str_ends(s, STR("quận\nquận\n")));
    arena_close(a);
    waitpid(child, NULL, 0);
}

/* Root may read everything, so the reading is done by a child that is nobody. */
static void without_the_right_to_read(void **state)
{
    (void)state;
    struct err e;
    assert_true(file_write(STR("secret"), STR("x"), &e));
    assert_int_equal(chmod("secret", 0), 0);
    pid_t child = fork();
    if (child == 0) {
        if (geteuid() == 0 && setuid(65534) != 0) _exit(77);
        struct arena *a = arena_make(SIZE_MAX);
        struct str s;
        bool done = file_read(&s, a, STR("secret"), 100, &e);
        _exit(!done && e.code == ERR_FILE_RIGHTS ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    if (WEXITSTATUS(status) == 77) skip();
    assert_int_equal(WEXITSTATUS(status), 0);
}

static void where_one_cannot_write(void **state)
{
    (void)state;
    struct err e;
    assert_false(file_write(STR("no folder/x"), STR("x"), &e));
    assert_int_equal(e.code, ERR_FILE_WRITE);
    char long_name[5000];
    memset(long_name, 'a', sizeof long_name);
    assert_false(file_write((struct str){long_name, sizeof long_name}, STR("x"), &e));
    assert_int_equal(e.code, ERR_FILE_WRITE);
}

/* No room: the old file stays whole and no half-written one stays beside it. */
static void a_full_disk_keeps_the_old_file(void **state)
{
    (void)state;
    static char much[200000];
    struct err e;
    assert_true(file_write(STR("kept"), STR("old"), &e));
    int before = count_files();
    pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        struct rlimit small = {50000, 50000};
        if (setrlimit(RLIMIT_FSIZE, &small) != 0) _exit(77);
        bool done = file_write(STR("kept"), (struct str){much, sizeof much}, &e);
        _exit(!done && e.code == ERR_FILE_WRITE ? 0 : 1);
    }
    int status = 0;
    waitpid(child, &status, 0);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), 0);
    assert_holds("kept", STR("old"));
    assert_int_equal(count_files(), before);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),        cmocka_unit_test(limit_is_exact),
        cmocka_unit_test(missing_and_directory),          cmocka_unit_test(a_pipe_is_read_to_its_end),
        cmocka_unit_test(without_the_right_to_read),      cmocka_unit_test(where_one_cannot_write),
        cmocka_unit_test(a_full_disk_keeps_the_old_file),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
