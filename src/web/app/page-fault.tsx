import { Center } from '@mantine/core';
import { useRouteError } from 'react-router';
import { FailureNote } from '../kit/failure-note.tsx';

/** A page that broke: the others go on. A chunk that a new version took away is fetched by a reload. */
export function PageFault() {
  const error = useRouteError();
  console.error(error);
  return (
    <Center mih="50vh" p="md">
      <FailureNote
        error={error instanceof Error ? error : new Error(String(error))}
        onRetry={() => location.reload()}
      />
    </Center>
  );
}
