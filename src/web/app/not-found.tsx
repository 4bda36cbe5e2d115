import { Text } from '@mantine/core';
import { Page } from '../kit/page.tsx';
import { useText } from '../texts/use-text.tsx';

export function NotFound() {
  const { t } = useText();
  return (
    <Page title={t.states.notFoundTitle}>
      <Text>{t.states.notFoundText}</Text>
    </Page>
  );
}
