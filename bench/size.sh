#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
#
# size.sh: the program as it is installed (stripped), and the time from start to end of its smallest command.
. "$(dirname "$0")/lib.sh"
row size_binary "tệp chương trình / the binary, stripped" "$(calculate "$(stat -c %s "$dieuhanh") / 1000000")" MB "" "" "<= 8"
row start_version "dieuhanh version" "$(cost wall 20 "$dieuhanh" version)" ms /bin/true "$(cost wall 20 /bin/true)" "<= 10"
