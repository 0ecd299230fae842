#!/usr/bin/env -S bun --no-env-file --no-install --config=/dev/null --tsconfig-override=/dev/null
/** Docker's three files lie over the image's own in any case: options decide what is in them. */
import { recipe } from "wirework";

export default recipe({
  summary: "The three files are overlaid in any case, and options fill them",
  options: {},
  permissions: { run: ["docker", "grep", "cut", "sort"] },

  async run({ $: { told: $ }, step, check }) {
    step("In a container, as the article shows it");
    const one = await $.terminal("63f36fc01b5f")`sudo docker run -i -t --rm -h web base /bin/bash`;
    const mounted = $.pipe($`sudo docker exec ${one} mount`, $`grep /etc/`, $`cut -d ' ' -f 3`, $`sort`);
    const files = ["/etc/hostname", "/etc/hosts", "/etc/resolv.conf"];
    await check(28, "three files are mounted over the image's").lists(mounted, ...files);

    step("The container can't take one off");
    await one.type`umount /etc/hostname`;
    await check(28, "all three are still there").lists(mounted, ...files);
    await check(28, "with what the option says").lists($`sudo docker exec ${one} cat /etc/hostname`, "web");
  },
});
