# Notes which folders of a path are missing, so that undo removes them
undo_folder() {
  [[ -d $1 ]] || {
    undo_folder "$(dirname "$1")"
    undo sudo rmdir "$1"
  }
}
