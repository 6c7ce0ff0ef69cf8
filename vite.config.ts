// Builds the two pages the server hands out: /taskpane.html (pane and ribbon command runtime, one page) and /workbench/.
// office.js is not bundled: taskpane.html loads it from Microsoft's CDN, the workbench's server points it to node_modules.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const pages = {
  'addin/taskpane.html': 'taskpane.html',
  'workbench/page/workbench.html': 'workbench/index.html',
};

/** Vite names a page after its place in the source tree; the address a page is asked for by is ours to say. */
function pagesAtTheirAddress(): Plugin {
  return {
    name: 'clearsheet-pages',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [source, address] of Object.entries(pages)) {
        const page = bundle[source];
        if (page?.type !== 'asset') throw new Error(`The build has no page ${source}`);
        this.emitFile({ type: 'asset', fileName: address, source: page.source });
        delete bundle[source];
      }
    },
  };
}

export default defineConfig({
  publicDir: 'addin/public',
  plugins: [react(), pagesAtTheirAddress()],
  build: {
    outDir: 'dist/addin',
    assetsDir: 'code', // /assets/ belongs to the icons, whose names the manifest fixes; what is in /code/ is named by its hash
    emptyOutDir: true,
    target: 'es2022', // WebView2 and WKWebView, which is what supported Office versions use
    modulePreload: { polyfill: false },
    sourcemap: true,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { input: Object.keys(pages) },
  },
});
