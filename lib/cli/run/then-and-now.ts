/**
 * Reports where a run's engine differs from the article, in what the run has checked.
 *
 * @module
 */
import { differences } from "../../eras/era-differences.ts";
import { ARTICLE, eraOf } from "../../eras/era.ts";
import type { CheckReport, EngineReport } from "../../recipe/run/report.ts";

/** Compares an engine with the article */
export function compareEngine(version: string, checks: readonly CheckReport[]): EngineReport {
  const era = eraOf(version);
  const claims = checks.map(({ claim }) => claim);
  return { version, era, differences: era === null ? [] : differences(era, claims) };
}

/** Formats the transcript's section, with its heading; empty when nothing differs */
export function thenAndNow({ version, era, differences }: EngineReport): readonly string[] {
  if (era === null || differences.length === 0) return [];
  const [release = version] = version.split(/[+~]/);
  const asWhich = `${release}.`.startsWith(`${era}.`) ? "" : `, compared as ${era}`;
  return [
    `Then and now: this is Docker ${release}${asWhich}, the article's was ${ARTICLE}`,
    ...differences.map(({ topic, article, now }) => `  ${topic}: ${now}; the article: ${article}`),
  ];
}
