/* SPDX-License-Identifier: Apache-2.0
 *
 * assets_compile: files that the site sends as they are -> C.
 *
 *     assets_compile out.c web-assets/style.css ...
 *
 * Each gets a name that changes with its bytes (FNV-1a, 64 bits), so it may be kept by browsers for ever.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *type_of(const char *name)
{
    const char *dot = strrchr(name, '.');
    if (dot && !strcmp(dot, ".css")) return "text/css; charset=utf-8";
    if (dot && !strcmp(dot, ".js")) return "text/javascript; charset=utf-8";
    if (dot && !strcmp(dot, ".svg")) return "image/svg+xml";
    fprintf(stderr, "%s: no type is known for it\n", name);
    exit(1);
}

static void put(FILE *out, const char *path)
{
    FILE *in = fopen(path, "rb");
    const char *name = strrchr(path, '/') ? strrchr(path, '/') + 1 : path;
    uint64_t hash = 14695981039346656037u;
    int count = 0;
    if (!in) {
        perror(path);
        exit(1);
    }
    fprintf(out, "    {STR_INIT(\"%s\"), STR_INIT(\"%s\"), STR_INIT(\"", name, type_of(name));
    for (int byte; (byte = fgetc(in)) != EOF;) {
        hash = (hash ^ (uint64_t)byte) * 1099511628211u;
        if (byte == '"' || byte == '\\')
            fprintf(out, "\\%c", byte);
        else if (byte < 0x20 || byte >= 0x7f)
            fprintf(out, "\\%03o", byte);
        else
            fputc(byte, out);
        if (++count % 100 == 0) fputs("\"\n        \"", out);
    }
    fprintf(out, "\"),\n     STR_INIT(\"%016llx\")},\n", (unsigned long long)hash);
    fclose(in);
}

int main(int argc, char **argv)
{
    FILE *out = argc > 2 ? fopen(argv[1], "wb") : NULL;
    if (!out) {
        fprintf(stderr, "usage: assets_compile out.c file ...\n");
        return 2;
    }
    fputs("/* Made by assets_compile. */\n#include \"asset.h\"\n\nconst struct asset ASSETS[] = {\n", out);
    for (int i = 2; i < argc; i++) put(out, argv[i]);
    fprintf(out, "};\nconst size_t ASSET_COUNT = %d;\n", argc - 2);
    return fclose(out) ? 1 : 0;
}
