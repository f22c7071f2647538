/** The day by the reader's clock, `2024-01-31`, as names of files have it: at midnight UTC it may be yesterday or tomorrow. */
export function localDay(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
