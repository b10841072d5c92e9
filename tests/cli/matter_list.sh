#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# matter_list: lists of matters come in and go out: what is understood of heads, words and days, all or nothing, what is wrong with each row, the
# same list again, a later one, maps, other kinds of files, and a year of a ward made by tools/matters_generate.py. Days were counted on the
# page of a calendar.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
SOURCE_DATE_EPOCH=$(date -u -d '2026-11-30 05:00' +%s) && export SOURCE_DATE_EPOCH
refused() {
    expect=$1
    words=$2
    shift 2
    record_copy dieuhanh.db before.db
    run "$@"
    is_status "$expect"
    says err "$words"
    ok "$about: nothing was written" record_same dieuhanh.db before.db
}
dieuhanh init -q

# Heads of an office, a title above them, a column that nobody needs. From Monday 16/11 09:15: 17, 18, 19, 20, 23, 25 (24/11 is a day off), 26.
cat >ho-so.csv <<'CSV'
DANH SÁCH HỒ SƠ,,,,,,,,,,,
STT,Mã hồ sơ,Mã TTHC,Thủ tục,Đơn vị xử lý,Kênh tiếp nhận,Ngày tiếp nhận,Thời hạn giải quyết,Ngày hẹn trả,Ngày xử lý xong,Ngày trả kết quả,Trạng thái
1,HS-01,1.004222,Đăng ký thường trú,phường Bến Thành,Online,16/11/2026 09:15,7 ngày làm việc,26/11/2026,26/11/2026,27/11/2026,Đã trả
2,HS-02,1.004222,Đăng ký thường trú,26743,Trực tiếp,16/11/2026,7 ngày làm việc,25/11/2026,27/11/2026,,Đã xử lý xong
3,HS-03,2.000635,"Cấp bản sao trích lục ""hộ tịch""",26743,Bưu điện,2026-11-27 08:00,3 ngày làm việc,,,,Đang giải quyết
4,HS-04,2.000635,Cấp bản sao trích lục,26743,Trực tiếp,26/11/2026,3 ngày làm việc,1/12/2026,,26/11/2026,Từ chối tiếp nhận
5,HS-05,1.004222,Đăng ký thường trú,26743,Trực tiếp,23/11/2026,,2/12/2026,,,Đã tiếp nhận
6,HS-06,1.004222,Đăng ký thường trú,26743,Trực tiếp,28/11/2026,7 ngày làm việc,,,,Mới đăng ký
CSV
record_copy dieuhanh.db before.db
run dieuhanh dossier import --dry-run ho-so.csv
is_status 0
says out 'xem trước, chưa ghi'
says err 'Ngày tiếp nhận → opened'
says err 'Ngày trả kết quả → handed'
says err 'các cột không dùng đến: STT'
says err 'Đang xử lý 1'
says err '1 việc có ngày hẹn trong danh sách khác ngày theo quy tắc'
says err 'HS-02: danh sách 25/11/2026, quy tắc 26/11/2026'
says err '1 việc không tính được hạn theo quy tắc'
says err '1 chỗ thiếu trường mà loại việc đòi hỏi'
ok 'a preview writes nothing' record_same dieuhanh.db before.db
run dieuhanh dossier import ho-so.csv --format jsonl
is_status 0
says out '"outcome":"imported","rows":6,"new":6,"moved":0,"same":0,"ended_in_time":1,"ended_late":1,"first":"M1"'
says out '"passed":["STT"]'
says out '"appointment":1,"no_rule":1,"lacks":1,"differs":0'
run dieuhanh dossier show M1 --format jsonl
says out '"state":"delivered","group":"done","unit":"26743"'
says out '"channel":"trực tuyến"'
says out '"due":"2026-11-26"'
says out 'term=7 ngày làm việc; office=hanh-chinh; from=2026-11-16T09:15'
says out '"ended":"2026-11-26"'
says out '"event":"enter"'
run dieuhanh dossier show M1
says out 'vào sổ từ danh sách (can-bo'
says out 'ho-so.csv, dòng 3'
says out 'ở trạng thái: Đã trả kết quả'
run dieuhanh dossier show M2
says out 'hoàn thành quá hạn, trễ 1 ngày'
says out 'hẹn trả (đã in, không đổi): 25/11/2026'
run dieuhanh dossier show M3
says out 'Cấp bản sao trích lục "hộ tịch"'
says out 'hạn: 2/12/2026'
run dieuhanh dossier show M5
says out 'hạn: 2/12/2026'
says_not out 'Cách tính hạn'
run dieuhanh dossier show M6
says out 'không hạn'
run dieuhanh dossier late --convention B --format csv
says out ',,B,late,Trễ hạn,quá hạn / trước hạn + đúng hạn + quá hạn,50.00,1,2,'
run dieuhanh verify
is_status 0
run dieuhanh rebuild
says err 'giống hệt trước'

# The same again, by another name, adds nothing; the journal does not grow.
cp ho-so.csv lai.csv
record_copy dieuhanh.db before.db
run dieuhanh matter import dossier lai.csv
is_status 0
says out 'đã có, không đổi gì'
ok 'nothing was written' record_same dieuhanh.db before.db

# A later list carries on by the moves of the kind: from processing to delivered are two, the end is the day on which it was ready.
cat >sau.csv <<'CSV'
Mã hồ sơ;Thủ tục;Đơn vị xử lý;Ngày tiếp nhận;Ngày xử lý xong;Ngày trả kết quả;Trạng thái;Lý do
HS-02;Đăng ký thường trú;26743;16/11/2026;27/11/2026;28/11/2026;Đã trả kết quả;
HS-03;Cấp bản sao trích lục "hộ tịch";26740;27/11/2026;28/11/2026;30/11/2026;Đã trả kết quả;
HS-05;Đăng ký thường trú;26743;23/11/2026;;;Chờ bổ sung;
HS-07;Đăng ký tạm trú;26743;30/11/2026;;;Đang xử lý;
CSV
refused 1 '2 chỗ chưa đúng' dieuhanh dossier import sau.csv
says out 'bước «Yêu cầu bổ sung, hoàn thiện (Mẫu 02)» cần lý do'
says out 'không tính được hạn và không có ngày hẹn trả'
run dieuhanh dossier import sau.csv note='thiếu giấy tờ' term='3 ngày làm việc'
is_status 0
says out 'đã nhập'
says err '1 chỗ danh sách ghi khác kho; kho giữ nguyên'
says err 'HS-03, chủ trì: danh sách «phường Sài Gòn», kho «phường Bến Thành»'
run dieuhanh dossier show M3
says out 'ngày kết thúc: 28/11/2026'
says out '28/11/2026  Xử lý xong, chuyển kết quả về một cửa'
says out '30/11/2026  Trả kết quả'
says out 'chủ trì: phường Bến Thành'
run dieuhanh dossier show M5
says out 'Yêu cầu bổ sung giấy tờ'
says out 'thiếu giấy tờ'
run dieuhanh dossier show HS-07
says out 'hạn: 3/12/2026'
refused 1 '3 chỗ chưa đúng' dieuhanh dossier import ho-so.csv --format csv
says out 'M2 đang ở trạng thái «Đã trả kết quả», không có cách nào đi tới «Đã xử lý xong»'
run dieuhanh verify
is_status 0
run dieuhanh rebuild
says err 'giống hệt trước'
run dieuhanh dossier show M3 --known-on J3
says out 'Đang xử lý'

# What is wrong is told for every row, with its column; nothing comes in.
{
    head -2 ho-so.csv
    echo '1,X1,a,Thủ tục,26743,Online,31/02/2026,1 ngày làm việc,,,,Đang xử lý'
    echo '2,X2,a,Thủ tục,26743,Online,2/11/2026,1 ngày làm việc,,,,Đang chạy'
    echo '3,X3,a,Thủ tục,phường Không Có,Online,2/11/2026,1 ngày làm việc,,,,Đang xử lý'
    echo '4,X4,a,Thủ tục,26743,Bồ câu,2/11/2026,1 ngày làm việc,,,,Đang xử lý'
    echo '5,X5,a,Thủ tục,26743,Online,2/11/2026,1 ngày làm việc,,1/11/2026,,Đã xử lý xong'
    echo '6,X6,a,Thủ tục,26743,Online,2/11/2026,1 ngày làm việc,,3/11/2026,,Đang xử lý'
    echo '7,X7,a,Thủ tục,26743,Online,2/11/2026,1 ngày làm việc,,,,Đã trả'
    echo '8,X7,a,Thủ tục,26743,Online,2/11/2026,1 ngày làm việc,,,,Đang xử lý'
    echo '9,X9,a,,26743,Online,2/11/2026,1 ngày làm việc,,,,Đang xử lý'
    echo '10,X10,a,Thủ tục,26743,Online,2/12/2026,1 ngày làm việc,,,,Đang xử lý'
    echo '11,X11,a,Thủ tục,26743,Online,2/11/2026,một ngày,,,,Đang xử lý'
    echo '12,,a,Thủ tục,26743,Online,2/11/2026,1 ngày làm việc,,,,Đang xử lý'
} >sai.csv
refused 1 '12 chỗ chưa đúng; chưa ghi gì' dieuhanh dossier import sai.csv --format csv
says out '3,Ngày tiếp nhận,31/02/2026,«31/02/2026» không phải một ngày có thật'
says out '4,Trạng thái,Đang chạy,loại dossier không có trạng thái «Đang chạy»'
says out '5,Đơn vị xử lý,phường Không Có,'
says out '6,Kênh tiếp nhận,Bồ câu,«Kênh nộp» không nhận «Bồ câu»'
says out '7,,X5,ended (2026-11-01) trước opened (2026-11-02)'
says out '8,Ngày xử lý xong,2026-11-03,có ngày kết thúc 2026-11-03 mà trạng thái là «Đang xử lý»'
says out '9,,X7,đã ở trạng thái «Đã trả kết quả» mà không có ngày kết thúc'
says out '10,Mã hồ sơ,X7,mã «X7» đã có ở dòng 9'
says out '11,Thủ tục,,thiếu Thủ tục'
says out '12,Ngày tiếp nhận,2/12/2026,ngày 2026-12-02 ở sau hôm nay'
says out '13,Thời hạn giải quyết,một ngày,không có quy tắc thời hạn «một ngày»'
says out '14,Mã hồ sơ,,thiếu Mã hồ sơ'

# A map is proposed, completed and used.
dieuhanh dossier import sai.csv --propose >de-nghi.map
ok 'unknown words are asked' grep -q "^value	state	Đang chạy	?" de-nghi.map
ok 'columns are named' grep -q "^column	number	Mã hồ sơ" de-nghi.map
ok 'what is passed over is said' grep -q "^skip	STT" de-nghi.map
refused 1 'còn để dấu hỏi' dieuhanh dossier import sai.csv --map de-nghi.map
{
    head -2 ho-so.csv | tail -1 | sed 's/Mã hồ sơ/Biên nhận số/'
    echo '1,Y1,MH-1,Thủ tục,Bộ phận A,Bồ câu,2/11/2026,,,,,Đang chạy'
} >rieng.csv
printf 'matter-map\t1\ncolumn\tnumber\tBiên nhận số\nskip\tSTT # cột số\nvalue\tstate\tĐang chạy\tprocessing\nvalue\tunit\tBộ phận A\t26743\nvalue\tchannel\tbồ câu\ttrực tiếp\nby\tprocedure\tMH-1\tterm\t2 ngày làm việc\nset\thandover\ttại một cửa\n' >rieng.map
refused 1 'không có cột nào cho number' dieuhanh dossier import rieng.csv
run dieuhanh dossier import rieng.csv --map rieng.map
is_status 0
run dieuhanh dossier show Y1
says out 'Kênh nộp: trực tiếp'
says out 'hạn: 4/11/2026'
says out 'Giao nhận kết quả: tại một cửa'
run dieuhanh dossier import rieng.csv --columns 'number=Biên nhận số' --map rieng.map
says out 'đã có, không đổi gì'
for bad in 's/^skip.*/skop	STT/' 's/^matter-map.*/load-map	1/' 's/^set.*/set	a/'; do
    sed "$bad" rieng.map >hong.map
    refused 1 'tệp ánh xạ «hong.map», dòng' dieuhanh dossier import rieng.csv --map hong.map
done
sed 's/handover/khong/' rieng.map >hong.map
refused 2 'loại dossier không có mục «khong»' dieuhanh dossier import rieng.csv --map hong.map
refused 1 "không có cột «khác»" dieuhanh dossier import ho-so.csv --columns 'title=Khác'
refused 2 '«Khác» chưa nói cột nào của tệp' dieuhanh dossier import ho-so.csv --columns 'Khác'

# Files that are none, and wrong usage.
printf 'a,b,c\n1,2,3\n' >khac.csv
refused 1 'không có cột nào cho number' dieuhanh dossier import khac.csv
head -2 ho-so.csv >rong.csv
refused 1 'không có dòng nào' dieuhanh dossier import rong.csv
echo 'Mã hồ sơ' >van-ban.doc
refused 1 'không phải bảng tính' dieuhanh dossier import van-ban.doc
printf 'Mã hồ sơ,Thủ tục,Trạng thái,Mã hồ sơ\n' >hai.csv
refused 1 'có hai cột cho number' dieuhanh dossier import hai.csv
{ head -2 ho-so.csv && printf '1,"Z1,a,b\n'; } >nhay.csv
refused 1 'nhay.csv' dieuhanh dossier import nhay.csv
{ head -3 ho-so.csv && printf '1,Z1,\321\311\377,b,26743,,16/11/2026,,,,,Mới\n'; } >ma-lan.csv
refused 1 'ma-lan.csv' dieuhanh dossier import ma-lan.csv
refused 1 'không có tệp' dieuhanh dossier import khong-co.csv
refused 2 'thiếu tham số' dieuhanh dossier import
refused 2 'thiếu tham số' dieuhanh matter import ho-so.csv
refused 1 'không có loại' dieuhanh matter import khong-co ho-so.csv
refused 2 'không có dạng trường=giá trị' dieuhanh dossier import ho-so.csv thêm

# Tasks; names of units of one's own are looked for below the unit that is named.
cat >nhiem-vu.csv <<'CSV'
Mã nhiệm vụ,Nội dung nhiệm vụ,Văn bản giao,Ngày giao,Cơ quan chủ trì,Người phụ trách,Hạn,Ngày hoàn thành,Trạng thái,Độ khẩn
NV-1,Lập kế hoạch,12/KH-UBND,2/11/2026,phường Bến Thành,Lan,13/11/2026,16/11/2026,Đã hoàn thành,khẩn
NV-2,Rà soát hộ nghèo,12/KH-UBND,2/11/2026,26740,Minh,20/11/2026,,Đang làm,
NV-3,Báo cáo,,3/11/2026,26740,,,,Chưa nhận,
CSV
run dieuhanh task import nhiem-vu.csv
is_status 0
run dieuhanh task list --all --format csv
says out ',NV-1,task,Lập kế hoạch,26743,'
says out ',done,done,'
says out 'ended_late,3'
says out ',NV-2,task,Rà soát hộ nghèo,26740,'
says out ',doing,open,responsible,2026-11-02,2026-11-20,2026-11-20,,late,10'
run dieuhanh task list --text 'ho ngheo' --format csv
says out ',NV-2,'

# A spreadsheet reads the same: dates and money as it keeps them, a hidden sheet passed over; CSV in UTF-16.
cat >book.json <<'JSON'
{"sheets": [{"name": "Ghi chú", "hidden": true, "cells": {"A1": "Mã hồ sơ", "B1": "Thủ tục", "C1": "Trạng thái", "A2": "B0"}},
 {"name": "Hồ sơ", "cells": {"A1": "DANH SÁCH", "A3": "Mã hồ sơ", "B3": "Thủ tục", "C3": "Đơn vị xử lý", "D3": "Ngày tiếp nhận", "E3": "Thời hạn",
  "F3": "Ngày xử lý xong", "G3": "Trạng thái", "H3": "Lệ phí", "I3": "Mã TTHC",
  "A4": "B1", "B4": "Đăng ký thường trú", "C4": 26743, "D4": {"v": 46342, "format": "dd/mm/yyyy"}, "E4": "7 ngày làm việc",
  "F4": {"v": 46352, "format": "dd/mm/yyyy"}, "G4": "Đã xử lý xong", "H4": 150000.5, "I4": "1.004222"}}]}
JSON
for kind in xlsx xls; do
    python3 "$here/../tools/make_book.py" book.json "bang.$kind"
    run dieuhanh init -q --record "$kind.db"
    run dieuhanh dossier import "bang.$kind" --record "$kind.db"
    is_status 0
    run dieuhanh dossier show B1 --record "$kind.db" --format jsonl
    says out '"fee":"150000.5"'
    says out '"due":"2026-11-26"'
    says out '"truth":"on_time"'
done
printf '{"text": "Mã hồ sơ;Thủ tục;Đơn vị xử lý;Ngày tiếp nhận;Trạng thái;Thời hạn\\nB1;Thường trú;26743;16/11/2026;Đang xử lý;7 ngày làm việc\\n", "encoding": "utf-16"}' >utf16.json
python3 "$here/../tools/make_book.py" utf16.json utf16.csv
run dieuhanh init -q --record utf16.db
run dieuhanh dossier import utf16.csv --record utf16.db
is_status 0
run dieuhanh dossier show B1 --record utf16.db
says out 'hạn: 26/11/2026'
refused 2 'tcvn3, vni, cp1258' dieuhanh dossier import ho-so.csv --from morse

# What goes out comes back the same.
run dieuhanh dossier export --format csv
is_status 0
cp "$out" xuat.csv
says_not out 'applicant'
run dieuhanh init -q --record moi.db
run dieuhanh dossier import xuat.csv --record moi.db
is_status 0
run dieuhanh dossier export --format csv --record moi.db
same out xuat.csv
run dieuhanh dossier export --format jsonl --record moi.db --unit 26743
says out '"number":"HS-01"'
run dieuhanh matter export --format csv
is_status 2
run dieuhanh verify --record moi.db
is_status 0

# A year of a ward, small; the indexes are made anew where very many come in.
generate=$here/../../tools/matters_generate.py
python3 "$generate" a --dossiers 1500 --tasks 200 --unit '26740;26743'
python3 "$generate" b --dossiers 1500 --tasks 200 --unit '26740;26743'
ok 'the generator makes the same again' diff -r a b
run dieuhanh init -q --record nam.db
run dieuhanh dossier import a/ho-so.csv --record nam.db --format jsonl
is_status 0
says out '"rows":1500,"new":1500'
run dieuhanh task import a/nhiem-vu.csv --record nam.db
is_status 0
run dieuhanh dossier stats --record nam.db --format csv
says out ',1500,'
run dieuhanh verify --record nam.db
is_status 0
run dieuhanh rebuild --record nam.db
says err 'giống hệt trước'

# Killed in the middle: all of it or nothing, and the record is whole.
python3 "$generate" c --dossiers 12000 --tasks 0
run dieuhanh init -q --record chet.db
timeout -s KILL 1 "$DIEUHANH" dossier import -q --record "$(record_place chet.db)" c/ho-so.csv >/dev/null 2>&1
run dieuhanh dossier stats --record chet.db --format csv
ok 'all or nothing came in' grep -qE '^,,(0|12000),' "$out"
run dieuhanh verify --record chet.db
is_status 0
run dieuhanh dossier import --record chet.db c/ho-so.csv
is_status 0
run dieuhanh dossier stats --record chet.db --format csv
says out ',12000,'
run dieuhanh dossier import --record chet.db c/ho-so.csv --format jsonl
says out '"outcome":"unchanged","rows":12000,"new":0,"moved":0,"same":12000'
done_testing
