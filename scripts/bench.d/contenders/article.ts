import { openBenchHost } from "../star/bench-host.ts";
import type { Contender } from "../star/contender.ts";
import { unlessInstalled } from "../star/missing.ts";

/** The article's lines in a loop */
export const ARTICLE: Contender = {
  name: "article",
  what: "the article's lines in bash, a program each",
  limit: { most: 200, why: "eight programs a container, and a thousand of them take two minutes" },
  missing: () => unlessInstalled({ bash: "bash", ip: "iproute2" }),
  open: async () => ({ host: await openBenchHost(), driver: ["bash", `${import.meta.dir}/article.sh`] }),
};
