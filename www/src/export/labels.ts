/** The words that a sheet for readers needs, in the reader's language; the page gives them from its own. */
export interface Labels {
  language: "ar" | "en";
  quotes: string;
  speakers: string;
  entities: string;
  unknownSpeaker: string;
  untitled: string;
  none: string;
  medium: string;
  within: string;
  /** Of a link back to the place in the text. */
  inText: string;
  comma: string;
  type(type: string): string;
  act(act: string): string;
  kind(kind: string): string;
  number(n: number): string;
}
