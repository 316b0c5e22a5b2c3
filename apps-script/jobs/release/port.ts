/** What the agent asks of the world beside a workbook: files of JCCI, and its collector. A part of its own carries it out. */
export interface Releases {
  /** Text at an address (`https://…` or `drive:<file id>`); null when it cannot be read just now. */
  read(address: string): string | null;
  /** Sends a text and gives back what was answered; null when nothing came back. */
  post(address: string, text: string): string | null;
}
