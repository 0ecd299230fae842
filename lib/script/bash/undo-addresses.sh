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
# Adds one that is gone, where the link is there
address_back() {
  local LINE=$1 LINK=$2 WORDS
  shift 2
  [[ -n $(sudo "$@" ip link show dev "$LINK" 2>/dev/null) ]] || return 0
  ! addresses_of "$LINK" "$@" | grep -qxF -e "$LINE" || return 0
  read -r -a WORDS <<<"$LINE"
  sudo "$@" ip address add "${WORDS[@]}" dev "$LINK"
}
