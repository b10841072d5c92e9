/* SPDX-License-Identifier: Apache-2.0
 *
 * filing_give: what changes reports: definitions, who must send, beginning a report and its steps.
 */
#include "filing_cells.h"

#include "indicator.h"

static struct str shown_id(struct cli *c, struct filing_id id)
{
    struct buf b = buf_make(16);
    filing_id_write(&b, id);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

static bool need_definition(struct cli *c, struct err *err)
{
    if (c->arg_count < 2) return fail(err, ERR_ARGUMENTS_FEW, STR("filing"));
    if (c->arg_count > 2) return fail(err, ERR_ARGUMENTS_MANY, STR("filing"), c->args[2]);
    return true;
}

/* The day of what is done now: the one that was stated, else today. */
static struct date day_of(struct cli *c)
{
    return cli_given(c, "on") ? cli_date(c, "on") : c->today;
}

/* One unit, or all that send by their kind below one. */
static bool units_meant(struct looked_units *out, struct cli *c, const struct filing_asked *asked, struct err *err)
{
    struct period period = asked->period;
    struct looked_unit unit, under;
    struct report_definition d;
    bool has_unit, has_under;
    *out = (struct looked_units){0};
    if (!definition_for(&d, c->db, c->arena, asked->definition, period, err)) return false;
    if (!filing_unit(&unit, &has_unit, c, asked->unit, period.to, err) ||
        !filing_unit(&under, &has_under, c, asked->under, period.to, err))
        return false;
    if (has_unit == has_under) return fail(err, ERR_FILING_SCOPE);
    if (has_unit) {
        *vec_push(c->arena, out) = unit;
        return true;
    }
    if (!filing_senders(out, c->db, c->arena, d.sender, under.id, period.to, err)) return false;
    return out->len || fail(err, ERR_FILING_NOBODY, asked->definition, under.name, asked->said);
}

static struct str shown_day(struct cli *c, struct date day)
{
    struct buf b = buf_make(32);
    if (date_known(day)) buf_format(&b, "%d/%d/%d", day.day, day.month, day.year);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

/* Until when what was opened has to be sent, and what of that may still change. */
static void note_due(struct cli *c, const struct filing_begun *made)
{
    struct due_day due = made->due;
    if (!made->ids.len) return;
    if (!made->several && date_known(due.named))
        cli_note(c, tr("hạn gửi {1}, lùi từ ngày nghỉ {2}"), shown_day(c, due.day), shown_day(c, due.named));
    else if (!made->several && date_known(due.day))
        cli_note(c, tr("hạn gửi {1}"), shown_day(c, due.day));
    if (made->provisional)
        cli_note(c, tr("hạn gửi là tạm tính: lịch nghỉ của năm đó chưa được công bố; báo cáo đã lập giữ hạn này"));
    if (made->none)
        cli_note(c, tr("{1} báo cáo chưa có hạn gửi: mẫu để cơ quan định hạn; nêu bằng «filing require --due»"),
                 cli_number(c, made->none));
}

bool filing_run_open(struct cli *c, struct err *err)
{
    struct author author;
    struct looked_units units;
    struct filing_begun made;
    struct filing_asked asked;
    struct filing_wish w = {.day = c->today, .note = cli_text(c, "note"), .skip_begun = cli_given(c, "under")};
    if (!known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err)) return false;
    if (!filing_asked_read(&asked, c, true, err)) return false;
    w.period = asked.period;
    if (w.period.kind == PERIOD_NONE) return fail(err, ERR_FILING_PERIOD);
    w.definition = asked.definition;
    if (!units_meant(&units, c, &asked, err)) return false;
    w.units = units.at;
    w.unit_count = units.len;
    if (!filing_begin(&made, c->db, c->arena, &author, &w, err)) return filing_fail_in_words(c, err);
    if (made.ids.len == 1)
        cli_note(c, tr("đã lập báo cáo {1}"), shown_id(c, made.ids.at[0]));
    else if (made.ids.len)
        cli_note(c, tr("đã lập {1} báo cáo, {2} đến {3}"), cli_number(c, made.ids.len), shown_id(c, made.ids.at[0]),
                 shown_id(c, made.ids.at[made.ids.len - 1]));
    if (units.len > made.ids.len)
        cli_note(c, tr("{1} báo cáo đã lập từ trước"), cli_number(c, units.len - made.ids.len));
    note_due(c, &made);
    return true;
}

bool filing_run_require(struct cli *c, struct err *err)
{
    struct author author;
    struct looked_unit unit, under;
    bool has_unit, has_under;
    struct kept_requirement r = {.due = cli_text(c, "due"),
                                 .from = cli_given(c, "from") ? cli_date(c, "from") : c->today,
                                 .to = cli_date(c, "to"),
                                 .source = cli_text(c, "source")};
    struct filing_asked asked;
    if (!known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err)) return false;
    if (!filing_asked_read(&asked, c, true, err)) return false;
    if (!filing_unit(&unit, &has_unit, c, asked.unit, r.from, err) ||
        !filing_unit(&under, &has_under, c, asked.under, r.from, err))
        return false;
    if (has_unit == has_under) return fail(err, ERR_FILING_SCOPE);
    r.definition = asked.definition;
    r.below = has_under;
    r.unit = has_under ? under.id : unit.id;
    if (!requirement_make(c->db, c->arena, &author, &r, err)) return false;
    char room[16];
    int len = snprintf(room, sizeof room, "%d/%d/%d", r.from.day, r.from.month, r.from.year);
    struct str from = str_copy(c->arena, (struct str){room, (size_t)len});
    if (has_under)
        cli_note(c, tr("đã ghi: các đơn vị dưới {2} phải gửi báo cáo {1} của các kỳ chốt số liệu từ ngày {3}"),
                 r.definition, under.name, from);
    else
        cli_note(c, tr("đã ghi: {2} phải gửi báo cáo {1} của các kỳ chốt số liệu từ ngày {3}"), r.definition, unit.name,
                 from);
    if (!cli_given(c, "from"))
        cli_note(c, tr("không nêu --from nên chỉ áp dụng từ hôm nay; kỳ chốt số liệu trước đó thì nêu --from NGÀY"));
    return true;
}

/* A list of codes, each as the catalogue writes it: "c01,c50" is "C01,C50". */
static struct str codes_said(struct arena *a, struct str list)
{
    struct str code, said = str_copy(a, list);
    char *out = arena_array(a, char, list.len + 1);
    if (list.len) memcpy(out, list.ptr, list.len);
    for (struct str rest = list; (code = code_list_next(&rest)).len;) {
        const struct indicator *i = indicator_typed(code);
        if (i && i->code.len == code.len) memcpy(out + (code.ptr - list.ptr), i->code.ptr, code.len);
    }
    said.ptr = out;
    return said;
}

bool filing_run_define(struct cli *c, struct err *err)
{
    struct author author;
    struct str every = cli_text(c, "every");
    struct report_definition d = {.name = cli_text(c, "name"),
                                  .window = cli_text(c, "window"),
                                  .receiver = cli_text(c, "receiver"),
                                  .due = cli_text(c, "due"),
                                  .indicators = cli_text(c, "indicators"),
                                  .required = cli_text(c, "required"),
                                  .from = cli_date(c, "from"),
                                  .to = cli_date(c, "to"),
                                  .citation = cli_text(c, "source"),
                                  .note = cli_text(c, "note")};
    if (!need_definition(c, err) || !known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err)) return false;
    if (every.len && !report_every_read(&d.every, every))
        return fail(err, ERR_DEFINITION_WRONG, STR("every"), every,
                    STR("month, quarter, three_months, first_half, second_half, nine_months, year"));
    if (!d.due.len) d.due = STR("agency");
    if (!unit_kind_read(&d.sender, cli_text(c, "sender")) || !weekend_rule_read(&d.weekend, cli_text(c, "weekend")) ||
        !late_rule_read(&d.late, cli_text(c, "late-by")))
        return fail(err, ERR_DEFINITION_LACKS, STR("sender"));
    d.code = c->args[1];
    d.indicators = codes_said(c->arena, d.indicators);
    d.required = codes_said(c->arena, d.required);
    if (!definition_make(c->db, c->arena, &author, &d, err)) return false;
    cli_note(c, tr("đã ghi mẫu báo cáo {1}"), d.code);
    return true;
}

static const char *done_shown(enum filing_state to)
{
    switch (to) {
    case FILING_SUBMITTED: return tr("{1}: đã gửi");
    case FILING_RETURNED: return tr("{1}: đã trả lại");
    case FILING_ACCEPTED: return tr("{1}: đã nhận");
    case FILING_LOCKED: return tr("{1}: đã khóa; từ nay số liệu chỉ đổi bằng đính chính (--correction)");
    case FILING_DRAFT:
    case FILING_STATES: break;
    }
    return "";
}

bool filing_run_step(struct cli *c, enum filing_state to, struct err *err)
{
    struct author author;
    struct filing_ids ids;
    if (!known_on_open(c, DB_WRITE, err) || !cli_author(&author, c, err) || !filing_named(&ids, c, err)) return false;
    size_t *missing = arena_array(c->arena, size_t, ids.len);
    struct filing_step s = {.ids = ids.at,
                            .count = ids.len,
                            .to = to,
                            .day = day_of(c),
                            .said = cli_given(c, "on"),
                            .today = c->today,
                            .note = cli_text(c, "note")};
    if (!filing_advance(missing, c->db, c->arena, &author, &s, err)) return filing_fail_in_words(c, err);
    for (size_t i = 0; i < ids.len; i++) {
        struct str id = shown_id(c, ids.at[i]);
        cli_note(c, done_shown(to), id);
        if (to == FILING_SUBMITTED && missing[i])
            cli_note(c, tr("{1}: còn thiếu {2} chỉ tiêu; xem bằng dieuhanh filing show {1}"), id,
                     cli_number(c, missing[i]));
    }
    return true;
}
