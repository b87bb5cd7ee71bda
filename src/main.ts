import { flushCompileCache } from 'node:module';
import { keepCompiled } from './compiled.ts';

keepCompiled();
await import('./serve.ts');
// A server may be killed: it does not wait for its end to write.
flushCompileCache();
