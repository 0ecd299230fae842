# Prints the address of an interface of this machine
address_on() {
  ip -oneline -4 addr show dev "$1" | awk 'NR == 1 { split($4, parts, "/"); print parts[1] } END { exit !NR }'
}
