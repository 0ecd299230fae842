# Keeps the rules of routing of a family: FAMILY [WAY INTO THE NAMESPACE…]
undo_routing_rules() {
  local LINE
  while read -r LINE; do
    [[ -z $LINE ]] || undo rule_back "$LINE" "$@"
  done < <(routing_rules "$@" | tac)
}
# In the words of `ip rule add`
routing_rules() {
  sudo "${@:2}" ip "$1" rule show 2>/dev/null | sed -E 's/^([0-9]+):[[:space:]]*/pref \1 /; s/ \[detached\]//g; s/ *$//' || true
}
rule_back() {
  local LINE=$1 WORDS
  shift
  ! routing_rules "$@" | grep -qxF -e "$LINE" || return 0
  read -r -a WORDS <<<"$LINE"
  sudo "${@:2}" ip "$1" rule add "${WORDS[@]}"
}
# Keeps a neighbour that was written down by hand: ADDRESS [WAY INTO ITS NAMESPACE…]
undo_neighbour() {
  local LINE
  while read -r LINE; do
    [[ -z $LINE ]] || undo neighbour_back "$LINE" "$@"
  done < <(lasting_neighbours "$@")
}
# In the words of `ip neighbour replace`; others the kernel learns again
lasting_neighbours() {
  sudo "${@:2}" ip neighbour show to "$1" nud all 2>/dev/null |
    sed -nE 's/ (proxy|extern_learn|router)//g; s/ PERMANENT */ nud permanent/p; s/ NOARP */ nud noarp/p' || true
}
neighbour_back() {
  local LINE=$1 WORDS
  shift
  ! lasting_neighbours "$@" | grep -qxF -e "$LINE" || return 0
  read -r -a WORDS <<<"$LINE"
  ! no_link "${WORDS[@]}" || return 0
  sudo "${@:2}" ip neighbour replace "${WORDS[@]}"
}
