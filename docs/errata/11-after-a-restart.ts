#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** The daemon reads its options when it starts, and at no other time. */
import { recipe } from "wirework";

export default recipe({
  summary: "The daemon's options count after a restart, and not before",
  options: {},
  permissions: { run: ["service", "iptables", "echo"] },

  async run({ $: { told: $ }, step, check }) {
    const rules = $`sudo iptables -S`;

    step("Written down, the option changes nothing");
    await $.append("/etc/default/docker")`echo 'DOCKER_OPTS="--icc=false"'`;
    await check(11, "the old rule").shows(rules, "-i docker0 -o docker0 -j ACCEPT");

    step("It counts when Docker has started again");
    await $`sudo service docker restart`;
    await check(11, "the new rule").shows(rules, "-i docker0 -o docker0 -j DROP");
  },
});
