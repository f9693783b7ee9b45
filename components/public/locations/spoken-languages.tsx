import { COUNSELLING_LANGUAGES } from "@/lib/vocabulary/types";

/** Each language under its own name, so that people find theirs. What stands between them runs as the page does. */
export function SpokenLanguages({ tags }: { tags: string[] }) {
  return tags.map((tag) => (
    <span key={tag} className="tag">
      <bdi lang={tag}>{COUNSELLING_LANGUAGES[tag] ?? tag}</bdi>
    </span>
  ));
}
