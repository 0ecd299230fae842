# Prints an address in the network of an interface: the given one if another host may have it, else the last one
address_beside() {
  local WORDS OWN
  read -r -a WORDS < <(ip -oneline -4 addr show dev "$1") || return
  local -i BITS=${WORDS[3]#*/} MASK HOST FIRST LAST
  OWN=$(number "${WORDS[3]%/*}")
  HOST=$(number "${2%/*}")
  MASK=$(((0xffffffff << (32 - BITS)) & 0xffffffff))
  FIRST=$(((OWN & MASK) + (BITS < 31)))
  LAST=$(((OWN | (0xffffffff & ~MASK)) - (BITS < 31)))
  ((FIRST <= HOST && HOST <= LAST && HOST != OWN)) || HOST=$LAST
  ((HOST != OWN)) || HOST=$FIRST
  echo "$((HOST >> 24)).$((HOST >> 16 & 255)).$((HOST >> 8 & 255)).$((HOST & 255))/$BITS"
}
