/**
 * Options of commands about images: those that the embedded engine has, and below each the others.
 *
 * Source: docker/cli 20.10 to 29, `cli/command/image`
 *
 * @module
 */
import { engineOptions, optionsOf } from "./short-table.ts";

export const BUILD_OPTIONS = engineOptions({
  "file -f": ["string", "the Dockerfile", "Name of the Dockerfile (Default is 'PATH/Dockerfile')", "the file"],
  "force-rm": ["switch", "removes them even if a step fails", "Always remove intermediate containers"],
  "no-cache": ["switch", "runs every step again", "Do not use cache when building the image"],
  "quiet -q": ["switch", "prints only the image's id", "Suppress the build output and print image ID on success"],
  "tag -t": ["list", "the image's name", "Name and optionally a tag in the 'name:tag' format", "the name"],
});

export const ALL_BUILD_OPTIONS = [
  ...BUILD_OPTIONS,
  ...optionsOf({
    "build-arg": ["a variable for the Dockerfile", "NAME=VALUE", "list"],
    label: ["a label, to find it by", "NAME=VALUE", "list"],
    network: ["the network for its steps", "the network"],
    pull: ["pulls the base image again"],
    rm: ["removes the containers of the build"],
    target: ["builds only up to this stage of the Dockerfile", "the stage"],
  }),
];

export const IMAGES_OPTIONS = engineOptions({
  "all -a": ["switch", "with those of single steps", "Show all images (default hides intermediate images)"],
  "no-trunc": ["switch", "prints full ids", "Don't truncate output"],
  "quiet -q": ["switch", "prints only their ids", "Only show image IDs"],
});

export const ALL_IMAGES_OPTIONS = [
  ...IMAGES_OPTIONS,
  ...optionsOf({
    digests: ["with their digests"],
    "filter -f": ["only those that match this", "as dangling=true", "list"],
    format: ["prints what this template selects of each", "the template, or table or json"],
  }),
];

export const RMI_OPTIONS = engineOptions({
  "force -f": ["switch", "even if a container uses it", "Force removal of the image"],
});

const PLATFORM = optionsOf({ platform: ["only for that kind of machine", "as linux/amd64"] });

export const ALL_RMI_OPTIONS = [
  ...RMI_OPTIONS,
  ...optionsOf({ "no-prune": ["keeps the images that it was built from, even if they have no name"] }),
  ...PLATFORM,
];

export const SAVE_OPTIONS = PLATFORM;

export const HISTORY_OPTIONS = optionsOf({
  format: ["prints what this template selects of each", "the template, or table or json"],
  "human -H": ["with sizes and dates that are easy to read"],
  "no-trunc": ["prints them in full"],
  "quiet -q": ["prints only their ids"],
});

export const SEARCH_OPTIONS = optionsOf({
  "filter -f": ["only those that match this", "as is-official=true", "list"],
  format: ["prints what this template selects of each", "the template"],
  limit: ["at most so many", "a number", "integer"],
  "no-trunc": ["prints them in full"],
});
