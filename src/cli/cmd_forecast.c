/* SPDX-License-Identifier: Apache-2.0
 *
 * cmd_forecast: where the year will end. One indicator of one place is a page with all that made it; --all is the list
 * of a place; one indicator without a place is the league table of all places by pace.
 */
#include "asked.h"
#include "forecast_cells.h"
#include "stand.h"
#include "unit_look.h"

struct place_outlook {
    const struct kept_unit *unit;
    struct outlook outlook;
};

struct gathered {
    VEC_FIELDS(struct place_outlook);
};

/* The indicator of a formula that no figure is of, each once; NULL: it is none. */
static const struct indicator *reckoned_only(const struct formula_book *book, const struct codes *codes, size_t rule)
{
    struct str code = book->at[rule].row.code;
    for (size_t i = 0; i < codes->len; i++)
        if (str_eq(codes->at[i], code)) return NULL;
    for (size_t i = 0; i < rule; i++)
        if (str_eq(book->at[i].row.code, code)) return NULL;
    return book->at[rule].indicator;
}

static int by_code(const void *a, const void *b)
{
    const struct place_outlook *x = a, *y = b;
    return str_cmp(x->outlook.question.indicator->code, y->outlook.question.indicator->code);
}

/* The outlooks of one place. */
static bool gather(struct gathered *out, struct cli *c, const struct snapshot *s, const struct kept_unit *unit,
                   const struct indicator *one, struct period period, struct err *err)
{
    struct outlook_place *place;
    const struct formula_book *book = &s->formulas->book;
    size_t first = out->len;
    struct codes codes = cube_indicators(s->cube);
    if (!outlook_place_make(&place, s, c->db, c->arena, unit, period, (int)cli_count(c, "years"), FORECAST_YEARS_MOST,
                            err))
        return false;
    for (size_t i = 0; i < codes.len + book->len; i++) {
        struct place_outlook p = {.unit = unit};
        const struct indicator *indicator = i < codes.len ? formula_indicator(book, codes.at[i])
                                                          : reckoned_only(book, &codes, i - codes.len);
        if (!indicator || (one && one != indicator)) continue;
        if (!one && indicator->time == TIME_RATE) continue; /* never forecast; when asked for by name it is said */
        if (outlook_make(&p.outlook, place, c->arena, indicator)) *vec_push(c->arena, out) = p;
    }
    if (!one && out->len > first) qsort(out->at + first, out->len - first, sizeof *out->at, by_code);
    return true;
}

/* How far a place is before or behind the season, by the first layer of its plan; false: nobody can say. */
static bool pace_gap(struct decimal *out, const struct outlook *o)
{
    const struct outlook_plan *p = o->plans.len ? &o->plans.at[0] : NULL;
    if (!p || p->ratio.why != COMPARABLE || p->pace == PACE_NO_VERDICT) return false;
    if (!decimal_sub(out, p->ratio.value, o->share.expected)) return false;
    if (o->question.indicator->direction == DIRECTION_DOWN) *out = decimal_neg(*out);
    return true;
}

static int by_pace(const void *a, const void *b)
{
    const struct place_outlook *x = a, *y = b;
    struct decimal p, q;
    bool has = pace_gap(&p, &x->outlook), other = pace_gap(&q, &y->outlook);
    int order = has != other ? (has ? -1 : 1) : has ? decimal_cmp(q, p) : 0;
    return order ? order : str_cmp(x->unit->code, y->unit->code);
}

static bool put_list(struct cli *c, const struct gathered *g, bool places, struct err *err)
{
    bool tests = cli_flag(c, "backtest");
    struct rows *r = tests ? backtest_rows(c) : forecast_rows(c, places);
    for (size_t i = 0; i < g->len; i++) {
        const struct place_outlook *p = &g->at[i];
        if (tests)
            backtest_put(c, r, p->unit, &p->outlook);
        else
            forecast_row_put(c, r, p->unit, &p->outlook);
        if (!cli_drain(c, err)) return false;
    }
    rows_close(r);
    return true;
}

static void put_heading(struct cli *c, const struct kept_unit *unit, struct period period)
{
    struct buf b = buf_make(1000);
    if (c->lang == LANG_VI)
        period_write_vi(&b, period);
    else
        period_write(&b, period);
    cli_put_words(c, unit->name);
    cli_put(c, tr(", {1}\n\n"), buf_str(&b));
    buf_free(&b);
}

static void put_rule(struct cli *c, bool league)
{
    cli_note(c,
             tr("dự báo = thực hiện × tổng số cả năm / tổng số cùng kỳ của tối đa {1} năm trước; khoảng theo năm cao "
                "nhất và thấp nhất, nới thêm 1/(số năm − 1)"),
             cli_number(c, cli_count(c, "years")));
    cli_note(c,
             tr("tiến độ: % kế hoạch so với tỷ lệ cùng kỳ các năm trước (chưa có năm trước thì so với số ngày đã qua), "
                "trong {1} điểm % là đạt; thử lại: sai bình quân, số năm nằm trong khoảng"),
             cli_number(c, PACE_POINTS));
    if (league)
        cli_note(c, tr("xếp theo khoảng cách giữa % kế hoạch (dòng đầu) và phần lẽ ra đã làm theo cách tính tiến độ"));
}

static bool run(struct cli *c, struct err *err)
{
    struct snapshot s;
    struct kept_unit only = {.code = STR("")};
    struct wanted asked;
    struct period period;
    struct gathered g = {0};
    uint64_t years = cli_count(c, "years");
    if (!asked_read(&asked, c, 0, ASK_INDICATOR | PREFER_INDICATOR | ASK_UNIT | ASK_PERIOD, err)) return false;
    const struct indicator *one = asked.indicator;
    struct str typed = asked.unit;
    if (cli_flag(c, "all") == (one != NULL)) return fail(err, ERR_FORECAST_WHAT);
    if (!asked_period(&period, &asked, err)) return false;
    if (years < 1 || years > FORECAST_YEARS_MOST)
        return fail(err, ERR_FORECAST_YEARS, cli_number(c, FORECAST_YEARS_MOST));
    if (typed.len && !unit_typed(&only, c->db, c->arena, typed, period.to, err)) return false;
    if (!stand_load(&s, c->db, c->arena, only.code, err)) return false;
    for (size_t i = 0; i < s.units.len; i++) {
        const struct kept_unit *unit = &s.units.at[i];
        if (only.code.len && !str_eq(only.code, unit->code)) continue;
        if (!gather(&g, c, &s, unit, one, period, err)) return false;
    }
    if (!g.len) return fail(err, ERR_NO_FIGURES, typed.len ? only.name : tr_text(c->lang, tr("nơi nào trong kỳ này")));
    bool league = one && !only.code.len;
    if (league && g.len > 1) qsort(g.at, g.len, sizeof *g.at, by_pace);
    if (c->format == FORMAT_TABLE && one && only.code.len && !cli_flag(c, "backtest")) {
        forecast_page_put(c, g.at[0].unit, &g.at[0].outlook);
        return true;
    }
    if (c->format == FORMAT_TABLE && only.code.len) put_heading(c, g.at[0].unit, period);
    if (!put_list(c, &g, !only.code.len, err)) return false;
    put_rule(c, league);
    return true;
}

static const struct option_spec OPTIONS[] = {
    {"all", 'a', OPTION_FLAG, .help = tr("mọi chỉ tiêu, trừ chỉ tiêu tỷ lệ")},
    {"unit", 'u', OPTION_TEXT, tr("NƠI"), .help = tr("nơi cần xem: tên hoặc mã; không nêu thì mọi nơi của kho")},
    {"period", 'k', OPTION_TEXT, tr("KỲ"), .help = tr("đã có số đến đâu: 2026-Q1, 2026-H1, 2026-9M, 2026-01..2026-05")},
    ASKED_INDICATOR_OPTION,
    {"years", 'y', OPTION_COUNT, tr("SỐ"), .fallback = "5", .help = tr("theo tối đa bao nhiêu năm trước")},
    {"backtest", 0, OPTION_FLAG, .help = tr("danh sách thử lại: từng năm đã qua lẽ ra dự báo gì, thực tế ra sao")},
    {0},
};

const struct command cmd_forecast = {
    .name = "forecast",
    .summary = tr("dự báo số cả năm, tiến độ, mức cần mỗi tháng để đạt kế hoạch"),
    .usage = {tr("CHỈ-TIÊU [NƠI] KỲ [--years SỐ]"), tr("--all [NƠI] KỲ [--years SỐ]")},
    .about = tr(
        "Dự báo theo tỷ lệ cùng kỳ trên cả năm của các năm trước, kèm khoảng và phép thử lại: với từng năm đã qua, chỉ "
        "từ các năm trước nó, lẽ ra dự báo bao nhiêu, sai bao nhiêu. Một năm trước thì chỉ có một con số để tham khảo, "
        "không có năm nào thì không dự báo. Chỉ tiêu tỷ lệ không dự báo. Chỉ tiêu có công thức mà không báo cáo nào "
        "nêu "
        "thì tính theo công thức cho từng kỳ, từng năm, rồi dự báo từ các số đã tính.\n"
        "Đơn vị đã chia tách, sáp nhập thì năm trước được tính lại cho địa bàn nay; không tính được thì bỏ năm đó và "
        "nói vì sao.\n"
        "Tiến độ là % kế hoạch so với tỷ lệ cùng kỳ các năm trước, của từng lớp kế hoạch: điều chỉnh (hoặc đã cộng bổ "
        "sung), cấp trên giao, Hội đồng nhân dân giao, pháp lệnh, phấn đấu; chưa có năm trước thì so với số ngày đã "
        "qua. So với kế hoạch và so với năm trước là hai đánh giá riêng.\n"
        "Một chỉ tiêu mà không nêu nơi thì là bảng xếp các nơi theo tiến độ."),
    .options = OPTIONS,
    .examples = {{"dieuhanh forecast C01 \"phường Gia Định\" 2026-9M", tr("một chỉ tiêu, cùng mọi căn cứ")},
                 {"dieuhanh forecast --all \"phường Gia Định\" 2026-H1", tr("mọi chỉ tiêu của một nơi")},
                 {"dieuhanh forecast C01 2026-9M", tr("xếp các nơi theo tiến độ")}},
    .formats = FORMATS_ROWS,
    .arguments_max = SIZE_MAX,
    .arguments = ARGUMENTS_TEXT,
    .needs = NEEDS_RECORD_READ,
    .run = run,
};
