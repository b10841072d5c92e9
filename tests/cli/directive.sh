#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# directive: what a document asks for becomes a task: proposed with its unit and day, made by a person, seen from both sides, rejected,
# never made twice unawares. All places, offices and words are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=van-phong
SOURCE_DATE_EPOCH=$(date -u -d '2024-01-10 05:00' +%s) && export SOURCE_DATE_EPOCH
cat >giao-viec.txt <<'END'
ỦY BAN NHÂN DÂN
QUẬN AN HÒA
-------
Số: 21/TB-UBND

An Hòa, ngày 05 tháng 01 năm 2024

THÔNG BÁO
Kết luận cuộc họp giao ban tháng 01 năm 2024

Ủy ban nhân dân quận giao Phòng Tài chính - Kế hoạch rà soát nguồn thu, báo cáo Ủy ban nhân dân quận trước ngày 31/01/2024. Ủy ban nhân dân quận yêu cầu Phòng Kinh tế xây dựng kế hoạch hỗ trợ doanh nghiệp trong quý I/2024. Ủy ban nhân dân quận giao Phòng Nội vụ báo cáo kết quả trước ngày 25 hằng tháng. Ủy ban nhân dân quận giao các phòng, ban chuyên môn thực hiện nghiêm quy chế làm việc.
END

dieuhanh init -q
run dieuhanh task proposals
is_status 0
says err 'không có chỉ đạo nào đang chờ'
dieuhanh unit add 'quận An Hòa' --parent 'thành phố Hồ Chí Minh' --code an-hoa --source 'dữ liệu thử' -q
dieuhanh unit add 'Phòng Tài chính - Kế hoạch' --code an-hoa-tckh --parent an-hoa --source 'dữ liệu thử' -q
dieuhanh unit add 'quận Bình Lạc' --parent 'thành phố Hồ Chí Minh' --code binh-lac --source 'dữ liệu thử' -q
dieuhanh unit add 'Phòng Tài chính - Kế hoạch' --code binh-lac-tckh --parent binh-lac --source 'dữ liệu thử' -q
dieuhanh import giao-viec.txt -q >import.out

run dieuhanh task proposals --format csv
is_status 0
says out '21/TB-UBND'
says out 'an-hoa-tckh,Phòng Tài chính - Kế hoạch,2024-01-30,trước ngày 31/01/2024'
says out '2024-03-31,'
run dieuhanh task proposals
says out '30/1/2024'
says out 'chưa rõ («Phòng Kinh tế»)'
says out 'chưa rõ («các phòng, ban chuyên môn»)'
id_of() { dieuhanh task proposals --format csv | grep "$1" | cut -d, -f1; }
finance=$(id_of 'nguồn thu')
economy=$(id_of 'hỗ trợ doanh nghiệp')
monthly=$(id_of 'hằng tháng')
all=$(id_of 'quy chế')

# Nothing is written where it is not clear who has to do it, where an id is wrong, or one of several cannot be made.
record_copy dieuhanh.db before.db
run dieuhanh task accept "$economy"
is_status 1
says err 'chưa rõ đơn vị nào phải thực hiện («Phòng Kinh tế»)'
run dieuhanh task accept "$finance" "$all"
is_status 1
run dieuhanh task accept S9999
is_status 1
run dieuhanh task accept x
is_status 2
run dieuhanh task accept
is_status 2
run dieuhanh task accept S1
is_status 1
says err 'S1 không phải chỉ đạo'
run dieuhanh task proposals --document D9x
is_status 2
ok 'nothing was written' record_same dieuhanh.db before.db

# A task of it: the unit below the place of the document, not the one of that name elsewhere; the day before the one that is named.
run dieuhanh task accept "$finance" "$finance" --person 'trưởng phòng'
is_status 0
lines err 1
says err 'đã giao M1 (NV-2024-1), hạn 30/1/2024'
run dieuhanh task show M1
says out 'Rà soát nguồn thu, báo cáo Ủy ban nhân dân quận trước ngày 31/01/2024'
says out "từ chỉ đạo $finance của tài liệu D1"
says out '21/TB-UBND'
run dieuhanh task show M1 --format json
says out '"unit":"an-hoa-tckh"'
says out "\"statements\":[\"$finance\"]"
run dieuhanh statements --state accepted --kind directive --format csv
says out "$finance,"
run dieuhanh task accept "$finance"
is_status 1
says err "từ chỉ đạo $finance đã lập nhiệm vụ M1"
run dieuhanh task accept "$finance" --again --unit binh-lac-tckh --no-due --title 'Cung cấp số liệu'
is_status 0
says err 'không hạn'

# Two at once make one task of it.
for i in 1 2 3 4; do
    dieuhanh task accept "$monthly" --unit an-hoa >/dev/null 2>"at-once.$i" &
done
wait
ok 'one of four at once made the task' [ "$(cat at-once.* | grep -c 'đã giao')" = 1 ]
ok 'the others were told' [ "$(cat at-once.* | grep -c 'đã lập nhiệm vụ')" = 3 ]

# A person says otherwise in everything.
run dieuhanh task accept "$economy" --unit an-hoa-tckh --due 2024-02-15 --giver 'Chủ tịch' product='Kế hoạch'
is_status 0
says err 'hạn 15/2/2024'
run dieuhanh reject "$all"
is_status 0
run dieuhanh task accept "$all" --unit an-hoa
is_status 1
says err 'không phải chỉ đạo đang chờ duyệt'
run dieuhanh task proposals
says err 'không có chỉ đạo nào đang chờ'

# The record proves itself and is made again from its journal.
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'
done_testing
