/* SPDX-License-Identifier: Apache-2.0
 *
 * dataset_describe: the datapackage.json of a data package, by the specifications of Frictionless Data, version 1: Data
 * Package, Tabular Data Resource, CSV Dialect, Table Schema. Beside what these ask for it has `dieuhanh.version`, by
 * which figure_package.c knows it, and `hash` and `bytes`, so that a copy that lost something is seen.
 */
#include "buf.h"
#include "dataset_private.h"
#include "json_write.h"

static void put(struct json_writer *j, const char *key, struct str value)
{
    json_write_key(j, str_of(key));
    json_write_text(j, value);
}

static void open(struct json_writer *j, const char *key, char bracket)
{
    json_write_key(j, str_of(key));
    json_write_open(j, bracket);
}

static void put_column(struct json_writer *j, const struct dataset_column *c, bool unique)
{
    json_write_open(j, '{');
    put(j, "name", str_of(c->name));
    put(j, "type", str_of(c->type));
    put(j, "title", str_of(c->title));
    if (c->required) {
        open(j, "constraints", '{');
        json_write_key(j, STR("required"));
        json_write_bool(j, true);
        if (unique) {
            json_write_key(j, STR("unique"));
            json_write_bool(j, true);
        }
        json_write_close(j, '}');
    }
    json_write_close(j, '}');
}

static void put_foreign_key(struct json_writer *j, const struct dataset_column *c)
{
    const struct dataset_table *to = &DATASET_TABLES[c->to - 1];
    json_write_open(j, '{');
    put(j, "fields", str_of(c->name));
    open(j, "reference", '{');
    put(j, "resource", str_of(to->name));
    put(j, "fields", str_of(to->columns[0].name));
    json_write_close(j, '}');
    json_write_close(j, '}');
}

static void put_schema(struct json_writer *j, const struct dataset_table *t)
{
    bool refers = false;
    open(j, "schema", '{');
    open(j, "fields", '[');
    for (size_t i = 0; i < t->column_count; i++) {
        put_column(j, &t->columns[i], i == 0);
        refers |= t->columns[i].to != 0;
    }
    json_write_close(j, ']');
    open(j, "missingValues", '[');
    json_write_text(j, STR(""));
    json_write_close(j, ']');
    put(j, "primaryKey", str_of(t->columns[0].name));
    if (refers) {
        open(j, "foreignKeys", '[');
        for (size_t i = 0; i < t->column_count; i++)
            if (t->columns[i].to) put_foreign_key(j, &t->columns[i]);
        json_write_close(j, ']');
    }
    json_write_close(j, '}');
}

static void put_dialect(struct json_writer *j)
{
    open(j, "dialect", '{');
    put(j, "delimiter", STR(","));
    put(j, "lineTerminator", STR("\n"));
    put(j, "quoteChar", STR("\""));
    json_write_key(j, STR("doubleQuote"));
    json_write_bool(j, true);
    json_write_key(j, STR("header"));
    json_write_bool(j, true);
    json_write_close(j, '}');
}

static void put_resource(struct json_writer *j, const struct dataset_table *t, const struct dataset_bytes *bytes)
{
    struct digest_text hex = digest_text(bytes->sha256);
    struct buf b = buf_make(SHA256_HEX + 16);
    json_write_open(j, '{');
    put(j, "profile", STR("tabular-data-resource"));
    put(j, "name", str_of(t->name));
    buf_format(&b, "%s.csv", t->name);
    put(j, "path", buf_str(&b));
    put(j, "title", str_of(t->title));
    put(j, "format", STR("csv"));
    put(j, "mediatype", STR("text/csv"));
    put(j, "encoding", STR("utf-8"));
    json_write_key(j, STR("bytes"));
    json_write_int(j, (int64_t)bytes->size);
    buf_clear(&b);
    buf_put(&b, STR("sha256:"));
    buf_put(&b, digest_str(&hex));
    put(j, "hash", buf_str(&b));
    buf_free(&b);
    put_dialect(j);
    put_schema(j, t);
    json_write_close(j, '}');
}

static void put_license(struct json_writer *j, struct str license)
{
    bool address = str_starts(license, STR("https://")) || str_starts(license, STR("http://"));
    if (!license.len) return; /* nobody said one: the data is whoever's it is */
    open(j, "licenses", '[');
    json_write_open(j, '{');
    put(j, address ? "path" : "name", license);
    json_write_close(j, '}');
    json_write_close(j, ']');
}

static void put_sources(struct json_writer *j, const struct document_list *d)
{
    if (!d->len) return;
    open(j, "sources", '[');
    for (size_t i = 0; i < d->len; i++) {
        json_write_open(j, '{');
        put(j, "title", d->at[i].document.name);
        json_write_close(j, '}');
    }
    json_write_close(j, ']');
}

static void put_description(struct json_writer *j, struct str known)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b,
            STR("Mỗi dòng của figures.csv là một số liệu: chỉ tiêu, đơn vị, kỳ, giá trị, và câu chữ của tài liệu "
                "làm chứng. Chỉ có số liệu hiện hành: mỗi khóa một số, là số sau cùng; số đã bị thay, điều chưa được "
                "chấp nhận và bản thân tài liệu không có trong gói. Gói của một ngày trước: export --known-on."));
    if (known.len) {
        buf_char(&b, ' ');
        buf_put(&b, known);
        buf_char(&b, '.');
    }
    put(j, "description", buf_str(&b));
    buf_free(&b);
}

void dataset_describe(struct buf *b, const struct dataset_content *c, const struct dataset_wish *w,
                      const struct dataset_bytes *tables)
{
    struct json_writer j = json_to(b);
    json_write_open(&j, '{');
    put(&j, "profile", STR("tabular-data-package"));
    put(&j, "name", STR("dieuhanh-figures"));
    put(&j, "title", STR("Số liệu hiện hành của kho Điều Hành"));
    put_description(&j, w->known);
    put_license(&j, w->license);
    put_sources(&j, &c->documents);
    open(&j, "dieuhanh", '{');
    json_write_key(&j, STR("version"));
    json_write_int(&j, 1);
    json_write_close(&j, '}');
    open(&j, "resources", '[');
    for (int i = 0; i < TABLE_COUNT; i++) put_resource(&j, &DATASET_TABLES[i], &tables[i]);
    json_write_close(&j, ']');
    json_write_close(&j, '}');
    buf_char(b, '\n');
}
