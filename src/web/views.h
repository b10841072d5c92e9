/* SPDX-License-Identifier: Apache-2.0
 *
 * views: what each template shows: values ready to be seen, and addresses. A template NAME.html shows struct NAME_view.
 * All texts are in the language of the visitor and live in the arena of the visit.
 *
 * A verdict has a family (plan, period, pace, clock) and a state (good, watch, bad, hold); its shape is the place of a
 * picture in the sprite of the page ("#plan-good"). Two families are never put into one.
 */
#ifndef VIEWS_H
#define VIEWS_H
#include "link.h"

struct choice_view {
    struct str name, value;
    bool chosen;
};
struct choices_view {
    VEC_FIELDS(struct choice_view);
};

struct head_view {
    struct str lang, title, office, who, login, csrf, query;
    struct link style;
    bool signed_in, at_home, at_indicators, at_work, at_documents, at_compare, at_map, at_more;
    bool may_read, may_work, may_documents, may_people;
};
struct foot_view {
    struct str checkpoint; /* "48.213 mục · 7f3a91c2"; "": nobody is signed in */
};

/* The choice of unit and period above a page: one form that asks the same page again. */
struct context_view {
    struct link page;
    struct choices_view units, periods;
    struct str note; /* what stands at its right end */
};

struct problem_view {
    struct head_view head;
    struct foot_view foot;
    struct str title, hint;
};

struct sign_in_view {
    struct head_view head;
    struct foot_view foot;
    struct str error, word, back, login, csrf;
    bool by_link, second, again; /* a link that counts once; a code; the password once more; none: login and password */
};

struct named_view {
    struct str name, value;
};

struct named_list_view {
    VEC_FIELDS(struct named_view);
};

struct event_view {
    struct str day, what, who, note, entry;
};

struct events_view {
    VEC_FIELDS(struct event_view);
};

/* A place of the password, by a link or to change it. */
struct password_view {
    struct head_view head;
    struct foot_view foot;
    struct str error, csrf, login;
    bool first; /* by a link */
};

/* Words that are shown this once. */
struct once_view {
    struct head_view head;
    struct foot_view foot;
    struct str title, about, link_text;
    struct named_list_view words;
    struct link back;
};

struct grant_view {
    struct str id, role, over, fields, kinds, from, to, of, state, person;
    bool holds, may_delegate, delegated;
};
struct grants_view {
    VEC_FIELDS(struct grant_view);
};
struct session_view {
    struct str began, used, address, agent;
    bool this_one;
};
struct sessions_view {
    VEC_FIELDS(struct session_view);
};
struct token_view {
    struct str id, name, rights, made, until, used;
};
struct tokens_view {
    VEC_FIELDS(struct token_view);
};
struct account_view {
    struct head_view head;
    struct foot_view foot;
    struct str error, csrf, name, login, unit, contact, password, recovery;
    bool second, has_password, may_tokens, may_delegate;
    struct grants_view grants, delegated;
    struct sessions_view sessions;
    struct tokens_view tokens;
    struct choices_view rights, persons;
};

struct second_view {
    struct head_view head;
    struct foot_view foot;
    struct str error, csrf, secret, address, path;
    size_t size;
};

struct person_row_view {
    struct str login, name, unit, roles, password, second, state;
    bool active;
    struct link at;
};
struct person_rows_view {
    VEC_FIELDS(struct person_row_view);
};
struct people_view {
    struct head_view head;
    struct foot_view foot;
    struct str csrf;
    struct person_rows_view rows;
    struct choices_view roles, units;
};
struct person_view {
    struct head_view head;
    struct foot_view foot;
    struct str csrf, login, name, contact, unit, password, second;
    bool active, has_second;
    struct link at;
    struct grants_view grants;
    struct choices_view roles, units;
    struct events_view events;
};

struct verdict_view {
    struct str family, state, label, word, rate, gap;
    struct link shape;
};
struct verdicts_view {
    VEC_FIELDS(struct verdict_view);
};

struct tile_view {
    size_t n;
    struct str name, tag, value, unit, note, source;
    struct link evidence, indicator;
    bool bar, estimate, over, has_plan, has_time;
    uint32_t bar_width, plan_at, time_at; /* of 250 */
    struct str bar_words;
    struct verdicts_view verdicts;
};
struct tiles_view {
    VEC_FIELDS(struct tile_view);
};

struct decision_view {
    size_t n;
    struct str title, why, chip, state;
    struct link at, shape;
};
struct decisions_view {
    VEC_FIELDS(struct decision_view);
};

/* The verdicts of all indicators, against plan by against last year. */
struct count_view {
    struct str count;
    struct link at; /* none: nothing is there */
};
struct counts_view {
    VEC_FIELDS(struct count_view);
};
struct count_row_view {
    struct str name, state;
    struct link shape;
    struct counts_view cells;
};
struct count_rows_view {
    VEC_FIELDS(struct count_row_view);
};

struct home_view {
    struct head_view head;
    struct foot_view foot;
    struct context_view context;
    struct str place, period, about, count;
    struct decisions_view decisions;
    struct tiles_view tiles;
    struct count_rows_view rows;
    struct link all;
};

struct indicator_row_view {
    struct str code, name, unit, plan, value, mark;
    struct link at, evidence, plan_evidence;
    struct verdict_view plan_verdict, period_verdict;
    struct link ratio_evidence, growth_evidence;
};
struct indicator_rows_view {
    VEC_FIELDS(struct indicator_row_view);
};
struct indicators_view {
    struct head_view head;
    struct foot_view foot;
    struct context_view context;
    struct str place, period, chosen;
    struct link all;
    struct indicator_rows_view rows;
    struct str nothing;
};

/* A picture of lines (output/chart.h). */
struct chart_dot_view {
    uint32_t x, y;
    struct str said;
};
struct chart_dots_view {
    VEC_FIELDS(struct chart_dot_view);
};
struct chart_run_view {
    struct str path;
};
struct chart_runs_view {
    VEC_FIELDS(struct chart_run_view);
};
struct chart_line_view {
    struct str style, name; /* "now", "before", "plan" */
    uint32_t name_x, name_y;
    struct chart_runs_view runs;
    struct chart_dots_view dots;
};
struct chart_lines_view {
    VEC_FIELDS(struct chart_line_view);
};
struct chart_mark_view {
    uint32_t at, text_at;
    struct str text;
};
struct chart_marks_view {
    VEC_FIELDS(struct chart_mark_view);
};
struct chart_view {
    bool any;
    struct str finding, unit, axis, note, band;
    uint32_t width, height, left, right, bottom, positions_at;
    struct chart_lines_view lines;
    struct chart_marks_view numbers, positions;
};

struct series_row_view {
    struct str period, plan, value, mark, rate, growth, growth_why, source;
    struct link evidence, plan_evidence, growth_evidence, source_at;
};
struct series_rows_view {
    VEC_FIELDS(struct series_row_view);
};
struct note_view {
    struct str text;
};
struct notes_view {
    VEC_FIELDS(struct note_view);
};
struct lineage_view {
    struct str day, part, other, source;
    struct link at;
};
struct lineages_view {
    VEC_FIELDS(struct lineage_view);
};
/* A choice of what a page shows: links side by side. */
struct tab_view {
    struct str name;
    struct link at;
    bool chosen;
};
struct tabs_view {
    VEC_FIELDS(struct tab_view);
};
struct indicator_view {
    struct head_view head;
    struct foot_view foot;
    struct context_view context;
    struct str code, name, unit, place, period, value, nothing;
    struct link evidence;
    struct verdicts_view verdicts;
    struct named_list_view facts, forecast;
    struct str forecast_note;
    struct tabs_view tabs;
    struct chart_view chart;
    struct series_rows_view rows;
    struct notes_view notes;
    struct lineages_view lines;
};

/* Units side by side. */
struct compare_row_view {
    struct str rank, name, value;
    bool tied;
    struct link at, evidence;
    uint32_t bar;
    struct verdict_view plan_verdict, period_verdict;
};
struct compare_rows_view {
    VEC_FIELDS(struct compare_row_view);
};
struct comparing_view {
    struct link page;
    struct choices_view indicators, levels, periods, orders;
    struct str under;
};
struct compare_view {
    struct head_view head;
    struct foot_view foot;
    struct comparing_view choose;
    struct str name, unit, period, rule, missing, more, nothing;
    uint32_t bar;
    struct compare_rows_view rows;
};

/* Areas coloured by one thing, and the table that says the same. */
struct area_view {
    struct str name, path, shade, said; /* shade: "n1" ... "n5", "good", "watch", "bad", "hold", "none" */
    struct link at;
};
struct areas_view {
    VEC_FIELDS(struct area_view);
};
struct label_view {
    struct str text;
    uint32_t x, y;
};
struct labels_view {
    VEC_FIELDS(struct label_view);
};
/* A frame of its own for what lies far off. */
struct inset_view {
    struct str name;
    uint32_t width, height;
    struct areas_view areas;
};
struct insets_view {
    VEC_FIELDS(struct inset_view);
};
struct legend_view {
    struct str shade, text;
};
struct legends_view {
    VEC_FIELDS(struct legend_view);
};
struct map_view {
    struct head_view head;
    struct foot_view foot;
    struct comparing_view choose;
    struct str name, unit, period, about, by, nothing, approximate, unseen;
    uint32_t width, height;
    struct areas_view areas;
    struct labels_view labels;
    struct insets_view insets;
    struct legends_view legend;
    struct compare_rows_view rows;
};

/* A table of cells (listing.h). */
struct cell_view {
    struct str text, state, family; /* state: it is a verdict */
    struct link at, shape;
    bool number, name;
};
struct cells_view {
    VEC_FIELDS(struct cell_view);
};
struct table_row_view {
    struct cells_view cells;
};
struct table_rows_view {
    VEC_FIELDS(struct table_row_view);
};
struct column_view {
    struct str name;
    bool number;
};
struct columns_view {
    VEC_FIELDS(struct column_view);
};
struct table_view {
    struct str id, caption, note;
    struct columns_view heads;
    struct table_rows_view rows;
};
struct tables_view {
    VEC_FIELDS(struct table_view);
};
struct listing_view {
    struct head_view head;
    struct foot_view foot;
    struct context_view context;
    bool has_context;
    struct str title, about;
    struct tabs_view tabs;
    struct named_list_view facts;
    struct tables_view tables;
    struct link more;
};

/* The words of a document around something that was found in them. */
struct quote_view {
    struct str before, lit, after, document, who, time;
    struct link at;
};
struct quotes_view {
    VEC_FIELDS(struct quote_view);
};
struct evidence_view {
    struct str id, value, about, state, load;
    struct link at;
    struct quotes_view quotes;
};
struct evidences_view {
    VEC_FIELDS(struct evidence_view);
};
struct number_view {
    struct head_view head;
    struct foot_view foot;
    struct str title, asked, result, formula, why, remark, id;
    struct evidences_view figures;
};

struct matter_row_view {
    struct str id, number, title, kind, unit, person, due, state;
    struct verdict_view clock;
    struct link at;
};
struct matter_rows_view {
    VEC_FIELDS(struct matter_row_view);
};
struct work_filter_view {
    struct str name, count;
    struct link at;
    bool chosen;
};
struct work_filters_view {
    VEC_FIELDS(struct work_filter_view);
};
struct work_view {
    struct head_view head;
    struct foot_view foot;
    struct str title, nothing, words;
    struct work_filters_view filters;
    struct matter_rows_view rows;
    struct link more, page;
};
/* A step that the matter may take now, with what it asks for. */
struct move_field_view {
    struct str word, name, field, value; /* field, value: names in the form */
};
struct move_fields_view {
    VEC_FIELDS(struct move_field_view);
};
struct move_view {
    struct str word, name;
    bool note, person, due;
    struct move_fields_view fields;
};
struct moves_view {
    VEC_FIELDS(struct move_view);
};
struct matter_view {
    struct head_view head;
    struct foot_view foot;
    struct moves_view moves;
    bool may_assign, may_extend, may_write;
    struct matter_row_view row;
    struct named_list_view facts;
    struct events_view events;
    struct matter_rows_view parts;
};

struct document_row_view {
    struct str id, name, date, place, accepted, proposed, rejected, time, who;
    struct link at;
};
struct document_rows_view {
    VEC_FIELDS(struct document_row_view);
};
struct documents_view {
    struct head_view head;
    struct foot_view foot;
    struct document_rows_view rows;
    struct str nothing;
};

/* A run of a text: plain, or lit up with what was read of it. */
struct run_view {
    struct str text, place, number, state; /* place: "s14"; "": plain */
    struct link at;
};
struct runs_view {
    VEC_FIELDS(struct run_view);
};
struct paragraph_view {
    bool heading;
    struct runs_view runs;
};
struct paragraphs_view {
    VEC_FIELDS(struct paragraph_view);
};
struct reading_row_view {
    struct str number, place, quote, meaning, state, state_word, indicator, unit, period;
    struct link at;
    bool figure;
};
struct reading_rows_view {
    VEC_FIELDS(struct reading_row_view);
};
struct document_view {
    struct head_view head;
    struct foot_view foot;
    struct str name, about, counts;
    struct paragraphs_view paragraphs;
    struct reading_rows_view look, clear;
    struct str look_count, clear_count;
    struct link page;
    bool may_accept;
};

struct hit_view {
    struct str before, lit, after, document;
    struct link at;
};
struct hits_view {
    VEC_FIELDS(struct hit_view);
};
struct search_view {
    struct head_view head;
    struct foot_view foot;
    struct str typed, nothing;
    struct hits_view hits;
};
#endif
