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
#     refused 2 'không có' COMMAND...     its status, what err says, and nothing written to dieuhanh.db
#     same out expected                   the two files are equal
#     ok 'what should hold' COMMAND...    the command succeeds
#     skip 'why' N                        N cases cannot be tried here
#     done_testing
#
# A record is called x.db in the tests. Where TEST_POSTGRES is the address of a database (tests/postgres/with_server.sh) such a
# name is that of a schema of it, so that the same tests run on both engines:
#
#     record_place x.db                   what --record wants: the name, or the address of the schema
#     record_copy x.db y.db               another record, the same to the bit
#     ok '...' record_same x.db y.db      the two hold the same
#     record_sql x.db SQL                 SQL on it past the program
#     on_server                           whether records are on a server
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

on_server() { [ -n "${TEST_POSTGRES:-}" ]; }

# With a capital, so that it stands in quotes everywhere.
schema_of() { printf 'T%s_%s' "${work##*/tmp.}" "${1%.db}" | tr -c 'A-Za-z0-9_' _; }

record_place() {
    case $1 in *.db) ;; *) set -- "$1" as_is ;; esac
    if ! on_server || [ $# -gt 1 ]; then
        printf %s "$1"
        return
    fi
    psql -qX -c "SET client_min_messages = error; CREATE SCHEMA IF NOT EXISTS \"$(schema_of "$1")\"" >/dev/null
    printf '%s&options=-csearch_path%%3D%%22%s%%22' "$TEST_POSTGRES" "$(schema_of "$1")"
}

# The program; what stands after --record is a name of the tests.
dieuhanh() {
    if on_server; then
        i=$#
        last=
        while [ "$i" -gt 0 ]; do
            [ "$last" = --record ] && set -- "$(record_place "$1")" "$@" && shift_second=1 || shift_second=
            word=$1
            if [ -n "$shift_second" ]; then shift 2; else shift; fi
            set -- "$@" "$word"
            last=$word
            i=$((i - 1))
        done
    fi
    "$DIEUHANH" "$@"
}

dump() { pg_dump -n "\"$(schema_of "$1")\"" | sed "s/$(schema_of "$1")/the_schema/g; /^\\\\.*restrict/d"; }

record_copy() {
    if ! on_server; then
        cp "$1" "$2"
        return
    fi
    psql -qX -c "SET client_min_messages = error; DROP SCHEMA IF EXISTS \"$(schema_of "$2")\" CASCADE" >/dev/null
    dump "$1" | sed "s/the_schema/$(schema_of "$2")/g" >"$work.sql"
    psql -qX -v ON_ERROR_STOP=1 -f "$work.sql" >/dev/null
}

record_same() {
    if ! on_server; then
        cmp "$1" "$2"
        return
    fi
    dump "$1" >"$work.one" && dump "$2" >"$work.two" && cmp "$work.one" "$work.two"
}

record_sql() {
    if on_server; then
        PGOPTIONS="-c search_path=\"$(schema_of "$1")\"" psql -qX -v ON_ERROR_STOP=1 -c "$2" >/dev/null
    else
        "$RECORD_TOOL" sql "$1" "$2"
    fi
}

# The files out and err of a run stand beside the directory, so that it stays as empty as the test made it.
out=$work.out
err=$work.err
trap 'cd / && chmod -R u+rwX "$work" && rm -rf "$work" "$out" "$err" "$out.2" "$err.2" "$work.one" "$work.two" "$work.sql"' EXIT
if on_server; then
    DIEUHANH_RECORD=$(record_place dieuhanh.db)
    export DIEUHANH_RECORD
fi

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

# A change that must be refused: its status, the message, and nothing written. On a server copying takes seconds, so one in eight is compared
# there: what refuses is the same code.
tries=0
refused() {
    expect=$1
    words=$2
    shift 2
    tries=$((tries + 1))
    if on_server && [ $((tries % 8)) != 1 ]; then
        run "$@"
        is_status "$expect"
        says err "$words"
        return
    fi
    record_copy dieuhanh.db before.db
    run "$@"
    is_status "$expect"
    says err "$words"
    ok "$about: nothing was written" record_same dieuhanh.db before.db
}

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
