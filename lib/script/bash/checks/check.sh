# Proves a statement of the article: its number, what it says, and how that is seen
check() {
  local NUMBER=$1 TEXT=$2
  shift 2
  obey
  if "$@"; then
    printf 'ok      %3s  %s\n%s\n' "$NUMBER" "$TEXT" "${SEEN//$'\n'/; }" | sed '2s/^/             /'
    HELD+=1
    return
  fi
  printf 'not ok  %3s  %s\n' "$NUMBER" "$TEXT"
  printf '%s: check of statement %s failed (%s): saw %s\n' "$NAME" "$NUMBER" "$TEXT" "${SEEN:-nothing}" >&2
  exit 1
}
SEEN=
declare -i HELD=0
