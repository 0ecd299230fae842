/** Where lines about files make, change and remove some */
export const FOLDER = "/run/wired";

/** Lines about files, settings of the kernel, and what is mounted */
export const FILE_LINES = `mkdir /run/wired/new
sudo mkdir -p /run/wired/new/of/many
mkdir --parents /run/wired/d
mkdir -m 0700 -v /run/wired/new
mkdir /run/wired/new /run/wired/d/new
ln -s /proc/1/ns/net /run/wired/net
ln --symbolic a /run/wired/b
ln -s a /run/wired/d
ln -sf b /run/wired/l
ln -sfn b /run/wired/to-d
ln -sfT b /run/wired/to-d
ln -sf b /run/wired/to-d
rm /run/wired/a
rm -v /run/wired/l
rm -f /run/wired/a /run/wired/nope
rm -rf /run/wired/d
rm --recursive --force /run/wired/nope
rm -d /run/wired/e
rmdir /run/wired/e
cp /run/wired/a /run/wired/b
cp /run/wired/a /run/wired/c
cp /run/wired/a /run/wired/d
cp -p /run/wired/c /run/wired/b
cp -T /run/wired/a /run/wired/b
cp -r /run/wired/d /run/wired/new
cp -a /run/wired/d /run/wired/e
cp -P /run/wired/l /run/wired/b
mv /run/wired/a /run/wired/b
mv /run/wired/a /run/wired/c
mv -f /run/wired/a /run/wired/d
mv -T /run/wired/a /run/wired/b
mv /run/wired/d /run/wired/new
mv /run/wired/d /run/wired/e
touch /run/wired/new
touch /run/wired/a
touch -c /run/wired/nope
touch -d now /run/wired/new
tee /run/wired/new
tee -a /run/wired/a
tee /run/wired/a
echo hi > /run/wired/new
echo hi > /run/wired/a
echo hi >> /run/wired/a
sudo echo hi >> /run/wired/new
find -L /run/wired -type l -delete
sysctl -w net.ipv4.ip_forward=1
sudo sysctl net/ipv4/ip_forward=1
sysctl -q -w net.ipv4.conf.A.proxy_arp=1
sysctl -w net.ipv4.conf.A.proxy_arp=0
ip netns exec c1 sysctl -w net.ipv4.ip_forward=1
echo 1 > /proc/sys/net/ipv4/ip_forward
mount -t tmpfs none /run/wired/d
mount --bind /run/wired/d /run/wired/e
mount -B /run/wired/d /run/wired/e
mount -o ro -t tmpfs none /run/wired/e`.split("\n");

/** Lines about names of network namespaces */
export const NETNS_LINES = `ip netns add new
sudo ip netns add new
ip netns attach new 1
ip netns add .hidden
ip -n c1 netns add new`.split("\n");
