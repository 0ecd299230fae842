#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Settings of a container's network that only others may change. Article: "How Docker networks a container", its last note. */
import { image, ipv4, pid, recipe } from "wirework";

export default recipe({
  summary: "Configure a container's network from outside, without making it privileged",
  article: "How Docker networks a container",
  builds: ["[container] eth0 10.1.1.1/32 beside its own <--- ip netns exec --- [host]"],
  options: {
    address: ipv4({ default: "10.1.1.1", help: "an address to add to the container's eth0" }),
    image: image(),
  },
  permissions: { run: ["docker", "ip", "mkdir", "ln"] },

  async run({ $, step, check }, { address, image }) {
    step("Docker does not let a container configure its own network");
    const shell = await $.told.terminal("63f36fc01b5f")`sudo docker run -i -t --rm ${image} /bin/bash`;
    await shell.type`ip addr show eth0`;
    await check(115, "it can't set its interface down").refuses(
      $`sudo docker exec ${shell} ip link set eth0 down`,
      "Operation not permitted",
    );
    await check(115, "nor give itself an address").refuses(
      $`sudo docker exec ${shell} ip addr add ${address}/32 dev eth0`,
      "Operation not permitted",
    );

    step("ip netns exec does, from outside and as root");
    const id = await $.told.as("pid", pid("2778"))`sudo docker inspect -f '{{.State.Pid}}' ${shell}`;
    await $.told`sudo mkdir -p /var/run/netns`;
    await $.told`sudo ln -s /proc/${id}/ns/net /var/run/netns/${id}`;
    await $.told`sudo ip netns exec ${id} ip addr add ${address}/32 dev eth0`;
    await check(115, "the container has the address").shows(
      $`sudo docker exec ${shell} ip addr show eth0`,
      `inet ${address}/32`,
    );
    await check(116, "though it is not privileged").shows(
      $`sudo docker inspect -f '{{.HostConfig.Privileged}}' ${shell}`,
      "false",
    );

    step("ip addr can be typed as ip a if you are in a hurry");
    await shell.type`ip a`;
    await check(114, "it shows the same").shows($`sudo docker exec ${shell} ip a show eth0`, `inet ${address}/32`);

    step("With --privileged=true a container does it by itself,", "and could do much more");
    const other = await $.told.terminal(
      "9cb3b1b0bd1a",
    )`sudo docker run -i -t --rm --privileged=true ${image} /bin/bash`;
    await other.type`ip addr add ${address}/32 dev eth0`;
    await check(116, "that would work as well, but is not needed").shows(
      $`sudo docker exec ${other} ip addr show eth0`,
      `inet ${address}/32`,
    );
  },
});
