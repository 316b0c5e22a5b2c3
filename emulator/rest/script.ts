/**
 * Apps Script v1: what a release check reads (https://developers.google.com/apps-script/api/reference/rest). Projects are kept by
 * the face, not in the workspace: they hold code, not data.
 */
import { notFound } from './errors.ts';
import { type RestRoute, SCOPES } from './wire.ts';

export interface ScriptFile {
  readonly name: string;
  readonly type: 'SERVER_JS' | 'HTML' | 'JSON';
  readonly source: string;
}

export interface ScriptVersion {
  readonly versionNumber: number;
  readonly description: string;
  readonly createTime: string;
  readonly files: readonly ScriptFile[];
}

export interface ScriptProject {
  readonly scriptId: string;
  readonly title: string;
  /** The working copy (HEAD). */
  readonly head: readonly ScriptFile[];
  readonly versions: readonly ScriptVersion[];
  readonly deployments: readonly {
    readonly deploymentId: string;
    readonly versionNumber: number;
    readonly description: string;
    readonly updateTime: string;
  }[];
}

/** Routes over the given projects. */
export function scriptRoutes(projects: readonly ScriptProject[]): readonly RestRoute[] {
  const project = (id: string | undefined): ScriptProject => {
    const found = projects.find((one) => one.scriptId === id);
    if (found === undefined) throw notFound();
    return found;
  };
  const base = '/v1/projects/{scriptId}';
  const reads = { method: 'GET', api: 'script', writes: false } as const;
  return [
    {
      ...reads,
      template: `${base}/content`,
      scopes: SCOPES.scriptRead,
      handle: ({ path, request }) => {
        const { head, versions, scriptId } = project(path.scriptId);
        const asked = request.query.get('versionNumber');
        const version = versions.find((one) => one.versionNumber === Number(asked));
        if (asked !== null && version === undefined) throw notFound();
        return { status: 200, body: { scriptId, files: version?.files ?? head } };
      },
    },
    {
      ...reads,
      template: `${base}/versions`,
      scopes: SCOPES.scriptRead,
      handle: ({ path }) => {
        const { versions, scriptId } = project(path.scriptId);
        return {
          status: 200,
          body: {
            versions: versions.map(({ versionNumber, description, createTime }) => ({
              scriptId,
              versionNumber,
              description,
              createTime,
            })),
          },
        };
      },
    },
    {
      ...reads,
      template: `${base}/deployments`,
      scopes: SCOPES.deployments,
      handle: ({ path }) => {
        const { deployments, scriptId } = project(path.scriptId);
        return {
          status: 200,
          body: {
            deployments: deployments.map(({ deploymentId, versionNumber, description, updateTime }) => ({
              deploymentId,
              updateTime,
              deploymentConfig: { scriptId, versionNumber, description, manifestFileName: 'appsscript' },
            })),
          },
        };
      },
    },
  ];
}
