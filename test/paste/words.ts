/**
 * What became comments, as it is told.
 */
export const OF_CONTAINER = "a line for the container's prompt";
export const OF_ARTICLE = "a line of the article's output";
export const WINDOWS_END = "a Windows line end";
export const GOES_ON = "its continuation line";
/** @param verb is or are @param shown what shows the reader's own */
export const ofArticle = (values: string, verb: string, shown: string) =>
  `${values} ${verb} the article's: ${shown} yours`;
