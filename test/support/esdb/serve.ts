import { openDouble } from './double.ts';

// A process that is a server, for measuring: who asks must not share its thread with who answers.
const double = await openDouble();
process.send?.(double.url);
process.once('disconnect', () => {
  void double.close();
});
