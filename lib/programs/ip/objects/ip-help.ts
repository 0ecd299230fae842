import { asks, grammar, leading } from "../../grammar-parts.ts";

/** `ip help`, `ip link help` and the like */
export const HELP = leading("prints its usage", grammar({ deed: asks("does nothing: the text is ip's own") }));
