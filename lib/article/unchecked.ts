/**
 * Why no recipe checks some of the article's statements.
 *
 * @module
 */

/** By the statement's number; every other one has a check */
export const UNCHECKED: Readonly<Record<number, string>> = {
  2: "a real engine keeps the range that it has stored: the tests show the next range on the embedded one",
  10: "it only says where to begin reading",
  13: "a line of the guide: what the option does is 75",
  15: "a line of the guide: what the option does is 48 to 57",
  16: "a line of the guide: what the option does is 71",
  17: "a line of the guide: what the option does is 44 to 46",
  18: "a line of the guide: what the option does is 47",
  19: "a line of the guide: what the option does is 74 and 76",
  24: "about the guide itself: wirework list --options names the sections",
  50: "advice: what the setting does is 44 to 46",
  79: "nobody misses brctl here, as wirework answers it itself: wirework steps has the article's line",
  117: "another program, which no section needs: recipes that do the same come later",
  118: "somebody else's example: a recipe for it comes later",
};
