/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_explain: a number back to the words of the documents that say it.
 */
#include "answer_show.h"
#include "asked.h"
#include "explain.h"
#include "grid_options.h"
#include "record_cells.h"
#include "unit_look.h"
#include "word_meaning.h"

static void put_line(struct cli *c, const char *label, struct str text)
{
    if (text.len == 0) return;
    buf_put(c->out, tr_text(c->lang, label));
    buf_put(c->out, STR(": "));
    cli_put_words(c, text);
    buf_char(c->out, '\n');
}

static const char *state_shown(enum statement_state s)
{
    switch (s) {
    case STATE_PROPOSED: return tr("chờ duyệt");
    case STATE_ACCEPTED: return tr("đã chấp nhận");
    case STATE_REJECTED: return tr("đã loại");
    case STATE_WITHDRAWN: return tr("đã thay thế");
    case STATE_COUNT: break;
    }
    return "";
}

/* The sentence with its quote in «», lit up on a terminal. */
static void put_sentence(struct cli *c, const struct explain_quote *q)
{
    cli_put_words(c, str_part(q->words, 0, q->first));
    if (c->color) buf_put(c->out, STR("\033[1m"));
    buf_put(c->out, STR("«"));
    cli_put_words(c, str_part(q->words, q->first, q->last));
    buf_put(c->out, STR("»"));
    if (c->color) buf_put(c->out, STR("\033[0m"));
    cli_put_words(c, str_from(q->words, q->last));
    buf_char(c->out, '\n');
}

/* The day in Việt Nam of a time of the journal. */
static struct str day_of(struct cli *c, struct str utc)
{
    struct str s = time_shown(c->arena, utc);
    ptrdiff_t blank = str_find_char(s, ' ');
    return blank > 0 ? str_part(s, 0, (size_t)blank) : s;
}

static void put_quote(struct cli *c, const struct explain_quote *q)
{
    struct buf id = buf_make(100);
    statement_id_write(&id, q->statement);
    buf_put(&id, STR(", "));
    document_id_write(&id, q->document);
    buf_put(c->out, STR("    "));
    cli_put_words(c, q->document_name);
    if (q->page) cli_put(c, tr(", trang {1}"), cli_number(c, q->page));
    cli_put(c, tr(" ({1}; {2}, {3} ngày {4})\n      "), buf_str(&id), tr_text(c->lang, state_shown(q->state)), q->who,
            day_of(c, q->time));
    put_sentence(c, q);
    buf_free(&id);
}

static void put_load(struct cli *c, const struct kept_load *l)
{
    buf_put(c->out, STR("    "));
    cli_put_words(c, l->name);
    cli_put(c, tr(" (nạp lần N{1}; {2} ngày {3})\n"), cli_number(c, l->id), l->who, day_of(c, l->time));
}

static struct str corrected_shown(struct cli *c, const struct correction *k, const struct corrected_value *v)
{
    struct figure f = {.key = k->key, .value = v->value, .bound = v->bound, .measure = k->measure};
    return v->figure.n ? explain_number(c->arena, &f) : tr_text(c->lang, tr("không có"));
}

static void put_correction(struct cli *c, const struct correction *k)
{
    struct buf id = buf_make(16);
    filing_id_write(&id, k->filing);
    cli_put(c, tr("    đính chính báo cáo đã khóa {1}: {2} → {3}"), buf_str(&id), corrected_shown(c, k, &k->old),
            corrected_shown(c, k, &k->new));
    cli_put(c, tr(" ({2} ngày {3}); lý do: {1}\n"), cli_shown(c->arena, k->reason), k->who, day_of(c, k->time));
    buf_free(&id);
}

static void put_figure(struct cli *c, const struct explain_figure *f)
{
    struct buf line = buf_make(2000);
    const struct figure_key *k = &f->kept.figure.key;
    const struct indicator *i = indicator_find(k->indicator);
    figure_id_write(&line, f->kept.id);
    buf_put(&line, STR("  "));
    buf_put(&line, explain_number(c->arena, &f->kept.figure));
    if (k->aspect == ASPECT_ESTIMATE) buf_put(&line, tr_text(c->lang, tr(" (ước)")));
    buf_put(&line, STR("  "));
    buf_put(&line, i ? i->name : k->indicator);
    buf_put(&line, STR(", "));
    buf_put(&line, f->unit_name);
    buf_put(&line, STR(", "));
    period_write_vi(&line, k->period);
    buf_put(c->out, STR("\n  "));
    cli_put_words(c, buf_str(&line));
    buf_char(c->out, '\n');
    for (size_t q = 0; q < f->quotes.len; q++) put_quote(c, &f->quotes.at[q]);
    if (f->load.id) put_load(c, &f->load);
    for (size_t n = 0; n < f->corrections.len; n++) put_correction(c, &f->corrections.at[n]);
    for (size_t r = 0; r < f->earlier.len; r++) {
        buf_put(c->out, STR("    "));
        put_line(c, tr("trước đó"), explain_number(c->arena, &f->earlier.at[r].figure));
    }
    buf_free(&line);
}

static void show(struct cli *c, const struct explanation *e)
{
    cli_put_words(c, e->title);
    buf_put(c->out, STR(": "));
    cli_put_words(c, e->asked);
    buf_char(c->out, '\n');
    put_line(c, tr("Kết quả"), e->result);
    put_line(c, tr("Cách tính"), e->formula);
    put_line(c, tr("Lưu ý"), e->why);
    put_line(c, tr("Lưu ý"), e->remark);
    if (e->kind == EXPLAIN_STATEMENT) put_quote(c, &e->said);
    for (size_t i = 0; i < e->figures.len; i++) put_figure(c, &e->figures.at[i]);
}

static bool is_given(const struct cli *c, const char *option)
{
    return cli_text(c, option).len > 0;
}

/* Whether the arguments name an indicator, a place and a time, and are no ids: an option says so, or one of them is a
 * place or a time by itself. */
static bool asks_by_words(bool *out, struct cli *c, struct err *err)
{
    struct office_formulas f;
    *out = is_given(c, "indicator") || is_given(c, "unit") || is_given(c, "period");
    if (*out) return true;
    if (!formulas_load(&f, c->db, c->arena, err)) return false;
    for (size_t i = 0; i < c->arg_count && !*out; i++) {
        struct word_meaning m;
        if (str_has(c->args[i], STR("/"))) continue;
        if (!word_mean(&m, c->db, c->arena, &f.book.scope, c->args[i], err)) return false;
        *out = m.unit.len || m.is_period;
    }
    return true;
}

static struct str id_of_words(struct cli *c, const struct indicator *i, struct str unit, struct period period)
{
    struct buf b = buf_make(2000);
    struct question q = {unit, i, period};
    answer_id_write(&b, &(struct answer){.rule = ANSWER_FORMULA}, &q, ASKED_VALUE);
    struct str id = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return id;
}

struct ids {
    VEC_FIELDS(struct str);
};

/* The values of indicators that are named by words. */
static bool read_words(struct ids *out, struct cli *c, struct err *err)
{
    struct wanted asked;
    struct period period;
    struct kept_unit u;
    if (!asked_read(&asked, c, 0, ASK_INDICATORS | NEED_INDICATOR | ASK_UNIT | ASK_PERIOD, err)) return false;
    if (!asked.unit.len || !asked.period.len) return fail(err, ERR_FORMULA_PERIOD);
    if (!asked_period(&period, &asked, err) || !unit_typed(&u, c->db, c->arena, asked.unit, period.to, err))
        return false;
    for (size_t i = 0; i < asked.indicators.len; i++)
        *vec_push(c->arena, out) = id_of_words(c, asked.indicators.at[i], u.code, period);
    return true;
}

static bool run(struct cli *c, struct err *err)
{
    struct ids ids = {0};
    bool words;
    if (!asks_by_words(&words, c, err)) return false;
    if (words && !read_words(&ids, c, err)) return false;
    for (size_t i = 0; i < c->arg_count && !words; i++) *vec_push(c->arena, &ids) = c->args[i];
    if (!ids.len) return fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
    for (size_t i = 0; i < ids.len; i++) {
        struct explanation e;
        if (!explain_make(&e, c->db, c->arena, ids.at[i], err)) return false;
        if (c->format == FORMAT_TABLE) {
            if (i) buf_char(c->out, '\n');
            show(c, &e);
        } else {
            explain_write_json(c->out, &e);
        }
        if (!cli_drain(c, err)) return false;
    }
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("nơi: tên hoặc mã")},
    GRID_PERIOD_OPTION,
    ASKED_INDICATOR_OPTION,
    {0},
};

const struct command cmd_explain = {
    .name = "explain",
    .summary = tr("giải trình một con số: cách tính và câu chữ của báo cáo"),
    .usage = {tr("MÃ..."), tr("CHỈ-TIÊU... NƠI KỲ")},
    .options = OPTIONS,
    .about = tr(
        "Mã là F12 (một số liệu của kho), S345 (một phát biểu trong báo cáo) hoặc mã của số tính ra, như "
        "C01/quan-an-hoa/2023/plan_ratio, target/CT1.3/2023 (một chỉ tiêu) hay I02a/quan-an-hoa/2023/reached (số "
        "chỉ tiêu đạt); «dieuhanh stand --format json» và báo cáo ghi mã cạnh từng con số."),
    .examples = {{"dieuhanh explain F12", tr("số liệu F12: tài liệu nào nêu, ở câu nào, ai chấp nhận")},
                 {"dieuhanh explain C01/quan-an-hoa/2023/plan_ratio", tr("tỷ lệ so với dự toán được tính từ đâu")},
                 {"dieuhanh explain C02b \"quận An Hòa\" 2023", tr("một chỉ tiêu tính theo công thức")}},
    .formats = 1u << FORMAT_TABLE | 1u << FORMAT_JSONL,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
