/** The current day in the local time zone, `2024-01-31`, for file names: around midnight the UTC day may be another. */
export function localDay(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}
