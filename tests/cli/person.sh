#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# person: accounts and roles from the command line: what is given and taken back, what is refused and writes nothing, what a
# rebuild, a copy and an earlier day know. What the roles open is in rights.sh. All people are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=quan-tri
dieuhanh init >/dev/null 2>&1
dieuhanh unit add 'phường Gia Mỹ' --code gia-my --level commune >/dev/null 2>&1
dieuhanh unit add 'phòng Tài chính' --code tai-chinh --parent gia-my >/dev/null 2>&1

# --- wrong words
refused 2 'còn thiếu' dieuhanh person new
refused 2 'không nhận tham số' dieuhanh person show a b
refused 2 'không dùng làm tên đăng nhập được' dieuhanh person new 'a/b'
refused 2 'không dùng làm tên đăng nhập được' dieuhanh person new x
refused 2 'không có vai trò «vua»' dieuhanh person new lan --role vua
refused 1 'không có tài khoản «lan»' dieuhanh person show lan
refused 1 'không có tài khoản «lan»' dieuhanh person link lan
refused 1 'không có tài khoản «lan»' dieuhanh person grant lan reader

# --- the first ones
run dieuhanh person new quan-tri --name 'Người Quản Trị' --contact '028 0000 0000' --role administrator
is_status 0
says out 'http://127.0.0.1:8080/dang-nhap?ma='
says err 'đã tạo tài khoản quan-tri'
refused 1 'tài khoản «quan-tri» đã có' dieuhanh person new quan-tri
run dieuhanh person new lan.tran --name 'Trần Thị Lan' --unit gia-my --role officer --over 'phường Gia Mỹ' --site https://trung-tam.example/
says out 'https://trung-tam.example/dang-nhap?ma='
run dieuhanh person list --format csv
says out 'lan.tran,Trần Thị Lan,gia-my,,officer,no,no,active'
run dieuhanh person roles
says out 'Chuyên viên đơn vị'
run dieuhanh person roles --format csv
says out 'officer,Chuyên viên đơn vị,read documents work enter,theo thông lệ'

# --- roles
refused 2 'không có loại việc «cau-ca»' dieuhanh person grant lan.tran reader --kinds cau-ca
refused 2 'không phải đầu mã chỉ tiêu' dieuhanh person grant lan.tran reader --fields 'Đ;'
refused 2 'trước ngày bắt đầu' dieuhanh person grant lan.tran reader --from 2026-02-01 --to 2026-01-01
run dieuhanh person grant lan.tran finance --over tai-chinh --fields 'C D1' --kinds 'task dossier' --from 2026-01-01 --to 2090-12-31 --note 'QĐ 12'
is_status 0
run dieuhanh person show lan.tran --format csv
says out '3,finance,tai-chinh,C D1,task dossier,2026-01-01,2090-12-31,,yes'
refused 1 'không có lần giao vai trò số 9' dieuhanh person revoke lan.tran 9
refused 1 'không có lần giao vai trò số 1' dieuhanh person revoke lan.tran 1
refused 1 'không có lần giao vai trò số' dieuhanh person revoke lan.tran mot

# --- delegation
dieuhanh person new thay >/dev/null 2>&1
refused 2 'phải có ngày kết thúc' dieuhanh person delegate lan.tran 3 thay
refused 1 'quyền quản trị người dùng không ủy quyền được' dieuhanh person delegate quan-tri 1 thay --to 2090-01-01
run dieuhanh person delegate lan.tran 3 thay --to 2090-01-01
is_status 0
run dieuhanh person show thay --format csv
says out '4,finance,tai-chinh,C D1,task dossier,'
says out ',2090-01-01,3,yes'
dieuhanh person new nua >/dev/null 2>&1
refused 1 'là được ủy quyền' dieuhanh person delegate thay 4 nua --to 2090-01-01
# It leans on the other one.
dieuhanh person revoke lan.tran 3 >/dev/null 2>&1
run dieuhanh person show thay --format csv
says out ',2090-01-01,3,no'

# --- disabled
run dieuhanh person disable lan.tran --note 'chuyển công tác'
is_status 0
refused 1 'đang bị khóa' dieuhanh person link lan.tran
refused 1 'đang bị khóa' dieuhanh person grant lan.tran reader
run dieuhanh person enable lan.tran
is_status 0

# --- somebody must look after people
refused 1 'người quản trị cuối cùng' dieuhanh person disable quan-tri
refused 1 'người quản trị cuối cùng' dieuhanh person revoke quan-tri 1
dieuhanh person new hai >/dev/null 2>&1
dieuhanh person grant hai administrator --to 2000-01-01 >/dev/null 2>&1
refused 1 'người quản trị cuối cùng' dieuhanh person disable quan-tri
dieuhanh person grant hai administrator >/dev/null 2>&1
run dieuhanh person disable quan-tri
is_status 0

# --- what was done
run dieuhanh person log lan.tran --format csv
says out ',quan-tri,disable,lan.tran,chuyển công tác,'
says out ',quan-tri,grant,lan.tran,QĐ 12,'
run dieuhanh person edit lan.tran --contact '0900 000 000'
run dieuhanh person list --format csv
says out 'lan.tran,Trần Thị Lan,gia-my,0900 000 000,officer,no,no,active'
run dieuhanh person list --known-on 2000-01-01 --format csv
says_not out lan.tran

# --- the same after a rebuild, and in a copy
dieuhanh person list --format csv >before
run dieuhanh verify
is_status 0
run dieuhanh rebuild
says err 'giống hệt'
run dieuhanh person list --format csv
same out before
copy=y.db from=dieuhanh.db
on_server && copy=$(record_place y.db) && from=$DIEUHANH_RECORD
run dieuhanh copy "$from" "$copy"
is_status 0
run dieuhanh person list --record y.db --format csv
same out before
done_testing
