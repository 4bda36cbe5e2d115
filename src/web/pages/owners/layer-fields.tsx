import { NativeSelect, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { type Layer, type NeedField, needFields } from '../../../vocabulary.ts';
import { useText } from '../../texts/use-text.tsx';
import { type NeedValues, needInput } from './need-values.ts';

/** The layer of a field; whose a need is, is told to those on it only unless said otherwise. */
const layerOf = (values: NeedValues, field: NeedField): Layer =>
  values.confidential[field] ?? (field === 'organization' ? 'assigned' : 'public');

/** What there is to hide: the fields that say something, and whose need it is. */
function filledFields(values: NeedValues): NeedField[] {
  const input = needInput(values) as unknown as Record<string, unknown>;
  return needFields.filter((field) => {
    if (field === 'organization' || field in values.confidential) return true;
    const value = input[field];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
  });
}

/** Who sees which field, in words, and what an institute sees in the end. */
export function LayerFields({ form }: { form: UseFormReturnType<NeedValues> }) {
  const { t, word, options } = useText();
  const words = t.owners.form;
  const fields = filledFields(form.values);
  const name = (field: NeedField) => word('needFields', field);
  const seen = fields.filter((field) => layerOf(form.values, field) === 'public');
  const unseen = fields.filter((field) => !seen.includes(field));
  return (
    <Stack gap="sm">
      {fields.map((field) => {
        const layer = layerOf(form.values, field);
        return (
          <NativeSelect
            key={field}
            label={words.whoSees(name(field))}
            description={words.who[layer]}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            data={options('layers')}
            value={layer}
            error={form.errors[`confidential.${field}`]}
            onChange={(event) =>
              form.setFieldValue('confidential', {
                ...form.values.confidential,
                [field]: event.currentTarget.value as Layer,
              })
            }
          />
        );
      })}
      <Text size="sm" role="status">
        <b>{words.seen}</b>：{seen.map(name).join('、') || words.seenNothing}
        {unseen.length > 0 && (
          <>
            <br />
            <b>{words.unseen}</b>：{unseen.map(name).join('、')}
          </>
        )}
      </Text>
    </Stack>
  );
}
