# An address in the network of an interface: the wanted one, where it is another one of that network, else the last
address_beside() {
  local WORDS OWN
  read -r -a WORDS < <(ip -oneline -4 addr show dev "$1") || return
  local -i BITS=${WORDS[3]#*/} MASK HOST
  OWN=$(number "${WORDS[3]%/*}")
  HOST=$(number "${2%/*}")
  MASK=$(((0xffffffff << (32 - BITS)) & 0xffffffff))
  (((HOST & MASK) == (OWN & MASK) && HOST != OWN)) || HOST=$(((OWN & MASK) + (0xffffffff & ~MASK) - 1))
  ((HOST != OWN)) || HOST=$(((OWN & MASK) + 1))
  echo "$((HOST >> 24)).$((HOST >> 16 & 255)).$((HOST >> 8 & 255)).$((HOST & 255))/$BITS"
}
