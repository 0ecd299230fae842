# Keeps the routes over a link: NAME [WORDS THAT ENTER ITS NAMESPACE…]
undo_routes_over() {
  local FAMILY
  for FAMILY in -4 -6; do keep_routes "$FAMILY" "dev $1" "${@:2}"; done
}
# Keeps the routes to a destination: FAMILY DESTINATION [WORDS THAT ENTER ITS NAMESPACE…]
undo_routes_to() {
  keep_routes "$1" "exact $2" "${@:3}"
}
# Routes to a gateway are restored before the routes through it
keep_routes() {
  local LINE
  while read -r LINE; do
    [[ -z $LINE ]] || undo route_back "$LINE" "$@"
  done < <(routes "$@" | awk '/ via / { print; next } { direct = direct $0 "\n" } END { printf "%s", direct }')
}
# Prints routes in the words of `ip route add`: FAMILY SELECTOR [WAY…]. Of those over a link, the kernel's own are left
# out
routes() {
  if [[ $2 != 'dev '* ]]; then
    shown_routes "$@"
    return
  fi
  shown_routes "$@" | awk -v LINK="$2" '!/ proto (kernel|ra)( |$)|^(local|broadcast|multicast|anycast) / { print $0, LINK }'
  # For a route with several next hops, ip does not match their links
  shown_routes "$1" '' "${@:3}" | awk -v LINK=" $2 " '/ nexthop / && index($0 " ", LINK)'
}
shown_routes() {
  local WORDS
  read -r -a WORDS <<<"$2"
  sudo "${@:3}" ip "$1" -oneline route show table all "${WORDS[@]}" 2>/dev/null |
    sed -E 's/\\//g; s/ (linkdown|dead|pref medium)//g; s/[[:space:]]+/ /g; s/ $//' || true
}
# Adds a route that is gone, if its link is there
route_back() {
  local LINE=$1 WORDS VERB=add NETWORK=(sudo "${@:4}")
  shift
  ! grep -qxF -e "$LINE" <<<"$(routes "$@")" || return 0
  read -r -a WORDS <<<"$LINE"
  # A blackhole route and the like have no link
  if [[ $LINE == *' dev '* ]] && no_link "${WORDS[@]}"; then return 0; fi
  # Some of several IPv6 next hops may be left
  [[ $1$LINE != -6*' nexthop '* ]] || VERB=replace
  sudo "${@:3}" ip "$1" route "$VERB" "${WORDS[@]}"
}
