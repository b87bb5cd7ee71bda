import { expect, it } from 'vitest';
import { bodyHash, derivedId, factId } from '../../src/ids.ts';

// Worked out apart from this program (Python's uuid and hashlib): another value would record anew
// what was recorded before, under every key that was ever used.
const COMMAND = '11111111-2222-4333-8444-555555555555';

it('the id of a fact is that of its command, stream and place, for ever', () => {
  expect(factId(COMMAND, 'contract-C-1', 0)).toBe('b29f481b-1376-54a1-b210-acc8c0dc071e');
  expect(factId(COMMAND, 'contract-C-1', 1)).toBe('1bb3d592-fb61-5cf7-bbcf-b0c4987dbf12');
});

it('the id of a command is that of who asks, of what, under which key', () => {
  expect(derivedId('clerk-1', 'contracts', 'C-1', '键-1')).toBe(
    'e01e2f0d-deed-5946-871c-24e948cb1864',
  );
});

it('the hash of a body is that of its canonical JSON, in whatever order its fields came', () => {
  const said = '0bf8a6926d9c3b884b4e1b7aaa420ad51f83b86a4609a4f7431a61910b0de64f';
  expect(bodyHash({ type: 'File', data: { z: '甲', on: '2026-01-02', a: 1 } })).toBe(said);
  expect(bodyHash({ type: 'File', data: { a: 1, z: '甲', on: '2026-01-02' } })).toBe(said);
  expect(bodyHash({ type: 'File', data: { a: 1, z: '乙', on: '2026-01-02' } })).not.toBe(said);
});
