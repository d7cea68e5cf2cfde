import { createServer } from 'node:http';
import next from 'next';
const port = 3877;
const app = next({ dev: true, hostname: 'localhost', port });
await app.prepare();
const handle = app.getRequestHandler();
createServer((req, res) => { req.headers['x-path'] = req.url; req.headers['x-client-address'] = '127.0.0.1'; handle(req, res); }).listen(port, '127.0.0.1', () => console.log('up'));
