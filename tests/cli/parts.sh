#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# parts: a flow that was reported for the months or quarters of a time alone is their sum for it, in every table, marked and
# explained; where a part is missing there is no value. All places and numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo DIEUHANH_RECORD=x.db
on_server && DIEUHANH_RECORD=$(record_place x.db)

cat >so-lieu.csv <<'CSV'
unit,indicator,period,aspect,layer,value
gia-my,C01,2026-01,actual,,1000000000
gia-my,C01,2026-02,actual,,1100000000
gia-my,C01,2026-03,actual,,1200000001
gia-my,C01,2026-Q2,estimate,,3300000000
gia-my,C01,2025-01,actual,,900000000
gia-my,C01,2025-02,actual,,900000000
gia-my,C01,2025-03,actual,,900000000
gia-my,C01,2025-Q2,actual,,2700000000
gia-my,C01,2026,plan,giao,9000000000
gia-my,A02,2026-H1,actual,,12000
dong-ha,C01,2026-H1,actual,,7000000000
dong-ha,C01,2025-Q1,actual,,3000000000
dong-ha,C01,2025-04,actual,,1000000000
dong-ha,C01,2025-05,actual,,1000000000
dong-ha,C01,2025-06,actual,,1000000000
CSV
dieuhanh init >/dev/null 2>&1
dieuhanh unit add 'phường Gia Mỹ' --code gia-my --level commune >/dev/null 2>&1
dieuhanh unit add 'phường Đông Hạ' --code dong-ha --level commune >/dev/null 2>&1
run dieuhanh load so-lieu.csv
is_status 0

# Where it stands: the sum, its plan and last year, and what the mark means.
run dieuhanh stand gia-my 2026-Q1
is_status 0
says out '3,300000001 ='
says out '+22,22 %'
says out '= kỳ này không có số riêng, cộng số của các kỳ bên trong (bao nhiêu kỳ): C01 (3)'
run dieuhanh stand gia-my 2026-H1
says out '6,600000001 (ước) ='
says out '73,33 %'
says out 'C01 (4)'
# Only last year is of parts.
run dieuhanh stand dong-ha 2026-H1
is_status 0
says out '+16,67 %'
# Nothing was reported of the quarter itself, of anything.
run dieuhanh stand dong-ha 2025-Q2
is_status 0
says out '3 ='
# A month is missing.
run dieuhanh stand gia-my 2026-9M
is_status 0
says err 'C01 (4 kỳ con)'

run dieuhanh explain C01/gia-my/2026-H1/value
is_status 0
says out 'Kết quả: 6,600000001 tỷ đồng (ước)'
says out 'C01(2026-01) + C01(2026-02) + C01(2026-03) + C01(2026-Q2) = 1 tỷ đồng + 1,1 tỷ đồng + 1,200000001 tỷ đồng + 3,3 tỷ đồng (ước)'
says out 'kỳ này không có số riêng, cộng số của các kỳ bên trong'
says out 'phường Gia Mỹ, tháng 3/2026'
run dieuhanh explain C01/gia-my/2026-H1/growth
says out 'Kết quả: +22,22 %'
run dieuhanh explain C01/gia-my/2026-H1/plan_ratio
says out 'Kết quả: 73,33 %'
run dieuhanh explain C01/dong-ha/2026-H1/growth
is_status 0
says out 'Kết quả: +16,67 %'
says out '7 tỷ đồng / (3 tỷ đồng + 1 tỷ đồng + 1 tỷ đồng + 1 tỷ đồng) × 100 − 100'
says out 'phường Đông Hạ, tháng 6/2025'

# The other tables say the same.
run dieuhanh budget gia-my 2026-H1 --measure dong --format csv
is_status 0
says out '6600000001'
run dieuhanh pivot C01 2026-Q1,2026-H1 --under gia-my --format csv
is_status 0
says out '3300000001'
says err '1 đơn vị không có số riêng của kỳ, cộng số C01 của các kỳ bên trong (ghi dấu =)'
run dieuhanh rank C01 2026-H1 --format csv
is_status 0
says out 'gia-my'
says out '6600000001'
run dieuhanh rollup C01 2026-H1 --format csv
is_status 0
says out '13600000001'
# Through time: quarters beside quarters; no half for gia-my, which told none.
run dieuhanh series C01 gia-my --format csv
is_status 0
says out 'gia-my,C01,2025-Q1,2700000000'
says_not out '2025-H1'
run dieuhanh series C01 dong-ha --format csv
says out 'dong-ha,C01,2026-H1,7000000000'
says out '16.67'
run dieuhanh report gia-my 2026-H1
is_status 0
says out '6,600000001 (ước) ='
says out 'cộng số của các kỳ bên trong'
run dieuhanh stand gia-my 2026-H1 --lang en
says out 'no figure of its own'

# A figure of the time itself goes before its parts.
printf 'unit,indicator,period,aspect,value\ngia-my,C01,2026-Q1,actual,3400000000\n' >quy.csv
run dieuhanh load quy.csv
is_status 0
run dieuhanh stand gia-my 2026-Q1
says out '3,4'
says_not out '3,300000001'
run dieuhanh stand gia-my 2026-H1
says out '6,7 (ước) ='
run dieuhanh verify
is_status 0
done_testing
