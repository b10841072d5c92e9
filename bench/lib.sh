# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# lib.sh: what every benchmark script shares. A script bench/NAME.sh prints rows through `row`; ./dev bench collects them in
# build/bench.tsv. Costs come from build/measure (measure.c). Files that a benchmark makes stand in build/bench/.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
export LC_ALL=C.UTF-8
dieuhanh=build/dieuhanh
measure=build/measure
work=build/bench
shared=${DIEUHANH_SHARED:-../shared}
mkdir -p "$work"

# row NAME WHAT OURS UNIT PEER PEER_VALUE GOAL: one row of the table. GOAL is ">= 50", "<= 2.2" or "" (nothing asked); a value
# that is not a number (a reason why it was not measured) leaves ratio and met empty.
row() {
    awk -v name="$1" -v what="$2" -v ours="$3" -v unit="$4" -v peer="$5" -v theirs="$6" -v goal="$7" 'BEGIN {
        number = "^-?[0-9]+(\\.[0-9]+)?$"
        ratio = met = ""
        if (ours ~ number && theirs ~ number && theirs + 0 != 0) ratio = sprintf("%.2f", ours / theirs)
        if (ours ~ number && split(goal, g, " ") == 2) met = (g[1] == ">=" ? ours + 0 >= g[2] + 0 : ours + 0 <= g[2] + 0) ? "yes" : "no"
        printf "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\n", name, what, ours, unit, peer, theirs, ratio, goal, met
    }'
}

# cost FIELD RUNS COMMAND...: wall, cpu (ms), peak (KiB) of the cheapest run.
cost() {
    local field=$1 runs=$2 line
    shift 2
    line=$("$measure" -n "$runs" "$@" 2>"$work/errors") || {
        echo "không chạy được / failed"
        return 1
    }
    case $field in
    wall) cut -f1 <<<"$line" ;;
    cpu) cut -f2 <<<"$line" ;;
    peak) cut -f3 <<<"$line" ;;
    esac
}

calculate() { awk "BEGIN { printf \"%.${2:-2}f\", $1 }"; }

# report_text FILE MEGABYTES: report text of about that size, made of the paragraphs of the example reports in a fixed mixed order;
# numbers of three and more digits that are no years get another last digit each time, so that whole sentences hardly come twice.
report_text() {
    [ -f "$1" ] && [ "$1" -nt bench/lib.sh ] && return
    cat examples/*.txt | LC_ALL=C awk -v want="$(($2 * 1000000))" 'BEGIN { RS = ""; seed = 20230713 }
        { p[n++] = $0 }
        END {
            while (size < want) {
                seed = (seed * 1103515245 + 12345) % 2147483648
                text = p[int(seed / 65536) % n]
                out = ""
                while (match(text, /[0-9]+/)) {
                    number = substr(text, RSTART, RLENGTH)
                    if (RLENGTH > 2 && number !~ /^(19|20)[0-9][0-9]$/)
                        number = substr(number, 1, RLENGTH - 1) ((substr(number, RLENGTH) + ++count) % 10)
                    out = out substr(text, 1, RSTART - 1) number
                    text = substr(text, RSTART + RLENGTH)
                }
                text = out text "\n\n"
                size += length(text)
                printf "%s", text
            }
        }' >"$1"
}

# Texts made to be slow or large: hostile_text KIND BYTES, whole repeats and so valid UTF-8.
hostile_kinds="number_words ranges digits brackets points percents lists lines cells headings dates documents divs"
figure_kinds="reached compared fractions days subjects tabs glued"
repeat() {
    LC_ALL=C awk -v text="$1" -v want="$2" 'BEGIN { for (n = int(want / length(text)); n > 0; n--) printf "%s", text }'
}
hostile_text() {
    case $1 in
    number_words) repeat "hai trăm triệu " "$2" ;;
    ranges) repeat "từ 1 đến " "$2" ;;
    digits) repeat "7" "$2" ;;
    brackets) repeat "(" $(($2 / 2)) && repeat ")" $(($2 / 2)) ;;
    points) repeat ".," "$2" ;;
    percents) repeat "tăng 5% so với cùng kỳ, " "$2" ;;
    lists) repeat "lần lượt 2,27% và " "$2" ;;
    lines) repeat "1\n" "$2" ;;
    cells) repeat "| 1 | 2 | 3 |\n" "$2" ;;
    headings) repeat "I. KẾT QUẢ\n" "$2" ;;
    dates) repeat "ngày 1/1/2023 " "$2" ;;
    documents) repeat "số 1/QĐ-UBND ngày 1/1/2023 của " "$2" ;;
    reached) repeat "đạt 5%, " "$2" ;;
    compared) repeat "tăng 5% so với cùng kỳ năm trước, " "$2" ;;
    tabs) repeat "1\t" "$2" ;;
    glued) repeat "1a" "$2" ;;
    fractions) repeat "35/38 chỉ tiêu, " "$2" ;;
    days) repeat "đến ngày 1/1/2023 đạt 5 hộ, " "$2" ;;
    subjects) LC_ALL=C awk -v want="$2" 'BEGIN { while (size < want) { s = "b" n++ " 5%, "; size += length(s); printf "%s", s } }' ;;
    divs) printf '<p>Thu ngân sách 5 tỷ đồng.</p>' && repeat "<div>" "$2" ;;
    esac
}
