#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** The host's end of a container's cable is an interface of the host, as any other. */
import { containerId, interfaceName, recipe } from "wirework";

export default recipe({
  summary: "The host's end of the cable is in the host's namespace",
  options: {},
  permissions: { run: ["docker", "ls"] },

  async run({ $: { told: $ }, step, check }) {
    step("A container, and what has come onto the bridge with it");
    await $.as("one", containerId("4c01db0b339c"))`sudo docker run -d base sleep 600`;
    const veth = await $.as("veth", interfaceName("veth65f9"))`ls /sys/class/net/docker0/brif`;
    await check(7, "the host lists it").shows($`ls /sys/class/net`, veth);
  },
});
