/** Methods of 会議の出欠: who comes, and whether there are enough. A part of its own (`scripts/build/parts.ts`). */
import { enterAttendance } from '../../apps-script/jobs/meeting/enter.ts';
import { markAttendance } from '../../apps-script/jobs/meeting/mark.ts';
import { drawAttendance, openRoll, saveMeeting } from '../../apps-script/jobs/meeting/sheets.ts';
import { attendanceView } from '../view/meeting.ts';
import type { MeetingOutputs } from '../view/meeting-protocol.ts';
import type { MethodsOf } from './types.ts';

export const meetingMethods: MethodsOf<keyof MeetingOutputs> = {
  attendance: (services, { formId }) => attendanceView(services, formId),
  enterAttendance(services, input) {
    enterAttendance(services, input);
    return attendanceView(services, input.formId);
  },
  markAttendance(services, input) {
    markAttendance(services, input);
    return attendanceView(services, input.formId);
  },
  saveMeeting(services, input) {
    saveMeeting(services, input);
    return attendanceView(services, input.formId);
  },
  openRoll(services, { formId }) {
    openRoll(services);
    return attendanceView(services, formId);
  },
  drawAttendance(services, { formId }) {
    drawAttendance(services, formId);
    return attendanceView(services, formId);
  },
};
