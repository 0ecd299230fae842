/**
 * Options of commands about images: those that the embedded engine has, and below each the others.
 *
 * Source: docker/cli 20.10 to 29, `cli/command/image`
 *
 * @module
 */
import type { OptionRow } from "./option-table.ts";
import { optionsOf } from "./short-table.ts";

export const BUILD_OPTIONS = [
  {
    long: "file",
    short: "f",
    kind: "string",
    help: "Name of the Dockerfile (Default is 'PATH/Dockerfile')",
    means: "the Dockerfile",
    value: "the file",
  },
  {
    long: "force-rm",
    kind: "switch",
    help: "Always remove intermediate containers",
    means: "removes them even if a step fails",
  },
  {
    long: "no-cache",
    kind: "switch",
    help: "Do not use cache when building the image",
    means: "runs every step again",
  },
  {
    long: "quiet",
    short: "q",
    kind: "switch",
    help: "Suppress the build output and print image ID on success",
    means: "prints only the image's id",
  },
  {
    long: "tag",
    short: "t",
    kind: "list",
    help: "Name and optionally a tag in the 'name:tag' format",
    means: "the image's name",
    value: "the name",
  },
] as const satisfies readonly OptionRow[];

export const OTHER_BUILD_OPTIONS = optionsOf({
  "build-arg": ["a variable for the Dockerfile", "NAME=VALUE", "list"],
  label: ["a label, to find it by", "NAME=VALUE", "list"],
  network: ["the network for its steps", "the network"],
  pull: ["pulls the base image again"],
  rm: ["removes the containers of the build"],
  target: ["builds only up to this stage of the Dockerfile", "the stage"],
});

export const IMAGES_OPTIONS = [
  {
    long: "all",
    short: "a",
    kind: "switch",
    help: "Show all images (default hides intermediate images)",
    means: "with those of single steps",
  },
  { long: "no-trunc", kind: "switch", help: "Don't truncate output", means: "prints full ids" },
  { long: "quiet", short: "q", kind: "switch", help: "Only show image IDs", means: "prints only their ids" },
] as const satisfies readonly OptionRow[];

export const OTHER_IMAGES_OPTIONS = optionsOf({
  digests: ["with their digests"],
  "filter -f": ["only those that match this", "as dangling=true", "list"],
  format: ["prints what this template selects of each", "the template, or table or json"],
});

export const RMI_OPTIONS = [
  {
    long: "force",
    short: "f",
    kind: "switch",
    help: "Force removal of the image",
    means: "even if a container uses it",
  },
] as const satisfies readonly OptionRow[];

const PLATFORM = optionsOf({ platform: ["only for that kind of machine", "as linux/amd64"] });

export const OTHER_RMI_OPTIONS = [
  ...optionsOf({ "no-prune": ["keeps the images that it was built from, even if they have no name"] }),
  ...PLATFORM,
];

export const OTHER_SAVE_OPTIONS = PLATFORM;
