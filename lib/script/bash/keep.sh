if [[ -n $KEEP ]]; then
  WAITING=yes
  obey
  echo "$NAME: everything is up; press Enter to undo it" >&2
  read -r || true
fi
