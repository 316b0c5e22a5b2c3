/**
 * The one Japanese catalogue, gathered: words by issue code. A function that takes nothing, so that the build may put
 * packed data in its place (scripts/build/packed-text.ts).
 */
import { answerWords } from './answers.ts';
import { attendanceWords } from './attendance.ts';
import { cardWords } from './cards.ts';
import { corpusReadWords } from './corpus-read.ts';
import { corpusStructureWords } from './corpus-structure.ts';
import { dashboardWords } from './dashboard.ts';
import { fileWords } from './files.ts';
import { formTermsWords } from './form-terms.ts';
import { formWorkWords } from './form-work.ts';
import { googleWords } from './google.ts';
import { importWords } from './import.ts';
import { learnWords } from './learn.ts';
import { offerWords } from './offers.ts';
import { officeWords } from './office.ts';
import { officeSettingsWords } from './office-settings.ts';
import { registerWords } from './register.ts';
import { releaseWords } from './release.ts';
import { releaseToolWords } from './release-tools.ts';
import { roundWords } from './round.ts';
import { rulesBundleWords } from './rules-bundle.ts';
import { submissionWords } from './submissions.ts';
import { surveyWords } from './survey.ts';
import { surveyCountWords } from './survey-counts.ts';
import { surveyOfficeWords } from './survey-office.ts';
import { templateVersionWords } from './template-versions.ts';
import { templateWords } from './templates.ts';
import { valueWords } from './values.ts';
import { viewerWords } from './viewer.ts';
import type { Words } from './words.ts';
import { workWords } from './work.ts';

export function issueWords(): Readonly<Record<string, Words>> {
  return {
    ...valueWords,
    ...fileWords,
    ...templateWords,
    ...templateVersionWords,
    ...workWords,
    ...registerWords,
    ...learnWords,
    ...importWords,
    ...answerWords,
    ...roundWords,
    ...submissionWords,
    ...attendanceWords,
    ...surveyOfficeWords,
    ...cardWords,
    ...formTermsWords,
    ...formWorkWords,
    ...officeWords,
    ...officeSettingsWords,
    ...googleWords,
    ...releaseWords,
    ...offerWords,
    ...releaseToolWords,
    ...viewerWords,
    ...corpusStructureWords,
    ...corpusReadWords,
    ...surveyWords,
    ...surveyCountWords,
    ...dashboardWords,
    ...rulesBundleWords,
  };
}
