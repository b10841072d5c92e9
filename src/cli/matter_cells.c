/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_cells: see matter_cells.h.
 */
#include "matter_cells.h"

#include "petition.h"

struct str matter_kind_option(const struct cli *c)
{
    struct str name = str_of(c->command->name);
    bool several = str_eq(name, STR("matter")) || str_eq(name, STR("petition"));
    return several ? cli_text(c, "kind") : name;
}

struct date matter_day(const struct cli *c)
{
    return cli_given(c, "on") ? cli_date(c, "on") : c->today;
}

bool matter_of_voice(const struct cli *c)
{
    return str_eq(str_of(c->command->name), STR("petition"));
}

static bool look(struct looked_unit *out, struct cli *c, struct str said, struct err *err)
{
    struct looked_units several;
    if (unit_look_one(out, &several, c->db, c->arena, said, matter_day(c), c->today, err)) return true;
    if (several.len > 1) cli_tell_units(c, &several);
    return false;
}

bool matter_unit_option(struct looked_unit *out, bool *given, struct cli *c, const char *option, struct err *err)
{
    *given = cli_given(c, option);
    return !*given || look(out, c, cli_text(c, option), err);
}

bool matter_units_option(struct looked_units *out, struct cli *c, const char *option, struct err *err)
{
    struct str rest = cli_text(c, option);
    *out = (struct looked_units){0};
    while (rest.len) {
        struct str_cut cut = str_cut(rest, STR(";"));
        struct str one = str_trim(cut.head);
        if (one.len && !look(vec_push(c->arena, out), c, one, err)) return false;
        rest = cut.tail;
    }
    return true;
}

bool matter_assignment(struct name_value *out, struct str argument)
{
    struct str_cut cut = str_cut(argument, STR("="));
    if (!cut.found || !kind_word_fits(cut.head)) return false;
    *out = (struct name_value){cut.head, str_trim(cut.tail)};
    return true;
}

static bool right_kind(struct cli *c, struct matter_id id, struct err *err)
{
    struct kept_matter m;
    struct matter_kind of;
    struct str kind = matter_kind_option(c);
    if (matter_of_voice(c)) return petition_load(&m, &of, c->db, c->arena, id, err);
    if (!kind.len) return true;
    if (!matter_load(&m, c->db, c->arena, id, err)) return false;
    return str_eq(m.kind, kind) || fail(err, ERR_MATTER_OTHER_KIND, matter_id_shown(c->arena, id), m.kind, kind);
}

bool matter_arguments(struct matter_ids *ids, struct name_values *typed, struct cli *c, size_t from, struct err *err)
{
    *ids = (struct matter_ids){0};
    for (size_t i = from; i < c->arg_count; i++) {
        struct name_value v;
        struct matter_id id;
        if (typed && matter_assignment(&v, c->args[i])) {
            *vec_push(c->arena, typed) = v;
            continue;
        }
        if (!matter_typed(&id, c->db, c->arena, c->args[i], err) || !right_kind(c, id, err)) return false;
        *vec_push(c->arena, ids) = id;
    }
    return ids->len || fail(err, ERR_ARGUMENTS_FEW, str_of(c->command->name));
}

/* --- for eyes */

struct str matter_id_shown(struct arena *a, struct matter_id id)
{
    struct buf b = buf_make(16);
    if (id.n) matter_id_write(&b, id);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str matter_day_shown(struct arena *a, struct date d)
{
    struct buf b = buf_make(16);
    if (date_known(d)) buf_format(&b, "%d/%d/%d", d.day, d.month, d.year);
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str matter_moment_shown(struct arena *a, struct moment m)
{
    struct buf b = buf_make(32);
    if (date_known(m.day) && m.minute != MINUTE_UNKNOWN) {
        minute_write(&b, m.minute);
        buf_char(&b, ' ');
    }
    buf_put(&b, matter_day_shown(a, m.day));
    struct str s = str_copy(a, buf_str(&b));
    buf_free(&b);
    return s;
}

struct str matter_group_shown(const struct cli *c, enum matter_group g)
{
    switch (g) {
    case MATTER_WAITING: return tr_text(c->lang, tr("chưa nhận"));
    case MATTER_OPEN: return tr_text(c->lang, tr("đang thực hiện"));
    case MATTER_PAUSED: return tr_text(c->lang, tr("tạm dừng"));
    case MATTER_DONE: return tr_text(c->lang, tr("hoàn thành"));
    case MATTER_DROPPED: return tr_text(c->lang, tr("không thực hiện"));
    case MATTER_GROUPS: break;
    }
    return STR("");
}

struct str matter_verdict_shown(const struct cli *c, enum matter_verdict v)
{
    switch (v) {
    case MATTER_IN_TIME: return tr_text(c->lang, tr("trong hạn"));
    case MATTER_SOON: return tr_text(c->lang, tr("sắp đến hạn"));
    case MATTER_LATE: return tr_text(c->lang, tr("quá hạn"));
    case MATTER_NO_CLOCK: return tr_text(c->lang, tr("không hạn"));
    case MATTER_STANDS: return tr_text(c->lang, tr("tạm dừng tính hạn"));
    case MATTER_ENDED_IN_TIME: return tr_text(c->lang, tr("hoàn thành đúng hạn"));
    case MATTER_ENDED_LATE: return tr_text(c->lang, tr("hoàn thành quá hạn"));
    case MATTER_ENDED: return tr_text(c->lang, tr("hoàn thành, không hạn"));
    case MATTER_NOT_COUNTED: return tr_text(c->lang, tr("không tính"));
    case MATTER_VERDICTS: break;
    }
    return STR("");
}

struct str matter_name_shown(const struct cli *c, struct str name)
{
    static const struct {
        const char *name, *shown;
    } NAMES[] = {
        {"title", tr("nội dung")},         {"number", tr("số")},           {"unit", tr("chủ trì")},
        {"person", tr("người thực hiện")}, {"giver", tr("người giao")},    {"follower", tr("người theo dõi")},
        {"document", tr("văn bản giao")},  {"clause", tr("điểm, khoản")},  {"parent", tr("thuộc việc")},
        {"priority", tr("ưu tiên")},       {"secrecy", tr("phạm vi")},     {"due", tr("hạn")},
        {"clock", tr("cách tính hạn")},    {"appointment", tr("hẹn trả")},
    };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (str_eq(name, str_of(NAMES[i].name))) return tr_text(c->lang, NAMES[i].shown);
    return name;
}

struct str matter_need_shown(const struct cli *c, const struct matter_kind *k, struct str need)
{
    static const struct {
        const char *need, *shown;
    } NEEDS[] = {{"title", tr("nội dung (--title)")}, {"unit", tr("đơn vị chủ trì (--unit)")},
                 {"reason", tr("lý do (--note)")},    {"note", tr("nội dung (--note)")},
                 {"attachment", tr("tệp (--file)")},  {"person", tr("người thực hiện (--person)")},
                 {"due", tr("hạn (--due)")}};
    const struct kind_field *f = kind_field_find(k, need);
    for (size_t i = 0; i < sizeof NEEDS / sizeof *NEEDS; i++)
        if (str_eq(need, str_of(NEEDS[i].need))) return tr_text(c->lang, NEEDS[i].shown);
    return f ? f->name : need;
}

/* The same where the kind is not at hand: a field has its name beside it. */
static struct str lacking_shown(const struct cli *c, struct str need, struct str name)
{
    static const struct matter_kind NO_FIELDS = {0};
    struct buf b = buf_make(SIZE_MAX);
    struct str shown = matter_need_shown(c, &NO_FIELDS, need);
    if (!name.len) return shown;
    buf_put(&b, name);
    buf_put(&b, STR(" ("));
    buf_put(&b, need);
    buf_put(&b, STR("=…)"));
    shown = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return shown;
}

bool matter_error_shown(const struct cli *c, struct err *err)
{
    if (err->code != ERR_MATTER_LACKS) return false;
    struct str what = str_copy(c->arena, err_arg(err, 0));
    struct str shown = lacking_shown(c, str_copy(c->arena, err_arg(err, 1)), str_copy(c->arena, err_arg(err, 2)));
    return fail(err, ERR_MATTER_LACKS, what, shown);
}

struct str matter_value_shown(struct cli *c, struct str name, struct str value)
{
    struct moment at;
    struct looked_unit u;
    struct err ignored;
    static const struct {
        const char *value, *shown;
    } WORDS[] = {{"high", tr("cao")}, {"urgent", tr("rất cao")}, {"internal", tr("nội bộ")}};
    if (!value.len) return tr_text(c->lang, tr("(trống)"));
    if (str_eq(name, STR("unit")) && unit_look_id(&u, c->db, c->arena, value, &ignored) && u.id.len) return u.name;
    if (moment_read(&at, value)) return matter_moment_shown(c->arena, at);
    if (str_eq(name, STR("priority")) || str_eq(name, STR("secrecy")))
        for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
            if (str_eq(value, str_of(WORDS[i].value))) return tr_text(c->lang, WORDS[i].shown);
    return value;
}

struct str matter_late_shown(struct cli *c, const struct board_matter *m)
{
    struct buf b = buf_make(200);
    bool counts = date_known(m->matter.due_day) && m->verdict != MATTER_NOT_COUNTED && m->verdict != MATTER_STANDS;
    struct str n = cli_number(c, (uint64_t)(m->late < 0 ? -(int64_t)m->late : m->late));
    if (counts && m->late > 0) tr_fill(&b, c->lang, tr("trễ {1} ngày"), &n, 1);
    if (counts && m->late == 0 && !date_known(m->matter.ended)) tr_fill(&b, c->lang, tr("hôm nay"), NULL, 0);
    if (counts && m->late < 0 && !date_known(m->matter.ended)) tr_fill(&b, c->lang, tr("còn {1} ngày"), &n, 1);
    struct str s = str_copy(c->arena, buf_str(&b));
    buf_free(&b);
    return s;
}

void matter_style(struct rows *r, enum matter_verdict v)
{
    if (v == MATTER_LATE || v == MATTER_ENDED_LATE) rows_style(r, STYLE_BAD);
    if (v == MATTER_SOON) rows_style(r, STYLE_DOUBT);
    if (v == MATTER_ENDED_IN_TIME) rows_style(r, STYLE_GOOD);
}
