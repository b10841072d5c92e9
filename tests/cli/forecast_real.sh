#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# forecast_real: the back-test on real series: what the provinces of Việt Nam paid out of public investment from January on, by
# province and month, 2012 to 2024 (monthly tables of the statistics office). Runs where the shared data stands beside the project
# ($DIEUHANH_SHARED, else ../shared). Prints what came out, and fails when the rule is much worse than it was.
. "$(dirname "$0")/lib.sh"
shared=${DIEUHANH_SHARED:-$here/../../../shared}
series=$shared/data/indicators/gso_monthly/vdt.csv.gz
if [ ! -r "$series" ] || ! command -v python3 >/dev/null; then
    skip 'the shared data is not here' 1
    done_testing
fi
export SOURCE_DATE_EPOCH=1735600000 DIEUHANH_USER=can-bo # 31/12/2024

python3 "$here/../tools/monthly_series.py" "$series" >giai-ngan.csv
dieuhanh init --quiet
run dieuhanh load giai-ngan.csv
is_status 0
for window in Q1 H1 9M; do
    dieuhanh forecast D02 --period "2024-$window" --format csv >list.csv 2>/dev/null
    dieuhanh forecast D02 --period "2024-$window" --backtest --format csv >"test-$window.csv" 2>/dev/null
    # Years told, mean error, intervals, held: of all places and years together.
    python3 - "$window" "test-$window.csv" >"sum-$window" <<'PYTHON'
import csv, statistics, sys
rows = list(csv.DictReader(open(sys.argv[2], newline='')))
told = [abs(float(r['error'])) for r in rows if r['error']]
held = [r['held'] == 'true' for r in rows if r['held']]
print(f'{sys.argv[1]}: {len(told)} forecasts, mean error {sum(told) / len(told):.1f} %, median {statistics.median(told):.1f} %, '
      f'{sum(held)} of {len(held)} in the interval ({100 * sum(held) / len(held):.0f} %)')
sys.exit(not (len(told) > 100 and sum(held) / len(held) > 0.6))
PYTHON
    ok "$(cat "sum-$window")" [ $? = 0 ]
    sed 's/^/# /' "sum-$window"
done
# A later window knows more.
ok 'the error falls from quarter to nine months' sh -c '
    of() { sed "s/.*median \([0-9.]*\).*/\1/" "$1"; }
    awk "BEGIN { exit !($(of sum-Q1) > $(of sum-H1) && $(of sum-H1) > $(of sum-9M)) }"'
done_testing
