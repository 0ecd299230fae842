const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * Formats the time since an event in Docker's words: `Less than a second`, `2 minutes`, `About an hour`.
 *
 * @param time RFC 3339
 */
export function ago(time: string): string {
  const seconds = Math.floor((Date.now() - Date.parse(time)) / 1000);
  if (seconds < 1) return "Less than a second";
  if (seconds === 1) return "1 second";
  if (seconds < MINUTE) return `${seconds} seconds`;
  const minutes = Math.floor(seconds / MINUTE);
  if (minutes === 1) return "About a minute";
  if (seconds < HOUR) return `${minutes} minutes`;
  const hours = Math.round(seconds / HOUR);
  if (hours === 1) return "About an hour";
  return hours < 48 ? `${hours} hours` : `${Math.floor(seconds / DAY)} days`;
}
