#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** -P takes the next port of a range that is not 49000 to 49900: in Docker 20.10 it is the kernel's own. */
import { containerId, recipe } from "wirework";

export default recipe({
  summary: "-P takes host ports of the kernel's range",
  options: {},
  permissions: { run: ["docker", "cat"] },

  async run({ $: { told: $ }, step, check }) {
    step("A container with port 80 exposed, and published");
    const one = await $.as("one", containerId("4c01db0b339c"))`sudo docker run -d -P --expose 80 base sleep 600`;
    await check(65, "the kernel's range").lists($`cat /proc/sys/net/ipv4/ip_local_port_range`, "32768 60999");
    await check(65, "the first port of it").shows($`sudo docker port ${one} 80/tcp`, "0.0.0.0:32768");
  },
});
