/* SPDX-License-Identifier: Apache-2.0
 *
 * unit: see unit.h. A name is cut into folded words; the words at its front are looked at, the rest is kept:
 *
 *   "UBND Q. Bình Thạnh"  -> ubnd q binh thanh       -> quan binh thanh
 *   "TP.HCM"              -> tp hcm                  -> thanh pho ho chi minh
 *   "P.04, Q.3"           -> p 04 (cut at the comma) -> phuong 4
 *
 * Folding makes "xã Tân An" and "xã Tân Ân" one key. That is meant: reports are typed without care for marks, and a
 * key that leads to two units resolves nothing and is asked of a person.
 *
 * What is not done: to know which of the many "phường 1" is meant (the parent must tell), or that a unit was renamed.
 */
#include "unit.h"

#include "arena.h"
#include "buf.h"
#include "unit_private.h"
#include "utf8.h"

enum { WORDS_MOST = 24 };

struct words {
    char folded[UNIT_KEY_SIZE];
    struct str at[WORDS_MOST];
    size_t count;
};

/* Abbreviations that may open a name. */
static const struct {
    struct str from, to;
} OPENINGS[] = {
    {STR_INIT("tp"), STR_INIT("thanh pho")},
    {STR_INIT("tphcm"), STR_INIT("thanh pho ho chi minh")},
    {STR_INIT("tphn"), STR_INIT("thanh pho ha noi")},
    {STR_INIT("hcm"), STR_INIT("thanh pho ho chi minh")},
    {STR_INIT("q"), STR_INIT("quan")},
    {STR_INIT("h"), STR_INIT("huyen")},
    {STR_INIT("tx"), STR_INIT("thi xa")},
    {STR_INIT("tt"), STR_INIT("thi tran")},
    {STR_INIT("p"), STR_INIT("phuong")},
    {STR_INIT("x"), STR_INIT("xa")},
    {STR_INIT("t"), STR_INIT("tinh")},
};

static const struct {
    struct str words;
    enum unit_kind kind;
} KINDS[] = {
    {STR_INIT("tinh"), UNIT_PROVINCE},    {STR_INIT("thanh pho"), UNIT_DISTRICT}, {STR_INIT("quan"), UNIT_DISTRICT},
    {STR_INIT("huyen"), UNIT_DISTRICT},   {STR_INIT("thi xa"), UNIT_DISTRICT},    {STR_INIT("phuong"), UNIT_COMMUNE},
    {STR_INIT("xa"), UNIT_COMMUNE},       {STR_INIT("thi tran"), UNIT_COMMUNE},   {STR_INIT("dac khu"), UNIT_COMMUNE},
    {STR_INIT("viet nam"), UNIT_COUNTRY}, {STR_INIT("ca nuoc"), UNIT_COUNTRY},    {STR_INIT("toan quoc"), UNIT_COUNTRY},
};

/* Where the name proper ends: at the first comma, semicolon or bracket. */
static struct str name_proper(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] == ',' || name.ptr[i] == ';' || name.ptr[i] == '(') return str_part(name, 0, i);
    return name;
}

static void add_word(struct words *w, size_t start, size_t end)
{
    if (end > start && w->count < WORDS_MOST) w->at[w->count++] = (struct str){w->folded + start, end - start};
}

/* Folded words; letters and digits that touch are parted only at the front ("q1", "p12"). */
static void cut_words(struct words *w, struct str name)
{
    size_t used = 0, start = 0;
    struct buf b = {.ptr = w->folded, .cap = sizeof w->folded, .limit = sizeof w->folded};
    w->count = 0;
    for (size_t i = 0, len; i < name.len && used + 4 <= sizeof w->folded; i += len) {
        uint32_t c = utf8_decode(name, i, &len);
        bool digit = c >= '0' && c <= '9', mark = c >= 0x300 && c <= 0x36F;
        if (mark) continue;
        if (!digit && !utf8_is_letter(c)) {
            add_word(w, start, used);
            start = used;
            continue;
        }
        if (digit && w->count == 0 && used == start + 1 && (w->folded[start] == 'q' || w->folded[start] == 'p')) {
            add_word(w, start, used);
            start = used;
        }
        b.len = used;
        utf8_fold_put(&b, str_part(name, i, i + len));
        used = b.len;
    }
    add_word(w, start, used);
}

static bool words_are(const struct words *w, size_t at, struct str text)
{
    while (text.len) {
        struct str_cut c = str_cut(text, STR(" "));
        if (at >= w->count || !str_eq(w->at[at++], c.head)) return false;
        text = c.tail;
    }
    return true;
}

static size_t words_in(struct str text)
{
    size_t n = 1;
    for (size_t i = 0; i < text.len; i++) n += text.ptr[i] == ' ';
    return n;
}

/* How many words at the front say whose organ it is: "UBND quận 1" is quận 1. */
static size_t organ_words(const struct words *w)
{
    static const struct str ORGANS[] = {STR_INIT("ubnd"), STR_INIT("hdnd"), STR_INIT("uy ban nhan dan"),
                                        STR_INIT("hoi dong nhan dan")};
    for (size_t i = 0; i < sizeof ORGANS / sizeof *ORGANS; i++) {
        size_t n = words_in(ORGANS[i]);
        if (words_are(w, 0, ORGANS[i]) && w->count > n) return n;
    }
    return 0;
}

static void put_word(struct buf *b, struct str word)
{
    if (b->len && word.len) buf_char(b, ' ');
    buf_put(b, word);
}

static bool all_digits(struct str s)
{
    uint64_t n;
    return str_to_u64(&n, s, UINT64_MAX);
}

/* The key of a name into `out` (UNIT_KEY_SIZE bytes). */
static struct str write_key(char *out, struct str name)
{
    struct words w;
    struct buf b = {.ptr = out, .cap = UNIT_KEY_SIZE, .limit = UNIT_KEY_SIZE};
    cut_words(&w, name_proper(name));
    size_t i = organ_words(&w);
    if (words_are(&w, i, STR("thu do"))) {
        put_word(&b, STR("thanh pho"));
        i += 2;
    }
    for (size_t k = 0; i < w.count && k < sizeof OPENINGS / sizeof *OPENINGS; k++) {
        if (!str_eq(w.at[i], OPENINGS[k].from)) continue;
        put_word(&b, OPENINGS[k].to);
        i++;
        break;
    }
    for (; i < w.count; i++) {
        struct str word = w.at[i];
        while (word.len > 1 && word.ptr[0] == '0' && all_digits(word)) word = str_from(word, 1);
        put_word(&b, str_eq(word, STR("hcm")) && b.len ? STR("ho chi minh") : word);
    }
    return buf_str(&b);
}

struct str unit_key(struct arena *a, struct str name)
{
    char key[UNIT_KEY_SIZE];
    return str_copy(a, write_key(key, name));
}

static bool starts_with_word(struct str key, struct str word)
{
    return str_starts(key, word) && (key.len == word.len || key.ptr[word.len] == ' ');
}

static const struct unit *catalogue_of_key(struct str key, struct date day);

enum unit_kind unit_kind_of_name(struct str name)
{
    char out[UNIT_KEY_SIZE];
    struct str key = write_key(out, name);
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        if (!starts_with_word(key, KINDS[i].words)) continue;
        if (starts_with_word(str_from(key, KINDS[i].words.len), STR(" uy"))) return UNIT_OFFICE; /* Quận ủy, Thành ủy */
        const struct unit *u = catalogue_of_key(key, (struct date){0});
        return u ? u->kind : KINDS[i].kind;
    }
    return UNIT_OFFICE;
}

/* Bytes of the kind that a name begins with as written out ("quận ", "Thành phố "), 0 when it begins with none. */
static size_t kind_bytes(struct arena *a, struct str name)
{
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++) {
        size_t words = words_in(KINDS[i].words), at = 0;
        while (at < name.len && (words > 1 || name.ptr[at] != ' ')) words -= name.ptr[at++] == ' ';
        if (at < name.len && KINDS[i].kind != UNIT_COUNTRY &&
            str_eq(utf8_fold(a, str_part(name, 0, at)), KINDS[i].words))
            return at;
    }
    return 0;
}

static bool has_lower(struct str s)
{
    for (size_t i = 0, len; i < s.len; i += len) {
        uint32_t c = utf8_decode(s, i, &len);
        if (utf8_is_letter(c) && !utf8_is_upper(c)) return true;
    }
    return false;
}

struct str unit_tidy_name(struct arena *a, struct str name)
{
    name = str_trim(name);
    size_t kind = kind_bytes(a, name);
    struct str proper = str_from(name, kind);
    if (kind == 0) return name;
    char *out = arena_alloc(a, name.len + 1, 1);
    struct buf b = {.ptr = out, .cap = name.len, .limit = name.len};
    buf_put(&b, utf8_lower(a, str_part(name, 0, kind)));
    bool all_capitals = !has_lower(proper), first = true;
    for (size_t i = 0, len; i < proper.len; i += len) {
        uint32_t c = utf8_decode(proper, i, &len);
        buf_codepoint(&b, all_capitals && !first ? utf8_lower_char(c) : c);
        first = !utf8_is_letter(c);
    }
    return buf_str(&b);
}

bool unit_valid_on(const struct unit *u, struct date day)
{
    if (!date_known(day)) return !date_known(u->to);
    return (!date_known(u->from) || date_cmp(u->from, day) <= 0) && (!date_known(u->to) || date_cmp(day, u->to) <= 0);
}

struct units unit_catalogue(void)
{
    return (struct units){unit_provinces, unit_provinces_count};
}

const struct unit *unit_find(struct str code)
{
    for (size_t i = 0; i < unit_provinces_count; i++)
        if (str_eq(unit_provinces[i].code, code)) return &unit_provinces[i];
    return NULL;
}

/* Whether `key` is the key `full`, or that without the kind before it. */
static bool key_names(struct str full, struct str key)
{
    if (str_eq(full, key)) return true;
    for (size_t i = 0; i < sizeof KINDS / sizeof *KINDS; i++)
        if (starts_with_word(full, KINDS[i].words) && str_eq(str_from(full, KINDS[i].words.len + 1), key)) return true;
    return false;
}

static const struct unit *catalogue_of_key(struct str key, struct date day)
{
    const struct unit *found = NULL;
    char out[UNIT_KEY_SIZE];
    if (key.len == 0) return NULL;
    for (size_t i = 0; i < unit_provinces_count; i++) {
        const struct unit *u = &unit_provinces[i];
        if (!unit_valid_on(u, day) || !key_names(write_key(out, u->name), key)) continue;
        if (found) return NULL;
        found = u;
    }
    return found;
}

const struct unit *unit_of_name(struct str name, struct date day)
{
    char key[UNIT_KEY_SIZE];
    return catalogue_of_key(write_key(key, name), day);
}
