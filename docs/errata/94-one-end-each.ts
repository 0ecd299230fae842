#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** One end of the pair goes onto the bridge, and the other one into the container. */
import { pid, recipe } from "wirework";

export default recipe({
  summary: "One end of the pair goes onto the bridge, the other into the container",
  options: {},
  permissions: { run: ["docker", "ip", "brctl", "mkdir", "ln"] },

  async run({ $, step, check }) {
    step("The article's lines, with both ends where they belong");
    const shell = await $.terminal("63f36fc01b5f")`sudo docker run -i -t --rm --net=none base /bin/bash`;
    const id = await $.let("pid", pid("2778"))`sudo docker inspect -f '{{.State.Pid}}' ${shell}`;
    await $`sudo mkdir -p /var/run/netns`;
    await $`sudo ln -s /proc/${id}/ns/net /var/run/netns/${id}`;
    await $`sudo ip link add A type veth peer name B`;
    await $`sudo brctl addif docker0 A`;
    await $`sudo ip link set B netns ${id}`;
    await check(94, "A is on the bridge").shows($`ip -br link show master docker0`, "A@");
    await check(94, "B is in the container").shows($`sudo ip netns exec ${id} ip -br link show type veth`, "B@");
  },
});
