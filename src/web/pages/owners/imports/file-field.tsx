import { Input } from '@mantine/core';
import { useId } from 'react';

/** One file from the reader's device: the browser's own field, which every phone knows. */
export function FileField({
  label,
  description,
  accept,
  onChange,
}: {
  label: string;
  description: string;
  accept: string;
  onChange(file: File | null): void;
}) {
  const id = useId();
  return (
    <Input.Wrapper
      id={id}
      label={label}
      description={description}
      inputWrapperOrder={['label', 'input', 'description']}
    >
      <input
        id={id}
        type="file"
        accept={accept}
        aria-describedby={`${id}-description`}
        onChange={(event) => onChange(event.currentTarget.files?.[0] ?? null)}
        className="file-field"
      />
    </Input.Wrapper>
  );
}
