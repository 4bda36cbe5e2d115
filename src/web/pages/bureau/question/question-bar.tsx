import { Box, Button, Collapse, Group, Paper, SegmentedControl, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { bases, flows, measures } from '../../../../vocabulary.ts';
import { today } from '../../../kit/dates.ts';
import { useText } from '../../../texts/use-text.tsx';
import { HelpTip } from './help-tip.tsx';
import { PeriodPicker } from './period-picker.tsx';
import { PlainDay } from './plain-day.tsx';
import type { Question } from './question.ts';
import { useQuestionText } from './question-text.ts';

/** What is counted, by which day, whose and as of when: always in sight, and changed here. */
export function QuestionBar({
  question,
  onChange,
}: {
  question: Question;
  onChange(change: Partial<Question>): void;
}) {
  const { t } = useText();
  const texts = t.bureau.question;
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false });
  const [open, { toggle }] = useDisclosure(false);
  const said = useQuestionText()(question);
  return (
    <Paper component="section" aria-label={texts.label} withBorder p="sm" className="no-print">
      {narrow && (
        <Group justify="space-between" wrap="nowrap" gap="xs" mb={open ? 'sm' : 0}>
          <Text size="sm" fw={500}>
            {said}
          </Text>
          <Button
            variant="default"
            size="xs"
            flex="none"
            aria-expanded={open}
            leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
            onClick={toggle}
          >
            {texts.adjust}
          </Button>
        </Group>
      )}
      <Collapse expanded={!narrow || open}>
        <Controls question={question} onChange={onChange} />
      </Collapse>
    </Paper>
  );
}

function Controls({ question, onChange }: Parameters<typeof QuestionBar>[0]) {
  const { t, word } = useText();
  const texts = t.bureau.question;
  const choice = <T extends string>(
    name: 'measure' | 'basis' | 'flow',
    table: 'measures' | 'bases' | 'flows',
    codes: readonly T[],
  ) => (
    <Field label={texts[name]} help={texts.help[name]}>
      <SegmentedControl
        fullWidth
        aria-label={texts[name]}
        data={codes.map((code) => ({ value: code, label: word(table, code) }))}
        value={question[name] as T}
        onChange={(code) => onChange({ [name]: code })}
      />
    </Field>
  );
  return (
    <Group gap="md" align="flex-end">
      <Field label={t.bureau.period.label} help={texts.help.period} wide>
        <PeriodPicker period={question} onChange={onChange} />
      </Field>
      {choice('measure', 'measures', measures)}
      {choice('basis', 'bases', bases)}
      {choice('flow', 'flows', flows)}
      <Field label={texts.asOf} help={texts.help.asOf}>
        <PlainDay
          aria-label={texts.asOf}
          w={{ base: '100%', sm: 156 }}
          maxDate={today()}
          value={question.asOf ?? today()}
          onDay={(day) => onChange({ asOf: day === today() ? undefined : day })}
        />
      </Field>
    </Group>
  );
}

function Field({
  label,
  help,
  wide = false,
  children,
}: {
  label: string;
  help: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <Box w={{ base: '100%', xs: wide ? '100%' : 'auto', sm: 'auto' }}>
      <Group gap={2}>
        <Text size="xs" c="dimmed" aria-hidden>
          {label}
        </Text>
        <HelpTip of={label} text={help} />
      </Group>
      {children}
    </Box>
  );
}
