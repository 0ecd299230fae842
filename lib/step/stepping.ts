/**
 * The parts of a stepped run: its stepping, and its output.
 *
 * @module
 */
import type { Observer } from "../recipe/run/observer.ts";
import { Transcript } from "../recipe/run/transcript.ts";
import type { Pace } from "../shell/pace.ts";
import { Page, type Printer } from "./page.ts";
import { Stepper, type SteppedRun } from "./stepper.ts";

/** The parts of a run that are special to stepping */
export interface Stepping {
  readonly pace: Pace;
  readonly observer: Observer;
}

/** Makes them */
export function openStepping(run: Omit<SteppedRun, "transcript" | "page">, printer: Printer): Stepping {
  const transcript = new Transcript(printer.write, printer.colours);
  const stepper = new Stepper({ ...run, transcript, page: new Page(transcript, printer) });
  return { pace: stepper, observer: besides(stepper, transcript) };
}

/** Wraps the transcript, and leaves out lines that are on the page already because they waited there */
function besides(stepper: Stepper, transcript: Transcript): Observer {
  return {
    step: (comment) => transcript.step(comment),
    announce: (line) => {
      if (!stepper.hasShown(line.text)) transcript.announce(line);
    },
    assign: (name, word, speaker) => {
      stepper.assign(name, word);
      transcript.assign(name, word, speaker);
    },
    named: () => transcript.named(),
    typed: (text, printed, prompt) => {
      if (stepper.hasShown(text)) transcript.printed(printed);
      else transcript.typed(text, printed, prompt);
    },
    finished: (...values) => transcript.finished(...values),
    checked: (check) => transcript.checked(check),
    wouldCheck: (check) => transcript.wouldCheck(check),
    ended: () => transcript.ended(),
  };
}
