import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// Everything comes from our own origin; nothing is inlined, so that the CSP needs no exception.
export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
});
