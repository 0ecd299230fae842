# Keeps the addresses of a link: NAME [WORDS THAT ENTER ITS NAMESPACE…]
# They are restored in their old order: the kernel shows the newest IPv6 address first
undo_addresses() {
  local LINE
  while read -r LINE; do
    [[ -z $LINE ]] || undo address_back "$LINE" "$@"
  done < <(addresses_of "$@" | awk '$1 ~ /:/ { print; next } { others = $0 "\n" others } END { printf "%s", others }')
}
# Prints them in the words of `ip address add`, without IPv6 addresses of the kernel's own
addresses_of() {
  sudo "${@:2}" ip -oneline address show dev "$1" 2>/dev/null | grep -v ' inet6 .* scope \(link\|host\)' |
    sed -E 's/ *\\.*//; s/ (dynamic|secondary|tentative|deprecated)//g; / inet /s/ ([^ ]+)$/ label \1/; s/^[^ ]+ +[^ ]+ +inet6? //' |
    sed -E "s/ label $1\$//" || true
}
# Keeps the settings of an address, or its absence: NAME ADDRESS [WORDS THAT ENTER ITS NAMESPACE…]
undo_replaced_address() {
  local LINE WORDS
  LINE=$(addresses_of "$1" "${@:3}" | address_named "$2") || true
  read -r -a WORDS <<<"$2"
  if [[ -n $LINE ]]; then undo address_back "$LINE" "$1" "${@:3}"; else undo sudo "${@:3}" ip addr del "${WORDS[@]}" dev "$1"; fi
}
# Prints the line of an address, which begins with that address
address_named() {
  awk -v NAME="$1 " 'index($0, NAME) == 1 { print; exit }'
}
# Adds an address that is gone, and changes one that differs, if the link is there
address_back() {
  local LINE=$1 LINK=$2 WORDS WHICH
  shift 2
  [[ -n $(sudo "$@" ip link show dev "$LINK" 2>/dev/null) ]] || return 0
  ! grep -qxF -e "$LINE" <<<"$(addresses_of "$LINK" "$@")" || return 0
  read -r -a WHICH < <(sed -E 's/ (scope|brd|metric) .*//' <<<"$LINE")
  read -r -a WORDS <<<"$LINE"
  if [[ -n $(addresses_of "$LINK" "$@" | address_named "${WHICH[*]}") ]]; then
    sudo "$@" ip address replace "${WORDS[@]}" dev "$LINK" || return
    ! grep -qxF -e "$LINE" <<<"$(addresses_of "$LINK" "$@")" || return 0
    # Replacing an address changes neither its label nor its broadcast address
    sudo "$@" ip address del "${WHICH[@]}" dev "$LINK" || return
  fi
  sudo "$@" ip address add "${WORDS[@]}" dev "$LINK"
}
