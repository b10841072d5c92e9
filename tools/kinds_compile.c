/* SPDX-License-Identifier: Apache-2.0
 *
 * kinds_compile: files of data/kinds/ (or data/registers/) -> the table of src/domain/kind_table.h (register_table.h),
 * byte by byte, so that the program has the text itself and reads it as it reads an office's own.
 *
 *     kinds_compile OUT.c kind|register FILE.json...
 *
 * The name of a file without ".json" is the kind. Stops the build on a file that cannot be read or is too big.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MOST = 1 << 20 };

_Noreturn static void stop(const char *path, const char *what)
{
    fprintf(stderr, "%s: %s\n", path, what);
    exit(1);
}

static void put_file(FILE *out, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    size_t count = 0;
    FILE *in = fopen(path, "rb");
    if (!in || !dot || strcmp(dot, ".json") != 0) stop(path, "not a JSON file that can be read");
    fprintf(out, "    {STR_INIT(\"%.*s\"), STR_INIT(\"", (int)(dot - name), name);
    for (int c; (c = fgetc(in)) != EOF; count++) {
        if (count == FILE_MOST) stop(path, "too big");
        if (c == '\n')
            fputs("\\n\"\n        \"", out);
        else if (c == '"' || c == '\\')
            fprintf(out, "\\%c", c);
        else
            fputc(c, out);
    }
    fputs("\")},\n", out);
    fclose(in);
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        fputs("usage: kinds_compile OUT.c kind|register FILE.json...\n", stderr);
        return 2;
    }
    const char *what = argv[2];
    FILE *out = fopen(argv[1], "w");
    if (!out) stop(argv[1], "cannot be written");
    fprintf(out, "/* made from data/ by tools/kinds_compile.c */\n#include \"%s_table.h\"\n", what);
    fprintf(out, "const struct kind_text %s_texts[] = {\n", what);
    for (int i = 3; i < argc; i++) put_file(out, argv[i]);
    fprintf(out, "};\nconst size_t %s_texts_count = %d;\n", what, argc - 3);
    return fclose(out) ? 1 : 0;
}
