/** What goes wrong when a process is not the one that it was */
import { type Failure, told, WIRING } from "./failure.ts";
import { didNotRun, printedNo } from "../../support/messages.ts";
import { pid } from "../../../lib/values/pid.ts";

const LEFT =
  "cause: ip takes that entry before process \\d+: it was left by an earlier process with that id, or is another user";

export const OF_PROCESSES: readonly Failure[] = [
  {
    what: "the process of a container that came to its end",
    steps:
      'const c = await $.as("c", containerId("1f1f4c1f931a"))`docker run -d base true`;\nawait $`docker wait ${c}`;\n' +
      'await $.as("p", pid("12"))`docker inspect -f \'{{.State.Pid}}\' ${c}`;',
    told: told(
      printedNo(pid.kind, "docker inspect -f '{{.State.Pid}}' [0-9a-f]{64}", "0", ".*"),
      "cause: .*no process",
      "try: docker ps --all for its exit status, docker logs for what it printed; its program must keep running, as sleep 600 does",
    ),
  },
  {
    what: "a process of before a restart",
    steps: `${WIRING}await $\`sudo docker restart -t 0 \${c}\`;\nawait $\`sudo ip link set A netns \${p}\`;`,
    told: told(
      didNotRun("sudo ip link set A netns \\d+", "process \\d+ .*"),
      "cause: .*container.*",
      "try: .*docker inspect -f '{{.State.Pid}}' \\$container",
    ),
  },
  {
    what: "a process of before a restart, in the line of a check",
    steps: `${WIRING}await $\`sudo docker restart -t 0 \${c}\`;\nawait check(1).hides($\`sudo ip netns exec \${p} ip link\`, "A");`,
    told: told(didNotRun("sudo ip netns exec \\d+ ip link", "process \\d+ .*"), "cause: .*", "try: .*"),
  },
  {
    what: "an entry that dangles",
    steps: `${WIRING}await $\`sudo ln -s /proc/4194303/ns/net /var/run/netns/\${p}\`;\nawait $\`sudo ip netns exec \${p} ip link\`;`,
    told: told(
      didNotRun("sudo ip netns exec \\d+ ip link", "/var/run/netns/\\d+ .*/proc/4194303/ns/net.*"),
      `${LEFT}.*`,
      "try: sudo rm /var/run/netns/\\d+",
    ),
  },
  {
    what: "an entry that is another process's",
    steps: `${WIRING}
const d = await $.as("d", containerId("1f1f4c1f931a"))\`sudo docker run -d --net=none base sleep 600\`;
const q = await $.as("q", pid("12"))\`sudo docker inspect -f '{{.State.Pid}}' \${d}\`;
await $\`sudo ln -s /proc/\${q}/ns/net /var/run/netns/\${p}\`;
await $\`sudo ip link set A netns \${p}\`;`,
    told: told(
      didNotRun("sudo ip link set A netns \\d+", "/var/run/netns/\\d+ .* process \\d+ \\(sleep\\)"),
      `${LEFT}.*`,
      "try: sudo rm /var/run/netns/\\d+",
    ),
  },
  {
    what: "an entry that is the right one, and is made again",
    steps: `${WIRING}await $\`sudo ln -s /proc/\${p}/ns/net /var/run/netns/\${p}\`;\nawait $\`sudo ln -s /proc/\${p}/ns/net /var/run/netns/\${p}\`;`,
    told: told(
      didNotRun("sudo ln -s /proc/\\d+/ns/net /var/run/netns/\\d+", "/var/run/netns/\\d+ .* process \\d+"),
      "cause: the same line, or a similar one, has run before",
      "try: .*sudo rm /var/run/netns/\\d+",
    ),
  },
];
