/**
 * Reasons why no recipe checks some of the article's statements.
 *
 * @module
 */

/** Reasons by the statement's number; every other statement has a check */
export const UNCHECKED: Readonly<Record<number, string>> = {
  2: "a real engine keeps the range that it has stored: the tests show the next range on the embedded one",
  10: "it only says where to begin reading",
  12: "a line of the guide: 84 to 88 are about the option, and 23 is about its two spellings",
  13: "a line of the guide: 75 is about the option",
  15: "a line of the guide: 48 to 57 are about the option",
  16: "a line of the guide: 71 is about the option",
  17: "a line of the guide: 44 to 46 are about the option",
  18: "a line of the guide: 47 is about the option",
  19: "a line of the guide: 74 and 76 are about the option",
  21: "a server with one of them does not start, which would end a recipe: tests check its message",
  24: "about the guide itself: wirework list --options names the sections",
  41: "it follows from 36, 38 and 40: each option leaves the host's other lines as they are",
  50: "advice: 44 to 46 are about the setting",
  56: "how iptables prints the rules of 49 and 57: steps link-icc-false --output prints both texts, and why they differ",
  79: "brctl is never missing here, as wirework has it built in: wirework steps prints the article's line",
  117: "another program, which no section needs: recipes that do the same come later",
  118: "somebody else's example: a recipe for it comes later",
  121: "the recipe point-to-point types them: 120, 122 and 123 are about what they build",
};
