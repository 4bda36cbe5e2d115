import { Anchor } from '@mantine/core';
import { Link } from 'react-router';
import { usePerson } from '../../../app/signed-in.tsx';
import { useText } from '../../../texts/use-text.tsx';

/** To the whole history of one thing; nothing for those who may not read it. */
export function HistoryLink({ subject }: { subject: string }) {
  const { t } = useText();
  const person = usePerson();
  if (!person.may('see_audit')) return null;
  return (
    <Anchor component={Link} to={`/audit?subject=${subject}`} size="sm" className="no-print">
      {t.desks.audit.historyLink}
    </Anchor>
  );
}
