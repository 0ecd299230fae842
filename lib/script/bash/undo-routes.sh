# Keeps the routes over a link: NAME [WAY INTO ITS NAMESPACE…]
undo_routes_over() {
  local FAMILY
  for FAMILY in -4 -6; do keep_routes "$FAMILY" "dev $1" "${@:2}"; done
}
# Keeps the routes to a destination: FAMILY DESTINATION [WAY INTO ITS NAMESPACE…]
undo_routes_to() {
  keep_routes "$1" "exact $2" "${@:3}"
}
# What leads to a gateway comes back before what needs it
keep_routes() {
  local LINE
  while read -r LINE; do
    [[ -z $LINE ]] || undo route_back "$LINE" "$@"
  done < <(routes "$@" | awk '/ via / { print; next } { direct = direct $0 "\n" } END { printf "%s", direct }')
}
# In the words of `ip route add`: FAMILY SELECTOR [WAY…]. Over a link those are left out that the kernel makes itself
routes() {
  local WORDS LINK='' ITS_OWN='^$'
  read -r -a WORDS <<<"$2"
  if [[ ${WORDS[0]} == dev ]]; then
    LINK=" dev ${WORDS[1]}"
    ITS_OWN=' proto (kernel|ra)( |$)|^(local|broadcast|multicast|anycast) '
  fi
  sudo "${@:3}" ip "$1" -oneline route show table all "${WORDS[@]}" 2>/dev/null | grep -vE "$ITS_OWN" |
    sed -E "s/\\\\//g; s/ (linkdown|dead|pref medium)//g; s/ *\$/$LINK/" || true
}
# Adds one that is gone, where there is a way for it
route_back() {
  local LINE=$1 WORDS NETWORK=(sudo "${@:4}")
  shift
  ! routes "$@" | grep -qxF -e "$LINE" || return 0
  read -r -a WORDS <<<"$LINE"
  # One to nowhere has no link
  if [[ $LINE == *' dev '* ]] && no_link "${WORDS[@]}"; then return 0; fi
  sudo "${@:3}" ip "$1" route add "${WORDS[@]}"
}
