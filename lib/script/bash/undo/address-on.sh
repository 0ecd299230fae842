# The address of an interface, as this machine has it
address_on() {
  ip -oneline -4 addr show dev "$1" | awk 'NR == 1 { split($4, parts, "/"); print parts[1] } END { exit !NR }'
}
