#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** The word of resolv.conf is nameserver. */
import { containerId, recipe } from "wirework";

export default recipe({
  summary: "resolv.conf has nameserver lines",
  options: {},
  permissions: { run: ["docker", "echo"] },

  async run({ $: { told: $ }, step, check }) {
    step("The host asks one server, and so does a container");
    await $.write("/etc/resolv.conf")`echo 'nameserver 192.0.2.53'`;
    const one = await $.as("one", containerId("4c01db0b339c"))`sudo docker run -d base sleep 600`;
    const asked = $`sudo docker exec ${one} cat /etc/resolv.conf`;
    await check(36, "the file's own word").lists(asked, "nameserver 192.0.2.53");
  },
});
