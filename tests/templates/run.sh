#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# Templates that must be refused, each with the words that say why; and what a good one becomes. A line of refused.tsv:
# the words of the message, then the template ("\n" is a line end).
#
#     run.sh templates_compile
set -u
here=$(cd "$(dirname "$0")" && pwd)
compile=$1
case $compile in /*) ;; *) compile=$PWD/$compile ;; esac
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
count=0
failures=0
say() {
    count=$((count + 1))
    if [ "$1" = 0 ]; then echo "ok $count - $2"; else
        failures=$((failures + 1))
        echo "not ok $count - $2"
    fi
}
while IFS='	' read -r words template; do
    case $words in '' | '#'*) continue ;; esac
    printf '%b' "$template" >bad.html
    if "$compile" out.c bad.html 2>told; then
        say 1 "refused: $template"
    else
        grep -qF -e "$words" told
        say $? "«$words»: $template"
    fi
done <"$here/refused.tsv"
cp "$here/good.html" good.html
"$compile" out.c good.html 2>told
say $? 'a good template is taken'
grep -v '^#line' out.c >found.c
cmp found.c "$here/good.c.expected" || diff -u "$here/good.c.expected" found.c | sed 's/^/# /'
cmp -s found.c "$here/good.c.expected"
say $? 'and becomes what is expected'
echo "1..$count"
[ $failures = 0 ]
