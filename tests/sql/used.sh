#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# used.sh: every statement of sql/ is used by the store or the centre, and no SQL stands in C but the few words that open and end a
# transaction, and those that set an engine up (src/store/db_*.c). TAP.
cd "$(dirname "$0")/../.." || exit 1
count=0
failures=0
ok() {
    count=$((count + 1))
    if [ -z "$2" ]; then
        echo "ok $count - $1"
    else
        failures=$((failures + 1))
        echo "not ok $count - $1"
        printf '%s\n' "$2" | sed 's/^/# /'
    fi
}
unused=$(sed -n 's/^-- \(name\|rows\): //p' sql/*.sql | sort -u | while read -r name; do
    grep -rqw "SQL_$(printf '%s' "$name" | tr '[:lower:]' '[:upper:]')" src --include='*.c' || echo "$name"
done)
ok 'every statement is used' "$unused"
ok 'no SQL in C' "$(grep -rnE '"[^"]*(SELECT |INSERT |UPDATE |DELETE FROM|CREATE TABLE|DROP )' src --include='*.c' | grep -v '^src/store/db_[a-z_]*\.c:')"
ok 'the seam is seen by the store alone' "$(grep -rln 'db_private.h\|sqlite3.h' src --include='*.[ch]' | grep -v '^src/store/\|^src/cli/cmd_version.c')"
echo "1..$count"
[ $failures = 0 ]
