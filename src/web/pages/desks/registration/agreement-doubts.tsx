import { Alert, Anchor, List } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { agreements } from '../../../api/agreements.ts';
import { useText } from '../../../texts/use-text.tsx';

/** What to look at before an agreement goes on: an unusual ratio, a likely duplicate. */
export function AgreementDoubts({ id }: { id: string }) {
  const { t, word } = useText();
  const texts = t.desks.registration;
  const { data } = useQuery(agreements.one(id));
  if (!data || data.warnings.length === 0) return null;
  return (
    <Alert color="yellow" title={texts.doubts} icon={<IconAlertTriangle aria-hidden />}>
      <List size="sm">
        {data.warnings.map(({ code, path, agreementId }) => (
          <List.Item key={`${code}${path}${agreementId}`}>
            {word('agreementWarnings', code)}{' '}
            {agreementId && (
              <Anchor component={Link} to={`/agreements/${agreementId}`} size="sm" target="_blank">
                {texts.openOther}
              </Anchor>
            )}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
