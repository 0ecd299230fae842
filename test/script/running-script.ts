/**
 * A script of `wirework script`, run by bash on a throw-away host.
 */
import { HOST_ENVIRONMENT } from "../../lib/hosts/environment.ts";
import { loadRecipe } from "../../lib/recipe/load.ts";
import { defaultsOf } from "../../lib/recipe/options/option.ts";
import { scriptOf } from "../../lib/script/script.ts";
import type { DisposableMachine } from "../support/machine/disposable-machine.ts";
import { PRINT_STATE, stateIn } from "../support/machine/machine-state.ts";
import type { TestHost } from "../support/host/test-host.ts";
import { BARE } from "../support/wirework.ts";

/** Where it runs: a host, and the environment of programs there */
export interface Place {
  entered(argv: readonly string[]): readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/** A throw-away host, with its own programs first */
export function placeOn(host: TestHost): Place {
  return { entered: (argv) => host.entered(argv), environment: HOST_ENVIRONMENT };
}

/** A machine, on which nothing is ours */
export function placeOnMachine(machine: DisposableMachine): Place {
  return { entered: (argv) => machine.entered(argv), environment: { ...BARE, HOME: "/root" } };
}

/** How it ended, and what it printed */
export interface ScriptEnd {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Says as which process the script runs, in there; it leads a group, as on a terminal */
const START = `exec setsid --wait bash -c 'echo "process $$" >&2; exec bash -c "$@"' bash "$@"`;

/** What a script says when all stands */
const STANDS = "press Enter to undo it";

/** The script of a recipe, with the values of its options that nobody types */
export async function scriptFor(reference: string): Promise<string> {
  const loaded = await loadRecipe(reference);
  return scriptOf({ loaded, values: defaultsOf(loaded.recipe.options), typed: {}, strangers: "refused" });
}

/** A script that runs */
export class RunningScript {
  readonly #place: Place;
  readonly #running;
  readonly #stdout: Promise<string>;
  readonly #stderr: Promise<string>;
  #said = "";
  #look: () => void = () => {};

  constructor(place: Place, script: string, ...args: readonly string[]) {
    this.#place = place;
    this.#running = Bun.spawn([...place.entered(["bash", "-c", START, "bash", script, "script", ...args])], {
      env: place.environment,
      cwd: "/",
      stdio: ["pipe", "pipe", "pipe"],
    });
    this.#stdout = this.#read(this.#running.stdout);
    this.#stderr = this.#read(this.#running.stderr);
  }

  /** Waits until it has printed something; says what it printed instead, where it has come to its end */
  async until(words: string): Promise<void> {
    let isOver = false;
    void this.ended().then(() => {
      isOver = true;
      this.#look();
    });
    while (!this.#said.includes(words)) {
      if (isOver) throw new Error(`The script has ended, without "${words}": ${this.#said}`);
      await new Promise<void>((resolve) => (this.#look = resolve));
    }
  }

  /** Waits until its steps are done, with `--keep` */
  stands(): Promise<void> {
    return this.until(STANDS);
  }

  /** Types a line feed */
  async enter(): Promise<void> {
    this.#running.stdin.write("\n");
    await this.#running.stdin.flush();
  }

  /** Sends a signal: that of Ctrl-C to all, as a terminal does; another to bash itself, and to no program that it runs */
  async signal(name: "HUP" | "INT" | "TERM"): Promise<void> {
    await this.until("process ");
    const [, process = ""] = /process (\d+)\n/.exec(this.#said) ?? [];
    const target = name === "INT" ? `-${process}` : process;
    await Bun.spawn([...this.#place.entered(["bash", "-c", `kill -${name} -- ${target}`])]).exited;
  }

  async ended(): Promise<ScriptEnd> {
    const [status, stdout, stderr] = await Promise.all([this.#running.exited, this.#stdout, this.#stderr]);
    return { status, stdout, stderr: stderr.replace(/^process \d+\n/, "") };
  }

  async #read(stream: ReadableStream<Uint8Array>): Promise<string> {
    const decoder = new TextDecoder();
    let text = "";
    for await (const chunk of stream) {
      const more = decoder.decode(chunk, { stream: true });
      text += more;
      this.#said += more;
      this.#look();
    }
    return text;
  }
}

/** Runs a script to its end */
export function runScript(place: Place, script: string, ...args: readonly string[]): Promise<ScriptEnd> {
  return new RunningScript(place, script, ...args).ended();
}

/** All of a host that wiring changes */
export async function stateOf({ entered, environment }: Place): Promise<readonly string[]> {
  // On a machine that is too busy dockerd has containerd write down there what it is doing, and starts it again
  const docker =
    "docker ps --all --no-trunc --format '{{.ID}} {{.Names}} {{.Image}}'; ls -A --ignore='containerd.*.stacks.log' /tmp";
  const running = Bun.spawn([...entered(["sh", "-c", `${PRINT_STATE}\n${docker}`])], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return stateIn(await running.stdout.text());
}
