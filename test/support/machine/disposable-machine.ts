/**
 * A machine for testing `--on host`: a throw-away host with an init script for Docker, and with others'
 * containers, rules, bridges and namespace entries.
 */
import { PROGRAMS } from "../../../lib/hosts/environment.ts";
import { quote } from "../../../lib/shell/template/quote.ts";
import { DOCKER_STATE, PRINT_STATE, stateIn } from "./machine-state.ts";
import { readableProject } from "../project.ts";
import { TestHost } from "../host/test-host.ts";
import { BARE, type Ended } from "../wirework.ts";

const ROOT = { name: "root", prefix: [] } as const;

/** Like Debian's, without raised limits or systemd; containers have one second to end, not fifteen */
const INIT_SCRIPT = `#!/bin/sh
DOCKER_OPTS=
. /etc/default/docker
case $1 in
  start) [ -e /var/run/docker.pid ] ||
    PATH=${PROGRAMS}:$PATH setsid dockerd --shutdown-timeout 1 $DOCKER_OPTS >>/var/log/docker.log 2>&1 </dev/null & ;;
  stop) [ ! -e /var/run/docker.pid ] || {
    pid=$(cat /var/run/docker.pid)
    kill "$pid"
    while [ -e "/proc/$pid/exe" ]; do sleep 0.02; done
  } ;;
  restart) "$0" stop && "$0" start ;;
  status) [ -e /var/run/docker.pid ] || { echo docker is not running; exit 3; }
    echo docker is running ;;
esac
`;

/** Commands that create others' things on the machine */
const OTHERS = [
  "ip link add others0 type bridge",
  "ip addr add 10.77.0.1/24 dev others0",
  "ip link set others0 up",
  "ip link add others1 type veth peer name others2",
  "ip link set others1 master others0",
  "ip route add 10.78.0.0/24 via 10.77.0.9 dev others0 onlink",
  "iptables -A FORWARD -s 10.77.0.0/24 -j ACCEPT",
  "iptables -A INPUT -s 192.0.2.66 -j DROP",
  "iptables -t nat -A POSTROUTING -s 10.77.0.0/24 -j MASQUERADE",
  "ip netns add others",
  "ln -s /proc/999999/ns/net /var/run/netns/dangling",
  "printf '# the owner of this machine wrote this\\n' >/etc/default/docker",
  "chmod 640 /etc/default/docker",
  // After the first container, the bridge has what the kernel adds with a cable
  "docker run --rm base true",
];

/** A machine that is thrown away at the end */
export class DisposableMachine implements AsyncDisposable {
  readonly #host: TestHost;

  static async open(): Promise<DisposableMachine> {
    const host = await TestHost.open(ROOT, "docker");
    await host.$`service docker stop`;
    const machine = new DisposableMachine(host);
    await machine.shell(`cat >/etc/init.d/docker <<'END'\n${INIT_SCRIPT}END\nservice docker start`);
    await machine.shell("until docker version >/dev/null 2>&1; do sleep 0.02; done");
    for (const line of OTHERS) await machine.shell(line);
    return machine;
  }

  private constructor(host: TestHost) {
    this.#host = host;
  }

  /** Runs a shell script, which must succeed; returns its output */
  async shell(script: string): Promise<string> {
    const { status, stdout, stderr } = await this.#start(["sh", "-ec", script]);
    if (status !== 0) throw new Error(`Cannot run \`${script}\` on the machine: ${stderr}`);
    return stdout;
  }

  /** Runs `scripts/wirework` */
  wirework(...args: readonly string[]): Promise<Ended> {
    return this.#start([`${readableProject()}/scripts/wirework`, ...args]);
  }

  /** Returns the command line that starts a program there */
  entered(argv: readonly string[]): readonly string[] {
    return this.#host.entered(argv);
  }

  /** Returns the state that a run must leave unchanged */
  async state(): Promise<readonly string[]> {
    const docker = `${DOCKER_STATE.map(quote).join(" ")} 2>/dev/null || true`;
    return stateIn(await this.shell(`${PRINT_STATE}\n${docker}`));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#host[Symbol.asyncDispose]();
  }

  async #start(argv: readonly string[]): Promise<Ended> {
    const running = Bun.spawn(this.#host.entered(argv), {
      env: { ...BARE, HOME: "/root" },
      cwd: "/",
      stdio: ["ignore", "pipe", "pipe"],
    });
    const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
    return { status, stdout, stderr };
  }
}
