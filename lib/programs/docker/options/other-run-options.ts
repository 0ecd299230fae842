/**
 * Options of `docker run` that the embedded engine does not have.
 *
 * Source: docker/cli 20.10 to 29, `cli/command/container/{opts,run,create}.go`
 *
 * @module
 */
import type { FlagKind } from "./flag-table.ts";
import type { ToldOption } from "./told-options.ts";

/** Long names with their letters, the meaning of each, and of its value; options without a value are switches */
const OPTIONS: Readonly<Record<string, readonly [means: string, value?: string, kind?: FlagKind]>> = {
  "add-host": ["one more line of its /etc/hosts", "the name, a colon, and the address", "list"],
  annotation: ["a note for the runtime", "NAME=VALUE", "list"],
  "attach -a": ["shows you only these of its streams", "stdin, stdout or stderr", "list"],
  "blkio-weight": ["its share of disks", "10 to 1000", "integer"],
  "blkio-weight-device": ["its share of one disk", "DEVICE:WEIGHT", "list"],
  "cap-add": ["one more of root's capabilities", "as NET_ADMIN", "list"],
  "cap-drop": ["without one of root's capabilities", "as NET_RAW, or ALL", "list"],
  "cgroup-parent": ["the cgroup that its own is in", "the path"],
  cgroupns: ["whose cgroups it sees", "host or private"],
  cidfile: ["writes its id into a file of the host", "the file"],
  "cpu-count": ["how many processors it has, on Windows", "a number", "integer"],
  "cpu-percent": ["how much of the processors it has, on Windows", "a number", "integer"],
  "cpu-period": ["the period of its quota of a processor", "microseconds", "integer"],
  "cpu-quota": ["how much of that period it may use", "microseconds", "integer"],
  "cpu-rt-period": ["the period of its real-time quota", "microseconds", "integer"],
  "cpu-rt-runtime": ["how much of that period it may use", "microseconds", "integer"],
  "cpu-shares -c": ["its share of the processors", "a number", "integer"],
  cpus: ["how many processors it may use", "as 1.5"],
  "cpuset-cpus": ["which processors it may use", "as 0-2,4"],
  "cpuset-mems": ["which memory nodes it may use", "as 0,1"],
  "detach-keys": ["what to type to leave it", "the keys"],
  device: ["a device of the host in it", "HOST-DEVICE[:DEVICE[:rwm]]", "list"],
  "device-cgroup-rule": ["a rule of which devices it may use", "as c 42:* rmw", "list"],
  "device-read-bps": ["how fast it may read from a device", "DEVICE:BYTES", "list"],
  "device-read-iops": ["how often it may read from a device", "DEVICE:TIMES", "list"],
  "device-write-bps": ["how fast it may write to a device", "DEVICE:BYTES", "list"],
  "device-write-iops": ["how often it may write to a device", "DEVICE:TIMES", "list"],
  "disable-content-trust": ["does not look for a signature of the image"],
  "dns-opt": ["an option of its resolver, in /etc/resolv.conf", "as ndots:2", "list"],
  "dns-option": ["an option of its resolver, in /etc/resolv.conf", "as ndots:2", "list"],
  domainname: ["its NIS domain", "the name"],
  entrypoint: ["the program that it starts, in place of the image's own", "the program"],
  "env-file": ["variables of its environment, from a file", "the file", "list"],
  gpus: ["which GPUs are in it", "all, or how many"],
  "group-add": ["one more group of its processes", "the group", "list"],
  "health-cmd": ["how Docker tells whether it is well", "the command"],
  "health-interval": ["how often Docker looks", "as 30s"],
  "health-retries": ["how often that may fail before it is unwell", "a number", "integer"],
  "health-start-interval": ["how often Docker looks while it starts", "as 5s"],
  "health-start-period": ["how long it may take to start", "as 60s"],
  "health-timeout": ["how long one look may take", "as 10s"],
  init: ["starts a small init in it, which reaps processes"],
  "io-maxbandwidth": ["how fast it may use the system drive, on Windows", "as 10m"],
  "io-maxiops": ["how often it may use the system drive, on Windows", "a number", "integer"],
  ip: ["its address on its network", "an address of IPv4"],
  ip6: ["its address on its network", "an address of IPv6"],
  ipc: ["whose shared memory it sees", "private, shareable, host, none or container:NAME"],
  isolation: ["how it is isolated, on Windows", "default, process or hyperv"],
  "kernel-memory": ["how much memory the kernel may use for it", "as 64m"],
  "label-file": ["labels, from a file", "the file", "list"],
  "link-local-ip": ["one more address", "an address", "list"],
  "log-driver": ["where Docker keeps what it prints", "the driver"],
  "log-opt": ["a setting of that driver", "NAME=VALUE", "list"],
  "mac-address": ["the hardware address of its eth0", "the address"],
  "memory -m": ["how much memory it may use", "as 64m"],
  "memory-reservation": ["how much memory it keeps when there is little", "as 64m"],
  "memory-swap": ["how much memory and swap it may use", "as 64m, or -1"],
  "memory-swappiness": ["how readily its memory is swapped out", "0 to 100", "integer"],
  mount: ["a folder of the host in it, or another file system", "as type=bind,src=FOLDER,dst=FOLDER", "list"],
  "net-alias": ["one more name for it on its network", "the name", "list"],
  "network-alias": ["one more name for it on its network", "the name", "list"],
  "no-healthcheck": ["does not look whether it is well"],
  "oom-kill-disable": ["ends none of its processes where it has no memory left"],
  "oom-score-adj": ["how soon its processes end where the host has no memory left", "-1000 to 1000", "integer"],
  pid: ["whose processes it sees", "host or container:NAME"],
  "pids-limit": ["how many processes it may have", "a number, or -1", "integer"],
  platform: ["which kind of machine the image is for", "as linux/amd64"],
  pull: ["when the image is fetched", "always, missing or never"],
  "quiet -q": ["does not show how the image is fetched"],
  "read-only": ["lets it write nothing into its own files"],
  restart: ["when Docker starts it again", "no, on-failure, always or unless-stopped"],
  runtime: ["what starts its processes", "as runc"],
  "security-opt": ["a setting of its confinement", "as seccomp=unconfined", "list"],
  "shm-size": ["how much shared memory it may use", "as 64m"],
  "sig-proxy": ["passes signals on to it"],
  "stop-signal": ["the signal that ends it", "as SIGTERM"],
  "stop-timeout": ["how long it may take to end", "seconds", "integer"],
  "storage-opt": ["a setting of what keeps its files", "as size=120G", "list"],
  sysctl: ["a setting of the kernel, in its own network", "as net.ipv4.ip_forward=1", "list"],
  tmpfs: ["a folder in memory", "the folder", "list"],
  ulimit: ["a limit of its processes", "as nofile=1024", "list"],
  "use-api-socket": ["gives it Docker's own socket"],
  "user -u": ["as which user it runs", "the user, or a number"],
  userns: ["whose users it has", "host"],
  uts: ["whose host name it has", "host"],
  "volume-driver": ["what keeps its volumes", "the driver"],
  "volumes-from": ["with the folders of another container", "that container", "list"],
};

/** Other names of options, by the one that docker-run(1) gives first */
const SAME: Readonly<Record<string, string>> = { "dns-opt": "dns-option", "net-alias": "network-alias" };

/** These options as a table */
export const OTHER_RUN_OPTIONS: readonly ToldOption[] = Object.entries(OPTIONS).map(([names, [means, value, kind]]) => {
  const [long = "", letter] = names.split(" ");
  const sameAs = SAME[long];
  return {
    long,
    kind: kind ?? (value === undefined ? "switch" : "string"),
    means,
    ...(letter !== undefined && { short: letter.slice(1) }),
    ...(sameAs !== undefined && { sameAs }),
    ...(value !== undefined && { value }),
  };
});
