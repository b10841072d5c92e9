#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# run.sh PRINT_BLOCKS [accept]: each file here that has a NAME.blocks beside it is read and its listing compared. The name of a
# file may say the encoding to read it with: NAME.from-tcvn3.txt. With "accept" the listings are written anew; git diff is the review.
print=$(realpath "$1")
cd "$(dirname "$0")" || exit 1
n=0 failed=0
for input in *.txt *.md *.html *.bin; do
    [ -f "$input" ] || continue
    expected=$input.blocks
    from=$(sed -n 's/.*\.from-\([a-z0-9-]*\)\..*/\1/p' <<<"$input")
    if [ "${2:-}" = accept ]; then
        "$print" "$input" ${from:+"$from"} >"$expected" || exit 1
        continue
    fi
    n=$((n + 1))
    if difference=$("$print" "$input" ${from:+"$from"} 2>&1 | diff -u "$expected" - 2>&1); then
        echo "ok $n - $input"
    else
        echo "not ok $n - $input"
        head -40 <<<"$difference" | sed 's/^/# /'
        failed=1
    fi
done
[ "${2:-}" = accept ] || echo "1..$n"
exit $failed
