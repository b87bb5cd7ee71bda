import type { RequestHandler, Response } from 'express';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from '../../../app.ts';
import { openRefusals } from './refusals.ts';
import { soon } from './soon.ts';

/** What is counted, in a registry of its own. */
export type Metrics = {
  readonly registry: Registry;
  /** One command and how it ended: `recorded`, `nothing`, `dry-run` or the code of the problem. */
  readonly command: (type: string, result: string) => void;
  /** Facts that commands over HTTP recorded. */
  readonly recorded: (category: string, facts: number) => void;
  /** Names the route that a response is for. */
  readonly route: (res: Response, path: string) => void;
  readonly timing: RequestHandler;
};

/** Lag and head are read when someone looks. */
const gauges = (app: App, registry: Registry): void => {
  const registers = [registry];
  const lag = new Gauge({
    name: 'concord_read_model_lag_seconds',
    help: 'How long the read models have been behind the store',
    registers,
  });
  const behind = new Gauge({
    name: 'concord_read_model_behind_facts',
    help: 'Positions between the read models and the head of the store',
    registers,
  });
  new Gauge({
    name: 'concord_refused_orders',
    help: 'Orders of policies that were refused and wait for somebody',
    registers,
    collect() {
      this.set(openRefusals(app) ?? 0);
    },
  });
  new Gauge({
    name: 'concord_store_head',
    help: 'Position of the last fact in the store',
    registers,
    async collect() {
      const progress = await soon(app.progress());
      // A store out of reach is no reason to keep silent about everything else.
      if (!progress) return;
      const { position, head, behindMs } = progress;
      this.set(Number(head));
      behind.set(Number(head - position));
      lag.set(behindMs / 1000);
    },
  });
};

/** Whether this node may handle people. */
const keeping = (app: App, registry: Registry): void => {
  new Gauge({
    name: 'concord_keys_elsewhere',
    help: '1 while this node cannot handle people: they are sealed under other keys than its own',
    registers: [registry],
    async collect() {
      const keys = await soon(app.keys());
      if (keys) this.set(keys === 'elsewhere' ? 1 : 0);
    },
  });
};

/** What it takes to keep a store on servers going; nothing for a file. */
const efforts = (app: App, registry: Registry): void => {
  const helps = {
    retries: 'Calls to the event store that were tried again',
    replacements: 'Connections to the event store that were given up for new ones',
    drops: 'Subscriptions to the event store that had to be made anew',
  } as const;
  for (const name of ['retries', 'replacements', 'drops'] as const) {
    if (!app.storeEffort()) continue;
    new Gauge({
      name: `concord_store_${name}`,
      help: helps[name],
      registers: [registry],
      collect() {
        this.set(app.storeEffort()?.[name] ?? 0);
      },
    });
  }
};

/** Who runs the clock and the policies, as this node sees it. */
const duties = (app: App, registry: Registry): void => {
  const registers = [registry];
  new Gauge({
    name: 'concord_duty_holder',
    help: 'The node that runs the clock and the policies, as last seen by this one',
    labelNames: ['holder'],
    registers,
    collect() {
      this.reset();
      const { holder } = app.duty();
      if (holder !== undefined) this.set({ holder }, 1);
    },
  });
  new Gauge({
    name: 'concord_on_duty',
    help: '1 while this node runs the clock and the policies',
    registers,
    collect() {
      this.set(app.duty().mine ? 1 : 0);
    },
  });
  new Gauge({
    name: 'concord_duty_takeovers',
    help: 'How often this node took over from one that had gone silent',
    registers,
    collect() {
      this.set(app.duty().takeovers);
    },
  });
};

const counters = (registry: Registry) => {
  const registers = [registry];
  return {
    durations: new Histogram({
      name: 'concord_http_request_duration_seconds',
      help: 'HTTP requests by route',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers,
    }),
    commands: new Counter({
      name: 'concord_commands_total',
      help: 'Commands over HTTP by how they ended',
      labelNames: ['command', 'result'],
      registers,
    }),
    facts: new Counter({
      name: 'concord_facts_recorded_total',
      help: 'Facts that commands over HTTP recorded',
      labelNames: ['category'],
      registers,
    }),
  };
};

/** Counters of one server; two in one process do not meet. */
export const metricsOf = (app: App): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  gauges(app, registry);
  duties(app, registry);
  keeping(app, registry);
  efforts(app, registry);
  const { durations, commands, facts } = counters(registry);
  const routes = new WeakMap<Response, string>();
  return {
    registry,
    command: (command, result) => commands.inc({ command, result }),
    recorded: (category, count) => facts.inc({ category }, count),
    route: (res, path) => routes.set(res, path),
    timing: (req, res, next) => {
      const stop = durations.startTimer({ method: req.method });
      res.once('finish', () =>
        stop({ route: routes.get(res) ?? 'unmatched', status: res.statusCode }),
      );
      next();
    },
  };
};
