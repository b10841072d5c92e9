#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# run.sh PROGRAM [NAME...]: the tests of the command line with that program, all or some; TAP, then a summary.
here=$(cd "$(dirname "$0")" && pwd)
DIEUHANH=${1:?run.sh PROGRAM [NAME...]}
case $DIEUHANH in /*) ;; *) DIEUHANH=$PWD/$DIEUHANH ;; esac
RECORD_TOOL=${RECORD_TOOL:-${DIEUHANH%/src/cli/dieuhanh}/tests/cli/record_tool} # stands in the same build folder
[ -x "$RECORD_TOOL" ] || RECORD_TOOL=$here/../../build-asan/tests/cli/record_tool # else the one of the tests
[ -x "$RECORD_TOOL" ] || RECORD_TOOL=                                             # else its cases are skipped
export DIEUHANH RECORD_TOOL
shift
[ $# -gt 0 ] || set -- $(cd "$here" && ls ./*.sh | sed 's|^\./||; s|\.sh$||' | grep -vx -e lib -e run -e record_full)
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for name; do
    echo "# $name"
    sh "$here/$name.sh" || echo "# $name: exit status $?"
done | tee "$log"
passed=$(grep -ac '^ok ' "$log")
failed=$(grep -ac '^not ok ' "$log")
skipped=$(grep -ac '^ok .*# SKIP' "$log")
echo "$((passed - skipped)) passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && ! grep -aq '^# .*: exit status ' "$log"
