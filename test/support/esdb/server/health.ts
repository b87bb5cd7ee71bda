import { once } from 'node:events';
import { createServer } from 'node:http';

/** What a node says of itself over plain HTTP: 204 when it is ready, 503 while it isn't. */
export const createHealth = (ready: () => boolean | 'asleep') => {
  const server = createServer((request, response) => {
    const answer = ready();
    // Who is frozen says nothing.
    if (answer === 'asleep') return;
    response.statusCode = answer ? 204 : 503;
    if (request.url !== '/health/live') response.statusCode = 404;
    response.end();
  });
  return {
    listen: async (port: number): Promise<number> => {
      server.listen(port, '127.0.0.1');
      await once(server, 'listening');
      const address = server.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

export type NodeHealth = ReturnType<typeof createHealth>;
