import { useParams } from '@tanstack/react-router';

function readId({ achievementId = '' }: { readonly achievementId?: string }): string {
  return achievementId;
}

/** The version of an achievement that the address names. */
export function useAchievementId(): string {
  return useParams({ strict: false, select: readId });
}
