/** What `wirework list` can't do without: it is measured against a program that does no more */
import "../../recipes/custom-bridge.ts";
import "../../recipes/link-icc-false.ts";
import "../../recipes/net-none-manual.ts";
import "../../recipes/point-to-point.ts";
