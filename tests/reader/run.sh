#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# run.sh PRINT_CASES [accept]: every *.case here is read and compared with what PRINT_CASES writes of it. With "accept" the files
# are written anew; git diff is the review.
print=$(realpath "$1")
cd "$(dirname "$0")" || exit 1
n=0 failed=0
for file in *.case; do
    if [ "${2:-}" = accept ]; then
        new=$("$print" "$file") && printf '%s\n' "$new" >"$file" || exit 1
        continue
    fi
    n=$((n + 1))
    if difference=$("$print" "$file" 2>&1 | diff -u "$file" - 2>&1); then
        echo "ok $n - $file"
    else
        echo "not ok $n - $file"
        head -40 <<<"$difference" | sed 's/^/# /'
        failed=1
    fi
done
[ "${2:-}" = accept ] || echo "1..$n"
exit $failed
