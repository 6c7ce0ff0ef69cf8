// `npm start`: from a fresh clone to the running product in one command: server with embedded database, pane and workbench
// on one https origin. Plain http is not offered: Office.js never gets ready on it, neither in Excel nor in the workbench.
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { ensureCertificate, trustCommand } from './certificate.mjs';
import { buildPages, checkNode, installDependencies } from './prepare.mjs';

const manifestPort = 3000;

function isFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });
}

async function choosePort() {
  const wanted = Number(process.env.PORT ?? manifestPort);
  let port = wanted;
  while (!(await isFree(port))) port += 1;
  if (port !== wanted) console.log(`Port ${wanted} is taken by another program; using ${port}.`);
  return port;
}

function canConnect(port) {
  return new Promise((resolve) => {
    const socket = connect(port, 'localhost');
    socket.once('connect', () => socket.end(() => resolve(true)));
    socket.once('error', () => resolve(false));
  });
}

async function untilListening(port, server) {
  while (server.exitCode === null && !(await canConnect(port)))
    await new Promise((resolve) => setTimeout(resolve, 100));
  return server.exitCode === null;
}

function printWelcome(port) {
  const lines = [
    '',
    `  Workbench   https://localhost:${port}/workbench/   (Excel's other side in a browser tab, opened on the sample pair)`,
    `  Task pane   https://localhost:${port}/taskpane.html`,
    '',
    '  The certificate is self-made: the browser warns once ("Advanced", "Proceed to localhost"). To trust it for good:',
    `    ${trustCommand()}`,
    '  Real Excel (Windows, Mac): trust the certificate, then run `npm run excel` beside this.',
  ];
  if (port !== manifestPort)
    lines.push(`  manifest.xml names port ${manifestPort}: Excel needs that port, the workbench does not.`);
  console.log(`${lines.join('\n')}\n\n  Stop with Ctrl+C.\n`);
}

checkNode();
await installDependencies();
if (!(await buildPages())) process.exit(1);
const { certificate, key } = await ensureCertificate();
const port = await choosePort();
const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
  stdio: 'inherit',
  env: {
    CLEARSHEET_DATABASE: 'data/clearsheet.sqlite',
    CLEARSHEET_WORKBENCH: '1',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
    TLS_CERT: certificate,
    TLS_KEY: key,
    ...process.env,
    PORT: String(port),
  },
});
server.on('exit', (code) => process.exit(code ?? 0));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
if (await untilListening(port, server)) printWelcome(port);
