/**
 * What recipes call `$`: the shell, and terminals.
 *
 * @module
 */
import { CommandError } from "../shell/command-error.ts";
import type { Line, Speaker } from "../shell/line.ts";
import { permit } from "../shell/permit.ts";
import { type OpenShell, openShell, type Stations, type Tag } from "../shell/shell.ts";
import type { Value } from "../shell/value.ts";
import { words } from "../shell/words.ts";
import { listContainers } from "./containers.ts";
import { Session, Terminal } from "./terminal.ts";

/** Opens a container's shell that stays open; the sample is the id that the article's prompt shows */
type Opens = (sample: string) => (template: TemplateStringsArray, ...values: readonly Value[]) => Promise<Terminal>;

/** What recipes call `$` */
export interface RecipeShell extends Tag {
  readonly terminal: Opens;
  /** For what the article tells in words only, without a line of its own */
  readonly told: Tag & { readonly terminal: Opens };
}

/** Makes a recipe's `$` */
export function openRecipeShell(stations: Stations): {
  $: RecipeShell;
  assertAllAwaited: OpenShell["assertAllAwaited"];
} {
  const { $, assertAllAwaited } = openShell(stations);
  const told = Object.assign($.told, { terminal: opens(stations, "told") });
  return {
    $: Object.assign($, { terminal: opens(stations, "article"), told }),
    assertAllAwaited,
  };
}

function opens(stations: Stations, speaker: Speaker): Opens {
  return (sample) =>
    async (template, ...values) => {
      const command = words(template, values);
      permit(command.argv, stations.allowed);
      return open(stations, { text: command.text, commands: [command], redirection: null, speaker }, sample);
    };
}

async function open({ announcer, performer }: Stations, line: Line, sample: string): Promise<Terminal> {
  announcer.announce(line);
  if (!performer.knows) return new Terminal(sample, null, announcer, line.speaker);
  const began = performance.now();
  const before = new Set(await listContainers(performer));
  const session = new Session(performer, line.commands[0].argv);
  const waits = await session.until(() => session.prompt !== null);
  const outcome = {
    exitCode: session.exitCode ?? 0,
    stdout: session.shown,
    stderr: "",
    ms: performance.now() - began,
  };
  announcer.finished(line, outcome);
  // The prompt says that the shell waits; which container it is in, only Docker knows
  const [id] = (await listContainers(performer)).filter((container) => !before.has(container));
  if (!waits || id === undefined)
    throw new CommandError(line.text, {
      ...outcome,
      exitCode: session.exitCode ?? 1,
    });
  return new Terminal(id, session, announcer, line.speaker);
}
