import { exitNow } from "../../recipe/forbid-exit.ts";
import { CALLER } from "./job.ts";
import { EXIT } from "../errors/exit-status.ts";

/** Ends this process when the one outside the host, at the other end of the pipe, has ended */
export async function endWithCaller(): Promise<void> {
  await Bun.file(CALLER).stream().pipeTo(new WritableStream());
  exitNow(EXIT.failed);
}
