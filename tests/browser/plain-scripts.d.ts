// Plain scripts as TypeScript sees them: they run before anything is installed, so they are not TypeScript themselves.
declare module '*/certificate.mjs' {
  export function ensureCertificate(): Promise<{ readonly certificate: string; readonly key: string }>;
}

declare module '*/global-setup.mjs' {
  export default function setUp(config: { readonly nonFlagArgs: readonly string[] }): Promise<void>;
}
