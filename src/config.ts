import { join } from 'node:path';
import { z } from 'zod';

/** Every setting there is: from the environment and `.env`. docs/settings.md is made from this. */
export const Config = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on'),
  PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(3000)
    .describe('HTTP port; 0 takes a free one'),
  CONCORD_DATA: z
    .string()
    .min(1)
    .default('./data')
    .describe('Folder of events.db, views.db and keys.db'),
  CONCORD_ZONE: z
    .string()
    .refine((zone) => Intl.supportedValuesOf('timeZone').includes(zone) || zone === 'UTC', {
      error: 'is not an IANA time zone',
    })
    .default('Asia/Shanghai')
    .describe('Zone of a day that names no place'),
  CONCORD_CLOCK: z
    .enum(['system', 'settable'])
    .default('system')
    .describe(
      '`settable` lets POST /api/v1/clock move time forward; for development and the tour only',
    ),
  EVENTSTORE_URL: z
    .string()
    .regex(/^esdb(\+discover)?:\/\/./, { error: 'is not esdb://… or esdb+discover://…' })
    .optional()
    .describe(
      'EventStoreDB that keeps the events: esdb://name:password@host:2113[,host…]; without it they are in events.db',
    ),
  EVENTSTORE_CA_FILE: z
    .string()
    .min(1)
    .optional()
    .describe('Certificate authority (PEM file) that signed the certificates of EventStoreDB'),
  CONCORD_KEYS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Folder of keys.db and keys.kek; CONCORD_DATA when left out. Several nodes must share one',
    ),
  CONCORD_LEASE_MS: z.coerce
    .number()
    .int()
    .min(300)
    .max(600_000)
    .default(30_000)
    .describe(
      'Nodes on one EventStoreDB: how long the one on duty may be silent before another takes over',
    ),
  CONCORD_LAG_LIMIT_MS: z.coerce
    .number()
    .int()
    .positive()
    .default(10_000)
    .describe('How far the read models may lag before /readyz says no'),
  CONCORD_KEK: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, { error: 'is not 32 bytes in base64' })
    .optional()
    .describe('Key that wraps the personal keys; without it a file in the data folder is made'),
  ALLOWED_HOSTS: z
    .string()
    .regex(/^[A-Za-z0-9.-]+(,[A-Za-z0-9.-]+)*$/)
    .optional()
    .describe('Names beside localhost and HOST that callers may use for this server, with commas'),
  CALENDAR_TOKEN: z
    .string()
    .min(16)
    .optional()
    .describe(
      'Secret in the address of the calendar feed, at least 16 characters; without it the feed is for loopback only',
    ),
  BODY_LIMIT: z
    .string()
    .regex(/^\d+(kb|mb)$/)
    .default('1mb')
    .describe('Largest request body'),
  UPLOAD_LIMIT: z
    .string()
    .regex(/^\d+(kb|mb)$/)
    .default('64mb')
    .describe('Largest import file over HTTP'),
  ATTACHMENT_LIMIT: z
    .string()
    .regex(/^\d+(kb|mb)$/)
    .default('50mb')
    .describe('Largest attachment'),
  CONCORD_ATTACHMENTS: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Folder of attachments; `attachments` in CONCORD_DATA when left out. Several nodes share one',
    ),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Log level'),
});
export type Config = z.infer<typeof Config>;

const units = { kb: 1024, mb: 1024 * 1024 } as const;

/** How many bytes a size such as `64mb` is. */
export const bytesIn = (size: string): number =>
  Number(size.slice(0, -2)) * units[size.slice(-2) as keyof typeof units];

/** Where the files are that facts refer to. */
export const attachmentsFolder = ({ CONCORD_DATA, CONCORD_ATTACHMENTS }: Config): string =>
  CONCORD_ATTACHMENTS ?? join(CONCORD_DATA, 'attachments');

/** What is wrong with which setting. */
export type WrongValue = { readonly path: string; readonly message: string };

/** A setting is wrong; the message names it, and so does each of `violations` where there are several. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
  readonly violations: readonly WrongValue[];
  constructor(message: string, violations: readonly WrongValue[] = []) {
    super(message);
    this.violations = violations;
  }
}

/** Reads the settings; throws WrongSetting naming every one that is wrong. */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const set = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = Config.safeParse(set);
  if (result.success) return result.data;
  const violations = result.error.issues.map(({ path, message }) => ({
    path: path.join('.'),
    message,
  }));
  throw new WrongSetting(
    violations.map(({ path, message }) => `${path}: ${message}`).join('\n'),
    violations,
  );
};
