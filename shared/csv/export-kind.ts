/** What a file for the core system is of. */
export const exportKinds = ['applications', 'updates', 'full'] as const;
/** Applications of new members, approved changes of the register, or the whole ledger. */
export type ExportKind = (typeof exportKinds)[number];
