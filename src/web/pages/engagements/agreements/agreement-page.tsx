import { Alert, Anchor, Grid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { type Agreement, agreements } from '../../../api/agreements.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { useText } from '../../../texts/use-text.tsx';
import { HistoryLink } from '../../desks/audit/history-link.tsx';
import { AgreementActions } from './agreement-actions.tsx';
import { Changes, Course, Payments } from './agreement-course.tsx';
import { Parties, Terms, Values } from './agreement-facts.tsx';

/** 技术合同: what was agreed, how far it has come, and what may be done with it. */
export function AgreementPage() {
  const { id = '' } = useParams();
  const { t } = useText();
  const query = useQuery(agreements.one(id));
  const one = query.data;
  return (
    <Page
      title={one?.title ?? t.agreements.list.title}
      back={{ to: '/agreements', label: t.agreements.one.back }}
      aside={one && <CodeBadge table="agreementStatuses" code={one.status} />}
      actions={
        one && (
          <>
            <HistoryLink subject={one.id} district={one.district} />
            <AgreementActions agreement={one} />
          </>
        )
      }
    >
      <QueryView query={query} bones={6}>
        {(agreement) => (
          <Stack>
            <Warnings agreement={agreement} />
            <Grid gap="md">
              <Grid.Col span={{ base: 12, md: 8 }}>
                <Stack gap="md">
                  <Values agreement={agreement} />
                  <Terms agreement={agreement} />
                  <Payments agreement={agreement} />
                </Stack>
              </Grid.Col>
              <Grid.Col span={{ base: 12, md: 4 }}>
                <Stack gap="md">
                  <Course agreement={agreement} />
                  <Parties agreement={agreement} />
                  <Changes agreement={agreement} />
                </Stack>
              </Grid.Col>
            </Grid>
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

function Warnings({ agreement: { warnings, duplicate } }: { agreement: Agreement }) {
  const { t, word } = useText();
  const texts = t.agreements.one;
  if (warnings.length === 0 && !duplicate) return null;
  return (
    <Alert color="yellow" title={texts.warnings} icon={<IconAlertTriangle aria-hidden />}>
      {duplicate && <Text size="sm">{texts.duplicate}</Text>}
      {warnings.map(({ code, path, agreementId }) => (
        <Text size="sm" key={`${code} ${path} ${agreementId}`}>
          {word('agreementWarnings', code)}{' '}
          {agreementId && (
            <Anchor component={Link} to={`/agreements/${agreementId}`} size="sm">
              {texts.seeOther}
            </Anchor>
          )}
        </Text>
      ))}
    </Alert>
  );
}
