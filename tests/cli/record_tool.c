/* SPDX-License-Identifier: Apache-2.0
 *
 * record_tool: another hand at a record, for the tests of the command line.
 *
 *     record_tool sql FILE SQL       run SQL on the file, past the program
 *     record_tool hold FILE COMMAND  hold the right to write while the command runs; exit with its status
 */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

static int run(sqlite3 *handle, const char *sql)
{
    char *why = NULL;
    if (sqlite3_exec(handle, sql, NULL, NULL, &why) == SQLITE_OK) return 0;
    fprintf(stderr, "record_tool: %s\n", why ? why : "?");
    return 1;
}

int main(int argc, char **argv)
{
    sqlite3 *handle;
    if (argc != 4 || sqlite3_open(argv[2], &handle) != SQLITE_OK) return 2;
    int status = 2;
    if (strcmp(argv[1], "sql") == 0) {
        status = run(handle, argv[3]);
    } else if (strcmp(argv[1], "hold") == 0 && run(handle, "BEGIN IMMEDIATE") == 0) {
        int code = system(argv[3]);
        status = WIFEXITED(code) ? WEXITSTATUS(code) : 2;
        run(handle, "ROLLBACK");
    }
    sqlite3_close(handle);
    return status;
}
