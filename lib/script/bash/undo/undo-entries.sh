# Keeps the routing rules of a family: FAMILY [WORDS THAT ENTER THE NAMESPACE…]
undo_routing_rules() {
  local LINE
  while read -r LINE; do
    [[ -z $LINE ]] || undo rule_back "$LINE" "$@"
  done < <(routing_rules "$@" | tac)
}
# Prints them in the words of `ip rule add`
routing_rules() {
  sudo "${@:2}" ip "$1" rule show 2>/dev/null | sed -E 's/^([0-9]+):[[:space:]]*/pref \1 /; s/ \[detached\]//g; s/ *$//' || true
}
rule_back() {
  local LINE=$1 WORDS
  shift
  ! grep -qxF -e "$LINE" <<<"$(routing_rules "$@")" || return 0
  read -r -a WORDS <<<"$LINE"
  sudo "${@:2}" ip "$1" rule add "${WORDS[@]}"
}
# Keeps a neighbour that was added by hand: ADDRESS [WORDS THAT ENTER ITS NAMESPACE…]
undo_neighbour() {
  keep_neighbours "to $1" "${@:2}"
}
# Keeps the neighbours on a link: NAME [WORDS THAT ENTER ITS NAMESPACE…]
undo_neighbours_on() {
  keep_neighbours "dev $1" "${@:2}"
}
keep_neighbours() {
  local LINE
  while read -r LINE; do
    [[ -z $LINE ]] || undo neighbour_back "$LINE" "$@"
  done < <(lasting_neighbours "$@")
}
# Prints permanent neighbours in the words of `ip neighbour replace`: SELECTOR [WAY…]; the kernel learns others again
lasting_neighbours() {
  local WORDS LINK=
  read -r -a WORDS <<<"$1"
  [[ ${WORDS[0]} != dev ]] || LINK="dev ${WORDS[1]} "
  sudo "${@:2}" ip neighbour show "${WORDS[@]}" nud all 2>/dev/null |
    grep -vE '^(ff|22[4-9]\.|23[0-9]\.)' | sed -nE "s/ (extern_learn|router)//g; s/^([^ ]+ )/\\1$LINK/; s/ PERMANENT */ nud permanent /p; s/ NOARP */ nud noarp /p" || true
  # A proxy has no state, and is shown only with this word
  sudo "${@:2}" ip neighbour show proxy "${WORDS[@]}" 2>/dev/null | sed -E "s/ proxy//; s/^([^ ]+ )/proxy \\1$LINK/" || true
}
neighbour_back() {
  local LINE=$1 WORDS NETWORK=(sudo "${@:3}")
  shift
  ! grep -qxF -e "$LINE" <<<"$(lasting_neighbours "$@")" || return 0
  read -r -a WORDS <<<"$LINE"
  [[ " $LINE" != *' dev '* ]] || ! no_link "${WORDS[@]}" || return 0
  sudo "${@:2}" ip neighbour replace "${WORDS[@]}"
}
