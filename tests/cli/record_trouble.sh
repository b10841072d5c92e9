#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# record_trouble: bad input and bad luck. Each time the message is right, and the record is as it was and verifies.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=an SOURCE_DATE_EPOCH=1707966000

report >a.txt
run dieuhanh init
run dieuhanh import --place 'quận An Hòa' --accept a.txt
is_status 0
record_copy dieuhanh.db truoc.db
dieuhanh verify -q >truoc.txt 2>/dev/null

# The record is as it was before, to the bit once nobody has it open, and verifies.
unchanged() {
    ok "after $about: the record is the same" record_same dieuhanh.db truoc.db
    dieuhanh verify -q >nay.txt 2>/dev/null
    ok "after $about: it verifies" cmp nay.txt truoc.txt
}

run dieuhanh import khong-co.txt
is_status 1
says err 'không có tệp «khong-co.txt»'
unchanged

mkdir thu-muc
run dieuhanh import thu-muc
is_status 1
says err 'là thư mục'
unchanged

: >rong.txt
run dieuhanh import rong.txt
is_status 1
says err 'rỗng'
unchanged

printf 'Thu ng\342n s\341ch \376\377\n' >ma-cu.txt
run dieuhanh import ma-cu.txt
is_status 1
says err 'không phải UTF-8'
unchanged

# A legacy encoding is named; with --from the file comes in.
iconv -f UTF-8 -t CP1258 >cp1258.txt <<'TEXT'
Các phòng, ban của quận An Hòa đã giải quyết 250 hồ sơ của người dân trong năm 2023.
TEXT
run dieuhanh import cp1258.txt
is_status 1
says err 'có vẻ viết bằng bảng mã cũ Windows-1258'
says err '--from cp1258'
unchanged
record_copy dieuhanh.db thu.db
run dieuhanh import --record thu.db --from cp1258 --format csv cp1258.txt
is_status 0
says out 'cp1258.txt,D2,new'
run dieuhanh verify --record thu.db
is_status 0

about='import 1 GB of digits'
yes 123456789012345678901234567890 2>/dev/null | tr -d '\n' | head -c 1073741824 2>/dev/null |
    dieuhanh import - >"$out" 2>"$err"
status=$?
is_status 1
says err 'lớn hơn giới hạn'
unchanged

# Bad files do not keep the good one out; the good one is all that changes.
record_copy dieuhanh.db thu.db
report 2 >b.txt
run dieuhanh import --record thu.db --format csv khong-co.txt b.txt rong.txt
is_status 1
says out 'b.txt,D2,new'
run dieuhanh verify --record thu.db
is_status 0

# No room on the disk: of a file; a server has its own (db_postgres.c), and says it by a code.
report 400 >dai.txt
if ! on_server; then
    . "$here/record_full.sh"
fi

# Killed while it waits for the second file: the first is in the record, whole, and nothing else is.
record_copy dieuhanh.db thu.db
cp dai.txt mot.txt
mkfifo hai.txt
about='import killed between two files'
"$DIEUHANH" import --record "$(record_place thu.db)" mot.txt hai.txt >"$out" 2>"$err" &
pid=$!
exec 3>hai.txt # opens when the program opens it for reading: the first file is done
kill -9 $pid
wait $pid
status=$?
exec 3>&-
rm hai.txt
is_status 137
run dieuhanh verify --record thu.db
is_status 0
run dieuhanh documents --record thu.db --format csv
lines out 3

# Killed at any moment: what was begun is not there, what was done is, and the same import once more brings the rest.
about='import killed at any moment'
killed=0 whole=0 thu=$(record_place thu.db)
for tenth in 0 1 2 3 4 5 6 7 8 9; do
    record_copy truoc.db thu.db
    "$DIEUHANH" import --record "$thu" a.txt b.txt dai.txt mot.txt >"$out" 2>"$err" &
    pid=$!
    sleep 0.0$tenth 2>/dev/null || sleep 1
    [ $tenth -lt 6 ] || sleep 0.$tenth
    kill -9 $pid 2>/dev/null
    wait $pid
    [ $? = 137 ] && killed=$((killed + 1))
    dieuhanh verify -q --record thu.db >/dev/null 2>&1 &&
        dieuhanh import -q --record thu.db a.txt b.txt dai.txt mot.txt >/dev/null 2>&1 &&
        dieuhanh verify -q --record thu.db >/dev/null 2>&1 &&
        [ "$(dieuhanh documents --record thu.db --format csv | wc -l)" = 4 ] && whole=$((whole + 1))
done
ok 'import was killed at least once' [ $killed -ge 1 ]
ok "after $about: 10 of 10 records verify and take the rest" [ $whole = 10 ]
rm -f thu.db thu.db-wal thu.db-shm

# No rights. Root may do everything, so somebody else must try.
if [ "$(id -u)" = 0 ]; then as='setpriv --reuid=65534 --regid=65534 --clear-groups'; else as=; fi
if on_server; then
    : # nobody has rights on files
elif [ -z "$as" ] || $as true 2>/dev/null; then
    chmod 755 . && chmod 444 dieuhanh.db && chmod 000 b.txt
    chmod 555 .
    about='import without the right to write'
    $as "$DIEUHANH" import a.txt >"$out" 2>"$err" </dev/null
    status=$?
    is_status 1
    says err 'chỉ đọc được, không ghi được'
    about='verify without the right to write'
    $as "$DIEUHANH" verify >"$out" 2>"$err" </dev/null
    status=$?
    is_status 0
    chmod 755 . && chmod 644 dieuhanh.db
    about='read without the right to read'
    $as "$DIEUHANH" read b.txt >"$out" 2>"$err" </dev/null
    status=$?
    is_status 1
    says err 'không có quyền đọc'
    chmod 644 b.txt
    unchanged
else
    skip 'nobody else to be' 7
fi

# What is no record.
run dieuhanh verify --record a.txt
is_status 1
says err 'không phải kho số liệu'
run dieuhanh import --record a.txt b.txt
is_status 1
says err 'không phải kho số liệu'
run dieuhanh verify --record thu-muc
is_status 1

: "${RECORD_TOOL:=}"
# record_hold NAME COMMAND: hold the right to write while the command runs; with its status.
record_hold() {
    if ! on_server; then
        "$RECORD_TOOL" hold "$1" "$2"
        return
    fi
    printf '%s\n' 'BEGIN;' 'LOCK TABLE journal IN EXCLUSIVE MODE;' "\\! sh $work.sql" 'ROLLBACK;' >"$work.one"
    # On a server one waits long for others; here not.
    printf 'DIEUHANH_RECORD="%s%%20-clock_timeout%%3D500" %s; echo $? >%s\n' "$(record_place "$1")" "$2" "$work.two" >"$work.sql"
    PGOPTIONS="-c search_path=\"$(schema_of "$1")\"" psql -qX -f "$work.one"
    return "$(cat "$work.two")"
}
if [ -n "$RECORD_TOOL" ] || on_server; then
    # A record of a newer program.
    record_copy dieuhanh.db moi.db
    record_sql moi.db 'INSERT INTO migration VALUES (7)'
    run dieuhanh import --record moi.db b.txt
    is_status 1
    says err 'mới hơn phiên bản'
    run dieuhanh verify --record moi.db
    is_status 1
    record_copy dieuhanh.db nhu-moi.db
    record_sql nhu-moi.db 'INSERT INTO migration VALUES (7)'
    ok 'the newer record is the same' record_same moi.db nhu-moi.db

    # Tables of another version of the program: nothing is asked of them and nothing written; a rebuild is all it takes.
    record_copy dieuhanh.db cu.db
    record_sql cu.db "UPDATE tables_made SET scripts = 'other'"
    run dieuhanh stand --record cu.db
    is_status 1
    says err 'do một bản khác của chương trình lập'
    says err 'dieuhanh rebuild'
    run dieuhanh import --record cu.db b.txt
    is_status 1
    record_sql cu.db 'DROP TABLE tables_made'
    run dieuhanh verify --record cu.db
    is_status 1
    says err 'dieuhanh rebuild'
    run dieuhanh rebuild --record cu.db
    is_status 0
    run dieuhanh verify --record cu.db
    is_status 0

    # Another program is writing.
    run record_hold dieuhanh.db "'$DIEUHANH' import b.txt"
    is_status 1
    says err 'đang bị chương trình khác ghi'
    unchanged

    # Somebody wrote past the program: every part tells.
    record_copy dieuhanh.db hong.db
    record_sql hong.db "UPDATE figure SET value_coefficient = 1"
    run dieuhanh verify --record hong.db
    is_status 3
    silent out
    says err 'bảng «figure» khác'
    run dieuhanh rebuild --record hong.db
    is_status 0
    says err 'khác trước'
    run dieuhanh verify --record hong.db
    is_status 0
    record_sql hong.db "UPDATE journal SET who = 'ai do' WHERE seq = 2"
    run dieuhanh verify --record hong.db
    is_status 3
    says err 'nhật ký đã bị sửa'
    record_copy dieuhanh.db hong.db
    record_sql hong.db "UPDATE content SET bytes = CAST('x' AS $(on_server && echo BYTEA || echo BLOB))"
    run dieuhanh verify --record hong.db
    is_status 3
    says err 'đã bị sửa'
    run dieuhanh rebuild --record hong.db
    is_status 1
    says err 'bị hỏng'
else
    skip 'no RECORD_TOOL' 29
fi
done_testing
