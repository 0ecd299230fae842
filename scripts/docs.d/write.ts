/** Writes the generated pages. */
import { join } from "node:path";

import { PAGE, thenAndNow } from "./then-and-now.ts";

await Bun.write(join(import.meta.dir, "../..", PAGE), thenAndNow());
console.log(PAGE);
