usage() {
  cat <<USAGE
usage: bash $NAME.sh [--keep]
  --keep      wait for Enter before everything is undone
  -h, --help  print this text
exit status: 0 success; 1 a line or a check failed, and everything was undone; 2 nothing was changed;
  3 something could not be undone, and is named; 130, 143, 129, 141 stopped by a signal, and everything was undone
USAGE
}
KEEP=
for WORD in "$@"; do
  case $WORD in
    --keep) KEEP=yes ;;
    -h | --help) usage && exit ;;
    *) usage >&2 && exit 2 ;;
  esac
done
