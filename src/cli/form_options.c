/* SPDX-License-Identifier: Apache-2.0
 *
 * form_options: see form_options.h.
 */
#include "form_options.h"

#include "file.h"
#include "form_place.h"
#include "statement_cells.h"
#include "text.h"
#include "validate_cells.h"

enum { FORM_BYTES_MOST = 4 * 1024 * 1024, TOLD_MOST = 20, VALUE_MOST = 400, PLACES_MOST = 4 };

static bool form_load(struct form *out, struct cli *c, struct str path, struct err *err)
{
    struct str bytes;
    struct text text;
    return file_read(&bytes, c->arena, path, FORM_BYTES_MOST, err) && text_make(&text, c->arena, bytes, err) &&
           form_read(out, c->arena, text.inside, cli_shown(c->arena, path), err);
}

bool cli_formed(struct formed *out, struct cli *c, struct str path, struct err *err)
{
    const struct sheet *only;
    struct str form = cli_text(c, "form");
    *out = (struct formed){
        .path = path, .heading = STR(""), .read = {.date = cli_date(c, "date"), .place = cli_text(c, "place")}};
    int from = cli_choice(c, "from");
    out->read.from = from < 0 ? LEGACY_NONE : (enum legacy_encoding)(from + LEGACY_TCVN3);
    if (!cli_workbook(&out->book, &out->bytes, c, c->arena, path, err)) return false;
    if (!cli_sheet(&only, c, &out->book, path, err)) return false;
    out->source_count = form_sources(&out->sources, c->arena, &out->book, only, out->read.date);
    if (out->source_count == 0) return fail(err, ERR_FORM_NONE, cli_shown(c->arena, path));
    if (form.len) {
        out->kept = form_load(&out->form, c, form, err);
        if (out->kept) return true;
        if (err->code != ERR_FILE_MISSING) return false;
    }
    form_propose(&out->form, c->arena, out->sources, out->source_count);
    return true;
}

static void tell_problems(struct cli *c, const struct problems *p)
{
    struct err e;
    struct buf b = buf_make(1 << 16);
    for (size_t i = 0; i < p->len && i < TOLD_MOST; i++) {
        buf_clear(&b);
        err_set(&e, p->at[i].code, p->at[i].arg, 2);
        err_write(&b, &e, c->lang);
        cli_note(c, "{1}", cli_shown(c->arena, buf_str(&b)));
    }
    buf_clear(&b);
    if (p->len) err_write_hint(&b, &e, c->lang);
    if (b.len) cli_note(c, "{1}", buf_str(&b));
    buf_free(&b);
    size_t more = p->len + p->dropped;
    if (more > TOLD_MOST) cli_note(c, tr("còn {1} ô không đọc được, không liệt kê"), cli_number(c, more - TOLD_MOST));
}

bool cli_formed_places(struct cli *c, struct formed *f, struct err *err)
{
    if (f->read.place.len) return true;
    return form_places_find(&f->heading, f->sources, f->source_count, &f->form, c->db, c->arena, f->read.date,
                            cli_shown(c->arena, f->path), err);
}

static void tell_place(struct cli *c, const struct formed *f, const struct placed_unit *u)
{
    struct buf b = buf_make(VALUE_MOST);
    buf_put(&b, u->is.name);
    if (u->is.parent_name.len) {
        buf_put(&b, STR(", "));
        buf_put(&b, u->is.parent_name);
    }
    buf_format(&b, " (%.*s)", (int)u->is.id.len, u->is.id.ptr);
    struct str name = buf_str(&b), count = cli_number(c, u->figures);
    if (u->fresh)
        cli_note(c, tr("nơi: {1}, {2} số: đơn vị mới, chưa có trong danh mục và trong kho"), name, count);
    else if (f->heading.len)
        cli_note(c, tr("nơi: {1}, {2} số (theo đầu bảng)"), name, count);
    else
        cli_note(c, tr("nơi: {1}, {2} số"), name, count);
    buf_clear(&b);
    buf_format(&b, "%d/%d/%d", u->is.from.day, u->is.from.month, u->is.from.year);
    if (u->before)
        cli_note(c,
                 tr("{1} số thuộc kỳ trước ngày {2}, khi {3} chưa có: hiểu là số của địa bàn hiện nay, không phải "
                    "của đơn vị cũ"),
                 cli_number(c, u->before), buf_str(&b), u->is.name);
    buf_clear(&b);
    buf_format(&b, "%d/%d/%d", u->is.to.day, u->is.to.month, u->is.to.year);
    if (u->after)
        cli_note(c, tr("{1} số thuộc kỳ sau ngày {2}, khi {3} không còn: xem lại nơi hoặc kỳ"), cli_number(c, u->after),
                 buf_str(&b), u->is.name);
    buf_free(&b);
}

bool cli_tell_places(struct cli *c, const struct formed *f, const struct read_result *read, struct err *err)
{
    struct placed_units units;
    if (!placed_units_find(&units, c->db, c->arena, &read->reading, f->read.place, err)) return false;
    for (size_t i = 0; i < units.len && i < PLACES_MOST; i++) tell_place(c, f, &units.at[i]);
    if (units.len > PLACES_MOST) cli_note(c, tr("và {1} nơi khác"), cli_number(c, units.len - PLACES_MOST));
    if (units.nowhere) cli_note(c, tr("{1} số chưa rõ nơi"), cli_number(c, units.nowhere));
    return true;
}

bool cli_formed_figures(struct read_result *out, struct cli *c, struct formed *f, struct err *err)
{
    *out = (struct read_result){.name = f->path};
    if (!document_of_workbook(&out->document, c->arena, &f->book, f->path, err) ||
        !form_figures(&out->reading, c->arena, &f->book, &f->form, f->sources, f->source_count, &f->read,
                      cli_shown(c->arena, f->path), err))
        return false;
    if (f->heading.len) out->reading.place = f->heading;
    tell_problems(c, &out->reading.problems);
    return true;
}

static const struct column COLUMNS[] = {
    {"start", NULL, COLUMN_DATA},
    {"end", NULL, COLUMN_DATA},
    STATEMENT_COLUMNS,
    {NULL, tr("Giá trị"), COLUMN_EYES | COLUMN_NUMBER},
    {"findings", NULL, COLUMN_DATA}, /* where the figures were validated */
};

/* What would be kept: "1.234 tỷ" of a text and 1,234 tỷ of a number look alike where they are quoted. */
static void value_cell(struct cli *c, struct rows *r, const struct statement *s)
{
    struct buf b = buf_make(VALUE_MOST);
    const struct figure_statement *f = &s->figure;
    if (s->kind == STATEMENT_FIGURE) {
        number_write(&b, f->value, c->lang);
        if (f->has_max) buf_put(&b, STR(" - "));
        if (f->has_max) number_write(&b, f->value_max, c->lang);
        if (f->has_of) buf_char(&b, '/');
        if (f->has_of) number_write(&b, f->of, c->lang);
        if (f->unit.len) buf_char(&b, ' ');
        buf_put(&b, f->unit);
    }
    rows_text(r, buf_str(&b));
    buf_free(&b);
}

bool cli_put_figures(struct cli *c, const struct read_result *read, const struct validation *v, struct err *err)
{
    struct rows *r = cli_rows(c, COLUMNS, sizeof COLUMNS / sizeof *COLUMNS - !v);
    for (size_t i = 0; i < read->reading.len; i++) {
        rows_int(r, read->reading.at[i].span.start);
        rows_int(r, read->reading.at[i].span.end);
        statement_cells(c, r, &read->reading.at[i]);
        value_cell(c, r, &read->reading.at[i]);
        if (v) validation_cell(r, v, i);
        rows_end(r);
        if (!cli_drain(c, err)) return false;
    }
    rows_close(r);
    if (!v) return true;
    if (c->format == FORMAT_TABLE) return validation_show(c, v, err);
    validation_note(c, v);
    return true;
}
