# Notes which folders of a path are not there yet, and so are to be removed
undo_folder() {
  [[ -d $1 ]] || {
    undo_folder "$(dirname "$1")"
    undo sudo rmdir "$1"
  }
}
