/** ECMA-48: control sequences, operating system commands, and two-character escapes */
// oxlint-disable-next-line no-control-regex -- they are what it looks for
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-~])/g;

/** What a terminal shows, without colours, window titles and carriage returns */
export function plainText(shown: string): string {
  return shown.replace(ESCAPES, "").replaceAll("\r", "");
}
