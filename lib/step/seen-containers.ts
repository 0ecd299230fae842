import { runHere } from "../labs/look-here.ts";
import type { Performer } from "../shell/template/session-line.ts";
import type { ContainerState } from "./state.ts";

/** A container and its first process, which is 0 while it does not run */
export interface SeenContainer extends ContainerState {
  readonly pid: number;
}

/** Lists all of Docker's containers; `null` when Docker does not answer */
export async function containersOn(performer: Performer): Promise<readonly SeenContainer[] | null> {
  const listed = await runHere(performer, ["docker", "ps", "--all", "--quiet", "--no-trunc"]);
  if (listed.exitCode !== 0) return null;
  const ids = linesIn(listed.stdout);
  if (ids.length === 0) return [];
  const format = "{{.Id}} {{.State.Pid}} {{.State.Status}} {{.Config.Image}}";
  const { stdout } = await runHere(performer, ["docker", "inspect", "--format", format, ...ids]);
  return linesIn(stdout).map((line) => {
    const [id = "", pid = "0", status = "", image = ""] = line.split(" ");
    return { id: id.slice(0, 12), pid: Number(pid), status, image };
  });
}

function linesIn(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "");
}
