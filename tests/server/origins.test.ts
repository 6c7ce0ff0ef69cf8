// Panes from another origin: those the settings name are let in, errors and all; pages of any other origin are not.
import { openDatabase } from '../../server/store/database.ts';
import type { Database } from '../../server/store/database.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { NOW } from './databases.ts';
import { must } from './fixtures.ts';

const PANE = 'https://panes.example.com';
const KEY = 'a key of some length';
let database: Database | null = null;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => database?.close());
const agent = (allowedOrigins = [PANE]) =>
  agentFor({ database: must(database), company: 'default', now: () => NOW }, { allowedOrigins, accessKey: KEY });

test('the browser may ask ahead, without the key', async () => {
  const asked = agent().options(path('/batches')).set('Origin', PANE).set('Access-Control-Request-Method', 'POST');
  const { headers } = await asked.expect(204);
  expect(headers).toMatchObject({
    'access-control-allow-origin': PANE,
    'access-control-allow-methods': 'GET, POST, PUT, DELETE',
    'access-control-allow-headers': 'Authorization, Content-Type',
    vary: 'Origin',
  });
});

test('its calls are answered, and errors can be read too', async () => {
  const call = () => agent().get(path('/stock-levels')).set('Origin', PANE);
  const { headers } = await call().set('Authorization', `Bearer ${KEY}`).expect(200);
  expect(headers['access-control-allow-origin']).toBe(PANE);
  expect(headers['access-control-expose-headers']).toContain('X-Request-Id');
  const refused = await call().expect(401);
  expect(errorOf(refused).code).toBe('ACCESS_KEY_REQUIRED');
  expect(refused.headers['access-control-allow-origin']).toBe(PANE);
});

test.each([
  ['another page', [PANE], 'https://evil.example'],
  ['a page whose name only begins like it', [PANE], `${PANE}.evil.example`],
  ['a page without origin', [PANE], 'null'],
  ['any page, where the settings name none', [], PANE],
])('%s gets no leave', async (_name, allowed, origin) => {
  const { headers } = await agent(allowed).get(path('/health')).set('Origin', origin).expect(200);
  expect(headers).not.toHaveProperty('access-control-allow-origin');
  await agent(allowed)
    .options(path('/batches'))
    .set('Origin', origin)
    .set('Access-Control-Request-Method', 'POST')
    .expect(401);
});

test('a cache keeps the answers of origins apart', async () => {
  expect((await agent().get(path('/health'))).headers.vary).toBe('Origin');
});
