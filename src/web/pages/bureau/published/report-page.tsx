import { Box, Button, Paper, Tabs } from '@mantine/core';
import { IconFileSpreadsheet, IconFileText, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useNavigationType, useParams } from 'react-router';
import { addressOf } from '../../../api/client.ts';
import { type ReportAnswer, reports } from '../../../api/reports.ts';
import { dateText, instantText } from '../../../kit/dates.ts';
import { Facts } from '../../../kit/facts.tsx';
import { Page } from '../../../kit/page.tsx';
import { QueryView } from '../../../kit/query-view.tsx';
import { regionName } from '../../../kit/region-name.ts';
import { useAddress } from '../../../kit/use-address.ts';
import { useText } from '../../../texts/use-text.tsx';
import { FrozenAchievements } from './frozen-achievements.tsx';
import { FrozenAdjustments } from './frozen-adjustments.tsx';
import { FrozenFigures } from './frozen-figures.tsx';
import { frozenFilters, frozenParts } from './frozen-parts.ts';
import { FrozenRows } from './frozen-rows.tsx';
import { Verification } from './verification.tsx';

/** One published report: what was frozen, and that it still is. */
export function ReportPage() {
  const { t } = useText();
  const { id = '' } = useParams();
  const query = useQuery(reports.one(id));
  const texts = t.bureau;
  const title = query.data
    ? texts.published.of(texts.period.name(query.data), query.data.edition)
    : texts.published.one;
  return (
    <Page
      title={title}
      back={{ to: '/reports', label: texts.published.title }}
      actions={
        <>
          <Button
            component="a"
            href={addressOf(`/reports/${id}.xlsx`)}
            download
            variant="default"
            leftSection={<IconFileSpreadsheet size={16} aria-hidden />}
          >
            {texts.published.xlsx}
          </Button>
          <Button
            component="a"
            href={addressOf(`/reports/${id}.csv`)}
            download
            variant="default"
            leftSection={<IconFileText size={16} aria-hidden />}
          >
            {texts.published.csv}
          </Button>
          <Button
            component={Link}
            to={`/reports/${id}/print`}
            leftSection={<IconPrinter size={16} aria-hidden />}
          >
            {texts.published.print}
          </Button>
        </>
      }
    >
      <QueryView query={query}>{(report) => <Content report={report} />}</QueryView>
    </Page>
  );
}

/** Another part begins with all of its rows. */
const nothing = Object.fromEntries([...frozenFilters, 'trail'].map((name) => [name, undefined]));

function Content({ report }: { report: ReportAnswer }) {
  const { t } = useText();
  const texts = t.bureau.published;
  const [params, change] = useAddress();
  const part = frozenParts.find((one) => one === params.get('part')) ?? 'figures';
  const came = useNavigationType();
  useEffect(() => {
    if (part && came === 'PUSH') window.scrollTo(0, 0);
  }, [part, came]);
  const counts = { figures: undefined, achievements: report.achievements, ...report.counts };
  return (
    <>
      {/* On a phone the rows behind a figure come first. */}
      <Box visibleFrom={part === 'figures' ? undefined : 'sm'}>
        <Head report={report} />
      </Box>
      <Tabs
        value={part}
        onChange={(value) =>
          change({ ...nothing, part: value === 'figures' ? undefined : (value ?? undefined) })
        }
        keepMounted={false}
      >
        <Tabs.List aria-label={texts.parts}>
          {frozenParts.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {texts.partNames[one]}
              {counts[one] !== undefined && ` ${counts[one]}`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {frozenParts.map((one) => (
          <Tabs.Panel key={one} value={one} pt="md">
            {one === 'figures' ? (
              <FrozenFigures report={report} />
            ) : one === 'achievements' ? (
              <FrozenAchievements report={report} />
            ) : one === 'adjustments' ? (
              <FrozenAdjustments report={report} />
            ) : (
              <FrozenRows report={report} kind={one} />
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </>
  );
}

function Head({ report }: { report: ReportAnswer }) {
  const { t, word, language } = useText();
  const texts = t.bureau;
  return (
    <Paper withBorder p="md">
      <Facts
        cols={4}
        narrow={2}
        facts={[
          [texts.published.district, regionName(report.district, language)],
          [
            texts.period.label,
            texts.period.days(dateText(report.from, language), dateText(report.to, language)),
          ],
          [texts.question.measure, word('measures', report.measure)],
          [texts.question.basis, word('bases', report.basis)],
          [texts.question.flow, word('flows', report.flow)],
          [texts.question.asOf, dateText(report.asOf, language)],
          [texts.published.publishedBy, report.publishedBy.name],
          [texts.published.publishedAt, instantText(report.publishedAt, language)],
        ]}
      />
      <Verification report={report} />
    </Paper>
  );
}
