#!/bin/sh
# runc, on a machine that lacks some of its kernel's capabilities: a privileged container gets those that there are, where
# Docker 20.10 would ask for all and so start none.
#
#   runc.sh RUNC NAME,... ARGUMENT...
#
# Docker does so itself since version 23: https://github.com/moby/moby/pull/42933
runc=$1 lacking=$2
shift 2

# Takes the names out of a JSON document's lists
without_lacking() {
  pattern="\"CAP_\\($(printf '%s' "$lacking" | sed 's/,/\\|/g')\\)\""
  sed -i "s/$pattern,//g; s/,$pattern//g; s/\[$pattern\]/[]/g" "$1"
}

before=
for word; do
  case $before in
    --bundle) without_lacking "$word/config.json" ;;
    --process) without_lacking "$word" ;;
  esac
  before=$word
done
exec "$runc" "$@"
