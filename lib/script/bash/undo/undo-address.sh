# Keeps the address of docker0, if there is one: Docker records an address from its options, and goes on using it
undo_address() {
  local ADDRESS
  ADDRESS=$(address_now)
  [[ -z $ADDRESS ]] || undo start_with "$ADDRESS"
}
address_now() {
  [[ ! -e /sys/class/net/docker0 ]] || ip -oneline -4 addr show dev docker0 | awk 'NR == 1 { print $4 }'
}

# Starts Docker once with that address, and restores its file of options, even if Docker does not start
start_with() (
  ADDRESS=$(address_now)
  [[ -n $ADDRESS && $ADDRESS != "$1" ]] || exit 0
  cat /etc/default/docker >"$SCRATCH/options"
  trap 'sudo cp "$SCRATCH/options" /etc/default/docker' EXIT
  echo "DOCKER_OPTS=--bip=$1" | sudo tee -a /etc/default/docker >/dev/null
  sudo service docker restart && docker_answers
)
