#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# real.sh PROGRAM: workbooks as offices publish them. They belong to their publishers and are not part of this repository:
# where they are absent the test says so and is skipped. Each must be read whole: so many sheets, cells, numbers, tables
# (the cells of docs/ were counted with two other programs too), in letters of today.
shared=${DIEUHANH_SHARED:-$(dirname "$0")/../../../shared}
program=$1 here=$(dirname "$0") n=0 failed=0
if [ ! -d "$shared/data/docs" ]; then
    echo "1..0 # SKIP no workbooks beside this folder"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tab=$(printf '\t')

say() {
    n=$((n + 1))
    if [ "$1" = 0 ]; then echo "ok $n - $2"; else
        failed=1
        echo "not ok $n - $2"
    fi
}

while IFS=$tab read -r file sheets cells numbers tables figures; do
    case $file in '#'* | '') continue ;; esac
    "$program" sheet --quiet --format csv "$shared/data/$file" >"$work/list" 2>"$work/err"
    if [ "$sheets" = 1 ]; then
        got="1$tab$("$program" sheet --quiet --format jsonl "$shared/data/$file" 2>>"$work/err" |
            awk '{ n++ } /"type":"number"/ { k++ } END { printf "%d\t%d", n, k }')$tab$tables"
    else
        got=$(awk -F, 'NR > 1 { s++; c += $(NF - 2); m += $(NF - 1); t += $NF }
            END { printf "%d\t%d\t%d\t%d", s, c, m, t }' "$work/list")
    fi
    [ "$got" = "$sheets$tab$cells$tab$numbers$tab$tables" ]
    result=$?
    [ $result = 0 ] || echo "# $file: $got"
    say $result "$file"
    # All numbers that are not hidden, in heads or of lines are figures of the proposed form.
    got=$("$program" form --quiet --figures --format jsonl "$shared/data/$file" 2>"$work/err" | wc -l)
    [ "$got" = "$figures" ]
    result=$?
    [ $result = 0 ] || echo "# $file: $got figures"
    say $result "$file: figures by a form"
done <"$here/real.tsv"

# What TCVN3 makes of letters and no Vietnamese text has.
for file in "$shared"/data/docs/*.xls; do
    "$program" sheet --quiet --format jsonl "$file" >"$work/cells"
    ! grep -qE '"type":"text".*(¸|µ|¶|·|¹|©|ª|®|§|«|­)' "$work/cells"
    say $? "${file##*/} in letters of today"
done
"$program" sheet --quiet --format jsonl "$shared/data/docs/gso_bieu_2000-01_tcvn3.xls" | grep -q 'GIÁ TRỊ SẢN XUẤT CÔNG NGHIỆP'
say $? 'capitals of TCVN3'
# Values stand under words: of some 1,260 columns those without are notes beside tables, and tables that go on beside others.
bare=$(for file in "$shared"/data/docs/*.xls*; do "$program" form --quiet "$file"; done |
    awk -F"$tab" '$1 == "column" && $3 == "value" && !/#/ { n++ } END { print n + 0 }')
[ "$bare" -le 18 ]
say $? "columns of values without a head: $bare"
# All of a year of workbooks comes into one record, by one form each, and the record holds.
export DIEUHANH_RECORD="$work/record.db" DIEUHANH_USER=test
"$program" init --quiet >"$work/out" 2>&1
say $? 'a record'
for file in "$shared"/data/docs/*.xls*; do
    "$program" table --quiet --yes --form "$work/${file##*/}.form" "$file" >"$work/out" 2>"$work/err" </dev/null
    say $? "${file##*/} into the record"
done
"$program" table --quiet --form "$work/${file##*/}.form" --format csv "$file" | tr -d '\r' | grep -q ',unchanged,'
say $? 'again: nothing changed'
"$program" verify >"$work/out" 2>&1
say $? 'the record holds'
echo "1..$n"
exit $failed
