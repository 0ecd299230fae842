# Whether an interface is switched on
is_up() {
  [[ -n $(ip link show dev "$1" up 2>/dev/null) ]]
}
