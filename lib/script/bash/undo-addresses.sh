# Keeps the addresses of a link: NAME [WAY INTO ITS NAMESPACE…]
undo_addresses() {
  local LINE
  while read -r LINE; do
    [[ -z $LINE ]] || undo address_back "$LINE" "$@"
  done < <(addresses_of "$@" | tac)
}
# In the words of `ip address add`; those of IPv6 that the kernel makes itself left out
addresses_of() {
  sudo "${@:2}" ip -oneline address show dev "$1" 2>/dev/null | grep -v ' inet6 .* scope \(link\|host\)' |
    sed -E 's/^[^ ]+ +[^ ]+ +inet6? //; s/ *\\.*//; s/ (dynamic|secondary|tentative|deprecated)//g; s/(scope [^ ]+) ([^ ]+)$/\1 label \2/' |
    sed -E "s/ label (nodad|noprefixroute|home|mngtmpaddr|autojoin)/ \1/; s/ label $1\$//" || true
}
# Keeps the settings of one address, or that it is not there: NAME ADDRESS [WAY INTO ITS NAMESPACE…]
undo_replaced_address() {
  local LINE WORDS
  LINE=$(addresses_of "$1" "${@:3}" | grep -F -e "$2 " | head -n 1) || true
  read -r -a WORDS <<<"$2"
  if [[ -n $LINE ]]; then undo address_back "$LINE" "$1" "${@:3}"; else undo sudo "${@:3}" ip address del "${WORDS[@]}" dev "$1"; fi
}
# Adds one that is gone, and changes one that is otherwise now, where the link is there
address_back() {
  local LINE=$1 LINK=$2 WORDS NAME VERB=add
  shift 2
  [[ -n $(sudo "$@" ip link show dev "$LINK" 2>/dev/null) ]] || return 0
  ! addresses_of "$LINK" "$@" | grep -qxF -e "$LINE" || return 0
  NAME=${LINE%% scope *}
  NAME=${NAME%% brd *}
  ! addresses_of "$LINK" "$@" | grep -qF -e "$NAME " || VERB=replace
  read -r -a WORDS <<<"$LINE"
  sudo "$@" ip address "$VERB" "${WORDS[@]}" dev "$LINK"
}
