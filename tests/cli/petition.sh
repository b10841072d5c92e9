#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# petition: citizens' voice of several kinds as one list: counts that add up, what is the same twice and why, joining, lists of
# offices. All names are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 05:00" +%s) && export SOURCE_DATE_EPOCH; }
on 2026-08-04
dieuhanh --record x.db init -q
p() { dieuhanh --record x.db petition "$@"; }
W='phường Bến Thành'

run p kinds --format csv
is_status 0
ok 'eight kinds' test "$(wc -l < "$out")" = 9
says out 'denunciation,Đơn tố cáo,yes,'
says out 'letter,Đơn của công dân,no,'
run p new 'Đơn' -u "$W"
is_status 2
says err 'cần nêu loại'
run p new 'Đơn' -k task -u "$W"
is_status 1
says err 'không phải đơn thư'
run p stats -k task
is_status 1
run p show M1
is_status 1
run p list
is_status 0
says err 'không có việc nào'

p -q new 'Đơn về bồi thường khi thu hồi đất hẻm 14' -k letter -u "$W" type='khiếu nại' sender='Nguyễn Văn Thử' received_on=2026-08-04 place='hẻm 14 Lê Lai'
p -q new 'Phản ánh tiếng ồn karaoke hẻm 20 Lê Thánh Tôn về đêm' -k feedback -u "$W" subject='khác' sender='Lê Thị Ồn' sent_on=2026-07-01 place='hẻm 20 Lê Thánh Tôn'
p -q new 'Ô nhiễm tiếng ồn do karaoke hẻm 20 Lê Thánh Tôn ban đêm' -k letter -u "$W" type='phản ánh, kiến nghị' sender='LÊ THỊ ỒN' received_on=2026-08-04 place='Hẻm 20, Lê Thánh Tôn'
p -q new 'Xin cấp phép vỉa hè chậm' -k firm_issue -u "$W" firm='Công ty A' area='thủ tục hành chính' --due 2026-08-20
p -q new 'Tố cáo về tiếng ồn karaoke hẻm 20 Lê Thánh Tôn' -k denunciation -u "$W" handling=thường against='quán X' place='hẻm 20 Lê Thánh Tôn'
p -q new 'Hỏi về hộ khẩu' -k letter -u "$W" type='đơn khác' sender='Trần Văn Khác' received_on=2026-08-04
dieuhanh --record x.db -q matter new 'Nhiệm vụ khác' -u "$W" --due 2026-08-10
run p list --format csv
ok 'all kinds, no task, nearest first' test "$(cut -d, -f1 "$out" | tr '\n' ' ')" = 'matter M2 M3 M1 M5 M6 M4 '
run p list -k letter --limit 2 --format csv
ok 'a page of one kind' test "$(cut -d, -f1 "$out" | tr '\n' ' ')" = 'matter M3 M1 '
run p list --limit 2 --format csv
says err '--after M3'
run p list --limit 2 --after M3 --format csv
ok 'the next page of all kinds' test "$(cut -d, -f1 "$out" | tr '\n' ' ')" = 'matter M1 M5 '
run p list --text 'karaoke' --format csv
ok 'by words' test "$(wc -l < "$out")" = 4
run p list --state received --format csv
ok 'by a state that several kinds have' test "$(wc -l < "$out")" = 5
run p show M7
is_status 1
says err 'M7 thuộc loại task'

# The same twice: words, sender without regard to capitals, place; the denunciation stands beside nothing that has a name.
run p twins --format csv
is_status 0
ok 'one pair' test "$(wc -l < "$out")" = 2
says out 'M3,'
says out ',M2,'
says out 'chung 9/16 từ; cùng người gửi; cùng nơi; cách nhau 34 ngày'
run p twins --within 10 --format csv
ok 'not of long ago' test "$(wc -l < "$out")" = 1
run p join M3 M2
is_status 1
says err 'lý do'
run p join M3 M3 --note x
is_status 1
says err 'chính nó'
run p join M5 M2 --note x
is_status 1
says err 'giữ riêng'
run p join M7 M2 --note x
is_status 1
run p join M3 M2 --note 'cùng người, cùng việc'
is_status 0
run p join M6 M3 --note x
is_status 1
says err 'Ghi trùng với M2'
run p show M3
says out 'Trùng với: M2'
run p show M2
says out 'trùng: M3 (DT-2026-2): cùng người, cùng việc'
run p twins --format csv
ok 'told no more' test "$(wc -l < "$out")" = 1

# Counts: a letter goes on as a complaint; one is passed on; one is answered late.
p -q move classify M1 && p -q move accept M1
p -q new 'Khiếu nại về bồi thường khi thu hồi đất hẻm 14' -k complaint -u "$W" --parent M1 handling='lần đầu' against='QĐ 10' complainant='Nguyễn Văn Thử'
p -q move classify M6 && p -q move forward M6 --note 'thuộc công an phường'
p -q move take M2 && p -q move answer M2 --note 'đã xử phạt'
on 2026-09-20
p -q move decide M8 outcome='khiếu nại đúng một phần' decision='55/QĐ-UBND'
run p stats --received-from 2026-08-01 --received-to 2026-12-31 --format csv
sed 's/"[^"]*"/x/' "$out" | cut -d, -f1,3-15 > sums
cat > expected <<'END'
kind,carried,received,total,dropped,passed,under,settled,settled_in_time,settled_late,settled_no_clock,onward,left_in_time,left_late
complaint,0,1,1,0,0,1,1,0,1,0,0,0,0
denunciation,0,1,1,0,0,1,0,0,0,0,0,0,1
feedback,1,0,1,0,0,1,1,0,1,0,0,0,0
firm_issue,0,1,1,0,0,1,0,0,0,0,0,0,1
letter,0,3,3,1,1,1,1,1,0,0,1,0,0
,1,6,7,1,1,5,3,1,2,0,1,0,2
END
same sums expected
run p stats --received-from 2026-08-01 --received-to 2026-08-31 --format csv
says out 'complaint,Khiếu nại,0,1,1,0,0,1,0,0,0,0,0,1,0,'
run p stats
says err '1 đơn đã thụ lý thành việc khác'
run p outcomes -k complaint --format csv
says out 'complaint,Khiếu nại,khiếu nại đúng,0.0,0,1'
says out 'complaint,Khiếu nại,khiếu nại đúng một phần,100.0,1,1'
run p stats --unit 'phường Sài Gòn' --format csv
says out ',,0,0,0,'

# A list as an office has it.
cat > so.csv <<'END'
Số đơn,Ngày đến,Người đứng đơn,Nội dung đơn,Phân loại,Nơi xảy ra,Trạng thái
DT-01,2026-09-01,Phạm Thị Mẫu,Xin sửa đường hẻm 5,"phản ánh, kiến nghị",hẻm 5,Đang xử lý
DT-02,2026-09-02,Vũ Văn Mẫu,Khiếu nại về hỗ trợ,khiếu nại,,Chưa xử lý
END
run p import so.csv
is_status 2
run p import -k letter so.csv --unit "$W"
is_status 0
run p list -k letter --format csv
says out 'DT-01,letter,Xin sửa đường hẻm 5'
says out 'DT-02,letter'
run p export -k letter --format csv
is_status 0
says out 'DT-02'
# A list of denunciations has no column for who wrote them.
cat > tc.csv <<'END'
Số đơn,Ngày đến,Họ tên người tố cáo,Nội dung tố cáo,Người bị tố cáo,Cách xử lý ban đầu,Trạng thái
TC-01,2026-09-01,Nguyễn Kín Đáo,Nhận tiền,ông C,thường,Mới nhận
END
run p import -k denunciation tc.csv --unit "$W" skip='Họ tên người tố cáo'
run p import -k denunciation tc.csv --unit "$W"
if on_server; then dump x.db > all; else cat x.db* > all; fi
ok 'the column did not come in' test "$(grep -ac 'Kín Đáo' all)" = 0
run dieuhanh --record x.db verify
is_status 0
run dieuhanh --record x.db rebuild
says err 'giống hệt trước'
# What nobody rated is a row of the same whole, wherever it was met first.
cat >rated.csv <<'END'
Mã phản ánh,Nội dung,Đơn vị xử lý,Ngày gửi,Ngày tiếp nhận,Ngày trả lời,Trạng thái,Người phản ánh đánh giá
PA-1,Đèn đường hỏng,26740,01/06/2026,01/06/2026,05/06/2026,Đã trả lời,hài lòng
PA-2,Rác ùn ứ,26740,01/06/2026,01/06/2026,06/06/2026,Đã trả lời,rất hài lòng
PA-3,Nắp cống hỏng,26740,02/06/2026,02/06/2026,07/06/2026,Đã trả lời,
END
run dieuhanh --record x.db matter import feedback rated.csv
is_status 0
run p outcomes -k feedback --received-from 2026-06-01 --received-to 2026-06-30 --format csv
says out '"Phản ánh, kiến nghị",hài lòng,33.3,1,3'
says out '"Phản ánh, kiến nghị",,33.3,1,3'
done_testing
