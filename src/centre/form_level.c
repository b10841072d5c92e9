/* SPDX-License-Identifier: Apache-2.0
 *
 * form_level: of which level the places of a column are. A bare name can be a province, a district and a commune at
 * once ("Hà Tây", "Hải Dương", "Huế"); what the head of the column says decides:
 *
 *     Tỉnh | Tỉnh/Thành phố            provinces
 *     Huyện | Quận, huyện, thị xã      districts
 *     Xã | Xã, phường, thị trấn        communes
 *
 * A head of two levels says nothing, and "Địa phương" neither: there the names do, when most of them are those of
 * provinces. The unit is one of this level on the last day of the period. A province of another day
 * that has the same code is that one under its other name. A name that is no province of that day, but that of a unit
 * of another level, is told of and kept as that of a province nobody knows, never taken for the other unit.
 */
#include "buf.h"
#include "form_private.h"
#include "unit.h"
#include "unit_search.h"
#include "utf8.h"

enum { HEAD_WORDS_MOST = 8, NAMES_LEAST = 4 };

struct looked_level {
    struct str name, code; /* of the last unit of the level */
    bool any;              /* there are units of the name, of whatever level */
};

/* The level that a word of a head names; UNIT_OFFICE: none. */
static enum unit_kind level_of_word(struct str before, struct str word, struct str next)
{
    if (str_eq(word, STR("tinh"))) return UNIT_PROVINCE;
    if (str_eq(word, STR("huyen")) || str_eq(word, STR("quan"))) return UNIT_DISTRICT;
    if (str_eq(word, STR("tran")) && str_eq(before, STR("thi"))) return UNIT_COMMUNE;
    if (str_eq(word, STR("phuong")) && !str_eq(before, STR("dia"))) return UNIT_COMMUNE;
    if (!str_eq(word, STR("xa")) || str_eq(next, STR("hoi"))) return UNIT_OFFICE;
    return str_eq(before, STR("thi")) ? UNIT_DISTRICT : UNIT_COMMUNE;
}

static enum unit_kind level_of_head(struct arena *a, struct str head)
{
    struct str words[HEAD_WORDS_MOST + 1], s = utf8_fold(a, head);
    size_t n = 0;
    enum unit_kind level = UNIT_OFFICE;
    for (size_t i = 0, k; i < s.len; i = k + 1) {
        for (k = i; k < s.len && s.ptr[k] >= 'a' && s.ptr[k] <= 'z'; k++) {}
        if (k == i) continue;
        if (n == HEAD_WORDS_MOST) return UNIT_OFFICE;
        words[n++] = str_part(s, i, k);
    }
    words[n] = STR("");
    for (size_t i = 0; i < n; i++) {
        enum unit_kind k = level_of_word(i ? words[i - 1] : STR(""), words[i], words[i + 1]);
        if (k == UNIT_OFFICE) continue;
        if (level != UNIT_OFFICE && level != k) return UNIT_OFFICE;
        level = k;
    }
    return level;
}

static size_t count_level(struct looked_level *out, struct arena *a, struct str name, struct date day,
                          enum unit_kind level)
{
    struct unit_ids ids = {0};
    size_t n = 0;
    if (name.len && name.len < 80) unit_search(&ids, a, name, day);
    for (size_t i = 0; i < ids.len; i++) {
        struct unit u = unit_at(ids.at[i]);
        if (u.kind != level) continue;
        out->name = u.name;
        out->code = u.code;
        n++;
    }
    out->any = ids.len > 0;
    return n;
}

/* Most names of the column are those of provinces. */
static bool are_provinces(struct arena *a, const struct form_source *s, uint32_t column)
{
    size_t names = 0, provinces = 0;
    for (size_t i = 0; i < s->sheet->cell_count; i++) {
        const struct sheet_cell *c = &s->sheet->cells[i];
        struct looked_level found = {.name = STR("")};
        if (c->row < s->body || c->row >= s->end || c->column != column || c->type != SHEET_TEXT) continue;
        size_t n = count_level(&found, a, str_trim(c->text), (struct date){0}, UNIT_PROVINCE);
        names += found.any;
        provinces += n > 0;
    }
    return provinces >= NAMES_LEAST && provinces * 10 >= names * 7;
}

enum unit_kind form_level(struct arena *a, const struct form_source *s, uint32_t column)
{
    enum unit_kind level = column < s->columns ? level_of_head(a, s->words[column]) : UNIT_OFFICE;
    return level == UNIT_OFFICE && are_provinces(a, s, column) ? UNIT_PROVINCE : level;
}

/* "Hà Tây" -> "tỉnh Hà Tây": so it is no commune of that name. */
static struct str of_province(struct arena *a, struct str name)
{
    struct buf b = buf_make(SIZE_MAX);
    buf_put(&b, STR("tỉnh "));
    buf_put(&b, name);
    struct str out = str_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

bool form_level_place(struct str *place, struct arena *a, enum unit_kind level, struct date day)
{
    struct looked_level found = {.name = STR("")}, ever = {.name = STR("")};
    if (level == UNIT_OFFICE || unit_key_kind(unit_key(a, *place)).len) return true;
    size_t n = count_level(&found, a, *place, day, level);
    if (n == 1 && level != UNIT_COMMUNE) *place = found.name;
    if (n || level != UNIT_PROVINCE) return true;
    if (count_level(&ever, a, *place, (struct date){0}, level) == 1) {
        struct unit_id then = unit_of_code(ever.code,
                                           day); /* the same province under the name that it had: Huế in 2011 */
        if (then.n && unit_at(then).kind == level) {
            *place = unit_at(then).name;
            return true;
        }
    }
    if (!found.any && !ever.any) return true;
    *place = of_province(a, *place);
    return false;
}
