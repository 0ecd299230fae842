import { SYSTEM_PATH } from "../../hosts/programs.ts";
import type { Builtin } from "../builtin.ts";
import { answersAt } from "./answers.ts";

/** The time that a started daemon may take to answer, in milliseconds; after that, the next command reports it */
const PATIENCE = 30_000;
const POLL = 20;

/** Actions after which a daemon is waited for */
const STARTS: ReadonlySet<string> = new Set(["start", "restart", "force-reload"]);

/**
 * The machine's own `service`; for Docker it waits until the daemon answers, as init scripts end before that.
 *
 * Equivalent to: `service $name $action` or, where there is none, `systemctl $action $name`
 */
export const machineService: Builtin = async (args, { perform }) => {
  const [name = "", action = ""] = args;
  const program = Bun.which("service", { PATH: SYSTEM_PATH });
  const status = await perform(program === null ? ["systemctl", action, name] : [program, ...args]);
  if (status === 0 && name === "docker" && STARTS.has(action)) await untilItAnswers();
  return status;
};

async function untilItAnswers(): Promise<void> {
  const { DOCKER_HOST } = process.env;
  const options = DOCKER_HOST === undefined ? [] : ["--host", DOCKER_HOST];
  const deadline = performance.now() + PATIENCE;
  while (!(await answersAt(options)) && performance.now() < deadline) await Bun.sleep(POLL);
}
