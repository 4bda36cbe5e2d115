import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import express, { type Router } from 'express';

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Daqiao 搭桥 · HTTP API</title>
<meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="docs/kit/swagger-ui.css">
<div id="reference"></div>
<script src="docs/kit/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</html>`;

const start = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  validatorUrl: null,
});`;

/** The OpenAPI document as a readable page; its kit wants inline styles, so only here they may be. */
export function apiDocs(): Router {
  const router = express.Router();
  const kit = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  router.use((_req, res, next) => {
    res.set(
      'Content-Security-Policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
    );
    next();
  });
  router.get('/', (_req, res) => void res.type('html').send(page));
  router.get('/start.js', (_req, res) => void res.type('js').send(start));
  const files = ['swagger-ui.css', 'swagger-ui-bundle.js'];
  router.get('/kit/:file', (req, res, next) => {
    if (!files.includes(req.params.file)) return next();
    res.sendFile(req.params.file, { root: kit, maxAge: '1d' });
  });
  return router;
}
