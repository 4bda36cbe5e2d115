import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { TextsProvider } from '../texts/use-text.tsx';
import { createCache } from './cache.ts';
import { Router } from './router.tsx';
import { theme, variables } from './theme.ts';

const Notices = lazy(async () => ({ default: (await import('./notices.tsx')).Notices }));
const cache = createCache();
const nonce = document.querySelector('meta[name=csp-nonce]')?.getAttribute('content') ?? '';
// Where the library under the kit's dialogs looks for the nonce of its own style sheet.
Object.assign(globalThis, { __webpack_nonce__: nonce });

export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={cache}>
        <TextsProvider>
          <Suspense>
            <Notices />
          </Suspense>
          <Router />
        </TextsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
