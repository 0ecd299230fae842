/**
 * What became comments, as it is told.
 */
export const OF_CONTAINER = "a line for the container's prompt";
export const OF_ARTICLE = "a line that the article prints";
export const WINDOWS_END = "a line's end as Windows has it";
export const GOES_ON = "the line that goes on from it";
/** @param verb is or are @param shown what shows the reader's own */
export const ofArticle = (values: string, verb: string, shown: string) =>
  `${values} ${verb} the article's: ${shown} yours`;
