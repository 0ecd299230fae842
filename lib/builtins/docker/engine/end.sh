#!/bin/sh
# The end of a container: takes back what the engine gave it, then says how it ended.
#
#   end.sh FOLDER STATUS kept|removed
folder=$1 status=$2 afterwards=$3
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

# Takes a line out of a file that is mounted in a container, and so must stay the same file
forget_line() {
  kept=$(grep --invert-match --line-regexp --fixed-strings --regexp="$2" "$1")
  printf '%s\n' "$kept" >"$1"
}

. "$folder/cleanup" >/dev/null 2>&1
echo "$status" >"$folder/exit"
[ "$afterwards" = kept ] || rm -rf "$folder"
