/**
 * Replaces everything in a transcript that differs between equal runs.
 *
 * @module
 */

/** A text that differs between runs */
interface OfOneRun {
  readonly pattern: RegExp;
  /** Replacements for the first one, the second one, and all others */
  readonly samples: readonly string[];
}

/** The samples are the article's, if it has any */
const OF_ONE_RUN: readonly OfOneRun[] = [
  {
    pattern: /\b[\da-f]{12}(?=(?:[\da-f]{52})?\b)/g,
    samples: ["63f36fc01b5f", "1f1f4c1f931a", "12e343489d2f"],
  },
  { pattern: /(?<=\b(?:63f36fc01b5f|1f1f4c1f931a|12e343489d2f))[\da-f]{52}\b/g, samples: ["…"] },
  { pattern: /(?<=\/proc\/|netns[/ ]|exec |pid=)\d+\b|^\d+$/gm, samples: ["2778", "2989", "3004"] },
  { pattern: /\bveth[\dA-Za-z]{4,7}\b/g, samples: ["vethAQI2QT"] },
  { pattern: /\b(?:[\da-f]{2}:){5}[\da-f]{2}\b/g, samples: ["66:38:d0:0d:76:18", "32:6f:e0:35:57:91"] },
  { pattern: /(?<=@if)\d+/g, samples: ["…"] },
  { pattern: /(?<=: |^)\d+(?=: \w)/gm, samples: ["4"] },
  { pattern: /(?<=time=)[\d.]+(?= ms)|(?<=^✓ )\d+(?= ms$)/gm, samples: ["…"] },
  { pattern: /(?<=Docker \d+\.\d+)\.\d+/g, samples: [""] }, // The patch release
];

/** Makes a transcript the same for every run */
export function stable(transcript: string): string {
  const text = OF_ONE_RUN.reduce(withSamples, transcript.trim());
  return `${text}\n`;
}

/** Replaces equal texts by the same sample throughout */
function withSamples(text: string, { pattern, samples }: OfOneRun): string {
  const known = new Map<string, string>();
  return text.replace(pattern, (own) => {
    const sample = known.get(own) ?? samples[known.size] ?? samples.at(-1) ?? own;
    known.set(own, sample);
    return sample;
  });
}
