#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# like_formula: what a formula gives for a unit that was made anew, beside last year: from the parts of the old units. phường Gia Định was
# made on 1/7/2025 of phường 1, 2, 7, 17 of quận Bình Thạnh, and by the share of its people of the quận. All numbers are made up.
. "$(dirname "$0")/lib.sh"
export DIEUHANH_USER=can-bo
export SOURCE_DATE_EPOCH=1790000000 # in 2026
dieuhanh init -q

# By the share: both parts are estimates, and so is what is reckoned.
cat >a.csv <<'CSV'
indicator,unit,period,value
C01,765,2025-H1,420000000000
A02,765,2025-H1,400000
C01,26944,2026-H1,100000000000
A02,26944,2026-H1,90000
CSV
run dieuhanh load a.csv
is_status 0
run dieuhanh stand 26944 2026-H1
is_status 0
says out '~ số cùng kỳ của địa bàn mới'
says out 'tính theo C01 / A02 trên địa bàn mới (C01: ước theo tỷ lệ dân số từ quận Bình Thạnh; A02: ước theo tỷ lệ dân số từ quận Bình Thạnh)'
run dieuhanh stand 26944 2026-H1 --format jsonl
# 100 tỷ / 90.000 over 420 tỷ / 400.000
says out '"indicator":"C50",'
says out '"growth":5.82'
says out '"growth_base":"estimated","growth_note":"tính theo C01 / A02'
run dieuhanh series C50 26944
is_status 0
says out 'khoảng 1,05 = ~'
says out '+5,82 % ~'
run dieuhanh series C50 26944 --format csv
says out 'C50,2025-H1,1050000,about,actual,'
run dieuhanh explain C50/26944/2026-H1/growth
is_status 0
says out '+5,82 %'
says out 'ước theo tỷ lệ dân số từ quận Bình Thạnh'
run dieuhanh explain C50/26944/2025-H1/value
is_status 0
says out 'khoảng 1,05'
run dieuhanh report 26944 2026-H1
is_status 0
says out '~'

# Of the wards that went into it as wholes: recomputed, with the people of the year before (a stock within twelve months).
dieuhanh init -q --record b.db
{
    echo indicator,unit,period,value
    dieuhanh unit predecessors 'phường Gia Định' --format csv | grep whole | grep -o '^[0-9]*,[0-9.]*' | cut -d, -f2 |
        while read -r old; do
            echo "C01,$old,2025-H1,10000000000"
            echo "A02,$old,2024,20000"
        done
    echo C01,26944,2026-H1,50000000000
    echo A02,26944,2026-H1,80000
} >b.csv
ok 'four wards' [ "$(grep -c ^A02 b.csv)" = 5 ]
run dieuhanh load b.csv --record b.db
is_status 0
run dieuhanh stand 26944 2026-H1 --record b.db --format jsonl
# 50 tỷ / 80.000 over 40 tỷ / 80.000
says out '"growth":25.00'
says out '"growth_base":"recomputed"'

# What stands in the way is named.
dieuhanh init -q --record c.db
printf 'indicator,unit,period,value\nC01,765,2025-H1,420000000000\nC01,26944,2026-H1,100000000000\nA02,26944,2026-H1,90000\n' >c.csv
run dieuhanh load c.csv --record c.db
run dieuhanh stand 26944 2026-H1 --record c.db
is_status 0
says out 'không so sánh được (C50): A02: địa bàn đã thay đổi từ ngày 1/7/2025'
run dieuhanh stand 26944 2026-H1 --record c.db --format jsonl
says out '"growth_base":"none","growth_note":"A02: địa bàn đã thay đổi'
run dieuhanh explain C50/26944/2026-H1/growth --record c.db
says out 'không so sánh được: A02: địa bàn đã thay đổi'
done_testing
