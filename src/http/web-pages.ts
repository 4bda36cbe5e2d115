import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type Router } from 'express';
import expressStaticGzip from 'express-static-gzip';

/** Where the build puts the pages; the same folder from the sources and from the compiled service. */
const built = fileURLToPath(new URL('../../dist/web/', import.meta.url));

/**
 * The web app: built files, compressed once and kept by browsers for ever, and the one page for
 * every address that a browser navigates to. Styles that the kit makes at run time carry a nonce of
 * that page; scripts come from files only.
 */
export function webPages(folder = built): Router {
  const router = express.Router();
  const file = join(folder, 'index.html');
  if (!existsSync(file)) {
    router.get('/', (_req, res) => res.redirect('/api/docs'));
    return router;
  }
  const page = readFileSync(file, 'utf8');
  router.use(
    '/assets',
    expressStaticGzip(join(folder, 'assets'), {
      enableBrotli: true,
      orderPreference: ['br', 'gz'],
      index: false,
      serveStatic: { maxAge: '1y', immutable: true },
    }),
  );
  // While a new build is rolled out, a file may be asked of a process that has it not yet.
  router.use('/assets', (_req, res, next) => {
    res.set('Cache-Control', 'no-store');
    next();
  });
  router.get('/icon.svg', (_req, res) => res.sendFile('icon.svg', { root: folder, maxAge: '1d' }));
  router.get('/{*path}', (req, res, next) => {
    if (req.path.startsWith('/api/') || req.path.startsWith('/assets/')) return next();
    if (!req.accepts('html')) return next();
    const nonce = randomBytes(16).toString('base64');
    res
      .set('Content-Security-Policy', policy(nonce))
      .set('Cache-Control', 'no-store')
      .type('html')
      .send(page.replace('__NONCE__', nonce));
  });
  return router;
}

const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
