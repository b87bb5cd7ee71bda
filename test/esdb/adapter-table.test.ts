import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/store/esdb/address.ts';
import { Unanswered, verdictOf } from '../../src/store/esdb/failures.ts';

/** An error as the client throws it: of its own kinds with a type, of gRPC's with a code, or bare. */
const failure = (message: string, more: { type?: string; code?: number } = {}): Error =>
  Object.assign(new Error(message), more);

describe('the table of failures', () => {
  it.each([
    ['conflict', failure('', { type: 'wrong-expected-version' })],
    ['absent', failure('x not found', { type: 'stream-not-found' })],
    ['deleted', failure('', { type: 'stream-deleted' })],
    ['denied', failure('Access Denied', { type: 'access-denied', code: 7 })],
    ['denied', failure('16 UNAUTHENTICATED', { code: 16 })],
    ['too-large', failure('', { type: 'maximum-append-size-exceeded' })],
    ['too-large', failure('8 RESOURCE_EXHAUSTED: exceeds', { type: 'unknown', code: 8 })],
    ['elsewhere', failure('Leader info available', { type: 'not-leader', code: 5 })],
    ['invalid-position', failure('3 INVALID_ARGUMENT', { type: 'unknown', code: 3 })],
    [
      'invalid-position',
      failure('Unexpected ReadAllResult: InvalidPosition', { type: 'unknown', code: 2 }),
    ],
    ['anew', failure('Received RST_STREAM with code 0', { type: 'unknown', code: 13 })],
    ['anew', failure('2 UNKNOWN: Exception was thrown by handler.', { code: 2 })],
    ['anew', failure('undefined is not iterable')],
    ['again', failure('read ECONNRESET', { type: 'unavailable', code: 14 })],
    ['again', failure('Server Is Not Ready', { type: 'unavailable', code: 14 })],
    ['again', failure('Could not recognize Server Is Not Ready', { type: 'unknown' })],
    ['again', failure('No leader info available in response', { type: 'unknown', code: 2 })],
    ['again', failure('', { type: 'cancelled', code: 1 })],
    ['again', failure('Deadline exceeded', { type: 'deadline-exceeded', code: 4 })],
    ['again', failure('Operation timed out', { type: 'timeout', code: 10 })],
    ['again', failure('4 DEADLINE_EXCEEDED', { code: 4 })],
    ['again', failure('Failed to discover after 3 attempts.')],
    ['again', failure('Channel has been shut down')],
    ['again', new Unanswered('Appending was not answered in 800 ms')],
    [
      'unknown',
      failure('2 UNKNOWN: Exception was thrown by handler.', { type: 'unknown', code: 2 }),
    ],
    ['unknown', failure('a riddle')],
    ['unknown', 'not even an error'],
  ])('says %s of %s', (verdict, error) => {
    expect(verdictOf(error)).toBe(verdict);
  });
});

describe('the address of a cluster', () => {
  const parameters = (url: string, caFile?: string) =>
    new URLSearchParams(addressOf(url, caFile).connection.split('?')[1]);

  it('is completed by what halves the outage of a frozen leader', () => {
    const said = parameters('esdb://a:1,b:2?tls=false');
    expect([said.get('gossipTimeout'), said.get('keepAliveTimeout')]).toStrictEqual(['1', '2000']);
    expect(said.get('maxDiscoverAttempts')).toBe('3');
  });

  it('keeps what it says itself, however it is spelled', () => {
    const said = parameters('esdb://a?tls=false&gossip-timeout=7&KEEPALIVETIMEOUT=900');
    expect(said.get('gossip-timeout')).toBe('7');
    expect([said.get('gossipTimeout'), said.get('keepAliveTimeout')]).toStrictEqual([null, null]);
  });

  it('names the file of the certificate authority, unless it says another', () => {
    const secure = 'esdb://ops:change%3Ait@a:2113';
    expect(parameters(secure, 'c a.crt').get('tlsCAFile')).toBe('c a.crt');
    expect(parameters(`${secure}?tlsCAFile=own.crt`, 'ca.crt').get('tlsCAFile')).toBe('own.crt');
  });

  it('is shown without its user, who is known nevertheless', () => {
    const { shown, credentials } = addressOf('esdb+discover://ops:change%3Ait@a:2113?tls=true');
    expect(shown).toBe('esdb+discover://a:2113');
    expect(credentials).toStrictEqual({ username: 'ops', password: 'change:it' });
  });
});
