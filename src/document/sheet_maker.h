/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_maker: a workbook while a parser makes it, in the child. Parsers put cells in any order and say what text and
 * font they found; the maker sorts, mends old encodings, prints numbers and keeps the invariants of sheet.h. Everything
 * that can be refused sets `refused`, after which all calls do nothing and the parser may stop at its leisure.
 */
#ifndef SHEET_MAKER_H
#define SHEET_MAKER_H
#include "arena.h"
#include "buf.h"
#include "sheet.h"

enum sheet_refusal {
    REFUSED_NOT,
    REFUSED_DAMAGED,
    REFUSED_LOCKED,
    REFUSED_BOMB,
    REFUSED_LARGE,
    REFUSED_OLD,
    REFUSED_UTF8,    /* detail: the line */
    REFUSED_LEGACY,  /* detail: legacy_name of what it looks like */
    REFUSED_ALREADY, /* detail: legacy_name of what was asked for */
    REFUSED_QUOTE,   /* detail: the line where a quote opens that is never closed */
    REFUSALS
};

/* What a font says of the letters set in it. */
struct sheet_font {
    enum legacy_encoding encoding; /* LEGACY_NONE: says nothing */
    bool capitals;                 /* a font of capitals: .VnTimeH */
};

struct sheet_format {
    struct str code; /* "0.0%" */
    uint8_t date;    /* bits: 1 has a day, 2 a month, 4 a year; 0: no date */
    bool percent, grouped;
};

struct made_sheet {
    struct str name;
    bool hidden, recoded;
    size_t first_cell, cell_count, first_merge, merge_count;
};

struct sheet_maker {
    struct arena *arena;
    struct {
        VEC_FIELDS(struct made_sheet);
    } sheets;
    struct {
        VEC_FIELDS(struct sheet_cell); /* text: in the arena or the input */
    } cells;
    struct {
        VEC_FIELDS(struct sheet_merge);
    } merges;
    struct {
        VEC_FIELDS(struct sheet_format);
    } formats;
    struct {
        VEC_FIELDS(struct sheet_span);
    } hidden_columns; /* of the open sheet */
    bool date1904, open, sorted;
    bool skip_row;             /* the row of the next cells is hidden */
    enum legacy_encoding like; /* what the texts whose font says nothing look like */
    enum sheet_refusal refused;
    struct str detail;
};

struct sheet_span {
    uint16_t first, last;
};

struct sheet_maker sheet_maker_make(struct arena *a);
/* Sets the refusal when none is set; always false. */
bool sheet_refuse(struct sheet_maker *m, enum sheet_refusal why, struct str detail);

/* The place of a number format in the list. */
uint16_t sheet_format_add(struct sheet_maker *m, struct str code);
/* The code of a format that Excel knows by number; "" for general and unknown ones. */
struct str sheet_format_builtin(uint32_t id);

void sheet_begin(struct sheet_maker *m, struct str name, bool hidden);
void sheet_end(struct sheet_maker *m);
void sheet_hide_columns(struct sheet_maker *m, uint32_t first, uint32_t last);

/* Texts must live as long as the arena. Values outside of a sheet's bounds refuse the file. */
void sheet_put_text(struct sheet_maker *m, uint32_t row, uint32_t column, uint8_t flags, struct str text);
void sheet_put_number(struct sheet_maker *m, uint32_t row, uint32_t column, uint8_t flags, uint16_t format,
                      struct decimal n);
void sheet_put_bool(struct sheet_maker *m, uint32_t row, uint32_t column, uint8_t flags, bool b);
void sheet_put_error(struct sheet_maker *m, uint32_t row, uint32_t column, uint8_t flags, struct str text);
void sheet_put_merge(struct sheet_maker *m, struct sheet_merge merge);

/* ".VnTimeH" -> TCVN3, capitals; "VNI-Times" -> VNI. */
struct sheet_font sheet_font_of(struct str name);
/* The text of a run set in that font, in the arena. Western text in a font that says nothing comes back as it is and is
 * looked at by sheet_mend. text: UTF-8. */
struct str sheet_decode(struct sheet_maker *m, struct str text, struct sheet_font font);
/* After all: texts in an old encoding that no font told of. */
void sheet_mend(struct sheet_maker *m);

/* The message to the parent, and back: see sheet_message.c. */
void sheet_message_write(struct buf *b, const struct sheet_maker *m);
[[nodiscard]] bool sheet_message_read(struct workbook *out, enum sheet_refusal *refused, struct str *detail,
                                      struct arena *a, struct str message);

/* The parsers. bytes outlive the maker. */
void sheet_parse_csv(struct sheet_maker *m, struct str bytes, struct str name, enum legacy_encoding from);
void sheet_parse_xlsx(struct sheet_maker *m, struct str bytes);
void sheet_parse_xls(struct sheet_maker *m, struct str bytes);
void sheet_parse_pdf(struct sheet_maker *m, struct str tsv);     /* what pdftotext says of it: pdf.h */
void sheet_parse_biff(struct sheet_maker *m, struct str stream); /* the records alone */
#endif
