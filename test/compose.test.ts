import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { Config } from '../src/config.ts';
import { nodeOptions } from './support/server-process.ts';

const Health = z.object({
  test: z.tuple([z.literal('CMD-SHELL'), z.string()]),
  interval: z.string(),
  timeout: z.string(),
  retries: z.number(),
});
const Service = z.object({
  image: z.string(),
  build: z.string().optional(),
  profiles: z.array(z.string()).default([]),
  restart: z.string(),
  stop_grace_period: z.string().optional(),
  read_only: z.boolean().default(false),
  user: z.string().optional(),
  environment: z.record(z.string(), z.coerce.string()).default({}),
  ports: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  depends_on: z
    .record(z.string(), z.object({ condition: z.string(), required: z.boolean().default(true) }))
    .default({}),
  healthcheck: Health.optional(),
  cap_drop: z.array(z.string()).default([]),
});
type Service = z.infer<typeof Service>;

const compose = z
  .object({
    services: z.record(z.string(), Service),
    volumes: z.record(z.string(), z.null()),
  })
  .parse(parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }));

const services = Object.entries(compose.services);
const named = (pick: (service: Service) => boolean): readonly string[] =>
  services.filter(([, service]) => pick(service)).map(([name]) => name);
const started = (profile?: string): readonly string[] =>
  named(({ profiles }) => profiles.length === 0 || profiles.some((one) => one === profile));
const concords = services.filter(([, { build }]) => build !== undefined);
const stores = services.filter(([, { image }]) => image.includes('eventstoredb'));
/** What goes on running; the maker of certificates ends by itself. */
const lasting = [...concords, ...stores];

describe('docker-compose.yml', () => {
  it('starts Concord alone on its file, one server in `esdb`, three and a second Concord in `cluster`', () => {
    expect(started()).toStrictEqual(['concord']);
    expect(started('esdb')).toStrictEqual(['concord', 'esdb']);
    expect(started('cluster')).toStrictEqual([
      ...['concord', 'concord2', 'certificates'],
      ...['esdb1', 'esdb2', 'esdb3'],
    ]);
    for (const [, { environment }] of concords)
      expect(environment['EVENTSTORE_URL']).toBe('${EVENTSTORE_URL:-}');
  });

  it('sets only what there is to set, and what settings themselves take', () => {
    for (const [, { environment }] of concords) {
      for (const name of Object.keys(environment))
        expect(Object.keys(Config.shape)).toContain(name);
      const plain = Object.entries(environment).filter(([, value]) => !value.startsWith('${'));
      expect(() => Config.parse(Object.fromEntries(plain))).not.toThrow();
    }
  });

  it.each(lasting)('%s always comes back, and has 30 s to stop', (_name, service) => {
    expect(service).toMatchObject({ restart: 'always', stop_grace_period: '30s' });
  });

  it.each(lasting)('%s writes to its volumes only, and may do nothing more', (_name, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] });
    expect(service.volumes.length).toBeGreaterThan(0);
    for (const volume of service.volumes)
      expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0]);
  });

  it('runs nobody as root but the maker of certificates, which has no network', () => {
    for (const [, { user }] of stores) expect(user).toBe('1000:1000');
    const image = readFileSync('Dockerfile', 'utf8');
    expect(image.split('\n').findLast((line) => line.startsWith('USER'))).toMatch(
      /^USER (?!root|0\b)/,
    );
    expect(named(({ user }) => user?.startsWith('0') === true)).toStrictEqual(['certificates']);
  });

  it('lets only this machine in, each at a port of its own', () => {
    const ports = services.flatMap((service) => service[1].ports);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    expect(new Set(ports.map((port) => port.split(':')[1])).size).toBe(ports.length);
  });

  it('listens everywhere in a container, and to this machine alone outside', () => {
    expect(Config.parse({}).HOST).toBe('127.0.0.1');
    expect(readFileSync('Dockerfile', 'utf8')).toMatch(/^ENV HOST=0\.0\.0\.0$/m);
    expect(compose.services['concord']?.environment['HOST']).toBe('0.0.0.0');
    for (const [, { ports }] of services)
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('asks every server how it is, and each waits for what it needs', () => {
    for (const [, { healthcheck }] of stores)
      expect(healthcheck?.test[1]).toContain('/health/live');
    expect(readFileSync('Dockerfile', 'utf8')).toContain('HEALTHCHECK');
    const begin = JSON.stringify(['node', ...nodeOptions, 'src/main.ts']).replaceAll(',', ', ');
    expect(readFileSync('Dockerfile', 'utf8')).toContain(`CMD ${begin}`);
    for (const [, { depends_on }] of services)
      for (const [name, { condition }] of Object.entries(depends_on)) {
        const needed = compose.services[name];
        expect(condition).toBe(
          needed?.healthcheck ? 'service_healthy' : 'service_completed_successfully',
        );
      }
    // What a profile leaves out is not waited for.
    const waits = Object.entries(compose.services['concord']?.depends_on ?? {});
    expect(waits.map(([, { required }]) => required)).toStrictEqual([false, false]);
  });

  it('gives the three servers of a cluster the same name for what they are to each other', () => {
    const nodes = stores.filter(([, { profiles }]) => profiles.includes('cluster'));
    const addresses = nodes.map(([, { environment }]) => environment['EVENTSTORE_REPLICATION_IP']);
    for (const [name, { environment }] of nodes) {
      const own = environment['EVENTSTORE_REPLICATION_IP'];
      expect(environment['EVENTSTORE_CLUSTER_SIZE']).toBe('3');
      expect(environment['EVENTSTORE_ADVERTISE_HOST_TO_CLIENT_AS']).toBe(name);
      const seeds = (environment['EVENTSTORE_GOSSIP_SEED'] ?? '').split(',');
      expect(seeds).toStrictEqual(
        addresses.filter((other) => other !== own).map((other) => `${String(other)}:2113`),
      );
    }
  });
});
