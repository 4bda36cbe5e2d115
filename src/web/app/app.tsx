import { MantineProvider } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { RouterProvider } from 'react-router';
import 'dayjs/locale/zh-cn';
import { TextsProvider, useText } from '../texts/use-text.tsx';
import { createCache } from './cache.ts';
import { router } from './router.tsx';
import { theme, variables } from './theme.ts';

const cache = createCache();
const nonce = document.querySelector('meta[name=csp-nonce]')?.getAttribute('content') ?? '';

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
          <LocalDates>
            <Notifications position="bottom-right" />
            <RouterProvider router={router} />
          </LocalDates>
        </TextsProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}

function LocalDates({ children }: { children: ReactNode }) {
  const { language } = useText();
  const locale = language === 'zh' ? 'zh-cn' : 'en';
  return <DatesProvider settings={{ locale, firstDayOfWeek: 1 }}>{children}</DatesProvider>;
}
