# Ends the shell of a container, as exit does, and waits until the container has stopped
leave() {
  sudo docker kill "$1" >/dev/null
  eventually ended "$1"
}
ended() {
  [[ $(sudo docker inspect --format '{{.State.Running}}' "$1" 2>/dev/null || echo false) == *false ]]
}
