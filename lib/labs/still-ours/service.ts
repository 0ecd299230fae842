import type { Identity } from "../../resources/identity.ts";
import type { Look } from "../../resources/look.ts";
import type { Standing } from "./standing.ts";

/** What ran runs again; what is to read its files once more is never done with by itself */
export async function service({ was, status }: Extract<Identity, { kind: "service" }>, look: Look): Promise<Standing> {
  if (was === "restarted") return "ours";
  const isRunning = (await look.text(status)) !== null;
  return isRunning === (was === "running") ? "gone" : "ours";
}
