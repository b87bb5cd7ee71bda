/** What the connection string lacks, in the client's own names. */
const DEFAULTS: Readonly<Record<string, string>> = {
  // Seconds. With 2 s of keep-alive this halves the outage when a leader freezes.
  gossipTimeout: '1',
  keepAliveTimeout: '2000',
  maxDiscoverAttempts: '3',
  discoveryInterval: '100',
};

/** The connection string is not one of EventStoreDB. */
export class WrongAddress extends Error {
  override readonly name = 'WrongAddress';
}

/** A user of the server. */
export type Credentials = { readonly username: string; readonly password: string };

/** Where the server is, and as whom to call it. */
export type Address = {
  /** For the client; holds the password. */
  readonly connection: string;
  readonly credentials: Credentials;
  /** The hosts alone, for people. */
  readonly shown: string;
};

const SHAPE = /^(esdb(?:\+discover)?):\/\/(?:([^:@/]+):([^@/]*)@)?([^/?]+)\/?(?:\?(.*))?$/;

/** Anybody, where the server asks nobody: the client leaves these out without TLS. */
const NOBODY: Credentials = { username: 'concord', password: 'concord' };

const canonical = (key: string): string => key.trim().toLowerCase().replaceAll(/[_-]/g, '');

const parametersOf = (query: string): ReadonlyMap<string, string> =>
  new Map(
    query
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const cut = pair.indexOf('=');
        return [pair.slice(0, cut), pair.slice(cut + 1)];
      }),
  );

const userOf = (name: string | undefined, password: string | undefined, isSecure: boolean) => {
  if (name !== undefined)
    return {
      username: decodeURIComponent(name),
      password: decodeURIComponent(password ?? ''),
    };
  if (isSecure)
    throw new WrongAddress(
      'EventStoreDB with TLS needs a user: esdb://name:password@host:2113 (or tls=false)',
    );
  return NOBODY;
};

/**
 * Reads a connection string and adds what it leaves open; `caFile` is the certificate authority of
 * the server. Throws WrongAddress, never showing the password.
 */
export const addressOf = (url: string, caFile?: string): Address => {
  const match = SHAPE.exec(url.trim());
  if (!match)
    throw new WrongAddress(
      'The address of EventStoreDB is esdb://[name:password@]host[:2113][,host…][?key=value]',
    );
  const [, scheme = '', name, password, hosts = '', query = ''] = match;
  const given = parametersOf(query);
  const known = new Map([...given].map(([key, value]) => [canonical(key), value]));
  const isSecure = known.get('tls') !== 'false';
  const added = Object.entries({
    ...DEFAULTS,
    ...(caFile === undefined ? {} : { tlsCAFile: encodeURIComponent(caFile) }),
  }).filter(([key]) => !known.has(canonical(key)));
  const parameters = [...given, ...added].map(([key, value]) => `${key}=${value}`).join('&');
  const user = name === undefined ? '' : `${name}:${password ?? ''}@`;
  return {
    connection: `${scheme}://${user}${hosts}?${parameters}`,
    credentials: userOf(name, password, isSecure),
    shown: `${scheme}://${hosts}`,
  };
};
