/**
 * What is known of a command by its words alone.
 */
import { describe, expect, test } from "bun:test";

import type { Plan } from "../../../lib/shell/invert/inversion.ts";
import { planOf, planOfRedirection } from "../../../lib/shell/invert/invert.ts";
import { words } from "../../../lib/shell/template/words.ts";
import { naming } from "../../support/naming.ts";

/** Lines by what is known of them */
const NONE: readonly string[] = [
  "docker cp name web:/etc/name",
  "docker export web",
  "bridge -d link show",
  "date +%s",
  "ifconfig eth0",
  "ss -tln",
  "ip link",
  "ip l",
  "ip -br addr",
  "ip -json -details link show",
  "ip a s A",
  "ip a sh",
  "ip route get 10.0.0.1",
  "ip r l table all",
  "sudo ip netns exec 2778 ip -br addr",
  "ip netns",
  "ip monitor",
  "ip -V",
  "ip frobnicate",
  "brctl show",
  "sudo iptables -L -n",
  "iptables -t nat -S",
  "iptables -C FORWARD -j DROP",
  "iptables-save",
  "docker ps -a",
  "docker exec -it web sh",
  "docker container ls",
  "docker inspect -f '{{.Id}}' web",
  "docker network ls",
  "docker run --help",
  "docker --version",
  "service docker status",
  "systemctl is-active docker",
  "sysctl -a",
  "sysctl net.ipv4.ip_forward",
  "mount",
  "find -L /var/run/netns -type l",
  "tee /dev/null",
  "echo hello",
  "ls /sys/class/net",
  "ping -c 1 10.0.0.1",
  "sudo date",
  "hostname",
  "bridge fdb show",
  "arp -n",
  "busybox nc 127.0.0.1 80",
];

const FOLDER_OF_HOST = "a container that has a folder of the host can change what is in it";
const FILE_OF_HOST = "it writes a file of the host";
const NAMED_VOLUME = "a volume with a name stays when its container goes";
const NOT_BUILT = "the image is not built again";
const noWayBack = (command: string) => `wirework does not know how \`${command}\` is undone`;

const UNKNOWN: Readonly<Record<string, string>> = {
  "docker cp web:/etc/hostname /root/name": "it writes files of the host",
  "docker save -o images.tar base": FILE_OF_HOST,
  "docker run --rm -v /root:/h base rm /h/f": FOLDER_OF_HOST,
  "docker create --mount type=bind,src=/root,dst=/h base": FOLDER_OF_HOST,
  "ip -batch lines": naming("its file"),
  "ip -all netns exec ip link set lo up": "it runs in all network namespaces",
  "ip -all netns delete": "it is about all network namespaces",
  "ip neigh flush all": "it takes away entries of any origin",
  "ip addr flush": "it removes addresses from all links",
  "ip link add type veth": "it leaves the name to the kernel: write one, with name NAME",
  "ip link add 'veth%d' type veth": "it leaves a part of the name veth%d to the kernel",
  "ip link set group 7 up": "it changes all links of a group",
  "ip link set A vf 0 mac 02:00:00:00:00:01": "wirework does not know how vf of a link is undone",
  "ip link delete group 7": "it deletes all links of a group",
  "ip tunnel add T mode ipip": noWayBack("ip tunnel add"),
  "brctl nonsense br0 A on": "wirework does not know how `brctl nonsense` is undone",
  "bridge --batch lines": naming("its file"),
  "bridge fdb add 02:00:00:00:00:01 dev A": "wirework does not know how `bridge fdb add` is undone",
  "brctl addif br0 A B": "it names several ports: write a line for each",
  "iptables -F": naming("rules"),
  "iptables -Z FORWARD": "the old counts are lost",
  "iptables -A FORWARD -D FORWARD": "wirework does not know which rule it is about",
  "iptables-restore": "it replaces rules of any origin",
  "docker run -v data:/srv base true": NAMED_VOLUME,
  "docker run -dv data:/srv base true": NAMED_VOLUME,
  "docker run -dv/root:/h base true": FOLDER_OF_HOST,
  "docker run --mount type=volume,src=data,dst=/srv base": NAMED_VOLUME,
  "docker run --mount=source=/root,target=/h,type=bind,readonly=false base": FOLDER_OF_HOST,
  "docker run --cidfile /root/id base true": FILE_OF_HOST,
  "docker image save --output=images.tar base": FILE_OF_HOST,
  "docker run --device /dev/sda base true": "a container that has a device of the host can change what is on it",
  "docker build /tmp": "an image without a name is not known again: docker build -t NAME",
  "docker rmi web": NOT_BUILT,
  "docker pull alpine": "an image that is fetched may have been another before",
  "docker network rm net": "what was on the network is not known any more",
  "docker constructor": noWayBack("docker constructor"),
  "docker image rm web": NOT_BUILT,
  "docker swarm init": noWayBack("docker swarm init"),
  "systemctl enable docker": naming("`enable`"),
  "sysctl -p": "it sets whatever is in files",
  "mount -o remount,ro /mnt": "wirework does not know what it mounts, or changes",
  "umount /mnt": "wirework does not know what to mount there again",
  "modprobe -r br_netfilter": "an unloaded module may not come back as it was",
  "kill 2778": "a process that has ended is not started again",
  "ln -s one two folder": "it makes several links: write a line for each",
  "find . -delete":
    "wirework does not know what -delete does to the found files; it only knows find -L FOLDER -type l -delete",
  "nsenter -t 2778 -a rm /etc/hosts": naming("a container"),
  "nsenter -t 2778 -a ip netns add N": naming("a container"),
  "nsenter -t 2778 -a": "without a program, it starts a shell",
};

const STRANGERS: Readonly<Record<string, string>> = {
  "curl -X DELETE http://d/containers/web": "curl",
  "iptables-save -f /root/rules": "iptables-save",
  "date 010100002030": "date",
  "ss -K dst 10.0.0.1": "ss",
  "sort --outp=file lines": "sort",
  "sh -c 'ip link'": "sh",
  "sudo python3 wire.py": "python3",
  "env A=b ip link": "env",
  "busybox nc -l -p 80 -e sh": "busybox",
  "busybox rm 80": "busybox",
  "date -s tomorrow": "date",
  "hostname other": "hostname",
  "sudo ip netns exec 2778 socat - -": "socat",
};

const BUILDS = "builds the image web";
const REMOVES_LINK = "removes the link client/db";

const CHANGES: Readonly<Record<string, string>> = {
  "sudo ip link add A type veth peer name B": naming("A", "B"),
  "ip link add br0 type bridge": "makes the bridge br0",
  "sudo ip netns exec 2778 ip link set dev B name eth0": "renames B to eth0",
  "sudo ip link set A netns 2778": naming("A", 2778),
  "ip l s A up mtu 1400": "sets A up, sets mtu 1400 of A",
  "ip link set A master br0": naming("A", "br0"),
  "ip link del A": "deletes A",
  "sudo ip addr add 10.1.1.1/32 dev A": "adds 10.1.1.1/32 to A",
  "ip a d 10.1.1.1 dev A": "removes 10.1.1.1 from A",
  "ip route add 10.1.1.2/32 dev A": naming("10.1.1.2/32"),
  "ip -n N r del default": "removes the route to default",
  "ip rule add from 10.0.0.0/8 table 7": "adds the routing rule from 10.0.0.0/8 table 7",
  "ip n a 10.0.0.9 lladdr 02:00:00:00:00:01 dev A": "adds the neighbour 10.0.0.9 on A",
  "ip netns a N": "makes the network namespace N",
  "sudo brctl addbr bridge0": "makes the bridge bridge0",
  "brctl hairpin br0 A on": "sets type bridge_slave hairpin on of A",
  "bridge link change dev web0 cost 50": "sets cost 50 of the port web0",
  "sudo brctl delbr docker0": "deletes docker0",
  "docker build -q -t web --tag=other:1 /tmp": `${BUILDS} and other:1`,
  "docker image build -tweb -": BUILDS,
  "docker --host=unix:///run/other.sock build -qt web /tmp": BUILDS,
  "docker rm --link client/db": REMOVES_LINK,
  "docker rm --link=true client/db": REMOVES_LINK,
  "docker rm -l=1 client/db": REMOVES_LINK,
  "docker container rm -fl client/db": REMOVES_LINK,
  "docker rm --link --link=false client": "removes client",
  "docker run -v /root:/h:ro,z base true": "makes a container",
  "docker run --mount type=bind,src=/root,dst=/h,ro base": "makes a container",
  "docker run --mount type=tmpfs,dst=/h base": "makes a container",
  "docker run --device=/dev/net/tun base": "makes a container",
  "docker run base echo /root:/h type=bind --cidfile x": "makes a container",
  "docker run -v /anonymous base true": "makes a container",
  "brctl addif br0 A": naming("A", "br0"),
  "iptables -A FORWARD -i A -j DROP": naming("FORWARD", "-i A -j DROP"),
  "iptables -P FORWARD DROP": naming("FORWARD", "DROP"),
  "sudo docker run -d base sleep 600": "makes a container",
  "docker -H unix:///run/other.sock create base": "makes a container",
  "docker rm -f web": "removes web",
  "docker stop web": "stops web",
  "sudo service docker restart": "restarts docker",
  "systemctl stop docker": "stops docker",
  "sudo mkdir -p /var/run/netns": naming("/var/run/netns"),
  "sudo ln -s /proc/2778/ns/net /var/run/netns/2778": "makes the symbolic link /var/run/netns/2778",
  "find -L /var/run/netns -type l -delete": "deletes the symbolic links in /var/run/netns that lead nowhere",
  "sysctl -w net.ipv4.ip_forward=1": "sets /proc/sys/net/ipv4/ip_forward",
  "modprobe br_netfilter": naming("br_netfilter"),
};

function planned(line: string): Plan {
  return planOf(words(Object.assign([line], { raw: [line] }), []).argv);
}

describe("of a command", () => {
  test.each([...NONE])("%s: it changes nothing", (line) => {
    expect(planned(line)).toEqual({ kind: "none" });
  });

  test.each(Object.entries(UNKNOWN))("%s: %s", (line, reason) => {
    expect(planned(line)).toEqual({ kind: "unknown", reason });
  });

  test.each(Object.entries(STRANGERS))("%s: nobody knows %s", (line, program) => {
    expect(planned(line)).toEqual({ kind: "stranger", program });
  });

  test.each(Object.entries(CHANGES))("%s: it %s", (line, changes) => {
    expect(planned(line)).toMatchObject({ kind: "undoable", changes });
  });
});

test.each([
  ["/dev/null", { kind: "none" }],
  ["/etc/default/docker", { kind: "undoable", changes: naming("/etc/default/docker") }],
  ["/proc/sys/net/ipv4/ip_forward", { kind: "undoable", changes: "sets /proc/sys/net/ipv4/ip_forward" }],
])("of `>> %s` likewise", (file, plan) => {
  expect(planOfRedirection({ operator: ">>", file })).toMatchObject(plan);
});
