/** What a service call is counted as. `free` operations are local in the real client (making a range object) and are not counted. */
export type OpKind = 'read' | 'write' | 'flush' | 'free';
