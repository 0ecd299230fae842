# Notes that undo removes an image, which must not exist yet
undo_image() {
  ! has_image "$1" || { echo "$NAME: the image $1 exists already, and would lose its name" >&2 && exit 1; }
  undo remove_image "$1"
}
# Removes the image, unless its build failed
remove_image() {
  ! has_image "$1" || sudo docker rmi "$1" >/dev/null
}
has_image() {
  sudo docker image inspect "$1" >/dev/null 2>&1
}
