/* SPDX-License-Identifier: Apache-2.0
 *
 * matter_heads: see matter_heads.h.
 */
#include "matter_heads.h"

#include "arena.h"
#include "matter_heads_private.h"
#include "utf8.h"

struct matter_heads matter_head_catalogue(void)
{
    return (struct matter_heads){matter_heads, matter_heads_count};
}

struct str matter_head_tidy(struct arena *a, struct str words)
{
    struct str s = utf8_lower(a, str_trim(words));
    char *out = arena_alloc(a, s.len + 1, 1);
    size_t n = 0;
    for (size_t i = 0; i < s.len; i++) {
        bool blank = s.ptr[i] == ' ' || s.ptr[i] == '\n' || s.ptr[i] == '\t' || s.ptr[i] == '\r';
        if (blank && n && out[n - 1] == ' ') continue;
        out[n++] = blank ? ' ' : s.ptr[i];
    }
    while (n && (out[n - 1] == '*' || out[n - 1] == ':' || out[n - 1] == '.' || out[n - 1] == ' ')) n--;
    return (struct str){out, n};
}

bool matter_list_name(struct str name)
{
    static const struct str NAMES[] = {
        STR_INIT("number"),   STR_INIT("title"),       STR_INIT("unit"),   STR_INIT("person"),   STR_INIT("giver"),
        STR_INIT("follower"), STR_INIT("document"),    STR_INIT("clause"), STR_INIT("priority"), STR_INIT("secrecy"),
        STR_INIT("due"),      STR_INIT("appointment"), STR_INIT("state"),  STR_INIT("opened"),   STR_INIT("ended"),
        STR_INIT("since"),    STR_INIT("note"),        STR_INIT("handed")};
    return word_list_has((struct word_list){NAMES, sizeof NAMES / sizeof *NAMES}, name);
}

static bool has_word(struct str words, struct str word)
{
    while (words.len) {
        struct str_cut cut = str_cut(words, STR("|"));
        if (str_eq(cut.head, word)) return true;
        words = cut.tail;
    }
    return false;
}

/* What the table says: rows of the kind, then those of every kind. */
static struct str in_table(struct str kind, struct str of, struct str word)
{
    const struct str kinds[] = {kind, STR("*")};
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < matter_heads_count; i++) {
            const struct matter_head *h = &matter_heads[i];
            if (str_eq(h->kind, kinds[k]) && str_eq(h->of, of) && has_word(h->words, word)) return h->name;
        }
    return STR("");
}

struct str matter_head_column(const struct matter_kind *k, struct arena *a, struct str tidy)
{
    for (size_t i = 0; i < k->field_count; i++)
        if (str_eq(k->fields[i].word, tidy) || str_eq(matter_head_tidy(a, k->fields[i].name), tidy))
            return k->fields[i].word;
    struct str name = in_table(k->word, STR("column"), tidy);
    return matter_list_name(name) || kind_field_find(k, name) ? name : STR("");
}

const struct kind_state *matter_head_state(const struct matter_kind *k, struct arena *a, struct str tidy)
{
    for (size_t i = 0; i < k->state_count; i++)
        if (str_eq(k->states[i].word, tidy) || str_eq(matter_head_tidy(a, k->states[i].name), tidy))
            return &k->states[i];
    return kind_state_find(k, in_table(k->word, STR("state"), tidy));
}

struct str matter_head_choice(const struct matter_kind *k, const struct kind_field *f, struct arena *a, struct str tidy)
{
    for (size_t i = 0; i < f->choices.len; i++)
        if (str_eq(matter_head_tidy(a, f->choices.at[i]), tidy)) return f->choices.at[i];
    struct str name = in_table(k->word, f->word, tidy);
    return word_list_has(f->choices, name) ? name : STR("");
}
