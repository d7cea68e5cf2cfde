type Partner = { kind: string; country: string };

/** The source that an answer of this body usually counts for; '' when the register does not have it. */
export function usualSource({ kind, country }: Partner, sources: readonly { key: string }[]): string {
  const ours = country === 'KZ' && (kind === 'archive' || kind === 'commissariat');
  const wanted = kind === 'squad' ? 'squads-and-communities' : ours ? 'oblast-archives' : 'written-requests';
  return sources.some(({ key }) => key === wanted) ? wanted : '';
}
