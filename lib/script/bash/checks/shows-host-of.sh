# Checks that a command prints an address in the network of the first word, other than that word's own
shows_host_of() {
  local OWN=${1%/*} LINE WORD WORDS
  local -i BITS=${1#*/} MASK NETWORK HOST
  MASK=$(((0xffffffff << (32 - BITS)) & 0xffffffff))
  NETWORK=$(($(number "$OWN") & MASK))
  shift 2
  printed "$@" || return
  while read -r LINE; do
    read -r -a WORDS <<<"${LINE//\// }"
    for WORD in "${WORDS[@]}"; do
      [[ $WORD =~ ^([0-9]{1,3}\.){3}[0-9]{1,3}$ && $WORD != "$OWN" ]] || continue
      HOST=$(number "$WORD")
      (((HOST & MASK) == NETWORK)) || continue
      ((BITS >= 31 || (HOST != NETWORK && HOST != (NETWORK | ~MASK & 0xffffffff)))) || continue
      SEEN=$LINE
      return
    done
  done <<<"$SEEN"
  return 1
}
