import { Button, Group, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useParams } from 'react-router';
import { type ReportAnswer, reports } from '../../../api/reports.ts';
import { dateText, instantText } from '../../../kit/dates.ts';
import { QueryView } from '../../../kit/query-view.tsx';
import { regionName } from '../../../kit/region-name.ts';
import { useText } from '../../../texts/use-text.tsx';
import { AdjustedPeriods } from './adjusted-periods.tsx';
import { AdjustmentTable } from './adjustment-table.tsx';
import { FrozenFigures } from './frozen-figures.tsx';
import styles from './print-page.module.css';
import { PrintedRows } from './printed-rows.tsx';

/** A published report on paper: A4, black on white, signed by three. */
export function PrintPage() {
  const { t } = useText();
  const { id = '' } = useParams();
  const query = useQuery(reports.one(id));
  const title = query.data && t.bureau.print.title(t.bureau.period.name(query.data));
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
  return (
    <>
      <Group justify="space-between" mb="md" className="no-print">
        <Link to={`/reports/${id}`} className="text-link">
          {t.bureau.print.back}
        </Link>
        <Button
          leftSection={<IconPrinter size={16} aria-hidden />}
          onClick={() => window.print()}
          disabled={!query.data}
        >
          {t.actions.print}
        </Button>
      </Group>
      <QueryView query={query}>{(report) => <Paper report={report} />}</QueryView>
    </>
  );
}

function Paper({ report }: { report: ReportAnswer }) {
  const { t, word, language } = useText();
  const texts = t.bureau;
  const facts = [
    [texts.published.district, `${regionName(report.district, language)}（${report.district}）`],
    [
      texts.period.label,
      texts.period.days(dateText(report.from, language), dateText(report.to, language)),
    ],
    [texts.question.measure, word('measures', report.measure)],
    [texts.question.basis, word('bases', report.basis)],
    [texts.question.flow, word('flows', report.flow)],
    [texts.question.asOf, dateText(report.asOf, language)],
    [texts.publish.edition, texts.publish.editionText(report.edition)],
    [
      texts.published.publishedAt,
      `${instantText(report.publishedAt, language)} ${report.publishedBy.name}`,
    ],
  ] as const;
  return (
    <article className={styles.paper}>
      <Title order={1} size="h3" ta="center" mb="sm">
        {texts.print.title(texts.period.name(report))}
      </Title>
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div className={styles.wide}>
          <dt>{texts.published.checksum}</dt>
          <dd className={styles.checksum}>{report.checksum}</dd>
        </div>
      </dl>
      <FrozenFigures report={report} paper />
      <section>
        <Title order={2} size="h5" mb={4} mt="lg">
          {texts.adjustments.title}
        </Title>
        {report.adjustedPeriods.length === 0 ? (
          <p>{texts.adjustments.none}</p>
        ) : (
          <>
            <AdjustedPeriods periods={report.adjustedPeriods} />
            <AdjustmentTable adjustments={report.adjustments} />
          </>
        )}
      </section>
      <PrintedRows report={report} />
      <div className={styles.signatures}>
        {texts.print.signatures.map((who) => (
          <div key={who}>
            <span>{who}</span>
            <span className={styles.line} />
          </div>
        ))}
        <div>
          <span>{texts.print.date}</span>
          <span className={styles.line} />
        </div>
      </div>
    </article>
  );
}
