// By name and not whole, because this goes into the script that every page evaluates.
import { mentionPosition } from '../../assets/_locales/en/messages.json';

/** What a screen reader says when the reader goes to a mention: "Rekognition, mention 2 of 7". */
export function describePosition(text: string, number: number, count: number): string {
  const values: Record<string, string> = { text, number: String(number), count: String(count) };
  return mentionPosition.message.replace(
    /\{(\w+)\}/g,
    (placeholder, name: string) => values[name] ?? placeholder,
  );
}
