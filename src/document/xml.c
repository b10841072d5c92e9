/* SPDX-License-Identifier: Apache-2.0
 *
 * xml: see xml.h. libxml2's push parser with its tree switched off. It is here for pages already; expat, which was
 * measured somewhat faster, would be one library more. The parser itself bounds depth (256) and the length of names and
 * texts (10 MB).
 */
#include "xml.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

enum { CHUNK = 1 << 20 };

struct walk {
    const struct xml_walker *to;
    xmlParserCtxt *parser;
    bool refused;
};

static struct str of(const xmlChar *s)
{
    return str_of((const char *)s);
}

static void on_start(void *p, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri, int spaces,
                     const xmlChar **space, int count, int defaulted, const xmlChar **attributes)
{
    struct walk *w = p;
    struct xml_attributes a = {attributes, count};
    (void)prefix, (void)uri, (void)spaces, (void)space, (void)defaulted;
    if (!w->refused) w->to->start(w->to->context, of(name), &a);
}

static void on_end(void *p, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct walk *w = p;
    (void)prefix, (void)uri;
    if (!w->refused) w->to->end(w->to->context, of(name));
}

static void on_text(void *p, const xmlChar *s, int len)
{
    struct walk *w = p;
    if (!w->refused && len > 0) w->to->text(w->to->context, (struct str){(const char *)s, (size_t)len});
}

static void on_type(void *p, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    struct walk *w = p;
    (void)name, (void)external, (void)system;
    w->refused = true;
    xmlStopParser(w->parser);
}

static void on_error(void *p, const xmlError *e)
{
    (void)p, (void)e;
}

struct str xml_attribute(const struct xml_attributes *a, struct str name)
{
    const xmlChar *const *at = a->at;
    for (int i = 0; i < a->count; i++, at += 5)
        if (str_eq(of(at[0]), name)) return (struct str){(const char *)at[3], (size_t)(at[4] - at[3])};
    return STR("");
}

bool xml_walk(struct str bytes, const struct xml_walker *to)
{
    struct walk w = {.to = to};
    xmlSAXHandler sax = {.initialized = XML_SAX2_MAGIC,
                         .startElementNs = on_start,
                         .endElementNs = on_end,
                         .characters = on_text,
                         .ignorableWhitespace = on_text,
                         .cdataBlock = on_text,
                         .internalSubset = on_type,
                         .serror = (xmlStructuredErrorFunc)(void (*)(void))on_error};
    w.parser = xmlCreatePushParserCtxt(&sax, &w, NULL, 0, NULL);
    if (!w.parser) return false;
    xmlCtxtUseOptions(w.parser, XML_PARSE_NONET | XML_PARSE_NOENT);
    bool ok = bytes.len > 0;
    for (size_t at = 0; ok && at < bytes.len; at += CHUNK) {
        struct str part = str_part(bytes, at, at + CHUNK);
        ok = xmlParseChunk(w.parser, part.ptr, (int)part.len, at + CHUNK >= bytes.len) == 0 && !w.refused;
    }
    ok = ok && w.parser->wellFormed;
    xmlFreeParserCtxt(w.parser);
    return ok;
}
