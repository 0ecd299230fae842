import { asks, grammar, leading } from "../../grammar-parts.ts";

/** `ip help`, `ip link help` */
export const HELP = leading(
  "prints which words there are",
  grammar({ deed: asks("is not asked: it is ip's own text") }),
);
