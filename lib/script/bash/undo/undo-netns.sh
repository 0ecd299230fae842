# The first `ip netns add` also makes the folder of names, and mounts it on itself
undo_netns() {
  undo_folder /var/run/netns
  mountpoint --quiet /var/run/netns || undo sudo umount /var/run/netns
}
