/** What `wirework list` cannot do without: the recipes. Printed by nobody, to measure the list against */
import "../../recipes/custom-bridge.ts";
import "../../recipes/link-icc-false.ts";
import "../../recipes/net-none-manual.ts";
import "../../recipes/point-to-point.ts";
