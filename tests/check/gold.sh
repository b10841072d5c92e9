#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# gold: the checker on reports that were annotated by hand, and on the same reports as the reader reads them. The texts belong to
# their publishers and are not part of this repository: where they are absent the test says so and is skipped.
#
# Each line of EXPECTED is a document, a severity and a rule that must be found in it; every contradiction that is found must
# stand there. A line that ends with "read" is about the words of the text, which annotation does not keep. $1: the program,
# $2: check_gold.
shared=${DIEUHANH_SHARED:-$(dirname "$0")/../../../shared}
program=$1 gold=$2 n=0 failed=0
if [ ! -d "$shared/gold" ]; then
    echo "1..0 # SKIP no annotated reports beside this folder"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/expected" <<'EXPECTED'
000 contradiction lead_against_body
000 doubt exceeds_means_reaches
000 note fraction_percent
000 doubt count_growth_impossible
000 doubt rate_difference_called_growth
000 note late_estimate
001 note estimate_called_actual
001 note plan_met_but_fell
001 note target_missed read
004 note ratios_one_plan
004 note period_drift
004 note one_ratio_two_plans
017 contradiction growth_change
017 doubt value_ratio_plan
027 contradiction parts_total
045 doubt fraction_percent
EXPECTED

ok() {
    n=$((n + 1))
    if [ "$1" = 0 ]; then echo "ok $n - $2"; else
        failed=1
        echo "not ok $n - $2"
    fi
}

# name, text, figures, date
list() {
    for text in "$shared"/seeds/*.txt; do
        stem=$(basename "$text" .txt)
        case $stem in 000*) day=2024-02-15 ;; 001*) day=2023-12-15 ;; 002*) day=2023-07-13 ;; 003*) day=2020-12-24 ;; *) day=2022-06-01 ;; esac
        echo "${stem%%_*} $text $shared/gold/seeds/$stem.jsonl $day"
    done
    for text in "$shared"/gold/texts/*.txt; do
        stem=$(basename "$text" .txt)
        day=$(awk -F'\t' -v n="$stem" '$1 == n { print length($4) == 7 ? $4 "-28" : $4 }' "$shared/gold/texts/INDEX.tsv")
        echo "$stem $text $shared/gold/reports/$stem.jsonl $day"
    done
}

list >"$work/list"
while read -r name text figures day; do
    "$program" check --quiet --format jsonl ${day:+--date "$day"} "$text" |
        sed -n 's/.*"rule":"\([a-z_0-9]*\)","severity":"\([a-z]*\)".*/\2 \1/p' | sort -u | sed "s/^/$name /" >>"$work/read"
    "$gold" "$text" "$figures" "$day" | sed -n 's/^[^ ].*  \([a-zA-Z]*\)  \([a-z_0-9]*\)  \[.*/\1 \2/p' |
        tr 'A-Z' 'a-z' | sort -u | sed "s/^/$name /" >>"$work/annotated"
done <"$work/list"

sed 's/ read$//' "$work/expected" >"$work/expected_read"
grep -v ' read$' "$work/expected" >"$work/expected_annotated"
while read -r line; do
    grep -qx "$line" "$work/read"
    ok $? "as read: $line"
done <"$work/expected_read"
while read -r line; do
    grep -qx "$line" "$work/annotated"
    ok $? "as annotated: $line"
done <"$work/expected_annotated"
for way in read annotated; do
    grep ' contradiction ' "$work/$way" | grep -vxFf "$work/expected_$way" >"$work/more"
    ok "$([ -s "$work/more" ] && echo 1 || echo 0)" "no other contradiction, as $way"
    sed 's/^/# /' "$work/more"
done
echo "1..$n"
exit $failed
