/** What goes wrong with containers and their terminals */
import { type Failure, told } from "./failure.ts";
import { failedCommand } from "../../support/messages.ts";

const NO_IMAGE = "cause: this host does not have the image, and can't reach a registry";
const NO_SHELL = "cause: its program ended, and was not a shell waiting for input";
const TAKE_A_SHELL = "try: a shell, as in docker run -i -t base /bin/bash; docker run -d for any other program";
const noPrompt = (command: string, status: number) =>
  `\`${command}\` ended without a prompt, with exit status ${status}, and printed`;

export const OF_CONTAINERS: readonly Failure[] = [
  {
    what: "an image that is not there, in a line of the recipe",
    steps: "await $`sudo docker run -d nosuch sleep 600`;",
    told: told(
      `${failedCommand("sudo docker run -d nosuch sleep 600", 125)}: Unable to find image 'nosuch:latest' locally\n(?: {4}[^\n]+\n)+? {4}See 'docker run --help'.`,
      NO_IMAGE,
      "try: --image base; .*docker save IMAGE .*--load FILE.tar",
    ),
  },
  {
    what: "a name that another container has",
    steps: "await $`sudo docker run -d --name web base true`;\nawait $`sudo docker run -d --name web base true`;",
    told: told(
      `${failedCommand("sudo docker run -d --name web base true", 125)}: docker: Error response from daemon: Conflict. The container name "/web" is already in use [^]*?`,
      "cause: another container has that name, perhaps an ended one",
      "try: docker ps --all; docker rm NAME, or another --name",
    ),
  },
  {
    what: "a port that another container has",
    steps: "await $`sudo docker run -d -p 8080:80 base sleep 9`;\nawait $`sudo docker run -d -p 8080:80 base sleep 9`;",
    told: told(
      `${failedCommand("sudo docker run -d -p 8080:80 base sleep 9", 125)}: [^]*port is already allocated[^]*?`,
      "cause: that port of the host is in use",
      "try: sudo ss -ltnp .*",
    ),
  },
  {
    what: "the network of a container that has ended",
    steps:
      "await $`sudo docker run --name web base true`;\nawait $`sudo docker run -d --net=container:web base sleep 9`;",
    told: told(
      `${failedCommand("sudo docker run -d --net=container:web base sleep 9", 125)}: [^]*cannot join network of a non running container: [^]*?`,
      "cause: a container's network ends with the container",
      "try: sudo docker start, for that container, and then this one again",
    ),
  },
  {
    what: "a host name of its own in another's network",
    steps:
      "await $`sudo docker run -d --name web base sleep 9`;\nawait $`sudo docker run -d --net=container:web -h other base sleep 9`;",
    told: told(
      `${failedCommand("sudo docker run -d --net=container:web -h other base sleep 9", 125)}: [^]*conflicting options: hostname and the network mode[^]*?`,
      "cause: in another container's network, the host name, ports and name servers are that container's",
      "try: the option for that container, or --net=bridge",
    ),
  },
  {
    what: "Docker's own chains, flushed",
    steps:
      "const flush = $.irreversible('it is what is tested');\nawait flush`sudo iptables -t nat -F`;\nawait flush`sudo iptables -t nat -X`;\nawait $`sudo docker run -d -p 8080:80 base sleep 9`;",
    told: told(
      `${failedCommand("sudo docker run -d -p 8080:80 base sleep 9", 125)}: [^]*iptables failed[^]*?`,
      "cause: Docker's own chains are gone: they were flushed",
      "try: sudo service docker restart, which makes them again",
    ),
  },
  {
    what: "a registry",
    steps: 'await $.irreversible("the host is thrown away")`sudo docker pull nosuch`;',
    told: told(
      `${failedCommand("sudo docker pull nosuch", 1)}: [^]*?`,
      "cause: this host has no way out, so it can't reach a registry",
      "try: on a machine that has the image, docker save IMAGE --output FILE.tar; here --load FILE.tar",
    ),
  },
  {
    what: "the address of a container that has the host's",
    steps:
      'const c = await $.as("c", containerId("1f1f4c1f931a"))`sudo docker run -d --net=host base sleep 600`;\nawait check(1).ping(c, c);',
    told: told(
      "`docker inspect --format '{{json .NetworkSettings}}' [0-9a-f]{64}` [^\n]*\"\"[^\n]*",
      "cause: the container has no address of its own from Docker: .*",
      "try: docker ps --all; .*",
    ),
  },
  {
    what: "a terminal that nobody has",
    steps: "await $`sudo docker run -i -t base /bin/bash`;",
    told: told(
      `${failedCommand("sudo docker run -i -t base /bin/bash", 1)}: the input device is not a TTY`,
      "cause: the command's input is not a terminal, which -t needs",
      'try: \\$.terminal\\("63f36fc01b5f"\\)`docker run -i -t …`, which is one',
    ),
  },
  {
    what: "a program that the image has not",
    steps: "await $`sudo docker run -d base nosuch`;",
    told: told(
      `${failedCommand("sudo docker run -d base nosuch", 127)}: (?:[^\n]+\n)*?[^\n]*exec: "nosuch": executable file not found in \\$PATH: unknown.`,
      "cause: the image does not contain that program",
      "try: docker run --rm --entrypoint ls IMAGE /bin /sbin /usr/bin; or another --image",
    ),
  },
  {
    what: "Docker's socket, for who may not use it",
    steps: "await $`setpriv --reuid=65534 --clear-groups docker ps`;",
    told: told(
      `${failedCommand("setpriv --reuid=65534 --clear-groups docker ps", 1)}: (?:[^\n]+\n)*?[^\n]*permission denied while trying to connect to the Docker daemon socket [^\n]*`,
      "cause: only root, and the group docker where there is one, may use Docker's socket",
      "try: sudo, before docker",
    ),
  },
  {
    what: "a terminal of a program that comes to its end",
    steps: "await $.terminal(\"1f1f4c1f931a\")`sudo docker run -i -t base sh -c 'echo so long; exit 3'`;",
    told: told(
      `${noPrompt("sudo docker run -i -t base sh -c 'echo so long; exit 3'", 3)}: so long`,
      NO_SHELL,
      TAKE_A_SHELL,
    ),
  },
  {
    what: "a terminal of a program that prints nothing, and comes to its end",
    steps: 'await $.terminal("1f1f4c1f931a")`sudo docker run -i -t base true`;',
    told: told(`${noPrompt("sudo docker run -i -t base true", 0)} nothing`, NO_SHELL, TAKE_A_SHELL),
  },
  {
    what: "a terminal of an image that is not there",
    steps: 'await $.terminal("1f1f4c1f931a")`sudo docker run -i -t nosuch bash`;',
    told: told(
      `${noPrompt("sudo docker run -i -t nosuch bash", 125)}: Unable to find image 'nosuch:latest' locally\n(?: {4}[^\n]+\n)+? {4}See 'docker run --help'.`,
      NO_IMAGE,
      "try: --image base; .*docker save IMAGE .*--load FILE.tar",
    ),
  },
  {
    what: "a terminal of a program that is no shell",
    steps: "await $.terminal(\"1f1f4c1f931a\")`sudo docker run -i -t base sh -c 'echo at work; exec sleep 600'`;",
    told: told(
      '`sudo docker run -i -t base sh -c \'echo at work; exec sleep 600\'` shows no prompt, "\\$ " or "# ", after 10 seconds, and printed: at work',
      "cause: its program is running, but is not a shell waiting for input",
      TAKE_A_SHELL,
    ),
  },
  {
    what: "a terminal that is no container's",
    steps:
      'await $.terminal("1f1f4c1f931a")`sudo docker exec -i -t ${await $.as("c", containerId("1f1f4c1f931a"))`docker run -d base sleep 600`} bash`;',
    told: told(
      "`sudo docker exec -i -t [0-9a-f]{64} bash` waits at a prompt, but docker ps lists no new container",
      "cause: its shell is not a container's first program",
      "try: docker run -i -t, which starts a new container",
    ),
  },
  {
    what: "a line typed into a terminal that ends it",
    steps: 'const t = await $.terminal("1f1f4c1f931a")`sudo docker run -i -t base bash`;\nawait t.type`exit 4`;',
    told: told(
      "Cannot type `exit 4` into [0-9a-f]{12}: its shell has ended with exit status 4, and printed: exit 4\n {4}exit",
      "cause: the line, or one before it, ended the shell, or Docker was stopped",
      "try: another terminal for the following lines",
    ),
  },
];
