/**
 * `--on host`, before anything: what keeps a recipe from this machine, with nothing touched.
 */
import { expect, test } from "bun:test";

import { describeOnMachine } from "../../support/machine/on-machine.ts";

/** A condition, how to bring it about and to end it, what is run then, and what is said */
interface Refusal {
  readonly when: string;
  readonly given: string;
  readonly after: string;
  readonly run: readonly string[];
  readonly said: RegExp;
}

const YES = ["--on", "host", "--yes"] as const;

const REFUSALS: readonly Refusal[] = [
  {
    when: "nobody can be asked",
    given: ":",
    after: ":",
    run: ["point-to-point", "--on", "host"],
    said: /^wirework: Cannot run point-to-point on this machine without asking\n {2}cause: there is no terminal to ask on\n {2}try: --dry-run to see what it does, and --yes to let it\n$/,
  },
  {
    when: "docker speaks to another machine",
    given: "docker context create far --docker host=tcp://192.0.2.1:2375 && docker context use far",
    after: "docker context use default && docker context rm far",
    run: ["point-to-point", ...YES],
    said: /^wirework: Cannot run on this machine: docker connects to another machine\n {2}cause: its endpoint is tcp:\/\/192\.0\.2\.1:2375, .*\n {2}try: unset DOCKER_HOST DOCKER_CONTEXT; docker context use default\n$/,
  },
  {
    when: "Docker is stopped",
    given: "service docker stop",
    after: "service docker start; until docker version >/dev/null 2>&1; do sleep 0.02; done",
    run: ["point-to-point", ...YES],
    said: /^wirework: .*\bDocker\b.*\n {2}cause: Cannot connect to the Docker daemon .*\n {2}try: sudo service docker start\n$/,
  },
  {
    when: "the image is not there",
    given: ":",
    after: ":",
    run: ["link-icc-false", "--image", "nosuch", ...YES],
    said: /^wirework: .*"nosuch": the machine .*\n {2}cause: docker images does not list it\n {2}try: docker pull nosuch, or --image with an image that docker images lists\n$/,
  },
  {
    when: "an interface has a name that the recipe gives",
    given: "ip link add A type bridge",
    after: "ip link del A",
    run: ["point-to-point", ...YES],
    said: /^wirework: Cannot run point-to-point here: this machine has an interface "A"\n/,
  },
  {
    when: "the machine has an address that the recipe gives",
    given: "ip addr add 10.1.1.2/32 dev others0",
    after: "ip addr del 10.1.1.2/32 dev others0",
    run: ["point-to-point", ...YES],
    said: /^wirework: .*\bpoint-to-point\b.*: 10\.1\.1\.2 is in use: it is others0's\n/,
  },
  {
    when: "a neighbour answers for the address",
    given: "for name in first neighbour; do docker run -d --name $name base sleep 1000; done",
    after: "docker rm -f first neighbour",
    run: ["net-none-manual", "--address", "172.17.0.3/16", ...YES],
    said: /^wirework: .*\bnet-none-manual\b.*: 172\.17\.0\.3 is in use: 02:42:\S+ on docker0 answers for it\n/,
  },
  {
    when: "a route leads to the recipe's network already",
    given: ":",
    after: ":",
    run: ["custom-bridge", "--address", "10.77.0.129/25", ...YES],
    said: /^wirework: .*\bcustom-bridge\b.*: 10\.77\.0\.128\/25 overlaps with 10\.77\.0\.0\/24, to which this machine has a route through others0\n/,
  },
  {
    when: "the machine has a way out already",
    given: "ip route add default via 10.77.0.9 dev others0 onlink",
    after: "ip route del default",
    run: ["forwarding", ...YES],
    said: /^wirework: .*\bforwarding\b.*: this machine already has a route to default through others0\n/,
  },
  {
    when: "the name of the network outside is taken",
    given: "ip netns add outside",
    after: "ip netns delete outside",
    run: ["forwarding", ...YES],
    said: /^wirework: .*\bforwarding\b.*: this machine has a network namespace "outside"\n/,
  },
  {
    when: "a container has a name that the recipe gives",
    given: "docker create --name web base sleep 1",
    after: "docker rm web",
    run: ["link-icc-false", ...YES],
    said: /^wirework: .*\blink-icc-false\b.*: this machine has a container "web"\n/,
  },
  {
    when: "the recipe stops Docker, and other containers run",
    given: "docker run -d --name neighbour base sleep 1000",
    after: "docker rm -f neighbour",
    run: ["custom-bridge", ...YES],
    said: /^wirework: .*\bcustom-bridge\b.*: `sudo service docker stop`, `sudo service docker restart` would interrupt neighbour\n {2}cause: it stops this machine's Docker, on which other containers run\n {2}try: --interrupt, .*; or --on docker\n$/,
  },
  {
    when: "the init script does not read the article's file",
    given: "sed -i.was s/DOCKER_OPTS/OPTIONS/ /etc/init.d/docker",
    after: "mv /etc/init.d/docker.was /etc/init.d/docker",
    run: ["custom-bridge", ...YES],
    said: /^wirework: .*\bcustom-bridge\b.*: this machine's Docker does not read \/etc\/default\/docker\n {2}cause: \/etc\/init\.d\/docker has no DOCKER_OPTS; `echo 'DOCKER_OPTS="-b=bridge0"' >> \/etc\/default\/docker` would change nothing\n {2}try: \{"bridge": "bridge0"\} in \/etc\/docker\/daemon\.json, and sudo systemctl restart docker; or --on docker\n$/,
  },
  {
    when: "systemd's unit does not read it",
    given:
      "mkdir -p /run/systemd/system; printf '#!/bin/sh\\necho ExecStart=/usr/bin/dockerd -H fd://\\n' >/usr/sbin/systemctl; chmod +x /usr/sbin/systemctl",
    after: "rm -r /run/systemd /usr/sbin/systemctl",
    run: ["link-icc-false", ...YES],
    said: /^wirework: .*\blink-icc-false\b.*: .*\/etc\/default\/docker\n {2}cause: systemctl cat docker has no DOCKER_OPTS; .*\n {2}try: \{"icc": false\} in \/etc\/docker\/daemon\.json, /,
  },
];

describeOnMachine("on this machine, a recipe is refused with nothing touched", (machine) => {
  test.each(REFUSALS)("when $when", async ({ given, after, run, said }) => {
    await machine().shell(given);
    const before = await machine().state();
    const { status, stdout, stderr } = await machine().wirework("run", ...run);
    const now = await machine().state();
    await machine().shell(after);
    expect(now).toEqual(before);
    expect(stderr).toMatch(said);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});
