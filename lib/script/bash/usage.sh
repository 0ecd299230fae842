usage() {
  cat <<USAGE
usage: bash $NAME.sh [--keep]
  --keep      before all is taken back, wait for Enter
  -h, --help  say this
exit status: 0 done; 1 a line failed, or a check, and all was taken back; 2 nothing was touched;
  3 something could not be taken back, each thing named; 130, 143, 129, 141 stopped by a signal, taken back
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
