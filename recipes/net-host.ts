#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** A container in the host's own network. Article: "How Docker networks a container", `--net=host`. */
import {
  containerId,
  different,
  gatewayOn,
  host,
  ifName,
  image,
  isAddressOn,
  isFree,
  networkNamespace,
  port,
  recipe,
  socketName,
} from "wirework";

export default recipe({
  summary: "Share the host's own network with a container, and see what that lets it do",
  article: "How Docker networks a container",
  builds: ["[container + host] docker0 172.17.42.1/16", "[container] --- @/com/ubuntu/upstart --> [host]"],
  options: {
    bridge: gatewayOn("docker0", { default: "172.17.42.1", help: "the host's address on Docker's bridge" }),
    link: ifName({ default: "A", help: "an interface of the host, for the container to change" }),
    peer: ifName({ default: "B", help: "its other end" }),
    port: port({ default: "80", help: "low TCP port that the container opens" }),
    socket: socketName({ default: "@/com/ubuntu/upstart", help: "socket of a local service of the host" }),
    image: image(),
  },
  rules: [different("link", "peer")],
  preflight: [isAddressOn("bridge", "docker0"), isFree("link"), isFree("peer")],
  permissions: { run: ["docker", "busybox", "ip", "ls", "readlink"] },

  async run({ $, step, check }, { bridge, link, peer, port, socket, image }) {
    step("Tell Docker to skip placing the container", "inside of a separate network stack");
    const network = await $.told.as("network", networkNamespace("net:[4026531840]"))`readlink /proc/self/ns/net`;
    const shell = await $.told.terminal("63f36fc01b5f")`sudo docker run -i -t --rm --net=host ${image} /bin/bash`;
    await shell.type`ip addr`;
    await check(99, "its network is the host's").shows(
      $`sudo docker exec ${shell} readlink /proc/self/ns/net`,
      network,
    );
    await check(99, "it sees the host's interfaces").shows($`sudo docker exec ${shell} ip addr show docker0`, bridge);
    await check(99, "all of them").same($`ls /sys/class/net`, $`sudo docker exec ${shell} ls /sys/class/net`);

    step("It is still confined to its own filesystem and process list");
    await shell.type`touch /marker`;
    await check(100, "a file that it creates is there").shows($`sudo docker exec ${shell} ls /`, "marker");
    await check(100, "but not on the host").hides($`ls /`, "marker");
    await check(100, "its shell is its first process").shows($`sudo docker exec ${shell} cat /proc/1/comm`, "bash");

    step("It can't reconfigure the host's network:", "that would require --privileged=true");
    await $.told`sudo ip link add ${link} type veth peer name ${peer}`;
    await check(101, "without it, the kernel refuses").refuses(
      $`sudo docker exec ${shell} ip link set ${link} up`,
      "Operation not permitted",
    );
    const strong = await $.told.terminal(
      "12e343489d2f",
    )`sudo docker run -i -t --rm --net=host --privileged=true ${image} /bin/bash`;
    await strong.type`ip link set ${link} up`;
    await check(101, "with it, the interface is up").shows($`ip link show ${link}`, ",UP");

    step("It opens low-numbered ports like any other root process");
    await $.told`sudo docker exec -d ${shell} busybox nc -l -p ${port} -e ls /`;
    await check(102, "the host reaches its server there").shows($`busybox nc 127.0.0.1 ${port}`, "marker");

    step("It reaches local services of the host, so use it with caution:", "upstart, for one, restarts the computer");
    const other = await $.told.as("other", containerId("4c01db0b339c"))`sudo docker run -d ${image} sleep 600`;
    await check(103, "a service at an abstract socket answers it").unix(shell, host, socket);
    await check(103, "it refuses a container on the bridge").noUnix(other, host, socket);

    step("--net= has four values; anything else must be a network's name");
    await check(22, "another word is refused").refuses(
      $`sudo docker run --rm --net=elsewhere ${image} true`,
      "network elsewhere not found",
    );
  },
});
