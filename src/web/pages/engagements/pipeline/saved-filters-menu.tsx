import { Button, Group, Menu, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { Dialog } from '../../../kit/dialog.tsx';
import { Form } from '../../../kit/form.tsx';
import { useSavedFilters } from '../../../kit/use-saved-filters.ts';
import { useText } from '../../../texts/use-text.tsx';

/** 已存筛选: takes a saved set, saves the present one under a name, or deletes one. */
export function SavedFiltersMenu({
  current,
  onTake,
}: {
  current: Record<string, string>;
  onTake(values: Record<string, string>): void;
}) {
  const { t } = useText();
  const texts = t.engagements.pipeline;
  const { saved, save, remove } = useSavedFilters('pipeline');
  const [naming, setNaming] = useState(false);
  return (
    <>
      <Menu position="bottom-start" closeOnItemClick={false}>
        <Menu.Target>
          <Button variant="default" leftSection={<IconBookmark size={16} aria-hidden />}>
            {texts.saved}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {saved.length === 0 && <Menu.Label>{texts.savedNone}</Menu.Label>}
          {saved.map(({ name, values }) => (
            <Group key={name} gap={0} wrap="nowrap">
              <Menu.Item flex={1} closeMenuOnClick onClick={() => onTake(values)}>
                {name}
              </Menu.Item>
              <Menu.Item
                w="auto"
                aria-label={texts.removeSaved(name)}
                onClick={() => remove(name)}
                leftSection={<IconTrash size={16} aria-hidden />}
              />
            </Group>
          ))}
          <Menu.Divider />
          <Menu.Item
            closeMenuOnClick
            disabled={Object.keys(current).length === 0}
            onClick={() => setNaming(true)}
          >
            {texts.saveCurrent}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {naming && (
        <NameDialog
          onName={(name) => save({ name, values: current })}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}

function NameDialog({ onName, onClose }: { onName(name: string): void; onClose(): void }) {
  const { t } = useText();
  const [name, setName] = useState('');
  const send = () => {
    if (name.trim() === '') return;
    onName(name.trim());
    onClose();
  };
  return (
    <Dialog opened title={t.engagements.pipeline.saveTitle} onClose={onClose}>
      <Form onSubmit={send}>
        <TextInput
          label={t.engagements.pipeline.saveName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={40}
          withAsterisk
          data-autofocus
        />
        <Group justify="flex-end">
          <Button type="submit" disabled={name.trim() === ''}>
            {t.actions.save}
          </Button>
        </Group>
      </Form>
    </Dialog>
  );
}
