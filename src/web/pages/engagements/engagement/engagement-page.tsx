export function EngagementPage() {
  return null;
}
