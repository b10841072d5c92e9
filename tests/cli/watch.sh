#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# watch: a board that follows the record: it is shown again when any program has committed something, ends on Ctrl-C, and waits for
# a server that went away. All numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=an SOURCE_DATE_EPOCH=1798700000
dieuhanh init -q --record kho.db
place=$(record_place kho.db)
unset DIEUHANH_RECORD

# figure INDICATOR VALUE: one figure comes and is accepted by a person: two changes.
figure() {
    printf '{"unit":"26740","indicator":"%s","period":"2026-Q4","value":"%s"}\n' "$1" "$2" >so.jsonl
    "$DIEUHANH" table -q --record "$place" so.jsonl >/dev/null
    said=$((said + 1))
    "$DIEUHANH" accept -q --record "$place" S$said >/dev/null
}
said=0
# until TEXT: wait, at most ten seconds, until the board says it.
until_said() {
    i=0
    while ! grep -qF -e "$1" "$out" && [ $i -lt 100 ]; do
        sleep 0.1
        i=$((i + 1))
    done
}
watch() {
    about="watch $*"
    : >"$out"
    "$DIEUHANH" watch --unit 26740 --period 2026-Q4 --record "$place" "$@" >"$out" 2>"$err" &
    pid=$!
}
ended() { # within ten seconds
    i=0
    while kill -0 $pid 2>/dev/null && [ $i -lt 100 ]; do
        sleep 0.1
        i=$((i + 1))
    done
    kill -9 $pid 2>/dev/null
    wait $pid
    status=$?
}
figure C01 1500000000

# What is committed is shown, by whichever program, and what became other is named.
watch --changes 4
until_said '1.5'
until_said 'tỷ đồng'
says out 'phường Sài Gòn, quý IV/2026'
figure C01 1700000000
until_said 'vừa thay đổi: C01'
says out 'vừa thay đổi: C01'
figure B01 90000000
b01=S$said
ended
is_status 0
says out 'vừa thay đổi: B01'
says out 'của nhật ký, an, lúc'
silent err

# For programs: all rows at first, then those that became other. What takes something away is seen too.
watch --changes 3 --format jsonl
until_said '"indicator":"C01"'
lines out 2
figure C01 1800000000
until_said '"value":1800000000'
lines out 3
"$DIEUHANH" reject -q --record "$place" S$said >/dev/null
ended
is_status 0
lines out 4
ok 'the one before counts again' sh -c 'tail -1 "$1" | grep -q "\"value\":1700000000"' - "$out"

# What is gone is told as a row with nothing in it.
watch --changes 1 --format jsonl
until_said '"indicator":"B01"'
"$DIEUHANH" reject -q --record "$place" "$b01" >/dev/null
ended
is_status 0
lines out 3
ok 'the row is empty' sh -c 'tail -1 "$1" | grep -q "\"indicator\":\"B01\".*\"value\":null"' - "$out"

# A load is committed like anything else.
watch --changes 1 --format jsonl
until_said '"indicator":"C01"'
printf 'indicator,unit,period,value\nC01,26740,2026-Q4,1900000000\n' >nap.csv
"$DIEUHANH" load -q --record "$place" nap.csv >/dev/null
ended
is_status 0
ok 'the load is shown' sh -c 'tail -1 "$1" | grep -q "\"value\":1900000000"' - "$out"

# Ctrl-C is the way to end it, and no failure.
watch
until_said 'của nhật ký'
kill -INT $pid
ended
is_status 0
watch
until_said 'của nhật ký'
kill -TERM $pid
ended
is_status 0

# Asked wrongly.
run "$DIEUHANH" watch --record "$place"
is_status 2
says err 'theo dõi nơi nào'
run "$DIEUHANH" watch --record "$place" --unit 26740 --period khong
is_status 2
says err 'không hiểu kỳ «khong»'
run "$DIEUHANH" watch --record "$place" --unit 'xã Không Có Đâu'
is_status 1
run "$DIEUHANH" watch --record khong-co.sqlite --unit 26740
is_status 1
says err 'khong-co.sqlite'

# A server that goes away is waited for.
if on_server; then
    as_server() { (cd "$TEST_SERVER" && HOME=$TEST_SERVER $TEST_SERVER_DO "$@"); }
    watch --format jsonl
    until_said '"indicator":"C01"'
    as_server pg_ctl -D "$TEST_SERVER/data" -m immediate -s -w stop
    sleep 1
    ok 'it is still there' kill -0 $pid
    as_server pg_ctl -D "$TEST_SERVER/data" -l "$TEST_SERVER/log" -s -w start
    figure C01 2100000000
    until_said '"value":2100000000'
    kill -INT $pid
    ended
    is_status 0
    says err 'mất kết nối với máy chủ'
    says err 'đang chờ kho trở lại'
    says err 'đã nối lại với kho'
    ok 'and what was committed meanwhile is shown' grep -q '"value":2100000000' "$out"
fi
done_testing
