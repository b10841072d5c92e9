/* SPDX-License-Identifier: Apache-2.0
 *
 * unit_name: see unit_name.h. A name is cut into folded words; the words at its front are looked at, the rest is kept:
 *
 *   "UBND Q. Bình Thạnh"  -> ubnd q binh thanh       -> quan binh thanh
 *   "TP.HCM"              -> tp hcm                  -> thanh pho ho chi minh
 *   "P.04, Q.3"           -> p 04 (cut at the comma) -> phuong 4
 *
 * Folding makes "xã Tân An" and "xã Tân Ân" one key. That is meant: reports are typed without care for marks, and a
 * key that leads to two units resolves nothing and is asked of a person.
 *
 * What is not done: to know which of the many "phường 1" is meant; unit_search.c does that.
 */
#include "unit_name.h"

#include "arena.h"
#include "buf.h"
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

static const struct str KINDS[] = {
    STR_INIT("tinh"),   STR_INIT("thanh pho"), STR_INIT("quan"),     STR_INIT("huyen"),   STR_INIT("thi xa"),
    STR_INIT("phuong"), STR_INIT("xa"),        STR_INIT("thi tran"), STR_INIT("dac khu"),
};
enum { KIND_WORDS = sizeof KINDS / sizeof *KINDS };

/* Where the name proper ends: at the first comma, semicolon or bracket. */
static struct str first_part(struct str name)
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
struct str unit_key_write(char *out, struct str name)
{
    struct words w;
    struct buf b = {.ptr = out, .cap = UNIT_KEY_SIZE, .limit = UNIT_KEY_SIZE};
    cut_words(&w, first_part(name));
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
    return str_copy(a, unit_key_write(key, name));
}

static bool starts_with_word(struct str key, struct str word)
{
    return str_starts(key, word) && (key.len == word.len || key.ptr[word.len] == ' ');
}

/* Bytes of the kind that a name begins with as written out ("quận ", "Thành phố "), 0 when it begins with none. */
static size_t kind_bytes(struct arena *a, struct str name)
{
    for (size_t i = 0; i < KIND_WORDS; i++) {
        size_t words = words_in(KINDS[i]), at = 0;
        while (at < name.len && (words > 1 || name.ptr[at] != ' ')) words -= name.ptr[at++] == ' ';
        if (at < name.len && str_eq(utf8_fold(a, str_part(name, 0, at)), KINDS[i])) return at;
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

/* --- keys in parts */

struct str unit_key_kind(struct str key)
{
    for (size_t i = 0; i < KIND_WORDS; i++)
        if (starts_with_word(key, KINDS[i]) && key.len > KINDS[i].len + 1) return str_part(key, 0, KINDS[i].len);
    return STR("");
}

struct str unit_key_proper(struct str key)
{
    struct str kind = unit_key_kind(key);
    return kind.len ? str_from(key, kind.len + 1) : key;
}

struct str unit_name_kind(struct str name)
{
    static const struct str WORDS[] = {STR_INIT("thành phố"), STR_INIT("thị xã"), STR_INIT("thị trấn"),
                                       STR_INIT("đặc khu"),   STR_INIT("tỉnh"),   STR_INIT("quận"),
                                       STR_INIT("huyện"),     STR_INIT("phường"), STR_INIT("xã")};
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
        if (starts_with_word(name, WORDS[i]) && name.len > WORDS[i].len + 1) return str_part(name, 0, WORDS[i].len);
    return STR("");
}

static bool is_divider(char c)
{
    return c == ',' || c == ';' || c == '(' || c == ')' || c == '/';
}

struct str unit_name_part(struct str *rest)
{
    struct str part = STR("");
    while (rest->len && !part.len) {
        size_t end = 0;
        while (end < rest->len && !is_divider(rest->ptr[end])) end++;
        part = str_trim(str_part(*rest, 0, end));
        *rest = str_from(*rest, end + 1);
    }
    return part;
}

/* Whether a word in the middle of a key opens the name of another unit: "quan", "q", "q3", "tphcm". */
static bool opens_name(struct str key, size_t at)
{
    struct str rest = str_from(key, at), word = str_cut(rest, STR(" ")).head;
    for (size_t i = 0; i < KIND_WORDS; i++)
        if (starts_with_word(rest, KINDS[i])) return true;
    for (size_t i = 0; i < sizeof OPENINGS / sizeof *OPENINGS; i++)
        if (str_eq(word, OPENINGS[i].from)) return true;
    return word.len > 1 && (word.ptr[0] == 'q' || word.ptr[0] == 'p') && all_digits(str_from(word, 1));
}

size_t unit_key_seam(struct str key, size_t before)
{
    size_t at = before < key.len ? before : key.len;
    while (at-- > 2)
        if (key.ptr[at - 1] == ' ' && opens_name(key, at)) return at;
    return 0;
}

/* --- names with their marks */

enum { MARKED_SIZE = UNIT_KEY_SIZE * 2 };

/* The last `count` words of a name, lower, each with its tone mark on the one place, one space between them; "" when
 * the name has fewer, or does not fit. */
static struct str last_words(char *out, struct str name, size_t count)
{
    struct str words[WORDS_MOST];
    size_t n = 0, used = 0;
    for (size_t i = 0, len = 1, start = 0; i <= name.len; i += len) {
        uint32_t c = i < name.len ? utf8_decode(name, i, &len) : ' ';
        if (utf8_is_letter(c) || (c >= '0' && c <= '9')) continue;
        if (i > start && n < WORDS_MOST) words[n++] = str_part(name, start, i);
        start = i + len;
    }
    if (n < count) return STR("");
    for (size_t i = n - count; i < n; i++) {
        struct str word = words[i];
        while (word.len > 1 && word.ptr[0] == '0' && all_digits(word)) word = str_from(word, 1);
        if (used && used < MARKED_SIZE) out[used++] = ' ';
        size_t len = utf8_syllable_key(out + used, MARKED_SIZE - used, word);
        if (!len) return STR("");
        used += len;
    }
    return (struct str){out, used};
}

static size_t count_words(struct str name)
{
    char room[UNIT_KEY_SIZE];
    return words_in(unit_key_write(room, name));
}

bool unit_name_marks_fit(struct str said, struct str proper)
{
    char one[MARKED_SIZE], other[MARKED_SIZE];
    struct str rest = said;
    size_t count = count_words(proper);
    struct str a = last_words(one, unit_name_part(&rest), count), b = last_words(other, proper, count);
    return a.len && str_eq(a, b);
}
