#!/bin/sh
# Becomes a program in the network that it is started in, with what ip-netns(8) puts around it. It is started in a mount
# namespace of its own, from which no mount leads back.
#
#   exec.sh NAME PROGRAM [ARGUMENT…]
name=$1
shift

# A /sys that shows that network. Where there is a read-only one that stays, the kernel allows only another read-only one
options=rw
if ! umount -l /sys 2>/dev/null && grep -q '^[^ ]* /sys [^ ]* ro[, ]' /proc/mounts; then options=ro; fi
if ! mount -t sysfs -o "$options" -- "$name" /sys; then
  echo 'mount of /sys failed' >&2
  exit 255
fi

# Files that other programs shall find in /etc
for file in "/etc/netns/$name"/* "/etc/netns/$name"/.[!.]* "/etc/netns/$name"/..?*; do
  [ -e "$file" ] || continue
  mount --bind -- "$file" "/etc/${file##*/}" || printf 'Bind %s -> %s failed\n' "$file" "/etc/${file##*/}" >&2
done

exec "$@"
