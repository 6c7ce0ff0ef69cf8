// The settings: what is taken when nothing is said, and what stops the start.
import { readConfig } from '../../server/config.ts';

test('nothing set: this computer only, a file for the books, no workbench', () => {
  expect(readConfig({})).toEqual({
    PORT: 3000,
    HOST: 'localhost',
    CLEARSHEET_DATABASE: 'data/clearsheet.sqlite',
    CLEARSHEET_ALLOWED_ORIGINS: [],
    CLEARSHEET_WORKBENCH: false,
    LOG_LEVEL: 'info',
  });
});

test('what the start script sets is understood', () => {
  const set = { PORT: '3001', CLEARSHEET_WORKBENCH: '1', TLS_CERT: 'a.crt', TLS_KEY: 'a.key' };
  expect(readConfig(set)).toMatchObject({
    PORT: 3001,
    CLEARSHEET_WORKBENCH: true,
    TLS_CERT: 'a.crt',
    TLS_KEY: 'a.key',
  });
});

test.each([
  ['a port that is none', { PORT: 'http' }, /PORT/],
  ['a port out of range', { PORT: '70000' }, /PORT/],
  ['open to the network without a key', { HOST: '0.0.0.0' }, /CLEARSHEET_ACCESS_KEY/],
  ['a key too short to be one', { CLEARSHEET_ACCESS_KEY: 'short' }, /CLEARSHEET_ACCESS_KEY/],
  ['a certificate without its key', { TLS_CERT: 'a.crt' }, /TLS_KEY/],
  ['any origin', { CLEARSHEET_ALLOWED_ORIGINS: '*' }, /"\*" is no origin/],
  ['an origin with a path', { CLEARSHEET_ALLOWED_ORIGINS: 'https://a.example/pane' }, /CLEARSHEET_ALLOWED_ORIGINS/],
  ['an origin that ends in a slash', { CLEARSHEET_ALLOWED_ORIGINS: 'https://a.example/' }, /no origin/],
  ['an origin of no page', { CLEARSHEET_ALLOWED_ORIGINS: 'https://a.example, null' }, /"null" is no origin/],
  ['a word that is neither yes nor no', { CLEARSHEET_WORKBENCH: 'perhaps' }, /CLEARSHEET_WORKBENCH/],
])('%s stops the start and is named', (_name, env, message) => {
  expect(() => readConfig(env)).toThrow(message);
});

test('origins are read with blanks and commas between', () => {
  const { CLEARSHEET_ALLOWED_ORIGINS } = readConfig({
    CLEARSHEET_ALLOWED_ORIGINS: ' https://a.example,http://b:3001 ,',
  });
  expect(CLEARSHEET_ALLOWED_ORIGINS).toEqual(['https://a.example', 'http://b:3001']);
});

test.each(['localhost', '127.0.0.1', '::1'])('%s is this computer and needs no key', (HOST) => {
  expect(readConfig({ HOST }).HOST).toBe(HOST);
});

test('open to the network with a key starts', () => {
  expect(readConfig({ HOST: '0.0.0.0', CLEARSHEET_ACCESS_KEY: 'x'.repeat(16) }).HOST).toBe('0.0.0.0');
});
