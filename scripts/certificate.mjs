// The self-made certificate for https://localhost: Office loads add-ins by https only, and Microsoft's client library
// refuses a host page that is not https, even on loopback. Nothing is installed and no administrator is asked.
import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';

const folder = 'data/certs';
const authority = `${folder}/ca.crt`;
const certificate = `${folder}/localhost.crt`;
const key = `${folder}/localhost.key`;
const validDays = 365;
const dayMs = 86_400_000;

function isUsable() {
  if (![authority, certificate, key].every((path) => existsSync(path))) return false;
  return Date.parse(new X509Certificate(readFileSync(certificate)).validTo) > Date.now() + dayMs;
}

/** Makes the certificate when it is missing or runs out within a day. Returns the paths for TLS_CERT and TLS_KEY. */
export async function ensureCertificate() {
  if (!isUsable()) {
    mkdirSync(folder, { recursive: true });
    for (const path of [authority, certificate, key]) rmSync(path, { force: true });
    // Under jest the CommonJS package arrives without a default export.
    const certificates = await import('office-addin-dev-certs');
    const { generateCertificates } = certificates.default ?? certificates;
    await generateCertificates(authority, certificate, key, validDays);
    chmodSync(key, 0o600);
  }
  return { certificate, key };
}

/** The one command that makes this machine trust the certificate, for the person who wants no browser warning. */
export function trustCommand(platform = process.platform) {
  if (platform === 'win32') return `certutil -user -addstore Root ${authority.replaceAll('/', '\\')}`;
  if (platform === 'darwin')
    return `security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db ${authority}`;
  return `certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n Clearsheet -i ${authority}   (Debian: package libnss3-tools)`;
}
