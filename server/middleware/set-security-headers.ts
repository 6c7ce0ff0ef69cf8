// Headers for pages that live inside Office: framed by Office on the web, running Microsoft's script from its CDN.
import helmet from 'koa-helmet';
import type { Middleware } from 'koa';

/** Where Office on the web frames add-ins from, and the workbench beside the pane. */
const OFFICE_HOSTS = [
  'https://*.officeapps.live.com',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.microsoft365.com',
  'https://*.cloud.microsoft',
  'https://*.sharepoint.com',
  'https://*.live.com',
];

export function setSecurityHeaders(): Middleware {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", 'https://appsforoffice.microsoft.com'],
        // Fluent UI writes its styles into the page as it renders.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        // The server that keeps the books can be set in the pane.
        connectSrc: ["'self'", 'https:'],
        frameSrc: ["'self'"],
        frameAncestors: ["'self'", ...OFFICE_HOSTS],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
      },
    },
    // frame-ancestors says who may frame; the older header knows only "nobody" and "same origin".
    xFrameOptions: false,
    // Excel fetches icons of the manifest from its own origin, and Office dialogs talk to the window that opened them.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginOpenerPolicy: false,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // On localhost it would force https on every other program of this computer; a proxy in front may add it.
    strictTransportSecurity: false,
  });
}
