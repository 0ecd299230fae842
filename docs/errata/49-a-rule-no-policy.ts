#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** What --icc=false adds to FORWARD is a rule; the policy is what it was. */
import { recipe } from "wirework";

export default recipe({
  summary: "--icc=false adds a DROP rule, and leaves the policy alone",
  options: {},
  permissions: { run: ["service", "iptables", "echo"] },

  async run({ $: { told: $ }, step, check }) {
    step("Tell Docker about it");
    await $.append("/etc/default/docker")`echo 'DOCKER_OPTS="--icc=false"'`;
    await $`sudo service docker restart`;
    await check(49, "the policy is ACCEPT, and a rule drops").shows(
      $`sudo iptables -S FORWARD`,
      "-P FORWARD ACCEPT",
      "-A FORWARD -i docker0 -o docker0 -j DROP",
    );
  },
});
