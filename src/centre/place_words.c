/* SPDX-License-Identifier: Apache-2.0
 *
 * place_words: see place_words.h. A name may have up to six words behind its kind and what follows it is not known
 * ("... PHƯỜNG SÀI GÒN NĂM 2025"), so the longest run of words is taken that a unit is called. A run ends at a comma, a
 * semicolon, a colon or a bracket. What goes on like a name ("xã Tân Lập Thượng", where there is only a Tân Lập) is
 * none: behind the run must stand a number, another kind, a word that begins a time, or a word in small letters.
 * "Kinh tế - xã hội" and "cộng hòa xã hội" are no commune.
 */
#include "place_words.h"

#include "utf8.h"

enum { WORDS_MOST = 80, NAME_MOST = 6 };

static const struct {
    struct str words; /* folded */
    int count;
} KINDS[] = {{STR_INIT("thanh pho"), 2}, {STR_INIT("thi tran"), 2}, {STR_INIT("thi xa"), 2}, {STR_INIT("dac khu"), 2},
             {STR_INIT("phuong"), 1},    {STR_INIT("quan"), 1},     {STR_INIT("huyen"), 1},  {STR_INIT("tinh"), 1},
             {STR_INIT("xa"), 1},        {STR_INIT("tp."), 1},      {STR_INIT("tp"), 1},     {STR_INIT("q."), 1},
             {STR_INIT("p."), 1},        {STR_INIT("h."), 1},       {STR_INIT("tx."), 1},    {STR_INIT("tt."), 1}};

/* Written together with the name: "TP.HCM", "TPHCM", "Q.3", "P.Bến Thành". */
static const struct str GLUED[] = {STR_INIT("tp."), STR_INIT("q."),  STR_INIT("p."),
                                   STR_INIT("h."),  STR_INIT("tx."), STR_INIT("tt.")};

struct words {
    struct str text;
    struct str at[WORDS_MOST];     /* without the mark behind them */
    struct str folded[WORDS_MOST]; /* likewise */
    bool ends[WORDS_MOST];         /* a mark that ends a name stands behind it */
    size_t count;
};

static void split(struct words *w, struct arena *a, struct str text)
{
    *w = (struct words){.text = text};
    for (size_t i = 0; i < text.len && w->count < WORDS_MOST;) {
        size_t start = i;
        while (i < text.len && !strchr(" \n\t,;:()\"-", text.ptr[i])) i++;
        size_t end = i;
        bool ends = false;
        while (i < text.len && strchr(" \n\t,;:()\"-", text.ptr[i])) ends |= strchr(" \n\t", text.ptr[i++]) == NULL;
        if (end == start) continue;
        w->at[w->count] = str_part(text, start, end);
        w->folded[w->count] = utf8_fold(a, w->at[w->count]);
        w->ends[w->count++] = ends || i == text.len;
    }
}

/* How many words of a kind begin at a word; 0: none. */
static size_t kind_at(const struct words *w, size_t i)
{
    for (size_t k = 0; k < sizeof KINDS / sizeof *KINDS; k++) {
        struct str_cut cut = str_cut(KINDS[k].words, STR(" "));
        if (!str_eq(w->folded[i], cut.head)) continue;
        if (KINDS[k].count == 1) return 1;
        if (!w->ends[i] && i + 1 < w->count && str_eq(w->folded[i + 1], cut.tail)) return 2;
    }
    return 0;
}

static bool is_glued(const struct words *w, size_t i)
{
    struct str word = w->folded[i];
    if (str_eq(word, STR("tphcm"))) return true;
    for (size_t k = 0; k < sizeof GLUED / sizeof *GLUED; k++)
        if (word.len > GLUED[k].len && str_starts(word, GLUED[k])) return true;
    return false;
}

static bool is_society(const struct words *w, size_t i)
{
    bool xa_hoi = str_eq(w->folded[i], STR("xa")) && i + 1 < w->count && str_eq(w->folded[i + 1], STR("hoi"));
    return xa_hoi && i > 0 && (str_eq(w->folded[i - 1], STR("te")) || str_eq(w->folded[i - 1], STR("hoa")));
}

static struct str run_of(const struct words *w, size_t first, size_t last)
{
    size_t from = (size_t)(w->at[first].ptr - w->text.ptr);
    size_t to = (size_t)(w->at[last].ptr - w->text.ptr) + w->at[last].len;
    return str_part(w->text, from, to);
}

/* "Lập" and "LẬP" begin large; "đến" does not. */
static bool begins_large(struct arena *a, struct str word)
{
    return !str_eq(utf8_lower(a, word), word);
}

/* Whether a name can end at a word, by what stands behind it. */
static bool may_end(const struct words *w, struct arena *a, size_t last)
{
    static const struct str BEHIND[] = {STR_INIT("nam"), STR_INIT("thang"), STR_INIT("quy"),  STR_INIT("ky"),
                                        STR_INIT("tu"),  STR_INIT("den"),   STR_INIT("va"),   STR_INIT("giai"),
                                        STR_INIT("dau"), STR_INIT("trong"), STR_INIT("theo"), STR_INIT("cuoi")};
    if (w->ends[last] || last + 1 >= w->count || kind_at(w, last + 1) || is_glued(w, last + 1)) return true;
    struct str next = w->folded[last + 1];
    if (next.ptr[0] >= '0' && next.ptr[0] <= '9') return true;
    for (size_t i = 0; i < sizeof BEHIND / sizeof *BEHIND; i++)
        if (str_eq(BEHIND[i], next)) return true;
    return !begins_large(a, w->at[last + 1]);
}

/* Only units of this kind and name: a search takes "phường Bình" for "xã Phương Bình", too. */
static void keep_named(struct looked_units *list, struct arena *a, struct str said)
{
    struct str key = unit_key(a, said);
    size_t kept = 0;
    for (size_t i = 0; i < list->len; i++) {
        struct str name = unit_key(a, list->at[i].name);
        bool more = key.len > name.len && key.ptr[name.len] == ' ';
        if (str_eq(key, name) || (more && str_starts(key, name))) list->at[kept++] = list->at[i];
    }
    list->len = kept;
}

/* The longest name that begins at a word; *next: the word behind it. */
static bool name_at(struct said_place *out, size_t *next, const struct words *w, size_t i, struct db *db,
                    struct arena *a, struct err *err)
{
    bool glued = is_glued(w, i);
    size_t kind = glued ? 1 : kind_at(w, i), last = i + kind - 1, least = glued ? i : i + kind;
    *out = (struct said_place){.said = STR("")};
    if (!kind || (w->ends[last] && !glued) || is_society(w, i)) return true;
    while (last + 1 < w->count && last - i < kind - 1 + NAME_MOST && !w->ends[last]) last++;
    for (; last + 1 > least && !out->units.len; last--) {
        if (!may_end(w, a, last)) continue;
        out->said = run_of(w, i, last);
        if (!unit_look(&out->units, db, a, out->said, (struct date){0}, err)) return false;
        keep_named(&out->units, a, out->said);
        *next = last + 1;
        if (last == 0) break;
    }
    return true;
}

bool place_words(struct said_places *out, struct db *db, struct arena *a, struct str text, struct err *err)
{
    struct words *w = arena_new(a, struct words);
    split(w, a, text);
    for (size_t i = 0; i < w->count;) {
        struct said_place p;
        size_t next = i + 1;
        if (!name_at(&p, &next, w, i, db, a, err)) return false;
        if (p.units.len) *vec_push(a, out) = p;
        i = p.units.len ? next : i + 1;
    }
    return true;
}
