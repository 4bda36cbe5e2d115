import { Center } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { FailureNote } from '../kit/failure-note.tsx';

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
    if (!this.state.error) return this.props.children;
    return (
      <Center mih="50vh" p="md">
        {/* A chunk that a new version took away is fetched by a reload. */}
        <FailureNote error={this.state.error} onRetry={() => location.reload()} />
      </Center>
    );
  }
}
