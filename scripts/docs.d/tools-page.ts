/**
 * The page "Tools and Examples": the tools that the article's section of that name links to.
 *
 * @module
 */
import { link, madeFrom, paragraphs, table } from "./markdown.ts";
import { ARTICLE_PAGE, recipePagePath, statementLink } from "./pages.ts";

/** A tool that the article links to */
interface Tool {
  readonly claim: number;
  readonly name: string;
  readonly by: string;
  readonly address: string;
  readonly is: string;
}

const TOOLS: readonly Tool[] = [
  {
    claim: 117,
    name: "pipework",
    by: "Jérôme Petazzoni",
    address: "https://github.com/jpetazzo/pipework",
    is: "a shell script that gives running containers further interfaces: on a bridge, a VLAN, a card of the host's, by DHCP",
  },
  {
    claim: 118,
    name: "the playground of “Foundations of Python Network Programming”",
    by: "Brandon Rhodes",
    address: "https://github.com/brandon-rhodes/fopnp/tree/m/playground",
    is: "twelve containers as a small Internet: homes behind modems that do NAT, a provider, a backbone with DNS, and servers for HTTP, SMTP, POP, IMAP, Telnet, SSH and FTP",
  },
];

/** Returns its text */
export function toolsPage(): string {
  return paragraphs(
    madeFrom("scripts/docs.d/tools-page.ts"),
    "# Tools and Examples",
    `The article's ${link("section of this name", `${ARTICLE_PAGE}#tools-and-examples`)} points to two projects that use the article's
own commands: \`ip link\`, \`ip netns\`, \`brctl\` and \`iptables\`, typed on the host.`,
    table(
      ["#", "project", "by", "what it is"],
      TOOLS.map(({ claim, name, by, address, is }) => [
        statementLink(ARTICLE_PAGE, claim),
        link(name, address),
        by,
        is,
      ]),
    ),
    `Recipes that do the same come later. The existing recipes need neither project, and wirework contains nothing of
either. Both begin with a cable from the host into a container's network, through \`/var/run/netns\`: see
${link("net-none-manual", recipePagePath("net-none-manual"))}.`,
  );
}
