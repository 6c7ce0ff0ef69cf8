// The start script's certificate as TypeScript sees it; the script itself runs before anything is installed, so it is plain.
declare module '*/certificate.mjs' {
  export function ensureCertificate(): Promise<{ readonly certificate: string; readonly key: string }>;
}
