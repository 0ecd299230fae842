#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Both lines change what is root's, and neither has a sudo in front of it. */
import { recipe } from "wirework";

export default recipe({
  summary: "Without sudo, neither line does anything",
  options: {},
  permissions: { run: ["setpriv", "mkdir", "ln", "ls", "find", "echo", "cat"] },

  async run({ $: { told: $ }, step, check }) {
    step("A link that leads nowhere, and an ordinary user");
    await $`sudo mkdir -p /var/run/netns`;
    await $`sudo ln -s /proc/gone/ns/net /var/run/netns/gone`;
    const links = $`ls /var/run/netns`;

    step("The article's lines, typed by that user");
    await $`sudo setpriv --reuid=1000 --clear-groups bash -c "find -L /var/run/netns -type l -delete || true"`;
    await check(112, "the link is still there").lists(links, "gone");
    await $`sudo setpriv --reuid=1000 --clear-groups bash -c "echo 'DOCKER_OPTS=\"-b=bridge0\"' >> /etc/default/docker || true"`;
    await check(87, "nothing was written").hides($`cat /etc/default/docker`, "bridge0");

    step("As root they work");
    await $`sudo find -L /var/run/netns -type l -delete`;
    await check(112, "the link is gone").hides(links, "gone");
    await $.append("/etc/default/docker")`echo 'DOCKER_OPTS="-b=bridge0"'`;
    await check(87, "the line is there").shows($`cat /etc/default/docker`, "-b=bridge0");
  },
});
