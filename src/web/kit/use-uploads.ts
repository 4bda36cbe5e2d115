import { useRef } from 'react';
import { uploadFile } from '../api/files.ts';

/** Keeps files with the service, each once, however often what they go with is tried. */
export function useUploads(): (files: readonly File[]) => Promise<string[]> {
  const kept = useRef(new Map<File, string>());
  return (files) =>
    Promise.all(
      files.map(async (file) => {
        const id = kept.current.get(file) ?? (await uploadFile(file)).id;
        kept.current.set(file, id);
        return id;
      }),
    );
}
