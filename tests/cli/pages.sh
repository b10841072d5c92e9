#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# pages: the session that the README shows is what the program says.
. "$(dirname "$0")/lib.sh"

if command -v python3 >/dev/null; then
    run "$here/../../tools/transcript.py" --check "$here/../../README.md" "$DIEUHANH"
    is_status 0
    silent err
else
    skip 'python3 is not installed' 2
fi
done_testing
