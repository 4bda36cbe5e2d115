import { Anchor, Badge, Button, Checkbox, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { agreements } from '../../../api/agreements.ts';
import { type Engagement, engagements } from '../../../api/engagements.ts';
import { CodeBadge } from '../../../kit/code-badge.tsx';
import { dateText } from '../../../kit/dates.ts';
import { DueDate } from '../../../kit/due-date.tsx';
import { MoneyText } from '../../../kit/money-text.tsx';
import { useCommand } from '../../../kit/use-command.ts';
import { useText } from '../../../texts/use-text.tsx';
import { Panel } from '../panel.tsx';
import { FileLinks } from './file-links.tsx';
import { OutcomeText } from './outcome-text.tsx';

interface Props {
  engagement: Engagement;
}

/** What was agreed to do next; a tick says that it is done. */
export function NextSteps({ engagement }: Props) {
  const { t, word } = useText();
  const texts = t.engagements.one;
  const open = engagement.nextSteps
    .filter(({ doneAt }) => !doneAt)
    .toSorted((a, b) => (a.due < b.due ? -1 : 1));
  const done = engagement.nextSteps.length - open.length;
  const finish = useCommand((stepId: string, key) =>
    engagements.act(engagement.id, `next-steps/${stepId}/done`, {}, key),
  );
  return (
    <Panel title={texts.nextSteps} empty={engagement.nextSteps.length === 0 && texts.noSteps}>
      {open.map(({ id, text, ownerSide, due, actions }) => (
        <Group key={id} wrap="nowrap" align="flex-start" gap="xs">
          {actions.includes('done') && (
            <Checkbox
              aria-label={texts.tick(text)}
              checked={finish.isPending && finish.variables === id}
              disabled={finish.isPending}
              onChange={() => finish.mutate(id)}
            />
          )}
          <div>
            <Text size="sm">{text}</Text>
            <Text size="xs" c="dimmed" component="div">
              {word('engagementSides', ownerSide)} · <DueDate due={due} />
            </Text>
          </div>
        </Group>
      ))}
      {done > 0 && (
        <Text size="xs" c="dimmed">
          {texts.doneSteps(done)}
        </Text>
      )}
    </Panel>
  );
}

export function Visits({ engagement, onReport }: Props & { onReport(visitId: string): void }) {
  const { t, language } = useText();
  const texts = t.engagements.one;
  const { visits } = engagement;
  return (
    <Panel title={texts.visits} empty={visits.length === 0 && texts.noVisits}>
      {visits.map(({ id, plannedOn, reportedAt, actions }) => (
        <Group key={id} justify="space-between" gap="xs" wrap="nowrap">
          {reportedAt ? (
            <Text size="sm">{dateText(plannedOn, language)}</Text>
          ) : (
            <DueDate due={plannedOn} />
          )}
          {reportedAt && <Badge color="green">{texts.reported}</Badge>}
          {actions.includes('report') && (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={texts.reportOf(dateText(plannedOn, language))}
              onClick={() => onReport(id)}
            >
              {texts.report}
            </Button>
          )}
        </Group>
      ))}
    </Panel>
  );
}

export function Ndas({ engagement }: Props) {
  const { t, word, language } = useText();
  const texts = t.engagements.one;
  const { ndas } = engagement;
  if (ndas.length === 0) return null;
  const line = (side: 'enterprise' | 'institute', at: string | undefined) => (
    <Text size="sm">
      {t.engagements.timeline.named(
        word('engagementSides', side),
        at ? texts.signedOn(dateText(at, language)) : texts.ndaNone,
      )}
    </Text>
  );
  return (
    <Panel title={texts.nda}>
      {ndas.map((nda) => (
        <div key={nda.id}>
          {line('enterprise', nda.signedByEnterpriseAt)}
          {line('institute', nda.signedByInstituteAt)}
          {nda.fileId && <FileLinks of={engagement} ids={[nda.fileId]} />}
        </div>
      ))}
    </Panel>
  );
}

export function Outcomes({ engagement: { outcomes } }: Props) {
  const { t } = useText();
  const texts = t.engagements.one;
  return (
    <Panel title={texts.outcomes} empty={outcomes.length === 0 && texts.noOutcomes}>
      {outcomes.map((one) => (
        <div key={one.id}>
          <OutcomeText outcome={one} />
        </div>
      ))}
    </Panel>
  );
}

/** Contracts that came of it, drafts included. */
export function Agreements({ engagement }: Props) {
  const { t } = useText();
  const texts = t.engagements.one;
  const { data } = useQuery(agreements.list({ engagementId: engagement.id, limit: 50 }));
  const items = data?.items ?? [];
  return (
    <Panel title={texts.agreements} empty={items.length === 0 && texts.noAgreements}>
      {items.map((one) => (
        <div key={one.id}>
          <Anchor component={Link} to={`/agreements/${one.id}`} size="sm">
            {one.title}
          </Anchor>
          <Group gap="xs">
            <CodeBadge table="agreementStatuses" code={one.status} />
            <Text size="sm" component="span">
              <MoneyText fen={one.contractValueFen} />
            </Text>
          </Group>
        </div>
      ))}
    </Panel>
  );
}

export function Files({ engagement }: Props) {
  const { t } = useText();
  const texts = t.engagements.one;
  if (engagement.fileIds.length === 0) return null;
  return (
    <Panel title={texts.files}>
      <FileLinks of={engagement} />
    </Panel>
  );
}
