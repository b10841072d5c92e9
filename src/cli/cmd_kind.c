/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_kind: the kinds of matter: which there are, what one allows, whether a file describes one, and adding it.
 */
#include "matter_cells.h"

#include "file.h"
#include "indicator.h"
#include "kind_figure.h"
#include "kind_form.h"
#include "kind_read.h"
#include "text.h"

static const struct column LIST_COLUMNS[] = {
    {"kind", tr("Loại"), COLUMN_FIXED},
    {"name", tr("Tên"), 0},
    {"origin", tr("Của"), 0},
    {"version", tr("Phiên bản"), COLUMN_NUMBER},
    {"number", tr("Số"), 0},
    {"states", tr("Trạng thái"), COLUMN_NUMBER},
    {"moves", tr("Bước"), COLUMN_NUMBER},
    {"fields", tr("Trường"), COLUMN_NUMBER},
    {"sha256", NULL, COLUMN_DATA},
    {"citation", NULL, COLUMN_DATA},
    {"who", tr("Người thêm"), 0},
    {"time", tr("Lúc"), COLUMN_FIXED},
};

static bool run_list(struct cli *c, struct err *err)
{
    struct known_kinds all;
    if (!cli_units_open(c, DB_READ, err) || !known_kinds(&all, c->db, c->arena, err)) return false;
    struct rows *r = cli_rows(c, COLUMNS_OF(LIST_COLUMNS));
    for (size_t i = 0; i < all.len; i++) {
        const struct known_kind *k = &all.at[i];
        struct digest_text hex = digest_text(k->sha256);
        rows_text(r, k->kind.word);
        rows_text(r, k->kind.name);
        rows_text_shown(r, k->built_in ? STR("program") : STR("office"),
                        tr_text(c->lang, k->built_in ? tr("chương trình") : tr("cơ quan")));
        if (k->version)
            rows_int(r, k->version);
        else
            rows_none(r);
        rows_text(r, k->kind.number);
        rows_int(r, (int64_t)k->kind.state_count);
        rows_int(r, (int64_t)k->kind.move_count);
        rows_int(r, (int64_t)k->kind.field_count);
        rows_text(r, digest_str(&hex));
        rows_text(r, k->kind.citation);
        rows_text(r, k->who);
        if (k->time.len)
            time_cell(r, k->time);
        else
            rows_none(r);
        rows_end(r);
    }
    rows_close(r);
    return true;
}

/* --- one kind: its moves as a table, which is what people ask for; the rest above it */

static const struct column MOVE_COLUMNS[] = {
    {"move", tr("Bước"), COLUMN_FIXED},
    {"name", tr("Tên"), 0},
    {"from", tr("Từ trạng thái"), 0},
    {"to", tr("Đến"), 0},
    {"by", tr("Ai"), 0},
    {"needs", tr("Cần"), 0},
};

static struct str words_joined(struct cli *c, struct word_list l)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < l.len; i++) {
        if (i) buf_put(&b, STR(" "));
        buf_put(&b, l.at[i]);
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str needs_shown(struct cli *c, const struct matter_kind *k, struct word_list needs)
{
    struct buf b = buf_make(SIZE_MAX);
    for (size_t i = 0; i < needs.len; i++) {
        if (i) buf_put(&b, STR(", "));
        buf_put(&b, matter_need_shown(c, k, needs.at[i]));
    }
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static struct str party_shown(const struct cli *c, enum matter_party p)
{
    switch (p) {
    case PARTY_RESPONSIBLE: return tr_text(c->lang, tr("bên thực hiện"));
    case PARTY_GIVER: return tr_text(c->lang, tr("người giao"));
    case PARTY_FOLLOWER: return tr_text(c->lang, tr("người theo dõi"));
    case PARTY_ANYONE: return tr_text(c->lang, tr("ai cũng được"));
    case PARTY_NOBODY:
    case PARTIES: break;
    }
    return STR("");
}

static struct str field_name(const struct matter_kind *k, struct str word)
{
    const struct kind_field *f = kind_field_find(k, word);
    return f ? f->name : word;
}

/* How its due day is reckoned. */
static void put_clock(struct cli *c, const struct matter_kind *k)
{
    const struct kind_clock *clock = &k->clock;
    const struct kind_state *s = kind_state_find(k, clock->state);
    cli_put(c, tr("\nHạn theo quy tắc\n"));
    if (clock->rule.len) cli_put(c, tr("  quy tắc: {1}\n"), clock->rule);
    for (size_t i = 0; i < clock->rule_count; i++)
        cli_put(c, tr("  {1} là {2}: {3}\n"), field_name(k, clock->choose), clock->rules[i].value,
                clock->rules[i].rule);
    if (clock->term.len) cli_put(c, tr("  thời hạn: theo trường {1}\n"), field_name(k, clock->term));
    cli_put(c, tr("  giờ làm việc: {1}\n"), clock->office);
    if (s)
        cli_put(c, tr("  bắt đầu khi: {1}\n"), s->name);
    else
        cli_put(c, tr("  bắt đầu khi giao\n"));
    if (clock->start.len) cli_put(c, tr("  có trường {1} thì tính từ lúc đó\n"), field_name(k, clock->start));
    if (clock->recorded.len) cli_put(c, tr("  kết thúc theo Cổng: trường {1}\n"), field_name(k, clock->recorded));
    if (clock->appointment) cli_put(c, tr("  hạn đầu in thành lịch hẹn, không đổi\n"));
}

static void put_forms(struct cli *c, const struct matter_kind *k)
{
    if (k->form_count) cli_put(c, tr("\nMẫu giấy tờ\n"));
    for (size_t i = 0; i < k->form_count; i++) {
        cli_put(c, "  {1}  {2}", k->forms[i].word, k->forms[i].name);
        for (size_t n = 0; n < k->forms[i].moves.len; n++) {
            buf_put(c->out, n ? STR(", ") : STR("; "));
            buf_put(c->out, k->forms[i].moves.at[n]);
        }
        buf_char(c->out, '\n');
    }
}

static void put_figures(struct cli *c, const struct matter_kind *k)
{
    if (k->figure_count) cli_put(c, tr("\nChỉ tiêu được đếm từ loại việc này\n"));
    for (size_t i = 0; i < k->figure_count; i++) {
        const struct kind_figure *f = &k->figures[i];
        const struct indicator *known = indicator_typed(f->indicator);
        struct str name = f->name.len ? f->name : known ? known->name : STR("");
        cli_put(c, "  {1}  {2} ({3})\n", f->indicator, name, figure_window_word(f->window));
    }
}

static void put_head(struct cli *c, const struct matter_kind *k)
{
    cli_put(c, tr("{1}: {2}\n"), k->word, k->name);
    if (k->citation.len) cli_put(c, tr("  căn cứ: {1}\n"), k->citation);
    if (k->note.len) cli_put(c, tr("  ghi chú: {1}\n"), k->note);
    cli_put(c, tr("  số: {1}\n\nTrạng thái\n"), k->number);
    for (size_t i = 0; i < k->state_count; i++) {
        const struct kind_state *s = &k->states[i];
        cli_put(c, tr("  {1}  {2} ({3})\n"), s->word, s->name, matter_group_shown(c, s->group));
    }
    if (k->field_count) cli_put(c, tr("\nTrường\n"));
    for (size_t i = 0; i < k->field_count; i++) {
        const struct kind_field *f = &k->fields[i];
        cli_put(c, f->required ? tr("  {1}  {2} ({3}), bắt buộc") : tr("  {1}  {2} ({3})"), f->word, f->name,
                field_type_word(f->type));
        for (size_t n = 0; n < f->choices.len; n++) {
            buf_put(c->out, n ? STR(", ") : STR(": "));
            cli_put_words(c, f->choices.at[n]);
        }
        buf_char(c->out, '\n');
    }
    if (k->clock.has) put_clock(c, k);
    put_forms(c, k);
    put_figures(c, k);
    cli_put(c, tr("\nBước\n"));
}

static void put_kind(struct cli *c, const struct matter_kind *k)
{
    if (c->format == FORMAT_TABLE) put_head(c, k);
    struct rows *r = cli_rows(c, COLUMNS_OF(MOVE_COLUMNS));
    for (size_t i = 0; i < k->move_count; i++) {
        const struct kind_move *m = &k->moves[i];
        rows_text(r, m->word);
        rows_text(r, m->name);
        rows_text(r, words_joined(c, m->from));
        rows_text(r, m->to);
        rows_text_shown(r, matter_party_word(m->by), party_shown(c, m->by));
        rows_text_shown(r, words_joined(c, m->needs), needs_shown(c, k, m->needs));
        rows_end(r);
    }
    rows_close(r);
}

static bool run_show(struct cli *c, struct err *err)
{
    struct known_kind k;
    if (!cli_units_open(c, DB_READ, err) || !known_kind(&k, c->db, c->arena, c->args[1], err)) return false;
    if (cli_flag(c, "json")) {
        buf_put(c->out, k.text);
        return true;
    }
    put_kind(c, &k.kind);
    return true;
}

/* --- files */

static bool text_of(struct str *out, struct cli *c, struct str path, struct err *err)
{
    struct str bytes;
    struct text text;
    if (!file_read(&bytes, c->arena, path, KIND_BYTES_MOST, err) || !text_make(&text, c->arena, bytes, err))
        return false;
    *out = text.inside;
    return true;
}

static bool run_check(struct cli *c, struct err *err)
{
    struct str text;
    struct matter_kind k;
    if (!text_of(&text, c, c->args[1], err) || !kind_read(&k, c->arena, text, cli_shown(c->arena, c->args[1]), err))
        return false;
    put_kind(c, &k);
    return true;
}

static bool run_add(struct cli *c, struct err *err)
{
    struct author author;
    struct str text;
    struct kept_kind kept;
    if (!text_of(&text, c, c->args[1], err) || !known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err) ||
        !kind_add(&kept, c->db, c->arena, &author, text, cli_shown(c->arena, c->args[1]), err))
        return false;
    cli_note(c, tr("đã thêm loại việc {1} ({2}), phiên bản {3}"), kept.word, kept.name, cli_number(c, kept.version));
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    static const struct {
        const char *word;
        size_t arguments;
        bool (*run)(struct cli *c, struct err *err);
    } WORDS[] = {{"list", 1, run_list}, {"show", 2, run_show}, {"check", 2, run_check}, {"add", 2, run_add}};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (!str_eq(c->args[0], str_of(WORDS[i].word))) continue;
        if (c->arg_count < WORDS[i].arguments) return fail(err, ERR_ARGUMENTS_FEW, STR("kind"));
        if (c->arg_count > WORDS[i].arguments)
            return fail(err, ERR_ARGUMENTS_MANY, STR("kind"), c->args[WORDS[i].arguments]);
        return WORDS[i].run(c, err);
    }
    return fail(err, ERR_ARGUMENTS_FEW, STR("kind"));
}

static const struct option_spec OPTIONS[] = {
    {"json", 0, OPTION_FLAG, .help = tr("show: nguyên văn tệp JSON của loại, để làm mẫu")},
    {0},
};

static const struct command_word WORDS[] = {
    {"list", tr("các loại việc: của chương trình và của cơ quan")},
    {"show", tr("show LOẠI: trạng thái, trường, bước nào đi từ đâu đến đâu, cần nêu gì")},
    {"check", tr("check TỆP: tệp có mô tả đúng một loại việc không")},
    {"add", tr("add TỆP: thêm loại việc của cơ quan, hoặc phiên bản mới của nó")},
    {0},
};

const struct command cmd_kind = {
    .name = "kind",
    .summary = tr("loại việc: trạng thái, bước, trường; cơ quan tự thêm bằng một tệp JSON"),
    .usage = {tr("list"), tr("show LOẠI [--json]"), tr("check|add TỆP")},
    .about = tr(
        "Một loại việc là dữ liệu, không phải chương trình: các trạng thái, các bước giữa chúng, các trường riêng, "
        "cách đánh số. docs/FORMATS.md nêu đủ các mục của tệp.\n"
        "Việc đã bắt đầu giữ phiên bản của loại lúc nó bắt đầu; thêm phiên bản mới không đổi gì ở việc cũ."),
    .options = OPTIONS,
    .words = WORDS,
    .examples = {{"dieuhanh kind show task --json > duong-day-nong.json", tr("lấy một loại có sẵn làm mẫu")},
                 {"dieuhanh kind add duong-day-nong.json", tr("thêm loại của cơ quan")}},
    .formats = FORMATS_ROWS,
    .arguments_min = 1,
    .arguments_max = 2,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_NEW,
    .known = KNOWN_BY_ITSELF,
    .run = run,
};
