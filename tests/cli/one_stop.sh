#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# one_stop: a one-stop desk in June 2026: the register of procedures fills a dossier, forms are printed, steps go from hand to hand with a time of
# their own, a letter of excuse, a rating; then the counts of the month become figures, and the index of Quyết định 766 is reckoned from them. Working
# days, hours and counts were made by hand. Names are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER='Lê Thị Hoa'
on() { SOURCE_DATE_EPOCH=$(date -u -d "$1 ${2:-05:00}" +%s) && export SOURCE_DATE_EPOCH; }

on 2026-06-01 01:00
dieuhanh init -q
cat >tt.csv <<'EOF'
Đơn vị,Mã thủ tục,Tên thủ tục,Từ ngày,Mức dịch vụ công,Thời hạn giải quyết,Có nghĩa vụ tài chính,"Phí, lệ phí",Thanh toán trực tuyến trên Cổng,Phải trả kết quả,Đối tượng,Công bố đúng hạn,Công khai đúng hạn,Đã công khai,Đủ 7 bộ phận,Các bước nội bộ và thời hạn,Thành phần hồ sơ
26740,1.009994,Cấp giấy phép xây dựng,2026-06-01,một phần,7 ngày làm việc,có,75000,có,có,người dân,có,có,có,có,Tiếp nhận: 4 giờ; Thẩm định: 40 giờ; Ký duyệt: 8 giờ,Đơn; bản vẽ
26740,2.000635,Trích lục hộ tịch,2026-06-01,toàn trình,1 ngày làm việc,không,,không,có,người dân,có,không,có,có,,Tờ khai
EOF
run dieuhanh register import procedure tt.csv
is_status 0
says err '2 mục mới'

# The procedure says term, fee, papers, steps; what is typed goes before it. A procedure that is not in the register fills nothing.
on 2026-06-02 02:00 # 09:00
refused 1 'thiếu Thời hạn của thủ tục (term=…)' dieuhanh dossier new 'Không có trong sổ' -u 26740 procedure=1.999999 applicant=An
refused 1 'thiếu Thời hạn của thủ tục (term=…)' dieuhanh dossier new 'Phường khác' -u 26743 procedure=1.009994 applicant=An
run dieuhanh dossier new 'Cấp giấy phép xây dựng nhà 12 Lê Lợi' -u 26740 --number 000.00.01.H29-260602-0001 procedure=1.009994.000.00.00.H29 \
    applicant='Nguyễn Văn An' channel='trực tuyến' online_payment='Cổng Dịch vụ công quốc gia' parts_digitized=có reused=có from_store=không \
    population_data=có
is_status 0
run dieuhanh dossier new 'Trích lục khai sinh' -u 26740 procedure=2.000635 term='2 ngày làm việc' applicant='Bà B' channel='trực tiếp'
is_status 0
run dieuhanh dossier show M2
says out 'Thời hạn của thủ tục: 2 ngày làm việc'
says out 'Tài chính: không phải nộp'
says out 'Mục trong sổ thủ tục lúc tiếp nhận: R2'
run dieuhanh dossier move receive M1 M2 --person 'Lê Thị Hoa'
is_status 0
says err 'M1 (000.00.01.H29-260602-0001): Được tiếp nhận, hạn 11/6/2026'

# Both orders of the code of the agency are one dossier.
run dieuhanh dossier show H29.01-260602-0001
is_status 0
says out 'M1  000.00.01.H29-260602-0001'
run dieuhanh dossier show H29.02-260602-0001
is_status 2

# Forms.
run dieuhanh dossier form mau01 M1
is_status 0
says out '# GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ'
says out 'Thời gian nhận đủ hồ sơ: 09:00 ngày 02/06/2026'
says out 'hẹn trả kết quả: 11/06/2026'
says out 'Phí, lệ phí: 75.000 đồng (chưa nộp)'
says out '1. Thành phần hồ sơ nộp gồm: Đơn; bản vẽ'
run dieuhanh dossier form mau01 M1 --html
is_status 0
says out '<h1>GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ</h1>'
run dieuhanh dossier form mau07 M1 M2
says out '|2|HS-2026-1|2.000635|Bà B|Trích lục khai sinh|09:00 ngày 02/06/2026|04/06/2026|……………|Được tiếp nhận|'
for form in mau01 mau02 mau03 mau04 mau05 mau06 mau07; do
    run dieuhanh dossier form $form M1
    is_status 0
    run dieuhanh dossier form $form M1 M2 --html
    is_status 0
done
run dieuhanh dossier form mau99 M1
is_status 1
says err 'không có mẫu «mau99»; các mẫu: mau01, mau02, mau03, mau04, mau05, mau06, mau07'
printf '# Phiếu của phường\n{title}: {applicant}\n?Kết quả: {result}\n' >phieu.md
run dieuhanh dossier form phieu M1 --template phieu.md
is_status 0
says out 'Cấp giấy phép xây dựng nhà 12 Lê Lợi: Nguyễn Văn An'
ok 'a line without its value is left out' sh -c '! grep -q "Kết quả" "$1"' sh "$out"
printf 'x\n{khong_co}\n' >sai.md
run dieuhanh dossier form sai M1 --template sai.md
is_status 1
says err 'dòng 2: không có mục «khong_co»'
run dieuhanh dossier new 'Tên | lạ <b>' -u 26740 procedure=2.000635 applicant='A|B' channel='trực tiếp'
run dieuhanh dossier form mau07 M3
says out 'A\|B'
run dieuhanh dossier form mau07 M3 --html
ok 'a value is no mark of HTML' grep -q 'lạ &lt;b' "$out"
run dieuhanh dossier move refuse M3 --note 'thử'
run dieuhanh dossier form mau03 M3
says out 'Lý do từ chối: thử'

# Steps: 4 hours from 09:00 are 09:00-11:30, 13:00-14:30; 40 hours from 15:00 on Tuesday end at 15:00 on Tuesday.
refused 1 'không có bước nội bộ nào' dieuhanh dossier hand M2 --person An
refused 1 'không có bước «Ký»; các bước: Tiếp nhận; Thẩm định; Ký duyệt' dieuhanh dossier hand M1 --person An --step Ký
run dieuhanh dossier hand M1 --person 'Lê Thị Hoa'
is_status 0
says err 'M1: Lê Thị Hoa giữ, bước «Tiếp nhận», hạn của bước 14:30 2/6/2026'
on 2026-06-02 08:00 # 15:00
run dieuhanh dossier move process M1 M2
run dieuhanh dossier hand M1 --person 'Trần Văn Bình'
says err 'bước «Thẩm định», hạn của bước 15:00 9/6/2026'
run dieuhanh dossier list --person 'Trần Văn Bình'
says out 'Cấp giấy phép'
on 2026-06-03 02:00
run dieuhanh dossier move finish M2
run dieuhanh dossier held --late
says err 'không có việc nào'
on 2026-06-12 02:00
run dieuhanh dossier held --late --format csv
says out 'Thẩm định,Trần Văn Bình,2026-06-09T15:00,late,2026-06-11'
run dieuhanh dossier hand M1 --person 'Chủ tịch'
says err 'bước «Ký duyệt», hạn của bước 09:00 15/6/2026'
refused 1 '«Ký duyệt» là bước cuối' dieuhanh dossier hand M1 --person 'Ai'
run dieuhanh dossier form mau06 M1
says out '|1|Tiếp nhận|Lê Thị Hoa|09:00 ngày 02/06/2026|14:30 ngày 02/06/2026|15:00 ngày 02/06/2026|quá hạn|'
says out '|3|Ký duyệt|Chủ tịch|09:00 ngày 12/06/2026|09:00 ngày 15/06/2026|……………|đang làm|'

# Late: the excuse, another day, the end; afterwards only what is known after the end.
run dieuhanh dossier edit M1 apology=15/XL-UBND apology_on=2026-06-11 finance='đã nộp'
is_status 0
run dieuhanh dossier move finish M1
run dieuhanh dossier form mau04 M1
says out 'Số: 15/XL-UBND'
run dieuhanh dossier edit M1 rating='hài lòng' result_file=KQ-1.pdf sync='đã đồng bộ' synced_at=2026-06-12T08:30
is_status 0
refused 1 'đã kết thúc' dieuhanh dossier edit M1 channel='trực tiếp'
refused 1 'đã kết thúc' dieuhanh dossier edit M1 rating='hài lòng' channel='trực tiếp'

# A list tells what the portal was told of a known one, once.
cat >ds.csv <<'EOF'
Mã hồ sơ,Mã TTHC,Trạng thái,Ngày tiếp nhận,Ngày hẹn trả,Ngày xử lý xong,Nội dung,Ngày đồng bộ,Đồng bộ
HS-2026-1,2.000635,Đã xử lý xong,02/06/2026,04/06/2026,03/06/2026,Trích lục khai sinh,04/06/2026 10:00,đã đồng bộ
EOF
run dieuhanh dossier import ds.csv -u 26740 --format json
is_status 0
says out '"moved":0,"same":0,'
says out '"told":1,'
run dieuhanh dossier import ds.csv -u 26740 --format json
says out '"moved":0,"same":1,'
says out '"told":0,'
run dieuhanh dossier show M2
says out 'theo Cổng: đúng hạn'

# The same dossier in the other order is no second one; a list without terms asks the register.
cat >khac.csv <<'EOF'
Mã hồ sơ,Mã TTHC,Trạng thái,Ngày tiếp nhận,Nội dung
H29.01-260602-0001,1.009994,Đã trả kết quả,02/06/2026,Cấp giấy phép xây dựng nhà 12 Lê Lợi
EOF
run dieuhanh dossier import khac.csv -u 26740 --dry-run --format json
is_status 0
says out '"new":0,"moved":1'
cat >moi.csv <<'EOF'
Mã hồ sơ,Mã TTHC,Trạng thái,Ngày tiếp nhận,Nội dung
X-1,1.009994,Đang xử lý,08/06/2026 08:00,Cấp giấy phép
EOF
run dieuhanh dossier import moi.csv -u 26740 --dry-run --format json
is_status 0
says out '"new":1'
record_copy dieuhanh.db moi.db
run dieuhanh dossier import moi.csv -u 26740 --record moi.db
is_status 0
run dieuhanh dossier show X-1 --record moi.db
says out 'hạn: 17/6/2026'
says out 'Các bước nội bộ và thời hạn: Tiếp nhận: 4 giờ'
run dieuhanh dossier import moi.csv -u 26743 --dry-run
is_status 1
says out 'không tính được hạn và không có ngày hẹn trả'

# An export with the names and codes of the national portal.
cat >cong.csv <<'EOF'
MaHoSo,MaTTHC,Tên TTHC,Trạng thái,NgayTiepNhan,NgayHenTra,NgayKetThucXuLy,KenhThucHien,DuocThanhToanTrucTuyen,DuongDanTepTinKetQua,HoSoCoThanhPhanSoHoa
X-9,1.009994,Cấp giấy phép,9,08/06/2026 08:00,17/06/2026,12/06/2026 09:00,2,1,kq/9.pdf,có
EOF
run dieuhanh dossier import cong.csv -u 26740 --record moi.db
is_status 0
run dieuhanh dossier show X-9 --record moi.db
says out 'trạng thái: Đã xử lý xong'
says out 'Kênh nộp: trực tuyến'
says out 'Thanh toán trực tuyến: Cổng Dịch vụ công quốc gia'
says out 'Kết quả điện tử (đường dẫn, mã): kq/9.pdf'

# The month as figures: two received (M3 was refused), two ended: M1 one day late, M2 early; told on the 13th and the 4th. Hours of work: M1 6,5 + 7 x 8 +
# 1,5 = 64, M2 6,5 + 1,5 = 8, so 36 each.
refused 1 '2026-06-30' dieuhanh dossier feed 2026-06
on 2026-07-01 02:00
run dieuhanh dossier feed 2026-06 --dry-run --format csv
is_status 0
for row in 'H01a,.*,2,,2,0,' 'H01b,.*,0,,0,0,' 'H01c,.*,1,,2,0,' 'H01d,.*,2,,2,0,' 'H02b,.*,1,,1,0,' 'H03b,.*,0,,0,0,' 'H08b,.*,1,,2,0,' 'H08c,.*,1,,2,0,' \
    'H09a,.*,1,,1,0,' 'H09b,.*,1,,1,0,' 'H12,.*,36.0,,2,0,' 'H16c,.*,2,,2,0,' 'H17a,.*,2,,2,0,' 'H17b,.*,1,,1,0,' 'H19b,.*,1,,2,0,' 'H20b,.*,1,,2,0,' 'H22b,.*,1,,2,0,' 'H23a,.*,1,,2,0,' \
    'H23b,.*,1,,2,0,' 'H24a,.*,2,,2,0,' 'H24b,.*,1,,2,0,' 'H25b,.*,1,,2,0,' 'H26b,.*,1,2,2,1,' 'H27b,.*,0,1,2,1,' 'H29b,.*,1,2,2,1,' 'H32b,.*,1,,1,0,' 'H32c,.*,0,,2,0,'; do
    ok "$row" grep -q "^$row" "$out"
done
run dieuhanh dossier edit M2 parts_digitized=không reused=không from_store=không population_data=không
is_status 0
run dieuhanh dossier feed 2026-06 --dry-run --lang en
says out 'Indicator'
says out 'Silent'
run dieuhanh dossier feed 2026-06
is_status 0
says err 'đã lập 31 số liệu, chấp nhận 31'
record_copy dieuhanh.db before.db
run dieuhanh dossier feed 2026-06
says err 'đã có trong kho, không đổi gì'
ok 'the same counts change nothing' record_same dieuhanh.db before.db
run dieuhanh register feed procedure --period 2026-06
is_status 0
run dieuhanh explain H17b 26740 2026-06
says out '"note":"1 việc loại dossier: window=handled, end=told, stands=early|on_time|running|waiting"'
says out 'dieuhanh matter feed 2026-06 --kind dossier --unit 26740 --figure H17b'
run dieuhanh matter feed 2026-06 --kind dossier --unit 26740 --figure H17b
says out 'HS-2026-1'
says err '1 việc được đếm; số liệu 1'

# The index from them, by hand: 2.1 = 20 x 1/2; 3.1 = 2 (2/2 over 80 %), 3.2 = 4 x 1/2, 3.3 = 6 (1/2 is 50 %); payment 2 + 2 + 6;
# 4.1 = 6 x 1/2, 4.2 = 4 x 1/2, 4.3 = 2 x (1/2)/0,8 = 1,25, 4.4 = 0, 4.5 = 2 + 2; 5.4 = 6 x (1 - 1/2)/0,9 = 3,33.
run dieuhanh formula value H34b 26740 2026-06 --format csv
ok 'group 2' grep -q '^result,H34b,.*,10.00,exact' "$out"
run dieuhanh formula value H34c 26740 2026-06 --format csv
ok 'group 3, services' grep -q '^result,H34c,.*,10.00,exact' "$out"
run dieuhanh formula value H34d 26740 2026-06 --format csv
ok 'group 3, payment' grep -q '^result,H34d,.*,10.00,exact' "$out"
for c in H24d:3.00 H25d:2.00 H26d:1.25 H27d:0.00 H32e:3.33 H02:50.00 H08a:100.00 H09:100.00 H05:100.00; do
    run dieuhanh formula value "${c%:*}" 26740 2026-06 --format csv
    ok "$c" grep -q "^result,${c%:*},.*,${c#*:},exact" "$out"
done
run dieuhanh formula value H34g 26740 2026-06
says out 'H16b'
says out 'không tính được: chưa đủ'

# A count that changed waits for a person, and then replaces the figure; the old one stays.
run dieuhanh dossier new 'Bổ sung' -u 26740 procedure=2.000635 applicant=C channel='trực tiếp' parts_digitized=không reused=không from_store=không \
    population_data=không --on 2026-06-30
run dieuhanh dossier move receive M4 --on 2026-06-30
run dieuhanh dossier feed 2026-06
is_status 0
says err 'khác số đã có trong kho nên chưa thay'
run dieuhanh explain H01a 26740 2026-06
says out 'Kết quả: 2 hồ sơ'
run dieuhanh dossier feed 2026-06 --revise
is_status 0
says err 'thay số đã có; số cũ vẫn được giữ'
run dieuhanh explain H01a 26740 2026-06
says out 'Kết quả: 3 hồ sơ'

# Versions of a procedure: that of the unit above holds below it, each for its days.
dieuhanh init -q --record tt.db
city() { dieuhanh register new procedure -u 'TP Hồ Chí Minh' code=1.005 name='Thủ tục của thành phố' "$@" --record tt.db >/dev/null 2>&1; }
city term='5 ngày làm việc' --from 2026-05-01
dieuhanh register close R1 --to 2026-06-30 --note 'sửa đổi' --record tt.db >/dev/null 2>&1
city term='3 ngày làm việc' --from 2026-07-01
run dieuhanh dossier new C -u 26743 procedure=1.005 applicant=x --record tt.db
is_status 0
run dieuhanh dossier new D -u 26743 procedure=1.005 applicant=x --on 2026-06-30 --record tt.db
run dieuhanh dossier show M1 --record tt.db
says out 'Thời hạn của thủ tục: 3 ngày làm việc'
run dieuhanh dossier show M2 --record tt.db
says out 'Thời hạn của thủ tục: 5 ngày làm việc'
says out 'Mục trong sổ thủ tục lúc tiếp nhận: R1'

refused 1 'không nuôi chỉ tiêu nào' dieuhanh matter feed 2026-06 --kind meeting
refused 1 'nuôi chỉ tiêu «I01a»' dieuhanh dossier feed 2026-06 --figure I01a
refused 2 'không hiểu kỳ' dieuhanh dossier feed thang-6
run dieuhanh kind show dossier
says out 'mau04  Văn bản xin lỗi'
says out 'H17b  Số hồ sơ đã và đang xử lý đúng hạn'

# What the journal says is what the tables say.
run dieuhanh verify
is_status 0
run dieuhanh rebuild
is_status 0
says err 'giống hệt trước'
done_testing
