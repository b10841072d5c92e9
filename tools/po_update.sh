#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Bring po/en.po up to date with the texts marked tr("...") in the sources: new texts are added without a translation, texts that
# are gone are removed. Then write the missing English (msgstr "") by hand.
#
#     tools/po_update.sh            change po/en.po
#     tools/po_update.sh --check    change nothing; fail when it would change, or when a translation is missing
#
# Needs xgettext, msgmerge and msgattrib (Debian package gettext).
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Texts of templates ({{"..."}}) are given to xgettext as C.
sed -n 's/{{"\([^"]*\)"}}/\ntr("\1")\n/gp' templates/*.html | grep '^tr(' > "$work/templates.c"
{
    find src -name '*.[ch]' ! -name tr.h
    echo "$work/templates.c"
} | LC_ALL=C sort > "$work/sources"
# xgettext warns that the texts are not ASCII, which is the point here.
xgettext --language=C --keyword=tr --from-code=UTF-8 --sort-output --no-wrap --no-location --package-name=dieuhanh \
    --files-from="$work/sources" -o "$work/new.pot" 2> "$work/log" || { cat "$work/log" >&2; exit 1; }
sed -i 's/charset=CHARSET/charset=UTF-8/' "$work/new.pot"
msgmerge --quiet --no-fuzzy-matching --no-wrap --sort-output --no-location po/en.po "$work/new.pot" -o "$work/merged.po"
msgattrib --no-obsolete --no-wrap --sort-output --no-location "$work/merged.po" | sed '/^"POT-Creation-Date:/d' > "$work/en.po"

if [ "${1:-}" = --check ]; then
    status=0
    msgcat --no-wrap --sort-output --no-location po/en.po > "$work/old.po" # how the lines are broken does not matter
    if ! cmp -s "$work/old.po" "$work/en.po"; then
        echo "po/en.po is stale: run tools/po_update.sh" >&2
        diff -u "$work/old.po" "$work/en.po" | head -40 >&2 || true
        status=1
    fi
    msgattrib --untranslated --no-wrap "$work/en.po" | sed '1,/^$/d' > "$work/missing"
    if [ -s "$work/missing" ]; then
        echo "po/en.po lacks the English of:" >&2
        grep '^msgid\|^"' "$work/missing" >&2
        status=1
    fi
    exit $status
fi
cp "$work/en.po" po/en.po
