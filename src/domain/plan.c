/* SPDX-License-Identifier: Apache-2.0
 *
 * plan: see plan.h. Folded words from left to right; a name of a place that follows "HĐND" belongs to it and is not
 * taken for the level above: "HĐND Thành phố giao" is the council's plan, "Thành phố và HĐND quận giao" is both.
 */
#include "plan.h"

#include "buf.h"
#include "utf8.h"

enum { WORDS_SIZE = 400 };

static const struct {
    struct str literal, name;
} LAYERS[] = {
    {STR_INIT("dieu_chinh"), STR_INIT("điều chỉnh")},
    {STR_INIT("giao"), STR_INIT("cấp trên giao")},
    {STR_INIT("giao+hdnd"), STR_INIT("cấp trên và Hội đồng nhân dân giao")},
    {STR_INIT("hdnd"), STR_INIT("Hội đồng nhân dân giao")},
    {STR_INIT("phap_lenh"), STR_INIT("chỉ tiêu pháp lệnh")},
    {STR_INIT(""), STR_INIT("kế hoạch")},
    {STR_INIT("phan_dau"), STR_INIT("phấn đấu")},
    {STR_INIT("bo_sung"), STR_INIT("bổ sung trong năm")},
};
_Static_assert(sizeof LAYERS / sizeof *LAYERS == PLAN_LAYERS, "a name for each");

struct str plan_layer_literal(enum plan_layer l)
{
    return LAYERS[l].literal;
}

struct str plan_layer_name(enum plan_layer l)
{
    return LAYERS[l].name;
}

unsigned plan_base_rank(enum plan_layer l)
{
    switch (l) {
    case PLAN_COUNCIL: return 0;
    case PLAN_GIVEN_AND_COUNCIL: return 1;
    case PLAN_GIVEN: return 2;
    case PLAN_LEGAL: return 3;
    case PLAN_UNNAMED: return 4;
    case PLAN_ADJUSTED: /* it has them in it */
    case PLAN_STRIVING:
    case PLAN_SUPPLEMENT:
    case PLAN_LAYERS: break;
    }
    return PLAN_LAYERS;
}

bool plan_layer_find(enum plan_layer *out, struct str literal)
{
    for (size_t i = 0; i < PLAN_LAYERS; i++)
        if (str_eq(LAYERS[i].literal, literal)) {
            *out = (enum plan_layer)i;
            return true;
        }
    return false;
}

/* " word word " with single spaces, folded. */
static struct str folded(char *out, struct str words)
{
    struct buf b = {.ptr = out, .cap = WORDS_SIZE, .limit = WORDS_SIZE};
    buf_char(&b, ' ');
    for (size_t i = 0, len; i < words.len && b.len + 8 < WORDS_SIZE; i += len) {
        uint32_t c = utf8_decode(words, i, &len);
        if (utf8_is_letter(c) || (c >= 0x300 && c <= 0x36F))
            utf8_fold_put(&b, str_part(words, i, i + len));
        else if (b.ptr[b.len - 1] != ' ')
            buf_char(&b, ' ');
    }
    if (b.ptr[b.len - 1] != ' ') buf_char(&b, ' ');
    return buf_str(&b);
}

/* The first of the words at the front of s, which starts with a space: its length without the last space; 0 for
 * none. */
static size_t starts_with_any(struct str s, const struct str *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_starts(s, words[i])) return words[i].len - 1;
    return 0;
}

#define COUNT(a) (sizeof(a) / sizeof *(a))

enum plan_layer plan_layer_of_words(struct str words)
{
    static const struct str COUNCIL[] = {STR_INIT(" hdnd "), STR_INIT(" hoi dong nhan dan ")};
    static const struct str ABOVE[] = {STR_INIT(" thanh pho "),  STR_INIT(" tp "),        STR_INIT(" tinh "),
                                       STR_INIT(" trung uong "), STR_INIT(" tw "),        STR_INIT(" thu tuong "),
                                       STR_INIT(" cap tren "),   STR_INIT(" chinh phu "), STR_INIT(" bo "),
                                       STR_INIT(" ubnd ")};
    static const struct str PLACE[] = {STR_INIT(" thanh pho "), STR_INIT(" tp "),    STR_INIT(" tinh "),
                                       STR_INIT(" quan "),      STR_INIT(" huyen "), STR_INIT(" thi xa "),
                                       STR_INIT(" phuong "),    STR_INIT(" xa "),    STR_INIT(" cac cap ")};
    /* What looks like a giver and is a kind of revenue: "bổ sung" is no "bộ", and the budget above gives money. */
    static const struct str NOBODY[] = {STR_INIT(" bo sung "), STR_INIT(" ngan sach cap tren "),
                                        STR_INIT(" ns cap tren ")};
    char out[WORDS_SIZE];
    struct str s = folded(out, words);
    bool council = false, above = false;
    if (str_has(s, STR(" dieu chinh "))) return PLAN_ADJUSTED;
    if (str_has(s, STR(" phan dau "))) return PLAN_STRIVING;
    if (str_has(s, STR(" du toan bo sung ")) || str_has(s, STR(" bo sung du toan ")) ||
        str_has(s, STR(" bo sung trong nam ")))
        return PLAN_SUPPLEMENT;
    if (str_has(s, STR(" phap lenh "))) return PLAN_LEGAL;
    for (size_t i = 0, step; i + 1 < s.len; i += step) {
        struct str rest = str_from(s, i);
        ptrdiff_t next = str_find_char(str_from(rest, 1), ' ');
        step = (size_t)next + 1;
        size_t n = starts_with_any(rest, COUNCIL, COUNT(COUNCIL));
        size_t nobody = starts_with_any(rest, NOBODY, COUNT(NOBODY));
        if (nobody) {
            step = nobody;
        } else if (n) {
            council = true;
            step = n;
            step += starts_with_any(str_from(rest, n), PLACE, COUNT(PLACE));
        } else if (starts_with_any(rest, ABOVE, COUNT(ABOVE))) {
            above = true;
        }
    }
    /* Who is named counts only as the giver: "kế hoạch của Thành phố", "thành phố giao"; "chỉ tiêu KT-XH của tỉnh"
     * too. */
    if (council) return above ? PLAN_GIVEN_AND_COUNCIL : PLAN_COUNCIL;
    return above || str_has(s, STR(" giao ")) ? PLAN_GIVEN : PLAN_UNNAMED;
}
