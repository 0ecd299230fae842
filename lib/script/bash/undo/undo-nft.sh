# Notes that undo deletes a table, unless it exists: FAMILY TABLE [WORDS THAT ENTER ITS NAMESPACE…]
undo_nft_table() {
  [[ -n $(nft_lines table "$1" "$2" "${@:3}") ]] || undo nft_delete_empty table "$@"
}
# Notes the same for a chain: FAMILY TABLE CHAIN [WAY…]
undo_nft_chain() {
  [[ -n $(nft_lines chain "$1" "$2" "$3" "${@:4}") ]] || undo nft_delete_empty chain "$@"
}
# Deletes a table or chain that is empty: things that others have added meanwhile must stay. table|chain NAME… [WAY…]
nft_delete_empty() {
  local SHOWN COUNT=3
  [[ $1 == table ]] || COUNT=4
  SHOWN=$(nft_lines "$@")
  [[ -n $SHOWN ]] || return 0
  if [[ $1 == table ]]; then
    nft_is_empty "$SHOWN" || { echo "the table $3 is not empty" && return 1; }
  else
    ! grep -qE $'^\t\t.* # handle [0-9]+$' <<<"$SHOWN" || { echo "the chain $4 has rules" && return 1; }
  fi
  sudo "${@:COUNT+1}" nft delete "${@:1:COUNT}"
}
# Notes that undo deletes the rule added last, which has the highest handle: FAMILY TABLE CHAIN [WAY…]
undo_nft_rule() {
  local HANDLE
  HANDLE=$(nft_lines chain "$1" "$2" "$3" "${@:4}" | sed -nE 's/^\t\t.* # handle ([0-9]+)$/\1/p' | sort -n | tail -n 1)
  undo sudo "${@:4}" nft delete rule "$1" "$2" "$3" handle "$HANDLE"
}
# Prints a table or a chain, without its braces and counters: table|chain NAME… [WAY…]
nft_lines() {
  local COUNT=3
  [[ $1 == table ]] || COUNT=4
  sudo "${@:COUNT+1}" nft --stateless --handle list "${@:1:COUNT}" 2>/dev/null || true
}
# Keeps something before it is deleted: table FAMILY TABLE [WAY…], chain FAMILY TABLE CHAIN [WAY…], rule FAMILY TABLE
# CHAIN HANDLE [WAY…]
undo_nft_deleted() {
  local SHOWN LINES PLACE=0 LINE
  case $1 in
    table)
      SHOWN=$(nft_lines "$@")
      [[ -n $SHOWN ]] || return 0
      nft_is_empty "$SHOWN" || nft_is_full "the table $3"
      LINES=$(nft_settings $'\t' <<<"$SHOWN")
      undo sudo "${@:4}" nft add table "$2" "$3" ${LINES:+"{ $LINES}"}
      ;;
    chain)
      SHOWN=$(nft_lines "$@")
      [[ -n $SHOWN ]] || return 0
      ! grep -qE $'^\t\t.* # handle [0-9]+$' <<<"$SHOWN" || nft_is_full "the chain $4"
      LINES=$(nft_settings $'\t\t' <<<"$SHOWN")
      undo sudo "${@:5}" nft add chain "$2" "$3" "$4" ${LINES:+"{ $LINES}"}
      ;;
    rule)
      while read -r LINE; do
        [[ $LINE != *" # handle $5" ]] || break
        PLACE=$((PLACE + 1))
      done < <(nft_lines chain "${@:2:3}" "${@:6}" | grep -E $'^\t\t.* # handle [0-9]+$')
      [[ $LINE == *" # handle $5" ]] || return 0
      LINE=${LINE% # handle *}
      if ((PLACE == 0)); then
        undo sudo "${@:6}" nft insert rule "${@:2:3}" "$LINE"
      else
        undo sudo "${@:6}" nft add rule "${@:2:3}" index "$((PLACE - 1))" "$LINE"
      fi
      ;;
  esac
}
nft_is_full() {
  echo "$NAME: everything in $1 would be lost, whoever added it" >&2
  exit 1
}
# Checks that a table holds nothing but its own settings
nft_is_empty() {
  [[ $(grep -cvE $'^\t(flags|comment) ' <<<"$1") == 2 ]]
}
# Prints the lines with this indent, joined as between braces
nft_settings() {
  sed -nE "s/^$1([^[:space:]].*[^;]);?$/\\1;/p" | tr '\n' ' '
}
