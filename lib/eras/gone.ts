/**
 * Options and commands of the article's time that later engines refuse.
 *
 * Each message is the real client's or daemon's, measured with 20.10.24, and for the client with 28.2.2 too.
 * Versions: deprecated.md of docker/cli, and moby's tags.
 *
 * @module
 */

/** The message of the client or the daemon */
interface Complaint {
  readonly words: RegExp;
  /** The commands that print it, when others print the same words about something else; `null` for any */
  readonly by: readonly string[] | null;
}

/** A removed option or command */
export interface Gone {
  /** The option as it was typed */
  readonly typed: string;
  /** The version that removed it, and how */
  readonly fate: string;
  /** The replacement */
  readonly instead: string;
  /** `null` when there is no message */
  readonly complaint: Complaint | null;
}

/** The first match counts */
export const GONE: readonly Gone[] = [
  {
    typed: "docker -d",
    fate: "gone since 1.10",
    instead: "dockerd, or sudo service docker start",
    complaint: { words: /unknown (?:shorthand flag: 'd' in -d|flag: --daemon)$/m, by: ["docker", "dockerd"] },
  },
  {
    typed: "docker daemon",
    fate: "gone since 17.12",
    instead: "dockerd, or sudo service docker start",
    complaint: { words: /'daemon' is not a docker command|unknown command: docker daemon$/m, by: null },
  },
  {
    typed: "docker run --lxc-conf=…",
    fate: "gone since 1.10, with the driver lxc",
    instead: "docker run's own options: --cpuset-cpus, --cap-add, --device",
    complaint: { words: /unknown flag: --lxc-conf$/m, by: null },
  },
  {
    typed: "dockerd -e lxc",
    fate: "gone since 1.10: there is one driver",
    instead: "leave it out",
    complaint: { words: /unknown (?:shorthand flag: 'e' in -e\S*|flag: --exec-driver)$/m, by: ["dockerd"] },
  },
  {
    typed: "docker run -n=false",
    fate: "gone since 1.10",
    instead: "docker run --net=none",
    complaint: { words: /unknown (?:shorthand flag: 'n' in -n(?:=\S*)?|flag: --networking)$/m, by: ["docker run"] },
  },
  {
    typed: "docker ps --since-id=… --before-id=…",
    fate: "gone since 1.10, and --since and --before since 1.12",
    instead: "docker ps --filter since=…, --filter before=…",
    complaint: { words: /unknown flag: --(?:since|before)(?:-id)?$/m, by: ["docker ps"] },
  },
  {
    typed: "dockerd --api-enable-cors",
    fate: "gone since 17.09, and its successor --api-cors-header since 28",
    instead: "a reverse proxy",
    complaint: { words: /unknown flag: --api-enable-cors$|Flag --api-cors-header has been deprecated/m, by: null },
  },
  {
    typed: "dockerd --graph=…",
    fate: "gone since 23.0",
    instead: "dockerd --data-root=…",
    complaint: {
      words:
        /unknown (?:shorthand flag: 'g' in -g\S*|flag: --graph)$|-g \/ --graph\\?" flag is deprecated|Flag --graph has/m,
      by: null,
    },
  },
  {
    typed: "dockerd --restart=false",
    fate: "deprecated since 1.2",
    instead: "docker run --restart=no, for each container",
    complaint: { words: /Flag --restart has been deprecated/, by: null },
  },
  {
    typed: "docker run -rm -name=…",
    fate: "gone since 1.10: with one dash each letter is an option of its own, so that -link is -l with the value ink",
    instead: "two dashes: docker run --rm --name=…",
    complaint: { words: /unknown shorthand flag: '\w' in -[a-z][a-z-]+(?:=\S*)?$/m, by: null },
  },
  {
    typed: "WWW_PORT_80_TCP and other variables of a link",
    fate: "not set since 29",
    instead: "the link's alias, which /etc/hosts has",
    complaint: null,
  },
];

/** The program that complains, from its hint at `--help`, or from our own message about an ended daemon */
const SPEAKER = /'(dockerd?(?: [\w-]+)*) --help'|\b(dockerd) ended\b/;

/** Finds the removed option or command that a message is about; `null` when there is none */
export function goneWith(words: string): Gone | null {
  const [, client, daemon] = SPEAKER.exec(words) ?? [];
  const speaker = client ?? daemon ?? "";
  const fits = (complaint: Complaint) =>
    complaint.words.test(words) && (complaint.by === null || complaint.by.includes(speaker));
  return GONE.find(({ complaint }) => complaint !== null && fits(complaint)) ?? null;
}

/** Explains a message about something removed; `null` for any other message */
export function explainGone(words: string): { readonly cause: string; readonly try: string } | null {
  const gone = goneWith(words);
  return gone && { cause: `\`${gone.typed}\` is from the article's time: ${gone.fate}`, try: gone.instead };
}
