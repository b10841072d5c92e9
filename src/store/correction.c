/* SPDX-License-Identifier: Apache-2.0
 *
 * correction: see correction.h. The value that stands after a figure was taken away is the newest of those that are
 * left: figures that an accepted statement says, and figures of loads.
 */
#include "correction.h"

#include "buf.h"
#include "json_write.h"
#include "payload.h"
#include "said.h"

static bool is_taken(const void *self, struct figure_id id)
{
    const struct lock_watch *w = self;
    for (size_t i = 0; i < w->touched.len; i++)
        if (w->touched.at[i].taken && w->touched.at[i].value.figure.n == id.n) return true;
    return false;
}

static bool standing(struct corrected_value *out, const struct lock_watch *w, const struct figure_key *key,
                     bool (*skip)(const void *self, struct figure_id id), struct err *err)
{
    struct kept_figure f;
    bool found;
    *out = (struct corrected_value){0};
    if (!figure_standing(&f, &found, w->db, w->arena, key, skip, w, err)) return false;
    if (found) *out = (struct corrected_value){f.id, f.figure.value, f.figure.bound};
    return true;
}

/* Whether the same change makes the figure once more: only the last one stands after it. */
static bool is_remade(const struct lock_watch *w, size_t i)
{
    const struct touched *t = &w->touched.at[i];
    for (size_t k = i + 1; !t->taken && k < w->touched.len; k++) {
        const struct touched *o = &w->touched.at[k];
        if (!o->taken && o->filing.n == t->filing.n && figure_key_eq(&o->key, &t->key)) return true;
    }
    return false;
}

bool corrections_make(struct corrected *out, const struct lock_watch *w, struct str reason, struct err *err)
{
    *out = (struct corrected){.reason = reason};
    for (size_t i = 0; i < w->touched.len; i++) {
        const struct touched *t = &w->touched.at[i];
        if (t->idle || is_remade(w, i)) continue;
        struct correction c = {.filing = t->filing, .key = t->key, .measure = t->measure, .reason = reason};
        struct corrected_value *other = t->taken ? &c.new : &c.old;
        *(t->taken ? &c.old : &c.new) = t->value;
        if (!standing(other, w, &t->key, t->taken ? is_taken : NULL, err)) return false;
        *vec_push(w->arena, &out->cells) = c;
    }
    return true;
}

static void put_side(struct json_writer *j, struct str id, struct str value, struct str bound,
                     const struct corrected_value *v)
{
    if (!v->figure.n) return;
    payload_put_int(j, id, v->figure.n);
    payload_put_decimal(j, value, v->value);
    payload_put_text(j, bound, bound_name(v->bound));
}

void corrections_put(struct json_writer *j, struct arena *a, const struct corrected *corrected)
{
    const struct correction_list *list = &corrected->cells;
    if (!corrected->reason.len) return;
    json_write_key(j, STR("correction"));
    json_write_open(j, '{');
    payload_put_text(j, STR("reason"), corrected->reason);
    json_write_key(j, STR("cells"));
    json_write_open(j, '[');
    for (size_t i = 0; i < list->len; i++) {
        const struct correction *c = &list->at[i];
        const struct figure_key *k = &c->key;
        json_write_open(j, '{');
        payload_put_int(j, STR("filing"), c->filing.n);
        payload_put_text(j, STR("indicator"), k->indicator);
        payload_put_text(j, STR("unit"), k->unit);
        payload_put_text(j, STR("period"), period_text(a, k->period));
        payload_put_text(j, STR("kind"), kind_name(k->kind));
        payload_put_text(j, STR("aspect"), aspect_name(k->aspect));
        payload_put_text(j, STR("layer"), k->layer);
        payload_put_text(j, STR("against"), against_text(a, k->against, k->against_period));
        payload_put_text(j, STR("measure"), c->measure);
        put_side(j, STR("old"), STR("old_value"), STR("old_bound"), &c->old);
        put_side(j, STR("new"), STR("new_value"), STR("new_bound"), &c->new);
        json_write_close(j, '}');
    }
    json_write_close(j, ']');
    json_write_close(j, '}');
}

bool correction_is(const struct payload *p)
{
    return json_is_object(json_object_get(p->root, "correction"));
}

static void read_side(struct corrected_value *out, struct payload *p, const json_t *cell, const char *id,
                      const char *value, const char *bound)
{
    bool has;
    int64_t n = payload_int(p, cell, id);
    struct str word = payload_text(p, cell, bound);
    *out = (struct corrected_value){.figure = {(uint32_t)n}};
    out->value = payload_decimal(p, cell, value, &has);
    if (n < 0 || n > UINT32_MAX || has != (n > 0) || (n && !bound_find(&out->bound, word))) p->bad = true;
}

static void read_cell(struct correction *c, struct payload *p, const json_t *cell)
{
    struct figure_key *k = &c->key;
    int64_t filing = payload_int(p, cell, "filing");
    c->filing.n = (uint32_t)filing;
    c->measure = payload_text(p, cell, "measure");
    k->indicator = payload_text(p, cell, "indicator");
    k->unit = payload_text(p, cell, "unit");
    k->layer = payload_text(p, cell, "layer");
    if (filing < 1 || filing > UINT32_MAX || !period_read(&k->period, payload_text(p, cell, "period")) ||
        !kind_find(&k->kind, payload_text(p, cell, "kind")) ||
        !aspect_find(&k->aspect, payload_text(p, cell, "aspect")) ||
        !against_read(&k->against, &k->against_period, payload_text(p, cell, "against")))
        p->bad = true;
    read_side(&c->old, p, cell, "old", "old_value", "old_bound");
    read_side(&c->new, p, cell, "new", "new_value", "new_bound");
}

bool corrections_apply(struct db *tables, struct arena *a, struct payload *p, int64_t entry, struct err *err)
{
    const json_t *object = json_object_get(p->root, "correction");
    if (!object) return true;
    if (!json_is_object(object)) {
        p->bad = true;
        return true;
    }
    struct str reason = payload_text(p, object, "reason");
    const json_t *cells = payload_array(p, object, "cells");
    for (size_t i = 0; !p->bad && i < json_array_size(cells); i++) {
        struct correction c = {.entry = entry, .reason = reason};
        read_cell(&c, p, payload_object_at(p, cells, i));
        if (!p->bad && !correction_save(tables, a, &c, i, err)) return false;
    }
    return true;
}
