import type { Engagement } from '../../../api/engagements.ts';
import { ChangeForm } from './change-form.tsx';
import { ContactForm } from './contact-form.tsx';
import type { EntryForm } from './engagement-actions.tsx';
import { FilesForm } from './files-form.tsx';
import { HeldForm } from './held-form.tsx';
import { MeetingForm } from './meeting-form.tsx';
import { NdaForm } from './nda-form.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { VisitPlanForm, VisitReportForm } from './visit-forms.tsx';

const forms = {
  meetings: MeetingForm,
  contacts: ContactForm,
  visits: VisitPlanForm,
  outcomes: OutcomeForm,
  ndas: NdaForm,
  files: FilesForm,
  update: ChangeForm,
};

/** The form that was opened. */
export function EntryForms({
  engagement,
  form,
  onClose,
}: {
  engagement: Engagement;
  form: EntryForm;
  onClose(): void;
}) {
  if (form.name === 'report') {
    return <VisitReportForm engagement={engagement} visitId={form.visitId} onClose={onClose} />;
  }
  if (form.name === 'held') {
    return <HeldForm engagement={engagement} meetingId={form.meetingId} onClose={onClose} />;
  }
  const Form = forms[form.name];
  return <Form engagement={engagement} onClose={onClose} />;
}
