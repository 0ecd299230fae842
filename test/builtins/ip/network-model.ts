/**
 * What there is in three networks, as far as it decides which lines can be done next.
 */

/** The network that lines are about by themselves, and two with an entry */
export const NETWORKS = ["here", "blue", "red"] as const;
export type Network = (typeof NETWORKS)[number];

export interface Link {
  readonly name: string;
  readonly network: Network;
  readonly kind: "bridge" | "veth";
  /** The two ends of a veth have one number, and nothing else has it */
  readonly pair: number;
  readonly isUp: boolean;
  readonly master: string | null;
  readonly addresses: readonly string[];
  readonly routes: readonly string[];
}

export type Model = readonly Link[];

/** A line that can be done, and what there is then */
export interface Move {
  readonly network: Network;
  readonly line: string;
  readonly after: Model;
}

const NAMES = ["k0", "k1", "k2", "k3", "k4"];
const ADDRESSES = ["10.1.0.1/24", "10.2.0.1/24", "10.3.0.1/32"];
const ROUTES = ["10.4.0.0/24", "10.5.0.1", "default"];

/** Of a link that is new in its network */
const FRESH = { isUp: false, master: null, addresses: [], routes: [] } as const;

/** All lines that can be done */
export function movesOf(model: Model): Move[] {
  return [...NETWORKS.flatMap((network) => births(model, network)), ...model.flatMap((link) => changes(model, link))];
}

function births(model: Model, network: Network): Move[] {
  const pair = Math.max(0, ...model.map((link) => link.pair)) + 1;
  const [first, second] = NAMES.filter((name) => isFree(model, network, name));
  const far = NETWORKS.find((other) => other !== network && second !== undefined && isFree(model, other, second));
  if (first === undefined || second === undefined) return [];
  const born = (kind: Link["kind"], name: string, where: Network): Link => ({
    ...FRESH,
    name,
    network: where,
    kind,
    pair,
  });
  const near = [...model, born("veth", first, network)];
  return [
    { network, line: `link add ${first} type bridge`, after: [...model, born("bridge", first, network)] },
    {
      network,
      line: `link add ${first} type veth peer name ${second}`,
      after: [...near, born("veth", second, network)],
    },
    ...(far === undefined || far === "here"
      ? []
      : [
          {
            network,
            line: `link add name ${first} type veth peer name ${second} netns ${far}`,
            after: [...near, born("veth", second, far)],
          },
        ]),
  ];
}

function changes(model: Model, link: Link): Move[] {
  const { name, network, isUp, master, addresses, routes } = link;
  const move = (line: string, more: Partial<Link>): Move => ({
    network,
    line,
    after: model.map((one) => (one === link ? { ...one, ...more } : one)),
  });
  return [
    { network, line: `link del ${name}`, after: without(model, link) },
    move(`link set ${name} mtu 1400`, {}),
    move(`link set dev ${name} alias 'what it is for'`, {}),
    isUp ? move(`link set ${name} down`, { isUp: false, routes: [] }) : move(`link set ${name} up`, { isUp: true }),
    ...(isUp ? [] : renames(model, link)),
    ...(link.kind === "veth" ? passages(model, link) : []),
    ...(link.kind === "bridge" ? [move(`link set ${name} type bridge priority 100 ageing_time 500`, {})] : []),
    ...(master === null
      ? []
      : [
          move(`link set ${name} nomaster`, { master: null }),
          move(`link set ${name} type bridge_slave cost 5 learning off`, {}),
        ]),
    ...(isUp && addresses.length > 0 ? [move(`neigh replace 10.1.0.9 lladdr 02:00:00:00:00:09 dev ${name}`, {})] : []),
    ...ADDRESSES.filter((address) => !addresses.includes(address)).map((address) =>
      move(`addr add ${address} dev ${name}`, { addresses: [...addresses, address] }),
    ),
    ...addresses.map((address) => {
      const rest = addresses.filter((one) => one !== address);
      return move(`addr del ${address} dev ${name}`, { addresses: rest, routes: rest.length === 0 ? [] : routes });
    }),
    ...(isUp ? ROUTES : [])
      .filter((route) => !model.some((one) => one.network === network && one.routes.includes(route)))
      .map((route) => move(`route add ${route} dev ${name}`, { routes: [...routes, route] })),
    ...routes.map((route) => move(`route del ${route} dev ${name}`, { routes: routes.filter((one) => one !== route) })),
  ];
}

/** Where a veth can go: to another network, or to a bridge */
function passages(model: Model, link: Link): Move[] {
  const { name, network } = link;
  const to = (other: Network): Link => ({
    ...link,
    ...FRESH,
    network: other,
  });
  const replaced = (by: Link) => model.map((one) => (one === link ? by : one));
  return [
    ...NETWORKS.filter((other) => other !== network && other !== "here" && isFree(model, other, name)).map((other) => ({
      network,
      line: `link set ${name} netns ${other}`,
      after: replaced(to(other)),
    })),
    ...model
      .filter((one) => one.kind === "bridge" && one.network === network)
      .map((bridge) => ({
        network,
        line: `link set ${name} master ${bridge.name}`,
        after: replaced({ ...link, master: bridge.name }),
      })),
  ];
}

function renames(model: Model, link: Link): Move[] {
  const { name, network } = link;
  const free = NAMES.find((one) => isFree(model, network, one));
  if (free === undefined) return [];
  const renamed = (one: Link) => (one.network === network && one.master === name ? { ...one, master: free } : one);
  const after = model.map((one) => (one === link ? { ...one, name: free } : renamed(one)));
  return [{ network, line: `link set ${name} name ${free}`, after }];
}

function without(model: Model, link: Link): Model {
  const isPort = (one: Link) => one.network === link.network && one.master === link.name;
  return model.filter((one) => one.pair !== link.pair).map((one) => (isPort(one) ? { ...one, master: null } : one));
}

function isFree(model: Model, network: Network, name: string): boolean {
  return !model.some((one) => one.network === network && one.name === name);
}
