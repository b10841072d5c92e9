#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# any_order: budget, programme and filing take place and time by arguments in any order, as the commands that ask the cube do,
# and still by options; filing open says until when, and when that day is provisional. All places and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo DIEUHANH_RECORD=x.db
on_server && DIEUHANH_RECORD=$(record_place x.db)

cat >so-lieu.csv <<'CSV'
unit,indicator,period,aspect,layer,value
gia-my,C01,2026-H1,actual,,4200000000
gia-my,C01,2026,plan,giao,9000000000
gia-my,B12a,2026,actual,,120
CSV
cat >chi-tieu.csv <<'CSV'
loại,mã,thuộc,chỉ tiêu,đơn vị,mã số liệu,so sánh,đơn vị tính,2026
nghị quyết,NQ1,,Nghị quyết thử,gia-my,,,,
chỉ tiêu,KT1,NQ1,Thu ngân sách,gia-my,C01,>=,tỷ đồng,8
CSV
dieuhanh init >/dev/null 2>&1
dieuhanh unit add 'phường Gia Mỹ' --code gia-my --level commune >/dev/null 2>&1
dieuhanh load so-lieu.csv >/dev/null 2>&1

# --- budget
run dieuhanh budget --unit gia-my --period 2026-H1 --format csv
is_status 0
cp "$out" options.csv
for words in 'gia-my 2026-H1' '2026-H1 gia-my' '2026-6M gia-my' '--period 2026-H1 gia-my' '2026-H1 --unit gia-my'; do
    # shellcheck disable=SC2086
    run dieuhanh budget $words --format csv
    is_status 0
    same "$out" options.csv
done
run dieuhanh budget 2026-H1 'phường Gia Mỹ' --format csv
same "$out" options.csv
run dieuhanh budget 2026-H1
is_status 2
says err '--unit'
run dieuhanh budget gia-my 2026-H1 2025-H1
is_status 2
run dieuhanh budget gia-my C01
is_status 2
run dieuhanh budget tree --on 2026-06-30 --part revenue --format csv
is_status 0
run dieuhanh budget khong-co-noi-nay 2026-H1
is_status 1

# --- filing
run dieuhanh filing open KTXH 26740 2026-H1
is_status 0
says err 'đã lập báo cáo B1'
says err '1 báo cáo chưa có hạn gửi: mẫu để cơ quan định hạn'
for words in 'KTXH 26740 2026-H1' '2026-H1 26740 KTXH' 'KTXH --unit 26740 --period 2026-H1' 'B1'; do
    # shellcheck disable=SC2086
    run dieuhanh filing show $words --format csv
    is_status 0
    says out 'H01a,'
done
run dieuhanh filing list 2026-H1 26740 --format csv
is_status 0
says out 'B1,KTXH,26740'
run dieuhanh filing count KTXH 2026-H1 --format csv
says out 'KTXH,2026-H1'
run dieuhanh filing submit 26740 KTXH 2026-H1 --on 2026-06-16
is_status 0
says err 'B1: đã gửi'
run dieuhanh filing open 2026-H1 26740
is_status 2
run dieuhanh filing open KTHX 26740 2026-H1
is_status 1
run dieuhanh filing open KTXH 26740
is_status 2
run dieuhanh filing open KTXH 26740 2026-H1 2025-H1
is_status 2
# A year whose days off are not announced: the day may still move, and it is said when the report is opened.
run dieuhanh filing define RIENG-1 --name 'Báo cáo thử' --every month --window calendar --due next_month:05 --weekend next_working_day \
    --indicators C01 --source thử
is_status 0
run dieuhanh filing open RIENG-1 26740 2031-08
is_status 0
says err 'hạn gửi là tạm tính: lịch nghỉ của năm đó chưa được công bố'
run dieuhanh filing open RIENG-1 26740 2026-06
is_status 0
says err 'hạn gửi '
says_not err 'tạm tính'

# --- programme
run dieuhanh programme import chi-tieu.csv
is_status 0
run dieuhanh programme status --unit gia-my --period 2026 --format csv
is_status 0
cp "$out" options.csv
for words in 'gia-my 2026' '2026 gia-my' 'NQ1 2026 gia-my' '2026 NQ1'; do
    # shellcheck disable=SC2086
    run dieuhanh programme status $words --format csv
    is_status 0
    same "$out" options.csv
done
run dieuhanh programme list gia-my --format csv
is_status 0
says out 'NQ1,'
run dieuhanh programme status NQ9
is_status 1
says err 'NQ9'
run dieuhanh programme show NQ1 gia-my
is_status 2
done_testing
