# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
#
# lib: what the tests of the command line share. A test is a plain sh script that begins with
#
#     . "$(dirname "$0")/lib.sh"
#
# and then stands in an empty directory of its own that is removed at the end. $DIEUHANH is the program. It prints TAP:
#
#     run dieuhanh verson                 runs it; $status, and the files `out` and `err`
#     is_status 2                         one case each
#     says err 'không có lệnh «verson»'   a line of the file holds the text
#     silent err                          the file is empty
#     same out expected                   the two files are equal
#     ok 'what should hold' COMMAND...    the command succeeds
#     skip 'why' N                        N cases cannot be tried here
#     done_testing
set -u
here=$(cd "$(dirname "$0")" && pwd)
: "${DIEUHANH:?the program to test}"
case $DIEUHANH in /*) ;; *) DIEUHANH=$PWD/$DIEUHANH ;; esac
work=$(mktemp -d)
trap 'exit 1' HUP INT TERM
cd "$work" || exit 1
export LC_ALL=C.UTF-8
unset DIEUHANH_RECORD DIEUHANH_USER DIEUHANH_LANG NO_COLOR COLUMNS SOURCE_DATE_EPOCH 2>/dev/null

count=0
failures=0
about='' # the last command, to say with a failure

dieuhanh() { "$DIEUHANH" "$@"; }

# The files out and err of a run stand beside the directory, so that it stays as empty as the test made it.
out=$work.out
err=$work.err
trap 'cd / && chmod -R u+rwX "$work" && rm -rf "$work" "$out" "$err" "$out.2" "$err.2"' EXIT

run() {
    about=$(printf '%s' "$*" | head -c 100 | tr -d '\001-\037\200-\377')
    "$@" >"$out" 2>"$err" </dev/null
    status=$?
}

file_of() {
    case $1 in out) echo "$out" ;; err) echo "$err" ;; *) echo "$1" ;; esac
}

ok() {
    count=$((count + 1))
    label=$1
    shift
    if "$@" >"$out.2" 2>"$err.2"; then
        echo "ok $count - $label"
    else
        failures=$((failures + 1))
        echo "not ok $count - $label"
        {
            echo "after: $about"
            echo "standard output:"
            head -c 1000 "$out"
            echo
            echo "standard error:"
            head -c 1000 "$err"
        } 2>/dev/null | sed 's/^/# /'
    fi
}

is_status() { ok "$about: exit status $1 (is $status)" [ "$status" = "$1" ]; }
says() { ok "$about: $1 says «$2»" grep -qF -e "$2" "$(file_of "$1")"; }
says_not() { ok "$about: $1 does not say «$2»" sh -c '! grep -qF -e "$1" "$2"' - "$2" "$(file_of "$1")"; }
silent() { ok "$about: $1 is empty" [ ! -s "$(file_of "$1")" ]; }
same() { ok "$about: $1 is as $2" cmp "$(file_of "$1")" "$(file_of "$2")"; }
lines() { ok "$about: $1 has $2 lines" [ "$(wc -l <"$(file_of "$1")")" = "$2" ]; }

skip() {
    i=0
    while [ $i -lt "$2" ]; do
        count=$((count + 1))
        echo "ok $count - # SKIP $1"
        i=$((i + 1))
    done
}

done_testing() {
    echo "1..$count"
    [ $failures = 0 ]
    exit
}

# A report of the tests' own, about a place that does not exist; with an argument so many paragraphs of it.
report() {
    i=0
    while [ $i -lt "${1:-1}" ]; do
        cat <<'TEXT'
Thu ngân sách quận An Hòa 6 tháng đầu năm 2023 đạt 1.234,5 tỷ đồng, bằng 52,3% dự toán, tăng 8,1% so với cùng kỳ năm trước.
Đã giải quyết 3.127 hồ sơ, trong đó 3.100 hồ sơ đúng hạn; có 35/38 chỉ tiêu đạt kế hoạch.

TEXT
        i=$((i + 1))
    done
}
