/** What goes wrong with containers and their terminals */
import { type Failure, told } from "./failure.ts";

export const OF_CONTAINERS: readonly Failure[] = [
  {
    what: "an image that is not there, in a line of the recipe",
    steps: "await $`sudo docker run -d nosuch sleep 600`;",
    told: told(
      "`sudo docker run -d nosuch sleep 600` failed with exit status 125: Unable to find image 'nosuch:latest' locally\n(?: {4}[^\n]+\n)+? {4}See 'docker run --help'.",
      "cause: the image is not on this host, which has no way out to a registry",
      "try: --image base; or, on a machine that has it, docker save IMAGE --output FILE.tar, and --load FILE.tar",
    ),
  },
  {
    what: "a program that the image has not",
    steps: "await $`sudo docker run -d base nosuch`;",
    told: told(
      '`sudo docker run -d base nosuch` failed with exit status 127: (?:[^\n]+\n)*?[^\n]*exec: "nosuch": executable file not found in \\$PATH: unknown.',
      "cause: the image has no such program",
      "try: docker run --rm base ls /bin /sbin /usr/bin",
    ),
  },
  {
    what: "Docker's socket, for who may not use it",
    steps: "await $`setpriv --reuid=65534 --clear-groups docker ps`;",
    told: told(
      "`setpriv --reuid=65534 --clear-groups docker ps` failed with exit status 1: (?:[^\n]+\n)*?[^\n]*permission denied while trying to connect to the Docker daemon socket [^\n]*",
      "cause: only root, and the group docker where there is one, may use Docker's socket",
      "try: sudo, before docker",
    ),
  },
  {
    what: "a terminal of a program that comes to its end",
    steps: "await $.terminal(\"1f1f4c1f931a\")`sudo docker run -i -t base sh -c 'echo so long; exit 3'`;",
    told: told(
      "`sudo docker run -i -t base sh -c 'echo so long; exit 3'` ended at once, with exit status 3, and printed: so long",
      "cause: its program came to its end, and is no shell that waits to be typed to",
      "try: a shell, as in docker run -i -t base /bin/bash; for any other program docker run -d",
    ),
  },
  {
    what: "a terminal of a program that prints nothing, and comes to its end",
    steps: 'await $.terminal("1f1f4c1f931a")`sudo docker run -i -t base true`;',
    told: told(
      "`sudo docker run -i -t base true` ended at once, with exit status 0, and printed nothing",
      "cause: its program came to its end, and is no shell that waits to be typed to",
      "try: a shell, as in docker run -i -t base /bin/bash; for any other program docker run -d",
    ),
  },
  {
    what: "a terminal of an image that is not there",
    steps: 'await $.terminal("1f1f4c1f931a")`sudo docker run -i -t nosuch bash`;',
    told: told(
      "`sudo docker run -i -t nosuch bash` ended at once, with exit status 125, and printed: Unable to find image 'nosuch:latest' locally\n(?: {4}[^\n]+\n)+? {4}See 'docker run --help'.",
      "cause: the image is not on this host, which has no way out to a registry",
      "try: --image base; or, on a machine that has it, docker save IMAGE --output FILE.tar, and --load FILE.tar",
    ),
  },
  {
    what: "a terminal of a program that is no shell",
    steps: "await $.terminal(\"1f1f4c1f931a\")`sudo docker run -i -t base sh -c 'echo at work; exec sleep 600'`;",
    told: told(
      '`sudo docker run -i -t base sh -c \'echo at work; exec sleep 600\'` shows no prompt, "\\$ " or "# ", after 10 seconds, and printed: at work',
      "cause: its program runs on, and is no shell that waits to be typed to",
      "try: a shell, as in docker run -i -t base /bin/bash; for any other program docker run -d",
    ),
  },
  {
    what: "a terminal that is no container's",
    steps:
      'await $.terminal("1f1f4c1f931a")`sudo docker exec -i -t ${await $.as("c", containerId("1f1f4c1f931a"))`docker run -d base sleep 600`} bash`;',
    told: told(
      "`sudo docker exec -i -t [0-9a-f]{64} bash` waits at a prompt, and docker ps has no new container",
      "cause: its shell is not a container's first program",
      "try: docker run -i -t, which starts a container of its own",
    ),
  },
  {
    what: "a line typed into a terminal that ends it",
    steps: 'const t = await $.terminal("1f1f4c1f931a")`sudo docker run -i -t base bash`;\nawait t.type`exit 4`;',
    told: told(
      "Cannot type `exit 4` into [0-9a-f]{12}: its shell has ended with exit status 4, and printed: exit 4\n {4}exit",
      "cause: the line, or one before it, ended the shell",
      "try: a terminal of its own for what comes after",
    ),
  },
];
