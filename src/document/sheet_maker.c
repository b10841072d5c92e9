/* SPDX-License-Identifier: Apache-2.0
 *
 * sheet_maker: see sheet_maker.h. A sheet is put in order when it ends: cells are sorted by place (most files have them
 * sorted already), of two at one place the later counts, and cells under a merged range that are not its first are
 * dropped, as nobody sees them.
 *
 * Old encodings. The font of a cell is asked first: .VnTime is TCVN3, .VnTimeH the same with all letters capitals, VNI-
 * is VNI. Where no font tells (Arial over TCVN3 bytes, files that went through another program), all such texts of the
 * workbook together say which encoding they look like, and each is converted when that makes more Vietnamese words of
 * it than it has.
 *
 * What a number looks like is here too: Vietnamese separators, at most 15 digits as Excel shows them, "%" and dates by
 * the number format.
 */
#include "sheet_maker.h"

#include "real.h"
#include "utf8.h"

enum { SAMPLE_MOST = 64 * 1024, NUMBER_MOST = 64, FORMATS_MOST = 60000, FORMAT_CODE_MOST = 512, TEXT_MOST = 1 << 20 };

struct sheet_maker sheet_maker_make(struct arena *a)
{
    struct sheet_maker m = {.arena = a, .detail = STR("")};
    *vec_push(a, &m.formats) = (struct sheet_format){.code = STR("")};
    return m;
}

bool sheet_refuse(struct sheet_maker *m, enum sheet_refusal why, struct str detail)
{
    if (m->refused != REFUSED_NOT) return false;
    m->refused = why;
    m->detail = detail;
    return false;
}

/* --- number formats ----------------------------------------------------------------------------------------------- */

/* What the first section of a code makes of a number; see ECMA-376 18.8.31. */
static void format_judge(struct sheet_format *f)
{
    bool day = false, month = false, year = false, clock = false, minutes = false;
    struct str s = f->code;
    for (size_t i = 0; i < s.len && s.ptr[i] != ';'; i++) {
        char c = s.ptr[i];
        ptrdiff_t end;
        if (c == '"' || c == '[') {
            end = str_find_char(str_from(s, i + 1), c == '"' ? '"' : ']');
            char next = i + 1 < s.len ? (char)(s.ptr[i + 1] | 32) : 0;
            clock = clock || (c == '[' && end == 1 && (next == 'h' || next == 'm' || next == 's'));
            i = end < 0 ? s.len : i + 1 + (size_t)end;
        } else if (c == '\\' || c == '_' || c == '*') {
            i++;
        } else {
            char lower = (char)(c | 32);
            if (lower == 'g' && str_starts(str_from(s, i), STR("General"))) return;
            f->percent = f->percent || c == '%';
            f->grouped = f->grouped || c == ',';
            clock = clock || lower == 'h' || lower == 's';
            day = day || lower == 'd';
            year = year || lower == 'y';
            minutes = minutes || lower == 'm';
        }
    }
    month = minutes && (day || year || !clock);
    f->date = (uint8_t)((day ? 1 : 0) | (month ? 2 : 0) | (year ? 4 : 0));
}

uint16_t sheet_format_add(struct sheet_maker *m, struct str code)
{
    if (code.len == 0 || code.len > FORMAT_CODE_MOST || m->formats.len >= FORMATS_MOST) return 0;
    struct sheet_format f = {.code = code};
    format_judge(&f);
    *vec_push(m->arena, &m->formats) = f;
    return (uint16_t)(m->formats.len - 1);
}

struct str sheet_format_builtin(uint32_t id)
{
    static const struct {
        uint8_t id;
        struct str code;
    } KNOWN[] = {{1, STR_INIT("0")},
                 {2, STR_INIT("0.00")},
                 {3, STR_INIT("#,##0")},
                 {4, STR_INIT("#,##0.00")},
                 {9, STR_INIT("0%")},
                 {10, STR_INIT("0.00%")},
                 {11, STR_INIT("0.00E+00")},
                 {14, STR_INIT("dd/mm/yyyy")},
                 {15, STR_INIT("d-mmm-yy")},
                 {16, STR_INIT("d-mmm")},
                 {17, STR_INIT("mmm-yy")},
                 {18, STR_INIT("h:mm AM/PM")},
                 {19, STR_INIT("h:mm:ss")},
                 {20, STR_INIT("h:mm")},
                 {21, STR_INIT("h:mm:ss")},
                 {22, STR_INIT("d/m/yy h:mm")},
                 {37, STR_INIT("#,##0;-#,##0")},
                 {39, STR_INIT("#,##0.00;-#,##0.00")},
                 {45, STR_INIT("mm:ss")},
                 {46, STR_INIT("[h]:mm:ss")},
                 {49, STR_INIT("@")}};
    for (size_t i = 0; i < sizeof KNOWN / sizeof *KNOWN; i++)
        if (KNOWN[i].id == id) return KNOWN[i].code;
    return STR("");
}

/* --- cells -------------------------------------------------------------------------------------------------------- */

void sheet_begin(struct sheet_maker *m, struct str name, bool hidden)
{
    if (m->sheets.len >= SHEET_SHEETS_MOST) (void)sheet_refuse(m, REFUSED_LARGE, STR("sheets"));
    if (m->refused) return;
    *vec_push(m->arena, &m->sheets) = (struct made_sheet){
        .name = name, .hidden = hidden, .first_cell = m->cells.len, .first_merge = m->merges.len};
    m->hidden_columns.len = 0;
    m->skip_row = false;
    m->sorted = true;
    m->open = true;
}

void sheet_hide_columns(struct sheet_maker *m, uint32_t first, uint32_t last)
{
    if (first > last || first >= SHEET_COLUMNS_MOST || m->hidden_columns.len >= SHEET_COLUMNS_MOST) return;
    if (last >= SHEET_COLUMNS_MOST) last = SHEET_COLUMNS_MOST - 1;
    *vec_push(m->arena, &m->hidden_columns) = (struct sheet_span){(uint16_t)first, (uint16_t)last};
}

static int place_cmp(uint32_t row_a, uint32_t column_a, uint32_t row_b, uint32_t column_b)
{
    if (row_a != row_b) return row_a < row_b ? -1 : 1;
    return column_a == column_b ? 0 : column_a < column_b ? -1 : 1;
}

static struct sheet_cell *cell_add(struct sheet_maker *m, uint32_t row, uint32_t column, uint8_t flags)
{
    if (m->refused || !m->open) return NULL;
    if (row >= SHEET_ROWS_MOST || column >= SHEET_COLUMNS_MOST) {
        (void)sheet_refuse(m, REFUSED_DAMAGED, STR("cell outside of the sheet"));
        return NULL;
    }
    if (m->cells.len >= SHEET_CELLS_MOST) {
        (void)sheet_refuse(m, REFUSED_LARGE, STR("cells"));
        return NULL;
    }
    const struct made_sheet *s = &m->sheets.at[m->sheets.len - 1];
    if (m->cells.len > s->first_cell) {
        const struct sheet_cell *last = &m->cells.at[m->cells.len - 1];
        m->sorted = m->sorted && place_cmp(last->row, last->column, row, column) < 0;
    }
    if (m->skip_row) flags |= SHEET_HIDDEN;
    for (size_t i = 0; i < m->hidden_columns.len; i++)
        if (column >= m->hidden_columns.at[i].first && column <= m->hidden_columns.at[i].last) flags |= SHEET_HIDDEN;
    struct sheet_cell *c = vec_push(m->arena, &m->cells);
    *c = (struct sheet_cell){.row = row, .column = (uint16_t)column, .flags = flags, .text = STR("")};
    return c;
}

static bool is_control(unsigned char c)
{
    return (c < 0x20 && c != '\n') || c == 0x7F;
}

/* Tabs and other control characters become blanks, so that the text keeps its form; a copy only where needed. */
static struct str clean(struct arena *a, struct str s)
{
    size_t i = 0;
    while (i < s.len && !is_control((unsigned char)s.ptr[i])) i++;
    if (i == s.len) return s;
    char *p = str_copy_z(a, s);
    size_t n = 0;
    for (i = 0; i < s.len; i++) {
        if (s.ptr[i] == '\r') { /* CR LF and CR are one line end */
            if (i + 1 == s.len || s.ptr[i + 1] != '\n') p[n++] = '\n';
            continue;
        }
        p[n++] = is_control((unsigned char)s.ptr[i]) ? ' ' : s.ptr[i];
    }
    return (struct str){p, n};
}

static bool is_blank(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        bool nbsp = s.ptr[i] == '\xC2' && i + 1 < s.len && s.ptr[i + 1] == '\xA0';
        if (nbsp)
            i++;
        else if (s.ptr[i] != ' ' && s.ptr[i] != '\n' && s.ptr[i] != '\t' && s.ptr[i] != '\r')
            return false;
    }
    return true;
}

void sheet_put_text(struct sheet_maker *m, uint32_t row, uint32_t column, uint8_t flags, struct str text)
{
    if (is_blank(text)) return;
    struct sheet_cell *c = cell_add(m, row, column, flags);
    if (!c) return;
    c->type = SHEET_TEXT;
    c->text = clean(m->arena, utf8_clip(text, TEXT_MOST));
}

static void text_of_buf(struct sheet_maker *m, struct sheet_cell *c, struct buf *b)
{
    c->text = str_copy(m->arena, buf_str(b));
    buf_free(b);
}

/* Days since 1970 of a serial number; false when it is no day of a calendar. 1900 is a leap year there (Lotus 1-2-3).
 * */
static bool serial_day(int32_t *days, struct decimal serial, bool date1904)
{
    struct decimal whole;
    if (!decimal_rescale(&whole, serial, 0, ROUND_DOWN)) return false;
    int64_t n = whole.coefficient;
    if (n < 0 || n > 2958465 || (!date1904 && (n < 1 || n == 60))) return false; /* to 9999-12-31 */
    int32_t base = date_to_days(date1904 ? (struct date){1904, 1, 1} : (struct date){1899, 12, 30});
    *days = base + (int32_t)n + (!date1904 && n < 60 ? 1 : 0);
    return !date1904 || n <= 2957003;
}

static bool put_date(struct sheet_maker *m, struct sheet_cell *c, struct decimal serial, uint8_t parts)
{
    int32_t days;
    if (!serial_day(&days, serial, m->date1904)) return false;
    struct date d = date_from_days(days);
    struct buf b = buf_make(NUMBER_MOST);
    if (parts & 1) buf_format(&b, "%02d/", d.day);
    if (parts & 3) buf_format(&b, "%02d/", d.month);
    buf_format(&b, "%04d", d.year); /* without a year in the format it is still known */
    c->type = SHEET_DATE;
    c->number = DECIMAL_INT(days);
    text_of_buf(m, c, &b);
    return true;
}

void sheet_put_number(struct sheet_maker *m, uint32_t row, uint32_t column, uint8_t flags, uint16_t format,
                      struct decimal n)
{
    struct sheet_cell *c = cell_add(m, row, column, flags);
    struct decimal shown = real_shown(n), hundred;
    if (!c) return;
    if (format >= m->formats.len) format = 0;
    const struct sheet_format *f = &m->formats.at[format];
    c->format = format;
    if (f->date && put_date(m, c, n, f->date)) return;
    c->type = SHEET_NUMBER;
    c->number = n;
    struct buf b = buf_make(NUMBER_MOST);
    if (f->percent && decimal_mul(&hundred, shown, DECIMAL_INT(100))) {
        c->flags |= SHEET_PERCENT;
        shown = decimal_trim(hundred);
    }
    if (f->grouped)
        decimal_write_vi(&b, shown);
    else
        decimal_write(&b, shown);
    for (size_t i = 0; i < b.len && !f->grouped; i++) /* without groups a year stays a year: 2013 */
        if (b.ptr[i] == '.') b.ptr[i] = ',';
    if (c->flags & SHEET_PERCENT) buf_char(&b, '%');
    text_of_buf(m, c, &b);
}

void sheet_put_bool(struct sheet_maker *m, uint32_t row, uint32_t column, uint8_t flags, bool value)
{
    struct sheet_cell *c = cell_add(m, row, column, flags);
    if (!c) return;
    c->type = SHEET_BOOL;
    c->number = DECIMAL_INT(value);
    c->text = value ? STR("TRUE") : STR("FALSE");
}

void sheet_put_error(struct sheet_maker *m, uint32_t row, uint32_t column, uint8_t flags, struct str text)
{
    struct sheet_cell *c = cell_add(m, row, column, flags);
    if (!c) return;
    c->type = SHEET_ERROR;
    c->text = is_blank(text) ? STR("#") : clean(m->arena, utf8_clip(text, NUMBER_MOST));
}

void sheet_put_merge(struct sheet_maker *m, struct sheet_merge merge)
{
    if (m->refused || !m->open || merge.rows == 0 || merge.columns == 0) return;
    if (merge.rows == 1 && merge.columns == 1) return;
    if (m->merges.len >= SHEET_CELLS_MOST) {
        (void)sheet_refuse(m, REFUSED_LARGE, STR("merges"));
        return;
    }
    *vec_push(m->arena, &m->merges) = merge;
}

/* --- a sheet in order --------------------------------------------------------------------------------------------- */

static int cell_order(const void *x, const void *y)
{
    const struct sheet_cell *a = x, *b = y;
    return place_cmp(a->row, a->column, b->row, b->column);
}

static int merge_order(const void *x, const void *y)
{
    const struct sheet_merge *a = x, *b = y;
    return place_cmp(a->row, a->column, b->row, b->column);
}

/* Cells sorted by place, the last one of a place kept. A stable order of equals is their order in memory. */
static void sort_cells(struct sheet_maker *m, struct made_sheet *s)
{
    size_t n = m->cells.len - s->first_cell, kept = 0;
    if (!m->sorted && n) {
        struct sheet_cell *at = m->cells.at + s->first_cell;
        qsort(at, n, sizeof *at, cell_order); /* glibc merges: stable */
        for (size_t i = 0; i < n; i++) {
            if (kept && cell_order(&at[kept - 1], &at[i]) == 0)
                at[kept - 1] = at[i];
            else
                at[kept++] = at[i];
        }
        m->cells.len = s->first_cell + kept;
    }
}

/* For each column of the row under the sweep: the merged range that covers it. */
struct cover {
    uint32_t until;       /* row behind the range */
    uint32_t row;         /* its first cell */
    uint16_t first, last; /* its columns */
};

/* Ranges in order, those that overlap an earlier one dropped; cells under a range but its first dropped. One sweep over
 * both lists; the work is bounded by the columns of all ranges, so wide ranges are counted. */
static void apply_merges(struct sheet_maker *m, struct made_sheet *s)
{
    struct sheet_merge *g = m->merges.at + s->first_merge;
    size_t n = m->merges.len - s->first_merge, cells = m->cells.len - s->first_cell, kept = 0, left = 0, next = 0;
    struct sheet_cell *at = cells ? m->cells.at + s->first_cell : NULL;
    struct cover *cover = arena_array(m->arena, struct cover, SHEET_COLUMNS_MOST);
    qsort(g, n, sizeof *g, merge_order);
    for (size_t i = 0; i <= cells; i++) {
        for (; next < n && (i == cells || place_cmp(g[next].row, g[next].column, at[i].row, at[i].column) <= 0);
             next++) {
            bool free_place = g[next].column + g[next].columns <= SHEET_COLUMNS_MOST;
            for (uint32_t c = g[next].column; free_place && c < (uint32_t)g[next].column + g[next].columns; c++)
                free_place = cover[c].until <= g[next].row;
            if (!free_place) continue;
            for (uint32_t c = g[next].column; c < (uint32_t)g[next].column + g[next].columns; c++)
                cover[c] = (struct cover){g[next].row + g[next].rows, g[next].row, g[next].column, 0};
            g[left++] = g[next];
        }
        if (i == cells) break;
        const struct cover *o = &cover[at[i].column];
        bool under = at[i].row < o->until && (at[i].row != o->row || at[i].column != o->first);
        if (!under) at[kept++] = at[i];
    }
    m->cells.len = s->first_cell + kept;
    m->merges.len = s->first_merge + left;
}

void sheet_end(struct sheet_maker *m)
{
    if (m->refused || !m->open) return;
    struct made_sheet *s = &m->sheets.at[m->sheets.len - 1];
    sort_cells(m, s);
    if (m->merges.len > s->first_merge) apply_merges(m, s);
    s->cell_count = m->cells.len - s->first_cell;
    s->merge_count = m->merges.len - s->first_merge;
    m->open = false;
}

/* --- old encodings ------------------------------------------------------------------------------------------------ */

struct sheet_font sheet_font_of(struct str name)
{
    struct sheet_font f = {LEGACY_NONE, false};
    if (str_starts(name, STR(".Vn")) || str_starts(name, STR(".vn")) || str_starts(name, STR(".VN"))) {
        f.encoding = LEGACY_TCVN3;
        f.capitals = str_ends(name, STR("H"));
    } else if (str_starts(name, STR("VNI-")) || str_starts(name, STR("VNI "))) {
        f.encoding = LEGACY_VNI;
    }
    return f;
}

/* Letters of the upper half of Latin-1 and nothing beyond: what an old encoding looks like when taken for Western. */
static bool maybe_old(struct str s)
{
    bool high = false;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.ptr[i];
        if (c >= 0xC4 && c != 0xE2) return false; /* U+0100 and more, but for the dashes and quotes of U+2000 */
        high = high || (c == 0xC2 && i + 1 < s.len && s.ptr[i + 1] != '\xA0') || c == 0xC3;
    }
    return high;
}

static bool is_ascii(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)s.ptr[i] >= 0x80) return false;
    return true;
}

static struct str convert(struct sheet_maker *m, struct str text, enum legacy_encoding e)
{
    struct legacy_map map;
    struct str out;
    struct err err;
    return legacy_convert(&out, &map, m->arena, text, e, &err) ? str_copy(m->arena, out) : text;
}

/* Word by word: where somebody typed on in another encoding, both stand in one text ("th¸ng đầu n¨m"). */
static struct str convert_words(struct sheet_maker *m, struct str text, enum legacy_encoding e)
{
    if (maybe_old(text)) return convert(m, text, e);
    struct buf b = buf_make(text.len * 4 + 16);
    for (size_t i = 0, end; i < text.len; i = end) {
        for (end = i; end < text.len && text.ptr[end] != ' ' && text.ptr[end] != '\n'; end++) {}
        if (end < text.len) end++;
        struct str word = str_part(text, i, end);
        buf_put(&b, maybe_old(word) ? convert(m, word, e) : word);
    }
    struct str out = str_copy(m->arena, buf_str(&b));
    buf_free(&b);
    return out;
}

static struct str upper(struct arena *a, struct str s)
{
    struct buf b = buf_make(s.len * 2 + 16);
    for (size_t i = 0, len; i < s.len; i += len) buf_codepoint(&b, utf8_upper_char(utf8_decode(s, i, &len)));
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

struct str sheet_decode(struct sheet_maker *m, struct str text, struct sheet_font font)
{
    if (font.encoding == LEGACY_NONE) return text;
    struct str out = is_ascii(text) ? text : convert_words(m, text, font.encoding);
    return font.capitals ? upper(m->arena, out) : font.encoding == LEGACY_TCVN3 ? legacy_capitals(m->arena, out) : out;
}

void sheet_mend(struct sheet_maker *m)
{
    struct buf sample = buf_make(SAMPLE_MOST);
    if (m->refused) return;
    for (size_t i = 0; i < m->cells.len && sample.len + 1024 < SAMPLE_MOST; i++) {
        const struct sheet_cell *c = &m->cells.at[i];
        if (c->type != SHEET_TEXT || c->text.len > 512 || !maybe_old(c->text)) continue;
        buf_put(&sample, c->text);
        buf_char(&sample, '\n');
    }
    m->like = legacy_guess(buf_str(&sample));
    buf_free(&sample);
    if (m->like != LEGACY_TCVN3 && m->like != LEGACY_VNI) return;
    for (size_t i = 0; i < m->cells.len; i++) {
        struct sheet_cell *c = &m->cells.at[i];
        if (c->type != SHEET_TEXT || !maybe_old(c->text) || !legacy_better(c->text, m->like)) continue;
        c->text = legacy_capitals(m->arena, convert(m, c->text, m->like));
    }
}
