# Waits for Docker, which answers some time after the start of its service
docker_answers() {
  local -i DEADLINE=$((SECONDS + 30))
  until sudo docker version >/dev/null 2>&1; do
    obey
    ((SECONDS < DEADLINE)) || { echo "$NAME: Docker does not answer" >&2 && return 1; }
    sleep 0.05
  done
}
