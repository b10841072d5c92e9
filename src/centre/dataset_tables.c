/* SPDX-License-Identifier: Apache-2.0
 *
 * dataset_tables: the tables of a data package: which columns they have, and their rows. The columns of figures are
 * those of `dieuhanh export` with a scale beside each number; a table of columns and the function that writes its row
 * stand one below the other and go together.
 */
#include "buf.h"
#include "csv_write.h"
#include "dataset_private.h"
#include "said.h"
#include "unit.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static void put_date(struct csv_writer *w, struct date d)
{
    struct buf b = buf_make(16);
    if (date_known(d)) date_write(&b, d);
    csv_write_text(w, buf_str(&b));
    buf_free(&b);
}

static void put_period(struct csv_writer *w, struct period p)
{
    struct buf b = buf_make(64);
    period_write(&b, p);
    csv_write_text(w, buf_str(&b));
    buf_free(&b);
}

/* A number and its scale. */
static void put_number(struct csv_writer *w, bool has, struct decimal d)
{
    if (has) {
        csv_write_decimal(w, d);
        csv_write_int(w, d.scale);
    } else {
        csv_write_empty(w);
        csv_write_empty(w);
    }
}

/* --- figures */

static const struct dataset_column FIGURES[] = {
    {"id", "string", "Mã số liệu trong kho", true, 0},
    {"indicator", "string", "Mã chỉ tiêu", true, 1 + TABLE_INDICATORS},
    {"unit", "string", "Mã đơn vị", true, 1 + TABLE_UNITS},
    {"period", "string", "Kỳ: 2023, 2023-H1, 2023-Q2, 2023-06, ..2023-06-30", true, 0},
    {"kind", "string", "Loại: level, growth, change, plan_ratio, share, fraction", true, 0},
    {"aspect", "string", "Thực hiện, ước hay kế hoạch: actual, estimate, plan", true, 0},
    {"against", "string", "So với: same_period, previous_period, plan, hoặc một kỳ", false, 0},
    {"layer", "string", "Tầng của kế hoạch: giao, hdnd, phan_dau, dieu_chinh", false, 0},
    {"value", "number", "Giá trị, theo đơn vị đo chuẩn", true, 0},
    {"value_scale", "integer", "Số chữ số thập phân đã biết của giá trị; âm: hàng cuối chưa biết", true, 0},
    {"value_max", "number", "Cận trên khi số liệu là một khoảng", false, 0},
    {"value_max_scale", "integer", "Như value_scale, của cận trên", false, 0},
    {"of", "number", "Mẫu số của m/n", false, 0},
    {"of_scale", "integer", "Như value_scale, của mẫu số", false, 0},
    {"bound", "string", "Chính xác, hơn, gần, khoảng: exact, over, under, about", true, 0},
    {"measure", "string", "Đơn vị đo", false, 0},
    {"revision", "integer", "Lần sửa, từ 0", true, 0},
    {"document", "string", "SHA-256 của tài liệu làm chứng", false, 1 + TABLE_DOCUMENTS},
    {"start", "integer", "Chỗ bắt đầu của câu chữ trong tài liệu (byte)", false, 0},
    {"end", "integer", "Chỗ kết thúc (byte)", false, 0},
    {"quote", "string", "Câu chữ làm chứng", false, 0},
    {"by", "string", "Người chấp nhận", false, 0},
};

static void put_key(struct csv_writer *w, const struct figure_key *k)
{
    csv_write_text(w, k->indicator);
    csv_write_text(w, k->unit);
    put_period(w, k->period);
    csv_write_text(w, kind_name(k->kind));
    csv_write_text(w, aspect_name(k->aspect));
    if (k->against == AGAINST_PERIOD)
        put_period(w, k->against_period);
    else
        csv_write_text(w, against_name(k->against));
    csv_write_text(w, k->layer);
}

static void put_figure(struct csv_writer *w, const struct dataset_content *c, size_t i)
{
    const struct kept_figure *f = &c->figures.at[i];
    struct buf b = buf_make(32);
    figure_id_write(&b, f->id);
    csv_write_text(w, buf_str(&b));
    buf_free(&b);
    put_key(w, &f->figure.key);
    put_number(w, true, f->figure.value);
    put_number(w, f->figure.has_max, f->figure.value_max);
    put_number(w, f->figure.has_of, f->figure.of);
    csv_write_text(w, bound_name(f->figure.bound));
    csv_write_text(w, f->figure.measure);
    csv_write_int(w, f->revision);
    csv_write_text(w, f->figure.document);
    csv_write_int(w, f->figure.start);
    csv_write_int(w, f->figure.end);
    csv_write_text(w, f->figure.quote);
    csv_write_text(w, f->figure.by);
}

/* --- units */

static const struct dataset_column UNITS[] = {
    {"code", "string", "Mã: mã chính thức, hoặc mã của riêng cơ quan", true, 0},
    {"name", "string", "Tên đầy đủ", true, 0},
    {"kind", "string", "Cấp, khi tên không nói: province, district, commune, office", false, 0},
    {"parent", "string", "Mã đơn vị trên", false, 0},
    {"from", "date", "Ngày đầu có hiệu lực", false, 0},
    {"to", "date", "Ngày cuối có hiệu lực", false, 0},
    {"source", "string", "Văn bản căn cứ", false, 0},
};

static void put_unit(struct csv_writer *w, const struct dataset_content *c, size_t i)
{
    const struct kept_unit *u = &c->units.at[i];
    csv_write_text(w, u->code);
    csv_write_text(w, u->name);
    csv_write_text(w, u->kind);
    csv_write_text(w, u->parent);
    put_date(w, u->from);
    put_date(w, u->to);
    csv_write_text(w, u->source);
}

/* --- indicators */

static const struct dataset_column INDICATORS[] = {
    {"code", "string", "Mã trong danh mục", true, 0},
    {"name", "string", "Tên", true, 0},
    {"measure", "string", "Đơn vị đo chuẩn, như trong bảng số liệu", false, 0},
    {"shown_in", "string", "Đơn vị đo thường viết", false, 0},
    {"time", "string", "Theo thời gian: flow (cộng dồn), stock (thời điểm), rate (tỷ lệ)", true, 0},
    {"direction", "string", "Chiều tốt: up, down; trống: không", false, 0},
    {"citation", "string", "Văn bản định nghĩa", false, 0},
};

static void put_indicator(struct csv_writer *w, const struct dataset_content *c, size_t i)
{
    static const struct str TIME[TIME_COUNT] = {STR_INIT("flow"), STR_INIT("stock"), STR_INIT("rate")};
    static const struct str DIRECTION[] = {STR_INIT("up"), STR_INIT("down"), STR_INIT("")};
    const struct indicator *n = c->indicators.at[i];
    csv_write_text(w, n->code);
    csv_write_text(w, n->name);
    csv_write_text(w, n->canonical_unit);
    csv_write_text(w, n->unit);
    csv_write_text(w, TIME[n->time]);
    csv_write_text(w, DIRECTION[n->direction]);
    csv_write_text(w, n->citation);
}

/* --- documents */

static const struct dataset_column DOCUMENTS[] = {
    {"sha256", "string", "SHA-256 của tệp gốc", true, 0},
    {"name", "string", "Tên tệp", true, 0},
    {"date", "date", "Ngày của văn bản", false, 0},
    {"place", "string", "Nơi mà văn bản nói về", false, 0},
    {"format", "string", "Loại tệp", true, 0},
    {"size", "integer", "Kích thước (byte)", true, 0},
};

static void put_document(struct csv_writer *w, const struct dataset_content *c, size_t i)
{
    const struct listed_document *d = &c->documents.at[i];
    struct digest_text hex = digest_text(d->document.sha256);
    csv_write_text(w, digest_str(&hex));
    csv_write_text(w, d->document.name);
    put_date(w, d->reading.date);
    csv_write_text(w, d->reading.place);
    csv_write_text(w, d->reading.format);
    csv_write_int(w, (int64_t)d->document.size);
}

/* --- all */

const struct dataset_table DATASET_TABLES[TABLE_COUNT] = {
    [TABLE_FIGURES] = {"figures", "Số liệu", FIGURES, COUNT(FIGURES)},
    [TABLE_UNITS] = {"units", "Đơn vị", UNITS, COUNT(UNITS)},
    [TABLE_INDICATORS] = {"indicators", "Chỉ tiêu", INDICATORS, COUNT(INDICATORS)},
    [TABLE_DOCUMENTS] = {"documents", "Tài liệu", DOCUMENTS, COUNT(DOCUMENTS)},
};

static size_t row_count(const struct dataset_content *c, int table)
{
    const size_t counts[TABLE_COUNT] = {c->figures.len, c->units.len, c->indicators.len, c->documents.len};
    return counts[table];
}

void dataset_table_write(struct buf *b, const struct dataset_content *c, int table)
{
    static void (*const PUT[TABLE_COUNT])(struct csv_writer *, const struct dataset_content *,
                                          size_t) = {put_figure, put_unit, put_indicator, put_document};
    struct csv_writer w = csv_to(b, CSV_LINES);
    const struct dataset_table *t = &DATASET_TABLES[table];
    for (size_t i = 0; i < t->column_count; i++) csv_write_text(&w, str_of(t->columns[i].name));
    csv_write_end_row(&w);
    for (size_t i = 0; i < row_count(c, table); i++) {
        PUT[table](&w, c, i);
        csv_write_end_row(&w);
    }
}
