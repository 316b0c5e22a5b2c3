/**
 * The parts of the server that are loaded when they are first needed: what most executions never ask for costs them
 * nothing. A part is an HTML file of the project that holds a script (Apps Script knows no other file that a program can
 * read); `apps-script/services/project-files.ts` evaluates it.
 */

/** Modules of each part, by the name under which `loadPart` hands them out. */
export const parts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Cards: {
    doors: 'apps-script/services/cards.ts',
    entry: 'addon/cards/entry.ts',
    methods: 'addon/rpc/sender-method.ts',
  },
  Export: { methods: 'addon/rpc/export-methods.ts' },
  Forms: {
    jobs: 'apps-script/jobs/forms/index.ts',
    maker: 'apps-script/services/forms.ts',
    methods: 'addon/rpc/form-methods.ts',
  },
  Meeting: { methods: 'addon/rpc/meeting-methods.ts' },
  Office: { methods: 'addon/rpc/office-methods.ts', office: 'apps-script/services/office.ts' },
  Register: {
    jobs: 'apps-script/jobs/register/part.ts',
    letters: 'apps-script/services/letters.ts',
    methods: 'addon/rpc/register-methods.ts',
  },
  Release: {
    console: 'addon/rpc/console.ts',
    files: 'apps-script/services/release.ts',
    jobs: 'apps-script/jobs/release/part.ts',
    methods: 'addon/rpc/release-methods.ts',
    web: 'apps-script/services/web-app.ts',
    surveys: 'apps-script/services/dashboard.ts',
  },
  Survey: {
    jobs: 'apps-script/jobs/survey/part.ts',
    methods: 'addon/rpc/survey-methods.ts',
    output: 'apps-script/services/survey-output.ts',
    dashboard: 'addon/rpc/dashboard.ts',
  },
  Rules: { files: 'apps-script/services/rule-files.ts', methods: 'addon/rpc/rules-methods.ts' },
};
