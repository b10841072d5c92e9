/* SPDX-License-Identifier: Apache-2.0
 *
 * check_subject: what makes two figures speak of the same thing is words, so words become numbers here once:
 *
 *   subject   content words, abbreviations written out, without the name of the place, sorted:
 *             "thu ngân sách của quận" = "thu ngân sách quận" = {ngân, sách, thu}
 *   place     the key of the name (unit.h): "TP. Thủ Đức" = "thành phố Thủ Đức"
 *   core      the subject without the words in which a plan and what is done of it differ: "kế hoạch vốn đầu tư công",
 *             "giải ngân vốn đầu tư công" -> {}, which is 0; "dự toán thu ngân sách", "thu ngân sách" -> {sách, thu}
 *   plan      of a plan_ratio: the words that tell one plan from another: "dự toán Thành phố giao" -> {thành phố},
 *             "dự toán", "chỉ tiêu đề ra", "kế hoạch năm" -> {} (the one plan that everybody means); unknown -> none
 *
 * Numbers are given in the order in which things are first said, so the orders made of them depend on the input alone.
 */
#include "check_private.h"
#include "unit.h"
#include "utf8.h"

static const char *const STOP_WORDS[] = {"của",   "và",    "các", "là", "trên", "địa", "bàn", "được", "tại",
                                         "trong", "cho",   "với", "số", "tổng", "năm", "đạt", "ước",  "những",
                                         "một",   "lượng", "về",  "so", "toàn", "có",  NULL};
static const char *const PLACE_KINDS[] = {"quận", "huyện", "tỉnh", "phường", "xã", "thành", "phố", "thị", "trấn", NULL};
/* Words of a plan that do not tell it from another plan. */
static const char *const PLAN_WORDS[] = {
    "kế",   "hoạch",  "dự",   "toán", "chỉ",  "tiêu", "mục",  "đề",   "ra",   "đặt",   "giao", "được", "so",
    "với",  "năm",    "cả",   "của",  "trên", "tổng", "vốn",  "đầu",  "tư",   "công",  "do",   "đã",   "này",
    "tăng", "trưởng", "theo", "quy",  "định", "thu",  "ngân", "sách", "nghị", "quyết", NULL};
/* Words in which a plan and what is done of it differ: "Kế hoạch vốn đầu tư công", "Giải ngân vốn đầu tư công". */
static const char *const CORE_WORDS[] = {"kế",   "hoạch", "dự",   "toán", "chỉ", "tiêu",  "mục",  "giải", "ngân",
                                         "tỷ",   "tỉ",    "lệ",   "giao", "bố",  "trí",   "phân", "bổ",   "thực",
                                         "hiện", "tiến",  "độ",   "vốn",  "đầu", "tư",    "công", "giá",  "trị",
                                         "kết",  "quả",   "khối", "đã",   "cả",  "nguồn", NULL};
static const struct {
    const char *shortened, *full;
} ABBREVIATIONS[] = {
    {"nsnn", "ngân sách nhà nước"}, {"tthc", "thủ tục hành chính"}, {"dvctt", "dịch vụ công trực tuyến"},
    {"htx", "hợp tác xã"},          {"xnk", "xuất nhập khẩu"},      {"gtsx", "giá trị sản xuất"},
    {"ntm", "nông thôn mới"},       {"đtc", "đầu tư công"},         {"ktxh", "kinh tế xã hội"},
    {"dn", "doanh nghiệp"},         {"ubnd", "ủy ban nhân dân"},    {"bhyt", "bảo hiểm y tế"},
};
enum { KEY_SIZE = 64 };

static bool listed(struct str word, const char *const *list)
{
    for (; *list; list++)
        if (str_eq(word, str_of(*list))) return true;
    return false;
}

/* The next run of letters and digits at or after *at, as its key; "" at the end. The key lives in `key`. */
static struct str next_word(char *key, size_t cap, struct str text, size_t *at)
{
    size_t len, start;
    for (; *at < text.len; *at += len) {
        uint32_t ch = utf8_decode(text, *at, &len);
        if (utf8_is_letter(ch) || (ch >= '0' && ch <= '9')) break;
    }
    for (start = *at; *at < text.len; *at += len) {
        uint32_t ch = utf8_decode(text, *at, &len);
        if (!utf8_is_letter(ch) && !(ch >= '0' && ch <= '9')) break;
    }
    struct str word = str_part(text, start, *at);
    size_t n = utf8_syllable_key(key, cap, word);
    return n ? (struct str){key, n} : word;
}

static void add_word(struct word_list *l, uint32_t n)
{
    if (l->len < WORDS_MAX) l->at[l->len++] = n;
}

static void add_words(struct numbers *b, struct word_list *l, struct str text, const char *const *leave_out)
{
    char key[KEY_SIZE];
    size_t at = 0;
    for (struct str w; (w = next_word(key, sizeof key, text, &at)).len && l->len < WORDS_MAX;) {
        const char *full = NULL;
        for (size_t i = 0; i < sizeof ABBREVIATIONS / sizeof *ABBREVIATIONS && !full; i++)
            if (str_eq(w, str_of(ABBREVIATIONS[i].shortened))) full = ABBREVIATIONS[i].full;
        if (!full) {
            if (!listed(w, leave_out)) add_word(l, number_of(&b->words, b->arena, w));
            continue;
        }
        struct str rest = str_of(full);
        char part[KEY_SIZE];
        size_t in = 0;
        for (struct str p; (p = next_word(part, sizeof part, rest, &in)).len;)
            if (!listed(p, leave_out)) add_word(l, number_of(&b->words, b->arena, p));
    }
}

static int compare_words(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static void sort_unique(struct word_list *l)
{
    qsort(l->at, l->len, sizeof *l->at, compare_words);
    uint32_t n = 0;
    for (uint32_t i = 0; i < l->len; i++)
        if (n == 0 || l->at[n - 1] != l->at[i]) l->at[n++] = l->at[i];
    l->len = n;
}

static bool holds(const struct word_list *l, uint32_t word)
{
    for (uint32_t i = 0; i < l->len; i++)
        if (l->at[i] == word) return true;
    return false;
}

static struct str place_name(struct str place)
{
    ptrdiff_t comma = str_find_char(place, ','), bracket = str_find_char(place, '(');
    if (comma >= 0) place = str_part(place, 0, (size_t)comma);
    if (bracket >= 0 && (size_t)bracket < place.len) place = str_part(place, 0, (size_t)bracket);
    return place;
}

/* Names that lead to one unit (unit_key) have one number. */
static uint32_t place_number(struct numbers *b, struct str place)
{
    if (place.len == 0) return 0;
    const uint32_t *known = map_find(&b->place_names, place);
    if (known) return *known;
    struct str key = unit_key(b->arena, place);
    uint32_t n = key.len ? number_of(&b->places, b->arena, key) : 0;
    map_put(&b->place_names, b->arena, place, n);
    return n;
}

static uint32_t core_number(struct numbers *b, const struct word_list *subject)
{
    struct word_list l = {.len = 0};
    for (const char *const *w = CORE_WORDS; *w && b->core_words.len < sizeof CORE_WORDS / sizeof *CORE_WORDS - 1; w++)
        add_word(&b->core_words, number_of(&b->words, b->arena, str_of(*w)));
    for (uint32_t i = 0; i < subject->len; i++)
        if (!holds(&b->core_words, subject->at[i])) add_word(&l, subject->at[i]);
    return l.len ? number_of(&b->cores, b->arena, (struct str){(const char *)l.at, l.len * sizeof *l.at}) : 0;
}

/* The subject without the place: its name where all of it stands in the subject, and its kind ("thu ngân sách quận"),
 * but "cấp quận" is a level and stays. */
static uint32_t subject_of(struct numbers *b, struct str subject, struct str place)
{
    static const char *const nothing[] = {NULL};
    struct word_list all = {.len = 0}, name = {.len = 0}, kind = {.len = 0}, l = {.len = 0};
    uint32_t level = number_of(&b->words, b->arena, STR("cấp"));
    add_words(b, &all, subject, STOP_WORDS);
    add_words(b, &name, place_name(place), PLACE_KINDS);
    add_words(b, &kind, place_name(place), nothing);
    sort_unique(&all);
    bool inside = name.len > 0, levels = holds(&all, level);
    for (uint32_t i = 0; i < name.len; i++) inside = inside && holds(&all, name.at[i]);
    for (uint32_t i = 0; i < all.len; i++) {
        bool is_name = holds(&name, all.at[i]), is_kind = holds(&kind, all.at[i]) && !is_name;
        if (!(inside && is_name) && !(is_kind && !levels)) add_word(&l, all.at[i]);
    }
    if (l.len == 0) l = all;
    uint32_t n = number_of(&b->subjects, b->arena, (struct str){(const char *)l.at, l.len * sizeof *l.at});
    if (n > b->core_of.len) *vec_push(b->arena, &b->core_of) = core_number(b, &l);
    return n;
}

uint32_t number_subject(struct numbers *b, struct str subject, const struct about *f)
{
    if (!b->seen) b->seen = arena_array(b->arena, struct subject_seen, SUBJECTS_SEEN);
    struct subject_seen *seen = &b->seen[(str_hash(subject) + f->place_number) % SUBJECTS_SEEN];
    if (!seen->number || seen->place != f->place_number || !str_eq(seen->text, subject))
        *seen = (struct subject_seen){subject, f->place_number, subject_of(b, subject, f->place)};
    return seen->number;
}

struct subject subject_words(const struct numbers *b, uint32_t subject)
{
    struct str key = number_key(&b->subjects, subject);
    return (struct subject){(const uint32_t *)(const void *)key.ptr, (uint32_t)(key.len / sizeof(uint32_t))};
}

static uint32_t unit_number(struct numbers *b, struct str unit)
{
    const uint32_t *known = map_find(&b->unit_names, unit);
    if (known) return *known;
    struct str lower = str_trim(utf8_lower(b->arena, unit));
    if (str_eq(lower, STR("%/năm"))) lower = STR("%");
    uint32_t n = number_of(&b->units, b->arena, lower);
    map_put(&b->unit_names, b->arena, unit, n);
    return n;
}

void number_about(struct numbers *b, struct about *f)
{
    f->place_number = place_number(b, f->place);
    f->unit_number = unit_number(b, f->unit);
}

void number_plan(struct numbers *b, struct item_plan *p)
{
    struct word_list l = {.len = 0};
    add_words(b, &l, p->text, PLAN_WORDS);
    sort_unique(&l);
    struct str key = {(const char *)l.at, l.len * sizeof *l.at};
    p->words = number_of(&b->plans, b->arena, key);
    p->bare = l.len == 0;
}
