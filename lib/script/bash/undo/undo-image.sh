# Notes that an image is to be removed, which must not be there yet
undo_image() {
  ! has_image "$1" || { echo "$NAME: there is an image $1 already, which would lose its name" >&2 && exit 1; }
  undo remove_image "$1"
}
# One that could not be built is not there
remove_image() {
  ! has_image "$1" || sudo docker rmi "$1" >/dev/null
}
has_image() {
  sudo docker image inspect "$1" >/dev/null 2>&1
}
