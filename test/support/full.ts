/**
 * What takes minutes, and so is not for the quick size.
 */
import { SIZE } from "./size.ts";

export const IS_FULL = SIZE !== "quick";
