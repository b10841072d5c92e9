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
cp dieuhanh.db truoc.db
dieuhanh verify -q >truoc.txt 2>/dev/null

# The record is as it was before, to the bit once nobody has it open, and verifies.
unchanged() {
    ok "after $about: the record is the same" cmp dieuhanh.db truoc.db
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

about='import 1 GB of digits'
yes 123456789012345678901234567890 2>/dev/null | tr -d '\n' | head -c 1073741824 2>/dev/null |
    dieuhanh import - >"$out" 2>"$err"
status=$?
is_status 1
says err 'lớn hơn giới hạn'
unchanged

# Bad files do not keep the good one out; the good one is all that changes.
cp dieuhanh.db thu.db
report 2 >b.txt
run dieuhanh import --record thu.db --format csv khong-co.txt b.txt rong.txt
is_status 1
says out 'b.txt,D2,new'
run dieuhanh verify --record thu.db
is_status 0

# No room on the disk: a limit on the size of files stands for it.
report 400 >dai.txt
about='import with no room'
sh -c 'ulimit -f 100; exec "$1" import dai.txt' - "$DIEUHANH" >"$out" 2>"$err"
status=$?
is_status 1
says err 'hết chỗ trên đĩa'
unchanged

# No rights. Root may do everything, so somebody else must try.
if [ "$(id -u)" = 0 ]; then as='setpriv --reuid=65534 --regid=65534 --clear-groups'; else as=; fi
if [ -z "$as" ] || $as true 2>/dev/null; then
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
if [ -n "$RECORD_TOOL" ]; then
    # A record of a newer program.
    cp dieuhanh.db moi.db
    "$RECORD_TOOL" sql moi.db 'INSERT INTO migration VALUES (7)'
    run dieuhanh import --record moi.db b.txt
    is_status 1
    says err 'mới hơn phiên bản'
    run dieuhanh verify --record moi.db
    is_status 1

    # Another program is writing.
    run "$RECORD_TOOL" hold dieuhanh.db "'$DIEUHANH' import b.txt"
    is_status 1
    says err 'đang bị chương trình khác ghi'
    unchanged

    # Somebody wrote past the program: every part tells.
    cp dieuhanh.db hong.db
    "$RECORD_TOOL" sql hong.db "UPDATE figure SET value_coefficient = 1"
    run dieuhanh verify --record hong.db
    is_status 3
    silent out
    says err 'bảng «figure» khác'
    run dieuhanh rebuild --record hong.db
    is_status 0
    says err 'khác trước'
    run dieuhanh verify --record hong.db
    is_status 0
    "$RECORD_TOOL" sql hong.db "UPDATE journal SET who = 'ai do' WHERE seq = 2"
    run dieuhanh verify --record hong.db
    is_status 3
    says err 'nhật ký đã bị sửa'
    cp dieuhanh.db hong.db
    "$RECORD_TOOL" sql hong.db "UPDATE content SET bytes = CAST('x' AS BLOB)"
    run dieuhanh verify --record hong.db
    is_status 3
    says err 'đã bị sửa'
    run dieuhanh rebuild --record hong.db
    is_status 1
    says err 'bị hỏng'
else
    skip 'no RECORD_TOOL' 21
fi
done_testing
