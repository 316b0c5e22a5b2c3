/** A form as it stands put to the keys of its base: the core's own, by the name that jobs know. */
export { formOfCopy } from '../../../shared/form/form-of-copy.ts';
