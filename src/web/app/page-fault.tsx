import { Center, Loader } from '@mantine/core';
import { Component, type ReactNode, useCallback, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { Problem } from '../api/problem.ts';
import { FailureNote } from '../kit/failure-note.tsx';
import { useText } from '../texts/use-text.tsx';
import { reloadIfNewer } from './newer-build.ts';

/** What is shown of a page that broke; another address is another try. */
export function PageFault({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return <Boundary key={pathname}>{children}</Boundary>;
}

/** React tells of faults to classes only. */
class Boundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <BrokenPage /> : this.props.children;
  }
}

/** A part of the page did not arrive, or it broke: a newer build, no network, or a fault of ours. */
function BrokenPage() {
  const { t } = useText();
  const [state, setState] = useState<'asking' | 'same' | 'unreachable'>('asking');
  const ask = useCallback(async (again: boolean) => {
    setState('asking');
    const found = await reloadIfNewer();
    if (found === 'reloads') return;
    // Without the service a reload would lose even this page.
    if (again && found === 'same') location.reload();
    else setState(found);
  }, []);
  useEffect(() => {
    void ask(false);
    const askAgain = () => void ask(true);
    window.addEventListener('online', askAgain);
    return () => window.removeEventListener('online', askAgain);
  }, [ask]);
  return (
    <Center mih="50vh" p="md">
      {state === 'asking' ? (
        <div role="status" aria-label={t.states.loading}>
          <Loader />
        </div>
      ) : (
        <FailureNote
          error={state === 'same' ? new Error('The page broke.') : new Problem(0)}
          onRetry={() => void ask(true)}
        />
      )}
    </Center>
  );
}
