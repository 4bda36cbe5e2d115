import '@mantine/notifications/styles.css';
import { Notifications } from '@mantine/notifications';

/** The corner where notices appear. */
export const Notices = () => <Notifications position="bottom-right" />;
