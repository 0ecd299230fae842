# The address of an interface, as this machine has it
address_on() {
  ip -oneline -4 addr show dev "$1" | awk '{ split($4, parts, "/"); print parts[1]; exit } END { exit !NR }'
}
