/**
 * What was typed, to be shown again after a refusal: the values of one name joined by commas, no files, nothing the framework
 * added, nothing that is named in `leaveOut` (passwords, codes).
 */
export function postedValues(data: FormData, leaveOut: readonly string[] = []): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, value] of data) {
    if (typeof value !== 'string' || name.startsWith('$ACTION_') || leaveOut.includes(name)) continue;
    values[name] = name in values ? `${values[name]},${value}` : value;
  }
  return values;
}
