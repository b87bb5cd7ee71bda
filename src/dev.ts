import { createServer as createHttpServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { openApp } from './app.ts';
import { readConfig } from './config.ts';
import { httpApp } from './http/server.ts';

/** The real server, with the web from its sources: a change shows at once, without a build. */
const config = readConfig({ LOG_LEVEL: 'warn', ...process.env });
const app = await openApp(config, { atOnce: true });
const http = createHttpServer();
const vite = await createServer({
  configFile: fileURLToPath(new URL('../vite.config.ts', import.meta.url)),
  root: fileURLToPath(new URL('web', import.meta.url)),
  server: { middlewareMode: true, hmr: { server: http } },
});
http.on(
  'request',
  httpApp(app, undefined, (server) => {
    server.use((_req, res, next) => {
      // Hot reload puts a script into the page; the built web does not.
      res.removeHeader('Content-Security-Policy');
      next();
    });
    server.use(vite.middlewares);
  }),
);
http.listen(config.PORT, config.HOST, () => {
  console.log(`http://${config.HOST}:${config.PORT}`);
});
const stop = () => {
  http.closeAllConnections();
  http.close();
  void vite.close().then(() => app.close());
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
