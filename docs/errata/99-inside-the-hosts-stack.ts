#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** A container with --net=host has no network of its own: it is in the host's. */
import { containerId, recipe } from "wirework";

export default recipe({
  summary: "A container with --net=host is in the host's own network stack",
  options: {},
  permissions: { run: ["docker"] },

  async run({ $: { told: $ }, step, check }) {
    step("A container with --net=host, and an ordinary one");
    const id = containerId("4c01db0b339c");
    const inside = await $.as("inside", id)`sudo docker run -d --net=host base sleep 600`;
    const ordinary = await $.as("ordinary", id)`sudo docker run -d base sleep 600`;
    await check(99, "the first has the host's bridge").shows(
      $`sudo docker exec ${inside} ls /sys/class/net`,
      "docker0",
    );
    await check(99, "the other has only its own").lists(
      $`sudo docker exec ${ordinary} ls /sys/class/net`,
      "eth0",
      "lo",
    );
  },
});
