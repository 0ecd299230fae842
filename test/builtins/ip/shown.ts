/**
 * What the real `ip` and ours show of the same state of the kernel, in throw-away namespaces. The measure is that of iproute2
 * 6.1: others show other things, and where there is another one, or none, nothing is measured.
 */
import { describe, expect, test } from "bun:test";
import fc from "fast-check";

/** A state, and what is asked of it */
export interface State {
  /** Lines for a shell that make it */
  readonly lines: readonly string[];
  /** Lines of `ip` */
  readonly questions: readonly string[];
}

export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What was said to a question */
export interface Shown {
  readonly question: string;
  readonly ours: Said;
  /** The same before ours, and after */
  readonly real: Said;
}

/** What ours ends with when it had the real one say it */
const NOT_OURS = -1;

/** A cable with both ends up, and an address at one */
export const CABLE = [
  "ip link add A type veth peer name B",
  "ip link set A up && ip link set B up",
  "ip addr add 10.0.0.1/24 dev A",
];

const PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

/** Entries of namespaces are kept in a folder of its own */
const SETUP = 'mount -t tmpfs tmpfs /run && mkdir -p /run/netns && ip link set lo up && exec "$@"';

const { stdout: version } = Bun.spawnSync(["sh", "-c", "ip -V || true"], { env: { PATH } });
const describeHere = describe.skipIf(!version.includes("iproute2-6.1."));

type States = Readonly<Record<string, Partial<State>>>;

/** Defines a test for each state: to the usual questions and to its own, ours says what iproute2 6.1 does, to the byte */
export function describeShown(usual: readonly string[], states: States): void {
  describeHere("as iproute2 shows it, to the byte", () => {
    test.concurrent.each(Object.entries(states))("%s", async (_, { lines = [], questions = [] }) => {
      const shown = await shownOf({ lines, questions: [...usual, ...questions] });
      for (const { question, ours, real } of shown) expect({ question, ...ours }).toEqual({ question, ...real });
    });
  });
}

/** Defines a test for each state: ours has the real one answer, of whatever version */
export function describeReal(states: States): void {
  describe("the real ip shows", () => {
    test.concurrent.each(Object.entries(states))("%s", async (_, { lines = [], questions = [] }) => {
      const shown = await shownOf({ lines, questions });
      expect(shown.filter(({ ours }) => ours.status !== NOT_OURS)).toEqual([]);
    });
  });
}

/** How many questions are asked of a state before another one is made */
const AT_ONCE = 60;

/** Defines a test that asks many questions: ours says what iproute2 6.1 does, or has that say it */
export function describeRandom(question: fc.Arbitrary<string>, lines: readonly string[]): void {
  const questions = fc.array(question, { minLength: AT_ONCE, maxLength: AT_ONCE });
  describeHere("random questions", () => {
    test("are answered as iproute2 answers them", async () => {
      const ask = fc.asyncProperty(questions, async (some) => {
        const shown = await shownOf({ lines, questions: some });
        for (const { question: one, ours, real } of shown) {
          if (ours.status !== NOT_OURS) expect({ question: one, ...ours }).toEqual({ question: one, ...real });
        }
      });
      // Which one it was is said; to look for fewer would take long
      await fc.assert(ask, { numRuns: 3, endOnFailure: true });
    });
  });
}

async function shownOf(state: State): Promise<Shown[]> {
  const bun = [process.execPath, `${import.meta.dir}/shown-inside.ts`];
  const inside = Bun.spawn(["unshare", "-Urnm", "sh", "-c", SETUP, "sh", ...bun], {
    stdin: Buffer.from(JSON.stringify(state)),
    stderr: "pipe",
    env: { PATH },
  });
  const [text, errors, status] = await Promise.all([inside.stdout.text(), inside.stderr.text(), inside.exited]);
  if (status !== 0) throw new Error(`Cannot show the state: ${errors}`);
  return JSON.parse(text) as Shown[];
}
