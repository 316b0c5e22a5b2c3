/** What the build binds to `services/project-files.ts`: the files of the script project, read when they are needed. */
declare module 'cci:project' {
  /** A value of `Data.html` by its name (`scripts/build/data.ts`). */
  export function dataOf(name: string): unknown;
  /** The modules of a part by their names (`scripts/build/parts.ts`); the caller knows their types. */
  export function loadPart(name: string): Readonly<Record<string, unknown>>;
}

/** Modules of Code.js that parts import too, by file; made by the build. */
declare module 'cci:shared' {
  const modules: Readonly<Record<string, () => object>>;
  export default modules;
}
