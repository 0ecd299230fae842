import type { Identity } from "../../resources/identity.ts";
import type { Look } from "../../resources/look.ts";
import type { Standing } from "./standing.ts";

/** A stopped service is to run again; a reload is always done again */
export async function service({ was, status }: Extract<Identity, { kind: "service" }>, look: Look): Promise<Standing> {
  if (was === "restarted") return "ours";
  const isRunning = (await look.text(status)) !== null;
  return isRunning === (was === "running") ? "gone" : "ours";
}
