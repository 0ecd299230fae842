/**
 * Checks of what commands print.
 *
 * @module
 */
import type { Performer } from "../../shell/template/session-line.ts";
import type { Pending } from "../../shell/pending.ts";
import { addressOf } from "../../values/address/cidr.ts";
import { networkOf } from "../../values/address/subnet.ts";
import type { ChecksOf } from "./checks-of.ts";
import { eventually } from "./eventually.ts";
import { chosenPorts } from "../run/live-engine.ts";
import {
  inOrder,
  inOrderOnly,
  linesOf,
  otherHostOf,
  portsWithin,
  type Proof,
  saidBy,
  spelled,
  without,
} from "./output-proof.ts";
import type { Prover } from "./prover.ts";
import type { Question } from "./question.ts";
import { metInOrder, spelledRules } from "./rule-order.ts";
import { sameOutput } from "./same-output.ts";

/** The methods of ChecksOf that read output */
type OutputChecks = Pick<
  ChecksOf,
  "same" | "shows" | "lists" | "hides" | "refuses" | "showsHostOf" | "showsChosenPorts" | "meets"
>;

/** The expectation printed before the engine's version is known */
const CHOSEN_PORTS = "ports from 49153 to 49900; with a later engine, from the kernel's ip_local_port_range";

/** Returns the checks for one statement */
export function outputChecks(prover: Prover, performer: Performer): OutputChecks {
  const prints = (question: Question, command: Pending, expected: string, proof: Proof): Promise<void> => {
    command.take();
    return prover.proveEventually(question, command.line.text, expected, async () => {
      const outcome = await command.quietly();
      // The output of a failed command proves nothing
      const found = outcome.exitCode === 0 ? proof(linesOf(outcome.stdout)) : null;
      return { ok: found !== null, seen: (found ?? saidBy(outcome)).join("\n") };
    });
  };
  return {
    same(command, other) {
      const asked = { kind: "same", line: command.line, other: other.line } as const;
      for (const compared of [command, other]) compared.take();
      return prover.proveEventually(
        asked,
        `diff <(${command.line.text}) <(${other.line.text})`,
        "no difference",
        async () => sameOutput(await command.quietly(), await other.quietly()),
      );
    },

    shows(command, ...expected) {
      const asked = { kind: "shows", line: command.line, expected } as const;
      return prints(asked, command, spelled(expected).join("\n"), inOrder(expected));
    },

    lists(command, ...expected) {
      const asked = { kind: "lists", line: command.line, expected } as const;
      return prints(asked, command, `only ${spelled(expected).join("\n")}`, inOrderOnly(expected));
    },

    hides(command, ...unwanted) {
      const expected = spelled(unwanted).map((word) => `no ${word}`);
      const asked = { kind: "hides", line: command.line, expected: unwanted } as const;
      return prints(asked, command, expected.join(", "), without(unwanted));
    },

    refuses(command, ...says) {
      const asked = { kind: "refuses", line: command.line, expected: says } as const;
      const proof = inOrder(says);
      command.take();
      // Once: a command that is not refused has an effect
      return prover.prove(asked, command.line.text, `a failure: ${spelled(says).join(", ")}`, async () => {
        const { exitCode, stdout, stderr } = await command.quietly();
        const lines = [...linesOf(stdout), ...linesOf(stderr)];
        const found = exitCode === 0 ? null : proof(lines);
        return { ok: found !== null, seen: (found ?? [...lines, `exit status ${exitCode}`]).join("\n") };
      });
    },

    showsHostOf(command, network) {
      const expected = `an address of ${networkOf(network)}, not ${addressOf(network)}`;
      return prints({ kind: "showsHostOf", line: command.line, network }, command, expected, otherHostOf(network));
    },

    showsChosenPorts(command) {
      const asked = { kind: "showsChosenPorts", line: command.line } as const;
      command.take();
      return prover.prove(asked, command.line.text, CHOSEN_PORTS, async () => {
        const range = await chosenPorts(performer);
        return eventually(prover.patience, async () => {
          const outcome = await command.quietly();
          if (range === null || outcome.exitCode !== 0) return { ok: false, seen: saidBy(outcome).join("\n") };
          const lines = linesOf(outcome.stdout);
          const seen = [...lines, `this engine chooses from ${range.first} to ${range.last}`].join("\n");
          return { ok: portsWithin(range)(lines) !== null, seen };
        });
      });
    },

    meets(command, chain, ...expected) {
      const asked = { kind: "meets", line: command.line, chain, expected } as const;
      return prints(asked, command, spelledRules(expected), metInOrder(chain, expected));
    },
  };
}
