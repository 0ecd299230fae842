/** What goes wrong with the daemon */
import { type Failure, told, WIRING } from "./failure.ts";
import { failedCommand } from "../../support/messages.ts";

const KILL =
  'await $.irreversible("it is what is tested")`kill -9 ${await $.as("p", pid("12"))`cat /var/run/docker.pid`}`;\n';
const optionsAre = (options: string) =>
  `await $.append("/etc/default/docker")\`echo 'DOCKER_OPTS="${options}"'\`;\nawait $\`sudo service docker restart\`;`;
const RESTART = `${failedCommand("sudo service docker restart", 1)}: Job for docker failed: `;

export const OF_THE_DAEMON: readonly Failure[] = [
  {
    what: "an option that dockerd does not know",
    steps: optionsAre("--nonsense"),
    told: told(
      `${RESTART}dockerd ended with exit status 1:\n    unknown flag: --nonsense`,
      "cause: dockerd has no such option; its options are DOCKER_OPTS in /etc/default/docker",
      "try: remove it; dockerd --help lists the options",
    ),
  },
  {
    what: "an address of docker0 that is none",
    steps: optionsAre("--bip=999"),
    told: told(
      `${RESTART}dockerd ended with exit status 1:\n    invalid CIDR address: 999`,
      "cause: --bip is .*",
      "try: --bip=192.168.5.1/24",
    ),
  },
  {
    what: "a bridge that is not there",
    steps: optionsAre("-b=nosuch0"),
    told: told(
      `${RESTART}dockerd ended with exit status 1:\n    bridge device with non default name nosuch0 must be created manually`,
      "cause: Docker creates only docker0: a bridge named by -b must exist before",
      "try: sudo brctl addbr nosuch0, and then sudo service docker start",
    ),
  },
  {
    what: "a setting in two places",
    steps: `await $\`mkdir -p /etc/docker\`;\nawait $.write("/etc/docker/daemon.json")\`echo '{"mtu": 1400}'\`;\n${optionsAre("--mtu=1300")}`,
    told: told(
      `${RESTART}"mtu" is set twice: in /etc/docker/daemon.json to 1400, and by --mtu=1300 in DOCKER_OPTS \\(/etc/default/docker\\)`,
      "cause: dockerd refuses a setting that is both in its file and among its options",
      "try: remove one of the two",
    ),
  },
  {
    what: "a dockerd that was killed",
    steps: `${KILL}await $\`sudo docker ps\`;`,
    told: told(
      `${failedCommand("sudo docker ps", 1)}: Cannot connect to the Docker daemon at [^\n]*`,
      "cause: dockerd has died, and its containers are out of reach; its log ends:\n(?: {4}[^\n]+\n)* {4}API listen on /var/run/docker.sock",
      "try: sudo service docker start, after removing what ended it",
    ),
  },
  {
    what: "a dockerd that was killed, and that a check needs",
    steps: `${WIRING}${KILL.replaceAll('"p"', '"q"')}await check(1).ping(c, "127.0.0.1");`,
    told: told(
      `${failedCommand("docker inspect --format '{{.State.Pid}}' [0-9a-f]{64}", 1)}: (?:\n {4})?Cannot connect to the Docker daemon at [^\n]*`,
      "cause: dockerd has died, and its containers are out of reach; its log ends:\n(?: {4}[^\n]+\n)*? {4}[^\n]+",
      "try: sudo service docker start, after removing what ended it",
    ),
  },
  {
    what: "a dockerd that listens elsewhere",
    steps: `${optionsAre("-H :2375")}\nawait $\`sudo docker ps\`;`,
    told: told(
      `${failedCommand("sudo docker ps", 1)}: Cannot connect to the Docker daemon at [^\n]*`,
      "cause: dockerd listens at tcp://127.0.0.1:2375, as DOCKER_OPTS in /etc/default/docker says",
      "try: docker -H tcp://127.0.0.1:2375 …",
    ),
  },
  {
    what: "a dockerd that was stopped",
    steps: "await $`sudo service docker stop`;\nawait $`sudo docker ps`;",
    told: told(
      `${failedCommand("sudo docker ps", 1)}: Cannot connect to the Docker daemon at [^\n]*`,
      "cause: Docker is stopped",
      "try: sudo service docker start",
    ),
  },
];
