/**
 * Reasons why no recipe checks some of the article's statements.
 *
 * @module
 */

/** Reasons by the statement's number; every other statement has a check */
export const UNCHECKED: Readonly<Record<number, string>> = {
  2: "a real engine keeps the range that it has stored: the tests show the next range on the embedded one",
  10: "it only says where to begin reading",
  12: "a line of the guide: what the option does is 84 to 88, and both spellings do the same by 23",
  13: "a line of the guide: what the option does is 75",
  15: "a line of the guide: what the option does is 48 to 57",
  16: "a line of the guide: what the option does is 71",
  17: "a line of the guide: what the option does is 44 to 46",
  18: "a line of the guide: what the option does is 47",
  19: "a line of the guide: what the option does is 74 and 76",
  21: "a server that is given one of them does not start, so that a recipe would end there: tests hear what it says",
  24: "about the guide itself: wirework list --options names the sections",
  41: "what 36, 38 and 40 come to together: each option leaves the host's other lines as they are",
  50: "advice: what the setting does is 44 to 46",
  56: "how iptables prints what 49 and 57 find: steps link-icc-false --output has both texts, and why they differ",
  79: "brctl is never missing here, as wirework has it built in: wirework steps has the article's line",
  117: "another program, which no section needs: recipes that do the same come later",
  118: "somebody else's example: a recipe for it comes later",
  121: "the recipe point-to-point types them: what they build is 120, 122 and 123",
};
