import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The pages of the service, built beside the compiled server, each file compressed once. */
export default defineConfig({
  root: here('.'),
  plugins: [react(), compression({ algorithms: ['gzip', 'brotliCompress'], exclude: [/\.html$/] })],
  build: {
    outDir: here('../../dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: 'manifest.json',
    rolldownOptions: {
      output: {
        // What nearly every page needs is one file: many small ones compress worse, and come later.
        codeSplitting: { groups: [{ name: 'common', minShareCount: 25 }] },
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});
