#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# texts: every text of the sources that is marked tr("...") has its English in po/en.po, and po/en.po holds no others.
. "$(dirname "$0")/lib.sh"

if ! command -v xgettext >/dev/null || ! command -v msgmerge >/dev/null; then
    skip 'gettext is not installed' 1
    done_testing
fi
run "$here/../../tools/po_update.sh" --check
is_status 0
done_testing
