if [[ -n $KEEP ]]; then
  WAITING=yes
  obey
  echo "$NAME: all of it stands; Enter takes it back" >&2
  read -r || true
fi
