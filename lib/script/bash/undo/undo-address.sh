# Keeps the address of docker0, where it has one: Docker stores another one that it is given, and keeps that
undo_address() {
  local ADDRESS
  ADDRESS=$(address_now)
  [[ -z $ADDRESS ]] || undo start_with "$ADDRESS"
}
address_now() {
  [[ ! -e /sys/class/net/docker0 ]] || ip -oneline -4 addr show dev docker0 | awk 'NR == 1 { print $4 }'
}

# Starts Docker once with that address, and leaves its file as it is, also where it does not start
start_with() (
  ADDRESS=$(address_now)
  [[ -n $ADDRESS && $ADDRESS != "$1" ]] || exit 0
  cat /etc/default/docker >"$SCRATCH/options"
  trap 'sudo cp "$SCRATCH/options" /etc/default/docker' EXIT
  echo "DOCKER_OPTS=--bip=$1" | sudo tee -a /etc/default/docker >/dev/null
  sudo service docker restart && docker_answers
)
