/**
 * Asks for packets between two containers on one cable, in namespaces of its own: `bun on-a-cable.ts WHAT LINES`.
 *
 * One has 10.1.1.1, two 10.1.1.2. LINES of shell come after that, with `one COMMAND` and `two COMMAND` to run something there.
 * It prints what came of it as JSON: `{ is }`, or the `{ error }`.
 */
import { print } from "../../../lib/builtins/builtin.ts";
import { type Exchange, Packets } from "../../../lib/recipe/checks/packets.ts";
import { host } from "../../../lib/recipe/checks/place.ts";
import { published } from "../../../lib/recipe/checks/published-port.ts";
import { Named } from "../../../lib/shell/template/named.ts";
import { parsePort } from "../../../lib/values/port.ts";
import { parseSocketName } from "../../../lib/values/name/socket-name.ts";
import { performer } from "../../shell/on-this-machine.ts";

/** Milliseconds, where an answer comes, however busy the machine is; and where none does */
const LONG = 10_000;
const SHORT = 300;

const PORT = parsePort("80");
const PUBLISHED = published(parsePort("8080"), PORT);
const SOCKET = parseSocketName("@here");

const one = container("one");
const two = container("two");
const loopback = "127.0.0.1";

function container(name: string): Named<string> {
  return new Named({ name, value: name, sample: name, word: name, spelled: "value" });
}

const BETWEEN: Exchange = { from: one, to: two, target: two, port: PORT, seenAs: "itself" };

/** What can be asked */
export const ASKED = {
  ping: (packets) => packets.ping(one, two, LONG),
  "ping nobody": (packets) => packets.ping(one, "10.1.1.9", SHORT),
  "ping ten times": (packets) => packets.pingTenTimes(one, two),
  "ping itself ten times": (packets) => packets.pingTenTimes(one, "10.1.1.1"),
  "ping nobody ten times": (packets) => packets.pingTenTimes(one, "10.1.1.9"),
  "alive, two": (packets) => packets.assertAlive(two),
  "other, one and two": (packets) => packets.assertOther(one, two),
  "other, one and one": (packets) => packets.assertOther(one, one),
  "other, one and its address": (packets) => packets.assertOther(one, "10.1.1.1"),
  "other, one and its loopback": (packets) => packets.assertOther(one, loopback),
  "other, host and its loopback": (packets) => packets.assertOther(host, loopback),
  exchange: (packets) => packets.exchange(BETWEEN, LONG),
  "exchange by a published port": (packets) => packets.exchange({ ...BETWEEN, port: PUBLISHED }, LONG),
  "exchange with nobody": (packets) => packets.exchange({ ...BETWEEN, target: "10.1.1.1" }, SHORT),
  "exchange datagrams": (packets) => packets.exchangeDatagrams(BETWEEN, LONG),
  "exchange datagrams by a published port": (packets) =>
    packets.exchangeDatagrams({ ...BETWEEN, port: PUBLISHED }, LONG),
  serves: (packets) => packets.assertServes(one, two, two, PORT),
  "serves behind a published port": (packets) => packets.assertServes(one, two, "10.1.1.9", PUBLISHED),
  "exchange by a socket": (packets) => packets.exchangeUnix(one, one, SOCKET),
  "exchange by another's socket": (packets) => packets.exchangeUnix(one, two, SOCKET),
  "serves by a socket": (packets) => packets.assertServesUnix(two, SOCKET),
} satisfies Readonly<Record<string, (packets: Packets) => Promise<unknown>>>;

if (import.meta.main) console.log(JSON.stringify(await ask(process.argv[2] ?? "", process.argv[3] ?? "")));

async function ask(what: string, lines: string): Promise<unknown> {
  if (!isAsked(what)) throw new Error(`Cannot ask for "${what}"`);
  const processes = { one: await openPlace(), two: await openPlace() };
  try {
    wire(processes.one.pid, processes.two.pid, lines);
    return { is: (await ASKED[what](new Packets(docker(processes), ["ping"]))) ?? "nothing" };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const process of Object.values(processes)) process.kill();
  }
}

function isAsked(what: string): what is keyof typeof ASKED {
  return what in ASKED;
}

async function openPlace() {
  const process = Bun.spawn(["unshare", "--net", "sh", "-c", "echo; exec sleep 600"], { stdout: "pipe" });
  await process.stdout.getReader().read();
  return process;
}

function wire(onePid: number, twoPid: number, lines: string): void {
  const script = `one() { nsenter --net=/proc/${onePid}/ns/net "$@"; }
    two() { nsenter --net=/proc/${twoPid}/ns/net "$@"; }
    one ip link add A type veth peer name B netns ${twoPid}
    one ip address add 10.1.1.1/24 dev A; one ip link set A up; one ip link set lo up
    two ip address add 10.1.1.2/24 dev B; two ip link set B up; two ip link set lo up
    ip link set lo up
    ${lines}`;
  const { success, stderr } = Bun.spawnSync(["sh", "-ec", script]);
  if (!success) throw new Error(stderr.toString());
}

/** Knows the two: their processes, and addresses */
function docker(processes: Readonly<Record<"one" | "two", { readonly pid: number }>>) {
  return performer({
    sudo: async (args, { output }) => {
      const name = args.at(-1) === "one" ? "one" : "two";
      const settings = { IPAddress: name === "one" ? "10.1.1.1" : "10.1.1.2" };
      const asksForPid = args.includes("{{.State.Pid}}");
      print(output, asksForPid ? String(processes[name].pid) : JSON.stringify(settings));
      return 0;
    },
  });
}
