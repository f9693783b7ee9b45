import type { ReactElement } from "react";

type StillProps = { className: string; children: ReactElement };

/**
 * Shows what never changes in the browser, and holds nothing to react to, as finished markup: written once instead of
 * once as a page and once more as a description of it for the browser.
 */
export async function Still({ className, children }: StillProps) {
  // Imported late: Next refuses a static import of the renderer in a page.
  const { renderToStaticMarkup } = await import("react-dom/server");
  const markup = renderToStaticMarkup(children);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the renderer has escaped every text in it
  return <div className={className} dangerouslySetInnerHTML={{ __html: markup }} />;
}
